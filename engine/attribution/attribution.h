/* Who says what: source, cue and content. Cues are words that a pack lists by the frames they stand in; the shapes
 * around them (SPEAKER cue CONTENT, CONTENT cue SPEAKER, according to SPEAKER CONTENT, quotation marks) are mechanism. */
#ifndef ASSAY_ATTRIBUTION_ATTRIBUTION_H
#define ASSAY_ATTRIBUTION_ATTRIBUTION_H
#include "lexicon/lexicon.h"

#define CUE_KINDS 9 /* commitment classes of cues that show in results */

typedef struct AttributionRoles {
	/* What kind of content a verb takes. */
	ClassId say;    /* a clause */
	ClassId that;   /* a clause, but only with a complementizer, a question word or quotation marks */
	ClassId tell;   /* the hearer, then a clause */
	ClassId urge;   /* somebody, and what they are to do */
	ClassId intend; /* what the source is going to do */
	ClassId object; /* a noun phrase */
	ClassId about;  /* a prepositional phrase */
	ClassId seem;   /* what somebody looks like doing; no source */
	ClassId participle; /* non-finite forms of all of these */
	ClassId ambiguous;  /* forms of these that are nouns as well */
	ClassId noun;       /* with a clause or an infinitive */
	ClassId adjective;  /* likewise, behind a copula */
	ClassId according;  /* phrases that stand before the source */
	ClassId adverb_cue; /* adverbs that report a whole sentence */
	ClassId agent;      /* stands before the speaker of a passive cue */
	ClassId cue_preposition; /* stands between a verb and what it is about */
	ClassId copula;          /* before adjectives and passive participles */
	ClassId finite;          /* forms of other verbs: what has one is a clause */
	ClassId interrogative;   /* opens a clause that is a question */
	ClassId modal;           /* auxiliaries of what may be: no report */
	ClassId nobody;          /* subjects that are no source */
	ClassId predicative;     /* before what an object is said to be */
	ClassId clitic;
	ClassId complementizer, relative, auxiliary, adverb, time, preposition, conjunction, coordinator, determiner,
		definite, possessive, pronoun, person_pronoun, connective, medium, role, infinitive;
	ClassId person_class, media_class; /* entity classes */
	ClassId kinds[CUE_KINDS];          /* cue.neutral, cue.assertive, … */
	ClassSet verbs; /* every class of a verb that is a cue */
	ClassSet cues;  /* those, and nouns, adjectives, adverbs */
} AttributionRoles;

bool attribution_roles_init(AttributionRoles *roles, Vocabulary *vocabulary);
/* Needs every layer of the lexicon. Attributions come ordered by content. False: out of memory. */
bool attribution_find(const AttributionRoles *roles, const Lexicon *lexicon, Document *document);
/* The last of the attributions before that index whose content holds the tokens, or ID_NONE: the first call, with
 * attributions.count, gives the smallest content, each next one, with the index found, the one around it. Scare quotes
 * hold nothing. Takes logarithmic time, whatever the nesting. */
uint32_t attribution_around(const Document *document, Span tokens, uint32_t before);

#endif
