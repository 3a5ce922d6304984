/* Mentions: the packs' aliases, names that no pack lists, and short forms of names that stand in full elsewhere. */
#include <string.h>

#include "base/memory.h"
#include "lexicon/impl.h"

enum {
	NAME_TOKENS = 6,     /* longest unlisted name */
	SIDE_REACH = 8,      /* tokens before a name in which its affiliation may stand */
	APPOSITION_REACH = 12 /* tokens behind it */
};

typedef struct Finder {
	const Lexicon *lexicon;
	Document *document;
	StrMap short_names; /* last word of a name → entity, from full mentions so far; the keys are words' norms */
} Finder;

static bool add_mention(Finder *f, uint32_t first, uint32_t end, uint32_t entity, MentionForm form, uint32_t sentence) {
	return vec_push(&f->document->mentions, (Mention){first, end, entity, (uint8_t)form, sentence});
}

static bool is_name_word(const Finder *f, uint32_t i) {
	const Token *token = &f->document->tokens.items[i];
	return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) &&
	       !(token->flags & TOKEN_ABBREVIATED && token_has(f->document, i, f->lexicon->roles.title)) &&
	       !token_has(f->document, i, f->lexicon->roles.function_word) &&
	       !token_has(f->document, i, f->lexicon->roles.role);
}

/* Longest alias at the token that does not go over `limit`, as one that runs from a headline into the text. */
static const PhraseHit *entity_hit(const Document *document, uint32_t token, uint32_t limit) {
	for (uint32_t i = document->hit_of.items[token]; i < document->hits.count; i++) {
		const PhraseHit *hit = &document->hits.items[i];
		if (hit->first != token)
			return NULL;
		if (hit->kind == HIT_ENTITY && hit->end <= limit)
			return hit;
	}
	return NULL;
}

/* End of the run of capitalised words at `first`, with particles and hyphens inside; stops before listed names. */
static uint32_t name_end(const Finder *f, uint32_t first, uint32_t limit) {
	const Document *document = f->document;
	uint32_t end = first;
	for (uint32_t i = first; i < limit && i - first < NAME_TOKENS; i++) {
		if (i > first && entity_hit(document, i, limit) && !(document->tokens.items[i - 1].kind == TOKEN_DASH))
			break;
		if (is_name_word(f, i)) {
			end = i + 1;
			continue;
		}
		bool inner = token_has(document, i, f->lexicon->roles.name_particle) ||
		             (document->tokens.items[i].kind == TOKEN_DASH && !(document->tokens.items[i].flags & TOKEN_SPACED));
		if (i == first || !inner)
			break;
	}
	return end;
}

/* The entity named in the noun phrase around a name: before it (`senior X official NAME`), else in the apposition
 * behind it (`NAME, an adviser to X,`). `before` counts the mentions found before the name. */
static uint32_t side_before(const Finder *f, uint32_t first, uint32_t sentence_first, uint32_t before) {
	const Document *document = f->document;
	bool role = false;
	uint32_t reach = first > sentence_first + SIDE_REACH ? first - SIDE_REACH : sentence_first;
	for (uint32_t i = first; i-- > reach;) {
		const Token *token = &document->tokens.items[i];
		if (before && document->mentions.items[before - 1].first <= i && i < document->mentions.items[before - 1].end)
			return role ? document->mentions.items[before - 1].entity : ID_NONE;
		if (token->kind != TOKEN_WORD || token_has(document, i, f->lexicon->roles.function_word))
			return ID_NONE;
		role |= token_has(document, i, f->lexicon->roles.role);
	}
	return ID_NONE;
}

static uint32_t side_behind(const Finder *f, uint32_t end, uint32_t sentence_end) {
	const Document *document = f->document;
	if (end >= sentence_end || document->tokens.items[end].kind != TOKEN_COMMA)
		return ID_NONE;
	uint32_t side = ID_NONE;
	bool role = false; /* without one it is no apposition: `NAME, X said` */
	for (uint32_t i = end + 1; i < sentence_end && i < end + APPOSITION_REACH; i++) {
		const PhraseHit *hit = entity_hit(document, i, sentence_end);
		if (hit && side == ID_NONE)
			side = f->lexicon->aliases.items[hit->target].entity;
		role |= token_has(document, i, f->lexicon->roles.role);
		if (role && side != ID_NONE)
			return side;
		if (document->tokens.items[i].kind == TOKEN_COMMA || document->tokens.items[i].kind == TOKEN_QUOTE)
			break;
	}
	return ID_NONE;
}

static bool same_words(const Document *document, Span a, Span b) {
	if (a.end - a.start != b.end - b.start)
		return false;
	for (uint32_t i = 0; i < a.end - a.start; i++)
		if (document->tokens.items[a.start + i].word != document->tokens.items[b.start + i].word)
			return false;
	return true;
}

/* The local entity for the name, added if it is new. */
static uint32_t local_name(Finder *f, Span name, uint32_t side) {
	Document *document = f->document;
	uint32_t newest = document->names.count > 64 ? document->names.count - 64 : 0;
	for (uint32_t i = document->names.count; i-- > newest;) {
		LocalName *known = &document->names.items[i];
		if (!same_words(document, known->name, name))
			continue;
		if (known->side == ID_NONE)
			known->side = side;
		return i | ENTITY_LOCAL;
	}
	if (!vec_push(&document->names, (LocalName){name, side}))
		return ID_NONE;
	return (document->names.count - 1) | ENTITY_LOCAL;
}

static bool remember_short(Finder *f, uint32_t first, uint32_t end, uint32_t entity) {
	if (end - first < 2)
		return true;
	const Word *last = document_word(f->document, end - 1);
	return strmap_set(&f->short_names, last->norm, last->length, entity);
}

/* A mention that starts at `first`, or none: the token behind it is given back, 0 when out of memory. */
static uint32_t mention_from(Finder *f, uint32_t first, const Sentence *sentence, uint32_t index) {
	Document *document = f->document;
	const PhraseHit *hit = entity_hit(document, first, sentence->last);
	/* In headlines every word may be capitalised: there only the packs' names count. */
	bool title = sentence->kind == SEGMENT_HEADLINE || sentence->kind == SEGMENT_HEADING;
	uint32_t run = !title && is_name_word(f, first) ? name_end(f, first, sentence->last) : first;
	if (hit && hit->end >= run) {
		const Alias *alias = &f->lexicon->aliases.items[hit->target];
		bool named = alias->form == MENTION_NAME;
		bool ok = add_mention(f, hit->first, hit->end, alias->entity, alias->form, index) &&
		          (!named || remember_short(f, hit->first, hit->end, alias->entity));
		return ok ? hit->end : 0;
	}
	if (hit && f->lexicon->aliases.items[hit->target].form != MENTION_NAME)
		return add_mention(f, hit->first, hit->end, f->lexicon->aliases.items[hit->target].entity,
		                   f->lexicon->aliases.items[hit->target].form, index) ? hit->end : 0;
	if (run == first || sentence->kind == SEGMENT_FURNITURE)
		return first + 1;
	if (run - first >= 2) {
		uint32_t side = side_before(f, first, sentence->first, document->mentions.count);
		if (side == ID_NONE)
			side = side_behind(f, run, sentence->last);
		uint32_t entity = local_name(f, (Span){first, run}, side);
		return entity != ID_NONE && add_mention(f, first, run, entity, MENTION_NAME, index) &&
		       remember_short(f, first, run, entity) ? run : 0;
	}
	const Word *word = document_word(document, first);
	uint32_t entity = strmap_find(&f->short_names, word->norm, word->length);
	if (entity != STRMAP_NONE && !add_mention(f, first, run, entity, MENTION_SHORT, index))
		return 0;
	return run;
}

bool lexicon_find_mentions(const Lexicon *lexicon, Document *document) {
	Finder f = {.lexicon = lexicon, .document = document};
	bool ok = true;
	for (uint32_t s = 0; s < document->sentences.count && ok; s++) {
		const Sentence *sentence = &document->sentences.items[s];
		for (uint32_t i = sentence->first; i < sentence->last && ok;) {
			uint32_t behind = mention_from(&f, i, sentence, s);
			ok = behind != 0;
			i = behind;
		}
	}
	strmap_done(&f.short_names);
	return ok;
}
