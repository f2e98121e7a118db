/* What the workers in C share: the library that they call, what they are asked for, and the loop that answers.
 *
 * Lines are "source target size scaledWidth scaledHeight left top width height repetitions", separated by tabs; each
 * is answered with "done" when the rendition has been made that often, or with "failed". */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { JPEG_QUALITY = 82, MOST_SHRINK = 8 };

typedef struct {
	char source[4096], target[4096];
	int scaled_width, scaled_height;
	int left, top, width, height;
	int repetitions;
} Task;

static void *library;

static void
check_library(const void *found)
{
	if (!found) {
		fprintf(stderr, "%s\n", dlerror());
		exit(1);
	}
}

static void
load_library(const char *file)
{
	library = dlopen(file, RTLD_NOW);
	check_library(library);
}

static void *
function(const char *name)
{
	void *found = dlsym(library, name);

	check_library(found);
	return found;
}

/* As FileScaler: how many pixels in a row, and in a column, the decoder makes into one. */
static int
shrink_on_load(int width, int height, const Task *task)
{
	int across = width / task->scaled_width, down = height / task->scaled_height;
	int spare = (across < down ? across : down) / 2, shrink = 1;

	while (shrink * 2 <= spare && shrink < MOST_SHRINK)
		shrink *= 2;
	return shrink;
}

static int
parse(const char *line, Task *task)
{
	return sscanf(line, "%4095[^\t]\t%4095[^\t]\t%*[^\t]\t%d\t%d\t%d\t%d\t%d\t%d\t%d",
		task->source, task->target, &task->scaled_width, &task->scaled_height,
		&task->left, &task->top, &task->width, &task->height, &task->repetitions) == 9;
}

/* Answers until nobody asks any more. work: makes what a task asks for, as often as it says. */
static void
serve(int (*work)(const Task *))
{
	char line[10000];
	Task task;

	fflush(stdout);
	while (fgets(line, sizeof(line), stdin)) {
		puts(!parse(line, &task) || work(&task) ? "failed" : "done");
		fflush(stdout);
	}
}
