/* Sets of tokens: where a layer has something to look at. Most tokens are in few of them, and a layer passes over the
 * others 64 at a time. */
#ifndef ASSAY_DOCUMENT_TOKEN_SET_H
#define ASSAY_DOCUMENT_TOKEN_SET_H
#include "text/token.h"

typedef enum TokenSet {
	SET_PHRASE,  /* a phrase of the packs begins; until they are found: may begin */
	SET_NUMBER,  /* digits, number words, vague quantities */
	SET_CONTEXT, /* marks, and words that open or close clauses, scopes and contents */
	SET_CUE,     /* of attributions */
	SET_PERSON,  /* roles and pronouns of persons */
	SET_PLAIN,   /* words in small letters that a title has with a capital */
	SET_CAPITAL, /* words with a capital */
	SET_NAME,    /* those, and where an entity's name begins */
	TOKEN_SETS
} TokenSet;

/* Bits of Word.traits. The first put every token of the word into the set of that number. */
enum WordTrait {
	WORD_OPENER = 1 << SET_PHRASE, WORD_NUMBER = 1 << SET_NUMBER, WORD_CONTEXT = 1 << SET_CONTEXT,
	WORD_CUE = 1 << SET_CUE, WORD_PERSON = 1 << SET_PERSON,
	WORD_SMALL = 1 << SET_PLAIN, /* a title has it in small letters: keeps it out of SET_PLAIN */
	/* In phrases: is one by itself, stands in one behind its first word; begins one, is one, but with a capital only. */
	WORD_ALONE = 1 << 8, WORD_FOLLOWS = 1 << 9, WORD_NAME_OPENER = 1 << 10, WORD_NAME_ALONE = 1 << 11,
	/* Classes that names are found by. */
	WORD_FUNCTION = 1 << 12, WORD_PARTICLE = 1 << 13, WORD_TITLE_SHORT = 1 << 14, WORD_PERSON_ROLE = 1 << 15,
	WORD_NOT_NAME = 1 << 16, WORD_SURNAME = 1 << 17, WORD_BODY = 1 << 18, WORD_ORGAN = 1 << 19, WORD_COMPANY = 1 << 20,
	WORD_OF = 1 << 21, WORD_JOINER = 1 << 22, WORD_SYLLABLE = 1 << 23, WORD_NUMBERED = 1 << 24, WORD_DETERMINER = 1 << 25,
	WORD_HEDGE = 1 << 26, /* of a number behind it */
	WORD_FURNITURE = 1 << 27, /* begins a line that is none of the article's */
	/* Of a clause: finite verbs, pronouns that only stand as a subject, what may end the noun phrase before it. */
	WORD_VERB = 1 << 28, WORD_SUBJECT = 1 << 29, WORD_BREAKS = 1 << 30
};

typedef VEC(uint64_t) TokenSetList; /* per 64 tokens one word of each set */

/* The sets as far as words and marks tell. numbers: traits of all numbers. False: out of memory. */
bool token_sets_fill(const TokenList *tokens, const WordTable *words, uint32_t numbers, TokenSetList *sets);

static inline void token_set_add(TokenSetList *sets, TokenSet set, uint32_t token) {
	sets->items[token / 64 * TOKEN_SETS + set] |= UINT64_C(1) << (token % 64);
}

static inline void token_set_remove(TokenSetList *sets, TokenSet set, uint32_t token) {
	sets->items[token / 64 * TOKEN_SETS + set] &= ~(UINT64_C(1) << (token % 64));
}

static inline bool token_set_has(const TokenSetList *sets, TokenSet set, uint32_t token) {
	return sets->items[token / 64 * TOKEN_SETS + set] >> (token % 64) & 1;
}

/* The first token of the set in [from, end), or end. */
static inline uint32_t token_set_next(const TokenSetList *sets, TokenSet set, uint32_t from, uint32_t end) {
	if (from >= end)
		return end;
	uint32_t block = from / 64;
	uint64_t found = sets->items[block * TOKEN_SETS + set] & UINT64_MAX << (from % 64);
	while (!found) {
		if (++block * 64 >= end)
			return end;
		found = sets->items[block * TOKEN_SETS + set];
	}
	uint32_t token = block * 64 + (uint32_t)__builtin_ctzll(found);
	return token < end ? token : end;
}

/* The token behind the last one of the set in [from, end), or from. */
static inline uint32_t token_set_end(const TokenSetList *sets, TokenSet set, uint32_t from, uint32_t end) {
	if (from >= end)
		return from;
	uint32_t block = (end - 1) / 64;
	uint64_t found = sets->items[block * TOKEN_SETS + set] & UINT64_MAX >> (63 - (end - 1) % 64);
	while (!found) {
		if (block * 64 <= from)
			return from;
		found = sets->items[--block * TOKEN_SETS + set];
	}
	uint32_t token = block * 64 + 64 - (uint32_t)__builtin_clzll(found);
	return token > from ? token : from;
}

/* How many tokens of [from, end) are in the set. */
uint32_t token_set_count(const TokenSetList *sets, TokenSet set, uint32_t from, uint32_t end);

#endif
