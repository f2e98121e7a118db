/* What no server can do without: a JPEG decoded at the scale that we use, by libjpeg-turbo, and a picture of the
 * rendition's size encoded. Nothing is scaled in between: what is encoded was picked from the decoded pixels once.
 * libjpeg-turbo is called by its own interface, TurboJPEG; the library is named on the command line. The one inside the
 * bundled libvips cannot be called from outside. */

#include "worker.h"

enum { PIXEL_RGB = 0, SUBSAMPLE_420 = 2, ACCURATE_DCT = 4096, CHANNELS = 3 };

typedef unsigned char byte;

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

static void *decoder, *encoder;

static void
open_library(const char *file)
{
	load_library(file);
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
work(const Task *task)
{
	byte *picked = NULL;
	int failed = 0;

	for (int i = 0; !failed && i < task->repetitions; i++)
		failed = render(task, &picked);
	free(picked);
	return failed;
}

int
main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "usage: %s LIBTURBOJPEG\n", argv[0]);
		return 1;
	}
	open_library(argv[1]);
	printf("ready TurboJPEG of %s\n", argv[1]);
	serve(work);
	return 0;
}
