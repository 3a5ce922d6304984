#include "context/context.h"

#include <stdio.h>

#include "base/memory.h"
#include "context/impl.h"

static bool axis_roles(ContextRoles *roles, Vocabulary *vocabulary, int axis) {
	const struct { ClassId *role; const char *ending; } table[] = {
		{&roles->cue[axis], ""}, {&roles->after[axis], ".after"}, {&roles->pseudo[axis], ".pseudo"}};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char name[32];
		snprintf(name, sizeof name, "%s%s", axis_names[axis], table[i].ending);
		if ((*table[i].role = vocabulary_add_class(vocabulary, name)) == CLASS_LIMIT)
			return false;
		class_set_add(&roles->axes, *table[i].role);
		vocabulary_class_add_traits(vocabulary, *table[i].role, WORD_CONTEXT);
	}
	return true;
}

bool context_roles_init(ContextRoles *roles, Vocabulary *v) {
	ClassId verb, tell, subject; /* known by their traits */
	const struct { ClassId *role; const char *name; uint32_t traits; } table[] = {
		{&roles->terminator, "scope.end", WORD_CONTEXT},
		{&roles->inverted, "condition.inverted", WORD_CONTEXT},
		{&roles->subordinator, "clause.subordinate", WORD_CONTEXT},
		{&roles->perhaps, "clause.perhaps", WORD_CONTEXT},
		{&roles->relative, "relative", WORD_CONTEXT},
		{&roles->complementizer, "complementizer", WORD_CONTEXT},
		{&roles->coordinator, "coordinator", WORD_CONTEXT},
		{&roles->say, "cue.say", WORD_CONTEXT | WORD_VERB},
		{&roles->auxiliary, "auxiliary", WORD_VERB},
		{&verb, "clause.verb", WORD_VERB},
		{&tell, "cue.tell", WORD_VERB},
		{&subject, "clause.subject", WORD_SUBJECT},
		{&roles->participle, "clause.participle", 0},
		{&roles->connective, "connective", 0},
		{&roles->determiner, "determiner", 0},
		{&roles->preposition, "preposition", 0},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if ((*table[i].role = vocabulary_add_class(v, table[i].name)) == CLASS_LIMIT)
			return false;
		if (table[i].traits & WORD_CONTEXT)
			class_set_add(&roles->marked, *table[i].role);
		vocabulary_class_add_traits(v, *table[i].role, table[i].traits);
	}
	class_set_add(&roles->axes, roles->inverted);
	for (int axis = 0; axis < AXIS_COUNT; axis++)
		if (!axis_roles(roles, v, axis))
			return false;
	for (size_t i = 0; i < sizeof roles->marked.bits / sizeof *roles->marked.bits; i++)
		roles->marked.bits[i] |= roles->axes.bits[i];
	return true;
}

/* Gathers the marked classes of the word and of the phrases that start at it; false if there are none. */
static bool gather(Walk *walk, uint32_t i) {
	const Document *document = walk->document;
	const ClassSet *classes = document_word(document, i)->classes, *marked = &walk->roles->marked;
	uint64_t any = 0;
	walk->here = classes ? *classes : (ClassSet){0};
	if (token_starts_phrase(document, i))
		for (uint32_t h = document_hit_at(document, i); h < document->hits.count; h++) {
			const PhraseHit *hit = &document->hits.items[h];
			if (hit->first != i)
				break;
			if (hit->kind == HIT_CLASS)
				class_set_add(&walk->here, (ClassId)hit->target);
		}
	for (size_t k = 0; k < sizeof marked->bits / sizeof *marked->bits; k++)
		any |= walk->here.bits[k] &= marked->bits[k];
	return any;
}

/* The sentence without its stops, and without a mark of quotation behind them. */
static void trim(Walk *walk) {
	walk->question = ID_NONE;
	for (uint32_t i = walk->end; i-- > walk->first;) {
		const Token *token = token_at(walk, i);
		if (token->kind != TOKEN_STOP && token->kind != TOKEN_QUOTE && token->kind != TOKEN_CLOSE)
			break;
		if (token->kind == TOKEN_STOP)
			walk->end = i;
		if (token->kind == TOKEN_STOP && walk->document->text[token->start] == '?')
			walk->question = i;
	}
}

static void read_word(Walk *walk, uint32_t i) {
	if (class_set_has(&walk->here, walk->roles->terminator) && i != top(walk)->start)
		clause_terminator(walk, i);
	if (class_set_meets(&walk->here, &walk->roles->axes))
		scope_cues(walk, i);
	uint32_t depth = walk->depth;
	clause_word(walk, i);
	if (walk->depth >= depth)
		scope_adopt(walk, i);
}

/* Scopes that turned out empty go. */
static void drop_empty(Document *document, uint32_t from) {
	uint32_t kept = from;
	for (uint32_t i = from; i < document->scopes.count; i++)
		if (!span_is_empty(document->scopes.items[i].scope))
			document->scopes.items[kept++] = document->scopes.items[i];
	document->scopes.count = kept;
}

static bool read_sentence(Walk *walk, uint32_t index) {
	const Sentence *sentence = &walk->document->sentences.items[index];
	uint32_t scopes = walk->document->scopes.count;
	walk->sentence = index;
	walk->first = sentence->first;
	walk->end = sentence->last;
	walk->depth = 0;
	trim(walk);
	walk->tail = walk->end;
	clause_open(walk, CLAUSE_MAIN, walk->first, ID_NONE);
	const TokenSetList *sets = &walk->document->sets;
	for (uint32_t i = walk->first; walk->depth && walk->ok; i++) {
		if ((i = token_set_next(sets, SET_CONTEXT, i, walk->end)) == walk->end)
			break;
		while (top(walk)->until == i)
			clause_close(walk, walk->depth - 1, i);
		if (is_mark(walk, i))
			clause_mark(walk, i);
		else if (gather(walk, i))
			read_word(walk, i);
	}
	if (walk->question != ID_NONE)
		scope_question_mark(walk, walk->question);
	clause_close(walk, 0, walk->end);
	drop_empty(walk->document, scopes);
	return walk->ok;
}

bool context_find(const ContextRoles *roles, Document *document) {
	Walk walk = {.roles = roles, .document = document, .ok = true};
	for (uint32_t s = 0; s < document->sentences.count && walk.ok; s++)
		if (document->sentences.items[s].kind != SEGMENT_FURNITURE)
			walk.ok = read_sentence(&walk, s);
	vec_done(&walk.pending);
	return walk.ok;
}
