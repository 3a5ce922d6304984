/* Text reuse: which texts share runs of words, and where. Knows bytes and words, no language and no document.
 *
 * An index holds the features of numbered documents, each feature once per document: hashes of word runs, or of whatever
 * else its owner compares. Documents that share features are found from lists of the documents that have each, so the
 * work grows with the features, not with the pairs of documents. */
#ifndef ASSAY_REUSE_REUSE_H
#define ASSAY_REUSE_REUSE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

/* A run of letters and digits, case folded; an apostrophe between letters belongs to it, all apostrophes are one. */
typedef struct ReuseWord {
	uint32_t start, end; /* bytes of the text */
	uint64_t hash;       /* of the folded word, keyed per process */
} ReuseWord;

typedef VEC(ReuseWord) ReuseWords;
typedef VEC(uint64_t) ReuseFeatures;

/* Appends the words of a text of well-formed UTF-8. False: out of memory. */
bool reuse_words(const char *text, uint32_t length, ReuseWords *words);
/* Appends the hash of every run of `size` words. False: out of memory. */
bool reuse_shingles(const ReuseWords *words, uint32_t size, ReuseFeatures *features);

typedef struct ReuseRun {
	uint32_t a, b, words; /* first word in each, and how many are the same */
} ReuseRun;

typedef VEC(ReuseRun) ReuseRuns;

/* Appends the runs of at least `least` (> 0) equal words, from left to right in a, none overlapping another there. Of
 * several places in b that a run could be taken from, the longest of the first ones counts. Linear in both texts. */
bool reuse_runs(const ReuseWords *a, const ReuseWords *b, uint32_t least, ReuseRuns *runs);

typedef struct ReuseIndex {
	VEC(uint64_t) features;   /* one document behind the other, ascending in each */
	VEC(uint32_t) begins;     /* where each document's features begin */
	VEC(uint32_t) places;     /* of each feature in `documents`, once sealed */
	VEC(uint32_t) documents;  /* one feature behind the other, ascending in each; REUSE_LAST marks a feature's last */
	bool sealed;
} ReuseIndex;

#define REUSE_LAST 0x80000000u

/* Adds the next document; sorts `features` and drops doubles among them. False: out of memory, or 2^31 documents or
 * features; nothing is added. */
bool reuse_add(ReuseIndex *index, ReuseFeatures *features);

typedef struct ReusePair {
	uint32_t a, b;   /* documents, a < b */
	uint32_t shared; /* features of both */
} ReusePair;

typedef VEC(ReusePair) ReusePairs;

/* Appends the pairs that share at least `least` (> 0) features, by a and b. A feature leads from a document only to the
 * next `reach` documents that have it, which bounds the work; `shared` is exact for every pair that is found. */
bool reuse_pairs(ReuseIndex *index, uint32_t least, uint32_t reach, ReusePairs *pairs);
/* How many documents have a feature of the document; *count = 0 where the document has not got it. False: out of memory. */
bool reuse_spread(ReuseIndex *index, uint32_t document, uint64_t feature, uint32_t *count);
uint32_t reuse_size(const ReuseIndex *index, uint32_t document);
void reuse_done(ReuseIndex *index);

#endif
