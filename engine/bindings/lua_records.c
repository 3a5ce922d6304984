/* Records of `assay show`: what design and docs/formats.md promise to other programs. Offsets are bytes, 0-based and
 * half-open. */
#include <math.h>

#include "bindings/impl.h"

const char *const layer_names[ITEM_LAYERS] = {"sentences", "paragraphs", "tokens", "mentions",
                                              "quotes", "numbers", "context", "clauses"};

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

static void push_quote(lua_State *L, const ArticleHandle *article, uint32_t index) {
	const Document *document = article->document;
	const Attribution *a = &document->attributions.items[index];
	set_string(L, "kind", attribution_kind_names[a->kind]);
	set_speaker(L, article, a);
	set_cue(L, article, a);
	set_via(L, article, a);
	set_true(L, "partial", a->partial);
	set_true(L, "carried", a->carried);
	set_true(L, "unclosed", a->unclosed);
	if (a->parent != ID_NONE)
		set_integer(L, "parent", (lua_Integer)a->parent + 1);
	if (span_is_none(a->parts[0]))
		return;
	lua_createtable(L, 2, 0);
	for (int i = 0; i < 2; i++) {
		push_pair(L, document, a->parts[i]);
		lua_seti(L, -2, i + 1);
	}
	lua_setfield(L, -2, "parts");
}

static void push_mention(lua_State *L, const ArticleHandle *article, uint32_t index) {
	uint32_t entity = article->document->mentions.items[index].entity;
	const Analyzer *analyzer = article->owner->analyzer;
	set_entity(L, "entity", article, entity);
	set_string(L, "class", entity & ENTITY_LOCAL
	                           ? "name"
	                           : vocabulary_class_name(analyzer->vocabulary, lexicon_entity(analyzer->lexicon, entity)->class));
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
		tokens = d->attributions.items[index].content;
		push_quote(L, article, index);
		break;
	case ITEM_NUMBERS:
		tokens = (Span){d->numbers.items[index].first, d->numbers.items[index].end};
		push_number_record(L, d, index);
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
