/* Map from byte strings to 32-bit numbers, open addressing. Its order is never visible. */
#ifndef ASSAY_BASE_STRMAP_H
#define ASSAY_BASE_STRMAP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STRMAP_NONE UINT32_MAX

typedef struct StrMapSlot {
	const char *key; /* NULL: free */
	uint32_t length;
	uint32_t hash;
	uint32_t value;
} StrMapSlot;

typedef struct StrMap {
	StrMapSlot *slots;
	uint32_t capacity; /* a power of two, or 0 */
	uint32_t count;
} StrMap;

/* The key's bytes are borrowed and must outlive the map. Replaces the value of a known key. False: out of memory. */
bool strmap_set(StrMap *map, const char *key, size_t length, uint32_t value);
/* The value, or STRMAP_NONE. */
uint32_t strmap_find(const StrMap *map, const char *key, size_t length);
void strmap_done(StrMap *map);

#endif
