/* The steps of our own kernel, in C, on the libvips that is named on the command line: what they cost without Java.
 * With "thumbnail" as second argument all scaling is left to vips_thumbnail, as a C program would commonly do it;
 * where the decoder leaves out part of a pixel at the edges, the picture is then a little stretched. */

#include "worker.h"

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
static const char *(*vips_foreign_find_load)(const char *);
static VipsImage *(*vips_image_new_from_file)(const char *, ...);
static int (*vips_image_get_width)(const VipsImage *);
static int (*vips_image_get_height)(const VipsImage *);
static int (*vips_thumbnail)(const char *, VipsImage **, int, ...);
static int (*vips_thumbnail_image)(VipsImage *, VipsImage **, int, ...);
static int (*vips_embed)(VipsImage *, VipsImage **, int, int, int, int, ...);
static int (*vips_extract_area)(VipsImage *, VipsImage **, int, int, int, int, ...);
static int (*vips_jpegsave)(VipsImage *, const char *, ...);
static const char *(*vips_error_buffer)(void);
static void (*g_object_unref)(void *);

static void
open_library(const char *file)
{
	load_library(file);
	vips_init = function("vips_init");
	vips_version = function("vips_version");
	vips_concurrency_set = function("vips_concurrency_set");
	vips_cache_set_max = function("vips_cache_set_max");
	vips_foreign_find_load = function("vips_foreign_find_load");
	vips_image_new_from_file = function("vips_image_new_from_file");
	vips_image_get_width = function("vips_image_get_width");
	vips_image_get_height = function("vips_image_get_height");
	vips_thumbnail = function("vips_thumbnail");
	vips_thumbnail_image = function("vips_thumbnail_image");
	vips_embed = function("vips_embed");
	vips_extract_area = function("vips_extract_area");
	vips_jpegsave = function("vips_jpegsave");
	vips_error_buffer = function("vips_error_buffer");
	g_object_unref = function("g_object_unref");
}

/* What follows takes over the reference to an image, and gives NULL where something failed. */

static VipsImage *
next(VipsImage *from, int failed, VipsImage **result)
{
	g_object_unref(from);
	return failed ? NULL : *result;
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

	return image ? next(image, vips_embed(image, &extended, 0, 0, width, height,
			"extend", EXTEND_COPY, NULL), &extended) : NULL;
}

static VipsImage *
cut(VipsImage *image, int left, int top, int width, int height)
{
	VipsImage *part = NULL;

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

static VipsImage *
load_and_scale(const Task *task)
{
	VipsImage *image;
	int width, height, shrink;

	if (!vips_foreign_find_load(task->source))
		return NULL;
	image = vips_image_new_from_file(task->source, "access", ACCESS_SEQUENTIAL, "fail_on", FAIL_ON_NONE, NULL);
	if (!image)
		return NULL;
	width = vips_image_get_width(image);
	height = vips_image_get_height(image);
	shrink = shrink_on_load(width, height, task);
	if (shrink > 1) {
		Edge across = edge(width, shrink, task->scaled_width), down = edge(height, shrink, task->scaled_height);

		g_object_unref(image);
		image = vips_image_new_from_file(task->source,
			"access", ACCESS_SEQUENTIAL, "fail_on", FAIL_ON_NONE, "shrink", shrink, NULL);
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
work(const Task *task)
{
	int failed = 0;

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
