/* Numbers with their hedges as intervals, by rounding cells: method F4. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "lexicon/impl.h"

typedef struct Reader {
	const Lexicon *lexicon;
	Document *document;
	const Sentence *sentence;
	uint32_t mention; /* first mention that ends behind the last number read */
} Reader;

/* Value of a token in digits; NaN for times, dates, versions and what is too long. Few digits give an exact integer,
 * and one division rounds as strtod does. */
static double digits_value(const Document *document, const Token *token) {
	static const double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	enum { EXACT_BYTES = sizeof tens / sizeof *tens };
	char plain[32];
	size_t length = 0, points = 0, places = 0;
	uint64_t digits = 0;
	for (uint32_t i = token->start; i < token->end; i++) {
		char byte = document->text[i];
		if (byte == ',')
			continue;
		if (((byte < '0' || byte > '9') && byte != '.') || length + 1 >= sizeof plain)
			return NAN;
		plain[length++] = byte;
		points += byte == '.';
		places += points && byte != '.';
		digits = byte == '.' ? digits : digits * 10 + (uint64_t)(byte - '0');
	}
	plain[length] = '\0';
	if (points > 1)
		return NAN;
	return length < EXACT_BYTES ? (double)digits / tens[places] : strtod(plain, NULL);
}

/* Reads `200`, `two`, `two hundred`, `2 million`, `two thousand five hundred` at the token; *end is the token behind, 0
 * if there is no number. */
static double plain_value(const Reader *r, uint32_t at, uint32_t *end) {
	const Document *document = r->document;
	Vocabulary *vocabulary = r->lexicon->vocabulary;
	double total = 0, group = NAN; /* group: what stands behind the last thousand, million … */
	*end = 0;
	for (uint32_t i = at; i < r->sentence->last; i++) {
		const Token *token = &document->tokens.items[i];
		const Word *word = document_word(document, i);
		double own = token->kind == TOKEN_NUMBER ? digits_value(document, token)
		             : word->id != WORD_NONE     ? vocabulary_word(vocabulary, word->id)->value
		                                         : NAN;
		bool times = token_has(document, i, r->lexicon->roles.multiplier);
		if (isnan(own) || (!*end && times) || (*end && !times && own >= 100))
			break;
		if (*end && !times && (token->kind == TOKEN_NUMBER || group < 20))
			break;
		if (!times) {
			group = isnan(group) ? own : group + own;
		} else if (own < 1000) {
			group = isnan(group) ? own : group * own;
		} else {
			total = isnan(group) ? total * own : total + group * own;
			group = NAN;
		}
		*end = i + 1;
	}
	return !*end ? NAN : isnan(group) ? total : total + group;
}

/* Place value of the last digit that is not zero: 200 → 100, 244 → 1. */
static double rounding_unit(double value) {
	const double most = 1e15;
	double unit = 1;
	if (value != floor(value))
		return 0;
	if (value == 0 || isinf(value))
		return 1;
	uint64_t rest = (uint64_t)(fabs(value) < most ? fabs(value) : fmod(fabs(value), most));
	if (!rest)
		return most;
	for (; rest % 10 == 0; rest /= 10)
		unit *= 10;
	return unit;
}

enum { HEDGE_TOKENS = 4 };

/* Whether a hedge can end right before `at`: few numbers have one. */
static bool may_be_hedged(const Reader *r, uint32_t at) {
	uint32_t first = at >= r->sentence->first + HEDGE_TOKENS ? at - HEDGE_TOKENS : r->sentence->first;
	return first < at && ((document_word(r->document, at - 1)->traits & WORD_HEDGE) ||
	                      token_set_next(&r->document->sets, SET_PHRASE, first, at) < at);
}

/* First token of a hedge of that class that ends right before `at` within the sentence, or `at`. */
static uint32_t hedge_before(const Reader *r, uint32_t at, ClassId id) {
	for (uint32_t length = 1; length <= HEDGE_TOKENS && at >= r->sentence->first + length; length++)
		if (document_class_end(r->document, at - length, id) == at)
			return at - length;
	return at;
}

/* Takes the hedge before the number, if there is one. `unit`: of its rounding. */
static bool take_hedge(const Reader *r, uint32_t at, double value, double unit, Number *number) {
	const LexiconRoles *roles = &r->lexicon->roles;
	const struct { ClassId id; double low, high; } hedges[] = {
		{roles->about, value - unit / 2, value + unit / 2}, {roles->nearly, value - unit / 2, value},
		{roles->over, value, value + unit},                 {roles->under, 0, value},
		{roles->at_least, value, NAN},                      {roles->up_to, 0, value},
	};
	for (size_t i = 0; i < sizeof hedges / sizeof *hedges; i++) {
		uint32_t first = hedge_before(r, at, hedges[i].id);
		if (first == at)
			continue;
		number->first = first;
		number->low = hedges[i].low;
		number->high = hedges[i].high;
		number->approximate = true;
		return true;
	}
	return false;
}

/* A bare round number is read as a rounded one. */
static void apply_hedge(const Reader *r, uint32_t at, double value, Number *number) {
	double unit = rounding_unit(value), half = unit > 1 ? unit / 2 : 0;
	if (may_be_hedged(r, at) && take_hedge(r, at, value, unit, number))
		return;
	number->low = value - half;
	number->high = value + half;
}

/* `100 to 200`, `between 100 and 200`. */
static bool apply_range(const Reader *r, uint32_t at, uint32_t end, double value, Number *number) {
	const Document *document = r->document;
	if (end + 1 >= r->sentence->last)
		return false;
	bool dash = document->tokens.items[end].kind == TOKEN_DASH;
	uint32_t between = may_be_hedged(r, at) ? hedge_before(r, at, r->lexicon->roles.between) : at;
	bool to = token_has(document, end, r->lexicon->roles.range) || dash || between < at;
	uint32_t last;
	double other = to ? plain_value(r, end + 1, &last) : NAN;
	if (isnan(other) || other < value)
		return false;
	*number = (Number){between, last, value, other, false, SPAN_NONE, number->sentence};
	return true;
}

/* What is counted: the first noun-like word behind the number, over names and nationalities. */
static Span unit_behind(Reader *r, uint32_t end) {
	const Document *document = r->document;
	const Mention *mentions = document->mentions.items;
	uint32_t count = document->mentions.count;
	while (r->mention < count && mentions[r->mention].end <= end)
		r->mention++;
	for (uint32_t mention = r->mention; end < r->sentence->last;) {
		if (mention < count && mentions[mention].first == end) {
			end = mentions[mention++].end;
			continue;
		}
		const Token *token = &document->tokens.items[end];
		if (token->kind != TOKEN_WORD || token_has(document, end, r->lexicon->roles.function_word))
			break;
		return (Span){end, end + 1};
	}
	return SPAN_NONE;
}

static const PhraseHit *vague_hit(const Document *document, uint32_t token, uint32_t limit) {
	if (!token_starts_phrase(document, token))
		return NULL;
	for (uint32_t i = document_hit_at(document, token); i < document->hits.count; i++) {
		if (document->hits.items[i].first != token)
			break;
		if (document->hits.items[i].kind == HIT_VALUE && document->hits.items[i].end <= limit)
			return &document->hits.items[i];
	}
	return NULL;
}

/* A number at the token, or one with end 0. */
static Number read_number(Reader *r, uint32_t at, uint32_t sentence) {
	Number number = {.first = at, .unit = SPAN_NONE, .sentence = sentence};
	const PhraseHit *vague = vague_hit(r->document, at, r->sentence->last);
	if (vague) {
		const VagueValue *value = lexicon_value(r->lexicon, vague->target);
		number = (Number){at, vague->end, value->low, value->high, true, SPAN_NONE, sentence};
	} else {
		uint32_t end;
		double value = plain_value(r, at, &end);
		if (!end)
			return number;
		number.end = end;
		if (!apply_range(r, at, end, value, &number))
			apply_hedge(r, at, value, &number);
	}
	number.unit = unit_behind(r, number.end);
	return number;
}

static bool read_sentence(Reader *r, uint32_t index) {
	Document *document = r->document;
	r->sentence = &document->sentences.items[index];
	uint32_t last = r->sentence->last;
	for (uint32_t i = r->sentence->first; (i = token_set_next(&document->sets, SET_NUMBER, i, last)) < last;) {
		Number number = read_number(r, i, index);
		if (number.end && !vec_push(&document->numbers, number))
			return false;
		i = number.end ? number.end : i + 1;
	}
	return true;
}

bool lexicon_find_numbers(const Lexicon *lexicon, Document *document) {
	Reader reader = {lexicon, document, NULL, 0};
	for (uint32_t s = 0; s < document->sentences.count; s++)
		if (document->sentences.items[s].kind != SEGMENT_FURNITURE && !read_sentence(&reader, s))
			return false;
	return true;
}
