/* Numbers with their hedges as intervals, by rounding cells: method F4. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "lexicon/impl.h"

typedef struct Reader {
	const Lexicon *lexicon;
	Document *document;
	const Sentence *sentence;
} Reader;

/* Value of a token in digits; NaN for times, dates, versions and what is too long to be exact. */
static double digits_value(const Document *document, const Token *token) {
	char plain[32];
	size_t length = 0;
	uint32_t points = 0;
	for (uint32_t i = token->start; i < token->end; i++) {
		char byte = document->text[i];
		if (byte == ',')
			continue;
		points += byte == '.';
		if ((byte < '0' || byte > '9') && byte != '.')
			return NAN;
		if (length + 1 >= sizeof plain)
			return NAN;
		plain[length++] = byte;
	}
	plain[length] = '\0';
	return points > 1 ? NAN : strtod(plain, NULL);
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
	double unit = 1;
	if (value != floor(value) || value == 0)
		return value == 0 ? 1 : 0;
	while (unit < 1e15 && fmod(value, unit * 10) == 0)
		unit *= 10;
	return unit;
}

/* First token of a hedge of that class that ends right before `at` within the sentence, or `at`. */
static uint32_t hedge_before(const Reader *r, uint32_t at, ClassId id) {
	for (uint32_t length = 1; length <= 4 && at >= r->sentence->first + length; length++)
		if (document_class_end(r->document, at - length, id) == at)
			return at - length;
	return at;
}

static void apply_hedge(const Reader *r, uint32_t at, double value, Number *number) {
	const LexiconRoles *roles = &r->lexicon->roles;
	double unit = rounding_unit(value);
	number->low = number->high = value;
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
		return;
	}
	if (unit > 1) { /* a bare round number is read as a rounded one */
		number->low = value - unit / 2;
		number->high = value + unit / 2;
	}
}

/* `100 to 200`, `between 100 and 200`. */
static bool apply_range(const Reader *r, uint32_t at, uint32_t end, double value, Number *number) {
	const Document *document = r->document;
	if (end + 1 >= r->sentence->last)
		return false;
	bool dash = document->tokens.items[end].kind == TOKEN_DASH;
	uint32_t between = hedge_before(r, at, r->lexicon->roles.between);
	bool to = token_has(document, end, r->lexicon->roles.range) || dash || between < at;
	uint32_t last;
	double other = to ? plain_value(r, end + 1, &last) : NAN;
	if (isnan(other) || other < value)
		return false;
	*number = (Number){between, last, value, other, false, SPAN_NONE, number->sentence};
	return true;
}

/* What is counted: the first noun-like word behind the number, over names and nationalities. */
static Span unit_behind(const Reader *r, uint32_t end) {
	const Document *document = r->document;
	uint32_t mention = document_mention_at(document, end);
	while (end < r->sentence->last) {
		if (mention < document->mentions.count && document->mentions.items[mention].first == end) {
			end = document->mentions.items[mention++].end;
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
	for (uint32_t i = document->hit_of.items[token]; i < document->hits.count; i++) {
		if (document->hits.items[i].first != token)
			break;
		if (document->hits.items[i].kind == HIT_VALUE && document->hits.items[i].end <= limit)
			return &document->hits.items[i];
	}
	return NULL;
}

/* A number at the token, or one with end 0. */
static Number read_number(const Reader *r, uint32_t at, uint32_t sentence) {
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

bool lexicon_find_numbers(const Lexicon *lexicon, Document *document) {
	for (uint32_t s = 0; s < document->sentences.count; s++) {
		Reader reader = {lexicon, document, &document->sentences.items[s]};
		if (reader.sentence->kind == SEGMENT_FURNITURE)
			continue;
		for (uint32_t i = reader.sentence->first; i < reader.sentence->last;) {
			Number number = read_number(&reader, i, s);
			if (number.end && !vec_push(&document->numbers, number))
				return false;
			i = number.end ? number.end : i + 1;
		}
	}
	return true;
}
