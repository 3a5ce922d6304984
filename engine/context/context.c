#include "context/context.h"

#include <stdio.h>

#include "base/memory.h"

enum { NEGATION_REACH = 12 }; /* tokens; other axes reach to the end of the clause */

bool context_roles_init(ContextRoles *roles, Vocabulary *vocabulary) {
	char pseudo[32];
	for (int axis = 0; axis < AXIS_COUNT; axis++) {
		snprintf(pseudo, sizeof pseudo, "%s.pseudo", axis_names[axis]);
		roles->cue[axis] = vocabulary_add_class(vocabulary, axis_names[axis]);
		roles->pseudo[axis] = vocabulary_add_class(vocabulary, pseudo);
		if (roles->cue[axis] == CLASS_LIMIT || roles->pseudo[axis] == CLASS_LIMIT)
			return false;
	}
	roles->terminator = vocabulary_add_class(vocabulary, "scope.end");
	return roles->terminator != CLASS_LIMIT;
}

/* What ends a scope of any axis; all but a question end at a comma too. */
static bool ends_scope(const ContextRoles *roles, const Document *document, uint32_t i) {
	const Token *token = &document->tokens.items[i];
	return token_has(document, i, roles->terminator) || token->character == ';' || token->character == ':' ||
	       (token->kind == TOKEN_DASH && (token->flags & TOKEN_SPACED));
}

static uint32_t scope_end(const ContextRoles *roles, const Document *document, Axis axis, uint32_t from,
                          uint32_t sentence_end) {
	uint32_t limit = axis == AXIS_NEGATION && sentence_end - from > NEGATION_REACH ? from + NEGATION_REACH : sentence_end;
	for (uint32_t i = from; i < limit; i++) {
		bool comma = axis != AXIS_QUESTION && document->tokens.items[i].character == ',';
		if (comma || ends_scope(roles, document, i))
			return i;
	}
	return limit;
}

static bool find_cues(const ContextRoles *roles, Document *document, uint32_t index, Axis axis) {
	const Sentence *sentence = &document->sentences.items[index];
	for (uint32_t i = sentence->first; i < sentence->last;) {
		uint32_t pseudo = document_class_end(document, i, roles->pseudo[axis]);
		uint32_t end = pseudo ? 0 : document_class_end(document, i, roles->cue[axis]);
		if (end && end < sentence->last) {
			Span scope = {end, scope_end(roles, document, axis, end, sentence->last)};
			if (!span_is_empty(scope) &&
			    !vec_push(&document->scopes, (Scope){(uint8_t)axis, {i, end}, scope, index}))
				return false;
		}
		i = pseudo ? pseudo : end ? end : i + 1;
	}
	return true;
}

/* The mark at the end asks the whole sentence. */
static bool find_question(Document *document, uint32_t index) {
	const Sentence *sentence = &document->sentences.items[index];
	for (uint32_t i = sentence->last; i-- > sentence->first;) {
		const Token *token = &document->tokens.items[i];
		if (token->kind == TOKEN_STOP && document->text[token->start] == '?')
			return vec_push(&document->scopes, (Scope){AXIS_QUESTION, {i, i + 1}, {sentence->first, i}, index});
		if (token->kind != TOKEN_CLOSE && token->kind != TOKEN_QUOTE)
			return true;
	}
	return true;
}

bool context_find(const ContextRoles *roles, Document *document) {
	bool ok = true;
	for (uint32_t s = 0; s < document->sentences.count && ok; s++) {
		if (document->sentences.items[s].kind == SEGMENT_FURNITURE)
			continue;
		for (int axis = 0; axis < AXIS_COUNT && ok; axis++)
			ok = find_cues(roles, document, s, (Axis)axis);
		ok = ok && find_question(document, s);
	}
	return ok;
}
