/* The analyzer as Lua sees it: packs fill it, articles come out of it. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "bindings/impl.h"

static AnalyzerHandle *check_analyzer(lua_State *L) {
	return luaL_checkudata(L, 1, ANALYZER_TYPE);
}

static ClassId check_class(lua_State *L, AnalyzerHandle *handle, int arg) {
	ClassId id = vocabulary_add_class(handle->analyzer->vocabulary, check_c_string(L, arg));
	if (id == CLASS_LIMIT)
		luaL_error(L, "too many classes: the limit is %d", CLASS_LIMIT);
	return id;
}

/*** Adds phrases to a class. analyzer:class(name, phrases) → true, or nil, message, code.
 * phrases: list of strings; `~word` stands for all forms with its stem, `#` for a number. */
static int l_class(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	ClassId id = check_class(L, handle, 2);
	luaL_checktype(L, 3, LUA_TTABLE);
	AssayError error = {0};
	lua_Integer count = luaL_len(L, 3);
	for (lua_Integer i = 1; i <= count; i++) {
		lua_geti(L, 3, i);
		const char *phrase = check_c_string(L, -1);
		if (!lexicon_add_phrase(handle->analyzer->lexicon, phrase, id, &error))
			return push_error(L, &error);
		lua_pop(L, 1);
	}
	lua_pushboolean(L, 1);
	return 1;
}

/*** analyzer:lemma(form, lemma): an irregular form. */
static int l_lemma(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	if (!vocabulary_add_lemma(handle->analyzer->vocabulary, check_c_string(L, 2), check_c_string(L, 3)))
		return luaL_error(L, "not enough memory");
	return 0;
}

/*** analyzer:number(word, value): a number word. */
static int l_number(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	const char *word = check_c_string(L, 2);
	lua_Number value = luaL_checknumber(L, 3);
	if (!lexicon_add_number(handle->analyzer->lexicon, word, value))
		return luaL_error(L, "not enough memory");
	return 0;
}

/*** analyzer:value(phrase, low, high): a vague quantity; high nil: open. → true, or nil, message, code. */
static int l_value(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	AssayError error = {0};
	bool ok = lexicon_add_value(handle->analyzer->lexicon, check_c_string(L, 2), luaL_checknumber(L, 3),
	                            luaL_optnumber(L, 4, NAN), &error);
	return push_result(L, ok, &error);
}

/*** analyzer:entity(name, class, side): adds or completes an entity; side is an entity's name or nil. */
static int l_entity(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	const char *name = check_c_string(L, 2);
	ClassId id = check_class(L, handle, 3);
	uint32_t side = ID_NONE;
	if (!lua_isnoneornil(L, 4)) {
		side = lexicon_find_entity(handle->analyzer->lexicon, check_c_string(L, 4));
		luaL_argcheck(L, side != ID_NONE, 4, "no entity of that name");
	}
	if (lexicon_add_entity(handle->analyzer->lexicon, name, id, side) == ID_NONE)
		return luaL_error(L, "not enough memory");
	return 0;
}

static uint32_t check_entity_name(lua_State *L, AnalyzerHandle *handle, int arg) {
	uint32_t entity = lexicon_find_entity(handle->analyzer->lexicon, check_c_string(L, arg));
	luaL_argcheck(L, entity != ID_NONE, arg, "no entity of that name");
	return entity;
}

/*** analyzer:tag(name, tag): the entity, and all that count for it, match `@tag`. */
static int l_tag(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	uint32_t entity = check_entity_name(L, handle, 2);
	lexicon_tag_entity(handle->analyzer->lexicon, entity, check_class(L, handle, 3));
	return 0;
}

/* A date `YYYY-MM-DD` with anything behind it, as year * 10000 + month * 100 + day; 0 if it is none. */
static uint32_t date_of(const char *text) {
	uint32_t number = 0;
	for (int i = 0; text && i < 10; i++) {
		if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9')
			return 0;
		if (i != 4 && i != 7)
			number = number * 10 + (uint32_t)(text[i] - '0');
	}
	return number;
}

static uint32_t check_date(lua_State *L, int arg) {
	const char *text = lua_isnoneornil(L, arg) ? NULL : check_c_string(L, arg);
	uint32_t date = date_of(text);
	luaL_argcheck(L, date || !text, arg, "a date YYYY-MM-DD expected");
	return date;
}

/*** analyzer:metonyms(on): whether metonyms stand for their entity. They do unless this says otherwise; else they are
 * names like any other. */
static int l_metonyms(lua_State *L) {
	lexicon_set_metonyms(check_analyzer(L)->analyzer->lexicon, lua_toboolean(L, 2));
	return 0;
}

/*** analyzer:alias(surface, name, form, from, until): form name (default), adjective, metonym or role. With dates
 * (`YYYY-MM-DD`, both included, either nil) it holds in articles published then. → true, or nil, message, code. */
static int l_alias(lua_State *L) {
	static const char *const forms[] = {"name", "adjective", "metonym", "role", NULL};
	static const MentionForm values[] = {MENTION_NAME, MENTION_ADJECTIVE, MENTION_METONYM, MENTION_ROLE};
	AnalyzerHandle *handle = check_analyzer(L);
	const char *surface = check_c_string(L, 2);
	uint32_t entity = check_entity_name(L, handle, 3);
	MentionForm form = values[luaL_checkoption(L, 4, "name", forms)];
	uint32_t from = check_date(L, 5), until = check_date(L, 6);
	AssayError error = {0};
	bool ok = lexicon_add_alias(handle->analyzer->lexicon, surface, entity, form, &error);
	if (ok)
		lexicon_date_alias(handle->analyzer->lexicon, from, until);
	return push_result(L, ok, &error);
}

static bool is_tag(const AnalyzerHandle *handle, ClassId id) {
	for (uint32_t i = 0; i < lexicon_entity_count(handle->analyzer->lexicon); i++)
		if (class_set_has(&lexicon_entity(handle->analyzer->lexicon, i)->tags, id))
			return true;
	return false;
}

/*** analyzer:is_tag(id) → whether any entity has the class as a tag. */
static int l_is_tag(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	lua_Integer id = luaL_checkinteger(L, 2);
	luaL_argcheck(L, id >= 0 && id < CLASS_LIMIT, 2, "no class of that number");
	lua_pushboolean(L, is_tag(handle, (ClassId)id));
	return 1;
}

/*** analyzer:find(kind, name) → id or nil; kind class, entity, word or stem. Words and stems are added if new. */
static int l_find(lua_State *L) {
	static const char *const kinds[] = {"class", "entity", "word", "stem", NULL};
	AnalyzerHandle *handle = check_analyzer(L);
	Vocabulary *vocabulary = handle->analyzer->vocabulary;
	int kind = luaL_checkoption(L, 2, NULL, kinds);
	size_t length;
	const char *name = luaL_checklstring(L, 3, &length);
	uint32_t id;
	if (kind < 2) {
		id = kind == 0 ? vocabulary_find_class(vocabulary, check_c_string(L, 3))
		               : lexicon_find_entity(handle->analyzer->lexicon, check_c_string(L, 3));
		if (id == ID_NONE || (kind == 0 && id == CLASS_LIMIT))
			return 0;
	} else {
		Buf *norm = push_buf(L);
		vocabulary_normalise(name, length, norm);
		id = norm->oom  ? WORD_NONE
		     : kind == 2 ? vocabulary_add_word(vocabulary, norm->bytes ? norm->bytes : "", norm->length)
		                 : vocabulary_add_stem(vocabulary, norm->bytes ? norm->bytes : "", norm->length);
		if (id == WORD_NONE)
			return luaL_error(L, "not enough memory");
	}
	lua_pushinteger(L, id);
	return 1;
}

/*** analyzer:names(kind) → list of the names of all classes or entities, in order of arrival. */
static int l_names(lua_State *L) {
	static const char *const kinds[] = {"class", "entity", NULL};
	AnalyzerHandle *handle = check_analyzer(L);
	bool classes = luaL_checkoption(L, 2, NULL, kinds) == 0;
	uint32_t count = classes ? vocabulary_class_count(handle->analyzer->vocabulary)
	                         : lexicon_entity_count(handle->analyzer->lexicon);
	lua_createtable(L, (int)count, 0);
	for (uint32_t i = 0; i < count; i++) {
		lua_pushstring(L, classes ? vocabulary_class_name(handle->analyzer->vocabulary, (ClassId)i)
		                          : lexicon_entity(handle->analyzer->lexicon, i)->name);
		lua_seti(L, -2, i + 1);
	}
	return 1;
}

static uint32_t published_of(lua_State *L, int meta) {
	if (lua_isnil(L, meta))
		return 0;
	lua_getfield(L, meta, "published");
	uint32_t date = lua_type(L, -1) == LUA_TSTRING ? date_of(lua_tostring(L, -1)) : 0;
	lua_pop(L, 1);
	return date;
}

/*** analyzer:article(text, meta, newline) → article, or nil, message, code. meta: a table or nil; its `published`
 * (YYYY-MM-DD) says which holder of an office is meant; newline: what a line break is, `auto` (default), `hard` (the end
 * of a paragraph) or `soft` (white space). */
static int l_article(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	handle->analyzer->newline = (Newline)luaL_checkoption(L, 4, newline_names[NEWLINE_AUTO], newline_names);
	size_t length;
	const char *text = luaL_checklstring(L, 2, &length);
	if (!lua_isnoneornil(L, 3))
		luaL_checktype(L, 3, LUA_TTABLE);
	lua_settop(L, 3);
	ArticleHandle *article = push_article(L, 1, 3);
	AssayError error = {0};
	article->owner = handle;
	article->document = analyzer_read_dated(handle->analyzer, text, length, published_of(L, 3), &error);
	return article->document ? 1 : push_error(L, &error);
}

static int l_analyzer_gc(lua_State *L) {
	AnalyzerHandle *handle = check_analyzer(L);
	analyzer_free(handle->analyzer);
	scratch_done(&handle->scratch);
	handle->analyzer = NULL;
	return 0;
}

/*** core.analyzer(stemmer) → analyzer without any word, or nil, message, code. stemmer: a libstemmer name or nil. */
static int l_new(lua_State *L) {
	const char *stemmer = lua_isnoneornil(L, 1) ? NULL : check_c_string(L, 1);
	AssayError error = {0};
	AnalyzerHandle *handle = luaA_new_handle(L, sizeof *handle, ANALYZER_TYPE);
	handle->analyzer = analyzer_new(stemmer, &error);
	return handle->analyzer ? 1 : push_error(L, &error);
}

int lua_open_analyzer(lua_State *L) {
	static const luaL_Reg methods[] = {
		{"class", l_class}, {"lemma", l_lemma}, {"number", l_number}, {"value", l_value}, {"entity", l_entity},
		{"tag", l_tag}, {"alias", l_alias}, {"metonyms", l_metonyms}, {"find", l_find}, {"is_tag", l_is_tag},
		{"names", l_names}, {"article", l_article}, {"split", lua_analyzer_split}, {"program", lua_analyzer_program},
		{"patterns", lua_analyzer_patterns}, {NULL, NULL}};
	static const luaL_Reg meta[] = {{"__gc", l_analyzer_gc}, {NULL, NULL}};
	register_type(L, ANALYZER_TYPE, methods, meta);
	lua_pushcfunction(L, l_new);
	return 1;
}
