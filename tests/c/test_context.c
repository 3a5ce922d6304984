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
	add("negation.after", "is ruled out|is impossible");
	add("negation", "is impossible");
	add("relative", "who|which");
	add("clause.subordinate", "if|because");
	add("coordinator", "and|but|or");
	add("auxiliary", "is|was|would|will|may|might|did");
	add("clause.subject", "they|it|he");
	add("cue.say", "said");
	add("connective", "however");
	add("condition.inverted", "should");
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
	check_scopes("It is not only big and not red.", "negation:not>red");
}

TEST(a_negation_reaches_twelve_tokens) {
	check_scopes("It is not a b c d e f g h i j k l m n.", "negation:not>a b c d e f g h i j k l");
}

TEST(a_question_asks_its_whole_sentence) {
	check_scopes("Will they go, then? Yes.", "question:?>Will they go, then");
	check_scopes("They asked whether, and when, it ends.", "question:whether>it ends");
}

TEST(a_question_in_quotation_marks_asks_what_stands_in_them) {
	check_scopes("“Will they go?” Yes.", "question:?>Will they go");
	check_scopes("Ann asked: “Will they go?”", "question:?>Will they go");
}

TEST(a_cue_behind_what_it_denies_reaches_back_to_its_clause) {
	check_scopes("A sale is ruled out.", "negation:is ruled out>A sale");
	check_scopes("If they go, a sale is ruled out.", "condition:If>they go|negation:is ruled out>a sale");
	check_scopes("A sale, which he made, is ruled out.", "negation:is ruled out>A sale, which he made");
}

TEST(a_cue_of_both_classes_reaches_both_ways) {
	check_scopes("It is impossible to go.", "negation:is impossible>It|negation:is impossible>to go");
}

TEST(an_insertion_between_commas_does_not_end_a_scope) {
	check_scopes("If Ann, who is ill, goes, we stay.", "condition:If>Ann, who is ill, goes");
	check_scopes("They may, Ann said, go.", "hedge:may>go");
	check_scopes("They did not, however, go.", "negation:did not>go");
}

TEST(an_insertion_that_is_never_closed_ends_it) {
	check_scopes("They may go, which is new.", "hedge:may>go");
	check_scopes("They may go (it is new).", "hedge:may>go");
}

TEST(commas_of_a_list_do_not_end_a_scope) {
	check_scopes("If Ann, Bob and Cid go, we stay.", "condition:If>Ann, Bob and Cid go");
	check_scopes("They did not sell tea, milk or ink.", "negation:did not>sell tea, milk or ink");
}

TEST(a_second_predicate_ends_a_negation) {
	check_scopes("They have no plan and would go.", "negation:no>plan");
}

TEST(a_scope_does_not_leave_its_quotation_or_bracket) {
	check_scopes("They “may go” on foot.", "hedge:may>go");
	check_scopes("They (may go) on foot.", "hedge:may>go");
	check_scopes("They did not “go” on foot.", "negation:did not>“go” on foot");
}

TEST(an_inverted_condition_opens_a_sentence_that_asks_nothing) {
	check_scopes("Should they go, we stay.", "condition:Should>they go");
	check_scopes("Should they go?", "question:?>Should they go");
}

/* kind:text of every clause; > before one that lies in another. */
static void check_clauses(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->clauses.count; i++) {
		const Clause *c = &d->clauses.items[i];
		append(joined, sizeof joined, "%s%s:%s", c->parent == ID_NONE ? "" : ">", clause_kind_names[c->kind],
		       text_of(d, (Span){c->first, c->end}));
	}
	CHECK_STRING(joined, expected);
	done(d);
}

TEST(clauses_nest) {
	check_clauses("If Ann, who is ill, goes, we stay.",
	              "main:If Ann, who is ill, goes, we stay|>subordinate:If Ann, who is ill, goes|>relative:who is ill");
	check_clauses("They go (it is new); he was.", "main:They go (it is new)|>parenthesis:it is new|main:he was");
}

TEST(a_coordinated_clause_stands_beside_the_one_it_is_joined_to) {
	check_clauses("They go, and it is new.", "main:They go|coordinated:and it is new");
	check_clauses("They go and run.", "main:They go and run");
}

TEST(marks_alone_make_no_clause) {
	check_clauses("(,) – ; , “” ;", "");
}

TEST(a_cue_with_nothing_behind_it_opens_none) {
	check_scopes("They said no. They said no, it is.", "");
	check_scopes("They said they might", "");
}

TEST(axes_are_independent) {
	check_scopes("If they may not go, we stay.", "condition:If>they may not go|hedge:may>not go|negation:not>go");
}
