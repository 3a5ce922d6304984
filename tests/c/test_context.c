#include "reading.h"

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

/* axis:cue→scope of every scope. */
static void check_scopes(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->scopes.count; i++) {
		const Scope *s = &d->scopes.items[i];
		append(joined, sizeof joined, "%s:%s>%s", axis_names[s->axis], text_of(d, s->cue), text_of(d, s->scope));
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
