/* The steps of our own kernel, in C, on the libvips that is named on the command line: what they cost without Java.
 *
 * Reads lines "source target size scaledWidth scaledHeight left top width height repetitions", separated by tabs,
 * and answers each with "done" when the rendition has been made that often. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIZE_FORCE = 3, FAIL_ON_NONE = 0, JPEG_QUALITY = 82 };

typedef struct VipsImage VipsImage;

typedef struct {
	char source[4096], target[4096];
	int scaled_width, scaled_height;
	int left, top, width, height;
	int repetitions;
} Task;

static int (*vips_init)(const char *);
static int (*vips_version)(int);
static void (*vips_concurrency_set)(int);
static void (*vips_cache_set_max)(int);
static int (*vips_thumbnail)(const char *, VipsImage **, int, ...);
static int (*vips_extract_area)(VipsImage *, VipsImage **, int, int, int, int, ...);
static int (*vips_jpegsave)(VipsImage *, const char *, ...);
static const char *(*vips_error_buffer)(void);
static void (*g_object_unref)(void *);

static void *library;

static void *
function(const char *name)
{
	void *found = dlsym(library, name);

	if (!found) {
		fprintf(stderr, "worker.c: %s\n", dlerror());
		exit(1);
	}
	return found;
}

static void
open_library(const char *file)
{
	library = dlopen(file, RTLD_NOW);
	if (!library) {
		fprintf(stderr, "worker.c: %s\n", dlerror());
		exit(1);
	}
	vips_init = function("vips_init");
	vips_version = function("vips_version");
	vips_concurrency_set = function("vips_concurrency_set");
	vips_cache_set_max = function("vips_cache_set_max");
	vips_thumbnail = function("vips_thumbnail");
	vips_extract_area = function("vips_extract_area");
	vips_jpegsave = function("vips_jpegsave");
	vips_error_buffer = function("vips_error_buffer");
	g_object_unref = function("g_object_unref");
}

static int
save(VipsImage *image, const Task *task)
{
	return vips_jpegsave(image, task->target, "Q", JPEG_QUALITY, "strip", 1, NULL);
}

static int
crop_and_save(VipsImage *image, const Task *task)
{
	VipsImage *cropped;
	int failed;

	if (vips_extract_area(image, &cropped, task->left, task->top, task->width, task->height, NULL))
		return -1;
	failed = save(cropped, task);
	g_object_unref(cropped);
	return failed;
}

static int
render(const Task *task)
{
	int is_cropped = task->width != task->scaled_width || task->height != task->scaled_height;
	VipsImage *image;
	int failed;

	if (vips_thumbnail(task->source, &image, task->scaled_width,
			"height", task->scaled_height,
			"size", SIZE_FORCE,
			"no_rotate", 1,
			"fail_on", FAIL_ON_NONE,
			NULL))
		return -1;
	failed = is_cropped ? crop_and_save(image, task) : save(image, task);
	g_object_unref(image);
	return failed;
}

static int
parse(const char *line, Task *task)
{
	return sscanf(line, "%4095[^\t]\t%4095[^\t]\t%*[^\t]\t%d\t%d\t%d\t%d\t%d\t%d\t%d",
		task->source, task->target, &task->scaled_width, &task->scaled_height,
		&task->left, &task->top, &task->width, &task->height, &task->repetitions) == 9;
}

int
main(int argc, char **argv)
{
	char line[10000];
	Task task;

	if (argc != 2) {
		fprintf(stderr, "usage: %s LIBVIPS\n", argv[0]);
		return 1;
	}
	open_library(argv[1]);
	if (vips_init(argv[0]))
		return 1;
	vips_concurrency_set(1);
	vips_cache_set_max(0);
	printf("ready libvips %d.%d.%d\n", vips_version(0), vips_version(1), vips_version(2));
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin)) {
		int failed = !parse(line, &task);

		for (int i = 0; !failed && i < task.repetitions; i++)
			failed = render(&task);
		puts(failed ? "failed" : "done");
		if (failed)
			fprintf(stderr, "worker.c: %s\n", vips_error_buffer());
		fflush(stdout);
	}
	return 0;
}
