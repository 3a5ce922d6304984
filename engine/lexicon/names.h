/* What the files about names share: notes on the article's words, the shape of names, links between them. */
#ifndef ASSAY_LEXICON_NAMES_H
#define ASSAY_LEXICON_NAMES_H
#include "lexicon/impl.h"

/* About one distinct word of the article, in sentences that do not give most words a capital. */
typedef struct WordNote {
	uint32_t lower;  /* times without a capital */
	uint32_t inside; /* times with a capital where none is due */
} WordNote;

/* Entities that one word alone may stand for, or ID_NONE (every bit set): as last word, first word, acronym of a name before. */
typedef struct WordLinks {
	uint32_t last, first, acronym;
} WordLinks;

/* Keys of names → entity. A key is a hash of 64 bits that stands for the name itself: an article has far too few for two
 * to meet. Slots of articles before count as free. */
typedef struct NameMap {
	struct NameSlot { uint64_t key; uint32_t entity, article; } *slots;
	uint32_t capacity; /* a power of two, or 0 */
	uint32_t count, article;
} NameMap;

/* The work on one article; its arrays are kept for the next. */
struct Finder {
	const Lexicon *lexicon;
	Document *document;
	VEC(WordNote) notes; /* per word of the article */
	VEC(WordLinks) links; /* likewise */
	VEC(uint8_t) title_case_of; /* per sentence: it gives most words a capital */
	VEC(uint32_t) pending; /* mentions of one word that no name before explains */
	NameMap names;
	bool title_case;     /* of the sentence at hand: there only known names count */
	uint32_t opening;    /* token whose capital is due to its place */
};

static inline const WordNote *note_of(const Finder *f, uint32_t token) {
	return &f->notes.items[f->document->tokens.items[token].word];
}

static inline bool has_trait(const Finder *f, uint32_t token, unsigned trait) {
	return document_word(f->document, token)->traits & trait;
}

static inline bool is_capital_word(const Finder *f, uint32_t token) {
	const Token *t = &f->document->tokens.items[token];
	return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL);
}

static inline bool is_tight_dash(const Finder *f, uint32_t token) {
	const Token *t = &f->document->tokens.items[token];
	return t->kind == TOKEN_DASH && !(t->flags & TOKEN_SPACED);
}

/* False: out of memory. */
bool notes_take(Finder *f);
/* The first word of the sentence, or its end. */
uint32_t sentence_opening(const Document *document, const Sentence *sentence);

/* Longest alias at the token that does not go over `limit`, as one that runs from a headline into the text. */
const PhraseHit *entity_hit(const Lexicon *lexicon, const Document *document, uint32_t token, uint32_t limit);
/* The unlisted name that starts at the token, or an empty range. A particle before it belongs to it. */
Span name_at(const Finder *f, uint32_t first, const Sentence *sentence);
NameKind name_kind(const Finder *f, Span name, uint32_t title);
/* First token of the titles before the name. */
uint32_t title_before(const Finder *f, uint32_t first, uint32_t from);
/* The entity for which the noun phrase around the name says that it speaks, or ID_NONE. Mentions before
 * the name are found, none behind it. */
uint32_t name_side(const Finder *f, Span name, uint32_t title, const Sentence *sentence);

/* Forgets the names of the article before. */
void names_begin(NameMap *names);
/* The entity of a name of several words: a known one, the one it abridges or completes, or a new one. */
uint32_t link_name(Finder *f, Span name, uint32_t side, NameKind kind);
/* The entity of one word that stands for a name before it, and how; ID_NONE if there is none. */
uint32_t link_word(const Finder *f, uint32_t token, MentionForm *form);
/* Makes parts of a name stand for it from here on. */
bool remember_name(Finder *f, Span name, uint32_t entity, bool person);
/* The acronym in brackets behind a name: its token, or 0. */
uint32_t acronym_behind(const Finder *f, Span name, uint32_t limit);

#endif
