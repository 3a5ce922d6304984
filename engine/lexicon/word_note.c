/* Notes on the article's words: their classes, and whether they are written with a capital where none is due. */
#include "base/memory.h"
#include "lexicon/names.h"

static uint16_t traits_of(const LexiconRoles *roles, const ClassSet *classes) {
	const ClassId ids[] = {roles->function_word, roles->name_particle, roles->title, roles->person_role, roles->not_name,
	                       roles->surname, roles->body, roles->organ, roles->company, roles->of, roles->joiner,
	                       roles->syllable, roles->numbered, roles->modifier, roles->determiner, roles->person_pronoun};
	unsigned traits = 0;
	for (unsigned i = 0; classes && i < sizeof ids / sizeof *ids; i++)
		traits |= (unsigned)class_set_has(classes, ids[i]) << i;
	return (uint16_t)traits;
}

uint32_t sentence_opening(const Document *document, const Sentence *sentence) {
	for (uint32_t i = sentence->first; i < sentence->last; i++)
		if (document->tokens.items[i].kind == TOKEN_WORD)
			return i;
	return sentence->last;
}

enum { SHOUTED = 4 }; /* words all in capitals that a sentence may hold as acronyms */

bool sentence_is_title_case(const Document *document, const WordNote *notes, const Sentence *sentence) {
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
	return (!lower && capitals >= 2) || (upper > SHOUTED && 2 * upper > words);
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
	if (sentence_is_title_case(document, f->notes.items, sentence))
		return;
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
	if (!vec_reserve(&f->notes, words) || !vec_reserve(&f->links, words))
		return false;
	for (uint32_t i = 0; i < words; i++) {
		f->notes.items[i] = (WordNote){traits_of(&f->lexicon->roles, document->words.words.items[i].classes), 0, 0};
		f->links.items[i] = (WordLinks){ID_NONE, ID_NONE, ID_NONE};
	}
	f->notes.count = f->links.count = words;
	for (uint32_t s = 0; s < document->sentences.count; s++)
		if (document->sentences.items[s].kind != SEGMENT_FURNITURE)
			note_sentence(f, &document->sentences.items[s]);
	return true;
}
