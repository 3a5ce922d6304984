/* Shared by the files of this folder only. */
#ifndef ASSAY_ATTRIBUTION_IMPL_H
#define ASSAY_ATTRIBUTION_IMPL_H
#include "attribution/attribution.h"

/* The work on one sentence. All positions are tokens. */
typedef struct Reader {
	const AttributionRoles *roles;
	const Lexicon *lexicon;
	Document *document;
	uint32_t sentence;    /* index */
	uint32_t first, last; /* the sentence */
	uint32_t limit;       /* where contents end: `last`, or the comma of an attribution that closes the sentence */
	Span subject;         /* speaker of the last cue read, for cues that share it; SPAN_NONE at first */
} Reader;

static inline bool is_class(const Reader *r, uint32_t token, ClassId id) {
	return token_has(r->document, token, id);
}

static inline const Token *token_at(const Reader *r, uint32_t token) {
	return &r->document->tokens.items[token];
}

static inline bool is_mark(const Reader *r, uint32_t token, uint32_t character) {
	return token_at(r, token)->kind >= TOKEN_STOP && token_at(r, token)->character == character;
}

/* noun_phrase.c */
/* The noun phrase that ends right before the verb at `verb`, apposition included, not reaching before `from`.
 * SPAN_NONE if there is none. An empty span at `verb` says: a coordinated verb that shares its subject. */
Span subject_before(const Reader *r, uint32_t verb, uint32_t from);
/* The noun phrase that starts at `at`. May be empty. */
Span phrase_from(const Reader *r, uint32_t at);
/* Whether the span can name or describe somebody who speaks. */
bool is_speaker_like(const Reader *r, Span span);
/* First token at or behind `at` that is no adverb, time, or adverbial phrase of those. */
uint32_t skip_adverbials(const Reader *r, uint32_t at);

/* quotation.c */
/* The pair whose closing (opening) mark is that token, or NULL. */
const QuotePair *pair_closed_at(const Reader *r, uint32_t token);
const QuotePair *pair_opened_at(const Reader *r, uint32_t token);
bool quotation_find(const AttributionRoles *roles, const Lexicon *lexicon, Document *document);

/* speaker.c */
/* Fills entity, side and anonymous of all attributions, in the order of the text. */
void speaker_resolve(const AttributionRoles *roles, const Lexicon *lexicon, Document *document);

#endif
