#include "text/line.h"

#include "base/memory.h"
#include "text/enumeration.h"

enum {
	HEADLINE_TOKENS = 40, /* a longer first line is a paragraph without a full stop */
	HEADING_TOKENS = 16,
	BYLINE_TOKENS = 10,
	WRAP_LINES = 4,       /* fewer lines tell nothing about wrapping */
	WRAP_LONGEST = 110,   /* bytes: longer lines are paragraphs */
	WRAP_SHORTEST = 40
};

const char *const newline_names[NEWLINES + 1] = {"auto", "hard", "soft", NULL};
const char *const segment_kind_names[SEGMENT_KINDS] = {"body", "headline", "heading", "caption", "furniture"};

bool line_split(const TokenList *tokens, LineList *lines) {
	for (uint32_t i = 0; i < tokens->count; i++) {
		uint8_t flags = tokens->items[i].flags;
		if (i > 0 && !(flags & TOKEN_LINE_START))
			continue;
		Line line = {.first = i, .end = tokens->count, .blank_before = flags & TOKEN_BLANK_BEFORE};
		if (i > 0)
			lines->items[lines->count - 1].end = i;
		if (!vec_push(lines, line))
			return false;
	}
	return true;
}

static bool ends_sentence(const TokenList *tokens, const Line *line) {
	uint32_t last = line->end;
	while (last > line->first + 1 &&
	       (tokens->items[last - 1].kind == TOKEN_QUOTE || tokens->items[last - 1].kind == TOKEN_CLOSE))
		last--;
	const Token *token = &tokens->items[last - 1];
	return token->kind == TOKEN_STOP || token->character == ':' || token->character == ';' ||
	       ((token->flags & TOKEN_ABBREVIATED) && last - line->first > HEADING_TOKENS / 2);
}

/* `Name Name – Outlet Name`: capitalised words around a dash, nothing else. */
static bool is_byline(const TokenList *tokens, const Line *line) {
	uint32_t capitals = 0, dashes = 0;
	for (uint32_t i = line->first; i < line->end; i++) {
		const Token *token = &tokens->items[i];
		if (token->kind == TOKEN_DASH)
			dashes++;
		else if (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL))
			capitals++;
		else
			return false;
	}
	return dashes == 1 && capitals >= 2 && line->end - line->first <= BYLINE_TOKENS;
}

static SegmentKind opening_kind(const TokenList *tokens, const Line *line, bool first, bool after_furniture) {
	uint32_t length = line->end - line->first;
	if (first && length <= HEADLINE_TOKENS)
		return SEGMENT_HEADLINE;
	if (is_byline(tokens, line))
		return SEGMENT_FURNITURE;
	if (length <= HEADING_TOKENS)
		return after_furniture ? SEGMENT_CAPTION : SEGMENT_HEADING;
	return SEGMENT_BODY;
}

void line_classify(const TokenList *tokens, LineList *lines) {
	bool first = true, body_seen = false, after_furniture = false;
	for (uint32_t i = 0; i < lines->count; i++) {
		Line *line = &lines->items[i];
		if (line->kind == SEGMENT_FURNITURE) {
			after_furniture = true;
			continue;
		}
		bool last = i + 1 == lines->count;
		if (line->joined || last || ends_sentence(tokens, line) || (!last && lines->items[i + 1].joined))
			line->kind = SEGMENT_BODY;
		else if (!body_seen)
			line->kind = (uint8_t)opening_kind(tokens, line, first, after_furniture);
		else if (line->end - line->first <= HEADING_TOKENS)
			line->kind = SEGMENT_HEADING;
		body_seen |= line->kind == SEGMENT_BODY;
		after_furniture |= line->kind == SEGMENT_FURNITURE;
		first = false;
	}
}

static uint32_t line_bytes(const TokenList *tokens, const Line *line) {
	return tokens->items[line->end - 1].end - tokens->items[line->first].start;
}

/* Hard-wrapped: no line is longer than a column, and most of those that do not end a paragraph fill it. */
static uint32_t wrap_width(const TokenList *tokens, const LineList *lines) {
	uint32_t longest = 0, full = 0, open = 0;
	for (uint32_t i = 0; i < lines->count; i++) {
		uint32_t bytes = line_bytes(tokens, &lines->items[i]);
		longest = bytes > longest ? bytes : longest;
	}
	for (uint32_t i = 0; i + 1 < lines->count; i++) {
		if (lines->items[i + 1].blank_before || ends_sentence(tokens, &lines->items[i]))
			continue;
		open++;
		full += line_bytes(tokens, &lines->items[i]) * 10 >= longest * 7;
	}
	bool wrapped = lines->count >= WRAP_LINES && longest <= WRAP_LONGEST && longest >= WRAP_SHORTEST && open >= 2 &&
	               full * 3 >= open * 2;
	return wrapped ? longest : 0;
}

static bool is_item(const TokenList *tokens, const WordTable *words, const Line *line) {
	const Token *token = &tokens->items[line->first];
	bool dash = token->kind == TOKEN_DASH && line->first + 1 < line->end && (token[1].flags & TOKEN_SPACED);
	return dash || marker_at(tokens, words, line->first, line->end).style;
}

static bool starts_small(const TokenList *tokens, const Line *line) {
	const Token *token = &tokens->items[line->first];
	return token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL);
}

/* A line in small letters goes on with one that is not, or that went on itself: lists have small letters throughout. */
static bool goes_on(const TokenList *tokens, const Line *before, const Line *line) {
	const Token *token = &tokens->items[line->first];
	if (token->kind == TOKEN_STOP || token->kind == TOKEN_COMMA)
		return true;
	return starts_small(tokens, line) && (before->joined || !starts_small(tokens, before)) &&
	       !ends_sentence(tokens, before);
}

void line_join(const TokenList *tokens, const WordTable *words, LineList *lines, Newline newline) {
	if (newline == NEWLINE_HARD)
		return;
	uint32_t width = newline == NEWLINE_AUTO ? wrap_width(tokens, lines) : 0;
	for (uint32_t i = 1; i < lines->count; i++) {
		const Line *before = &lines->items[i - 1];
		Line *line = &lines->items[i];
		if (line->blank_before || line->kind == SEGMENT_FURNITURE || before->kind == SEGMENT_FURNITURE ||
		    is_item(tokens, words, line))
			continue;
		bool filled = width && line_bytes(tokens, before) * 10 >= width * 7;
		line->joined = newline == NEWLINE_SOFT || filled || goes_on(tokens, before, line);
	}
}
