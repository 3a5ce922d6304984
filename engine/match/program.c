#include "match/program.h"

#include <string.h>

#include "base/memory.h"

struct Program {
	Instruction *code;
	uint32_t count, captures;
	Arena arena;
	const char **strings;
	uint32_t string_count;
};

static bool operand_fits(const Instruction *i, uint32_t count, uint32_t captures, uint32_t strings) {
	switch ((Operation)i->op) {
	case OP_SPLIT: case OP_LOOK: case OP_LOOK_NOT:
		return i->a < count && i->b < count;
	case OP_JUMP:
		return i->a < count;
	case OP_SAVE:
		return i->a < 2 * captures;
	case OP_EXACT:
		return i->a < strings;
	case OP_CLASS: case OP_NOT_CLASS: case OP_TAG:
		return i->a < CLASS_LIMIT;
	default:
		return i->op < OP_COUNT;
	}
}

static bool copy_program(Program *program, const Instruction *code, const char *const *strings) {
	program->code = memory_resize(NULL, program->count * sizeof *code);
	if (!program->code)
		return false;
	memcpy(program->code, code, program->count * sizeof *code);
	if (!program->string_count)
		return true;
	program->strings = arena_alloc(&program->arena, program->string_count * sizeof *strings);
	for (uint32_t i = 0; program->strings && i < program->string_count; i++)
		if (!(program->strings[i] = arena_copy(&program->arena, strings[i], strlen(strings[i]))))
			return false;
	return program->strings != NULL;
}

Program *program_new(const Instruction *code, uint32_t count, uint32_t captures, const char *const *strings,
                     uint32_t string_count, AssayError *error) {
	if (!count || count > PROGRAM_LIMIT || !captures || captures > CAPTURE_LIMIT || code[count - 1].op != OP_MATCH) {
		error_set(error, ASSAY_BAD_PACK, "a pattern has 1 to %d instructions and up to %d captures", PROGRAM_LIMIT,
		          CAPTURE_LIMIT - 1);
		return NULL;
	}
	for (uint32_t i = 0; i < count; i++)
		if (!operand_fits(&code[i], count, captures, string_count)) {
			error_set(error, ASSAY_BAD_PACK, "instruction %u of a pattern is out of range", i);
			return NULL;
		}
	Program *program = memory_new(sizeof *program);
	if (program) {
		program->count = count;
		program->captures = captures;
		program->string_count = string_count;
		if (copy_program(program, code, strings))
			return program;
	}
	program_free(program);
	error_no_memory(error);
	return NULL;
}

void program_free(Program *program) {
	if (!program)
		return;
	memory_free(program->code);
	arena_done(&program->arena);
	memory_free(program);
}

uint32_t program_captures(const Program *program) {
	return program->captures;
}

void scratch_done(Scratch *scratch) {
	vec_done(&scratch->visited);
	vec_done(&scratch->held);
	vec_done(&scratch->trail);
	vec_done(&scratch->stack);
	vec_done(&scratch->mention_of);
	vec_done(&scratch->number_of);
}

bool scratch_range(Scratch *scratch, const Document *document, Span range) {
	uint32_t count = range.end - range.start + 1;
	vec_clear(&scratch->mention_of);
	vec_clear(&scratch->number_of);
	scratch->range = range;
	scratch->document = document;
	if (!vec_reserve(&scratch->mention_of, count) || !vec_reserve(&scratch->number_of, count))
		return false;
	scratch->mention_of.count = scratch->number_of.count = count;
	memset(scratch->mention_of.items, 0xFF, count * sizeof(uint32_t));
	memset(scratch->number_of.items, 0xFF, count * sizeof(uint32_t));
	for (uint32_t i = document_mention_at(document, range.start); i < document->mentions.count; i++) {
		uint32_t first = document->mentions.items[i].first;
		if (first >= range.end)
			break;
		if (first >= range.start)
			scratch->mention_of.items[first - range.start] = i;
	}
	uint32_t low = 0, high = document->numbers.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->numbers.items[middle].first < range.start)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < document->numbers.count && document->numbers.items[low].first < range.end; low++)
		scratch->number_of.items[document->numbers.items[low].first - range.start] = low;
	return true;
}

typedef struct Machine {
	const Program *program;
	const Lexicon *lexicon;
	const Document *document;
	Scratch *scratch;
	uint32_t *slots;   /* 2 per capture, tokens */
	uint32_t looks;    /* lookaheads around the present state */
	uint32_t step;     /* of the trail, inside a lookahead; else ID_NONE */
	bool oom;
} Machine;

static uint32_t mention_end(const Machine *m, const Instruction *i, uint32_t at) {
	uint32_t index = m->scratch->mention_of.items[at - m->scratch->range.start];
	if (index == ID_NONE)
		return 0;
	const Mention *mention = &m->document->mentions.items[index];
	bool fits = i->op == OP_MENTION ||
	            (i->op == OP_TAG && lexicon_entity_has(m->lexicon, m->document, mention->entity, (ClassId)i->a)) ||
	            (i->op == OP_ENTITY && lexicon_counts_for(m->lexicon, m->document, mention->entity, i->a));
	return fits ? mention->end : 0;
}

static bool exact_fits(const Machine *m, const Instruction *i, uint32_t at) {
	const Token *token = &m->document->tokens.items[at];
	const char *string = m->program->strings[i->a];
	size_t length = strlen(string);
	return token->end - token->start == length && !memcmp(m->document->text + token->start, string, length);
}

/* Token behind what the instruction consumes at `at`, or 0 if it does not match there. */
static uint32_t consume(const Machine *m, const Instruction *i, uint32_t at) {
	if (at >= m->scratch->range.end)
		return 0;
	uint32_t end = 0;
	switch ((Operation)i->op) {
	case OP_WORD:
		end = document_word(m->document, at)->id == i->a ? at + 1 : 0;
		break;
	case OP_STEM:
		end = document_word(m->document, at)->stem == i->a ? at + 1 : 0;
		break;
	case OP_CLASS:
		end = document_class_end(m->document, at, (ClassId)i->a);
		break;
	case OP_NOT_CLASS:
		end = document_class_end(m->document, at, (ClassId)i->a) ? 0 : at + 1;
		break;
	case OP_TAG: case OP_ENTITY: case OP_MENTION:
		end = mention_end(m, i, at);
		break;
	case OP_NUMBER: {
		uint32_t number = m->scratch->number_of.items[at - m->scratch->range.start];
		end = number == ID_NONE ? 0 : m->document->numbers.items[number].end;
		break;
	}
	case OP_ANY:
		end = at + 1;
		break;
	case OP_EXACT:
		end = exact_fits(m, i, at) ? at + 1 : 0;
		break;
	default:
		break;
	}
	return end <= m->scratch->range.end ? end : 0;
}

static bool at_end(const Machine *m, uint32_t at) {
	for (; at < m->scratch->range.end; at++) {
		TokenKind kind = (TokenKind)m->document->tokens.items[at].kind;
		if (kind != TOKEN_STOP && kind != TOKEN_QUOTE)
			return false;
	}
	return true;
}

static bool push(Machine *m, uint32_t pc, uint32_t at, uint32_t restore) {
	if (vec_push(&m->scratch->stack, (MatchJob){pc, at, restore}))
		return true;
	m->oom = true;
	return false;
}

typedef enum Visit { VISIT_FIRST, VISIT_FAILED, VISIT_HELD } Visit;

static uint64_t state_of(const Machine *m, uint32_t pc, uint32_t at) {
	return (uint64_t)(at - m->scratch->range.start) * m->program->count + pc;
}

/* What is known of a state. Inside a lookahead the first visit leaves a step on the trail. */
static Visit visit(Machine *m, uint32_t pc, uint32_t at) {
	uint64_t state = state_of(m, pc, at), bit = UINT64_C(1) << (state % 64);
	if (m->scratch->visited.items[state / 64] & bit)
		return m->looks && (m->scratch->held.items[state / 64] & bit) ? VISIT_HELD : VISIT_FAILED;
	m->scratch->visited.items[state / 64] |= bit;
	if (m->looks && !vec_push(&m->scratch->trail, (MatchStep){state, m->step}))
		return m->oom = true, VISIT_FAILED;
	m->step = m->looks ? m->scratch->trail.count - 1 : ID_NONE;
	return VISIT_FIRST;
}

/* Every state on the way to where the lookahead ended holds. */
static void mark_held(Machine *m) {
	for (uint32_t i = m->step; i != ID_NONE; i = m->scratch->trail.items[i].before)
		m->scratch->held.items[m->scratch->trail.items[i].state / 64] |=
			UINT64_C(1) << (m->scratch->trail.items[i].state % 64);
}

#define RESTORE UINT32_MAX /* pc of a job that puts a capture slot back */
#define NO_MATCH UINT32_MAX

static bool look(Machine *m, uint32_t pc, uint32_t at);

/* One straight run of instructions from a state; the token behind the match, or NO_MATCH where it dies. */
static uint32_t step(Machine *m, uint32_t pc, uint32_t at) {
	Visit known;
	while ((known = visit(m, pc, at)) == VISIT_FIRST) {
		const Instruction *i = &m->program->code[pc];
		switch ((Operation)i->op) {
		case OP_MATCH:
			return at;
		case OP_JUMP:
			pc = i->a;
			break;
		case OP_SPLIT:
			if (!push(m, i->b, at, m->step))
				return NO_MATCH;
			pc = i->a;
			break;
		case OP_SAVE:
			if (!push(m, RESTORE, i->a, m->slots[i->a]))
				return NO_MATCH;
			m->slots[i->a] = at;
			pc++;
			break;
		case OP_START:
			if (at != m->scratch->range.start)
				return NO_MATCH;
			pc++;
			break;
		case OP_END:
			if (!at_end(m, at))
				return NO_MATCH;
			pc++;
			break;
		case OP_LOOK: case OP_LOOK_NOT:
			if (look(m, i->a, at) != (i->op == OP_LOOK) || m->oom)
				return NO_MATCH;
			pc = i->b;
			break;
		default: {
			uint32_t end = consume(m, i, at);
			if (!end)
				return NO_MATCH;
			at = end;
			pc++;
		}
		}
	}
	return known == VISIT_HELD ? at : NO_MATCH;
}

/* Tries a state and, in order of preference, all that it leaves on the stack above its own base. */
static uint32_t run(Machine *m, uint32_t pc, uint32_t at) {
	uint32_t base = m->scratch->stack.count, end = NO_MATCH;
	if (!push(m, pc, at, m->step))
		return NO_MATCH;
	while (m->scratch->stack.count > base && end == NO_MATCH && !m->oom) {
		MatchJob job = m->scratch->stack.items[--m->scratch->stack.count];
		if (job.pc == RESTORE) {
			m->slots[job.at] = job.restore;
			continue;
		}
		m->step = job.restore;
		end = step(m, job.pc, job.at);
	}
	return end;
}

/* Whether what starts at pc matches here. Captures inside are put back: a lookahead takes nothing. */
static bool look(Machine *m, uint32_t pc, uint32_t at) {
	uint32_t base = m->scratch->stack.count, around = m->step;
	m->step = ID_NONE;
	m->looks++;
	bool holds = run(m, pc, at) != NO_MATCH;
	if (holds)
		mark_held(m);
	m->looks--;
	m->step = around;
	while (m->scratch->stack.count > base) {
		MatchJob job = m->scratch->stack.items[--m->scratch->stack.count];
		if (job.pc == RESTORE)
			m->slots[job.at] = job.restore;
	}
	return holds;
}

/* Forgets the states at or behind `from`: those on the path of the last match did not fail. */
static bool reset_visited(const Program *program, Scratch *scratch, uint32_t from) {
	uint64_t states = (uint64_t)(scratch->range.end - scratch->range.start + 1) * program->count;
	uint64_t words = states / 64 + 1, first = (uint64_t)(from - scratch->range.start) * program->count / 64;
	vec_clear(&scratch->visited);
	vec_clear(&scratch->held);
	vec_clear(&scratch->trail);
	if (words > UINT32_MAX || !vec_reserve(&scratch->visited, (size_t)words) ||
	    !vec_reserve(&scratch->held, (size_t)words))
		return false;
	scratch->visited.count = scratch->held.count = (uint32_t)words;
	memset(scratch->visited.items + first, 0, (size_t)(words - first) * sizeof(uint64_t));
	memset(scratch->held.items + first, 0, (size_t)(words - first) * sizeof(uint64_t));
	return true;
}

MatchResult program_match(const Program *program, const Lexicon *lexicon, Scratch *scratch, uint32_t from,
                          Span *captures) {
	uint32_t slots[2 * CAPTURE_LIMIT];
	Machine m = {program, lexicon, scratch->document, scratch, slots, 0, ID_NONE, false};
	if (!reset_visited(program, scratch, from))
		return MATCH_NO_MEMORY;
	for (uint32_t at = from; at < scratch->range.end; at++) {
		memset(slots, 0xFF, sizeof slots);
		vec_clear(&scratch->stack);
		uint32_t end = run(&m, 0, at);
		if (m.oom)
			return MATCH_NO_MEMORY;
		if (end == NO_MATCH)
			continue;
		for (uint32_t i = 1; i < program->captures; i++)
			captures[i] = slots[2 * i + 1] == ID_NONE ? SPAN_NONE : (Span){slots[2 * i], slots[2 * i + 1]};
		captures[0] = (Span){at, end};
		return MATCH_FOUND;
	}
	return MATCH_NONE;
}
