/* Scopes of negation, hedge, condition, question and denial: a cue opens one, a terminator or the clause's end closes
 * it; a pseudo-cue (`not only`) opens none. The cue stands outside its scope. */
#ifndef ASSAY_CONTEXT_CONTEXT_H
#define ASSAY_CONTEXT_CONTEXT_H
#include "document/document.h"

typedef struct ContextRoles {
	ClassId cue[AXIS_COUNT];
	ClassId pseudo[AXIS_COUNT];
	ClassId terminator;
} ContextRoles;

bool context_roles_init(ContextRoles *roles, Vocabulary *vocabulary);
/* Needs sentences, phrases and quotes. False: out of memory. */
bool context_find(const ContextRoles *roles, Document *document);

#endif
