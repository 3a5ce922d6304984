/* Bytes → tokens. Words split after the Universal Dependencies convention: clitics and hyphens are tokens of their own,
 * an abbreviation keeps its full stop, a run of one symbol is one token. Linear in the text. */
#ifndef ASSAY_TEXT_TOKEN_H
#define ASSAY_TEXT_TOKEN_H
#include "base/span.h"
#include "text/word.h"

typedef enum TokenKind {
	TOKEN_WORD,
	TOKEN_NUMBER,     /* starts with a digit */
	TOKEN_ADDRESS,    /* URL or e-mail address */
	TOKEN_STOP,       /* . ! ? … and runs of them */
	TOKEN_COMMA,      /* , ; : */
	TOKEN_DASH,       /* hyphens and dashes */
	TOKEN_OPEN,       /* ( [ { */
	TOKEN_CLOSE,      /* ) ] } */
	TOKEN_QUOTE,      /* any quotation mark that stands outside words */
	TOKEN_SYMBOL
} TokenKind;

enum TokenFlag {
	TOKEN_SPACED = 1,      /* white space before it, or the start of the text */
	TOKEN_LINE_START = 2,  /* first on its line */
	TOKEN_BLANK_BEFORE = 4, /* a blank line before it */
	TOKEN_CAPITAL = 8,     /* first letter is upper case */
	TOKEN_UPPER = 16,      /* two or more letters, all upper case */
	TOKEN_ABBREVIATED = 32 /* ends with a full stop that belongs to it */
};

/* 16 bytes: five bytes of English text have one. */
typedef struct Token {
	uint32_t start, end;     /* bytes */
	uint32_t word;           /* index into the document's words */
	uint32_t kind : 4;       /* TokenKind */
	uint32_t flags : 7;      /* TokenFlag */
	uint32_t character : 21; /* first code point of a token that is neither word nor number */
} Token;

typedef VEC(Token) TokenList;

#define TEXT_SLACK BLOCK_BYTES /* NULs behind a text, so that it can be read in chunks */

/* text is valid UTF-8 of fewer than 2^32 - 1 bytes, with TEXT_SLACK NULs behind it and none in it. False: out of memory;
 * the lists are then incomplete. */
bool tokenise(const char *text, uint32_t length, Spellings *spellings, const TokenRoles *roles, WordTable *words,
              TokenList *tokens);

#endif
