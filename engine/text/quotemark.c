#include "text/quotemark.h"

#include <stdlib.h>

#include "base/memory.h"

typedef enum MarkFamily { MARK_DOUBLE, MARK_SINGLE, MARK_ANGLE } MarkFamily;

typedef struct OpenMark {
	uint32_t pair; /* index into the result */
	MarkFamily family;
} OpenMark;

typedef VEC(OpenMark) OpenMarkStack;

static MarkFamily mark_family(const Token *mark) {
	switch (mark->character) {
	case 0xAB: case 0xBB: case 0x2039: case 0x203A:
		return MARK_ANGLE;
	case '\'': case '`':
		return mark->end - mark->start == 2 ? MARK_DOUBLE : MARK_SINGLE;
	case 0x2018: case 0x2019: case 0x201A: case 0x201B:
		return MARK_SINGLE;
	default:
		return MARK_DOUBLE;
	}
}

typedef enum MarkSide { SIDE_OPEN, SIDE_CLOSE, SIDE_EITHER } MarkSide;

/* What the neighbours say: a mark with space only before it opens, with space only behind it closes. */
static MarkSide mark_side(const TokenList *tokens, uint32_t i, uint32_t first, uint32_t end) {
	const Token *mark = &tokens->items[i];
	const Token *before = i > first ? mark - 1 : NULL;
	bool loose_before = !before || (mark->flags & TOKEN_SPACED) || before->kind == TOKEN_OPEN ||
	                    before->kind == TOKEN_DASH || (before->kind == TOKEN_QUOTE && before->character != 0x201D);
	bool loose_behind = i + 1 >= end || (tokens->items[i + 1].flags & TOKEN_SPACED) ||
	                    tokens->items[i + 1].kind >= TOKEN_STOP;
	if (loose_before == loose_behind)
		return SIDE_EITHER;
	return loose_before ? SIDE_OPEN : SIDE_CLOSE;
}

static MarkSide shape_side(uint32_t character) {
	switch (character) {
	case 0x201C: case 0x2018: case 0x201E: case 0x201A: case 0xAB: case 0x2039: case '`':
		return SIDE_OPEN;
	case 0x201D: case 0x2019: case 0xBB: case 0x203A:
		return SIDE_CLOSE;
	default:
		return SIDE_EITHER;
	}
}

/* A single mark opens only where a later one of this paragraph can close it, else it is an apostrophe. `closer` caches
 * the last closing place that was found, so that a paragraph is searched once. */
static bool single_is_closed(const TokenList *tokens, uint32_t i, uint32_t first, uint32_t end, uint32_t *closer) {
	if (*closer > i && *closer < end)
		return true;
	if (*closer == end)
		return false;
	for (uint32_t j = i + 1; j < end; j++) {
		const Token *mark = &tokens->items[j];
		if (mark->kind == TOKEN_QUOTE && mark_family(mark) == MARK_SINGLE &&
		    mark_side(tokens, j, first, end) != SIDE_OPEN) {
			*closer = j;
			return true;
		}
	}
	*closer = end;
	return false;
}

static bool pair_open(OpenMarkStack *stack, QuotePairList *pairs, uint32_t i, uint32_t end, MarkFamily family) {
	uint16_t depth = stack->count < UINT16_MAX ? (uint16_t)stack->count : UINT16_MAX;
	QuotePair pair = {.open = i, .close = end, .depth = depth, .unclosed = true};
	return vec_push(pairs, pair) && vec_push(stack, (OpenMark){pairs->count - 1, family});
}

#define CLOSE_REACH 8 /* open marks of another family that a closing mark may jump over: keeps hostile nests linear */

/* Closes the innermost open mark of the family; what was left open inside it stays unclosed and ends with it. */
static bool pair_close(OpenMarkStack *stack, QuotePairList *pairs, uint32_t i, MarkFamily family) {
	uint32_t top = stack->count;
	while (top && top + CLOSE_REACH > stack->count && stack->items[top - 1].family != family)
		top--;
	if (!top || stack->items[top - 1].family != family)
		return false;
	for (uint32_t j = top - 1; j < stack->count; j++)
		pairs->items[stack->items[j].pair].close = i;
	pairs->items[stack->items[top - 1].pair].unclosed = false;
	stack->count = top - 1;
	return true;
}

static bool family_is_open(const OpenMarkStack *stack, MarkFamily family) {
	return stack->count && (stack->items[stack->count - 1].family == family ||
	                        (stack->count > 1 && stack->items[stack->count - 2].family == family));
}

bool quotemark_pair(const TokenList *tokens, uint32_t first, uint32_t end, QuotePairList *pairs) {
	OpenMarkStack stack = {0};
	uint32_t single_closer = first;
	bool ok = true;
	for (uint32_t i = first; ok && i < end; i++) {
		const Token *mark = &tokens->items[i];
		if (mark->kind != TOKEN_QUOTE)
			continue;
		MarkFamily family = mark_family(mark);
		MarkSide side = mark_side(tokens, i, first, end);
		bool open = family_is_open(&stack, family);
		if (side == SIDE_EITHER)
			side = shape_side(mark->character);
		if (side == SIDE_EITHER)
			side = open ? SIDE_CLOSE : SIDE_OPEN;
		if (side == SIDE_OPEN && family == MARK_SINGLE && !single_is_closed(tokens, i, first, end, &single_closer))
			continue;
		if (side == SIDE_OPEN)
			ok = pair_open(&stack, pairs, i, end, family);
		else
			pair_close(&stack, pairs, i, family);
	}
	vec_done(&stack);
	return ok;
}
