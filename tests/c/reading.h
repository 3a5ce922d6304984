/* What the tests of the reading layers share: one analyzer, its words, and the text of what it found. */
#ifndef ASSAY_TEST_READING_H
#define ASSAY_TEST_READING_H
#include <stdarg.h>

#include "pipeline/analyzer.h"
#include "test.h"

static Analyzer *analyzer;

/* Adds phrases, separated by |, to a class. */
static inline void add(const char *class_name, const char *phrases) {
	ClassId id = vocabulary_add_class(analyzer->vocabulary, class_name);
	char copy[400], *rest = copy;
	snprintf(copy, sizeof copy, "%s", phrases);
	for (char *phrase; (phrase = strsep(&rest, "|"));)
		CHECK(lexicon_add_phrase(analyzer->lexicon, phrase, id, NULL));
}

static inline Document *read_text(const char *text) {
	Document *document = analyzer_read(analyzer, text, strlen(text), NULL);
	CHECK(document != NULL);
	return document;
}

/* Frees the document, which may be NULL, and the analyzer. */
static inline void done(Document *document) {
	document_free(document);
	analyzer_free(analyzer);
}

/* The text of a token range, "-" for none; it stays for the next seven calls. */
static inline const char *text_of(const Document *document, Span tokens) {
	static char texts[8][400];
	static unsigned next;
	char *text = texts[next++ % 8];
	if (span_is_none(tokens))
		return "-";
	Span bytes = document_bytes(document, tokens);
	snprintf(text, sizeof texts[0], "%.*s", (int)(bytes.end - bytes.start), document->text + bytes.start);
	return text;
}

/* Appends an item to a list parted by |. */
__attribute__((format(printf, 3, 4))) static inline void append(char *list, size_t size, const char *format, ...) {
	size_t used = strlen(list);
	va_list arguments;
	if (used)
		used += (size_t)snprintf(list + used, size - used, "|");
	va_start(arguments, format);
	if (used < size)
		vsnprintf(list + used, size - used, format, arguments);
	va_end(arguments);
}

#endif
