/* Items of an article's layers as Lua sees them: one small handle per item that was asked for. */
#include "bindings/impl.h"

typedef struct ItemHandle {
	ArticleHandle *article;
	uint32_t index; /* 0-based in its layer */
} ItemHandle;

static const char *const item_types[ITEM_LAYERS] = {
	"assay.sentence", "assay.paragraph", "assay.token", "assay.mention", "assay.quote", "assay.number", "assay.scope",
	"assay.description", "assay.clause"};

uint32_t layer_count(const Document *d, ItemLayer layer) {
	const uint32_t counts[ITEM_LAYERS] = {d->sentences.count, d->paragraphs.count,   d->tokens.count, d->mentions.count,
	                                      d->attributions.count, d->numbers.count, d->scopes.count,
	                                      d->descriptions.count, d->clauses.count};
	return counts[layer];
}

/* Tokens of an item. */
static Span item_tokens(const Document *d, ItemLayer layer, uint32_t i) {
	switch (layer) {
	case ITEM_SENTENCES:
		return (Span){d->sentences.items[i].first, d->sentences.items[i].last};
	case ITEM_PARAGRAPHS:
		return (Span){d->paragraphs.items[i].first, d->paragraphs.items[i].end};
	case ITEM_MENTIONS:
		return (Span){d->mentions.items[i].first, d->mentions.items[i].end};
	case ITEM_QUOTES:
		return d->attributions.items[i].content;
	case ITEM_NUMBERS:
		return (Span){d->numbers.items[i].first, d->numbers.items[i].end};
	case ITEM_CONTEXT:
		return d->scopes.items[i].scope;
	case ITEM_DESCRIPTIONS:
		return (Span){d->descriptions.items[i].first, d->descriptions.items[i].end};
	case ITEM_CLAUSES:
		return (Span){d->clauses.items[i].first, d->clauses.items[i].end};
	default:
		return (Span){i, i + 1};
	}
}

uint32_t item_order(const Document *d, ItemLayer layer, uint32_t i) {
	switch (layer) {
	case ITEM_NUMBERS:
		return d->sentences.items[d->numbers.items[i].sentence].first;
	case ITEM_CONTEXT:
		return d->sentences.items[d->scopes.items[i].sentence].first;
	case ITEM_DESCRIPTIONS:
		return d->sentences.items[d->descriptions.items[i].sentence].first;
	default:
		return item_tokens(d, layer, i).start;
	}
}

uint32_t item_from(const Document *d, ItemLayer layer, uint32_t token) {
	uint32_t sentence = document_sentence_of(d, token);
	if (sentence == d->sentences.count)
		return layer_count(d, layer);
	bool by_sentence = layer == ITEM_NUMBERS || layer == ITEM_CONTEXT || layer == ITEM_DESCRIPTIONS;
	uint32_t least = by_sentence ? d->sentences.items[sentence].first : token;
	uint32_t low = 0, high = layer_count(d, layer);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (item_order(d, layer, middle) < least)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static ItemHandle *check_item(lua_State *L, ItemLayer layer) {
	return luaL_checkudata(L, 1, item_types[layer]);
}

void push_item(lua_State *L, int article, ItemLayer layer, uint32_t index) {
	article = lua_absindex(L, article);
	ItemHandle *item = luaA_new_handle(L, sizeof *item, item_types[layer]);
	item->article = check_article(L, article);
	item->index = index;
	luaA_keep(L, article);
}

/* Upvalues: article, layer, next index, first and end token of the range. */
static int next_item(lua_State *L) {
	const Document *document = check_article(L, lua_upvalueindex(1))->document;
	ItemLayer layer = (ItemLayer)lua_tointeger(L, lua_upvalueindex(2));
	uint32_t count = layer_count(document, layer);
	Span range = {(uint32_t)lua_tointeger(L, lua_upvalueindex(4)), (uint32_t)lua_tointeger(L, lua_upvalueindex(5))};
	uint32_t i = (uint32_t)lua_tointeger(L, lua_upvalueindex(3));
	for (; i < count && item_order(document, layer, i) < range.end; i++) {
		Span tokens = item_tokens(document, layer, i);
		if (tokens.start < range.start || tokens.start >= range.end)
			continue;
		lua_pushinteger(L, (lua_Integer)i + 1);
		lua_replace(L, lua_upvalueindex(3));
		push_item(L, lua_upvalueindex(1), layer, i);
		return 1;
	}
	lua_pushinteger(L, count);
	lua_replace(L, lua_upvalueindex(3));
	return 0;
}

int push_items(lua_State *L, int article, ItemLayer layer, Span tokens) {
	lua_pushvalue(L, article);
	lua_pushinteger(L, layer);
	lua_pushinteger(L, item_from(check_article(L, article)->document, layer, tokens.start));
	lua_pushinteger(L, tokens.start);
	lua_pushinteger(L, tokens.end);
	lua_pushcclosure(L, next_item, 5);
	return 1;
}

static ItemHandle *any_item(lua_State *L, ItemLayer *layer) {
	for (int i = 0; i < ITEM_LAYERS; i++) {
		ItemHandle *item = luaL_testudata(L, 1, item_types[i]);
		if (item) {
			*layer = (ItemLayer)i;
			return item;
		}
	}
	luaL_argerror(L, 1, "an item of an article expected");
	return NULL;
}

static Span any_bytes(lua_State *L, const Document **document) {
	ItemLayer layer;
	const ItemHandle *item = any_item(L, &layer);
	*document = item->article->document;
	return document_bytes(*document, item_tokens(*document, layer, item->index));
}

/*** item:text() → string. */
static int l_text(lua_State *L) {
	const Document *document;
	Span bytes = any_bytes(L, &document);
	lua_pushlstring(L, document->text + bytes.start, bytes.end - bytes.start);
	return 1;
}

/*** item:span() → first and last byte (1-based inclusive) in the article's text. */
static int l_span(lua_State *L) {
	const Document *document;
	Span bytes = any_bytes(L, &document);
	return push_span(L, bytes.start, bytes.end);
}

/*** item:article() → the article. */
static int l_article(lua_State *L) {
	ItemLayer layer;
	any_item(L, &layer);
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	return 1;
}

/*** item:index() → its number in its layer, from 1. */
static int l_index(lua_State *L) {
	ItemLayer layer;
	lua_pushinteger(L, (lua_Integer)any_item(L, &layer)->index + 1);
	return 1;
}

/*** item:sentence() → the sentence in which it starts. */
static int l_sentence(lua_State *L) {
	ItemLayer layer;
	const ItemHandle *item = any_item(L, &layer);
	const Document *document = item->article->document;
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	push_item(L, -1, ITEM_SENTENCES, document_sentence_of(document, item_tokens(document, layer, item->index).start));
	return 1;
}

/*** item:record() → the record of `assay show` for it, offsets 0-based half-open in bytes. */
static int l_record(lua_State *L) {
	ItemLayer layer;
	const ItemHandle *item = any_item(L, &layer);
	push_record(L, item->article, layer, item->index);
	return 1;
}

static int inner(lua_State *L, ItemLayer wanted) {
	ItemLayer layer;
	const ItemHandle *item = any_item(L, &layer);
	Span tokens = item_tokens(item->article->document, layer, item->index);
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	return push_items(L, lua_gettop(L), wanted, tokens);
}

/*** sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it. */
static int l_tokens(lua_State *L) { return inner(L, ITEM_TOKENS); }
static int l_mentions(lua_State *L) { return inner(L, ITEM_MENTIONS); }
static int l_quotes(lua_State *L) { return inner(L, ITEM_QUOTES); }
static int l_numbers(lua_State *L) { return inner(L, ITEM_NUMBERS); }
static int l_context(lua_State *L) { return inner(L, ITEM_CONTEXT); }
static int l_clauses(lua_State *L) { return inner(L, ITEM_CLAUSES); }
static int l_sentences(lua_State *L) { return inner(L, ITEM_SENTENCES); }
static int l_descriptions(lua_State *L) { return inner(L, ITEM_DESCRIPTIONS); }

/*** sentence:kind() → body, headline, heading, caption or furniture. */
static int l_kind(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_SENTENCES);
	lua_pushstring(L, segment_kind_names[item->article->document->sentences.items[item->index].kind]);
	return 1;
}

/*** clause:kind() → main, coordinated, subordinate, relative, complement, participial or parenthesis. */
static int l_clause_kind(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_CLAUSES);
	lua_pushstring(L, clause_kind_names[item->article->document->clauses.items[item->index].kind]);
	return 1;
}

/*** mention:entity() → the entity. */
static int l_entity(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_MENTIONS);
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	push_entity(L, lua_gettop(L), item->article->owner, item->article->document,
	            item->article->document->mentions.items[item->index].entity);
	return 1;
}

/*** mention:form() → name, short, adjective, metonym, acronym or role. */
static int l_mention_form(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_MENTIONS);
	lua_pushstring(L, mention_form_names[item->article->document->mentions.items[item->index].form]);
	return 1;
}

/*** mention:title() → the words of office before it (`Foreign Minister`), or nothing. */
static int l_title(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_MENTIONS);
	const Document *document = item->article->document;
	const Mention *mention = &document->mentions.items[item->index];
	if (mention->title >= mention->first)
		return 0;
	Span bytes = document_bytes(document, (Span){mention->title, mention->first});
	lua_pushlstring(L, document->text + bytes.start, bytes.end - bytes.start);
	return 1;
}

/*** description:form() → anonymous (`a senior X official`), definite (`the official`) or pronoun. */
static int l_description_form(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_DESCRIPTIONS);
	lua_pushstring(L, description_form_names[item->article->document->descriptions.items[item->index].form]);
	return 1;
}

/*** description:side() → the entity for which its words say that it speaks, or nil. */
static int l_description_side(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_DESCRIPTIONS);
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	push_entity(L, lua_gettop(L), item->article->owner, item->article->document,
	            item->article->document->descriptions.items[item->index].side);
	return 1;
}

/*** description:antecedents() → candidates for who is meant, best first; see article:antecedents. */
static int l_antecedents(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_DESCRIPTIONS);
	push_antecedents(L, item->article, item_tokens(item->article->document, ITEM_DESCRIPTIONS, item->index));
	return 1;
}

/*** token:norm() → its normal form (lower case). */
static int l_norm(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_TOKENS);
	lua_pushstring(L, document_word(item->article->document, item->index)->norm);
	return 1;
}

/*** quote:kind() → direct, indirect, mixed or scare. */
static int l_quote_kind(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_QUOTES);
	lua_pushstring(L, attribution_kind_names[item->article->document->attributions.items[item->index].kind]);
	return 1;
}

/*** quote:speaker() → the speaker's words in the article, the entity or nil, whether it is anonymous; nothing if the
 * speaker is unknown. */
static int l_speaker(lua_State *L) {
	const ItemHandle *item = check_item(L, ITEM_QUOTES);
	const Document *document = item->article->document;
	const Attribution *a = &document->attributions.items[item->index];
	if (span_is_none(a->speaker))
		return 0;
	Span bytes = document_bytes(document, a->speaker);
	lua_pushlstring(L, document->text + bytes.start, bytes.end - bytes.start);
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	push_entity(L, lua_gettop(L), item->article->owner, item->article->document, a->entity);
	lua_remove(L, -2);
	lua_pushboolean(L, a->anonymous);
	return 3;
}

static int l_tostring(lua_State *L) {
	ItemLayer layer;
	const ItemHandle *item = any_item(L, &layer);
	lua_pushfstring(L, "%s %d: ", item_types[layer] + 6, (int)item->index + 1);
	l_text(L);
	lua_concat(L, 2);
	return 1;
}

void lua_open_items(lua_State *L) {
	static const luaL_Reg common[] = {
		{"text", l_text}, {"span", l_span}, {"article", l_article}, {"index", l_index}, {"sentence", l_sentence},
		{"record", l_record}, {"tokens", l_tokens}, {"mentions", l_mentions}, {"quotes", l_quotes},
		{"numbers", l_numbers}, {"context", l_context}, {"clauses", l_clauses}, {"sentences", l_sentences},
		{"descriptions", l_descriptions}, {NULL, NULL}};
	static const struct { ItemLayer layer; luaL_Reg own; } own[] = {
		{ITEM_SENTENCES, {"kind", l_kind}}, {ITEM_CLAUSES, {"kind", l_clause_kind}},
		{ITEM_MENTIONS, {"entity", l_entity}}, {ITEM_TOKENS, {"norm", l_norm}},
		{ITEM_QUOTES, {"kind", l_quote_kind}}, {ITEM_QUOTES, {"speaker", l_speaker}},
		{ITEM_MENTIONS, {"form", l_mention_form}}, {ITEM_MENTIONS, {"title", l_title}},
		{ITEM_DESCRIPTIONS, {"form", l_description_form}}, {ITEM_DESCRIPTIONS, {"side", l_description_side}},
		{ITEM_DESCRIPTIONS, {"antecedents", l_antecedents}}};
	static const luaL_Reg meta[] = {{"__tostring", l_tostring}, {NULL, NULL}};
	for (int layer = 0; layer < ITEM_LAYERS; layer++) {
		register_type(L, item_types[layer], common, meta);
		luaL_getmetatable(L, item_types[layer]);
		lua_getfield(L, -1, "__index");
		for (size_t i = 0; i < sizeof own / sizeof *own; i++)
			if (own[i].layer == (ItemLayer)layer) {
				lua_pushcfunction(L, own[i].own.func);
				lua_setfield(L, -2, own[i].own.name);
			}
		lua_pop(L, 2);
	}
}
