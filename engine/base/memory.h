/* Every allocation of the C layers goes through here, so that tests can make any of them fail. */
#ifndef ASSAY_BASE_MEMORY_H
#define ASSAY_BASE_MEMORY_H
#include <stddef.h>

/* realloc(3) semantics for size > 0; NULL when there is no memory (the old block stays valid). */
void *memory_resize(void *block, size_t size);
/* Zeroed block of size bytes (size > 0) or NULL. */
void *memory_new(size_t size);
/* free(NULL) is allowed. */
void memory_free(void *block);

/* Tests only: the allocation after `successes` further ones fails, once; a negative number turns this off. */
void memory_fail_after(long successes);
/* Tests only: allocations since the last memory_fail_after. */
long memory_allocations(void);

#endif
