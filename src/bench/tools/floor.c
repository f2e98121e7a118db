/* What no server can do without: a JPEG decoded at the scale that we use, by libjpeg-turbo, and a picture of the
 * rendition's size encoded. Nothing is scaled in between: what is encoded was picked from the decoded pixels once.
 * libjpeg-turbo is called by its own interface, TurboJPEG; the library is named on the command line. The one inside the
 * bundled libvips cannot be called from outside.
 *
 * Lines and answers as in worker.c. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { PIXEL_RGB = 0, SUBSAMPLE_420 = 2, ACCURATE_DCT = 4096, JPEG_QUALITY = 82, MOST_SHRINK = 8, CHANNELS = 3 };

typedef unsigned char byte;

typedef struct {
	char source[4096], target[4096];
	int scaled_width, scaled_height, width, height, repetitions;
} Task;

typedef struct {
	byte *bytes;
	unsigned long length;
} File;

static void *(*init_decompress)(void);
static void *(*init_compress)(void);
static int (*decompress_header)(void *, const byte *, unsigned long, int *, int *, int *, int *);
static int (*decompress)(void *, const byte *, unsigned long, byte *, int, int, int, int, int);
static int (*compress)(void *, const byte *, int, int, int, int, byte **, unsigned long *, int, int, int);
static void (*tj_free)(byte *);

static void *library, *decoder, *encoder;

static void *
function(const char *name)
{
	void *found = dlsym(library, name);

	if (!found) {
		fprintf(stderr, "floor.c: %s\n", dlerror());
		exit(1);
	}
	return found;
}

static void
open_library(const char *file)
{
	library = dlopen(file, RTLD_NOW);
	if (!library) {
		fprintf(stderr, "floor.c: %s\n", dlerror());
		exit(1);
	}
	init_decompress = function("tjInitDecompress");
	init_compress = function("tjInitCompress");
	decompress_header = function("tjDecompressHeader3");
	decompress = function("tjDecompress2");
	compress = function("tjCompress2");
	tj_free = function("tjFree");
	decoder = init_decompress();
	encoder = init_compress();
}

static int
read_file(const char *name, File *file)
{
	FILE *in = fopen(name, "rb");
	int failed;

	if (!in)
		return -1;
	fseek(in, 0, SEEK_END);
	file->length = ftell(in);
	rewind(in);
	file->bytes = malloc(file->length);
	failed = fread(file->bytes, 1, file->length, in) != file->length;
	fclose(in);
	return failed;
}

static int
write_file(const char *name, const File *file)
{
	FILE *out = fopen(name, "wb");
	int failed;

	if (!out)
		return -1;
	failed = fwrite(file->bytes, 1, file->length, out) != file->length;
	return fclose(out) || failed;
}

/* As FileScaler and worker.c. */
static int
shrink_on_load(int width, int height, const Task *task)
{
	int across = width / task->scaled_width, down = height / task->scaled_height;
	int spare = (across < down ? across : down) / 2, shrink = 1;

	while (shrink * 2 <= spare && shrink < MOST_SHRINK)
		shrink *= 2;
	return shrink;
}

/* Some of the pixels, as a picture of the rendition's size. */
static byte *
pick(const byte *pixels, int from_width, int from_height, int width, int height)
{
	byte *picked = malloc((size_t) width * height * CHANNELS);

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++)
			for (int channel = 0; channel < CHANNELS; channel++) {
				size_t row = (size_t) y * from_height / height, column = (size_t) x * from_width / width;

				picked[((size_t) y * width + x) * CHANNELS + channel] =
					pixels[(row * from_width + column) * CHANNELS + channel];
			}
	return picked;
}

/* picked: as pick has it; made the first time. */
static int
render(const Task *task, byte **picked)
{
	int width, height, subsampling, colours, shrink, failed;
	File in, out = { NULL, 0 };
	byte *pixels;

	if (read_file(task->source, &in) ||
		decompress_header(decoder, in.bytes, in.length, &width, &height, &subsampling, &colours))
		return -1;
	shrink = shrink_on_load(width, height, task);
	width = (width + shrink - 1) / shrink;
	height = (height + shrink - 1) / shrink;
	pixels = malloc((size_t) width * height * CHANNELS);
	failed = decompress(decoder, in.bytes, in.length, pixels, width, 0, height, PIXEL_RGB, ACCURATE_DCT);
	if (!failed && !*picked)
		*picked = pick(pixels, width, height, task->width, task->height);
	failed = failed ||
		compress(encoder, *picked, task->width, 0, task->height, PIXEL_RGB,
			&out.bytes, &out.length, SUBSAMPLE_420, JPEG_QUALITY, ACCURATE_DCT) ||
		write_file(task->target, &out);
	tj_free(out.bytes);
	free(pixels);
	free(in.bytes);
	return failed;
}

static int
parse(const char *line, Task *task)
{
	return sscanf(line, "%4095[^\t]\t%4095[^\t]\t%*[^\t]\t%d\t%d\t%*d\t%*d\t%d\t%d\t%d",
		task->source, task->target, &task->scaled_width, &task->scaled_height,
		&task->width, &task->height, &task->repetitions) == 7;
}

int
main(int argc, char **argv)
{
	char line[10000];
	Task task;

	if (argc < 2) {
		fprintf(stderr, "usage: %s LIBTURBOJPEG\n", argv[0]);
		return 1;
	}
	open_library(argv[1]);
	printf("ready TurboJPEG of %s\n", argv[1]);
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin)) {
		byte *picked = NULL;
		int failed = !parse(line, &task);

		for (int i = 0; !failed && i < task.repetitions; i++)
			failed = render(&task, &picked);
		free(picked);
		puts(failed ? "failed" : "done");
		fflush(stdout);
	}
	return 0;
}
