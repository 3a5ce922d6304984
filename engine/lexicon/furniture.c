/* Page furniture: lines, and beginnings of lines, that the page put around the article. */
#include "base/memory.h"
#include "lexicon/impl.h"

enum { FURNITURE_TOKENS = 20 }; /* a longer line is text, however it begins */

static SegmentKind line_kind(const Lexicon *lexicon, const Document *document, const Line *line) {
	uint32_t length = line->end - line->first;
	bool may = token_starts_phrase(document, line->first) ||
	           (document_word(document, line->first)->traits & WORD_FURNITURE);
	if (!may || length > FURNITURE_TOKENS)
		return SEGMENT_BODY;
	bool whole = document_class_end(document, line->first, lexicon->roles.furniture_line) == line->end;
	bool start = document_class_end(document, line->first, lexicon->roles.furniture_start) != 0;
	return whole || start ? SEGMENT_FURNITURE : SEGMENT_BODY;
}

static bool split_line(Document *document, uint32_t index, uint32_t at) {
	if (!vec_push(&document->lines, (Line){0}))
		return false;
	Line *lines = document->lines.items;
	for (uint32_t i = document->lines.count - 1; i > index; i--)
		lines[i] = lines[i - 1];
	lines[index].end = lines[index + 1].first = at;
	lines[index].kind = SEGMENT_FURNITURE;
	lines[index + 1].blank_before = true;
	return true;
}

bool lexicon_mark_furniture(const Lexicon *lexicon, Document *document) {
	for (uint32_t i = 0; i < document->lines.count; i++)
		document->lines.items[i].kind = (uint8_t)line_kind(lexicon, document, &document->lines.items[i]);
	if (!document->lines.count)
		return true;
	/* Only the first line can carry a lead: splitting is then not quadratic in the lines. */
	const Line *line = &document->lines.items[0];
	uint32_t lead = document_class_end(document, line->first, lexicon->roles.furniture_lead);
	return !lead || lead >= line->end || split_line(document, 0, lead);
}
