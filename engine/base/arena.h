/* Bump allocator: many small blocks with one lifetime. Nothing is freed alone; arena_done frees all. */
#ifndef ASSAY_BASE_ARENA_H
#define ASSAY_BASE_ARENA_H
#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
	ArenaBlock *block; /* newest first */
	size_t used;       /* bytes taken in the newest block */
	size_t capacity;   /* bytes in the newest block */
} Arena;

/* `Arena arena = {0}` is a valid empty arena. */
void *arena_alloc(Arena *arena, size_t size); /* 8-byte aligned, not zeroed; NULL when out of memory */
char *arena_copy(Arena *arena, const char *bytes, size_t length); /* with a NUL behind; NULL when out of memory */
void arena_done(Arena *arena); /* leaves an empty arena */

#endif
