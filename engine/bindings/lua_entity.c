/* Entities as Lua sees them. */
#include "bindings/impl.h"

static EntityHandle *check_entity(lua_State *L) {
	return luaL_checkudata(L, 1, ENTITY_TYPE);
}

void push_entity(lua_State *L, int parent, AnalyzerHandle *owner, Document *document, uint32_t entity) {
	if (entity == ID_NONE) {
		lua_pushnil(L);
		return;
	}
	parent = lua_absindex(L, parent);
	EntityHandle *handle = luaA_new_handle(L, sizeof *handle, ENTITY_TYPE);
	*handle = (EntityHandle){owner, document, entity};
	luaA_keep(L, parent);
}

/*** entity:name() → canonical name. */
static int l_name(lua_State *L) {
	const EntityHandle *e = check_entity(L);
	size_t length;
	const char *name = lexicon_entity_name(e->owner->analyzer->lexicon, e->document, e->entity, &length);
	lua_pushlstring(L, name, length);
	return 1;
}

/*** entity:class() → class name; `name` for one that no pack lists. */
static int l_class(lua_State *L) {
	const EntityHandle *e = check_entity(L);
	const Analyzer *analyzer = e->owner->analyzer;
	lua_pushstring(L, e->entity & ENTITY_LOCAL ? "name"
	                                           : vocabulary_class_name(analyzer->vocabulary,
	                                                                   lexicon_entity(analyzer->lexicon, e->entity)->class));
	return 1;
}

/*** entity:side() → the entity that it counts for in the end; itself if there is no other. */
static int l_side(lua_State *L) {
	const EntityHandle *e = check_entity(L);
	lua_getiuservalue(L, 1, HANDLE_PARENT);
	push_entity(L, lua_gettop(L), e->owner, e->document,
	            lexicon_side(e->owner->analyzer->lexicon, e->document, e->entity));
	return 1;
}

/*** entity:aliases() → list of the surfaces by which packs know it. */
static int l_aliases(lua_State *L) {
	const EntityHandle *e = check_entity(L);
	const Lexicon *lexicon = e->owner->analyzer->lexicon;
	lua_newtable(L);
	lua_Integer count = 0;
	for (uint32_t i = 0; i < lexicon_alias_count(lexicon); i++) {
		if (lexicon_alias(lexicon, i)->entity != e->entity)
			continue;
		lua_pushstring(L, lexicon_alias(lexicon, i)->surface);
		lua_seti(L, -2, ++count);
	}
	return 1;
}

/*** entity:mentions(article) → list of its mentions in the article. Names that no pack lists have mentions only in
 * their own article. */
static int l_mentions(lua_State *L) {
	const EntityHandle *e = check_entity(L);
	const ArticleHandle *article = check_article(L, 2);
	luaL_argcheck(L, article->owner == e->owner, 2, "read by another session");
	lua_newtable(L);
	lua_Integer count = 0;
	if ((e->entity & ENTITY_LOCAL) && e->document != article->document)
		return 1;
	for (uint32_t i = 0; i < article->document->mentions.count; i++) {
		if (article->document->mentions.items[i].entity != e->entity)
			continue;
		push_item(L, 2, ITEM_MENTIONS, i);
		lua_seti(L, -2, ++count);
	}
	return 1;
}

static int l_eq(lua_State *L) {
	const EntityHandle *a = check_entity(L), *b = luaL_testudata(L, 2, ENTITY_TYPE);
	bool same = b && a->entity == b->entity && a->owner == b->owner &&
	            (!(a->entity & ENTITY_LOCAL) || a->document == b->document);
	lua_pushboolean(L, same);
	return 1;
}

void lua_open_entity(lua_State *L) {
	static const luaL_Reg methods[] = {{"name", l_name}, {"class", l_class}, {"side", l_side},
	                                   {"aliases", l_aliases}, {"mentions", l_mentions}, {NULL, NULL}};
	static const luaL_Reg meta[] = {{"__tostring", l_name}, {"__eq", l_eq}, {NULL, NULL}};
	register_type(L, ENTITY_TYPE, methods, meta);
}
