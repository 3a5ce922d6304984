/* Who says what: source, cue, content. Cues are words that a pack lists; the shapes around them (SPEAKER cue CONTENT,
 * CONTENT cue SPEAKER, according to SPEAKER CONTENT, quotation marks) are mechanism. */
#ifndef ASSAY_ATTRIBUTION_ATTRIBUTION_H
#define ASSAY_ATTRIBUTION_ATTRIBUTION_H
#include "lexicon/lexicon.h"

#define CUE_KINDS 8 /* commitment classes of cues that show in results */

typedef struct AttributionRoles {
	ClassId say;        /* finite verbs with a clause as content */
	ClassId tell;       /* those that name the hearer first */
	ClassId urge;       /* those whose content is what somebody is to do */
	ClassId object;     /* those whose content is a noun phrase */
	ClassId participle; /* non-finite forms of all of these, behind a comma */
	ClassId according;  /* phrases that stand before the source */
	ClassId agent;      /* stands before the speaker of a passive cue */
	ClassId adverb_cue; /* adverbs that report a whole sentence */
	ClassId complementizer, relative, auxiliary, adverb, time, preposition, conjunction, coordinator, determiner,
		definite, possessive, pronoun, person_pronoun, connective, medium, role, infinitive;
	ClassId person_class, media_class; /* entity classes */
	ClassId kinds[CUE_KINDS];          /* cue.neutral, cue.assertive, … */
} AttributionRoles;

bool attribution_roles_init(AttributionRoles *roles, Vocabulary *vocabulary);
/* Needs every layer of the lexicon. Attributions come ordered by content. False: out of memory. */
bool attribution_find(const AttributionRoles *roles, const Lexicon *lexicon, Document *document);

#endif
