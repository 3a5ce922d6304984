/* Whether a token ends its sentence. A stop does where what follows can begin one; an abbreviation where that is
 * likely. Every look ahead and back is bounded, or passes marks that no other look passes. */
#ifndef ASSAY_TEXT_BOUNDARY_H
#define ASSAY_TEXT_BOUNDARY_H
#include "text/sentence.h"

typedef struct SentenceReading {
	const TokenList *tokens;
	const WordTable *words;
	const SentenceRoles *roles;
	uint32_t first; /* first token of the sentence that is being read */
	uint32_t end;   /* first token behind its paragraph */
} SentenceReading;

/* Only such tokens can end a sentence, paragraphs aside. */
static inline bool boundary_possible(const Token *token) {
	return token->kind == TOKEN_STOP || token->kind == TOKEN_NUMBER || token->kind == TOKEN_ADDRESS ||
	       (token->flags & TOKEN_ABBREVIATED);
}

/* The first token behind the sentence if token i ends it, else 0. */
uint32_t boundary_behind(const SentenceReading *s, uint32_t i);

#endif
