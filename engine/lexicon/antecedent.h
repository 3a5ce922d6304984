/* Who is meant by `he`, `the minister`, `the official`: candidates from the article, best first, and why.
 *
 *     Antecedent found[ANTECEDENT_LIMIT];
 *     uint32_t count = antecedent_find(lexicon, document, speaker_span, found);
 *     if (count) entity = found[0].entity;      // ID_NONE: described, not named; then `side` may say for whom
 *
 * Needs mentions and descriptions. The span is that of the anaphor (tokens): a pronoun, or a phrase whose last role noun
 * counts. It is read as any span is; it need not be among the document's descriptions. Work is bounded by a constant
 * number of mentions and descriptions around the span. The same cues count for every entity. */
#ifndef ASSAY_LEXICON_ANTECEDENT_H
#define ASSAY_LEXICON_ANTECEDENT_H
#include "lexicon/lexicon.h"

enum { ANTECEDENT_LIMIT = 8 };

/* From the strongest to the weakest. */
typedef enum AntecedentWhy {
	ANTECEDENT_TITLE,   /* a name that has this role as its title or apposition */
	ANTECEDENT_REPEAT,  /* somebody described before with the same role */
	ANTECEDENT_SUBJECT, /* the first one named in the sentence */
	ANTECEDENT_RECENT,  /* named before, nothing more */
	ANTECEDENT_WHYS
} AntecedentWhy;

extern const char *const antecedent_why_names[ANTECEDENT_WHYS];

typedef struct Antecedent {
	Span tokens;     /* its mention or description closest to the anaphor */
	uint32_t entity; /* or ID_NONE */
	uint32_t side;   /* of a description, or ID_NONE */
	uint8_t why;     /* AntecedentWhy */
	float score;     /* in (0, 1]; comparable between candidates of one anaphor only */
} Antecedent;

/* Candidates in order of falling score, nearer ones first among equals; their number. */
uint32_t antecedent_find(const Lexicon *lexicon, const Document *document, Span anaphor,
                         Antecedent found[ANTECEDENT_LIMIT]);

#endif
