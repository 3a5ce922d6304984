/* Scopes: opened by cues, ended by whoever closes the clause. */
#include "base/memory.h"
#include "context/impl.h"

enum { NEGATION_REACH = 12 }; /* tokens; other axes reach to the end of the clause */

static uint32_t class_end(const Walk *walk, uint32_t i, ClassId id) {
	if (!class_set_has(&walk->here, id))
		return 0;
	uint32_t end = document_class_end(walk->document, i, id);
	return end <= walk->end ? end : 0;
}

static void push(Walk *walk, Axis axis, Span cue, Span scope) {
	walk->ok = walk->ok && vec_push(&walk->document->scopes, (Scope){(uint8_t)axis, cue, scope, walk->sentence});
}

static void open_forward(Walk *walk, Axis axis, Span cue) {
	push(walk, axis, cue, (Span){cue.end, cue.end});
	walk->ok = walk->ok && vec_push(&walk->pending, walk->document->scopes.count - 1);
}

static void reach_back(Walk *walk, Axis axis, Span cue) {
	uint32_t start = top(walk)->from, end = cue.start;
	while (end > start && token_at(walk, end - 1)->character == ',')
		end--;
	if (axis == AXIS_NEGATION && end > start + NEGATION_REACH)
		start = end - NEGATION_REACH;
	if (end > start)
		push(walk, axis, cue, (Span){start, end});
}

/* `Should they leave, …`: at the start of a sentence or quotation that is no question. */
static uint32_t inverted_end(const Walk *walk, uint32_t i) {
	bool starts = i == walk->frames[walk->depth - 1].start;
	return starts && walk->question == ID_NONE && i + 2 < walk->end ? class_end(walk, i, walk->roles->inverted) : 0;
}

static void axis_cues(Walk *walk, uint32_t i, Axis axis) {
	const ContextRoles *roles = walk->roles;
	uint32_t pseudo = class_end(walk, i, roles->pseudo[axis]), forward = 0, back = 0;
	if (!pseudo) {
		forward = class_end(walk, i, roles->cue[axis]);
		back = class_end(walk, i, roles->after[axis]);
		if (axis == AXIS_CONDITION && !forward)
			forward = inverted_end(walk, i);
	}
	if (back && back >= forward)
		reach_back(walk, axis, (Span){i, back});
	if (forward && forward >= back && forward < walk->end)
		open_forward(walk, axis, (Span){i, forward});
	if (pseudo || forward || back)
		walk->busy[axis] = pseudo ? pseudo : forward > back ? forward : back;
}

void scope_cues(Walk *walk, uint32_t i) {
	for (int axis = 0; axis < AXIS_COUNT; axis++)
		if (i >= walk->busy[axis])
			axis_cues(walk, i, (Axis)axis);
}

/* The mark asks its whole quotation or sentence. */
void scope_question_mark(Walk *walk, uint32_t i) {
	uint32_t depth = walk->depth;
	while (depth > 1 && walk->frames[depth - 1].close == ID_NONE)
		depth--;
	uint32_t start = depth > 1 ? walk->frames[depth - 1].start : walk->first;
	if (i > start)
		push(walk, AXIS_QUESTION, (Span){i, i + 1}, (Span){start, i});
}

void scope_adopt(Walk *walk, uint32_t i) {
	Frame *frame = top(walk);
	const Scope *scopes = walk->document->scopes.items;
	if (!walk->pending.count || frame->start != i || frame->own != ID_NONE)
		return;
	uint32_t last = walk->pending.items[walk->pending.count - 1];
	if (walk->pending.count > frame->pending || scopes[last].cue.start != i)
		return;
	frame->own = last;
	frame->pending = --walk->pending.count;
}

void scope_end_one(Walk *walk, uint32_t scope, uint32_t at) {
	Scope *s = &walk->document->scopes.items[scope];
	while (s->scope.start < at && token_at(walk, s->scope.start)->character == ',')
		s->scope.start++;
	if (s->axis == AXIS_NEGATION && at > s->scope.start + NEGATION_REACH)
		at = s->scope.start + NEGATION_REACH;
	while (at > s->scope.start && token_at(walk, at - 1)->kind == TOKEN_COMMA)
		at--;
	s->scope.end = at;
}

void scope_end_all(Walk *walk, uint32_t base, uint32_t at) {
	for (uint32_t i = base; i < walk->pending.count; i++)
		scope_end_one(walk, walk->pending.items[i], at);
	if (base < walk->pending.count)
		walk->pending.count = base;
}

void scope_interrupt(Walk *walk, uint32_t base, uint32_t at) {
	uint32_t kept = walk->pending.count, count = kept;
	while (kept > base && walk->document->scopes.items[walk->pending.items[kept - 1]].cue.end >= at)
		kept--;
	for (uint32_t i = base; i < kept; i++)
		scope_end_one(walk, walk->pending.items[i], at);
	for (uint32_t i = kept; i < count; i++)
		walk->pending.items[base + i - kept] = walk->pending.items[i];
	walk->pending.count = base + count - kept;
}

void scope_skip(Walk *walk, uint32_t from, uint32_t to) {
	for (uint32_t i = walk->pending.count; i-- > 0;) {
		Scope *scope = &walk->document->scopes.items[walk->pending.items[i]];
		if (scope->scope.start != from)
			return;
		scope->scope.start = to;
	}
}
