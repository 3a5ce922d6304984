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
	if (!token_roles_init(&a->token_roles, a->vocabulary) || !sentence_roles_init(&a->sentence_roles, a->vocabulary) ||
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

static bool read_text(Analyzer *a, Document *d) {
	if (!tokenise(d->text, d->length, a->vocabulary, &a->token_roles, &d->words, &d->tokens) ||
	    !lexicon_find_phrases(a->lexicon, d) || !line_split(&d->tokens, &d->lines) ||
	    !lexicon_mark_furniture(a->lexicon, d))
		return false;
	line_join(&d->tokens, &d->lines);
	line_classify(&d->tokens, &d->lines);
	return paragraph_split(&d->lines, &d->paragraphs) && pair_quotes(d) &&
	       sentence_split(&d->tokens, &d->words, &a->sentence_roles, &d->paragraphs, &d->sentences);
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
	bool ok = read_text(analyzer, document) && lexicon_find_mentions(analyzer->lexicon, document) &&
	          lexicon_find_descriptions(analyzer->lexicon, document) &&
	          lexicon_find_numbers(analyzer->lexicon, document) &&
	          context_find(&analyzer->context_roles, document) &&
	          attribution_find(&analyzer->attribution_roles, analyzer->lexicon, document);
	if (ok)
		return document;
	document_free(document);
	error_no_memory(error);
	return NULL;
}
