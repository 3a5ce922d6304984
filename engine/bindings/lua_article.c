/* The article as Lua sees it: its text, the iterators over its layers, and what rules ask of token ranges. Token
 * positions are 1-based inclusive pairs, as byte positions are. */
#include "bindings/impl.h"

ArticleHandle *check_article(lua_State *L, int arg) {
	return luaL_checkudata(L, arg, ARTICLE_TYPE);
}

ArticleHandle *push_article(lua_State *L, int analyzer, int meta) {
	ArticleHandle *article = luaA_new_handle(L, sizeof *article, ARTICLE_TYPE);
	luaA_keep(L, analyzer);
	if (lua_isnil(L, meta))
		lua_newtable(L);
	else
		lua_pushvalue(L, meta);
	lua_setiuservalue(L, -2, HANDLE_CACHE);
	return article;
}

static int l_gc(lua_State *L) {
	ArticleHandle *article = check_article(L, 1);
	document_free(article->document);
	article->document = NULL;
	return 0;
}

/*** article:text() → string, the text that all positions are in. */
static int l_text(lua_State *L) {
	const Document *document = check_article(L, 1)->document;
	lua_pushlstring(L, document->text, document->length);
	return 1;
}

/*** article:meta() → the metadata table given when it was made. */
static int l_meta(lua_State *L) {
	check_article(L, 1);
	lua_getiuservalue(L, 1, HANDLE_CACHE);
	return 1;
}

/*** article:replaced() → ill-formed sequences and NUL bytes that U+FFFD replaced. */
static int l_replaced(lua_State *L) {
	lua_pushinteger(L, check_article(L, 1)->document->replaced);
	return 1;
}

static int items(lua_State *L, ItemLayer layer) {
	const Document *document = check_article(L, 1)->document;
	return push_items(L, 1, layer, (Span){0, document->tokens.count});
}

/*** article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context,
 * descriptions, clauses. */
static int l_sentences(lua_State *L) { return items(L, ITEM_SENTENCES); }
static int l_paragraphs(lua_State *L) { return items(L, ITEM_PARAGRAPHS); }
static int l_tokens(lua_State *L) { return items(L, ITEM_TOKENS); }
static int l_mentions(lua_State *L) { return items(L, ITEM_MENTIONS); }
static int l_quotes(lua_State *L) { return items(L, ITEM_QUOTES); }
static int l_numbers(lua_State *L) { return items(L, ITEM_NUMBERS); }
static int l_context(lua_State *L) { return items(L, ITEM_CONTEXT); }
static int l_descriptions(lua_State *L) { return items(L, ITEM_DESCRIPTIONS); }
static int l_clauses(lua_State *L) { return items(L, ITEM_CLAUSES); }

/*** article:records(layer) → list of the layer's records as `assay show` prints them, without the article's id; offsets
 * are 0-based and half-open, in bytes. */
static int l_records(lua_State *L) {
	ArticleHandle *article = check_article(L, 1);
	ItemLayer layer = (ItemLayer)luaL_checkoption(L, 2, NULL, layer_names);
	uint32_t count = layer_count(article->document, layer);
	lua_createtable(L, (int)count, 0);
	for (uint32_t i = 0; i < count; i++) {
		push_record(L, article, layer, i);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/*** article:lines(layer, id) → the records of "sentences" or "tokens" as the lines that `assay show` prints. */
static int l_lines(lua_State *L) {
	ArticleHandle *article = check_article(L, 1);
	ItemLayer layer = (ItemLayer)luaL_checkoption(L, 2, NULL, layer_names);
	luaL_argcheck(L, layer == ITEM_SENTENCES || layer == ITEM_TOKENS, 2, "sentences or tokens expected");
	return push_lines(L, article, layer, 3);
}

static Span check_tokens(lua_State *L, const Document *document) {
	return check_span(L, 2, document->tokens.count);
}

/*** article:bytes(first, last) → byte positions (1-based inclusive) of a token range. */
static int l_bytes(lua_State *L) {
	const Document *document = check_article(L, 1)->document;
	Span bytes = document_bytes(document, check_tokens(L, document));
	return push_span(L, bytes.start, bytes.end);
}

/* Index of the first token that ends behind the byte. */
static uint32_t token_behind(const Document *document, uint32_t byte) {
	uint32_t low = 0, high = document->tokens.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document_bytes(document, (Span){middle, middle + 1}).end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*** article:tokens_in(first, last) → first and last token (1-based) that lie wholly in the bytes, or nothing. */
static int l_tokens_in(lua_State *L) {
	const Document *document = check_article(L, 1)->document;
	Span bytes = check_span(L, 2, document->length);
	uint32_t first = token_behind(document, bytes.start), end = token_behind(document, bytes.end);
	if (first < end && document_bytes(document, (Span){first, first + 1}).start < bytes.start)
		first++;
	return first < end ? push_span(L, first, end) : 0;
}

/* Index of the first scope whose cue starts at or behind the token. */
static uint32_t scope_cued_from(const Document *document, uint32_t token) {
	uint32_t low = 0, high = document->scopes.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->scopes.items[middle].cue.start < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

enum { CUES_NEAR = 64 }; /* cues before and behind a token range that are looked at */

/*** article:axes(first, last) → list of the axes whose scope meets the token range, each once, in fixed order; where a
 * sentence has very many scopes, of those with the nearest cues. */
static int l_axes(lua_State *L) {
	const Document *document = check_article(L, 1)->document;
	Span tokens = check_tokens(L, document);
	bool seen[AXIS_COUNT] = {false};
	uint32_t at = scope_cued_from(document, tokens.start), i = item_from(document, ITEM_CONTEXT, tokens.start);
	uint32_t end = document->scopes.count - at > CUES_NEAR ? at + CUES_NEAR : document->scopes.count;
	if (at > CUES_NEAR && i < at - CUES_NEAR)
		i = at - CUES_NEAR;
	for (; i < end && item_order(document, ITEM_CONTEXT, i) < tokens.end; i++)
		if (span_overlaps(document->scopes.items[i].scope, tokens))
			seen[document->scopes.items[i].axis] = true;
	lua_newtable(L);
	lua_Integer count = 0;
	for (int axis = 0; axis < AXIS_COUNT; axis++) {
		if (!seen[axis])
			continue;
		lua_pushstring(L, axis_names[axis]);
		lua_seti(L, -2, ++count);
	}
	return 1;
}

/*** article:chain(first, last, most) → numbers (1-based, as in records"quotes") of the attributions whose content holds
 * the token range, smallest content first; no more than `most`, if that is given. Scare quotes are left out. */
static int l_chain(lua_State *L) {
	const Document *document = check_article(L, 1)->document;
	Span tokens = check_tokens(L, document);
	lua_Integer most = luaL_optinteger(L, 4, UINT32_MAX), count = 0;
	uint32_t i = document->attributions.count;
	lua_newtable(L);
	while (count < most && (i = attribution_around(document, tokens, i)) != ID_NONE) {
		lua_pushinteger(L, (lua_Integer)i + 1);
		lua_seti(L, -2, ++count);
	}
	return 1;
}

/*** article:party(first, last) → {entity, side, class, form} of the first mention in the token range, or nil. side: the
 * name of the entity it counts for in the end. */
static int l_party(lua_State *L) {
	ArticleHandle *article = check_article(L, 1);
	const Document *document = article->document;
	const Lexicon *lexicon = article->owner->analyzer->lexicon;
	Span tokens = check_tokens(L, document);
	uint32_t i = document_mention_at(document, tokens.start);
	if (i >= document->mentions.count || document->mentions.items[i].first >= tokens.end)
		return 0;
	const Mention *mention = &document->mentions.items[i];
	lua_createtable(L, 0, 4);
	push_entity_name(L, article, mention->entity);
	lua_setfield(L, -2, "entity");
	push_entity_name(L, article, lexicon_side(lexicon, document, mention->entity));
	lua_setfield(L, -2, "side");
	bool local = mention->entity & ENTITY_LOCAL;
	lua_pushstring(L, local ? "name" : vocabulary_class_name(article->owner->analyzer->vocabulary,
	                                                         lexicon_entity(lexicon, mention->entity)->class));
	lua_setfield(L, -2, "class");
	lua_pushstring(L, mention_form_names[mention->form]);
	lua_setfield(L, -2, "form");
	return 1;
}

/*** article:antecedents(first, last) → candidates for who is meant by the token range (`he`, `the minister`), best first:
 * list of {start, end, text, entity, side, why, score}, offsets as in records. entity nil: somebody described, not
 * named; why: title, repeat, subject or recent; scores compare candidates of one range only. */
static int l_antecedents(lua_State *L) {
	const ArticleHandle *article = check_article(L, 1);
	push_antecedents(L, article, check_tokens(L, article->document));
	return 1;
}

/*** article:stems(first, last, class) → list of the stems of the words in the token range, each once, in the order of the
 * text; without the words of the class (none of that name: all), marks, and names. */
static int l_stems(lua_State *L) {
	const ArticleHandle *article = check_article(L, 1);
	const Document *document = article->document;
	Vocabulary *vocabulary = article->owner->analyzer->vocabulary;
	Span tokens = check_tokens(L, document);
	ClassId left_out = vocabulary_find_class(vocabulary, luaL_checkstring(L, 4));
	uint32_t mention = document_mention_at(document, tokens.start);
	lua_settop(L, 4);
	lua_newtable(L); /* 5: the list */
	lua_newtable(L); /* 6: those that are in it */
	for (uint32_t i = tokens.start; i < tokens.end; i++) {
		while (mention < document->mentions.count && document->mentions.items[mention].end <= i)
			mention++;
		if (mention < document->mentions.count && document->mentions.items[mention].first <= i)
			continue;
		const Word *word = document_word(document, i);
		bool outside = word->classes && left_out < CLASS_LIMIT && class_set_has(word->classes, left_out);
		if (document->tokens.items[i].kind > TOKEN_ADDRESS || outside)
			continue;
		size_t length;
		const char *stem = vocabulary_stem_text(vocabulary, word->norm, word->length, &length);
		lua_pushlstring(L, stem ? stem : word->norm, stem ? length : word->length);
		lua_pushvalue(L, -1);
		if (lua_rawget(L, 6) != LUA_TNIL) {
			lua_pop(L, 2);
			continue;
		}
		lua_pop(L, 1);
		lua_pushvalue(L, -1);
		lua_rawseti(L, 5, (lua_Integer)lua_rawlen(L, 5) + 1);
		lua_pushboolean(L, true);
		lua_rawset(L, 6);
	}
	lua_pop(L, 1);
	return 1;
}

static int l_tostring(lua_State *L) {
	const Document *document = check_article(L, 1)->document;
	lua_getiuservalue(L, 1, HANDLE_CACHE);
	lua_getfield(L, -1, "id");
	const char *id = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
	lua_pushfstring(L, "article %s (%d sentences, %d bytes)", id, (int)document->sentences.count,
	                (int)document->length);
	return 1;
}

void lua_open_article(lua_State *L) {
	static const luaL_Reg methods[] = {
		{"text", l_text}, {"meta", l_meta}, {"replaced", l_replaced}, {"sentences", l_sentences},
		{"paragraphs", l_paragraphs}, {"tokens", l_tokens}, {"mentions", l_mentions}, {"quotes", l_quotes},
		{"numbers", l_numbers}, {"context", l_context}, {"clauses", l_clauses}, {"records", l_records},
		{"lines", l_lines}, {"find", lua_article_find}, {"find_all", lua_article_find_all}, {"bytes", l_bytes},
		{"tokens_in", l_tokens_in}, {"axes", l_axes}, {"chain", l_chain}, {"party", l_party},
		{"stems", l_stems}, {"descriptions", l_descriptions}, {"antecedents", l_antecedents}, {NULL, NULL}};
	static const luaL_Reg meta[] = {{"__gc", l_gc}, {"__tostring", l_tostring}, {NULL, NULL}};
	register_type(L, ARTICLE_TYPE, methods, meta);
}
