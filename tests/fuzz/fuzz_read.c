/* Any bytes through all layers: what must hold of every reading holds. The last byte also says what a line break is. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../c/invariants.h"

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	static Analyzer *analyzer;
	if (!analyzer)
		analyzer = filled();
	analyzer->newline = (Newline)(size ? data[size - 1] % (NEWLINE_SOFT + 1) : NEWLINE_AUTO);
	Document *d = analyzer_read(analyzer, (const char *)data, size, NULL);
	const char *broken = d ? broken_property(d) : "read";
	if (broken) {
		fprintf(stderr, "does not hold: %s\n", broken);
		abort();
	}
	document_free(d);
	return 0;
}
