/* Clauses: a stack of open ones, driven by marks and by closed classes of words. Every look ahead is bounded. */
#include "base/memory.h"
#include "context/impl.h"

enum {
	VERB_AHEAD = 10,  /* tokens in which the verb of a clause must come */
	ASIDE_TOKENS = 9, /* longest insertion between commas that is known by its ends */
	LIST_NAMES = 8,   /* tokens from a comma to the coordinator of a list of names */
	LIST_WORDS = 5,   /* the same of other words */
	RELATIVE_TOKENS = 20 /* longest restrictive clause whose end is looked for */
};

static uint32_t least(uint32_t a, uint32_t b) {
	return a < b ? a : b;
}

static bool is_nominal(const Walk *walk, uint32_t i) {
	if (i >= walk->end)
		return false;
	const Token *token = token_at(walk, i);
	return token->kind == TOKEN_NUMBER || (token->flags & TOKEN_CAPITAL) || has(walk, i, walk->roles->determiner) ||
	       has_trait(walk, i, WORD_SUBJECT);
}

/* Whether a clause with a verb stands behind the token, before the next mark. */
static bool clause_follows(const Walk *walk, uint32_t i) {
	uint32_t limit = least(walk->end, i + VERB_AHEAD);
	for (i++; i < limit && !is_mark(walk, i); i++)
		if (has_trait(walk, i, WORD_VERB | WORD_SUBJECT))
			return true;
	return false;
}

void clause_open(Walk *walk, ClauseKind kind, uint32_t start, uint32_t mark) {
	if (walk->depth == CLAUSE_DEPTH || start >= walk->end || !walk->ok)
		return;
	Document *document = walk->document;
	uint32_t parent = walk->depth ? top(walk)->clause : ID_NONE;
	Clause clause = {start, start, parent, walk->sentence, (uint8_t)kind};
	if (!(walk->ok = vec_push(&document->clauses, clause)))
		return;
	walk->frames[walk->depth++] = (Frame){.clause = document->clauses.count - 1, .start = start, .from = start, .mark = mark,
	    .close = ID_NONE, .until = ID_NONE, .pending = walk->pending.count, .own = ID_NONE};
}

static void open_quote(Walk *walk, const QuotePair *pair) {
	if (walk->depth == CLAUSE_DEPTH)
		return;
	uint32_t start = pair->open + 1;
	walk->frames[walk->depth] = (Frame){.clause = top(walk)->clause, .start = start, .from = start, .mark = ID_NONE,
	    .close = least(pair->close, walk->end), .until = ID_NONE, .pending = walk->pending.count, .own = ID_NONE};
	walk->depth++;
}

static bool has_words(const Walk *walk, uint32_t start, uint32_t end) {
	while (start < end && is_mark(walk, start))
		start++;
	return start < end;
}

/* Ends the newest frame. A clause without a word is taken back: it has no children. */
static void pop(Walk *walk, uint32_t end, uint32_t reach) {
	Frame frame = walk->frames[--walk->depth];
	scope_end_all(walk, frame.pending, reach);
	if (frame.own != ID_NONE)
		scope_end_one(walk, frame.own, reach);
	if (frame.close != ID_NONE)
		return;
	while (end > frame.start && token_at(walk, end - 1)->kind == TOKEN_COMMA)
		end--;
	if (has_words(walk, frame.start, end))
		walk->document->clauses.items[frame.clause].end = end;
	else
		walk->document->clauses.count = frame.clause;
}

/* An aside that runs to the end of the clause around it ends the scopes of that clause where it begins. */
void clause_close(Walk *walk, uint32_t depth, uint32_t end) {
	uint32_t reach = end == walk->end ? walk->tail : end;
	while (walk->depth > depth) {
		uint32_t mark = top(walk)->mark;
		pop(walk, end, reach);
		if (mark != ID_NONE)
			reach = mark;
	}
}

/* Depth of the innermost frame that marks and terminators inside it do not leave: an aside, a quotation, the sentence. */
static uint32_t barrier(const Walk *walk) {
	uint32_t depth = walk->depth;
	while (depth > 1 && walk->frames[depth - 1].mark == ID_NONE && walk->frames[depth - 1].close == ID_NONE)
		depth--;
	return depth;
}

static ClauseKind kind_of(const Walk *walk, uint32_t depth) {
	return walk->document->clauses.items[walk->frames[depth - 1].clause].kind;
}

static bool is_quote(const Walk *walk, uint32_t depth) {
	return walk->frames[depth - 1].close != ID_NONE;
}

/* `, Qatar and Turkey`, `, or Turkey`: no verb, no new subject and no participle up to the coordinator, nor behind it. */
static bool parts_list(const Walk *walk, uint32_t comma) {
	if (comma + 1 >= walk->end || comma == walk->first)
		return false;
	bool names = token_at(walk, comma + 1)->flags & TOKEN_CAPITAL;
	bool named = token_at(walk, comma - 1)->flags & TOKEN_CAPITAL;
	if (has(walk, comma + 1, walk->roles->coordinator))
		return !has_trait(walk, comma + 2, WORD_VERB | WORD_SUBJECT) && !clause_follows(walk, comma + 1);
	if (names != named || has(walk, comma + 1, walk->roles->determiner))
		return false;
	uint32_t limit = least(walk->end, comma + (names ? LIST_NAMES : LIST_WORDS));
	for (uint32_t i = comma + 1; i < limit; i++) {
		if (has(walk, i, walk->roles->coordinator))
			return i + 1 < walk->end && !has_trait(walk, i + 1, WORD_VERB | WORD_SUBJECT);
		if (has_trait(walk, i, WORD_VERB | WORD_SUBJECT) || has(walk, i, walk->roles->preposition) ||
		    has(walk, i, walk->roles->participle) || (is_mark(walk, i) && !is_comma(walk, i)))
			return false;
	}
	return false;
}

static bool follows_cue(const Walk *walk, uint32_t i) {
	if (!walk->pending.count)
		return false;
	return walk->document->scopes.items[walk->pending.items[walk->pending.count - 1]].cue.end == i;
}

/* Whether another comma closes an insertion behind this one: a word that may stand alone, a report, an apposition,
 * anything behind a cue. */
static bool opens_aside(const Walk *walk, uint32_t comma) {
	uint32_t first = comma + 1, limit = least(walk->end, first + ASIDE_TOKENS), i = first, verbs = 0;
	for (; i < limit && !is_mark(walk, i); i++)
		verbs += has_trait(walk, i, WORD_VERB);
	if (i >= limit || !is_comma(walk, i) || i == first)
		return false;
	bool alone = i == first + 1 && has(walk, first, walk->roles->connective);
	bool report = has(walk, i - 1, walk->roles->say) || has(walk, first, walk->roles->say);
	bool apposition = !verbs && has(walk, first, walk->roles->determiner);
	return alone || report || apposition || follows_cue(walk, comma);
}

/* A comma between clauses: ends open scopes and the adverbial and participial clauses before it. */
static void part(Walk *walk, uint32_t i) {
	while (walk->depth > 1 && top(walk)->mark == ID_NONE && !is_quote(walk, walk->depth) &&
	       (kind_of(walk, walk->depth) == CLAUSE_SUBORDINATE || kind_of(walk, walk->depth) == CLAUSE_RELATIVE))
		clause_close(walk, walk->depth - 1, i);
	scope_end_all(walk, walk->frames[barrier(walk) - 1].pending, i);
	top(walk)->from = i + 1;
}

static void comma(Walk *walk, uint32_t i) {
	uint32_t depth = barrier(walk), mark = walk->frames[depth - 1].mark;
	if (!follows_cue(walk, i) && parts_list(walk, i))
		return;
	if (mark != ID_NONE && is_comma(walk, mark)) {
		clause_close(walk, depth - 1, i);
		scope_skip(walk, mark, i + 1);
	} else if (has(walk, i + 1, walk->roles->relative)) {
		clause_open(walk, CLAUSE_RELATIVE, i + 1, i);
	} else if (opens_aside(walk, i)) {
		clause_open(walk, CLAUSE_PARENTHESIS, i + 1, i);
	} else {
		part(walk, i);
		if (has(walk, i + 1, walk->roles->participle))
			clause_open(walk, CLAUSE_PARTICIPIAL, i + 1, i);
	}
}

/* A bracket or dash closes the parenthesis that one of its kind has opened, back to the quotation around it. */
static bool close_parenthesis(Walk *walk, uint32_t i, TokenKind opener) {
	for (uint32_t depth = walk->depth; depth > 1 && !is_quote(walk, depth); depth--) {
		uint32_t mark = walk->frames[depth - 1].mark;
		if (mark == ID_NONE || token_at(walk, mark)->kind != opener)
			continue;
		clause_close(walk, depth - 1, i);
		if (i + 1 == walk->end)
			walk->tail = mark;
		return true;
	}
	return false;
}

/* Ends the clauses and the scopes down to the quotation or sentence around, and begins anew. */
static void restart(Walk *walk, uint32_t i) {
	uint32_t depth = walk->depth;
	while (depth > 1 && !is_quote(walk, depth))
		depth--;
	if (depth > 1)
		scope_interrupt(walk, walk->frames[depth - 1].pending, i);
	clause_close(walk, depth > 1 ? depth : 0, i);
	if (depth > 1)
		top(walk)->from = i + 1;
	else
		clause_open(walk, CLAUSE_MAIN, i + 1, ID_NONE);
}

bool clause_quote(Walk *walk, uint32_t i) {
	for (uint32_t depth = walk->depth; depth > 1; depth--) {
		if (walk->frames[depth - 1].close != i)
			continue;
		clause_close(walk, depth - 1, i);
		return true;
	}
	const QuotePairList *pairs = &walk->document->quotes;
	while (walk->quote < pairs->count && pairs->items[walk->quote].open < i)
		walk->quote++;
	if (walk->quote == pairs->count || pairs->items[walk->quote].open != i)
		return false;
	open_quote(walk, &pairs->items[walk->quote++]);
	return true;
}

void clause_mark(Walk *walk, uint32_t i) {
	const Token *token = token_at(walk, i);
	switch (token->kind) {
	case TOKEN_COMMA:
		if (token->character == ',')
			comma(walk, i);
		else
			restart(walk, i);
		break;
	case TOKEN_OPEN:
		clause_open(walk, CLAUSE_PARENTHESIS, i + 1, i);
		break;
	case TOKEN_CLOSE:
		close_parenthesis(walk, i, TOKEN_OPEN);
		break;
	case TOKEN_DASH:
		if (!close_parenthesis(walk, i, TOKEN_DASH))
			clause_open(walk, CLAUSE_PARENTHESIS, i + 1, i);
		break;
	case TOKEN_QUOTE:
		clause_quote(walk, i);
		break;
	default:
		if (walk->document->text[token->start] == '?')
			scope_question_mark(walk, i);
	}
}

/* Behind a terminator the scopes before it do not go on, and a clause that trails its main clause has ended. */
void clause_terminator(Walk *walk, uint32_t i) {
	uint32_t base = barrier(walk);
	Frame *frame = top(walk);
	bool trails = frame->start > walk->frames[base - 1].start && frame->mark == ID_NONE;
	if (walk->depth > base && trails && kind_of(walk, walk->depth) == CLAUSE_SUBORDINATE)
		clause_close(walk, walk->depth - 1, i);
	scope_interrupt(walk, walk->frames[base - 1].pending, i);
	top(walk)->from = i + 1;
}

/* `and would not join`, `, but they left`: a coordinator with a predicate or a whole clause behind it. */
static void coordinate(Walk *walk, uint32_t i) {
	bool parted = i > walk->first && is_comma(walk, i - 1);
	bool predicate = has_trait(walk, i + 1, WORD_VERB | WORD_SUBJECT);
	if (i == top(walk)->start || !(predicate || (parted && is_nominal(walk, i + 1) && clause_follows(walk, i))))
		return;
	ClauseKind kind = kind_of(walk, walk->depth);
	bool inside = is_quote(walk, walk->depth) || top(walk)->mark != ID_NONE || kind == CLAUSE_SUBORDINATE;
	if (inside)
		scope_interrupt(walk, top(walk)->pending, i);
	else
		clause_close(walk, walk->depth - 1, i);
	clause_open(walk, CLAUSE_COORDINATED, i, ID_NONE);
}

/* `the men who fled on Monday were held`: behind its own verb, the next auxiliary is that of the clause around it. */
static uint32_t restrictive_end(const Walk *walk, uint32_t i) {
	uint32_t limit = least(walk->end, i + RELATIVE_TOKENS), verb = ID_NONE;
	for (i++; i < limit && !is_mark(walk, i) && !has(walk, i, walk->roles->relative); i++) {
		if (verb != ID_NONE && i > verb + 1 && has(walk, i, walk->roles->auxiliary))
			return i;
		if (verb != ID_NONE && has_trait(walk, i, WORD_SUBJECT))
			return ID_NONE;
		if (has_trait(walk, i, WORD_VERB))
			verb = i;
	}
	return ID_NONE;
}

static void open_restrictive(Walk *walk, uint32_t i) {
	uint32_t depth = walk->depth;
	clause_open(walk, CLAUSE_RELATIVE, i, ID_NONE);
	if (walk->depth == depth)
		return;
	top(walk)->until = restrictive_end(walk, i);
	if (top(walk)->until != ID_NONE)
		token_set_add(&walk->document->sets, SET_CONTEXT, top(walk)->until);
}

/* `that`: relative before a verb, complement before a new subject; a determiner behind a preposition. */
static void complementize(Walk *walk, uint32_t i) {
	if (i > walk->first && has(walk, i - 1, walk->roles->preposition) && !has_trait(walk, i + 1, WORD_SUBJECT))
		return;
	bool relative = has_trait(walk, i + 1, WORD_VERB) && i > walk->first && !has_trait(walk, i - 1, WORD_VERB);
	if (relative)
		open_restrictive(walk, i);
	else if (i + 2 < walk->end)
		clause_open(walk, CLAUSE_COMPLEMENT, i, ID_NONE);
}

/* A verb of saying with a new subject behind it; behind a mark it stands before its own (`, said the envoy`). */
static bool takes_bare_clause(const Walk *walk, uint32_t i) {
	return i > walk->first && !is_mark(walk, i - 1) && is_nominal(walk, i + 1) &&
	       !has(walk, i + 1, walk->roles->complementizer) && clause_follows(walk, i);
}

void clause_word(Walk *walk, uint32_t i) {
	const ContextRoles *roles = walk->roles;
	const ClassSet *here = &walk->here;
	bool first = i == top(walk)->start;
	if (class_set_has(here, roles->subordinator) || (class_set_has(here, roles->perhaps) && clause_follows(walk, i)) ||
	    (class_set_has(here, roles->inverted) && first && walk->question == ID_NONE))
		clause_open(walk, CLAUSE_SUBORDINATE, i, ID_NONE);
	else if (class_set_has(here, roles->complementizer))
		complementize(walk, i);
	else if (class_set_has(here, roles->relative) && i > walk->first && !first)
		open_restrictive(walk, i);
	else if (class_set_has(here, roles->coordinator))
		coordinate(walk, i);
	else if (class_set_has(here, roles->say) && takes_bare_clause(walk, i))
		clause_open(walk, CLAUSE_COMPLEMENT, i + 1, ID_NONE);
}
