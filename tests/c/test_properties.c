/* Properties of any reading, on random texts from nasty pieces; and texts that would take long if anything in a layer
 * grew faster than the text: they must come to an end, and the time for n and 2n is printed. */
#include <stdlib.h>
#include <time.h>

#include "invariants.h"
#include "reading.h"

static void start(void) {
	static const char *const classes[][2] = {
		{"cue.say", "said|says|insisted"}, {"cue.tell", "told"}, {"cue.urge", "urged"}, {"cue.according", "according to"},
		{"cue.participle", "saying"}, {"clause.participle", "saying"}, {"negation", "not|no|n't|never"},
		{"negation.pseudo", "not only|no doubt"}, {"negation.after", "is ruled out"}, {"hedge", "may|could"},
		{"condition", "if|unless"}, {"condition.inverted", "should"}, {"denial", "denied"}, {"question", "whether"},
		{"scope.end", "but|because|which|who"}, {"clause.subordinate", "if|unless|because"},
		{"clause.perhaps", "after|before"}, {"clause.subject", "he|they|it"}, {"relative", "who|which"},
		{"complementizer", "that|whether"}, {"coordinator", "and|but|or"}, {"auxiliary", "is|was|would|may|could"},
		{"connective", "however"}, {"determiner", "the|a"}, {"pronoun", "he|they|it"}, {"preposition", "of|in|after"},
		{"role", "official|minister"}, {"abbreviation", "mr.|u.s.|lt.|a.m."}, {"abbreviation.title", "mr.|lt."},
		{"clitic", "'s|n't"}, {"function", "the|a|of|in"}, {"number.about", "about"}, {"furniture.line", "share this"},
	};
	AssayError error;
	analyzer = analyzer_new("english", &error);
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		add(classes[i][0], classes[i][1]);
	uint32_t egypt = lexicon_add_entity(analyzer->lexicon, "Egypt", vocabulary_add_class(analyzer->vocabulary, "group"),
	                                    ID_NONE);
	CHECK(lexicon_add_alias(analyzer->lexicon, "Egypt", egypt, MENTION_NAME, NULL));
	CHECK(lexicon_add_alias(analyzer->lexicon, "Egyptian", egypt, MENTION_ADJECTIVE, NULL));
}

#define PIECE(text) {text, sizeof(text) - 1}

static const struct Piece { const char *text; size_t length; } pieces[] = {
	PIECE(" "), PIECE(" "), PIECE(" "), PIECE("  \t"), PIECE("\n"), PIECE("\r\n"), PIECE("\n\n"), PIECE("\xC2\xA0"),
	PIECE("\xE2\x80\xA8"), PIECE("\xE2\x80\x8B"), PIECE("\""), PIECE("“"), PIECE("”"), PIECE("‘"), PIECE("’"),
	PIECE("«"), PIECE("»"), PIECE("„"), PIECE("‹"), PIECE("'"), PIECE("''"), PIECE("``"), PIECE("「"), PIECE("」"),
	PIECE("("), PIECE(")"), PIECE("["), PIECE("]"), PIECE("{"), PIECE("}"), PIECE("."), PIECE("..."), PIECE("…"),
	PIECE("?"), PIECE("!"), PIECE("?!"), PIECE(","), PIECE(";"), PIECE(":"), PIECE("-"), PIECE("–"), PIECE(" — "),
	PIECE("Mr."), PIECE("U.S."), PIECE("Lt. "), PIECE("a.m."), PIECE("e.g."), PIECE("J. K."), PIECE("said"),
	PIECE("told "), PIECE("urged "), PIECE("according to "), PIECE(" that "), PIECE("not "), PIECE("not only "),
	PIECE("if "), PIECE("who "), PIECE("is ruled out"), PIECE("they "), PIECE("and would "), PIECE("may "),
	PIECE("Egypt"), PIECE("Egyptian official"), PIECE("Anna Berg"), PIECE("Berg"), PIECE("the minister"),
	PIECE("about 200 men"), PIECE("13:59"), PIECE("3.5"), PIECE("1,000"), PIECE("$5"), PIECE("https://a.b/c?d=e."),
	PIECE("x@y.org"), PIECE("don't"), PIECE("Egypt’s"), PIECE("n't"), PIECE("e\xCC\x81"), PIECE("\xCC\x81"),
	PIECE("👩‍🚀"), PIECE("🇪🇬"), PIECE("שלום"), PIECE("\xE2\x80\xAE"), PIECE("مرحبا"), PIECE("中文。"), PIECE("ß"),
	PIECE("\xEF\xBB\xBF"), PIECE("\0"), PIECE("\x1B[31m"), PIECE("\xFF"), PIECE("\xE2\x80"), PIECE("\xC0\x80"),
	PIECE("\xED\xA0\x80"), PIECE("1. "), PIECE("• "), PIECE("* "), PIECE("Share this\n"), PIECE("(Reuters) – "),
};

static uint64_t next_random(uint64_t *state) { /* xorshift64* */
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717) >> 32;
}

static void fill(Buf *text, uint64_t *state, uint32_t count) {
	buf_clear(text);
	for (uint32_t i = 0; i < count; i++) {
		const struct Piece *piece = &pieces[next_random(state) % (sizeof pieces / sizeof *pieces)];
		buf_append(text, piece->text, piece->length);
		if (next_random(state) % 3)
			buf_append_byte(text, ' ');
	}
}

TEST(spans_of_random_texts_nest_and_tile) {
	enum { TEXTS = 3000, PIECES = 60 };
	uint64_t state = 20251110;
	Buf text = {0};
	start();
	for (uint32_t i = 0; i < TEXTS; i++) {
		fill(&text, &state, 1 + next_random(&state) % PIECES);
		Document *d = analyzer_read(analyzer, text.bytes, text.length, NULL);
		const char *broken = d ? broken_property(d) : "read";
		CHECK(!broken);
		if (broken)
			printf("text %u: %s\n%.*s\n", i, broken, (int)text.length, text.bytes);
		document_free(d);
		if (broken)
			break;
	}
	buf_done(&text);
	done(NULL);
}

TEST(a_text_reads_the_same_with_white_space_around_it) {
	uint64_t state = 7;
	Buf text = {0}, padded = {0};
	start();
	for (uint32_t i = 0; i < 300; i++) {
		fill(&text, &state, 20);
		buf_clear(&padded);
		buf_append(&padded, "\n\n", 2);
		buf_append(&padded, text.bytes, text.length);
		buf_append(&padded, "  \n", 3);
		Document *d = analyzer_read(analyzer, text.bytes, text.length, NULL);
		Document *e = analyzer_read(analyzer, padded.bytes, padded.length, NULL);
		CHECK(d && e && d->tokens.count == e->tokens.count && d->sentences.count == e->sentences.count &&
		      d->attributions.count == e->attributions.count && d->scopes.count == e->scopes.count);
		document_free(d);
		document_free(e);
	}
	buf_done(&text);
	buf_done(&padded);
	done(NULL);
}

/* Seconds of processor time for the unit, repeated. */
static double time_for(const char *unit, uint32_t count) {
	size_t length = strlen(unit);
	char *text = malloc(length * count + 1);
	for (uint32_t i = 0; i < count; i++)
		memcpy(text + length * i, unit, length);
	clock_t before = clock();
	Document *d = analyzer_read(analyzer, text, length * count, NULL);
	double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
	const char *broken = d ? broken_property(d) : "read";
	CHECK(!broken);
	if (broken)
		printf("%u times %s: %s\n", count, unit, broken);
	document_free(d);
	free(text);
	return seconds;
}

static void grow(const char *unit, uint32_t count) {
	start();
	double once = time_for(unit, count), twice = time_for(unit, 2 * count);
	printf("%7u x %-28.28s %6.2f s, twice as many %6.2f s, ratio %4.1f\n", count, unit, once, twice,
	       once > 0 ? twice / once : 0);
	done(NULL);
}

enum { MANY = 100000 };

TEST(marks_in_one_another_come_to_an_end) {
	static const char *const units[] = {"“", "\"", "‘", "(", "[“", "(a “b ", "«a, ", "'a ", ")", "”"};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		grow(units[i], MANY);
}

TEST(cues_and_commas_in_one_sentence_come_to_an_end) {
	static const char *const units[] = {
		"said ", "Egypt said ", "said that ", "not ", "may ", "if ", "if they, ", "may, ", "if and it ", ", ", "a, ", "; ",
		" – ", "who, ", "which was ", "that he ", "is ruled out ", "not but ", ", however, ", "told Egypt ",
		"according to ", "“a” said "};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		grow(units[i], MANY);
}

TEST(reports_between_commas_come_to_an_end) {
	grow("Egypt said, ", MANY);
	grow("“a,” Egypt said, ", MANY);
}

TEST(names_and_abbreviations_come_to_an_end) {
	static const char *const units[] = {"Anna ", "Egypt ", "Egyptian official ", "Mr. Berg ", "A. ", "the minister ",
		"Anna Berg, ", "200 ", "about ", "- ", "a-", "'s ", "x's", "a.b."};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		grow(units[i], MANY);
	grow("U.S. ", 10 * MANY);
	grow("Mr. ", 10 * MANY);
}

TEST(lines_and_paragraphs_come_to_an_end) {
	static const char *const units[] = {"a\n", "\n", "A\n\n", "“a\n\n", "Share this\n", "a.\n", "Egypt said it.\n\n",
		"“We go. Egypt said. "};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		grow(units[i], MANY);
}

TEST(a_sentence_of_ten_megabytes_comes_to_an_end) {
	start();
	printf("10 MB in one sentence: %.2f s\n", time_for("the men were there ", 10000000 / 19));
	printf("10 MB in one word: %.2f s\n", time_for("abcdefghij", 1000000));
	done(NULL);
}
