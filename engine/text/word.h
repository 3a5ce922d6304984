/* Spellings and the words they stand for. What a spelling says (its normal form, stem and classes, whether it splits or
 * takes a full stop) is worked out once and kept from article to article. */
#ifndef ASSAY_TEXT_WORD_H
#define ASSAY_TEXT_WORD_H
#include "base/arena.h"
#include "text/vocabulary.h"

#define ENDINGS 3 /* longest ending of a fused word, in bytes */

typedef struct TokenRoles {
	ClassId abbreviation;   /* words that may end with a full stop of their own, written with it */
	ClassId clitic;         /* endings split off, written with their apostrophe */
	ClassId fused[ENDINGS]; /* words whose last 1, 2 or 3 bytes are a word of their own: `cannot` */
	ClassId emoticon;       /* marks that are one token together */
	ClassId opener;         /* words and stems that begin a phrase */
} TokenRoles;

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary);

/* A normal form. */
typedef struct Word {
	const char *norm;         /* NUL-terminated; lives as long as the article and the analyzer that read it */
	const ClassSet *classes;  /* of word and stem together; NULL: none */
	uint32_t length;          /* bytes */
	uint32_t id;              /* vocabulary word or WORD_NONE */
	uint32_t stem;            /* vocabulary stem or WORD_NONE */
	uint32_t traits;          /* see vocabulary_class_add_traits */
} Word;

typedef struct Spellings Spellings;

/* The distinct words of one article, in no order that means anything; a token has one's index. */
typedef struct WordTable {
	VEC(Word) words;
	StrMap map;            /* normal form → index, of words that Spellings does not keep */
	Arena arena;           /* of those words */
	uint32_t known_words, known_stems; /* size of the vocabulary when ids were looked up */
} WordTable;

void word_table_done(WordTable *table);
/* Looks the ids up again if the vocabulary has grown since; classes stay as they were when the article was read. */
void word_table_refresh(WordTable *table, Vocabulary *vocabulary);

/* 16 bytes, of which four share a cache line. */
typedef struct Spelling {
	uint64_t head;   /* hash_head of the bytes */
	uint32_t word;   /* of all that are kept, its normal form; WORD_NONE: not asked for, or not kept */
	uint8_t length;  /* bytes; 0: a free place in the table */
	uint8_t flags;   /* TOKEN_CAPITAL, TOKEN_UPPER; TOKEN_OPENS once its word is known */
	uint8_t ending;  /* bytes of the word of its own that ends it, 0: none */
	bool stop;       /* with a full stop behind it, it is an abbreviation */
} Spelling;

/* Both are borrowed and must outlive the result. NULL: out of memory. */
Spellings *spellings_new(Vocabulary *vocabulary, const TokenRoles *roles);
void spellings_free(Spellings *spellings);
/* Readies an article's empty table. False: out of memory. */
bool spellings_begin(Spellings *spellings, WordTable *words);
/* What is known of the surface (length > 0, head: its hash_head), until the next call. NULL: out of memory. */
Spelling *spelling_of(Spellings *spellings, uint64_t head, const char *surface, uint32_t length);
/* The word of the spelling of that surface: a number that spellings_end turns into an index into the article's words.
 * WORD_NONE: out of memory. */
uint32_t spelling_new_word(Spellings *spellings, Spelling *spelling, const char *surface, uint32_t length,
                           WordTable *words);
static inline uint32_t spelling_word(Spellings *spellings, Spelling *spelling, const char *surface, uint32_t length,
                                     WordTable *words) {
	return spelling->word != WORD_NONE ? spelling->word
	                                   : spelling_new_word(spellings, spelling, surface, length, words);
}
/* Lists the article's words: *word, and those at every `stride` bytes behind it, become indices. False: out of memory. */
bool spellings_end(Spellings *spellings, WordTable *words, uint32_t *word, size_t stride, uint32_t count);
/* The vocabulary's classes of a surface, NULL for none. */
const ClassSet *spelling_classes(Spellings *spellings, const char *surface, uint32_t length);

#endif
