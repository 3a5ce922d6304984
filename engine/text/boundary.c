#include "text/boundary.h"

#include <string.h>

enum {
	FRONTED_TOKENS = 3,   /* `At 5 a.m. …`: so few tokens before an abbreviation are no sentence */
	NAME_TOKENS = 3,      /* of who speaks, between a quotation and its verb */
	WHOLE_WORD = 4,       /* letters; shorter words before a stop may be abbreviations that no pack lists */
	OMISSION_STOPS = 3,   /* `. . .` leaves out words of a sentence, a fourth stop ends it */
	REFERENCE_DIGITS = 3,
	REFERENCE_TOKENS = 12, /* [1–3, 7] */
	REFERENCE_WORDS = 3,
	CLOCK_BYTES = 3,      /* of the shortest time of day and date */
	DATE_BYTES = 5
};

static const Token *token_at(const SentenceReading *s, uint32_t i) {
	return &s->tokens->items[i];
}

static bool has_class(const SentenceReading *s, uint32_t i, ClassId id) {
	return class_set_has(s->words->words.items[token_at(s, i)->word]->classes, id);
}

static uint32_t byte_length(const Token *token) {
	return token->end - token->start;
}

static bool has_kind(const SentenceReading *s, uint32_t i, TokenKind kind) {
	return i < s->end && token_at(s, i)->kind == kind;
}

static bool is_close(const SentenceReading *s, uint32_t i) {
	return i < s->end && !(token_at(s, i)->flags & TOKEN_SPACED);
}

static bool is_spaced(const SentenceReading *s, uint32_t i) {
	return i < s->end && (token_at(s, i)->flags & TOKEN_SPACED);
}

static bool is_capital(const SentenceReading *s, uint32_t i) {
	return i < s->end && (token_at(s, i)->flags & TOKEN_CAPITAL);
}

static bool is_starter(const SentenceReading *s, uint32_t i) {
	return is_capital(s, i) && has_class(s, i, s->roles->starter);
}

static bool is_lower_word(const SentenceReading *s, uint32_t i) {
	return has_kind(s, i, TOKEN_WORD) && !(token_at(s, i)->flags & TOKEN_CAPITAL);
}

static bool is_ellipsis(const Token *stop) {
	return stop->character == 0x2026 || (stop->character == '.' && byte_length(stop) > 1);
}

/* ---- what belongs to the sentence behind its stop ---- */

static uint32_t skip_closers(const SentenceReading *s, uint32_t i) {
	while (has_kind(s, i, TOKEN_CLOSE) || (has_kind(s, i, TOKEN_QUOTE) && (is_close(s, i) || i + 1 == s->end)))
		i++;
	return i;
}

/* `:-)`, `;)`, `=(`, `:P`, ☺: the token behind it, or i. */
static uint32_t skip_emoticon(const SentenceReading *s, uint32_t i) {
	if (i >= s->end)
		return i;
	uint32_t eyes = token_at(s, i)->character, mouth = i + 1;
	if (token_at(s, i)->kind == TOKEN_SYMBOL && (eyes >= 0x1F300 || eyes == 0x263A || eyes == 0x2764))
		return i + 1;
	if (eyes != ':' && eyes != ';' && eyes != '=')
		return i;
	if (has_kind(s, mouth, TOKEN_DASH) && is_close(s, mouth))
		mouth++;
	if (!is_close(s, mouth))
		return i;
	const Token *token = token_at(s, mouth);
	bool letter = token->kind == TOKEN_WORD && byte_length(token) == 1;
	return letter || token->kind == TOKEN_CLOSE || token->kind == TOKEN_OPEN ? mouth + 1 : i;
}

/* `[4]`, `[1–3, 7]`, `[citation needed]`: the token behind it, or i. */
static uint32_t skip_bracketed(const SentenceReading *s, uint32_t i) {
	if (!has_kind(s, i, TOKEN_OPEN) || token_at(s, i)->character != '[')
		return i;
	uint32_t words = 0;
	for (uint32_t j = i + 1; j < s->end && j < i + REFERENCE_TOKENS && words <= REFERENCE_WORDS; j++) {
		switch ((TokenKind)token_at(s, j)->kind) {
		case TOKEN_CLOSE:
			return j + 1;
		case TOKEN_NUMBER: case TOKEN_COMMA: case TOKEN_DASH:
			continue;
		default:
			if (!is_lower_word(s, j))
				return i;
			words++;
		}
	}
	return i;
}

/* `Help! (1965), …`: the token behind the bracket, or i. */
static uint32_t skip_year(const SentenceReading *s, uint32_t i) {
	bool bracketed = has_kind(s, i, TOKEN_OPEN) && has_kind(s, i + 1, TOKEN_NUMBER) && has_kind(s, i + 2, TOKEN_CLOSE);
	return bracketed && is_close(s, i + 3) ? i + 3 : i;
}

/* The number of a footnote: `idea.7 The next`, `idea. 7 The next`; the token behind it, or i. */
static uint32_t skip_note(const SentenceReading *s, uint32_t i) {
	if (!has_kind(s, i, TOKEN_NUMBER) || byte_length(token_at(s, i)) > REFERENCE_DIGITS || !is_spaced(s, i + 1))
		return i;
	bool close = is_close(s, i) && (is_capital(s, i + 1) || has_kind(s, i + 1, TOKEN_NUMBER));
	return close || is_starter(s, i + 1) ? i + 1 : i;
}

static uint32_t skip_tail(const SentenceReading *s, uint32_t i) {
	i = skip_closers(s, i);
	for (uint32_t before = s->end + 1; before != i;) {
		before = i;
		i = skip_emoticon(s, i);
		i = skip_bracketed(s, i);
		i = skip_year(s, i);
		i = skip_note(s, i);
	}
	return i;
}

/* ---- what may follow ---- */

/* First token at or behind i that is not an opening mark. */
static uint32_t skip_openers(const SentenceReading *s, uint32_t i) {
	while (i + 1 < s->end && (token_at(s, i)->kind == TOKEN_QUOTE || token_at(s, i)->kind == TOKEN_OPEN))
		i++;
	return i;
}

/* A sentence without a capital, as in hasty mail: likely behind a whole word, and where the word often starts one, but
 * `!` and `?` belong to names as well. */
static bool starts_small(const SentenceReading *s, uint32_t stop, uint32_t start) {
	if (stop < s->first + 2 || skip_closers(s, stop + 1) > stop + 1 || is_ellipsis(token_at(s, stop)))
		return false;
	const Token *before = token_at(s, stop - 1);
	bool full = token_at(s, stop)->character == '.', small = is_lower_word(s, stop - 1);
	if (before->kind != TOKEN_WORD || (!full && !small && !(before->flags & TOKEN_UPPER)))
		return false;
	return (small && (!full || byte_length(before) >= WHOLE_WORD)) || has_class(s, start, s->roles->starter);
}

/* A number or a date behind `c.` or `N°.` */
static bool is_counted(const SentenceReading *s, uint32_t stop) {
	if (stop == s->first || !is_close(s, stop) || byte_length(token_at(s, stop)) > 1)
		return false;
	const Token *before = token_at(s, stop - 1);
	bool letter = before->kind == TOKEN_WORD && byte_length(before) == 1;
	return letter || before->character == 0xB0 || before->character == 0xBA || before->character == 0x2116; /* ° º № */
}

/* `“Why now?” Mr Smith asked.` */
static bool is_reporting(const SentenceReading *s, uint32_t stop, uint32_t start) {
	if (start < stop + 2 || !has_kind(s, start - 1, TOKEN_QUOTE) || token_at(s, stop)->character == '.')
		return false;
	if (is_starter(s, start) && byte_length(token_at(s, start)) > 1)
		return false;
	uint32_t verb = start + 1;
	while (verb < start + NAME_TOKENS && is_capital(s, verb))
		verb++;
	return is_lower_word(s, verb) && has_class(s, verb, s->roles->inquit);
}

/* Whether a sentence can begin at `behind`, the spaced token behind a stop and what belongs to it. */
static bool starts_after_stop(const SentenceReading *s, uint32_t stop, uint32_t behind) {
	uint32_t start = skip_openers(s, behind);
	if (token_at(s, stop)->character == '!' && stop > s->first && byte_length(token_at(s, stop)) == 1 &&
	    has_class(s, stop - 1, s->roles->exclaimed))
		return is_starter(s, start);
	switch ((TokenKind)token_at(s, start)->kind) {
	case TOKEN_WORD:
		if (is_capital(s, start))
			return !(is_counted(s, stop) && has_class(s, start, s->roles->time)) &&
			       !(start == behind && is_reporting(s, stop, start));
		if (has_kind(s, behind, TOKEN_OPEN))
			return !is_ellipsis(token_at(s, stop));
		return starts_small(s, stop, start);
	case TOKEN_COMMA: case TOKEN_STOP: case TOKEN_CLOSE:
		return false;
	case TOKEN_DASH:
		return (token_at(s, start)->flags & TOKEN_LINE_START) || is_capital(s, start + 1);
	case TOKEN_NUMBER:
		return !is_counted(s, stop);
	default:
		return true;
	}
}

/* No space behind the stop: `… the end.Then …`. Names of sites and files are written so, too. */
static bool starts_close(const SentenceReading *s, uint32_t stop) {
	if (stop == s->first || is_spaced(s, stop) || !has_kind(s, stop + 1, TOKEN_WORD) || !is_capital(s, stop + 1))
		return false;
	const Token *before = token_at(s, stop - 1), *next = token_at(s, stop + 1);
	if (before->kind == TOKEN_NUMBER)
		return is_starter(s, stop + 1);
	if (before->kind != TOKEN_WORD || byte_length(before) < 2 || (next->flags & TOKEN_UPPER))
		return false;
	return is_starter(s, stop + 1) || (!(before->flags & TOKEN_CAPITAL) && byte_length(next) > 1);
}

/* ---- stops ---- */

/* Token i is the last of three stops with spaces around them. */
static bool ends_omission(const SentenceReading *s, uint32_t i) {
	uint32_t count = 1, stop = i;
	while (count <= OMISSION_STOPS && stop > s->first && has_kind(s, stop - 1, TOKEN_STOP)) {
		count++;
		stop--;
	}
	return count == OMISSION_STOPS && is_spaced(s, stop);
}

/* Exactly the three stops of an omission behind token i, and a capital behind them. */
static bool omission_follows(const SentenceReading *s, uint32_t i) {
	for (uint32_t j = 1; j <= OMISSION_STOPS; j++)
		if (!has_kind(s, i + j, TOKEN_STOP) || !is_spaced(s, i + j))
			return false;
	return is_spaced(s, i + OMISSION_STOPS + 1) && is_capital(s, i + OMISSION_STOPS + 1);
}

static uint32_t behind_stop(const SentenceReading *s, uint32_t i) {
	if (has_kind(s, i + 1, TOKEN_STOP)) {
		bool first = is_close(s, i) && i > s->first && token_at(s, i - 1)->kind != TOKEN_STOP;
		return first && omission_follows(s, i) ? i + 1 : 0;
	}
	bool bracketed = i > s->first && has_kind(s, i - 1, TOKEN_OPEN) && has_kind(s, i + 1, TOKEN_CLOSE); /* [...], (?) */
	if (bracketed || ends_omission(s, i))
		return 0;
	uint32_t behind = skip_tail(s, i + 1);
	if (behind >= s->end)
		return s->end;
	bool starts = is_spaced(s, behind) ? starts_after_stop(s, i, behind) : behind == i + 1 && starts_close(s, i);
	return starts ? behind : 0;
}

/* ---- abbreviations, addresses ---- */

/* `from A to B. The next`: an initial stands behind a name or begins one, a letter for itself behind a small word. */
static bool initial_ends(const SentenceReading *s, uint32_t i, uint32_t start) {
	return i > s->first && is_lower_word(s, i - 1) && is_starter(s, start);
}

static bool abbreviation_ends(const SentenceReading *s, uint32_t i, uint32_t start) {
	const SentenceRoles *roles = s->roles;
	if (!is_capital(s, start) || has_class(s, i, roles->title) || has_class(s, i, roles->inner))
		return false;
	if (has_class(s, i, roles->numeric) || (has_class(s, i, roles->proper) && !is_capital(s, i)))
		return true;
	if (byte_length(token_at(s, i)) == 2)
		return initial_ends(s, i, start);
	if (i < s->first + FRONTED_TOKENS)
		return false;
	if (has_class(s, i, roles->final))
		return !has_class(s, start, roles->time) && !has_class(s, start, roles->zone) &&
		       !(token_at(s, start)->flags & TOKEN_UPPER);
	return is_starter(s, start);
}

static uint32_t behind_abbreviation(const SentenceReading *s, uint32_t i) {
	uint32_t behind = skip_closers(s, i + 1);
	if (behind >= s->end)
		return s->end;
	if (!is_spaced(s, behind))
		return 0;
	uint32_t start = skip_openers(s, behind);
	const Token *closer = token_at(s, behind - 1);
	if (has_kind(s, i + 1, TOKEN_CLOSE) && token_at(s, s->first)->kind != TOKEN_OPEN)
		return 0; /* (D-N.Y.) */
	bool quoted = closer->kind == TOKEN_QUOTE && closer->character != '\'' && closer->character != 0x2019;
	return (quoted && is_capital(s, start)) || abbreviation_ends(s, i, start) ? behind : 0;
}

/* Behind an address the stop is often left out. */
static uint32_t behind_address(const SentenceReading *s, uint32_t i) {
	uint32_t next = i + 1;
	return is_spaced(s, next) && (has_kind(s, next, TOKEN_ADDRESS) || is_starter(s, next)) ? next : 0;
}

/* The number at i if it has so many bytes: most have fewer, and are not looked at. */
static const Word *number_at(const SentenceReading *s, uint32_t i, uint32_t bytes) {
	bool number = has_kind(s, i, TOKEN_NUMBER) && is_spaced(s, i) && byte_length(token_at(s, i)) >= bytes;
	return number ? s->words->words.items[token_at(s, i)->word] : NULL;
}

static bool is_clock(const SentenceReading *s, uint32_t i) {
	const Word *word = number_at(s, i, CLOCK_BYTES);
	return word && word->length >= CLOCK_BYTES && (word->norm[1] == ':' || word->norm[2] == ':');
}

/* `11/24/2026` */
static bool is_date(const SentenceReading *s, uint32_t i) {
	const Word *word = number_at(s, i, DATE_BYTES);
	const char *month = word ? strchr(word->norm, '/') : NULL;
	return month && strchr(month + 1, '/');
}

/* A date in numbers with the time of day behind it is no part of a sentence: mail, log or comment was stamped. The name
 * before it is cut off, and what follows begins anew. */
static uint32_t behind_stamp(const SentenceReading *s, uint32_t i) {
	uint32_t next = i + 1;
	if (is_date(s, i))
		return i > s->first && !is_lower_word(s, i - 1) && is_clock(s, next) ? i : 0;
	if (i == s->first || !is_clock(s, i) || !is_date(s, i - 1))
		return 0;
	if (is_spaced(s, next) && (token_at(s, next)->flags & TOKEN_UPPER) && byte_length(token_at(s, next)) == 2)
		next++;
	return is_spaced(s, next) && is_capital(s, next) ? next : 0;
}

uint32_t boundary_behind(const SentenceReading *s, uint32_t i) {
	const Token *token = token_at(s, i);
	if (token->kind == TOKEN_STOP)
		return behind_stop(s, i);
	if (token->flags & TOKEN_ABBREVIATED)
		return behind_abbreviation(s, i);
	if (token->kind == TOKEN_ADDRESS)
		return behind_address(s, i);
	return token->kind == TOKEN_NUMBER ? behind_stamp(s, i) : 0;
}
