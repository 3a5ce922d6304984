#include <assay.h>

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "host/state.h"
#include "store/store.h"

/* The Lua side is the module assay.embed; its functions give nil, message, code for what can go wrong. */

#define LAYERS (ASSAY_QUOTES + 1)

typedef struct Items {
	AssayItem *items;
	size_t count;
} Items;

/* All strings are borrowed from Lua values that the article's table (`ref` in the registry) keeps alive. */
struct AssayArticle {
	Assay *assay;
	AssayArticle *previous, *next; /* in the session's list */
	int ref;
	const char *text;
	size_t length;
	AssayMeta meta;
	bool loaded; /* layers are filled; they are at first use */
	Items layers[LAYERS];
};

/* Stack of `L`: empty between calls. */
struct Assay {
	lua_State *L;
	AssayArticle *articles;
	int session; /* reference to the Lua session, LUA_NOREF until the first pack or article */
};

int assay_exit_code(AssayStatus status) {
	static const int codes[] = {
		[ASSAY_OK] = 0, [ASSAY_CHECK_FAILED] = 1, [ASSAY_USAGE] = 2, [ASSAY_BAD_INPUT] = 65,
		[ASSAY_NOT_FOUND] = 66, [ASSAY_BUG] = 70, [ASSAY_IO] = 74, [ASSAY_TRY_AGAIN] = 75,
		[ASSAY_NO_MEMORY] = 75, [ASSAY_REFUSED] = 77, [ASSAY_BAD_PACK] = 78, [ASSAY_INTERRUPTED] = 130,
	};
	return (size_t)status < sizeof codes / sizeof *codes ? codes[status] : codes[ASSAY_BUG];
}

const char *assay_version(void) {
	return ASSAY_VERSION;
}

static AssayStatus status_of(const char *code) {
	static const struct {
		const char *code;
		AssayStatus status;
	} known[] = {
		{"bad_pack", ASSAY_BAD_PACK}, {"not_found", ASSAY_NOT_FOUND}, {"bad_input", ASSAY_BAD_INPUT},
		{"io", ASSAY_IO}, {"try_again", ASSAY_TRY_AGAIN}, {"no_memory", ASSAY_NO_MEMORY},
		{"refused", ASSAY_REFUSED}, {"usage", ASSAY_USAGE}, {"check_failed", ASSAY_CHECK_FAILED},
	};
	for (size_t i = 0; code && i < sizeof known / sizeof *known; i++)
		if (strcmp(code, known[i].code) == 0)
			return known[i].status;
	return ASSAY_BUG;
}

/* ---- Calls into assay.embed: one job each, run protected, with what it needs behind a light userdata ---- */

/* Sets error from nil, message, code at the top of the stack. */
static bool set_answer_error(lua_State *L, AssayError *error) {
	const char *message = lua_tostring(L, -2), *code = lua_tostring(L, -1);
	if (message && strstr(message, "not enough memory"))
		return error_no_memory(error);
	return error_set(error, status_of(code), "%s", message ? message : "no reason given");
}

/* Calls the job with `data`; it leaves true, or nil, message, code. */
static bool run_job(Assay *assay, lua_CFunction job, void *data, AssayError *error) {
	lua_State *L = assay->L;
	error_clear(error);
	if (!lua_checkstack(L, 10))
		return error_no_memory(error);
	lua_pushcfunction(L, job);
	lua_pushlightuserdata(L, data);
	int status = state_call(L, 1, 3);
	if (status != LUA_OK)
		return state_error(L, status, error);
	bool fine = lua_toboolean(L, -3) || set_answer_error(L, error);
	lua_settop(L, 0);
	return fine;
}

static void push_embed(lua_State *L, const char *function) {
	lua_getglobal(L, "require");
	lua_pushliteral(L, "assay.embed");
	lua_call(L, 1, 1);
	lua_getfield(L, -1, function);
	lua_remove(L, -2);
}

static int answer_true(lua_State *L) {
	lua_pushboolean(L, 1);
	return 1;
}

typedef struct OpenJob {
	Assay *assay;
	const char *pack; /* NULL: language pack only */
} OpenJob;

static int job_open(lua_State *L) {
	OpenJob *job = lua_touserdata(L, 1);
	push_embed(L, "open");
	lua_pushstring(L, job->pack);
	lua_call(L, 1, 3);
	if (!lua_toboolean(L, -3))
		return 3;
	lua_settop(L, -3);
	int session = luaL_ref(L, LUA_REGISTRYINDEX);
	luaL_unref(L, LUA_REGISTRYINDEX, job->assay->session);
	job->assay->session = session;
	return answer_true(L);
}

static bool open_session(Assay *assay, const char *pack, AssayError *error) {
	OpenJob job = {assay, pack};
	return run_job(assay, job_open, &job, error);
}

Assay *assay_open(const AssayOptions *options, AssayError *error) {
	error_clear(error);
	Assay *assay = memory_new(sizeof *assay);
	if (!assay) {
		error_no_memory(error);
		return NULL;
	}
	assay->session = LUA_NOREF;
	assay->L = state_new(options ? options->scripts : NULL, options ? options->memory_limit : 0, error);
	if (!assay->L) {
		memory_free(assay);
		return NULL;
	}
	return assay;
}

static void free_layers(AssayArticle *article) {
	for (size_t i = 0; i < LAYERS; i++)
		memory_free(article->layers[i].items);
}

void assay_close(Assay *assay) {
	if (!assay)
		return;
	for (AssayArticle *article = assay->articles, *next; article; article = next) {
		next = article->next;
		free_layers(article);
		memory_free(article);
	}
	state_free(assay->L);
	memory_free(assay);
}

bool assay_load_pack(Assay *assay, const char *name_or_path, AssayError *error) {
	return open_session(assay, name_or_path, error);
}

/* ---- Articles ---- */

static void set_meta_field(lua_State *L, const char *name, const char *value) {
	lua_pushstring(L, value);
	lua_setfield(L, -2, name);
}

static void push_meta(lua_State *L, const AssayMeta *meta) {
	lua_createtable(L, 0, 4);
	if (!meta)
		return;
	set_meta_field(L, "id", meta->id);
	set_meta_field(L, "outlet", meta->outlet);
	set_meta_field(L, "published", meta->published);
	set_meta_field(L, "title", meta->title);
}

static const char *kept_string(lua_State *L, int table, const char *name) {
	lua_getfield(L, table, name);
	const char *string = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
	lua_pop(L, 1);
	return string;
}

typedef struct AnalyseJob {
	Assay *assay;
	const char *text;
	size_t length;
	const AssayMeta *meta;
	AssayArticle *article;
} AnalyseJob;

/* The record on the top of the stack: {text, meta, result}, as assay.embed keeps an article. */
static void keep_article(lua_State *L, AssayArticle *article) {
	lua_getfield(L, -1, "text");
	article->text = lua_tolstring(L, -1, &article->length);
	lua_getfield(L, -2, "meta");
	int meta = lua_gettop(L);
	article->meta = (AssayMeta){
		kept_string(L, meta, "id"), kept_string(L, meta, "outlet"), kept_string(L, meta, "published"),
		kept_string(L, meta, "title"),
	};
	lua_pop(L, 2);
	article->ref = luaL_ref(L, LUA_REGISTRYINDEX);
}

static int job_analyse(lua_State *L) {
	AnalyseJob *job = lua_touserdata(L, 1);
	push_embed(L, "analyse");
	lua_rawgeti(L, LUA_REGISTRYINDEX, job->assay->session);
	lua_pushlstring(L, job->text, job->length);
	push_meta(L, job->meta);
	lua_call(L, 3, 3);
	if (!lua_toboolean(L, -3))
		return 3;
	lua_settop(L, -3);
	keep_article(L, job->article);
	return answer_true(L);
}

static void link_article(Assay *assay, AssayArticle *article) {
	article->assay = assay;
	article->next = assay->articles;
	if (assay->articles)
		assay->articles->previous = article;
	assay->articles = article;
}

AssayArticle *assay_analyse(Assay *assay, const char *text, size_t length, const AssayMeta *meta, AssayError *error) {
	error_clear(error);
	if (assay->session == LUA_NOREF && !open_session(assay, NULL, error))
		return NULL;
	AssayArticle *article = memory_new(sizeof *article);
	if (!article) {
		error_no_memory(error);
		return NULL;
	}
	AnalyseJob job = {assay, text ? text : "", text ? length : 0, meta, article};
	if (!run_job(assay, job_analyse, &job, error)) {
		memory_free(article);
		return NULL;
	}
	link_article(assay, article);
	return article;
}

void assay_article_free(AssayArticle *article) {
	if (!article)
		return;
	if (article->previous)
		article->previous->next = article->next;
	else
		article->assay->articles = article->next;
	if (article->next)
		article->next->previous = article->previous;
	luaL_unref(article->assay->L, LUA_REGISTRYINDEX, article->ref);
	free_layers(article);
	memory_free(article);
}

const char *assay_article_text(const AssayArticle *article, size_t *length) {
	if (length)
		*length = article->length;
	return article->text;
}

/* ---- Layers ---- */

static uint32_t number_field(lua_State *L, int table, const char *name) {
	lua_getfield(L, table, name);
	lua_Integer number = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : UINT32_MAX;
	lua_pop(L, 1);
	return number >= 0 && number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
}

static void span_field(lua_State *L, int table, const char *name, uint32_t *start, uint32_t *end) {
	*start = *end = UINT32_MAX;
	if (lua_getfield(L, table, name) == LUA_TTABLE) {
		*start = number_field(L, lua_gettop(L), "start");
		*end = number_field(L, lua_gettop(L), "end");
	}
	lua_pop(L, 1);
}

/* Records as assay.embed gives them: {start, end, kind, name, speaker = {start, end}, cue = {start, end}}. */
static AssayItem item_of(lua_State *L, int record) {
	AssayItem item = {
		.start = number_field(L, record, "start"),
		.end = number_field(L, record, "end"),
		.kind = kept_string(L, record, "kind"),
		.name = kept_string(L, record, "name"),
	};
	span_field(L, record, "speaker", &item.speaker_start, &item.speaker_end);
	span_field(L, record, "cue", &item.cue_start, &item.cue_end);
	return item;
}

static void fill_items(lua_State *L, int records, Items *layer) {
	lua_Integer count = luaL_len(L, records);
	if (count == 0 || layer->items)
		return;
	layer->items = memory_new((size_t)count * sizeof *layer->items);
	if (!layer->items)
		luaL_error(L, "not enough memory");
	for (lua_Integer i = 0; i < count; i++) {
		lua_rawgeti(L, records, i + 1);
		layer->items[i] = item_of(L, lua_gettop(L));
		lua_pop(L, 1);
	}
	layer->count = (size_t)count;
}

static int job_layers(lua_State *L) {
	static const char *const names[LAYERS] = {
		[ASSAY_SENTENCES] = "sentences", [ASSAY_TOKENS] = "tokens",
		[ASSAY_MENTIONS] = "mentions", [ASSAY_QUOTES] = "quotes",
	};
	AssayArticle *article = lua_touserdata(L, 1);
	push_embed(L, "layers");
	lua_rawgeti(L, LUA_REGISTRYINDEX, article->assay->session);
	lua_rawgeti(L, LUA_REGISTRYINDEX, article->ref);
	lua_call(L, 2, 3);
	if (!lua_toboolean(L, -3))
		return 3;
	lua_settop(L, -3);
	int layers = lua_gettop(L);
	for (size_t i = 0; i < LAYERS; i++) {
		lua_getfield(L, layers, names[i]);
		fill_items(L, lua_gettop(L), &article->layers[i]);
		lua_pop(L, 1);
	}
	return answer_true(L);
}

/* Layers are made at the first question for one; what fails then is a layer without items. */
static const Items *layer_of(const AssayArticle *article, AssayLayer layer) {
	static const Items none;
	AssayArticle *self = (AssayArticle *)article;
	if (!self->loaded)
		run_job(self->assay, job_layers, self, NULL);
	self->loaded = true;
	return (size_t)layer < LAYERS ? &article->layers[layer] : &none;
}

size_t assay_article_count(const AssayArticle *article, AssayLayer layer) {
	return layer_of(article, layer)->count;
}

bool assay_article_item(const AssayArticle *article, AssayLayer layer, size_t index, AssayItem *item) {
	const Items *items = layer_of(article, layer);
	if (index >= items->count)
		return false;
	*item = items->items[index];
	return true;
}

/* ---- Runs ---- */

typedef struct RunJob {
	Assay *assay;
	AssayArticle *const *articles;
	size_t count;
	char *json;
} RunJob;

static int job_run(lua_State *L) {
	RunJob *job = lua_touserdata(L, 1);
	push_embed(L, "run");
	lua_rawgeti(L, LUA_REGISTRYINDEX, job->assay->session);
	lua_newtable(L);
	for (size_t i = 0; i < job->count; i++) {
		lua_rawgeti(L, LUA_REGISTRYINDEX, job->articles[i]->ref);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_call(L, 2, 3);
	if (!lua_toboolean(L, -3))
		return 3;
	size_t length;
	const char *json = luaL_checklstring(L, -3, &length);
	job->json = memory_new(length + 1);
	if (!job->json)
		return luaL_error(L, "not enough memory");
	memcpy(job->json, json, length);
	return answer_true(L);
}

char *assay_run(Assay *assay, AssayArticle *const *articles, size_t count, AssayError *error) {
	error_clear(error);
	if (assay->session == LUA_NOREF) {
		error_set(error, ASSAY_BAD_PACK, "no pack is loaded");
		return NULL;
	}
	for (size_t i = 0; i < count; i++)
		if (articles[i]->assay != assay) {
			error_set(error, ASSAY_USAGE, "article %zu belongs to another session", i);
			return NULL;
		}
	RunJob job = {assay, articles, count, NULL};
	return run_job(assay, job_run, &job, error) ? job.json : NULL;
}

void assay_string_free(char *string) {
	memory_free(string);
}

/* ---- Store ---- */

/* An AssayStore is the store layer's Store. */
static Store *inner(AssayStore *store) {
	return (Store *)store;
}

AssayStore *assay_store_open(const char *path, AssayError *error) {
	error_clear(error);
	return (AssayStore *)store_open(path, STORE_CREATE, error);
}

void assay_store_close(AssayStore *store) {
	store_close(inner(store));
}

typedef struct SentencesJob {
	const AssayArticle *article;
	StoreSentence *sentences;
	size_t count;
} SentencesJob;

static int job_sentences(lua_State *L) {
	SentencesJob *job = lua_touserdata(L, 1);
	push_embed(L, "sentences");
	lua_rawgeti(L, LUA_REGISTRYINDEX, job->article->ref);
	lua_call(L, 1, 1);
	int records = lua_gettop(L);
	size_t count = (size_t)luaL_len(L, records);
	if (count == 0)
		return answer_true(L);
	job->sentences = memory_new(count * sizeof *job->sentences);
	if (!job->sentences)
		return luaL_error(L, "not enough memory");
	for (; job->count < count; job->count++) {
		lua_rawgeti(L, records, (lua_Integer)job->count + 1);
		int record = lua_gettop(L);
		job->sentences[job->count] = (StoreSentence){
			number_field(L, record, "start"), number_field(L, record, "end"),
			number_field(L, record, "paragraph"), kept_string(L, record, "kind"),
		};
		lua_pop(L, 1);
	}
	return answer_true(L);
}

bool assay_store_add(AssayStore *store, const AssayArticle *article, bool *added, AssayError *error) {
	SentencesJob job = {article, NULL, 0};
	bool fine = run_job(article->assay, job_sentences, &job, error);
	if (fine) {
		const StoreArticle row = {
			.key = article->meta.id, .text = article->text, .length = article->length,
			.outlet = article->meta.outlet, .published = article->meta.published, .title = article->meta.title,
		};
		fine = store_add_article(inner(store), &row, job.sentences, job.count, added, NULL, error);
	}
	memory_free(job.sentences);
	return fine;
}

int64_t assay_store_count(AssayStore *store, AssayError *error) {
	error_clear(error);
	return store_article_count(inner(store), error);
}
