/* Records of `assay show`: what design and docs/formats.md promise to other programs. Offsets are bytes, 0-based and
 * half-open. */
#include <math.h>

#include "bindings/impl.h"
#include "lexicon/antecedent.h"

const char *const layer_names[ITEM_LAYERS] = {"sentences", "paragraphs", "tokens", "mentions",
                                              "quotes", "numbers", "context", "descriptions", "clauses"};

static void set_integer(lua_State *L, const char *key, lua_Integer value) {
	lua_pushinteger(L, value);
	lua_setfield(L, -2, key);
}

static void set_string(lua_State *L, const char *key, const char *value) {
	lua_pushstring(L, value);
	lua_setfield(L, -2, key);
}

static void set_true(lua_State *L, const char *key, bool value) {
	if (!value)
		return;
	lua_pushboolean(L, 1);
	lua_setfield(L, -2, key);
}

/* Sets start and end, 0-based, unlike set_span. */
static void set_bytes(lua_State *L, const Document *document, Span tokens) {
	Span bytes = document_bytes(document, tokens);
	set_integer(L, "start", bytes.start);
	set_integer(L, "end", bytes.end);
}

static void set_text(lua_State *L, const Document *document, Span tokens) {
	Span bytes = document_bytes(document, tokens);
	lua_pushlstring(L, document->text + bytes.start, bytes.end - bytes.start);
	lua_setfield(L, -2, "text");
}

/* Pushes [start, end]. */
static void push_pair(lua_State *L, const Document *document, Span tokens) {
	Span bytes = document_bytes(document, tokens);
	lua_createtable(L, 2, 0);
	lua_pushinteger(L, bytes.start);
	lua_seti(L, -2, 1);
	lua_pushinteger(L, bytes.end);
	lua_seti(L, -2, 2);
}

void push_entity_name(lua_State *L, const ArticleHandle *article, uint32_t entity) {
	if (entity == ID_NONE) {
		lua_pushnil(L);
		return;
	}
	size_t length;
	const char *name = lexicon_entity_name(article->owner->analyzer->lexicon, article->document, entity, &length);
	lua_pushlstring(L, name, length);
}

static void set_entity(lua_State *L, const char *key, const ArticleHandle *article, uint32_t entity) {
	push_entity_name(L, article, entity);
	lua_setfield(L, -2, key);
}

static bool is_media(const ArticleHandle *article, uint32_t entity) {
	return entity != ID_NONE && !(entity & ENTITY_LOCAL) &&
	       lexicon_entity(article->owner->analyzer->lexicon, entity)->class ==
	           article->owner->analyzer->attribution_roles.media_class;
}

/* The media between the article and the speaker: those told, and those that carried the reports around it. */
static void set_via(lua_State *L, const ArticleHandle *article, const Attribution *a) {
	const Document *document = article->document;
	lua_Integer count = 0;
	lua_newtable(L);
	for (int hops = 0; hops < 8; hops++) {
		const uint32_t media[] = {a->via, hops && is_media(article, a->entity) ? a->entity : ID_NONE};
		for (int i = 0; i < 2; i++) {
			if (media[i] == ID_NONE)
				continue;
			push_entity_name(L, article, media[i]);
			lua_seti(L, -2, ++count);
		}
		if (a->parent == ID_NONE)
			break;
		a = &document->attributions.items[a->parent];
	}
	if (count)
		lua_setfield(L, -2, "via");
	else
		lua_pop(L, 1);
}

static void set_speaker(lua_State *L, const ArticleHandle *article, const Attribution *a) {
	if (span_is_none(a->speaker))
		return;
	lua_createtable(L, 0, 6);
	set_bytes(L, article->document, a->speaker);
	set_text(L, article->document, a->speaker);
	set_entity(L, "entity", article, a->entity);
	set_entity(L, "side", article, a->side);
	lua_pushboolean(L, a->anonymous);
	lua_setfield(L, -2, "anonymous");
	lua_setfield(L, -2, "speaker");
}

static void set_candidates(lua_State *L, const ArticleHandle *article, const Attribution *a) {
	if (a->candidates[0] == ID_NONE)
		return;
	lua_createtable(L, SPEAKER_CANDIDATES, 0);
	for (int i = 0; i < SPEAKER_CANDIDATES && a->candidates[i] != ID_NONE; i++) {
		push_entity_name(L, article, a->candidates[i]);
		lua_seti(L, -2, i + 1);
	}
	lua_setfield(L, -2, "candidates");
}

static void set_cue(lua_State *L, const ArticleHandle *article, const Attribution *a) {
	if (span_is_none(a->cue))
		return;
	const char *class = a->cue_class == CLASS_LIMIT
	                        ? "neutral"
	                        : vocabulary_class_name(article->owner->analyzer->vocabulary, a->cue_class) + 4;
	lua_createtable(L, 0, 4);
	set_bytes(L, article->document, a->cue);
	set_text(L, article->document, a->cue);
	set_string(L, "class", class);
	lua_setfield(L, -2, "cue");
}

static lua_Integer add_part(lua_State *L, const Document *document, Span tokens, lua_Integer count) {
	if (span_is_empty(tokens))
		return count;
	push_pair(L, document, tokens);
	lua_seti(L, -2, ++count);
	return count;
}

/* What of a piece of content is plain and what is quoted, in order and without the marks; *part goes on with the
 * fragments. */
static lua_Integer add_tiles(lua_State *L, const Document *document, Span piece, uint32_t *part, lua_Integer count) {
	uint32_t at = piece.start;
	for (; *part != ID_NONE; *part = document->attributions.items[*part].next_part) {
		Span fragment = document->attributions.items[*part].content;
		if (!span_contains(piece, fragment))
			break;
		if (fragment.start > at + 1)
			count = add_part(L, document, (Span){at, fragment.start - 1}, count);
		count = add_part(L, document, fragment, count);
		at = fragment.end < piece.end ? fragment.end + 1 : fragment.end;
	}
	return at < piece.end ? add_part(L, document, (Span){at, piece.end}, count) : count;
}

/* The pieces of a report of several: `parts`. */
static void set_parts(lua_State *L, const Document *document, const Attribution *a) {
	bool split = !span_is_none(a->parts[0]);
	uint32_t part = a->next_part;
	if (!split && part == ID_NONE)
		return;
	lua_newtable(L);
	lua_Integer count = add_tiles(L, document, split ? a->parts[0] : a->content, &part, 0);
	if (split)
		count = add_tiles(L, document, a->parts[1], &part, count);
	for (; part != ID_NONE; part = document->attributions.items[part].next_part)
		count = add_part(L, document, document->attributions.items[part].content, count);
	lua_setfield(L, -2, "parts");
}

static void push_quote(lua_State *L, const ArticleHandle *article, uint32_t index) {
	const Document *document = article->document;
	const Attribution *a = &document->attributions.items[index];
	set_string(L, "kind", attribution_kind_names[a->kind]);
	set_speaker(L, article, a);
	set_candidates(L, article, a);
	set_cue(L, article, a);
	set_via(L, article, a);
	set_true(L, "partial", a->partial);
	set_true(L, "carried", a->carried);
	set_true(L, "unclosed", a->unclosed);
	if (a->parent != ID_NONE)
		set_integer(L, "parent", (lua_Integer)a->parent + 1);
	if (a->part_of != ID_NONE)
		set_integer(L, "part_of", (lua_Integer)a->part_of + 1);
	else
		set_parts(L, document, a);
}

static void push_mention(lua_State *L, const ArticleHandle *article, uint32_t index) {
	const Mention *mention = &article->document->mentions.items[index];
	uint32_t entity = mention->entity;
	const Analyzer *analyzer = article->owner->analyzer;
	uint32_t side = lexicon_side(analyzer->lexicon, article->document, entity);
	set_string(L, "form", mention_form_names[mention->form]);
	set_entity(L, "side", article, side == entity ? ID_NONE : side);
	set_entity(L, "entity", article, entity);
	set_string(L, "class", entity & ENTITY_LOCAL
	                           ? "name"
	                           : vocabulary_class_name(analyzer->vocabulary, lexicon_entity(analyzer->lexicon, entity)->class));
}

/* Pushes one candidate; without an entity it is a description. */
static void push_antecedent(lua_State *L, const ArticleHandle *article, const Antecedent *antecedent) {
	lua_createtable(L, 0, 7);
	set_bytes(L, article->document, antecedent->tokens);
	set_text(L, article->document, antecedent->tokens);
	set_entity(L, "entity", article, antecedent->entity);
	set_entity(L, "side", article, antecedent->side);
	set_string(L, "why", antecedent_why_names[antecedent->why]);
	lua_pushnumber(L, floor((double)antecedent->score * 1000 + 0.5) / 1000);
	lua_setfield(L, -2, "score");
}

void push_antecedents(lua_State *L, const ArticleHandle *article, Span tokens) {
	Antecedent found[ANTECEDENT_LIMIT];
	uint32_t count = antecedent_find(article->owner->analyzer->lexicon, article->document, tokens, found);
	lua_createtable(L, (int)count, 0);
	for (uint32_t i = 0; i < count; i++) {
		push_antecedent(L, article, &found[i]);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
}

static void push_description(lua_State *L, const ArticleHandle *article, uint32_t index) {
	const Description *d = &article->document->descriptions.items[index];
	Span tokens = {d->first, d->end};
	set_text(L, article->document, tokens);
	set_string(L, "form", description_form_names[d->form]);
	set_string(L, "role", d->form == DESCRIPTION_PRONOUN ? NULL : document_word(article->document, d->head)->norm);
	set_entity(L, "side", article, d->side);
	if (d->form == DESCRIPTION_ANONYMOUS)
		return;
	push_antecedents(L, article, tokens);
	lua_setfield(L, -2, "antecedents");
}

static void set_number(lua_State *L, const char *key, double value) {
	if (isnan(value))
		return;
	if (value == floor(value) && fabs(value) < 9e15)
		lua_pushinteger(L, (lua_Integer)value);
	else
		lua_pushnumber(L, value);
	lua_setfield(L, -2, key);
}

static void push_number_record(lua_State *L, const Document *document, uint32_t index) {
	const Number *number = &document->numbers.items[index];
	set_number(L, "low", number->low);
	set_number(L, "high", number->high);
	lua_pushboolean(L, number->approximate);
	lua_setfield(L, -2, "approx");
	if (!span_is_none(number->unit))
		set_string(L, "unit", document_word(document, number->unit.start)->norm);
}

static void push_token(lua_State *L, const ArticleHandle *article, uint32_t index) {
	const Word *word = document_word(article->document, index);
	size_t length;
	const char *stem = vocabulary_stem_text(article->owner->analyzer->vocabulary, word->norm, word->length, &length);
	set_string(L, "norm", word->norm);
	lua_pushlstring(L, stem ? stem : "", stem ? length : 0);
	lua_setfield(L, -2, "stem");
}

static void push_scope(lua_State *L, const Document *document, uint32_t index) {
	const Scope *scope = &document->scopes.items[index];
	set_string(L, "axis", axis_names[scope->axis]);
	push_pair(L, document, scope->cue);
	lua_setfield(L, -2, "cue");
}

/* From the first to the last token of a report with all its pieces. */
static Span quote_hull(const Document *document, uint32_t index) {
	const Attribution *all = document->attributions.items;
	Span hull = all[index].content;
	uint32_t first = all[index].part_of == ID_NONE ? all[index].next_part : ID_NONE;
	for (uint32_t part = first; part != ID_NONE; part = all[part].next_part)
		if (all[part].content.end > hull.end)
			hull.end = all[part].content.end;
	return hull;
}

static void push_clause(lua_State *L, const Document *document, uint32_t index) {
	const Clause *clause = &document->clauses.items[index];
	set_string(L, "kind", clause_kind_names[clause->kind]);
	if (clause->parent != ID_NONE)
		set_integer(L, "parent", (lua_Integer)clause->parent + 1);
}

void push_record(lua_State *L, const ArticleHandle *article, ItemLayer layer, uint32_t index) {
	const Document *d = article->document;
	Span tokens = {index, index + 1};
	lua_createtable(L, 0, 10);
	set_string(L, "layer", layer_names[layer]);
	set_integer(L, "n", (lua_Integer)index + 1);
	switch (layer) {
	case ITEM_SENTENCES:
		tokens = (Span){d->sentences.items[index].first, d->sentences.items[index].last};
		set_string(L, "kind", segment_kind_names[d->sentences.items[index].kind]);
		set_integer(L, "paragraph", d->sentences.items[index].paragraph);
		break;
	case ITEM_PARAGRAPHS:
		tokens = (Span){d->paragraphs.items[index].first, d->paragraphs.items[index].end};
		set_string(L, "kind", segment_kind_names[d->paragraphs.items[index].kind]);
		break;
	case ITEM_MENTIONS:
		tokens = (Span){d->mentions.items[index].first, d->mentions.items[index].end};
		push_mention(L, article, index);
		break;
	case ITEM_QUOTES:
		tokens = quote_hull(d, index);
		push_quote(L, article, index);
		break;
	case ITEM_NUMBERS:
		tokens = (Span){d->numbers.items[index].first, d->numbers.items[index].end};
		push_number_record(L, d, index);
		break;
	case ITEM_DESCRIPTIONS:
		tokens = (Span){d->descriptions.items[index].first, d->descriptions.items[index].end};
		push_description(L, article, index);
		break;
	case ITEM_CONTEXT:
		tokens = d->scopes.items[index].scope;
		push_scope(L, d, index);
		break;
	case ITEM_CLAUSES:
		tokens = (Span){d->clauses.items[index].first, d->clauses.items[index].end};
		push_clause(L, d, index);
		break;
	default:
		push_token(L, article, index);
		break;
	}
	set_bytes(L, d, tokens);
}
