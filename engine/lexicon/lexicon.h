/* What packs know: phrases of classes, entities with their aliases, number words. Filled while packs load, then read
 * by every article. */
#ifndef ASSAY_LEXICON_LEXICON_H
#define ASSAY_LEXICON_LEXICON_H
#include "document/document.h"

typedef struct Entity {
	const char *name;    /* canonical */
	ClassId class;       /* the one that shows in results */
	ClassSet tags;       /* its class and whatever else packs call it */
	uint32_t side;       /* entity that it speaks or acts for, or ID_NONE */
} Entity;

typedef struct Alias {
	const char *surface;
	uint32_t entity;
	uint32_t needs; /* two bits per word of the alias: 0 any case, 1 capital, 2 all upper case */
	uint32_t from, until; /* dates (see Document.published) between which it holds; both 0: always */
	uint8_t form;   /* MentionForm */
} Alias;

typedef struct VagueValue {
	double low, high; /* high NaN: open */
} VagueValue;

typedef struct LexiconRoles {
	ClassId furniture_line, furniture_start, furniture_lead;
	ClassId about, nearly, over, under, at_least, up_to, range, between, multiplier; /* hedges of numbers */
	ClassId function_word;  /* words that are never part of a name */
	ClassId name_particle;  /* lower-case words inside names */
	ClassId role;           /* nouns for somebody by office or function */
	ClassId title;          /* abbreviations before names */
	ClassId person_role;    /* nouns for a person by office, in names the title before them */
	ClassId not_name;       /* capitalised words that are no names when they stand alone, nor begin one */
	ClassId surname;        /* titles that are also the last word of names */
	ClassId body;           /* words that make a name that of a body */
	ClassId organ;          /* of these, those that speak for the state named before them */
	ClassId company;        /* words that take a nationality before them into the name */
	ClassId of;             /* words that join `BODY of NAME` */
	ClassId joiner;         /* words and signs that join the parts of a name */
	ClassId syllable;       /* lower-case ends of names behind a hyphen */
	ClassId numbered;       /* words whose number belongs to the name */
	ClassId modifier;       /* words before a role noun that say which */
	ClassId determiner, definite, possessive;
	ClassId person_pronoun, male, female;
	ClassId past;           /* words before a role noun that say that it is no longer theirs */
	ClassId person;         /* the entities' class */
} LexiconRoles;

typedef struct Lexicon Lexicon;

/* The vocabulary is borrowed and must outlive the lexicon. */
Lexicon *lexicon_new(Vocabulary *vocabulary, AssayError *error);
void lexicon_free(Lexicon *lexicon);
const LexiconRoles *lexicon_roles(const Lexicon *lexicon);
Vocabulary *lexicon_vocabulary(const Lexicon *lexicon);

/* A phrase is words separated by blanks or hyphens; `~word` stands for every form with its stem, `#` for any number.
 * Errors: BAD_PACK (empty, too long), NO_MEMORY. */
bool lexicon_add_phrase(Lexicon *lexicon, const char *phrase, ClassId id, AssayError *error);
/* The value of a number word, in its normal form. False: out of memory. */
bool lexicon_add_number(Lexicon *lexicon, const char *word, double value);
bool lexicon_add_value(Lexicon *lexicon, const char *phrase, double low, double high, AssayError *error);

/* An entity of that name, added if it is new; a known one gets the class and side given (side ID_NONE keeps it). */
uint32_t lexicon_add_entity(Lexicon *lexicon, const char *name, ClassId id, uint32_t side);
uint32_t lexicon_find_entity(const Lexicon *lexicon, const char *name);
uint32_t lexicon_entity_count(const Lexicon *lexicon);
Entity *lexicon_entity(const Lexicon *lexicon, uint32_t entity);
void lexicon_tag_entity(Lexicon *lexicon, uint32_t entity, ClassId tag);
/* Whether the entity, or one that it counts for, has the tag. An article's own names have those of their side only. */
bool lexicon_entity_has(const Lexicon *lexicon, const Document *document, uint32_t entity, ClassId tag);
/* Whether the entity is `other` or counts for it. */
bool lexicon_counts_for(const Lexicon *lexicon, const Document *document, uint32_t entity, uint32_t other);
/* Capitals in the alias must be capitals in the text, and a word in capitals only matches itself in capitals. */
bool lexicon_add_alias(Lexicon *lexicon, const char *surface, uint32_t entity, MentionForm form, AssayError *error);
/* The alias added last holds only in articles of these dates; an article without a date has no such alias. */
void lexicon_date_alias(Lexicon *lexicon, uint32_t from, uint32_t until);
/* Whether metonyms stand for their entity; they do unless this says otherwise. */
void lexicon_set_metonyms(Lexicon *lexicon, bool on);
uint32_t lexicon_alias_count(const Lexicon *lexicon);
const Alias *lexicon_alias(const Lexicon *lexicon, uint32_t alias);
const VagueValue *lexicon_value(const Lexicon *lexicon, uint32_t value);

/* The layers, in the order in which they must be called. All false: out of memory. */
bool lexicon_find_phrases(const Lexicon *lexicon, Document *document); /* needs tokens */
bool lexicon_mark_furniture(const Lexicon *lexicon, Document *document); /* needs lines; may split a line */
bool lexicon_find_mentions(Lexicon *lexicon, Document *document); /* needs sentences; names, too. One thread at a time */
bool lexicon_find_descriptions(const Lexicon *lexicon, Document *document); /* needs mentions */
bool lexicon_find_numbers(const Lexicon *lexicon, Document *document); /* needs mentions */

/* Name of an entity of the gazetteer or of the article: *length bytes, not NUL-terminated for an article's own. */
const char *lexicon_entity_name(const Lexicon *lexicon, const Document *document, uint32_t entity, size_t *length);
#define SIDE_HOPS 16 /* longest chain of sides; a circle ends here */

/* The entity that this one counts for next, or ID_NONE. */
uint32_t lexicon_next_side(const Lexicon *lexicon, const Document *document, uint32_t entity);
/* Follows `side` to its end: the entity for which this one counts. */
uint32_t lexicon_side(const Lexicon *lexicon, const Document *document, uint32_t entity);

#endif
