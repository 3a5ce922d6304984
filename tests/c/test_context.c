#include "pipeline/analyzer.h"
#include "test.h"

static Analyzer *analyzer;

/* Adds phrases, separated by |, to a class. */
static void add(const char *class_name, const char *phrases) {
	ClassId id = vocabulary_add_class(analyzer->vocabulary, class_name);
	char copy[400], *rest = copy;
	snprintf(copy, sizeof copy, "%s", phrases);
	for (char *phrase; (phrase = strsep(&rest, "|"));)
		CHECK(lexicon_add_phrase(analyzer->lexicon, phrase, id, NULL));
}

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("negation", "not|no|did not");
	add("negation.pseudo", "not only");
	add("hedge", "may|might");
	add("condition", "if");
	add("question", "whether");
	add("denial", "~deny");
	add("scope.end", "but|because");
}

static Document *read_text(const char *text) {
	Document *document = analyzer_read(analyzer, text, strlen(text), NULL);
	CHECK(document != NULL);
	return document;
}

static void done(Document *document) {
	document_free(document);
	analyzer_free(analyzer);
}

/* The text of a token range; "-" for none. */
static const char *text_of(const Document *document, Span tokens) {
	static char texts[8][400];
	static unsigned next;
	char *text = texts[next++ % 8];
	if (span_is_none(tokens))
		return "-";
	Span bytes = document_bytes(document, tokens);
	snprintf(text, sizeof texts[0], "%.*s", (int)(bytes.end - bytes.start), document->text + bytes.start);
	return text;
}

/* axis:cue→scope of every scope. */
static void check_scopes(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->scopes.count; i++) {
		const Scope *s = &d->scopes.items[i];
		size_t used = strlen(joined);
		snprintf(joined + used, sizeof joined - used, "%s%s:%s>%s", used ? "|" : "", axis_names[s->axis], text_of(d,
		    s->cue),
		         text_of(d, s->scope));
		CHECK(s->sentence == document_sentence_of(d, s->cue.start));
	}
	CHECK_STRING(joined, expected);
	done(d);
}

TEST(a_cue_opens_a_scope_to_the_end_of_the_clause) {
	check_scopes("Israel did not open it, he said.", "negation:did not>open it");
	check_scopes("They may open it; we go.", "hedge:may>open it");
	check_scopes("They denied it all: so it is.", "denial:denied>it all");
	check_scopes("If they leave, we go.", "condition:If>they leave");
}

TEST(a_terminator_ends_the_scope) {
	check_scopes("They did not go but stayed.", "negation:did not>go");
	check_scopes("They did not go – ever.", "negation:did not>go");
}

TEST(a_pseudo_cue_opens_none) {
	check_scopes("It is not only big.", "");
	check_scopes("It is not only big and not red.", "negation:not>red.");
}

TEST(a_negation_reaches_twelve_tokens) {
	check_scopes("It is not a b c d e f g h i j k l m n.", "negation:not>a b c d e f g h i j k l");
}

TEST(a_question_asks_its_whole_sentence) {
	check_scopes("Will they go, then? Yes.", "question:?>Will they go, then");
	check_scopes("“Will they go?” Yes.", "question:?>“Will they go");
	check_scopes("They asked whether, and when, it ends.", "question:whether>, and when, it ends.");
}

TEST(a_cue_with_nothing_behind_it_opens_none) {
	check_scopes("They said no. They said no, it is.", "negation:no>.");
	check_scopes("They said they might", "");
}

TEST(axes_are_independent) {
	check_scopes("If they may not go, we stay.", "negation:not>go|hedge:may>not go|condition:If>they may not go");
}
