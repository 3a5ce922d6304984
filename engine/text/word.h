/* Spellings and the words they stand for. What a spelling says (its normal form, stem and classes, whether it splits or
 * takes a full stop) is worked out once and kept from article to article. */
#ifndef ASSAY_TEXT_WORD_H
#define ASSAY_TEXT_WORD_H
#include "base/arena.h"
#include "base/chunk.h"
#include "text/vocabulary.h"

#define ENDINGS 3 /* longest ending of a fused word, in bytes */

typedef struct TokenRoles {
	ClassId abbreviation;   /* words that may end with a full stop of their own, written with it */
	ClassId clitic;         /* endings split off, written with their apostrophe */
	ClassId fused[ENDINGS]; /* words whose last 1, 2 or 3 bytes are a word of their own: `cannot` */
	ClassId emoticon;       /* marks that are one token together */
} TokenRoles;

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary);

/* A normal form. Articles share it: it lives as long as the analyzer, or the article where it is the article's own. */
typedef struct Word {
	const ClassSet *classes;  /* of word and stem together; NULL: none */
	uint32_t length;          /* bytes */
	uint32_t id;              /* vocabulary word or WORD_NONE */
	uint32_t stem;            /* vocabulary stem or WORD_NONE */
	uint32_t traits;          /* see vocabulary_class_add_traits */
	uint32_t article, index;  /* for Spellings: the last article that has it, and where in its words */
	char norm[];              /* NUL-terminated */
} Word;

/* The distinct words of one article, in no order that means anything; a token has one's index. */
typedef struct WordTable {
	VEC(Word *) words;
	StrMap map;            /* normal form → index, of words that Spellings does not keep */
	Arena arena;           /* of those words */
	uint32_t known_words, known_stems; /* size of the vocabulary when ids were looked up */
} WordTable;

void word_table_done(WordTable *table);
/* Looks the ids up again if the vocabulary has grown since; classes stay as they are until another article is read. */
void word_table_refresh(WordTable *table, Vocabulary *vocabulary);

/* 32 bytes, so that a look-up hardly touches more than a cache line of the table. */
typedef struct Spelling {
	Chunk bytes;    /* its first; of one longer than CHUNK_BYTES the tail is an address in the arena, of all of them */
	Word *word;     /* NULL: not kept */
	uint8_t length; /* bytes; 0: a free place in the table */
	uint8_t flags;  /* TOKEN_CAPITAL, TOKEN_UPPER */
	uint8_t ending; /* bytes of the word of its own that ends it, 0: none */
	uint8_t stop;   /* StopKind */
} Spelling;

/* Whether a full stop behind the spelling makes an abbreviation of it. */
typedef enum StopKind { STOP_UNKNOWN, STOP_TAKEN, STOP_APART } StopKind;

/* All that is known of spellings, of one vocabulary. */
typedef struct Spellings {
	Vocabulary *vocabulary;
	const TokenRoles *roles;
	Arena arena;
	Spelling *slots;   /* open addressing */
	uint32_t capacity; /* a power of two */
	uint32_t count;
	VEC(Word *) words; /* in the arena */
	uint32_t article;  /* the one that is read; counts from 1 */
	uint32_t version;  /* of the vocabulary when all was looked up */
	Buf norm;
	Spelling passing;  /* one that is not kept */
} Spellings;

/* Both are borrowed and must outlive the result. NULL: out of memory. */
Spellings *spellings_new(Vocabulary *vocabulary, const TokenRoles *roles);
void spellings_free(Spellings *spellings);
/* Begins an article, whose table is empty. False: out of memory. */
bool spellings_begin(Spellings *spellings, WordTable *words);
/* Where the table is searched first. */
static inline Spelling *spelling_place(const Spellings *s, uint32_t hash) {
	return &s->slots[hash & (s->capacity - 1)];
}
/* Where the table has the spelling with these bytes, up to CHUNK_BYTES, and this chunk_hash of them; or a free place. */
static inline Spelling *spelling_slot(const Spellings *s, Chunk bytes, uint32_t hash) {
	Spelling *place = spelling_place(s, hash);
	while (place->length &&
	       (place->bytes.head != bytes.head || place->bytes.tail != bytes.tail || place->length > CHUNK_BYTES))
		place = place + 1 < s->slots + s->capacity ? place + 1 : s->slots;
	return place;
}
/* What is known of the surface (length > 0, CHUNK_BYTES can be read), until the next call. NULL: out of memory. */
Spelling *spelling_of(Spellings *spellings, const char *surface, uint32_t length);
/* Finds out what the spelling's `stop` is. False: out of memory. */
bool spelling_judge_stop(Spellings *spellings, Spelling *spelling, const char *surface, uint32_t length);
/* Index of the spelling's word, that of the surface, in the article's words; it is added there if it is new. WORD_NONE:
 * out of memory. */
uint32_t spelling_new_word(Spellings *spellings, Spelling *spelling, const char *surface, uint32_t length,
                           WordTable *words);
static inline uint32_t spelling_word(Spellings *spellings, Spelling *spelling, const char *surface, uint32_t length,
                                     WordTable *words) {
	return spelling->word && spelling->word->article == spellings->article
	           ? spelling->word->index : spelling_new_word(spellings, spelling, surface, length, words);
}
/* The vocabulary's classes of a surface, NULL for none. */
const ClassSet *spelling_classes(Spellings *spellings, const char *surface, uint32_t length);

#endif
