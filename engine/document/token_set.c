#include "document/token_set.h"

#include <string.h>

#include "base/memory.h"

enum { WORDS = SET_NAME }; /* while a block is filled: all words */

/* What a token's kind says, as traits. A phrase may have a hyphen between its words. */
static const uint16_t kind_traits[] = {
	[TOKEN_WORD] = 1 << WORDS,     [TOKEN_NUMBER] = WORD_NUMBER,  [TOKEN_ADDRESS] = 0,
	[TOKEN_STOP] = WORD_CONTEXT,   [TOKEN_COMMA] = WORD_CONTEXT,  [TOKEN_DASH] = WORD_CONTEXT | WORD_FOLLOWS,
	[TOKEN_OPEN] = WORD_CONTEXT,   [TOKEN_CLOSE] = WORD_CONTEXT,  [TOKEN_QUOTE] = WORD_CONTEXT,
	[TOKEN_SYMBOL] = 0,
};

/* Bit k of each of eight bytes, the first byte's lowest. */
static uint64_t column(uint64_t bytes, int k) {
	return (bytes >> k & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080) >> 56;
}

/* What the words of 64 tokens are to phrases: see WordTrait. */
typedef struct PhraseSets {
	uint64_t alone, follows, name_opener, name_alone;
} PhraseSets;

/* Where a phrase may begin: at an opener that is one by itself, or has a word of one behind it. What stands behind the
 * block is not known. */
static uint64_t openers(const uint64_t sets[TOKEN_SETS], const PhraseSets *p, uint32_t numbers) {
	uint64_t capital = sets[SET_CAPITAL], number = sets[SET_NUMBER];
	uint64_t opener = sets[SET_PHRASE] | (p->name_opener & capital) | (numbers & WORD_OPENER ? number : 0);
	uint64_t alone = p->alone | (p->name_alone & capital) | (numbers & WORD_ALONE ? number : 0);
	uint64_t follows = p->follows | (numbers & WORD_FOLLOWS ? number : 0);
	return opener & (alone | follows >> 1 | UINT64_C(1) << 63);
}

/* A byte per token has a bit per set; eight bytes become eight bits of each set. */
static void fill_block(const Token *tokens, Word *const *words, uint32_t count, uint32_t numbers,
                       uint64_t sets[TOKEN_SETS]) {
	uint8_t traits[64] = {0}, of_phrases[64] = {0};
	for (uint32_t i = 0; i < count; i++) {
		uint32_t capital = (tokens[i].flags & TOKEN_CAPITAL) / TOKEN_CAPITAL;
		uint32_t all = words[tokens[i].word]->traits | kind_traits[tokens[i].kind] | capital << SET_CAPITAL;
		traits[i] = (uint8_t)all;
		of_phrases[i] = (uint8_t)(all / WORD_ALONE);
	}
	PhraseSets phrases = {0};
	memset(sets, 0, TOKEN_SETS * sizeof *sets);
	for (uint32_t i = 0; i < count; i += 8) {
		uint64_t eight;
		memcpy(&eight, traits + i, 8);
#pragma GCC unroll 8
		for (int k = 0; k < TOKEN_SETS; k++)
			sets[k] |= column(eight, k) << i;
		memcpy(&eight, of_phrases + i, 8);
		phrases.alone |= column(eight, 0) << i;
		phrases.follows |= column(eight, 1) << i;
		phrases.name_opener |= column(eight, 2) << i;
		phrases.name_alone |= column(eight, 3) << i;
	}
	sets[SET_PHRASE] = openers(sets, &phrases, numbers);
	sets[SET_CAPITAL] &= sets[WORDS];
	sets[SET_PLAIN] = sets[WORDS] & ~sets[SET_PLAIN] & ~sets[SET_CAPITAL];
	sets[SET_NAME] = sets[SET_CAPITAL];
}

bool token_sets_fill(const TokenList *tokens, const WordTable *words, uint32_t numbers, TokenSetList *sets) {
	uint32_t blocks = (tokens->count + 63) / 64;
	if (!vec_reserve(sets, blocks * TOKEN_SETS))
		return false;
	sets->count = blocks * TOKEN_SETS;
	for (uint32_t b = 0; b < blocks; b++) {
		uint32_t left = tokens->count - b * 64;
		fill_block(tokens->items + b * 64, words->words.items, left < 64 ? left : 64, numbers,
		           sets->items + b * TOKEN_SETS);
	}
	return true;
}

uint32_t token_set_count(const TokenSetList *sets, TokenSet set, uint32_t from, uint32_t end) {
	uint32_t count = 0;
	for (uint32_t i = token_set_next(sets, set, from, end); i < end; i = token_set_next(sets, set, i + 1, end))
		count++;
	return count;
}
