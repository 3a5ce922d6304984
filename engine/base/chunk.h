/* Text 16 and 64 bytes at a time, by reads that may go past the end of what is asked for. */
#ifndef ASSAY_BASE_CHUNK_H
#define ASSAY_BASE_CHUNK_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/hash.h"

#define CHUNK_BYTES 16
#define BLOCK_BYTES 64

/* Up to 16 bytes as two numbers, zeros behind them: those of two texts are the same where the texts are, if neither has a
 * NUL in it. */
typedef struct Chunk {
	uint64_t head, tail;
} Chunk;

/* Of the first `length` (at most CHUNK_BYTES) bytes. */
static inline Chunk chunk_of(const char *bytes, uint32_t length) {
	static const char window[2 * CHUNK_BYTES] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
	const char *mask = window + CHUNK_BYTES - length;
	return (Chunk){hash_load(bytes) & hash_load(mask), hash_load(bytes + 8) & hash_load(mask + 8)};
}

static inline uint64_t chunk_hash(Chunk chunk) {
	return hash_fold(chunk.head ^ hash_key[0], chunk.tail ^ hash_key[1]);
}

#ifdef __SSE2__
static inline __m128i chunk_load(const char *bytes) {
	return _mm_loadu_si128((const __m128i *)bytes);
}
#endif

/* A bit for each of BLOCK_BYTES bytes, the lowest for the first: whether it is an ASCII letter. */
static inline uint64_t block_letters(const char *bytes) {
	uint64_t letters = 0;
#ifdef __SSE2__
	for (uint32_t i = 0; i < BLOCK_BYTES; i += CHUNK_BYTES) {
		__m128i lower = _mm_or_si128(chunk_load(bytes + i), _mm_set1_epi8(0x20));
		__m128i from_a = _mm_add_epi8(lower, _mm_set1_epi8((char)(0x80 - 'a'))); /* letters are the least */
		__m128i is_letter = _mm_cmplt_epi8(from_a, _mm_set1_epi8(26 - 0x80));
		letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_letter) << i;
	}
#else
	for (uint32_t i = 0; i < BLOCK_BYTES; i++)
		letters |= (uint64_t)(((unsigned char)bytes[i] | 0x20u) - 'a' < 26) << i;
#endif
	return letters;
}

/* Whether all of BLOCK_BYTES bytes are ASCII and not NUL. */
static inline bool block_is_ascii(const char *bytes) {
#ifdef __SSE2__
	__m128i low = _mm_min_epu8(_mm_min_epu8(chunk_load(bytes), chunk_load(bytes + 16)),
	                           _mm_min_epu8(chunk_load(bytes + 32), chunk_load(bytes + 48)));
	__m128i high = _mm_or_si128(_mm_or_si128(chunk_load(bytes), chunk_load(bytes + 16)),
	                            _mm_or_si128(chunk_load(bytes + 32), chunk_load(bytes + 48)));
	return !_mm_movemask_epi8(_mm_or_si128(high, _mm_cmpeq_epi8(low, _mm_setzero_si128())));
#else
	unsigned bad = 0;
	for (uint32_t i = 0; i < BLOCK_BYTES; i++)
		bad |= (unsigned char)bytes[i] | ((unsigned char)bytes[i] - 1u);
	return bad < 0x80;
#endif
}

#endif
