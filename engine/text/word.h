/* Spellings and the words they stand for. What a spelling says (its normal form, stem and classes, whether it splits or
 * takes a full stop) is worked out once and kept from article to article; an article lists the words it has. */
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
} TokenRoles;

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary);

/* A distinct normal form within one article. */
typedef struct Word {
	const char *norm;         /* NUL-terminated; lives as long as the article and the analyzer that read it */
	const ClassSet *classes;  /* of word and stem together; NULL: none */
	uint32_t length;          /* bytes */
	uint32_t id;              /* vocabulary word or WORD_NONE */
	uint32_t stem;            /* vocabulary stem or WORD_NONE */
} Word;

/* The words of one article. map and arena hold those that Spellings does not keep. */
typedef struct WordTable {
	VEC(Word) words;
	StrMap map;
	Arena arena;
	uint32_t known_words, known_stems; /* size of the vocabulary when ids were looked up */
} WordTable;

void word_table_done(WordTable *table);
/* Looks the ids up again if the vocabulary has grown since; classes stay as they were when the article was read. */
void word_table_refresh(WordTable *table, Vocabulary *vocabulary);

typedef struct Spelling {
	uint64_t head;     /* hash_head of the bytes */
	const char *bytes; /* not NUL-terminated */
	uint32_t length;   /* bytes */
	uint32_t lexeme;   /* index of its normal form, WORD_NONE: not asked for, or not kept */
	uint32_t version;  /* of the vocabulary when ending and stop were looked up */
	uint8_t flags;     /* TOKEN_CAPITAL, TOKEN_UPPER */
	uint8_t ending;    /* bytes of the word of its own that ends it, 0: none */
	bool stop;         /* with a full stop behind it, it is an abbreviation */
} Spelling;

typedef struct Spellings Spellings;

/* Both are borrowed and must outlive the result. NULL: out of memory. */
Spellings *spellings_new(Vocabulary *vocabulary, const TokenRoles *roles);
void spellings_free(Spellings *spellings);
/* Starts the words of an article; the article before is then finished. */
void spellings_begin(Spellings *spellings, WordTable *words);
/* What is known of the surface (length > 0), until the next call. NULL: out of memory. */
const Spelling *spelling_of(Spellings *spellings, const char *surface, uint32_t length);
/* Its index in the article's words, added if it is new; WORD_NONE: out of memory. */
uint32_t spelling_word(Spellings *spellings, const Spelling *spelling, WordTable *words);
/* The vocabulary's classes of a surface, NULL for none. */
const ClassSet *spelling_classes(Spellings *spellings, const char *surface, uint32_t length);

#endif
