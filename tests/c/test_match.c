#include <stdlib.h>

#include "match/program.h"
#include "reading.h"

static uint32_t israel;

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("probe", "red|red brick|house");
	add("number.at_least", "at least");
	ClassId state = vocabulary_add_class(analyzer->vocabulary, "state");
	ClassId army = vocabulary_add_class(analyzer->vocabulary, "army");
	israel = lexicon_add_entity(analyzer->lexicon, "Israel", state, ID_NONE);
	lexicon_add_alias(analyzer->lexicon, "Israel", israel, MENTION_NAME, NULL);
	uint32_t idf = lexicon_add_entity(analyzer->lexicon, "IDF", army, israel);
	lexicon_add_alias(analyzer->lexicon, "Defence Force", idf, MENTION_NAME, NULL);
	vocabulary_add_stem(analyzer->vocabulary, "leave", 5);
}

static uint32_t word(const char *norm) {
	return vocabulary_add_word(analyzer->vocabulary, norm, strlen(norm));
}

static uint32_t class(const char *name) {
	return vocabulary_add_class(analyzer->vocabulary, name);
}

/* Runs the program over all tokens from `from` on; what it found, the first capture behind a slash. */
static const char *found(const Instruction *code, uint32_t count, const char *text, uint32_t from) {
	static char shown[400];
	static const char *const strings[] = {"IDF"};
	Document *d = read_text(text);
	word_table_refresh(&d->words, analyzer->vocabulary);
	Program *program = program_new(code, count, 2, strings, 1, NULL);
	Scratch scratch = {0};
	Span captures[2];
	CHECK(program && program_captures(program) == 2 && scratch_range(&scratch, d, (Span){0, d->tokens.count}));
	MatchResult result = program ? program_match(program, analyzer->lexicon, &scratch, from, captures)
	                             : MATCH_NO_MEMORY;
	strcpy(shown, result == MATCH_NONE ? "none" : "no memory");
	if (result == MATCH_FOUND)
		snprintf(shown, sizeof shown, "%s/%s", text_of(d, captures[0]), text_of(d, captures[1]));
	scratch_done(&scratch);
	program_free(program);
	document_free(d);
	return shown;
}

#define FOUND(text, expected, ...) \
	do { \
		const Instruction code[] = {__VA_ARGS__, {OP_MATCH, 0, 0}}; \
		CHECK_STRING(found(code, sizeof code / sizeof *code, text, 0), expected); \
	} while (0)

TEST(words_stems_and_surfaces_match) {
	start();
	FOUND("They Left, the IDF.", "the/-", {OP_WORD, word("the"), 0});
	FOUND("They are leaving.", "leaving/-", {OP_STEM, vocabulary_find_stem(analyzer->vocabulary, "leave", 5), 0});
	FOUND("An idf, the IDF.", "IDF/-", {OP_EXACT, 0, 0});
	FOUND("Nothing.", "none", {OP_WORD, word("the"), 0});
	done(NULL);
}

TEST(a_class_takes_its_longest_phrase) {
	start();
	FOUND("A red brick house.", "red brick house/-", {OP_CLASS, class("probe"), 0}, {OP_CLASS, class("probe"), 0});
	FOUND("A red, red brick.", "A/-", {OP_NOT_CLASS, class("probe"), 0});
	FOUND("red brick red", "brick/-", {OP_NOT_CLASS, class("probe"), 0});
	done(NULL);
}

TEST(mentions_match_by_entity_and_tag_along_their_sides) {
	start();
	FOUND("In it the Defence Force left.", "Defence Force/-", {OP_ENTITY, israel, 0});
	FOUND("In it the Defence Force left.", "Defence Force/-", {OP_TAG, class("state"), 0});
	FOUND("In it the Defence Force left.", "Defence Force left/-", {OP_TAG, class("army"), 0},
	      {OP_WORD, word("left"), 0});
	FOUND("So it was Israel.", "none", {OP_TAG, class("army"), 0});
	FOUND("so it was Israel.", "Israel/-", {OP_MENTION, 0, 0});
	done(NULL);
}

TEST(a_number_matches_with_its_hedge) {
	start();
	FOUND("It hit at least 244 men.", "at least 244/-", {OP_NUMBER, 0, 0});
	done(NULL);
}

TEST(the_earlier_branch_is_preferred) {
	start();
	FOUND("a b c", "a b/-", {OP_SPLIT, 1, 3}, {OP_ANY, 0, 0}, {OP_ANY, 0, 0});
	FOUND("a b c", "/-", {OP_SPLIT, 3, 1}, {OP_ANY, 0, 0}, {OP_ANY, 0, 0});
	FOUND("a b c", "a b c/-", {OP_SPLIT, 1, 3}, {OP_ANY, 0, 0}, {OP_JUMP, 0, 0});
	done(NULL);
}

TEST(captures_are_those_of_the_branch_that_matched) {
	start();
	FOUND("a b c", "a b/b", {OP_ANY, 0, 0}, {OP_SAVE, 2, 0}, {OP_WORD, word("b"), 0}, {OP_SAVE, 3, 0});
	/* (<x: a> c | a b): the first branch dies behind its capture */
	FOUND("a b c", "a b/-", {OP_SPLIT, 1, 6}, {OP_SAVE, 2, 0}, {OP_WORD, word("a"), 0}, {OP_SAVE, 3, 0},
	      {OP_WORD, word("c"), 0}, {OP_JUMP, 8, 0}, {OP_WORD, word("a"), 0}, {OP_WORD, word("b"), 0});
	done(NULL);
}

TEST(start_and_end_are_those_of_the_range) {
	start();
	FOUND("a b a", "a/-", {OP_START, 0, 0}, {OP_ANY, 0, 0});
	FOUND("b a.", "none", {OP_START, 0, 0}, {OP_WORD, word("a"), 0});
	FOUND("a b “a.”", "a/-", {OP_WORD, word("a"), 0}, {OP_END, 0, 0});
	done(NULL);
}

TEST(lookahead_takes_nothing) {
	start();
	FOUND("a b a c", "a/-", {OP_WORD, word("a"), 0}, {OP_LOOK, 2, 4}, {OP_WORD, word("c"), 0}, {OP_MATCH, 0, 0});
	FOUND("a b a c", "a c/-", {OP_WORD, word("a"), 0}, {OP_LOOK_NOT, 2, 4}, {OP_WORD, word("b"), 0}, {OP_MATCH, 0, 0},
	      {OP_ANY, 0, 0});
	FOUND("a c", "a/-", {OP_WORD, word("a"), 0}, {OP_LOOK, 2, 6}, {OP_SAVE, 2, 0}, {OP_ANY, 0, 0}, {OP_SAVE, 3, 0},
	      {OP_MATCH, 0, 0});
	done(NULL);
}

/* a =( ..* x ) c: the lookahead from the first `a` holds, but no `c` follows; it must hold from the second one, too. */
TEST(a_lookahead_that_held_holds_again) {
	start();
	FOUND("a a c x", "a c/-", {OP_WORD, word("a"), 0}, {OP_LOOK, 2, 7}, {OP_SPLIT, 5, 3}, {OP_ANY, 0, 0},
	      {OP_JUMP, 2, 0}, {OP_WORD, word("x"), 0}, {OP_MATCH, 0, 0}, {OP_WORD, word("c"), 0});
	FOUND("a a c x", "none", {OP_WORD, word("a"), 0}, {OP_LOOK_NOT, 2, 7}, {OP_SPLIT, 5, 3}, {OP_ANY, 0, 0},
	      {OP_JUMP, 2, 0}, {OP_WORD, word("x"), 0}, {OP_MATCH, 0, 0}, {OP_WORD, word("c"), 0});
	done(NULL);
}

TEST(a_match_may_start_anew_behind_another) {
	const Instruction code[] = {{OP_ANY, 0, 0}, {OP_ANY, 0, 0}, {OP_MATCH, 0, 0}};
	start();
	CHECK_STRING(found(code, 3, "a b c d", 1), "b c/-");
	CHECK_STRING(found(code, 3, "a b c d", 3), "none");
	done(NULL);
}

TEST(programs_with_a_fault_are_refused) {
	AssayError error = {0};
	const Instruction faults[][2] = {
		{{OP_JUMP, 2, 0}, {OP_MATCH, 0, 0}},  {{OP_SPLIT, 0, 2}, {OP_MATCH, 0, 0}},
		{{OP_LOOK, 2, 0}, {OP_MATCH, 0, 0}},  {{OP_SAVE, 4, 0}, {OP_MATCH, 0, 0}},
		{{OP_EXACT, 1, 0}, {OP_MATCH, 0, 0}}, {{OP_CLASS, CLASS_LIMIT, 0}, {OP_MATCH, 0, 0}},
		{{OP_COUNT, 0, 0}, {OP_MATCH, 0, 0}}, {{OP_MATCH, 0, 0}, {OP_ANY, 0, 0}},
	};
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		error_clear(&error);
		CHECK(!program_new(faults[i], 2, 2, (const char *const[]){"x"}, 1, &error) && error.status == ASSAY_BAD_PACK);
	}
	CHECK(!program_new(faults[0], 0, 1, NULL, 0, NULL));
	CHECK(!program_new(&faults[0][1], 1, CAPTURE_LIMIT + 1, NULL, 0, NULL));
	CHECK(!program_new(&faults[0][1], 1, 0, NULL, 0, NULL));
}

TEST(a_loop_that_takes_nothing_ends) {
	start();
	FOUND("a b", "none", {OP_JUMP, 0, 0});
	FOUND("a b", "/-", {OP_SPLIT, 0, 1});
	done(NULL);
}

/* (a?)^n a^n b and a lookahead over the rest at every token, on 2,000 of `a`. */
TEST(pathological_patterns_finish_on_long_sentences) {
	enum { TOKENS = 2000, N = 500 };
	static char text[2 * TOKENS + 1];
	static Instruction steps[3 * N + 8];
	uint32_t count = 0;
	for (int i = 0; i < TOKENS; i++)
		memcpy(text + 2 * i, "a ", 3);
	start();
	for (uint32_t i = 0; i < N; i++, count += 2) {
		steps[count] = (Instruction){OP_SPLIT, count + 1, count + 2};
		steps[count + 1] = (Instruction){OP_WORD, word("a"), 0};
	}
	for (uint32_t i = 0; i < N; i++)
		steps[count++] = (Instruction){OP_WORD, word("a"), 0};
	steps[count++] = (Instruction){OP_WORD, word("b"), 0};
	steps[count++] = (Instruction){OP_MATCH, 0, 0};
	CHECK_STRING(found(steps, count, text, 0), "none");
	FOUND(text, "none", {OP_LOOK, 1, 6}, {OP_SPLIT, 2, 4}, {OP_ANY, 0, 0}, {OP_JUMP, 1, 0}, {OP_END, 0, 0},
	      {OP_MATCH, 0, 0}, {OP_WORD, word("b"), 0});
	done(NULL);
}
