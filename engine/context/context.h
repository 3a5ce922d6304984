/* Clauses, and scopes of negation, hedge, condition, question and denial. A cue opens a scope; a terminator, a comma that
 * parts clauses or the clause's end closes it; a pseudo-cue (`not only`) opens none. A cue behind what it speaks of (`is
 * out of the question`) reaches back to its clause's start. The cue stands outside its scope.
 * Clauses are found from closed classes of words and from marks; there is no parser. Linear in the text. */
#ifndef ASSAY_CONTEXT_CONTEXT_H
#define ASSAY_CONTEXT_CONTEXT_H
#include "document/document.h"

typedef struct ContextRoles {
	ClassId cue[AXIS_COUNT];    /* reaches forward */
	ClassId after[AXIS_COUNT];  /* reaches back; a word of both classes reaches both ways */
	ClassId pseudo[AXIS_COUNT];
	ClassId inverted;      /* a verb that opens a condition when it opens a sentence that asks nothing */
	ClassId terminator;
	ClassId subordinator;
	ClassId perhaps;       /* opens a clause if a verb follows: also a preposition */
	ClassId relative, complementizer, coordinator;
	ClassId say;           /* verbs that take what is said as a clause */
	ClassId participle;    /* opens a clause behind a comma */
	ClassId connective;    /* may stand between commas inside a clause */
	ClassId auxiliary, determiner, preposition;
	ClassSet axes;         /* all that open scopes */
	ClassSet marked;       /* those, and what opens or closes clauses: their words are in SET_CONTEXT */
} ContextRoles;

bool context_roles_init(ContextRoles *roles, Vocabulary *vocabulary);
/* Needs sentences, phrases and quotes; writes clauses and scopes. False: out of memory. */
bool context_find(const ContextRoles *roles, Document *document);

#endif
