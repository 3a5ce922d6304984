#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static long countdown = -1;
static long allocations;

void memory_fail_after(long successes) {
	countdown = successes;
	allocations = 0;
}

long memory_allocations(void) {
	return allocations;
}

void *memory_resize(void *block, size_t size) {
	allocations++;
	if (countdown >= 0 && countdown-- == 0)
		return NULL;
	return realloc(block, size);
}

void *memory_new(size_t size) {
	void *block = memory_resize(NULL, size);
	if (block)
		memset(block, 0, size);
	return block;
}

void memory_free(void *block) {
	free(block);
}
