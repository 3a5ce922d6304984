#include <stdlib.h>

#include "base/memory.h"
#include "reuse/reuse.h"
#include "test.h"

static ReuseWords words_of(const char *text) {
	ReuseWords words = {0};
	CHECK(reuse_words(text, (uint32_t)strlen(text), &words));
	return words;
}

/* The run as text of a, in a buffer of its own. */
static const char *run_text(const char *text, const ReuseWords *words, const ReuseRun *run) {
	static char copy[200];
	uint32_t start = words->items[run->a].start, end = words->items[run->a + run->words - 1].end;
	snprintf(copy, sizeof copy, "%.*s", (int)(end - start), text + start);
	return copy;
}

TEST(words_fold_case_and_keep_an_inner_apostrophe) {
	ReuseWords a = words_of("The Board\u2019s son-in-law, 200!"), b = words_of("THE board's 'SON' in law' 200");
	CHECK(a.count == 6 && b.count == 6);
	for (uint32_t i = 0; i < a.count && i < b.count; i++)
		CHECK(a.items[i].hash == b.items[i].hash);
	CHECK(a.items[1].start == 4 && a.items[1].end == 13);
	vec_done(&a);
	vec_done(&b);
}

TEST(a_text_without_words_has_none) {
	ReuseWords words = words_of(" \u2013 ''' ");
	CHECK(words.count == 0);
	ReuseFeatures features = {0};
	CHECK(reuse_shingles(&words, 5, &features) && features.count == 0);
	vec_done(&words);
}

TEST(runs_are_as_long_as_the_texts_agree) {
	const char *text = "He said the ferry will sail at night again, and left. The crew is small.";
	ReuseWords a = words_of(text), b = words_of("It is true: the ferry will sail at night. The crew is small, too.");
	ReuseRuns runs = {0};
	CHECK(reuse_runs(&a, &b, 4, &runs));
	CHECK(runs.count == 2);
	CHECK(runs.items[0].words == 6 && runs.items[1].words == 4);
	CHECK_STRING(run_text(text, &a, &runs.items[0]), "the ferry will sail at night");
	CHECK_STRING(run_text(text, &a, &runs.items[1]), "The crew is small");
	vec_clear(&runs);
	CHECK(reuse_runs(&a, &b, 7, &runs) && runs.count == 0);
	vec_done(&runs);
	vec_done(&a);
	vec_done(&b);
}

TEST(the_longest_place_of_a_run_counts) {
	ReuseWords a = words_of("one two three four five"), b = words_of("one two three. x. one two three four five");
	ReuseRuns runs = {0};
	CHECK(reuse_runs(&a, &b, 3, &runs));
	CHECK(runs.count == 1 && runs.items[0].words == 5 && runs.items[0].b == 4);
	vec_done(&runs);
	vec_done(&a);
	vec_done(&b);
}

static void add(ReuseIndex *index, const uint64_t *features, uint32_t count) {
	ReuseFeatures list = {0};
	for (uint32_t i = 0; i < count; i++)
		CHECK(vec_push(&list, features[i]));
	CHECK(reuse_add(index, &list));
	vec_done(&list);
}

#define ADD(index, ...) \
	add(index, (const uint64_t[]){__VA_ARGS__}, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t))

TEST(documents_that_share_features_are_pairs) {
	ReuseIndex index = {0};
	ReusePairs pairs = {0};
	uint32_t count;
	ADD(&index, 5, 7, 5, UINT64_MAX);
	ADD(&index, 7, 8);
	ADD(&index, 5, UINT64_MAX, 9, 7);
	CHECK(reuse_size(&index, 0) == 3);
	CHECK(reuse_pairs(&index, 1, 64, &pairs) && pairs.count == 3);
	CHECK(pairs.items[0].a == 0 && pairs.items[0].b == 1 && pairs.items[0].shared == 1);
	CHECK(pairs.items[1].a == 0 && pairs.items[1].b == 2 && pairs.items[1].shared == 3);
	CHECK(pairs.items[2].a == 1 && pairs.items[2].b == 2 && pairs.items[2].shared == 1);
	vec_clear(&pairs);
	CHECK(reuse_pairs(&index, 2, 64, &pairs) && pairs.count == 1);
	CHECK(reuse_spread(&index, 0, 7, &count) && count == 3);
	CHECK(reuse_spread(&index, 1, 5, &count) && count == 0);
	vec_done(&pairs);
	reuse_done(&index);
}

TEST(an_index_takes_documents_after_it_was_asked) {
	ReuseIndex index = {0};
	ReusePairs pairs = {0};
	ADD(&index, 1, 2);
	CHECK(reuse_pairs(&index, 1, 64, &pairs) && pairs.count == 0);
	ADD(&index, 2, 1);
	CHECK(reuse_pairs(&index, 2, 64, &pairs) && pairs.count == 1 && pairs.items[0].shared == 2);
	vec_done(&pairs);
	reuse_done(&index);
}

TEST(a_feature_of_everybody_leads_only_to_the_next_ones) {
	ReuseIndex index = {0};
	ReusePairs pairs = {0};
	for (int i = 0; i < 2000; i++)
		ADD(&index, 1, 2, 3);
	CHECK(reuse_pairs(&index, 1, 2, &pairs) && pairs.count == 2 * 2000 - 3);
	CHECK(pairs.items[0].shared == 3);
	vec_done(&pairs);
	reuse_done(&index);
}

TEST(an_empty_index_has_no_pairs) {
	ReuseIndex index = {0};
	ReusePairs pairs = {0};
	CHECK(reuse_pairs(&index, 1, 64, &pairs) && pairs.count == 0);
	add(&index, NULL, 0);
	CHECK(reuse_pairs(&index, 1, 64, &pairs) && pairs.count == 0);
	reuse_done(&index);
}

/* Everything once; whether it went well. */
static bool use(void) {
	ReuseIndex index = {0};
	ReusePairs pairs = {0};
	ReuseWords words = {0};
	ReuseFeatures features = {0};
	ReuseRuns runs = {0};
	uint32_t count;
	const char *text = "the ferry will sail at night";
	bool fine = reuse_words(text, (uint32_t)strlen(text), &words) && reuse_shingles(&words, 3, &features) &&
	            reuse_add(&index, &features) && reuse_add(&index, &features) && reuse_pairs(&index, 1, 8, &pairs) &&
	            reuse_runs(&words, &words, 3, &runs) && reuse_spread(&index, 0, 1, &count);
	if (fine)
		CHECK(pairs.count == 1 && pairs.items[0].shared == 4 && runs.count == 1 && runs.items[0].words == 6);
	vec_done(&runs);
	vec_done(&features);
	vec_done(&words);
	vec_done(&pairs);
	reuse_done(&index);
	return fine;
}

TEST(lack_of_memory_is_told_and_loses_nothing) {
	memory_fail_after(-1);
	CHECK(use());
	long allocations = memory_allocations();
	for (long i = 0; i < allocations; i++) {
		memory_fail_after(i);
		CHECK(!use());
	}
	memory_fail_after(-1);
	CHECK(use());
}
