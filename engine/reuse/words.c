/* Words, runs of words, and the runs that two texts share. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "reuse/reuse.h"

#define CANDIDATES 8 /* places in b that are tried for one run */

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
static bool is_inner(uint32_t c) { return utf8_is_letter(c) || utf8_is_digit(c); }

static uint32_t character_at(const char *text, uint32_t length, uint32_t at, uint32_t *size) {
	uint32_t character = 0;
	*size = at < length ? (uint32_t)utf8_decode(text + at, length - at, &character, NULL) : 1;
	return character;
}

/* Whether the word goes on at `at`: a letter or digit, or an apostrophe with one behind it. */
static bool goes_on(const char *text, uint32_t length, uint32_t at, uint32_t *character, uint32_t *size) {
	uint32_t behind;
	*character = character_at(text, length, at, size);
	if (at >= length || is_inner(*character))
		return at < length;
	return is_apostrophe(*character) && is_inner(character_at(text, length, at + *size, &behind));
}

/* The end of the word that starts at `start`; its folded bytes in *folded. */
static uint32_t read_word(const char *text, uint32_t length, uint32_t start, Buf *folded) {
	uint32_t at = start, character, size;
	buf_clear(folded);
	while (goes_on(text, length, at, &character, &size)) {
		utf8_append(folded, is_apostrophe(character) ? '\'' : utf8_lower(character));
		at += size;
	}
	return at;
}

bool reuse_words(const char *text, uint32_t length, ReuseWords *words) {
	Buf folded = {0};
	bool fine = true;
	for (uint32_t at = 0; fine && at < length;) {
		uint32_t size;
		if (!is_inner(character_at(text, length, at, &size))) {
			at += size;
			continue;
		}
		uint32_t end = read_word(text, length, at, &folded);
		fine = !folded.oom && vec_push(words, (ReuseWord){at, end, hash_bytes(folded.bytes, folded.length)});
		at = end;
	}
	buf_done(&folded);
	return fine;
}

static uint64_t run_hash(const ReuseWord *words, uint32_t size) {
	uint64_t hash = hash_key[0];
	for (uint32_t i = 0; i < size; i++)
		hash = hash_fold(hash ^ words[i].hash, hash_key[1]) + words[i].hash;
	return hash;
}

bool reuse_shingles(const ReuseWords *words, uint32_t size, ReuseFeatures *features) {
	if (words->count < size)
		return true;
	if (!vec_reserve(features, words->count - size + 1))
		return false;
	for (uint32_t i = 0; i + size <= words->count; i++)
		features->items[features->count++] = run_hash(words->items + i, size);
	return true;
}

typedef struct Start {
	uint64_t hash;
	uint32_t word;
} Start;

static int by_hash(const void *left, const void *right) {
	const Start *a = left, *b = right;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->word < b->word ? -1 : a->word > b->word;
}

/* First of the starts (sorted) with the hash; count if there is none. */
static uint32_t first_start(const Start *starts, uint32_t count, uint64_t hash) {
	uint32_t low = 0, high = count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (starts[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint32_t common_words(const ReuseWords *a, uint32_t i, const ReuseWords *b, uint32_t j) {
	uint32_t count = 0;
	while (i + count < a->count && j + count < b->count && a->items[i + count].hash == b->items[j + count].hash)
		count++;
	return count;
}

/* The longest run from word i of a on; words = 0 if none has a start. */
static ReuseRun longest(const ReuseWords *a, uint32_t i, const ReuseWords *b, uint32_t least, const Start *starts,
                        uint32_t count) {
	ReuseRun best = {i, 0, 0};
	uint64_t hash = run_hash(a->items + i, least);
	uint32_t from = first_start(starts, count, hash);
	for (uint32_t s = from; s < count && s - from < CANDIDATES && starts[s].hash == hash; s++) {
		uint32_t words = common_words(a, i, b, starts[s].word);
		if (words > best.words)
			best = (ReuseRun){i, starts[s].word, words};
	}
	return best;
}

bool reuse_runs(const ReuseWords *a, const ReuseWords *b, uint32_t least, ReuseRuns *runs) {
	if (a->count < least || b->count < least)
		return true;
	uint32_t count = b->count - least + 1;
	Start *starts = memory_new(count * sizeof *starts);
	if (!starts)
		return false;
	for (uint32_t j = 0; j < count; j++)
		starts[j] = (Start){run_hash(b->items + j, least), j};
	qsort(starts, count, sizeof *starts, by_hash);
	bool fine = true;
	for (uint32_t i = 0; fine && i + least <= a->count;) {
		ReuseRun run = longest(a, i, b, least, starts, count);
		if (run.words >= least)
			fine = vec_push(runs, run);
		i += run.words >= least ? run.words : 1;
	}
	memory_free(starts);
	return fine;
}
