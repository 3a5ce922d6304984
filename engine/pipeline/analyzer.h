/* One article through all layers. The analyzer holds what the packs said; it is filled first and then reads any number
 * of articles, one thread at a time. */
#ifndef ASSAY_PIPELINE_ANALYZER_H
#define ASSAY_PIPELINE_ANALYZER_H
#include "attribution/attribution.h"
#include "context/context.h"
#include "lexicon/lexicon.h"

typedef struct Analyzer {
	Vocabulary *vocabulary;
	Lexicon *lexicon;
	TokenRoles token_roles;
	SentenceRoles sentence_roles;
	ContextRoles context_roles;
	AttributionRoles attribution_roles;
} Analyzer;

/* stemmer: see vocabulary_new. */
Analyzer *analyzer_new(const char *stemmer, AssayError *error);
void analyzer_free(Analyzer *analyzer);
/* All layers of the text; the document is the caller's. Errors: BAD_INPUT (too long), NO_MEMORY. */
Document *analyzer_read(Analyzer *analyzer, const char *text, size_t length, AssayError *error);
/* The same for a text of which the date is known (see Document.published): aliases that hold for a time only count. */
Document *analyzer_read_dated(Analyzer *analyzer, const char *text, size_t length, uint32_t published,
                              AssayError *error);

#endif
