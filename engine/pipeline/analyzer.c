#include "pipeline/analyzer.h"

#include "base/memory.h"

Analyzer *analyzer_new(const char *stemmer, AssayError *error) {
	Analyzer *a = memory_new(sizeof *a);
	if (!a) {
		error_no_memory(error);
		return NULL;
	}
	a->vocabulary = vocabulary_new(stemmer, error);
	a->lexicon = a->vocabulary ? lexicon_new(a->vocabulary, error) : NULL;
	if (!a->lexicon) {
		analyzer_free(a);
		return NULL;
	}
	a->spellings = spellings_new(a->vocabulary, &a->token_roles);
	if (!a->spellings || !token_roles_init(&a->token_roles, a->vocabulary) || !sentence_roles_init(&a->sentence_roles, a->vocabulary) ||
	    !context_roles_init(&a->context_roles, a->vocabulary) ||
	    !attribution_roles_init(&a->attribution_roles, a->vocabulary)) {
		analyzer_free(a);
		error_no_memory(error);
		return NULL;
	}
	return a;
}

void analyzer_free(Analyzer *analyzer) {
	if (!analyzer)
		return;
	spellings_free(analyzer->spellings);
	lexicon_free(analyzer->lexicon);
	vocabulary_free(analyzer->vocabulary);
	memory_free(analyzer);
}

static bool pair_quotes(Document *document) {
	for (uint32_t i = 0; i < document->paragraphs.count; i++) {
		const Paragraph *paragraph = &document->paragraphs.items[i];
		if (!quotemark_pair(&document->tokens, paragraph->first, paragraph->end, &document->quotes))
			return false;
	}
	return true;
}

static bool split_text(Analyzer *a, Document *d) {
	if (!line_split(&d->tokens, &d->lines) || !lexicon_mark_furniture(a->lexicon, d))
		return false;
	line_join(&d->tokens, &d->words, &d->lines, a->newline);
	line_classify(&d->tokens, &d->lines);
	return paragraph_split(&d->lines, &d->paragraphs) && pair_quotes(d) &&
	       sentence_split(&d->tokens, &d->words, &a->sentence_roles, &d->paragraphs, &d->sentences);
}

bool analyzer_stage(Analyzer *a, Document *d, Stage stage) {
	switch (stage) {
	case STAGE_TOKENS:
		return tokenise(d->text, d->length, a->spellings, &a->token_roles, &d->words, &d->tokens);
	case STAGE_PHRASES:
		return lexicon_find_phrases(a->lexicon, d);
	case STAGE_SENTENCES:
		return split_text(a, d);
	case STAGE_MENTIONS:
		return lexicon_find_mentions(a->lexicon, d) && lexicon_find_descriptions(a->lexicon, d);
	case STAGE_NUMBERS:
		return lexicon_find_numbers(a->lexicon, d);
	case STAGE_CONTEXT:
		return context_find(&a->context_roles, d);
	default:
		return attribution_find(&a->attribution_roles, a->lexicon, d);
	}
}

Document *analyzer_read(Analyzer *analyzer, const char *text, size_t length, AssayError *error) {
	return analyzer_read_dated(analyzer, text, length, 0, error);
}

Document *analyzer_read_dated(Analyzer *analyzer, const char *text, size_t length, uint32_t published,
                              AssayError *error) {
	Document *document = document_new(text, length, error);
	if (!document)
		return NULL;
	document->published = published;
	bool ok = true;
	for (int stage = 0; stage < STAGES && ok; stage++)
		ok = analyzer_stage(analyzer, document, (Stage)stage);
	if (ok)
		return document;
	document_free(document);
	error_no_memory(error);
	return NULL;
}
