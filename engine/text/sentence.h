/* Lines → paragraphs → sentences. */
#ifndef ASSAY_TEXT_SENTENCE_H
#define ASSAY_TEXT_SENTENCE_H
#include "text/line.h"

typedef struct Paragraph {
	uint32_t first, end; /* tokens */
	uint8_t kind;        /* SegmentKind */
} Paragraph;

typedef struct Sentence {
	uint32_t start, end;       /* bytes, without white space at the edges */
	uint32_t first, last;      /* tokens [first, last) */
	uint32_t paragraph;        /* index */
	uint8_t kind;              /* SegmentKind */
} Sentence;

typedef VEC(Paragraph) ParagraphList;
typedef VEC(Sentence) SentenceList;

typedef struct SentenceRoles {
	ClassId starter;   /* words that, capitalised behind an abbreviation, start a sentence */
	ClassId title;     /* abbreviations that stand before a name and never end a sentence */
	ClassId inner;     /* other abbreviations that hardly ever end a sentence */
	ClassId numeric;   /* abbreviations only before a number */
	ClassId proper;    /* abbreviations only where they are capitalised */
	ClassId final;     /* abbreviations that end a sentence before any capital, but for time and zone */
	ClassId time;      /* words of time, that may follow a time of day */
	ClassId zone;      /* names of time zones; short ones are known by their capitals */
	ClassId inquit;    /* verbs that may follow a quotation and its speaker */
	ClassId coordinator;
	ClassId exclaimed; /* names written with an exclamation mark */
} SentenceRoles;

bool sentence_roles_init(SentenceRoles *roles, Vocabulary *vocabulary);

/* Every token is in exactly one paragraph and one sentence. False: out of memory. */
bool paragraph_split(const LineList *lines, ParagraphList *paragraphs);
bool sentence_split(const TokenList *tokens, const WordTable *words, const SentenceRoles *roles,
                    const ParagraphList *paragraphs, SentenceList *sentences);

#endif
