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

static inline uint64_t hash_load_half(const char *bytes) {
	uint32_t half;
	memcpy(&half, bytes, sizeof half);
	return half;
}

/* Strings of up to 16 bytes are two loads, which overlap where there are fewer bytes. */
static inline uint64_t hash_bytes(const char *bytes, size_t length) {
	uint64_t key = hash_key[1] ^ length, first = 0, last = 0;
	if (length >= 8) {
		for (; length > 16; bytes += 8, length -= 8)
			key = hash_fold(hash_load(bytes) ^ hash_key[0], key);
		first = hash_load(bytes);
		last = hash_load(bytes + length - 8);
	} else if (length >= 4) {
		first = hash_load_half(bytes);
		last = hash_load_half(bytes + length - 4);
	} else if (length) {
		first = (uint64_t)(unsigned char)bytes[0] << 8 | (unsigned char)bytes[length / 2];
		last = (unsigned char)bytes[length - 1];
	}
	return hash_fold(first ^ hash_key[0], last ^ key);
}

#endif
