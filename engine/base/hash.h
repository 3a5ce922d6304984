/* A hash of byte strings, keyed per process, so that hostile text can neither slow a table down nor, as the order of a
 * table is never visible, change a result. Folded 64×64→128-bit multiplication over 8-byte chunks, as in wyhash. */
#ifndef ASSAY_BASE_HASH_H
#define ASSAY_BASE_HASH_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

extern uint64_t hash_key[2];

static inline uint64_t hash_load(const char *bytes) {
	uint64_t chunk;
	memcpy(&chunk, bytes, sizeof chunk);
	return chunk;
}

static inline uint64_t hash_fold(uint64_t a, uint64_t b) {
	__extension__ typedef unsigned __int128 Wide;
	Wide product = (Wide)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* The first 8 bytes, zeros behind a shorter string, as a number: strings of one length up to 8 that have the same head
 * are the same. */
static inline uint64_t hash_head(const char *bytes, size_t length) {
	uint64_t head = 0;
	if (length >= 8)
		return hash_load(bytes);
	for (size_t i = 0; i < length; i++)
		((char *)&head)[i] = bytes[i];
	return head;
}

/* hash_bytes for a caller that has the head at hand. */
static inline uint64_t hash_with_head(uint64_t head, const char *bytes, size_t length) {
	uint64_t hash = hash_fold(head ^ hash_key[0], hash_key[1] ^ length);
	for (size_t i = 8; i < length; i += 8)
		hash = hash_fold(hash ^ hash_load(i + 8 <= length ? bytes + i : bytes + length - 8), hash_key[1]);
	return hash;
}

static inline uint64_t hash_bytes(const char *bytes, size_t length) {
	return hash_with_head(hash_head(bytes, length), bytes, length);
}

#endif
