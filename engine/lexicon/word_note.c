/* Notes on the article's words: their classes, and whether they are written with a capital where none is due. */
#include "base/memory.h"
#include "lexicon/names.h"

enum { TRAITS = 16 };

typedef struct TraitTable {
	ClassId ids[TRAITS]; /* in the order of WordTrait */
	ClassSet any;
} TraitTable;

static TraitTable trait_table(const LexiconRoles *roles) {
	TraitTable table = {
		.ids = {roles->function_word, roles->name_particle, roles->title, roles->person_role, roles->not_name,
	            roles->surname, roles->body, roles->organ, roles->company, roles->of, roles->joiner, roles->syllable,
	            roles->numbered, roles->modifier, roles->determiner, roles->person_pronoun},
	};
	for (unsigned i = 0; i < TRAITS; i++)
		class_set_add(&table.any, table.ids[i]);
	return table;
}

static uint16_t traits_of(const TraitTable *table, const ClassSet *classes) {
	unsigned traits = 0;
	if (!class_set_meets(classes, &table->any))
		return 0;
	for (unsigned i = 0; i < TRAITS; i++)
		traits |= (unsigned)class_set_has(classes, table->ids[i]) << i;
	return (uint16_t)traits;
}

uint32_t sentence_opening(const Document *document, const Sentence *sentence) {
	for (uint32_t i = sentence->first; i < sentence->last; i++)
		if (document->tokens.items[i].kind == TOKEN_WORD)
			return i;
	return sentence->last;
}

enum { SHOUTED = 4 }; /* words all in capitals that a sentence may hold as acronyms */

/* Whether most words have a capital, as in many headlines, which end without a full stop; or are written in capitals. */
static bool is_title_case(const Document *document, const WordNote *notes, const Sentence *sentence) {
	uint32_t words = 0, capitals = 0, upper = 0;
	bool lower = false;
	for (uint32_t i = sentence->first; i < sentence->last; i++) {
		const Token *token = &document->tokens.items[i];
		if (token->kind != TOKEN_WORD)
			continue;
		capitals += token->flags & TOKEN_CAPITAL ? 1 : 0;
		upper += token->flags & TOKEN_UPPER ? 1 : 0;
		words++;
		if (token->flags & TOKEN_CAPITAL)
			continue;
		if (!(notes[token->word].traits & (WORD_FUNCTION | WORD_PARTICLE | WORD_SYLLABLE)))
			lower = true;
	}
	bool stopped = sentence->last > sentence->first && document->tokens.items[sentence->last - 1].character == '.';
	return (!lower && !stopped && capitals >= 2) || (upper > SHOUTED && 2 * upper > words);
}

/* A capital is due at the start, behind a colon, a dash or an opening mark. */
static bool capital_is_due(const Document *document, uint32_t token, uint32_t opening) {
	if (token <= opening)
		return true;
	const Token *before = &document->tokens.items[token - 1];
	return before->kind == TOKEN_QUOTE || before->kind == TOKEN_STOP || before->character == ':' ||
	       (before->kind == TOKEN_DASH && (before->flags & TOKEN_SPACED));
}

static void count(uint8_t *counter) {
	*counter += *counter < UINT8_MAX;
}

static void note_sentence(Finder *f, const Sentence *sentence) {
	const Document *document = f->document;
	uint32_t opening = sentence_opening(document, sentence);
	for (uint32_t i = opening; i < sentence->last; i++) {
		const Token *token = &document->tokens.items[i];
		if (token->kind != TOKEN_WORD)
			continue;
		if (!(token->flags & TOKEN_CAPITAL))
			count(&f->notes.items[token->word].lower);
		else if (!capital_is_due(document, i, opening))
			count(&f->notes.items[token->word].inside);
	}
}

bool notes_take(Finder *f) {
	Document *document = f->document;
	uint32_t words = document->words.words.count;
	uint32_t sentences = document->sentences.count;
	TraitTable table = trait_table(&f->lexicon->roles);
	if (!vec_reserve(&f->notes, words) || !vec_reserve(&f->links, words) || !vec_reserve(&f->title_case_of, sentences))
		return false;
	for (uint32_t i = 0; i < words; i++) {
		f->notes.items[i] = (WordNote){traits_of(&table, document->words.words.items[i]->classes), 0, 0};
		f->links.items[i] = (WordLinks){ID_NONE, ID_NONE, ID_NONE};
	}
	f->notes.count = f->links.count = words;
	for (uint32_t s = 0; s < sentences; s++) {
		const Sentence *sentence = &document->sentences.items[s];
		f->title_case_of.items[s] = is_title_case(document, f->notes.items, sentence);
		if (sentence->kind != SEGMENT_FURNITURE && !f->title_case_of.items[s])
			note_sentence(f, sentence);
	}
	f->title_case_of.count = sentences;
	return true;
}
