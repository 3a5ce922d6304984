/* Growable array of any type: `VEC(Token) tokens = {0};`. Items move when it grows: keep indices, not pointers. */
#ifndef ASSAY_BASE_VEC_H
#define ASSAY_BASE_VEC_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef VEC_START
#define VEC_START 16
#endif

#define VEC(Type) struct { Type *items; uint32_t count, capacity; }

/* Appends one uninitialised item and gives its address; NULL when out of memory (the vector stays as it was). */
#define vec_add(v) \
	(vec_reserve((v), 1) ? &(v)->items[(v)->count++] : NULL)
#define vec_push(v, ...) \
	(vec_reserve((v), 1) ? ((v)->items[(v)->count++] = (__VA_ARGS__), true) : false)
#define vec_reserve(v, more) \
	((v)->capacity - (v)->count >= (more) || \
	 vec_grow((void **)&(v)->items, &(v)->capacity, (v)->count, (more), sizeof *(v)->items))
#define vec_clear(v) ((v)->count = 0)
#define vec_done(v) (memory_free((v)->items), (v)->items = NULL, (v)->count = (v)->capacity = 0)

bool vec_grow(void **items, uint32_t *capacity, uint32_t count, size_t more, size_t item_size);

#endif
