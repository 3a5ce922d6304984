/* Notes on the article's words: whether they are written with a capital where none is due. */
#include <string.h>

#include "base/memory.h"
#include "lexicon/names.h"

uint32_t sentence_opening(const Document *document, const Sentence *sentence) {
	for (uint32_t i = sentence->first; i < sentence->last; i++)
		if (document->tokens.items[i].kind == TOKEN_WORD)
			return i;
	return sentence->last;
}

enum { SHOUTED = 4 }; /* words all in capitals that a sentence may hold as acronyms */

/* Whether more words are written in capitals than acronyms are, and more than half of all. */
static bool is_shouted(const Document *document, const Sentence *sentence) {
	uint32_t upper = 0, words = 0, last = sentence->last;
	for (uint32_t i = sentence->first; (i = token_set_next(&document->sets, SET_CAPITAL, i, last)) < last; i++)
		upper += (document->tokens.items[i].flags & TOKEN_UPPER) != 0;
	for (uint32_t i = sentence->first; upper > SHOUTED && i < last; i++)
		words += document->tokens.items[i].kind == TOKEN_WORD;
	return upper > SHOUTED && 2 * upper > words;
}

/* Whether most words have a capital, as in many headlines, which end without a full stop; or are written in capitals. */
static bool is_title_case(const Document *document, const Sentence *sentence) {
	uint32_t first = sentence->first, last = sentence->last;
	uint32_t capitals = token_set_count(&document->sets, SET_CAPITAL, first, last);
	bool lower = token_set_next(&document->sets, SET_PLAIN, first, last) < last;
	bool stopped = last > first && document->tokens.items[last - 1].character == '.';
	return (!lower && !stopped && capitals >= 2) || (capitals > SHOUTED && is_shouted(document, sentence));
}

/* A capital is due at the start, behind a colon, a dash or an opening mark. */
static bool capital_is_due(const Document *document, uint32_t token, uint32_t opening) {
	if (token <= opening)
		return true;
	const Token *before = &document->tokens.items[token - 1];
	return before->kind == TOKEN_QUOTE || before->kind == TOKEN_STOP || before->character == ':' ||
	       (before->kind == TOKEN_DASH && (before->flags & TOKEN_SPACED));
}

static void note_sentence(Finder *f, const Sentence *sentence) {
	const Document *document = f->document;
	const Token *tokens = document->tokens.items;
	WordNote *notes = f->notes.items;
	uint32_t opening = sentence_opening(document, sentence), last = sentence->last;
	for (uint32_t i = opening; i < last; i++)
		notes[tokens[i].word].lower += !((tokens[i].kind ^ TOKEN_WORD) | (tokens[i].flags & TOKEN_CAPITAL));
	for (uint32_t i = opening; (i = token_set_next(&document->sets, SET_CAPITAL, i, last)) < last; i++)
		notes[tokens[i].word].inside += !capital_is_due(document, i, opening);
}

bool notes_take(Finder *f) {
	Document *document = f->document;
	uint32_t words = document->words.words.count, sentences = document->sentences.count;
	if (!words)
		return true;
	if (!vec_reserve(&f->notes, words) || !vec_reserve(&f->links, words) || !vec_reserve(&f->title_case_of, sentences))
		return false;
	memset(f->notes.items, 0, words * sizeof *f->notes.items);
	memset(f->links.items, 0xFF, words * sizeof *f->links.items);
	for (uint32_t s = 0; s < sentences; s++) {
		const Sentence *sentence = &document->sentences.items[s];
		f->title_case_of.items[s] = is_title_case(document, sentence);
		if (sentence->kind != SEGMENT_FURNITURE && !f->title_case_of.items[s])
			note_sentence(f, sentence);
	}
	return true;
}
