/* The words that packs speak of: normal form → word, stem, classes. Filled while packs load, then only read.
 * A class is a named set of words (and, in lexicon/, of phrases). Word and stem ids count from 0 in order of arrival. */
#ifndef ASSAY_TEXT_VOCABULARY_H
#define ASSAY_TEXT_VOCABULARY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/strmap.h"
#include "base/vec.h"

#define WORD_NONE UINT32_MAX
#define CLASS_LIMIT 256 /* classes of one vocabulary */

typedef uint16_t ClassId;

typedef struct ClassSet {
	uint64_t bits[CLASS_LIMIT / 64];
} ClassSet;

static inline bool class_set_has(const ClassSet *set, ClassId id) {
	return set && (set->bits[id / 64] >> (id % 64) & 1);
}

static inline void class_set_add(ClassSet *set, ClassId id) {
	set->bits[id / 64] |= UINT64_C(1) << (id % 64);
}

/* Whether the sets share a class; a may be NULL, for the empty set. */
static inline bool class_set_meets(const ClassSet *a, const ClassSet *b) {
	uint64_t shared = 0;
	for (int i = 0; a && i < CLASS_LIMIT / 64; i++)
		shared |= a->bits[i] & b->bits[i];
	return shared;
}

typedef struct VocabularyWord {
	const char *norm; /* NUL-terminated, in the vocabulary's arena */
	uint32_t length;  /* bytes */
	double value;     /* of a number word; NaN for all others */
	ClassSet classes; /* those given to the word, not those of its stem */
	uint32_t traits;  /* likewise, besides those of its classes */
} VocabularyWord;

typedef struct Vocabulary Vocabulary;

/* stemmer: an algorithm name of libstemmer, or NULL for none (then a word is its own stem).
 * Errors: BAD_PACK (unknown stemmer), NO_MEMORY. */
Vocabulary *vocabulary_new(const char *stemmer, AssayError *error);
void vocabulary_free(Vocabulary *vocabulary);

/* Changes whenever a word, stem, lemma or class membership is added; never 0. */
uint32_t vocabulary_version(const Vocabulary *vocabulary);

/* Appends the normal form of a surface: lower case, one kind of apostrophe. */
void vocabulary_normalise(const char *surface, size_t length, Buf *norm);

/* Adds the word if it is new; WORD_NONE when out of memory. */
uint32_t vocabulary_add_word(Vocabulary *vocabulary, const char *norm, size_t length);
uint32_t vocabulary_find_word(const Vocabulary *vocabulary, const char *norm, size_t length);
uint32_t vocabulary_word_count(const Vocabulary *vocabulary);
VocabularyWord *vocabulary_word(const Vocabulary *vocabulary, uint32_t word);

/* An irregular form's lemma; the stem of `form` is from then on that of `lemma`. */
bool vocabulary_add_lemma(Vocabulary *vocabulary, const char *form, const char *lemma);
/* The stem of a normal form (lemma table first), valid until the next call and as long as norm; NUL-terminated if norm
 * is. NULL: out of memory. */
const char *vocabulary_stem_text(Vocabulary *vocabulary, const char *norm, size_t length, size_t *stem_length);
/* Adds the stem of `norm` if it is new. */
uint32_t vocabulary_add_stem(Vocabulary *vocabulary, const char *norm, size_t length);
/* The id of the stem of `norm`, or WORD_NONE where no pack speaks of it. */
uint32_t vocabulary_find_stem(Vocabulary *vocabulary, const char *norm, size_t length);
uint32_t vocabulary_stem_count(const Vocabulary *vocabulary);
const ClassSet *vocabulary_stem_classes(const Vocabulary *vocabulary, uint32_t stem);

/* The class with this name, added if it is new; CLASS_LIMIT when there are too many or no memory. */
ClassId vocabulary_add_class(Vocabulary *vocabulary, const char *name);
/* CLASS_LIMIT if there is none. */
ClassId vocabulary_find_class(const Vocabulary *vocabulary, const char *name);
uint32_t vocabulary_class_count(const Vocabulary *vocabulary);
const char *vocabulary_class_name(const Vocabulary *vocabulary, ClassId id);
void vocabulary_word_add_class(Vocabulary *vocabulary, uint32_t word, ClassId id);
void vocabulary_stem_add_class(Vocabulary *vocabulary, uint32_t stem, ClassId id);

/* Traits are bits that tell of a word what the layers look for first; what each means is theirs (document/token_set.h).
 * A word has its own, those of its stem, and those of its classes. */
void vocabulary_word_add_traits(Vocabulary *vocabulary, uint32_t word, uint32_t traits);
void vocabulary_stem_add_traits(Vocabulary *vocabulary, uint32_t stem, uint32_t traits);
void vocabulary_class_add_traits(Vocabulary *vocabulary, ClassId id, uint32_t traits);
uint32_t vocabulary_class_traits(const Vocabulary *vocabulary, ClassId id);
/* All of them; word and stem may be WORD_NONE, classes NULL. */
uint32_t vocabulary_traits(const Vocabulary *vocabulary, uint32_t word, uint32_t stem, const ClassSet *classes);

#endif
