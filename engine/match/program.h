/* Token patterns: a compiled program and its matcher. Matching costs at most program length × tokens, whatever the
 * pattern: a state (instruction, token) that failed once is never tried again, nor is one of a lookahead that held. */
#ifndef ASSAY_MATCH_PROGRAM_H
#define ASSAY_MATCH_PROGRAM_H
#include "lexicon/lexicon.h"

#define PROGRAM_LIMIT 4096   /* instructions */
#define CAPTURE_LIMIT 16     /* named captures of one pattern, the whole match included */

typedef enum Operation {
	OP_WORD,     /* a: vocabulary word */
	OP_STEM,     /* a: vocabulary stem */
	OP_CLASS,    /* a: class; consumes the longest phrase of it */
	OP_NOT_CLASS,/* a: class; consumes one token that starts no phrase of it */
	OP_TAG,      /* a: class; consumes a mention whose entity, or the one it counts for, has that tag */
	OP_ENTITY,   /* a: entity; consumes a mention of it or of one that counts for it */
	OP_MENTION,  /* consumes any mention */
	OP_NUMBER,   /* consumes a number with its hedge */
	OP_ANY,      /* consumes one token */
	OP_EXACT,    /* a: index of a string; consumes one token with that surface */
	OP_SPLIT,    /* goes on at a; if that fails, at b */
	OP_JUMP,     /* goes on at a */
	OP_SAVE,     /* a: slot; 2n and 2n + 1 are start and end of capture n */
	OP_START,    /* at the first token of the range */
	OP_END,      /* behind the last token, a closing full stop and quotation mark aside */
	OP_LOOK,     /* goes on at b if what starts behind it matches here up to its OP_MATCH; consumes and captures
	              * nothing */
	OP_LOOK_NOT, /* goes on at b if it does not */
	OP_MATCH,
	OP_COUNT
} Operation;

typedef struct Instruction {
	uint32_t op, a, b;
} Instruction;

typedef struct Program Program;

/* Copies code and strings. Errors: BAD_PACK (an operand out of range, too long), NO_MEMORY. */
Program *program_new(const Instruction *code, uint32_t count, uint32_t captures, const char *const *strings,
                     uint32_t string_count, AssayError *error);
void program_free(Program *program);
uint32_t program_captures(const Program *program);

/* A state still to be tried, or a capture slot to put back. */
typedef struct MatchJob {
	uint32_t pc, at, restore; /* restore: the slot's value; of a state the step of the trail that led to it */
} MatchJob;

/* A state that a lookahead went through. */
typedef struct MatchStep {
	uint32_t pc, at;
	uint32_t before; /* index of the step before it, or ID_NONE */
} MatchStep;

/* Memory that matches reuse; `Scratch scratch = {0}` is valid. One thread at a time. It grows with the reach of a match
 * times the program's length, not with the range. */
typedef struct Scratch {
	uint64_t *rows; /* a ring: what is known of the states at the tokens from the present start up to `front` */
	uint32_t row_count, row_words, front;
	const Program *program; /* whose states these are, or NULL; borrowed, compared only */
	uint32_t from;          /* of the last match that was sought */
	VEC(MatchStep) trail;
	VEC(MatchJob) stack;
	VEC(uint32_t) mention_of; /* per token of the range: index of the mention that starts there, or ID_NONE */
	VEC(uint32_t) number_of;
	Span range;    /* tokens */
	uint32_t tail; /* token of the range from which OP_END holds */
	const Document *document;
} Scratch;

void scratch_done(Scratch *scratch);
/* Prepares for matches in the tokens of `range`, a sentence or part of one. False: out of memory. */
bool scratch_range(Scratch *scratch, const Document *document, Span range);

typedef enum MatchResult { MATCH_NONE, MATCH_FOUND, MATCH_NO_MEMORY } MatchResult;

/* The first match that starts at or behind `from` in the prepared range, preferring earlier branches. captures has room
 * for program_captures spans (token ranges; SPAN_NONE where a capture took no part); captures[0] is the whole match.
 * All matches, one behind the other (from = the last one's end), cost no more than one pass. */
MatchResult program_match(const Program *program, const Lexicon *lexicon, Scratch *scratch, uint32_t from,
                          Span *captures);

#endif
