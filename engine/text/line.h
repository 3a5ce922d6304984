/* Tokens → lines of the page and what they are; lines → paragraphs. */
#ifndef ASSAY_TEXT_LINE_H
#define ASSAY_TEXT_LINE_H
#include "text/token.h"

typedef enum SegmentKind {
	SEGMENT_BODY,
	SEGMENT_HEADLINE,
	SEGMENT_HEADING,
	SEGMENT_CAPTION,
	SEGMENT_FURNITURE,
	SEGMENT_KINDS
} SegmentKind;

/* Names as the interface shows them. */
extern const char *const segment_kind_names[SEGMENT_KINDS];

/* What a line break is. */
typedef enum Newline {
	NEWLINE_AUTO, /* the end of a paragraph, but where the text is wrapped or the next line goes on in small letters */
	NEWLINE_HARD, /* the end of a paragraph */
	NEWLINE_SOFT, /* white space; paragraphs end with a blank line */
	NEWLINES
} Newline;

/* NULL behind the last. */
extern const char *const newline_names[NEWLINES + 1];

typedef struct Line {
	uint32_t first, end; /* tokens */
	uint8_t kind;        /* SegmentKind */
	bool blank_before;
	bool joined;         /* a soft line break: continues the paragraph of the line before */
} Line;

typedef VEC(Line) LineList;

/* One line per line of the text that has tokens, all SEGMENT_BODY. False: out of memory. */
bool line_split(const TokenList *tokens, LineList *lines);
/* Tells headline, headings, captions and bylines by their shape and place. Lines that are furniture already stay so. */
void line_classify(const TokenList *tokens, LineList *lines);
/* Marks the lines that go on with the one before. Lists and furniture keep their lines. */
void line_join(const TokenList *tokens, const WordTable *words, LineList *lines, Newline newline);

#endif
