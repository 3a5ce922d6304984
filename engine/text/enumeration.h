/* What stands before an item of a list: `2.`, `2)`, `2.)`, `(b)`, `•`. */
#ifndef ASSAY_TEXT_ENUMERATION_H
#define ASSAY_TEXT_ENUMERATION_H
#include "text/token.h"

typedef struct Marker {
	uint32_t style; /* how it is written; markers of one list share it; 0: no marker */
	uint32_t value; /* 1 for `1` and for `a`; 0 where the items are not counted */
	uint32_t end;   /* first token behind it */
} Marker;

/* The marker that begins at token i, and text behind it before `end`; style 0 if there is none. */
Marker marker_at(const TokenList *tokens, const WordTable *words, uint32_t i, uint32_t end);
/* Whether b is the item before or behind a in one list (lists count down, too). */
bool marker_neighbours(const Marker *a, const Marker *b);

#endif
