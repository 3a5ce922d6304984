#include "document/token_set.h"

#include <string.h>

#include "base/memory.h"

enum { WORDS = SET_NAME, KINDS = 16 }; /* WORDS: while a block is filled, all words */

/* Sets of tokens by their kind; in the second row with a capital, which only words count for. */
static const uint8_t kind_sets[2][KINDS] = {
#define MARKS 1 << SET_CONTEXT
	{[TOKEN_WORD] = 1 << WORDS, [TOKEN_NUMBER] = 1 << SET_NUMBER, [TOKEN_STOP ... TOKEN_QUOTE] = MARKS},
	{[TOKEN_WORD] = 1 << WORDS | 1 << SET_CAPITAL, [TOKEN_NUMBER] = 1 << SET_NUMBER, [TOKEN_STOP ... TOKEN_QUOTE] = MARKS},
#undef MARKS
};

/* Bit k of each of eight bytes, the first byte's lowest. */
static uint64_t column(uint64_t bytes, int k) {
	return (bytes >> k & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080) >> 56;
}

/* A byte per token has a bit per set; eight bytes become eight bits of each set. */
static void fill_block(const Token *tokens, const Word *words, uint32_t count, uint64_t sets[TOKEN_SETS]) {
	uint8_t of_token[64] = {0};
	for (uint32_t i = 0; i < count; i++) {
		uint32_t capital = (tokens[i].flags & TOKEN_CAPITAL) / TOKEN_CAPITAL;
		of_token[i] = (uint8_t)(words[tokens[i].word].traits | kind_sets[capital][tokens[i].kind]);
	}
	memset(sets, 0, TOKEN_SETS * sizeof *sets);
	for (uint32_t i = 0; i < count; i += 8) {
		uint64_t eight;
		memcpy(&eight, of_token + i, 8);
#pragma GCC unroll 8
		for (int k = 0; k < TOKEN_SETS; k++)
			sets[k] |= column(eight, k) << i;
	}
	sets[SET_PLAIN] = sets[WORDS] & ~sets[SET_PLAIN] & ~sets[SET_CAPITAL];
	sets[SET_NAME] = sets[SET_CAPITAL];
}

bool token_sets_fill(const TokenList *tokens, const WordTable *words, uint32_t numbers, TokenSetList *sets) {
	uint32_t blocks = (tokens->count + 63) / 64;
	if (!vec_reserve(sets, blocks * TOKEN_SETS))
		return false;
	sets->count = blocks * TOKEN_SETS;
	for (uint32_t b = 0; b < blocks; b++) {
		uint64_t *block = sets->items + b * TOKEN_SETS;
		uint32_t left = tokens->count - b * 64;
		fill_block(tokens->items + b * 64, words->words.items, left < 64 ? left : 64, block);
		if (numbers & WORD_OPENER)
			block[SET_PHRASE] |= block[SET_NUMBER];
	}
	return true;
}

uint32_t token_set_count(const TokenSetList *sets, TokenSet set, uint32_t from, uint32_t end) {
	uint32_t count = 0;
	for (uint32_t i = token_set_next(sets, set, from, end); i < end; i = token_set_next(sets, set, i + 1, end))
		count++;
	return count;
}
