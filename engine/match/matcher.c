/* A backtracking matcher that remembers where it has been. States are (instruction, token); whether one leads to a match
 * does not depend on how it was reached, so one that failed is never tried again. */
#include <string.h>

#include "base/memory.h"
#include "match/impl.h"

#define RESTORE UINT32_MAX /* pc of a job that puts a capture slot back */
#define NO_MATCH UINT32_MAX
#define ROWS_START 64      /* a power of two */

void scratch_done(Scratch *scratch) {
	memory_free(scratch->rows);
	scratch->rows = NULL;
	scratch->row_count = scratch->row_words = 0;
	vec_done(&scratch->trail);
	vec_done(&scratch->stack);
	vec_done(&scratch->mention_of);
	vec_done(&scratch->number_of);
}

uint32_t number_at(const Document *document, uint32_t token) {
	uint32_t low = 0, high = document->numbers.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->numbers.items[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first token of the range behind which only closing stops and quotation marks stand. */
static uint32_t tail_of(const Document *document, Span range) {
	uint32_t at = range.end;
	for (; at > range.start; at--) {
		TokenKind kind = (TokenKind)document->tokens.items[at - 1].kind;
		if (kind != TOKEN_STOP && kind != TOKEN_QUOTE)
			break;
	}
	return at;
}

bool scratch_range(Scratch *scratch, const Document *document, Span range) {
	uint32_t count = range.end - range.start + 1;
	vec_clear(&scratch->mention_of);
	vec_clear(&scratch->number_of);
	scratch->range = range;
	scratch->tail = tail_of(document, range);
	scratch->document = document;
	scratch->program = NULL;
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
	for (uint32_t i = number_at(document, range.start); i < document->numbers.count; i++) {
		uint32_t first = document->numbers.items[i].first;
		if (first >= range.end)
			break;
		scratch->number_of.items[first - range.start] = i;
	}
	return true;
}

typedef struct Machine {
	const Program *program;
	const Lexicon *lexicon;
	const Document *document;
	Scratch *scratch;
	uint32_t *slots;   /* 2 per capture, tokens */
	uint32_t start;    /* token at which the present attempt starts */
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
	Span bytes = document_bytes(m->document, (Span){at, at + 1});
	const Surface *surface = &m->program->surfaces[i->a];
	return bytes.end - bytes.start == surface->length &&
	       !memcmp(m->document->text + bytes.start, surface->bytes, surface->length);
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

static bool push(Machine *m, uint32_t pc, uint32_t at, uint32_t restore) {
	if (vec_push(&m->scratch->stack, (MatchJob){pc, at, restore}))
		return true;
	m->oom = true;
	return false;
}

/* The two sets of a row, one bit per instruction: visited, then held. */
static uint64_t *row_of(const Scratch *scratch, uint32_t at) {
	return scratch->rows + (size_t)(at & (scratch->row_count - 1)) * 2 * scratch->row_words;
}

static bool take_rows(Scratch *scratch, uint32_t start, uint32_t count) {
	uint64_t *rows = memory_resize(NULL, (size_t)count * 2 * scratch->row_words * sizeof *rows);
	if (!rows)
		return false;
	Scratch wider = {.rows = rows, .row_count = count, .row_words = scratch->row_words};
	for (uint32_t at = start; at < scratch->front; at++)
		memcpy(row_of(&wider, at), row_of(scratch, at), 2 * scratch->row_words * sizeof *rows);
	memory_free(scratch->rows);
	scratch->rows = rows;
	scratch->row_count = count;
	return true;
}

/* The row of a token at or behind the start, made empty when it is met for the first time. NULL: out of memory. */
static uint64_t *reach(Machine *m, uint32_t at) {
	Scratch *scratch = m->scratch;
	while (at - m->start >= scratch->row_count)
		if (!take_rows(scratch, m->start, 2 * scratch->row_count))
			return NULL;
	for (; scratch->front <= at; scratch->front++)
		memset(row_of(scratch, scratch->front), 0, 2 * scratch->row_words * sizeof(uint64_t));
	return row_of(scratch, at);
}

typedef enum Visit { VISIT_FIRST, VISIT_FAILED, VISIT_HELD } Visit;

/* What is known of a state. Inside a lookahead the first visit leaves a step on the trail. */
static Visit visit(Machine *m, uint32_t pc, uint32_t at) {
	uint64_t *row = reach(m, at), bit = UINT64_C(1) << (pc % 64);
	if (!row)
		return m->oom = true, VISIT_FAILED;
	if (row[pc / 64] & bit)
		return m->looks && (row[m->scratch->row_words + pc / 64] & bit) ? VISIT_HELD : VISIT_FAILED;
	row[pc / 64] |= bit;
	if (m->looks && !vec_push(&m->scratch->trail, (MatchStep){pc, at, m->step}))
		return m->oom = true, VISIT_FAILED;
	m->step = m->looks ? m->scratch->trail.count - 1 : ID_NONE;
	return VISIT_FIRST;
}

/* Every state on the way to where the lookahead ended holds. */
static void mark_held(Machine *m) {
	for (uint32_t i = m->step; i != ID_NONE; i = m->scratch->trail.items[i].before) {
		const MatchStep *step = &m->scratch->trail.items[i];
		row_of(m->scratch, step->at)[m->scratch->row_words + step->pc / 64] |= UINT64_C(1) << (step->pc % 64);
	}
}

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
			if (at < m->scratch->tail)
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
	uint32_t base = m->scratch->stack.count, around = m->step, steps = m->scratch->trail.count;
	m->step = ID_NONE;
	m->looks++;
	bool holds = run(m, pc, at) != NO_MATCH;
	if (holds)
		mark_held(m);
	m->looks--;
	m->step = around;
	m->scratch->trail.count = steps;
	while (m->scratch->stack.count > base) {
		MatchJob job = m->scratch->stack.items[--m->scratch->stack.count];
		if (job.pc == RESTORE)
			m->slots[job.at] = job.restore;
	}
	return holds;
}

/* Keeps what earlier attempts of the same program in the same range have found to fail. Behind `from` that is every
 * state visited, since a match ends at or before it; at `from` some may have been on the match's way. */
static bool prepare(const Program *program, Scratch *scratch, uint32_t from) {
	if (scratch->program == program && from >= scratch->from) {
		if (from < scratch->front)
			memset(row_of(scratch, from), 0, 2 * scratch->row_words * sizeof(uint64_t));
		else
			scratch->front = from;
	} else {
		uint32_t words = (program->count + 63) / 64;
		scratch->front = from;
		if (!scratch->rows || words != scratch->row_words) {
			scratch->row_words = words;
			if (!take_rows(scratch, from, ROWS_START))
				return false;
		}
		scratch->program = program;
	}
	scratch->from = from;
	vec_clear(&scratch->trail);
	vec_clear(&scratch->stack);
	return true;
}

MatchResult program_match(const Program *program, const Lexicon *lexicon, Scratch *scratch, uint32_t from,
                          Span *captures) {
	uint32_t slots[2 * CAPTURE_LIMIT];
	Machine m = {program, lexicon, scratch->document, scratch, slots, from, 0, ID_NONE, false};
	if (!prepare(program, scratch, from))
		return MATCH_NO_MEMORY;
	memset(slots, 0xFF, sizeof slots);
	for (uint32_t at = from; at < scratch->range.end; at++) {
		if (program->first && !consume(&m, program->first, at))
			continue;
		m.start = at;
		if (scratch->front < at)
			scratch->front = at;
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
