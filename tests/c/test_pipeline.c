#include <stdlib.h>

#include "base/memory.h"
#include "reading.h"

static const char text[] =
	"Hamas agrees to talks\n\nListen to this article\n\nHamas said on Friday that it would not release some 200 people."
	" “We may go,” said Moshe Cohen, an Israeli official. According to Reuters, Lt. Cohen didn't “know” it.\n";

/* Fills the analyzer; false where memory ran out. */
static bool fill(void) {
	static const char *const phrases[][2] = {
		{"cue.say", "said"}, {"cue.according", "according to"}, {"complementizer", "that"}, {"preposition", "on"},
		{"time", "friday"}, {"negation", "not"}, {"hedge", "may"}, {"function", "the"}, {"role", "~official"},
		{"number.about", "some"}, {"abbreviation", "lt."}, {"abbreviation.title", "lt."}, {"clitic", "n't"},
		{"furniture.line", "listen to this article"}, {"talks", "~agree to talks"}, {"pronoun", "it"},
	};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		ClassId id = vocabulary_add_class(analyzer->vocabulary, phrases[i][0]);
		if (id == CLASS_LIMIT || !lexicon_add_phrase(analyzer->lexicon, phrases[i][1], id, NULL))
			return false;
	}
	ClassId id = vocabulary_add_class(analyzer->vocabulary, "group");
	uint32_t hamas = id == CLASS_LIMIT ? ID_NONE : lexicon_add_entity(analyzer->lexicon, "Hamas", id, ID_NONE);
	return hamas != ID_NONE && lexicon_add_alias(analyzer->lexicon, "Hamas", hamas, MENTION_NAME, NULL) &&
	       lexicon_add_value(analyzer->lexicon, "hundreds", 200, 999, NULL) &&
	       vocabulary_add_lemma(analyzer->vocabulary, "agrees", "agree") &&
	       vocabulary_add_word(analyzer->vocabulary, "people", 6) != WORD_NONE;
}

/* A digest of all that was found: out of memory must not pass for a different reading. */
static uint64_t summary(const Document *d) {
	uint64_t sum = d->tokens.count;
	const uint32_t counts[] = {d->lines.count, d->paragraphs.count, d->sentences.count, d->quotes.count, d->hits.count,
	                           d->mentions.count, d->names.count, d->numbers.count, d->scopes.count,
	                           d->attributions.count};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		sum = sum * 31 + counts[i];
	for (uint32_t i = 0; i < d->tokens.count; i++)
		for (ClassId id = 0; id < CLASS_LIMIT; id++)
			sum = sum * 31 + token_has(d, i, id);
	for (uint32_t i = 0; i < d->attributions.count; i++)
		sum = sum * 31 + d->attributions.items[i].content.end + d->attributions.items[i].entity;
	return sum;
}

/* One whole run in which allocation k fails; true once none did. */
static bool run_with_failure(long k, const char *stemmer, uint64_t *sum) {
	AssayError error = {0};
	memory_fail_after(k);
	analyzer = analyzer_new(stemmer, &error);
	bool filled = analyzer && fill();
	Document *d = filled ? analyzer_read(analyzer, text, strlen(text), &error) : NULL;
	bool failed = k >= 0 && memory_allocations() > k;
	memory_fail_after(-1);
	if (d)
		*sum = summary(d);
	CHECK(d || failed);
	CHECK(!(failed && d));
	CHECK(d || (analyzer && !filled) || error.status == ASSAY_NO_MEMORY);
	done(d);
	return !failed;
}

static void sweep(const char *stemmer) {
	uint64_t expected = 0, sum = 0;
	run_with_failure(-1, stemmer, &expected);
	long k = 0;
	while (k < 100000 && !run_with_failure(k, stemmer, &sum))
		k++;
	CHECK(k > 50 && k < 100000);
	CHECK(sum == expected);
}

TEST(every_failed_allocation_is_told_and_leaks_nothing) {
	sweep("english");
	sweep(NULL);
}

TEST(ill_formed_bytes_and_nuls_are_replaced_and_counted) {
	static const char bytes[] = "a\xFF" "b\0c\xE2\x80" "d\xF0\x9F\x98\x80";
	analyzer = analyzer_new(NULL, NULL);
	Document *d = analyzer_read(analyzer, bytes, sizeof bytes - 1, NULL);
	CHECK(d->replaced == 3);
	CHECK_STRING(d->text, "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD" "d\xF0\x9F\x98\x80");
	CHECK(d->length == strlen(d->text));
	done(d);
}

TEST(an_empty_text_has_no_layers) {
	analyzer = analyzer_new("english", NULL);
	Document *d = read_text("");
	CHECK(d && d->length == 0 && d->text && !d->tokens.count && !d->sentences.count && !d->attributions.count);
	done(d);
}

TEST(a_text_that_is_too_long_is_bad_input) {
	AssayError error = {0};
	analyzer = analyzer_new(NULL, NULL);
	CHECK(!analyzer_read(analyzer, "", DOCUMENT_LIMIT, &error) && error.status == ASSAY_BAD_INPUT);
	done(NULL);
}

TEST(an_unknown_stemmer_makes_no_analyzer) {
	AssayError error = {0};
	CHECK(!analyzer_new("klingon", &error) && error.status == ASSAY_BAD_PACK);
	analyzer_free(NULL);
}

TEST(an_analyzer_without_words_reads_any_text) {
	analyzer = analyzer_new(NULL, NULL);
	Document *d = read_text(text);
	CHECK(d && d->sentences.count >= 4 && d->quotes.count == 2);
	done(d);
}

TEST(readings_do_not_depend_on_those_before) {
	analyzer = analyzer_new("english", NULL);
	CHECK(fill());
	Document *first = read_text(text), *other = read_text("Else. It"), *second = read_text(text);
	CHECK(summary(first) == summary(second));
	document_free(first);
	document_free(other);
	done(second);
}

/* One sentence of 20,000 cues. */
TEST(a_sentence_of_nothing_but_cues_finishes) {
	enum { COUNT = 20000 };
	char *long_text = malloc(12 * COUNT + 1);
	for (int i = 0; i < COUNT; i++)
		memcpy(long_text + 12 * i, "Hamas said, ", 13);
	analyzer = analyzer_new("english", NULL);
	CHECK(fill());
	Document *d = read_text(long_text);
	CHECK(d && d->mentions.count == COUNT);
	done(d);
	free(long_text);
}
