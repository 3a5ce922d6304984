/* Bytes → tokens. Words split after the Universal Dependencies convention: clitics and hyphens are tokens of their own,
 * an abbreviation keeps its full stop. Linear in the text. */
#ifndef ASSAY_TEXT_TOKEN_H
#define ASSAY_TEXT_TOKEN_H
#include "base/arena.h"
#include "base/span.h"
#include "text/vocabulary.h"

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

typedef struct Token {
	uint32_t start, end; /* bytes */
	uint32_t word;       /* index into the document's words */
	uint8_t kind;        /* TokenKind */
	uint8_t flags;       /* TokenFlag */
	uint32_t character;  /* first code point of a token that is neither word nor number */
} Token;

typedef VEC(Token) TokenList;

/* A distinct normal form within one article. */
typedef struct Word {
	const char *norm;         /* NUL-terminated, in the table's arena */
	uint32_t length;          /* bytes */
	uint32_t id;              /* vocabulary word or WORD_NONE */
	uint32_t stem;            /* vocabulary stem or WORD_NONE */
	const ClassSet *classes;  /* of word and stem together; NULL: none */
} Word;

typedef struct WordTable {
	VEC(Word) words;
	StrMap map;
	Arena arena;
	uint32_t known_words, known_stems; /* size of the vocabulary when ids were looked up */
} WordTable;

void word_table_done(WordTable *table);
/* Looks the ids up again if the vocabulary has grown since; classes stay as they were when the article was read. */
void word_table_refresh(WordTable *table, Vocabulary *vocabulary);

typedef struct TokenRoles {
	ClassId abbreviation; /* words that may end with a full stop of their own, written with it */
	ClassId clitic;       /* endings split off, written with their apostrophe */
} TokenRoles;

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary);

/* text is valid UTF-8 of fewer than 2^32 - 1 bytes. False: out of memory; the lists are then incomplete. */
bool tokenise(const char *text, uint32_t length, Vocabulary *vocabulary, const TokenRoles *roles, WordTable *words,
              TokenList *tokens);

#endif
