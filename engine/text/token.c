#include "text/token.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum {
	MAIL_BYTES = 320,   /* longest e-mail address: keeps hostile runs of dots linear */
	EMOTICON_BYTES = 4,
	TOKEN_BYTES = 4,    /* of text per token, at least: what is reserved */
	WORD_BYTES = 8, FIRST_WORDS = 512, /* likewise per distinct word, of so many that a short article has */
	WORDS_AHEAD = 8,    /* runs from the one read to the one whose word is fetched */
	RUNS = 64           /* that are looked for ahead: those of a few blocks */
};

typedef struct Mark {
	uint32_t word; /* + 1; 0: not met yet */
	uint8_t kind;  /* TokenKind */
} Mark;

/* ASCII letters, up to CHUNK_BYTES, with none before or behind. */
typedef struct Run {
	Chunk bytes;
	uint32_t hash; /* chunk_hash */
	uint32_t start, end;
} Run;

typedef struct Tokeniser {
	const char *text;
	uint32_t length, at; /* bytes */
	Spellings *spellings;
	const TokenRoles *roles;
	WordTable *words;
	TokenList *tokens;
	Mark marks[0x80]; /* of ASCII */
	uint8_t pending;      /* TokenFlag of the token to come */
	uint32_t run, runs;   /* of the list: the next, and how many */
	uint32_t searched;    /* bytes of the text, for runs */
	Run run_list[RUNS + WORDS_AHEAD];
} Tokeniser;

typedef enum ByteClass { BYTE_OTHER, BYTE_LETTER, BYTE_DIGIT, BYTE_JOINS, BYTE_WIDE } ByteClass;

/* BYTE_JOINS: an ASCII byte behind a word that may belong to it or decides what the word is. */
static const uint8_t byte_class[256] = {
	['0' ... '9'] = BYTE_DIGIT, ['A' ... 'Z'] = BYTE_LETTER, ['a' ... 'z'] = BYTE_LETTER,
	['\''] = BYTE_JOINS, ['.'] = BYTE_JOINS, [':'] = BYTE_JOINS, ['@'] = BYTE_JOINS, ['_'] = BYTE_JOINS,
	[0x80 ... 0xFF] = BYTE_WIDE,
};

static ByteClass class_at(const Tokeniser *t, uint32_t at) {
	return (ByteClass)byte_class[(unsigned char)t->text[at]];
}

static bool push(Tokeniser *t, uint32_t start, uint32_t end, TokenKind kind, uint8_t flags, uint32_t character,
                 uint32_t word) {
	Token token = {start, end, word, kind, flags | t->pending, character};
	t->pending = 0;
	t->at = end;
	return word != WORD_NONE && vec_push(t->tokens, token);
}

/* A word, number or address, its spelling known or NULL. */
static bool add_spelled(Tokeniser *t, uint32_t start, uint32_t end, TokenKind kind, uint8_t flags,
                        Spelling *spelling) {
	if (!spelling)
		return false;
	uint32_t word = spelling_word(t->spellings, spelling, t->text + start, end - start, t->words);
	return push(t, start, end, kind, flags | spelling->flags, 0, word);
}

static Spelling *spelling_at(Tokeniser *t, uint32_t start, uint32_t end) {
	const char *surface = t->text + start;
	return spelling_of(t->spellings, surface, end - start);
}

static bool add(Tokeniser *t, uint32_t start, uint32_t end, TokenKind kind, uint8_t flags) {
	return add_spelled(t, start, end, kind, flags, spelling_at(t, start, end));
}

static uint32_t peek(const Tokeniser *t, uint32_t at, uint32_t *next) {
	uint32_t character = (unsigned char)t->text[at];
	*next = at + (at < t->length);
	if (character >= 0x80)
		*next = at + (uint32_t)utf8_decode(t->text + at, t->length - at, &character, NULL);
	return character;
}

static bool is_word_character(uint32_t character) {
	return utf8_is_letter(character) || utf8_is_digit(character);
}

static bool is_apostrophe(uint32_t character) {
	return character == '\'' || character == 0x2019;
}

/* Whether a mark between a digit and `follower` belongs to a number, time or date. */
static bool joins_digits(uint32_t character, uint32_t follower) {
	return (character == '.' || character == ',' || character == ':' || character == '/') && utf8_is_digit(follower);
}

/* End of the run of letters and digits at `at`, with apostrophes, marks and digit separators inside it. */
static uint32_t run_end(const Tokeniser *t, uint32_t at) {
	uint32_t next, after;
	for (;;) {
		while (class_at(t, at) == BYTE_LETTER || class_at(t, at) == BYTE_DIGIT)
			at++;
		uint32_t character = peek(t, at, &next);
		if (next == at)
			return at;
		if (is_word_character(character) || character == '_') {
			at = next;
			continue;
		}
		bool digit_before = at && class_at(t, at - 1) == BYTE_DIGIT;
		uint32_t follower = peek(t, next, &after);
		bool joins = (is_apostrophe(character) && utf8_is_letter(follower)) ||
		             (digit_before && joins_digits(character, follower)) ||
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

/* The full stop at `end` belongs to the word [start, end) if the pack lists the word with it, or for an initial. */
static bool takes_stop(const Tokeniser *t, uint32_t start, uint32_t end, const Spelling *spelling) {
	uint32_t next;
	if (t->text[end] != '.' || t->text[end + 1] == '.')
		return false;
	return spelling->stop == STOP_TAKEN || (utf8_is_upper(peek(t, start, &next)) && next == end);
}

static bool starts_with(const Tokeniser *t, uint32_t at, const char *prefix) {
	return strncmp(t->text + at, prefix, strlen(prefix)) == 0;
}

/* End of a URL or e-mail address at `at`, or 0. */
static uint32_t address_end(const Tokeniser *t, uint32_t at, uint32_t run) {
	bool mail = t->text[run] == '@' || t->text[run] == '.';
	if ((!mail && t->text[run] != ':') || (unsigned char)t->text[run + 1] <= ' ')
		return 0;
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

/* End of three or more groups of digits joined by hyphens, as dates and telephone numbers are; 0 if there is none. Two
 * groups are a range. */
static uint32_t digit_groups_end(const Tokeniser *t, uint32_t at) {
	uint32_t groups = 0, next;
	for (;; at++) {
		uint32_t start = at;
		while (class_at(t, at) == BYTE_DIGIT)
			at++;
		groups += at > start;
		if (at == start || t->text[at] != '-' || class_at(t, at + 1) != BYTE_DIGIT)
			break;
	}
	return groups >= 3 && !is_word_character(peek(t, at, &next)) ? at : 0;
}

static bool scan_number(Tokeniser *t, uint32_t start, uint32_t end) {
	uint32_t groups = t->text[end] == '-' ? digit_groups_end(t, start) : 0;
	return add(t, start, groups ? groups : end, TOKEN_NUMBER, 0);
}

/* What begins with a letter and is no address, its spelling known or NULL: one word, or two where the spelling says so. */
static bool scan_spelled(Tokeniser *t, uint32_t start, uint32_t end, Spelling *spelling) {
	if (!spelling)
		return false;
	uint32_t split = end - spelling->ending;
	if (spelling->ending)
		return add(t, start, split, TOKEN_WORD, 0) && add(t, split, end, TOKEN_WORD, 0);
	if (t->text[end] != '.')
		return add_spelled(t, start, end, TOKEN_WORD, 0, spelling);
	if (!spelling_judge_stop(t->spellings, spelling, t->text + start, end - start))
		return false;
	return takes_stop(t, start, end, spelling) ? add(t, start, end + 1, TOKEN_WORD, TOKEN_ABBREVIATED)
	                                           : add_spelled(t, start, end, TOKEN_WORD, 0, spelling);
}

static bool scan_word(Tokeniser *t) {
	uint32_t start = t->at, end = run_end(t, start), next;
	uint32_t address = address_end(t, start, end);
	if (address)
		return add(t, start, address, TOKEN_ADDRESS, 0);
	if (utf8_is_digit(peek(t, start, &next)))
		return scan_number(t, start, end);
	uint32_t acronym = t->text[next] == '.' ? acronym_end(t, start) : 0;
	return acronym ? add(t, start, acronym, TOKEN_WORD, TOKEN_ABBREVIATED)
	               : scan_spelled(t, start, end, spelling_at(t, start, end));
}

/* Lists the runs of a block that lie in it whole, and gives where the next block begins. The table of spellings is larger
 * than the caches: what a run needs of it is fetched from now on. */
static uint32_t list_runs(Tokeniser *t, uint32_t from) {
	uint64_t left = block_letters(t->text + from);
	for (uint32_t end = 0; left; left = left >> end << end) {
		uint32_t start = (uint32_t)__builtin_ctzll(left);
		uint64_t others = ~(left >> start);
		end = others ? start + (uint32_t)__builtin_ctzll(others) : BLOCK_BYTES;
		if (end == BLOCK_BYTES)
			return from + (start ? start : BLOCK_BYTES);
		if (end - start > CHUNK_BYTES)
			continue;
		Chunk bytes = chunk_of(t->text + from + start, end - start);
		Run *run = &t->run_list[t->runs++];
		*run = (Run){bytes, (uint32_t)chunk_hash(bytes), from + start, from + end};
		__builtin_prefetch(spelling_place(t->spellings, run->hash));
	}
	return from + BLOCK_BYTES;
}

static void fetch_word(const Tokeniser *t, const Run *run) {
	__builtin_prefetch(spelling_place(t->spellings, run->hash)->word);
}

/* The first run that begins at `at` or behind it; that behind the last where there is none. */
static const Run *run_from(Tokeniser *t, uint32_t at) {
	while (t->run < t->runs && t->run_list[t->run].start < at)
		t->run++;
	if (t->run < t->runs)
		return &t->run_list[t->run];
	t->run = t->runs = 0;
	t->searched = at > t->searched ? at : t->searched;
	while (t->searched < t->length && t->runs + BLOCK_BYTES / 2 <= RUNS)
		t->searched = list_runs(t, t->searched);
	for (uint32_t i = 0; i < WORDS_AHEAD; i++)
		fetch_word(t, &t->run_list[i]);
	return t->run_list;
}

/* Whether a run is a word as it stands: most have a blank or comma behind them, the last of a sentence a full stop. */
static inline bool is_plain(const Tokeniser *t, const Run *run, const Spelling *spelling) {
	if (!spelling->length || spelling->ending)
		return false;
	bool stopped = t->text[run->end] == '.' && (unsigned char)t->text[run->end + 1] <= ' ' &&
	               spelling->stop == STOP_APART && run->end - run->start > 1;
	return class_at(t, run->end) == BYTE_OTHER || stopped;
}

/* The mark at `at` if it is known and stands between a word and white space: then it is a token by itself. */
static inline const Mark *lone_mark(const Tokeniser *t, uint32_t at) {
	unsigned char byte = (unsigned char)t->text[at];
	return byte < 0x80 && t->marks[byte].word && (unsigned char)t->text[at + 1] <= ' ' ? &t->marks[byte] : NULL;
}

/* The flags of the token behind a blank, or behind a line's end with a letter behind it, at `at`; 0: neither. */
static inline uint8_t gap_at(const Tokeniser *t, uint32_t at) {
	bool wrapped = t->text[at] == '\n' && class_at(t, at + 1) == BYTE_LETTER;
	return t->text[at] == ' ' ? TOKEN_SPACED : wrapped ? TOKEN_SPACED | TOKEN_LINE_START : 0;
}

/* Takes words, with a mark or none behind them and a gap or none behind that, as long as nothing else is met. Most text
 * is taken here. */
static bool scan_runs(Tokeniser *t) {
	const Run *run = run_from(t, t->at), *end = t->run_list + t->runs;
	if (!vec_reserve(t->tokens, 2 * RUNS))
		return false;
	Token *token = t->tokens->items + t->tokens->count;
	for (; run < end && run->start == t->at; run++) {
		Spelling *spelling = spelling_slot(t->spellings, run->bytes, run->hash);
		fetch_word(t, run + WORDS_AHEAD);
		if (!is_plain(t, run, spelling))
			break;
		uint32_t length = run->end - run->start;
		uint32_t word = spelling_word(t->spellings, spelling, t->text + run->start, length, t->words);
		if (word == WORD_NONE)
			return false;
		*token++ = (Token){run->start, run->end, word, TOKEN_WORD, spelling->flags | t->pending, 0};
		uint32_t at = run->end;
		const Mark *mark = t->text[at] == ' ' ? NULL : lone_mark(t, at);
		if (mark) {
			*token++ = (Token){at, at + 1, mark->word - 1, mark->kind, 0, (unsigned char)t->text[at]};
			at++;
		}
		t->pending = gap_at(t, at);
		t->at = at + (t->pending != 0);
	}
	t->run = (uint32_t)(run - t->run_list);
	t->tokens->count = (uint32_t)(token - t->tokens->items);
	return true;
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

static bool add_mark(Tokeniser *t, uint32_t start, uint32_t end, TokenKind kind, uint32_t character) {
	bool one = end - start == 1 && character < 0x80;
	if (one && t->marks[character].word)
		return push(t, start, end, kind, 0, character, t->marks[character].word - 1);
	const char *surface = t->text + start;
	Spelling *spelling = spelling_at(t, start, end);
	uint32_t word = spelling ? spelling_word(t->spellings, spelling, surface, end - start, t->words) : WORD_NONE;
	if (word == WORD_NONE)
		return false;
	if (one)
		t->marks[character] = (Mark){word + 1, kind};
	return push(t, start, end, kind, 0, character, word);
}

/* End of marks between blanks that the pack lists as one token, or 0. */
static uint32_t emoticon_end(const Tokeniser *t, uint32_t start) {
	uint32_t end = start;
	if (!(t->pending & TOKEN_SPACED))
		return 0;
	while ((unsigned char)t->text[end] > ' ' && end - start <= EMOTICON_BYTES)
		end++;
	if (end - start < 2 || end - start > EMOTICON_BYTES)
		return 0;
	const ClassSet *classes = spelling_classes(t->spellings, t->text + start, end - start);
	return class_set_has(classes, t->roles->emoticon) ? end : 0;
}

static bool scan_mark(Tokeniser *t) {
	uint32_t start = t->at, end, next;
	uint32_t character = peek(t, start, &end), emoticon = emoticon_end(t, start);
	TokenKind kind = mark_kind(character);
	if (emoticon)
		return add_mark(t, start, emoticon, TOKEN_SYMBOL, character);
	/* Runs of stops, of hyphens and of one symbol, and the typewriter marks `` and '', are one token. */
	bool run = kind == TOKEN_STOP || kind == TOKEN_SYMBOL || character == '-' || character == '`' || character == '\'';
	while (run) {
		uint32_t follower = peek(t, end, &next);
		bool same = kind == TOKEN_STOP ? mark_kind(follower) == TOKEN_STOP : follower == character;
		if (next == end || !same || (kind == TOKEN_QUOTE && end - start == 2))
			break;
		end = next;
	}
	return add_mark(t, start, end, kind, character);
}

static void skip_blanks(Tokeniser *t) {
	uint32_t lines = 0, next;
	for (; t->at < t->length; t->at = next) {
		uint32_t character = peek(t, t->at, &next);
		if (character > ' ' && (character < 0x80 || !utf8_is_space(character)))
			break;
		if (character == '\n')
			lines += !t->at || t->text[t->at - 1] != '\r';
		else
			lines += character == '\r' || character == 0x2029 || character == 0x2028;
		t->pending |= TOKEN_SPACED;
	}
	if (lines)
		t->pending |= TOKEN_LINE_START;
	if (lines > 1)
		t->pending |= TOKEN_BLANK_BEFORE;
}

/* Mostly there is one blank, or none. */
static inline void skip_space(Tokeniser *t) {
	bool blank = t->text[t->at] == ' ';
	if ((unsigned char)(t->text[t->at + blank] - '!') >= 0x80 - '!') {
		skip_blanks(t);
		return;
	}
	t->at += blank;
	t->pending |= blank ? TOKEN_SPACED : 0;
}

bool tokenise(const char *text, uint32_t length, Spellings *spellings, const TokenRoles *roles, WordTable *words,
              TokenList *tokens) {
	Tokeniser t = {.text = text, .length = length, .spellings = spellings, .roles = roles, .words = words,
	               .tokens = tokens, .pending = TOKEN_SPACED | TOKEN_LINE_START};
	bool ok = spellings_begin(spellings, words) && vec_reserve(tokens, length / TOKEN_BYTES + 2 * RUNS) &&
	          vec_reserve(&words->words, length / WORD_BYTES < FIRST_WORDS ? length / WORD_BYTES : FIRST_WORDS);
	for (skip_space(&t); ok && t.at < length; skip_space(&t)) {
		uint32_t next;
		ByteClass class = class_at(&t, t.at);
		uint32_t before = t.at;
		if (class == BYTE_LETTER && (!(ok = scan_runs(&t)) || t.at > before))
			continue;
		bool word = class == BYTE_LETTER || class == BYTE_DIGIT ||
		            (class == BYTE_WIDE && is_word_character(peek(&t, t.at, &next)));
		ok = word ? scan_word(&t) : scan_mark(&t);
	}
	return ok;
}
