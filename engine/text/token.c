#include "text/token.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

typedef struct Tokeniser {
	const char *text;
	uint32_t length, at; /* bytes */
	Vocabulary *vocabulary;
	const TokenRoles *roles;
	WordTable *words;
	TokenList *tokens;
	Buf norm;
	uint8_t pending; /* TokenFlag of the token to come */
	bool oom;
} Tokeniser;

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary) {
	roles->abbreviation = vocabulary_add_class(vocabulary, "abbreviation");
	roles->clitic = vocabulary_add_class(vocabulary, "clitic");
	return roles->clitic != CLASS_LIMIT && roles->abbreviation != CLASS_LIMIT;
}

void word_table_done(WordTable *table) {
	vec_done(&table->words);
	strmap_done(&table->map);
	arena_done(&table->arena);
}

void word_table_refresh(WordTable *table, Vocabulary *vocabulary) {
	uint32_t words = vocabulary_word_count(vocabulary), stems = vocabulary_stem_count(vocabulary);
	if (table->known_words == words && table->known_stems == stems)
		return;
	for (uint32_t i = 0; i < table->words.count; i++) {
		Word *word = &table->words.items[i];
		word->id = vocabulary_find_word(vocabulary, word->norm, word->length);
		word->stem = vocabulary_find_stem(vocabulary, word->norm, word->length);
	}
	table->known_words = words;
	table->known_stems = stems;
}

static const ClassSet *merged_classes(WordTable *table, const ClassSet *of_word, const ClassSet *of_stem) {
	if (!of_stem)
		return of_word;
	if (!of_word)
		return of_stem;
	ClassSet *both = arena_alloc(&table->arena, sizeof *both);
	for (size_t i = 0; both && i < sizeof both->bits / sizeof *both->bits; i++)
		both->bits[i] = of_word->bits[i] | of_stem->bits[i];
	return both;
}

/* Index of the normal form in the article's table; WORD_NONE: out of memory. */
static uint32_t word_intern(Tokeniser *t) {
	WordTable *table = t->words;
	uint32_t known = strmap_find(&table->map, t->norm.bytes, t->norm.length);
	if (known != STRMAP_NONE)
		return known;
	char *copy = arena_copy(&table->arena, t->norm.bytes, t->norm.length);
	if (!copy)
		return WORD_NONE;
	Word word = {.norm = copy, .length = (uint32_t)t->norm.length};
	word.id = vocabulary_find_word(t->vocabulary, copy, word.length);
	word.stem = vocabulary_find_stem(t->vocabulary, copy, word.length);
	const ClassSet *own = word.id == WORD_NONE ? NULL : &vocabulary_word(t->vocabulary, word.id)->classes;
	const ClassSet *of_stem = vocabulary_stem_classes(t->vocabulary, word.stem);
	word.classes = merged_classes(table, own, of_stem);
	if ((!word.classes && (own || of_stem)) || !vec_push(&table->words, word) || !strmap_set(&table->map, copy, word.length, table->words.count - 1))
		return WORD_NONE;
	return table->words.count - 1;
}

static uint8_t case_flags(const char *surface, uint32_t length) {
	uint32_t letters = 0, upper = 0;
	bool first = false;
	for (uint32_t i = 0, character; i < length;) {
		i += (uint32_t)utf8_decode(surface + i, length - i, &character, NULL);
		if (!utf8_is_letter(character))
			continue;
		bool is_upper = utf8_is_upper(character);
		first = letters ? first : is_upper;
		letters++;
		upper += is_upper;
	}
	return (uint8_t)((first ? TOKEN_CAPITAL : 0) | (letters > 1 && upper == letters ? TOKEN_UPPER : 0));
}

static bool token_add(Tokeniser *t, uint32_t start, uint32_t end, TokenKind kind, uint8_t flags, uint32_t character) {
	buf_clear(&t->norm);
	vocabulary_normalise(t->text + start, end - start, &t->norm);
	if (t->norm.oom)
		return false;
	uint32_t word = word_intern(t);
	if (kind <= TOKEN_ADDRESS)
		flags |= case_flags(t->text + start, end - start);
	Token token = {start, end, word, (uint8_t)kind, (uint8_t)(flags | t->pending), character};
	t->pending = 0;
	t->at = end;
	return word != WORD_NONE && !t->oom && vec_push(t->tokens, token);
}

static uint32_t peek(const Tokeniser *t, uint32_t at, uint32_t *next) {
	uint32_t character = 0;
	*next = at < t->length ? at + (uint32_t)utf8_decode(t->text + at, t->length - at, &character, NULL) : at;
	return character;
}

static bool is_word_character(uint32_t character) {
	return utf8_is_letter(character) || utf8_is_digit(character);
}

static bool is_apostrophe(uint32_t character) {
	return character == '\'' || character == 0x2019;
}

/* End of the run of letters and digits at `at`, with apostrophes, marks and digit separators inside it. */
static uint32_t run_end(const Tokeniser *t, uint32_t at) {
	uint32_t next, after;
	for (;;) {
		uint32_t character = peek(t, at, &next);
		if (next == at)
			return at;
		if (is_word_character(character) || character == '_') {
			at = next;
			continue;
		}
		bool digit_before = at && utf8_is_digit((unsigned char)t->text[at - 1]);
		uint32_t follower = peek(t, next, &after);
		bool joins = (is_apostrophe(character) && utf8_is_letter(follower)) ||
		             ((character == '.' || character == ',' || character == ':') && digit_before &&
		              utf8_is_digit(follower)) ||
		             (character == 0xAD && is_word_character(follower));
		if (!joins)
			return at;
		at = next;
	}
}

/* End of `U.S.`-like runs: single letters each followed by a full stop, at least two of them; 0 if there is none. */
static uint32_t acronym_end(const Tokeniser *t, uint32_t at) {
	uint32_t letters = 0, next, after;
	while (utf8_is_letter(peek(t, at, &next)) && next > at && peek(t, next, &after) == '.') {
		letters++;
		at = after;
	}
	return letters >= 2 ? at : 0;
}

/* The vocabulary's classes of the surface [start, end), or NULL. */
static const ClassSet *known_classes(Tokeniser *t, uint32_t start, uint32_t end) {
	buf_clear(&t->norm);
	vocabulary_normalise(t->text + start, end - start, &t->norm);
	t->oom |= t->norm.oom;
	uint32_t word = t->norm.oom ? WORD_NONE : vocabulary_find_word(t->vocabulary, t->norm.bytes, t->norm.length);
	return word == WORD_NONE ? NULL : &vocabulary_word(t->vocabulary, word)->classes;
}

/* The full stop at `end` belongs to the word [start, end) if the pack lists the word with it, or for an initial. */
static bool takes_stop(Tokeniser *t, uint32_t start, uint32_t end) {
	uint32_t next, after;
	if (peek(t, end, &next) != '.' || peek(t, next, &after) == '.')
		return false;
	uint32_t first_end;
	if (utf8_is_upper(peek(t, start, &first_end)) && first_end == end)
		return true;
	return class_set_has(known_classes(t, start, next), t->roles->abbreviation);
}

/* Byte length of the clitic that ends the word [start, end), or 0. A clitic starts at the last apostrophe or one
 * letter before it (n't). */
static uint32_t clitic_length(Tokeniser *t, uint32_t start, uint32_t end) {
	uint32_t apostrophe = end;
	for (uint32_t i = start, next; i < end; i = next)
		if (is_apostrophe(peek(t, i, &next)))
			apostrophe = i;
	if (apostrophe == end || apostrophe == start)
		return 0;
	uint32_t before = apostrophe - 1;
	for (uint32_t from = before > start ? before : apostrophe; from <= apostrophe; from++)
		if (class_set_has(known_classes(t, from, end), t->roles->clitic))
			return end - from;
	return 0;
}

static bool starts_with(const Tokeniser *t, uint32_t at, const char *prefix) {
	size_t length = strlen(prefix);
	return t->length - at >= length && memcmp(t->text + at, prefix, length) == 0;
}

enum { MAIL_BYTES = 320 }; /* longest e-mail address: keeps hostile runs of dots linear */

/* End of a URL or e-mail address at `at`, or 0. */
static uint32_t address_end(const Tokeniser *t, uint32_t at, uint32_t run) {
	bool mail = run < t->length && (t->text[run] == '@' || t->text[run] == '.');
	bool url = starts_with(t, at, "http://") || starts_with(t, at, "https://") || starts_with(t, at, "www.");
	if (!mail && !url)
		return 0;
	uint32_t end = at, sign = 0, dot = 0;
	for (uint32_t next, character; end < t->length && (url || end - at < MAIL_BYTES); end = next) {
		character = peek(t, end, &next);
		if (character <= ' ' || utf8_is_space(character) || strchr("<>\"", (int)(character & 0x7F)) ||
		    character >= 0x2000)
			break;
		if (!url && !is_word_character(character) && !strchr(".@_+-", (int)(character & 0x7F)))
			break;
		sign = character == '@' ? end : sign;
		dot = character == '.' && sign > dot ? end : dot;
	}
	while (end > at && strchr(".,;:!?)'", t->text[end - 1]))
		end--;
	return url || (sign && dot > sign + 1 && dot + 1 < end) ? end : 0;
}

static bool is_iso_date(const Tokeniser *t, uint32_t at) {
	static const char form[] = "dddd-dd-dd";
	if (t->length - at < 10)
		return false;
	for (uint32_t i = 0; i < 10; i++)
		if (form[i] == 'd' ? (unsigned char)(t->text[at + i] - '0') > 9 : t->text[at + i] != form[i])
			return false;
	uint32_t next;
	return !is_word_character(peek(t, at + 10, &next));
}

static bool scan_word(Tokeniser *t) {
	uint32_t start = t->at, end = run_end(t, start), next;
	bool number = utf8_is_digit(peek(t, start, &next));
	if (number && is_iso_date(t, start))
		return token_add(t, start, start + 10, TOKEN_NUMBER, 0, 0);
	uint32_t address = address_end(t, start, end);
	if (address)
		return token_add(t, start, address, TOKEN_ADDRESS, 0, 0);
	if (number)
		return token_add(t, start, end, TOKEN_NUMBER, 0, 0);
	uint32_t acronym = acronym_end(t, start);
	if (acronym)
		return token_add(t, start, acronym, TOKEN_WORD, TOKEN_ABBREVIATED, 0);
	uint32_t clitic = clitic_length(t, start, end);
	if (clitic)
		return token_add(t, start, end - clitic, TOKEN_WORD, 0, 0) && token_add(t, end - clitic, end, TOKEN_WORD, 0, 0);
	if (takes_stop(t, start, end))
		return token_add(t, start, end + 1, TOKEN_WORD, TOKEN_ABBREVIATED, 0);
	return token_add(t, start, end, TOKEN_WORD, 0, 0);
}

static TokenKind mark_kind(uint32_t character) {
	switch (character) {
	case '.': case '!': case '?': case 0x2026: case 0x203C: case 0x2047: case 0x2048: case 0x2049: case 0x3002:
		return TOKEN_STOP;
	case ',': case ';': case ':':
		return TOKEN_COMMA;
	case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
		return TOKEN_DASH;
	case '(': case '[': case '{':
		return TOKEN_OPEN;
	case ')': case ']': case '}':
		return TOKEN_CLOSE;
	case '"': case '\'': case '`': case 0xAB: case 0xBB: case 0x2018: case 0x2019: case 0x201A: case 0x201B:
	case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2039: case 0x203A:
		return TOKEN_QUOTE;
	default:
		return TOKEN_SYMBOL;
	}
}

static bool scan_mark(Tokeniser *t) {
	uint32_t start = t->at, end, next;
	uint32_t character = peek(t, start, &end);
	TokenKind kind = mark_kind(character);
	/* Runs of stops and of hyphens, and the typewriter marks `` and '', are one token. */
	bool run = kind == TOKEN_STOP || character == '-' || character == '`' || character == '\'';
	while (run) {
		uint32_t follower = peek(t, end, &next);
		bool same = kind == TOKEN_STOP ? mark_kind(follower) == TOKEN_STOP : follower == character;
		if (next == end || !same || (kind == TOKEN_QUOTE && end - start == 2))
			break;
		end = next;
	}
	return token_add(t, start, end, kind, 0, character);
}

static void skip_space(Tokeniser *t) {
	uint32_t lines = 0, next;
	for (uint32_t character; t->at < t->length; t->at = next) {
		character = peek(t, t->at, &next);
		if (!utf8_is_space(character) && character >= ' ')
			break;
		bool after_return = character == '\n' && t->at && t->text[t->at - 1] == '\r';
		lines += (character == '\n' && !after_return) || character == '\r' || character == 0x2029 || character == 0x2028;
		t->pending |= TOKEN_SPACED;
	}
	if (lines)
		t->pending |= TOKEN_LINE_START;
	if (lines > 1)
		t->pending |= TOKEN_BLANK_BEFORE;
}

bool tokenise(const char *text, uint32_t length, Vocabulary *vocabulary, const TokenRoles *roles, WordTable *words,
              TokenList *tokens) {
	Tokeniser t = {.text = text, .length = length, .vocabulary = vocabulary, .roles = roles, .words = words,
	               .tokens = tokens, .pending = TOKEN_SPACED | TOKEN_LINE_START};
	words->known_words = vocabulary_word_count(vocabulary);
	words->known_stems = vocabulary_stem_count(vocabulary);
	bool ok = true;
	for (skip_space(&t); ok && t.at < length; skip_space(&t)) {
		uint32_t next;
		ok = is_word_character(peek(&t, t.at, &next)) ? scan_word(&t) : scan_mark(&t);
	}
	buf_done(&t.norm);
	return ok;
}
