/* The steps of our own kernel, in C, on the libvips that is named on the command line: what they cost without Java.
 * With "thumbnail" as second argument all scaling is left to vips_thumbnail, as a C program would commonly do it;
 * where the decoder leaves out part of a pixel at the edges, the picture is then a little stretched. */

#include "worker.h"

#include <string.h>

enum { ACCESS_SEQUENTIAL = 1, EXTEND_COPY = 1, SIZE_FORCE = 3, FAIL_ON_NONE = 0 };
enum { MOST_SURPLUS = 32, SMALL = 100000 };

typedef struct VipsImage VipsImage;

/* As FileScaler.Edge: how long an edge is made before it is scaled, and what that becomes. */
typedef struct {
	int from, to;
} Edge;

static int (*vips_init)(const char *);
static int (*vips_version)(int);
static void (*vips_concurrency_set)(int);
static void (*vips_cache_set_max)(int);
static int (*vips_jpegload)(const char *, VipsImage **, ...);
static int (*vips_copy)(VipsImage *, VipsImage **, ...);
static char **(*vips_image_get_fields)(VipsImage *);
static int (*vips_image_remove)(VipsImage *, const char *);
static int (*vips_image_get_width)(const VipsImage *);
static int (*vips_image_get_height)(const VipsImage *);
static int (*vips_thumbnail)(const char *, VipsImage **, int, ...);
static int (*vips_thumbnail_image)(VipsImage *, VipsImage **, int, ...);
static int (*vips_embed)(VipsImage *, VipsImage **, int, int, int, int, ...);
static int (*vips_extract_area)(VipsImage *, VipsImage **, int, int, int, int, ...);
static int (*vips_jpegsave)(VipsImage *, const char *, ...);
static const char *(*vips_error_buffer)(void);
static void (*g_object_unref)(void *);
static void (*g_strfreev)(char **);

static int stored_width, stored_height;

static void
open_library(const char *file)
{
	load_library(file);
	vips_init = function("vips_init");
	vips_version = function("vips_version");
	vips_concurrency_set = function("vips_concurrency_set");
	vips_cache_set_max = function("vips_cache_set_max");
	vips_jpegload = function("vips_jpegload");
	vips_copy = function("vips_copy");
	vips_image_get_fields = function("vips_image_get_fields");
	vips_image_remove = function("vips_image_remove");
	vips_image_get_width = function("vips_image_get_width");
	vips_image_get_height = function("vips_image_get_height");
	vips_thumbnail = function("vips_thumbnail");
	vips_thumbnail_image = function("vips_thumbnail_image");
	vips_embed = function("vips_embed");
	vips_extract_area = function("vips_extract_area");
	vips_jpegsave = function("vips_jpegsave");
	vips_error_buffer = function("vips_error_buffer");
	g_object_unref = function("g_object_unref");
	g_strfreev = function("g_strfreev");
}

static int
has_size(const VipsImage *image, int width, int height)
{
	return vips_image_get_width(image) == width && vips_image_get_height(image) == height;
}

static VipsImage *
load(const char *file, int shrink)
{
	VipsImage *image = NULL;

	return vips_jpegload(file, &image, "access", ACCESS_SEQUENTIAL, "fail_on", FAIL_ON_NONE,
		"shrink", shrink, NULL) ? NULL : image;
}

/* What follows takes over the reference to an image, and gives NULL where something failed. */

static VipsImage *
next(VipsImage *from, int failed, VipsImage **result)
{
	g_object_unref(from);
	return failed ? NULL : *result;
}

/* As Metadata, but for profile and copyright, which pictures to be measured lack: what every operation that follows
 * would copy. */
static VipsImage *
without_metadata(VipsImage *image)
{
	VipsImage *light = NULL;
	char **fields;

	if (!image || !(image = next(image, vips_copy(image, &light, NULL), &light)))
		return NULL;
	fields = vips_image_get_fields(image);
	for (char **field = fields; *field; field++) {
		size_t length = strlen(*field);

		if (!strncmp(*field, "exif-", 5) || (length > 5 && !strcmp(*field + length - 5, "-data")))
			vips_image_remove(image, *field);
	}
	g_strfreev(fields);
	return image;
}

static VipsImage *
scale(VipsImage *image, int width, int height)
{
	VipsImage *scaled = NULL;

	return image ? next(image, vips_thumbnail_image(image, &scaled, width,
			"height", height, "size", SIZE_FORCE, "no_rotate", 1, NULL), &scaled) : NULL;
}

static VipsImage *
extend(VipsImage *image, int width, int height)
{
	VipsImage *extended = NULL;

	if (image && has_size(image, width, height))
		return image;
	return image ? next(image, vips_embed(image, &extended, 0, 0, width, height,
			"extend", EXTEND_COPY, NULL), &extended) : NULL;
}

static VipsImage *
cut(VipsImage *image, int left, int top, int width, int height)
{
	VipsImage *part = NULL;

	if (image && left == 0 && top == 0 && has_size(image, width, height))
		return image;
	return image ? next(image, vips_extract_area(image, &part, left, top, width, height, NULL), &part) : NULL;
}

static long
broken_part(long length, long unit)
{
	long rest = length % unit;

	return rest < unit - rest ? rest : unit - rest;
}

static Edge
edge(int whole, int shrink, int target)
{
	long unit = (long) target * shrink;
	int best = target;

	for (int to = target + 1; to <= target + MOST_SURPLUS; to++)
		if (broken_part((long) to * whole, unit) < broken_part((long) best * whole, unit))
			best = to;
	return (Edge) { (int) (((long) best * whole + unit / 2) / unit), best };
}

/* The header is looked at once for all repetitions, as the plan of ours is made once. */
static VipsImage *
load_and_scale(const Task *task)
{
	int shrink = shrink_on_load(stored_width, stored_height, task);
	VipsImage *image = without_metadata(load(task->source, shrink));

	if (shrink > 1) {
		Edge across = edge(stored_width, shrink, task->scaled_width);
		Edge down = edge(stored_height, shrink, task->scaled_height);

		image = scale(extend(image, across.from, down.from), across.to, down.to);
		return cut(image, 0, 0, task->scaled_width, task->scaled_height);
	}
	return scale(image, task->scaled_width, task->scaled_height);
}

static VipsImage *
thumbnail(const Task *task)
{
	VipsImage *image;

	return vips_thumbnail(task->source, &image, task->scaled_width, "height", task->scaled_height,
		"size", SIZE_FORCE, "no_rotate", 1, "fail_on", FAIL_ON_NONE, NULL) ? NULL : image;
}

static int
render(const Task *task, VipsImage *(*scaled)(const Task *))
{
	int is_cropped = task->width != task->scaled_width || task->height != task->scaled_height;
	VipsImage *image = scaled(task);
	int failed;

	if (is_cropped)
		image = cut(image, task->left, task->top, task->width, task->height);
	if (!image)
		return -1;
	failed = vips_jpegsave(image, task->target, "Q", JPEG_QUALITY, "strip", 1,
		"optimize_coding", task->width * task->height <= SMALL, NULL);
	g_object_unref(image);
	return failed;
}

static VipsImage *(*scaled)(const Task *) = load_and_scale;

static int
look(const Task *task)
{
	VipsImage *image = load(task->source, 1);

	if (!image)
		return -1;
	stored_width = vips_image_get_width(image);
	stored_height = vips_image_get_height(image);
	g_object_unref(image);
	return 0;
}

static int
work(const Task *task)
{
	int failed = scaled == load_and_scale && look(task);

	for (int i = 0; !failed && i < task->repetitions; i++)
		failed = render(task, scaled);
	if (failed)
		fprintf(stderr, "worker.c: %s\n", vips_error_buffer());
	return failed;
}

int
main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "usage: %s LIBVIPS [thumbnail]\n", argv[0]);
		return 1;
	}
	open_library(argv[1]);
	if (vips_init(argv[0]))
		return 1;
	vips_concurrency_set(1);
	vips_cache_set_max(0);
	if (argc > 2)
		scaled = thumbnail;
	printf("ready libvips %d.%d.%d\n", vips_version(0), vips_version(1), vips_version(2));
	serve(work);
	return 0;
}
