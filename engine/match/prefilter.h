/* Which sentences can hold a match of which pattern. A pattern says what its matches cannot do without: clauses, of each
 * of which a sentence must hold one feature at least. Sentences are looked at in blocks of 64, a bit for each, so that
 * the cost of a pattern is a few words per block, and that of the text does not depend on the number of patterns. */
#ifndef ASSAY_MATCH_PREFILTER_H
#define ASSAY_MATCH_PREFILTER_H
#include "lexicon/lexicon.h"

#define PREFILTER_BLOCK 64 /* sentences */

typedef enum FeatureKind {
	FEATURE_WORD,    /* a token with that vocabulary word */
	FEATURE_STEM,    /* … that vocabulary stem */
	FEATURE_CLASS,   /* a phrase of that class */
	FEATURE_TAG,     /* a mention of an entity with that tag, or of one that counts for it */
	FEATURE_ENTITY,  /* a mention of that entity, or of one that counts for it */
	FEATURE_MENTION, /* any mention; id 0 */
	FEATURE_NUMBER,  /* any number; id 0 */
	FEATURE_KINDS
} FeatureKind;

typedef struct Feature {
	uint32_t kind, id;
} Feature;

typedef struct Prefilter Prefilter;

/* NULL: out of memory. */
Prefilter *prefilter_new(void);
void prefilter_free(Prefilter *prefilter);

/* Adds a pattern; they are numbered from 0 in order. ends[i] is the index behind the last feature of clause i; without
 * clauses, every sentence qualifies. Errors: BAD_PACK (a feature out of range), NO_MEMORY; then nothing is added. */
bool prefilter_add(Prefilter *prefilter, const Feature *features, const uint32_t *ends, uint32_t clauses,
                   AssayError *error);
uint32_t prefilter_count(const Prefilter *prefilter);

/* Reads up to PREFILTER_BLOCK sentences from `first` on; furniture never qualifies. */
void prefilter_read(Prefilter *prefilter, const Lexicon *lexicon, const Document *document, uint32_t first);
/* Bit i: sentence i of the block that was read last can hold a match of the pattern. */
uint64_t prefilter_sentences(const Prefilter *prefilter, uint32_t pattern);

#endif
