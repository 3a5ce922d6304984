#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"

#ifndef ARENA_BLOCK
#define ARENA_BLOCK 16384
#endif

struct ArenaBlock {
	ArenaBlock *older;
	uint64_t bytes[];
};

static ArenaBlock *block_new(ArenaBlock *older, size_t capacity) {
	ArenaBlock *block = memory_resize(NULL, sizeof *block + capacity);
	if (block)
		block->older = older;
	return block;
}

void *arena_alloc(Arena *arena, size_t size) {
	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + 7) & ~(size_t)7;
	if (!arena->block || size > arena->capacity - arena->used) {
		size_t capacity = size > ARENA_BLOCK ? size : ARENA_BLOCK;
		ArenaBlock *block = block_new(arena->block, capacity);
		if (!block)
			return NULL;
		arena->block = block;
		arena->capacity = capacity;
		arena->used = 0;
	}
	void *result = (char *)arena->block->bytes + arena->used;
	arena->used += size;
	return result;
}

char *arena_copy(Arena *arena, const char *bytes, size_t length) {
	char *copy = arena_alloc(arena, length + 1);
	if (!copy)
		return NULL;
	if (length)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

void arena_done(Arena *arena) {
	while (arena->block) {
		ArenaBlock *older = arena->block->older;
		memory_free(arena->block);
		arena->block = older;
	}
	arena->used = arena->capacity = 0;
}
