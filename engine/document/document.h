/* The article: immutable text, and the annotation layers that the layers above write. Layers hold token ranges
 * [first, end); document_bytes turns them into byte spans of the text. */
#ifndef ASSAY_DOCUMENT_DOCUMENT_H
#define ASSAY_DOCUMENT_DOCUMENT_H
#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"
#include "document/token_set.h"
#include "text/quotemark.h"
#include "text/sentence.h"

#define ID_NONE UINT32_MAX
#define DOCUMENT_LIMIT (UINT32_C(1) << 30) /* bytes of one text */

/* An entity is one of the gazetteer's, or a name that only this article has: then its id has this bit. */
#define ENTITY_LOCAL (UINT32_C(1) << 31)

typedef enum HitKind { HIT_CLASS, HIT_ENTITY, HIT_VALUE } HitKind;

/* A phrase of a pack found in the text. Ordered by first, then longer ones first. */
typedef struct PhraseHit {
	uint32_t first, end;
	uint32_t target; /* ClassId, alias index or value index, by kind */
	uint8_t kind;    /* HitKind */
} PhraseHit;

typedef enum MentionForm {
	MENTION_NAME,
	MENTION_SHORT,     /* part of a name that stands in full elsewhere in the article */
	MENTION_ADJECTIVE, /* nationality or membership: says whose, not who */
	MENTION_METONYM,   /* a place or building for those who sit there */
	MENTION_ACRONYM,   /* letters that the article introduced for a name */
	MENTION_ROLE,      /* an office for its holder at the article's date */
	MENTION_FORMS
} MentionForm;

extern const char *const mention_form_names[MENTION_FORMS];

typedef struct Mention {
	uint32_t first, end;
	uint32_t title;    /* first token of the title before it; `first` where there is none */
	uint32_t entity;
	uint8_t form;      /* MentionForm */
	uint32_t sentence; /* index */
} Mention;

typedef enum NameKind { NAME_UNKNOWN, NAME_PERSON, NAME_BODY } NameKind;

/* A name that no pack lists. */
typedef struct LocalName {
	Span name;     /* tokens of its longest mention */
	uint32_t side; /* entity that it is said to speak or act for, or ID_NONE */
	uint8_t kind;  /* NameKind, as far as title and words tell */
} LocalName;

typedef enum DescriptionForm {
	DESCRIPTION_ANONYMOUS, /* `a senior X official`: somebody by role, not named */
	DESCRIPTION_DEFINITE,  /* `the official`: somebody spoken of before, or known by the role */
	DESCRIPTION_PRONOUN,   /* of a person */
	DESCRIPTION_FORMS
} DescriptionForm;

extern const char *const description_form_names[DESCRIPTION_FORMS];

/* Somebody in the text without a name. */
typedef struct Description {
	uint32_t first, end;
	uint32_t head;     /* token of the role noun or the pronoun */
	uint32_t side;     /* entity for which the words say that they speak, or ID_NONE */
	uint8_t form;      /* DescriptionForm */
	uint32_t sentence; /* index */
} Description;

typedef struct Number {
	uint32_t first, end; /* with its hedge */
	double low, high;    /* NaN: open */
	bool approximate;
	Span unit;           /* tokens of what is counted, or SPAN_NONE */
	uint32_t sentence;
} Number;

typedef enum Axis { AXIS_NEGATION, AXIS_HEDGE, AXIS_CONDITION, AXIS_QUESTION, AXIS_DENIAL, AXIS_COUNT } Axis;

extern const char *const axis_names[AXIS_COUNT];

typedef struct Scope {
	uint8_t axis; /* Axis */
	Span cue, scope; /* tokens */
	uint32_t sentence;
} Scope;

typedef enum ClauseKind {
	CLAUSE_MAIN,
	CLAUSE_COORDINATED, /* joined to one of its kind: "and …" with a verb of its own */
	CLAUSE_SUBORDINATE, /* adverbial: "if …", "because …" */
	CLAUSE_RELATIVE,
	CLAUSE_COMPLEMENT,  /* what is said, known, wished: "that …" */
	CLAUSE_PARTICIPIAL,
	CLAUSE_PARENTHESIS, /* between dashes, brackets or commas */
	CLAUSE_KINDS
} ClauseKind;

extern const char *const clause_kind_names[CLAUSE_KINDS];

/* Clauses nest; ordered by first token, then outer ones first. */
typedef struct Clause {
	uint32_t first, end; /* tokens, without the marks that part it from others */
	uint32_t parent;     /* index of the clause around it, or ID_NONE */
	uint32_t sentence;
	uint8_t kind;        /* ClauseKind */
} Clause;

typedef enum AttributionKind { ATTRIBUTION_DIRECT, ATTRIBUTION_INDIRECT, ATTRIBUTION_MIXED, ATTRIBUTION_SCARE,
	ATTRIBUTION_KINDS } AttributionKind;

extern const char *const attribution_kind_names[ATTRIBUTION_KINDS];

#define SPEAKER_CANDIDATES 3

typedef struct Attribution {
	uint8_t kind;      /* AttributionKind */
	bool anonymous;    /* the speaker is described, not named */
	bool partial;      /* a fragment in quotation marks within another's content */
	bool carried;      /* has no speaker of its own in the text: taken over from the attribution before */
	bool unclosed;     /* the quotation mark is never closed */
	Span content;      /* tokens; of a discontinuous content the hull */
	Span parts[2];     /* tokens; parts[0] is SPAN_NONE unless the content is discontinuous */
	Span speaker;      /* tokens or SPAN_NONE */
	Span cue;          /* tokens or SPAN_NONE */
	ClassId cue_class; /* or CLASS_LIMIT */
	uint32_t entity;   /* the speaker's, or ID_NONE */
	uint32_t side;     /* entity for whom an anonymous or unlisted speaker speaks, or ID_NONE */
	/* Entities that may be meant where the speaker is not named, the likeliest first; ID_NONE behind the last. */
	uint32_t candidates[SPEAKER_CANDIDATES];
	uint32_t via;      /* entity of the medium that it was told to or that carried it, or ID_NONE */
	uint32_t parent;   /* attribution in whose content this one stands, or ID_NONE */
	uint32_t part_of;   /* first attribution of the report that this one is a piece of (a fragment of its content, or a
	                     * quotation that goes on), or ID_NONE */
	uint32_t next_part; /* the next piece of the same report, or ID_NONE */
	uint32_t sentence; /* of its cue, or where its content starts */
} Attribution;

/* How to find what stands around: the last attribution before this one that reaches further, or ID_NONE. */
typedef struct ContentLink {
	uint32_t outer;
	uint32_t far;   /* the same over several links, or ID_NONE */
	uint32_t depth; /* links from here to the last one */
} ContentLink;

typedef struct Document {
	char *text; /* valid UTF-8, TEXT_SLACK NULs behind it */
	uint32_t length; /* bytes */
	uint32_t replaced; /* ill-formed sequences and NULs replaced by U+FFFD */
	uint32_t published; /* year * 10000 + month * 100 + day, 0: unknown */
	WordTable words;
	TokenList tokens;
	LineList lines;
	ParagraphList paragraphs;
	SentenceList sentences;
	QuotePairList quotes;
	TokenSetList sets;
	VEC(PhraseHit) hits;
	VEC(uint32_t) hit_ranks; /* per 64 tokens: index of the first hit that starts at or behind them */
	VEC(Mention) mentions;
	VEC(uint32_t) mention_ranks; /* per 64 tokens: index of the first mention that ends behind the first of them */
	VEC(LocalName) names;
	VEC(Description) descriptions;
	VEC(Number) numbers;
	VEC(Clause) clauses;
	VEC(Scope) scopes; /* ordered by cue */
	VEC(Attribution) attributions;
	VEC(ContentLink) content_links; /* one for each attribution */
} Document;

/* Copies the text, ill-formed UTF-8 and NUL replaced. Errors: BAD_INPUT (too long), NO_MEMORY. */
Document *document_new(const char *bytes, size_t length, AssayError *error);
void document_free(Document *document);

/* The bytes of tokens [first, end); an empty range gives the empty span at the token's start. */
Span document_bytes(const Document *document, Span tokens);
static inline const Word *document_word(const Document *document, uint32_t token) {
	return document->words.words.items[document->tokens.items[token].word];
}
/* The classes of the token's word; NULL for most words. To ask for several, get them once and use class_set_has. */
static inline const ClassSet *token_classes(const Document *document, uint32_t token) {
	return document_word(document, token)->classes;
}
static inline bool token_has(const Document *document, uint32_t token, ClassId id) {
	return class_set_has(token_classes(document, token), id);
}
/* Whether a phrase (of two or more words, or an entity's name) starts at the token. */
static inline bool token_starts_phrase(const Document *document, uint32_t token) {
	return token_set_has(&document->sets, SET_PHRASE, token);
}
/* Index of the first hit that starts at or behind the token; hits.count if there is none. */
uint32_t document_hit_at(const Document *document, uint32_t token);
/* Index of the sentence that holds the token. */
uint32_t document_sentence_of(const Document *document, uint32_t token);
/* End of the longest phrase of the class that starts at the token; 0 if there is none. */
uint32_t document_phrase_end(const Document *document, uint32_t token, ClassId id);
/* The same, single words included. */
static inline uint32_t document_class_end(const Document *document, uint32_t token, ClassId id) {
	uint32_t end = token_starts_phrase(document, token) ? document_phrase_end(document, token, id) : 0;
	return end ? end : token_has(document, token, id) ? token + 1 : 0;
}
/* Index of the first mention that ends behind the token; mentions.count if there is none. */
uint32_t document_mention_at(const Document *document, uint32_t token);
/* To be called once all mentions are there: document_mention_at looks from here on. False: out of memory. */
bool document_rank_mentions(Document *document);

#endif
