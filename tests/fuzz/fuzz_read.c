/* Any bytes through all layers: spans stay inside the text, sentences tile the tokens. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "pipeline/analyzer.h"

#define REQUIRE(holds) ((holds) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Class i has the word `a` + i (from the 27th with a digit) and a phrase: inputs reach all roles with short words. */
static Analyzer *filled(void) {
	Analyzer *a = analyzer_new("english", NULL);
	uint32_t classes = vocabulary_class_count(a->vocabulary);
	for (ClassId id = 0; id < classes; id++) {
		const char phrases[2][4] = {{(char)('a' + id % 26), (char)(id < 26 ? 0 : '0' + id / 26)},
		                            {(char)('a' + id % 26), ' ', '#'}};
		lexicon_add_phrase(a->lexicon, phrases[0], id, NULL);
		lexicon_add_phrase(a->lexicon, phrases[1], id, NULL);
	}
	lexicon_add_alias(a->lexicon, "A B", lexicon_add_entity(a->lexicon, "AB", 3, ID_NONE), MENTION_NAME, NULL);
	lexicon_add_alias(a->lexicon, "C", lexicon_add_entity(a->lexicon, "C", a->attribution_roles.media_class, 0), 0,
	    NULL);
	lexicon_add_value(a->lexicon, "d of e", 200, NAN, NULL);
	vocabulary_word(a->vocabulary, vocabulary_add_word(a->vocabulary, "f", 1))->value = 1000;
	return a;
}

static void check_span(const Document *d, Span tokens) {
	REQUIRE(span_is_none(tokens) || (tokens.start <= tokens.end && tokens.end <= d->tokens.count));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	static Analyzer *analyzer;
	Document *d = analyzer_read(analyzer ? analyzer : (analyzer = filled()), (const char *)data, size, NULL);
	REQUIRE(d && utf8_valid_prefix(d->text, d->length) == d->length && strlen(d->text) == d->length);
	uint32_t byte = 0, token = 0;
	for (uint32_t i = 0; i < d->tokens.count; byte = d->tokens.items[i++].end)
		REQUIRE(d->tokens.items[i].start >= byte && d->tokens.items[i].end > d->tokens.items[i].start);
	REQUIRE(byte <= d->length);
	for (uint32_t i = 0; i < d->sentences.count; token = d->sentences.items[i++].last)
		REQUIRE(d->sentences.items[i].first == token && d->sentences.items[i].last > token);
	REQUIRE(token == d->tokens.count);
	for (uint32_t i = 0; i < d->mentions.count; i++)
		REQUIRE(d->mentions.items[i].end <= d->sentences.items[d->mentions.items[i].sentence].last);
	for (uint32_t i = 0; i < d->numbers.count; i++)
		REQUIRE(d->numbers.items[i].end <= d->sentences.items[d->numbers.items[i].sentence].last);
	for (uint32_t i = 0; i < d->scopes.count; i++)
		check_span(d, d->scopes.items[i].cue), check_span(d, d->scopes.items[i].scope);
	for (uint32_t i = 0; i < d->attributions.count; i++) {
		const Attribution *a = &d->attributions.items[i];
		REQUIRE(!span_is_none(a->content) && !span_is_empty(a->content) && (a->parent == ID_NONE || a->parent < i));
		check_span(d, a->content), check_span(d, a->speaker), check_span(d, a->cue);
		check_span(d, a->parts[0]), check_span(d, a->parts[1]);
		REQUIRE(a->part_of == ID_NONE || (a->part_of < i && d->attributions.items[a->part_of].part_of == ID_NONE));
		REQUIRE(a->next_part == ID_NONE || a->next_part > i);
	}
	document_free(d);
	return 0;
}
