#include "base/strmap.h"

#include <string.h>

#include "base/hash.h"
#include "base/memory.h"

static StrMapSlot *slot_for(StrMapSlot *slots, uint32_t capacity, const char *key, size_t length, uint32_t hash) {
	uint32_t i = hash & (capacity - 1);
	while (slots[i].key && !(slots[i].hash == hash && slots[i].length == length && !memcmp(slots[i].key, key, length)))
		i = (i + 1) & (capacity - 1);
	return &slots[i];
}

static bool strmap_grow(StrMap *map) {
	uint32_t capacity = map->capacity ? map->capacity * 2 : 16;
	if (capacity < map->capacity || capacity > UINT32_MAX / sizeof(StrMapSlot))
		return false;
	StrMapSlot *slots = memory_new(capacity * sizeof *slots);
	if (!slots)
		return false;
	for (uint32_t i = 0; i < map->capacity; i++) {
		StrMapSlot *old = &map->slots[i];
		if (old->key)
			*slot_for(slots, capacity, old->key, old->length, old->hash) = *old;
	}
	memory_free(map->slots);
	map->slots = slots;
	map->capacity = capacity;
	return true;
}

bool strmap_set(StrMap *map, const char *key, size_t length, uint32_t value) {
	if (length > UINT32_MAX || (map->count * 2u >= map->capacity && !strmap_grow(map)))
		return false;
	uint32_t hash = (uint32_t)hash_bytes(key, length);
	StrMapSlot *slot = slot_for(map->slots, map->capacity, key, length, hash);
	if (!slot->key) {
		*slot = (StrMapSlot){.key = key, .length = (uint32_t)length, .hash = hash};
		map->count++;
	}
	slot->value = value;
	return true;
}

uint32_t strmap_find(const StrMap *map, const char *key, size_t length) {
	if (!map->capacity)
		return STRMAP_NONE;
	StrMapSlot *slot = slot_for(map->slots, map->capacity, key, length, (uint32_t)hash_bytes(key, length));
	return slot->key ? slot->value : STRMAP_NONE;
}

void strmap_done(StrMap *map) {
	memory_free(map->slots);
	*map = (StrMap){0};
}
