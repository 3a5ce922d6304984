/* Shared by the files of this folder only. */
#ifndef ASSAY_CONTEXT_IMPL_H
#define ASSAY_CONTEXT_IMPL_H
#include "context/context.h"

enum { CLAUSE_DEPTH = 32 }; /* clauses open at once; deeper ones are read as part of the last */

/* A clause, or a quotation around clauses, that is open. */
typedef struct Frame {
	uint32_t clause;  /* index; of a quotation that of the clause around it */
	uint32_t start;   /* first token */
	uint32_t from;    /* where a cue that reaches back stops: behind the last mark, clause or terminator */
	uint32_t mark;    /* token of the mark that opened it, or ID_NONE; the clause around goes on behind it */
	uint32_t close;   /* of a quotation: token of its closing mark, else ID_NONE */
	uint32_t until;   /* token behind a restrictive clause: the verb of the clause around it; or ID_NONE */
	uint32_t pending; /* open scopes below this one belong to the clauses around */
	uint32_t own;     /* scope of the cue that opened the clause, or ID_NONE: ends with the clause */
} Frame;

/* One sentence being read, from left to right. */
typedef struct Walk {
	const ContextRoles *roles;
	Document *document;
	uint32_t sentence;         /* index */
	uint32_t first, end;       /* its tokens, without the stops and marks at its end */
	uint32_t tail;             /* where scopes end that reach its end: before an aside that ends there too */
	uint32_t question;         /* the question mark at its end, or ID_NONE */
	ClassSet here;             /* marked classes of the word being read, and of the phrases that start at it */
	uint32_t quote;            /* next pair of quotation marks */
	uint32_t busy[AXIS_COUNT]; /* end of the last cue or pseudo-cue of the axis */
	uint32_t depth;
	Frame frames[CLAUSE_DEPTH];
	VEC(uint32_t) pending;     /* scopes not yet ended, by index, innermost clause last */
	bool ok;                   /* false: out of memory */
} Walk;

static inline const Token *token_at(const Walk *walk, uint32_t i) {
	return &walk->document->tokens.items[i];
}

static inline Frame *top(Walk *walk) {
	return &walk->frames[walk->depth - 1];
}

static inline bool has(const Walk *walk, uint32_t i, ClassId id) {
	return i < walk->end && token_has(walk->document, i, id);
}

static inline bool has_trait(const Walk *walk, uint32_t i, uint32_t traits) {
	return i < walk->end && (document_word(walk->document, i)->traits & traits);
}

static inline bool is_comma(const Walk *walk, uint32_t i) {
	return i < walk->end && token_at(walk, i)->character == ',';
}

static inline bool is_mark(const Walk *walk, uint32_t i) {
	uint8_t kind = token_at(walk, i)->kind;
	return kind >= TOKEN_STOP && kind <= TOKEN_QUOTE && (kind != TOKEN_DASH || (token_at(walk, i)->flags & TOKEN_SPACED));
}

/* scope.c: scopes */
void scope_cues(Walk *walk, uint32_t i);                  /* opens those of the cues that start at the token */
void scope_question_mark(Walk *walk, uint32_t i);
void scope_adopt(Walk *walk, uint32_t i);                 /* the newest clause owns the scope whose cue opened it at i */
void scope_end_all(Walk *walk, uint32_t base, uint32_t at); /* ends the pending ones from `base` on */
void scope_interrupt(Walk *walk, uint32_t base, uint32_t at); /* the same, without those whose cue ends right there */
void scope_skip(Walk *walk, uint32_t from, uint32_t to);  /* those that would start at `from` start at `to` */
void scope_end_one(Walk *walk, uint32_t scope, uint32_t at);

/* clause.c: what opens and closes clauses */
void clause_open(Walk *walk, ClauseKind kind, uint32_t start, uint32_t mark);
void clause_close(Walk *walk, uint32_t depth, uint32_t end); /* all above `depth` */
void clause_mark(Walk *walk, uint32_t i);                 /* the token is a mark */
void clause_word(Walk *walk, uint32_t i);                 /* the token has one of the marked classes */
void clause_terminator(Walk *walk, uint32_t i);
bool clause_quote(Walk *walk, uint32_t i);                /* a quotation mark of a pair */

#endif
