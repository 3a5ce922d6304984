#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>

static long countdown = -1;
static long allocations;

void memory_fail_after(long successes) {
	countdown = successes;
	allocations = 0;
}

long memory_allocations(void) {
	return allocations;
}

static bool may_allocate(void) {
	allocations++;
	return countdown < 0 || countdown-- != 0;
}

void *memory_resize(void *block, size_t size) {
	return may_allocate() ? realloc(block, size) : NULL;
}

void *memory_new(size_t size) {
	return may_allocate() ? calloc(1, size) : NULL;
}

void memory_free(void *block) {
	free(block);
}
