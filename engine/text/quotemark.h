/* Quotation marks → pairs, by position rather than by shape: “ may be closed by ", and what a paragraph leaves open
 * ends with the paragraph. */
#ifndef ASSAY_TEXT_QUOTEMARK_H
#define ASSAY_TEXT_QUOTEMARK_H
#include "text/token.h"

typedef struct QuotePair {
	uint32_t open;  /* token of the opening mark */
	uint32_t close; /* token of the closing mark; if unclosed, the first token behind the paragraph */
	uint16_t depth; /* 0: not inside another pair (capped at UINT16_MAX) */
	bool unclosed;
} QuotePair;

typedef VEC(QuotePair) QuotePairList;

/* Appends the pairs of one paragraph, the tokens [first, end), ordered by opening mark. False: out of memory. */
bool quotemark_pair(const TokenList *tokens, uint32_t first, uint32_t end, QuotePairList *pairs);

#endif
