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
	Spellings *spellings;
	TokenRoles token_roles;
	SentenceRoles sentence_roles;
	ContextRoles context_roles;
	AttributionRoles attribution_roles;
	Newline newline; /* of the articles to come; may be set at any time */
} Analyzer;

/* The passes over an article, in their order. */
typedef enum Stage {
	STAGE_TOKENS,
	STAGE_PHRASES,
	STAGE_SENTENCES, /* lines, furniture, paragraphs, quotation marks, sentences */
	STAGE_MENTIONS,
	STAGE_NUMBERS,
	STAGE_CONTEXT,
	STAGE_ATTRIBUTION,
	STAGES
} Stage;

/* stemmer: see vocabulary_new. */
Analyzer *analyzer_new(const char *stemmer, AssayError *error);
void analyzer_free(Analyzer *analyzer);
/* All layers of the text; the document is the caller's, to be freed before the analyzer. Errors: BAD_INPUT (too long),
 * NO_MEMORY. */
Document *analyzer_read(Analyzer *analyzer, const char *text, size_t length, AssayError *error);
/* One pass over a document that has had those before it. False: out of memory. */
bool analyzer_stage(Analyzer *analyzer, Document *document, Stage stage);
/* The same for a text of which the date is known (see Document.published): aliases that hold for a time only count. */
Document *analyzer_read_dated(Analyzer *analyzer, const char *text, size_t length, uint32_t published,
                              AssayError *error);

#endif
