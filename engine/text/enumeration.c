#include "text/enumeration.h"

#include <string.h>

enum { NUMBER_DIGITS = 3 }; /* longer ones are years and quantities */

static bool is_bullet(uint32_t character) {
	switch (character) {
	case 0x2022: case 0x2023: case 0x2043: case 0x25AA: case 0x25AB: case 0x25CB: case 0x25CF: case 0x25E6:
		return true;
	default:
		return false;
	}
}

enum MarkerStyle { STYLE_LETTER = 1, STYLE_NUMBER = 2, STYLE_STOP = 4, STYLE_CLOSED = 8, STYLE_OPENED = 16 };

static bool close_to_last(const TokenList *tokens, uint32_t i, uint32_t end) {
	return i < end && !(tokens->items[i].flags & TOKEN_SPACED);
}

/* The number or small letter that counts the item. Capital letters with a stop are initials. */
static bool read_value(const Token *token, const WordTable *words, Marker *marker) {
	const Word *word = words->words.items[token->word];
	if (token->kind == TOKEN_WORD && word->length == 1 && token->end - token->start == 1) {
		marker->style |= STYLE_LETTER;
		marker->value = (uint32_t)(unsigned char)word->norm[0] - 'a' + 1;
		return true;
	}
	if (token->kind != TOKEN_NUMBER || word->length > NUMBER_DIGITS)
		return false;
	marker->style |= STYLE_NUMBER;
	for (uint32_t i = 0; i < word->length; i++) {
		if (word->norm[i] < '0' || word->norm[i] > '9')
			return word->norm[i] == '.'; /* of a section, 4.1, the first part */
		marker->value = marker->value * 10 + (uint32_t)(word->norm[i] - '0');
	}
	return true;
}

Marker marker_at(const TokenList *tokens, const WordTable *words, uint32_t i, uint32_t end) {
	static const Marker none = {0};
	const Token *token = &tokens->items[i];
	if (token->kind == TOKEN_SYMBOL)
		return is_bullet(token->character) && i + 1 < end ? (Marker){token->character, 0, i + 1} : none;
	Marker marker = {0};
	if (token->kind == TOKEN_OPEN) {
		marker.style = STYLE_OPENED;
		if (!close_to_last(tokens, ++i, end))
			return none;
	}
	if (!read_value(&tokens->items[i++], words, &marker))
		return none;
	if (close_to_last(tokens, i, end) && tokens->items[i].kind == TOKEN_STOP) {
		if (tokens->items[i].character != '.' || tokens->items[i].end - tokens->items[i].start > 1)
			return none;
		marker.style |= STYLE_STOP;
		i++;
	}
	if (close_to_last(tokens, i, end) && tokens->items[i].kind == TOKEN_CLOSE) {
		marker.style |= STYLE_CLOSED;
		i++;
	}
	bool ended = marker.style & (marker.style & STYLE_OPENED ? STYLE_CLOSED : STYLE_CLOSED | STYLE_STOP);
	if (!ended || i >= end || !(tokens->items[i].flags & TOKEN_SPACED))
		return none;
	marker.end = i;
	return marker;
}

bool marker_neighbours(const Marker *a, const Marker *b) {
	if (!a->style || a->style != b->style)
		return false;
	return a->value == b->value ? !a->value && a->style > STYLE_OPENED * 2
	                            : a->value + 1 == b->value || b->value + 1 == a->value;
}
