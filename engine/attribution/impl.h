/* Shared by the files of this folder only. */
#ifndef ASSAY_ATTRIBUTION_IMPL_H
#define ASSAY_ATTRIBUTION_IMPL_H
#include "attribution/attribution.h"

/* The work on one sentence. All positions are tokens. */
typedef struct Reader {
	const AttributionRoles *roles;
	const Lexicon *lexicon;
	Document *document;
	uint32_t sentence;    /* index */
	uint32_t first, last; /* the sentence */
	uint32_t limit;       /* where contents end: `last`, or the comma of an attribution that closes the sentence */
	Span subject;         /* speaker of the last cue read, for cues that share it; SPAN_NONE at first */
} Reader;

typedef enum Voice {
	VOICE_FINITE,
	VOICE_PARTICIPLE, /* non-finite, without auxiliary */
	VOICE_INFINITIVE,
	VOICE_PASSIVE
} Voice;

/* A cue that is a verb. */
typedef struct Verb {
	uint32_t word;  /* its token */
	uint32_t group; /* first of the auxiliaries and adverbs before it, or itself */
	uint8_t voice;  /* Voice */
} Verb;

typedef enum Form { FORM_NONE, FORM_CLAUSE, FORM_BARE, FORM_QUOTATION, FORM_INFINITIVE, FORM_ORDER, FORM_OBJECT } Form;

/* What a cue is followed by. */
typedef struct Complement {
	uint32_t start;   /* first token of the content */
	uint32_t cue_end; /* behind what still belongs to the cue */
	uint8_t form;     /* Form; FORM_NONE: nothing fits */
} Complement;

static inline bool is_class(const Reader *r, uint32_t token, ClassId id) {
	return token_has(r->document, token, id);
}

static inline const Token *token_at(const Reader *r, uint32_t token) {
	return &r->document->tokens.items[token];
}

static inline bool is_mark(const Reader *r, uint32_t token, uint32_t character) {
	return token_at(r, token)->kind >= TOKEN_STOP && token_at(r, token)->character == character;
}

static inline bool is_dash(const Reader *r, uint32_t token) {
	return token_at(r, token)->kind == TOKEN_DASH && (token_at(r, token)->flags & TOKEN_SPACED);
}

/* attribution.c */
Attribution attribution_blank(const Reader *r, Span content, Span speaker, Span cue);
/* Trims the content and adds the attribution unless nothing is left; what is one pair of quotation marks is direct. */
bool attribution_add(Reader *r, Attribution attribution);

/* cue.c */
/* Whether the token is a verb that can be a cue (not the noun of the same form); fills *verb. */
bool cue_verb(const Reader *r, uint32_t token, Verb *verb);
/* Likewise, participles aside. */
static inline bool is_finite_cue(const Reader *r, uint32_t token) {
	Verb verb;
	return (document_word(r->document, token)->traits & WORD_CUE) && cue_verb(r, token, &verb) &&
	       !is_class(r, token, r->roles->participle);
}

/* `who said`: the verb of a relative clause, its pronoun the subject. */
static inline bool is_relative(const Reader *r, const Verb *verb) {
	return verb->group > r->first && is_class(r, verb->group - 1, r->roles->relative);
}

/* complement.c */
Complement complement_of(const Reader *r, uint32_t word, uint32_t behind);
/* What follows a noun or an adjective: a clause or an infinitive; behind an adjective also a colon and a quotation. */
Complement complement_of_noun(const Reader *r, uint32_t behind);
Complement complement_of_adjective(const Reader *r, uint32_t behind);
/* Whether something in the clause from `start` makes it one: an auxiliary, a verb, a subject pronoun. */
bool is_clause(const Reader *r, uint32_t start);
/* The medium named in [start, end), as in `told MEDIUM that`. */
uint32_t medium_in(const Reader *r, uint32_t start, uint32_t end);

/* content.c */
uint32_t content_end(const Reader *r, Complement complement, uint32_t limit);
Span content_trim(const Reader *r, Span content);

/* closing.c */
/* Where `CONTENT, SPEAKER cue` has its content's end: at the comma or closing mark before the speaker; 0 if none. */
uint32_t closing_content_end(const Reader *r, uint32_t speaker);
/* `CONTENT,” said SPEAKER`: the phrase behind the verb, if the verb follows a comma or closing mark. */
Span inverted_speaker(const Reader *r, uint32_t verb);
/* Content of an attribution that stands behind it: what is before `end`, and what goes on behind a comma. */
bool closing_add(Reader *r, uint32_t end, Span speaker, Span cue);
/* Attributions that close the sentence are read first: they bound the contents of the others. */
bool closing_read_first(Reader *r);

/* frame.c */
bool frame_read_verb(Reader *r, const Verb *verb);

/* noun.c */
bool noun_read(Reader *r, uint32_t noun);
bool adjective_read(Reader *r, uint32_t adjective);

/* according.c */
bool according_read(Reader *r, Span cue);
bool adverb_read(Reader *r, uint32_t adverb);

/* noun_phrase.c */
/* The noun phrase that ends right before the verb at `verb`, apposition included, not reaching before `from`.
 * SPAN_NONE if there is none. An empty span at `verb` says: a coordinated verb that shares its subject. */
Span subject_before(const Reader *r, uint32_t verb, uint32_t from);
/* The noun phrase that starts at `at`. May be empty. */
Span phrase_from(const Reader *r, uint32_t at);
/* The noun phrase that ends before `end`. May be empty. */
Span phrase_until(const Reader *r, uint32_t end, uint32_t from);
/* Subject of the sentence's first verb, for a cue without a subject of its own. */
Span sentence_subject(const Reader *r, uint32_t before);
/* Whether the span can be a source: any noun phrase but pronouns that stand for none. */
bool is_source(const Reader *r, Span span);
/* First token at or behind `at` that is no adverb, time, or adverbial phrase of those. */
uint32_t skip_adverbials(const Reader *r, uint32_t at);

/* quotation.c */
/* The pair whose closing (opening) mark is that token, or NULL. */
const QuotePair *pair_closed_at(const Reader *r, uint32_t token);
const QuotePair *pair_opened_at(const Reader *r, uint32_t token);
/* The outermost pair around the token, or NULL. */
const QuotePair *pair_around(const Reader *r, uint32_t token);
/* Pairs of quotation marks closed before the token `bound`. Those that no cue has claimed become attributions.
 * *next: index of the first pair not yet read. */
bool quotation_read(const Reader *r, uint32_t *next, uint32_t bound);

/* part.c */
/* Joins what belongs to one report: fragments to the content they stand in, quotations that go on to the one before. */
void part_link(Document *document);

/* chain.c */
/* Parent: the smallest content that holds the cue and the speaker of an attribution. Contents of one sentence only. */
void chain_find_parents(Document *document);
/* Drops reports inside a report that add no source; words in marks that are its source's become pieces of it. */
void chain_drop_own(const Reader *r);

/* around.c */
/* Once all attributions are there and in order. False: out of memory. */
bool around_link(Document *document);

/* speaker.c */
/* Gives one attribution the speaker of another, with its cue. */
void take_speaker(Attribution *to, const Attribution *from);
/* Fills entity, side and anonymous of all attributions, in the order of the text. */
void speaker_resolve(const AttributionRoles *roles, const Lexicon *lexicon, Document *document);

#endif
