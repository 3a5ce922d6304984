/* layers MODE INPUT…: the engine's layers, with the English pack, over the articles in the inputs (JSON Lines with `text`,
 * or plain text, repeated up to 16 MB).
 *   dump FILE   writes the text, an article per line, for the other programs
 *   time        prints the time of each layer and of several together; every measurement has a fresh analyzer, so that
 *               what it learns of spellings while it reads is part of the time
 *   text, once, names  reads tokens and sentences, or all layers, or up to names with 10,000 aliases, once: for
 *               callgrind and samplers */
#include <jansson.h>
#include <lauxlib.h>
#include <string.h>

#include "base/memory.h"
#include "bench.h"
#include "bindings/impl.h"
#include "host/state.h"

enum {
	TEXT_BYTES = 16000000, REPEAT_BELOW = 1000, /* fewer articles than that are repeated up to so many bytes */
	ALIASES = 10000,
	BATCH = 256
};

typedef struct Text {
	const char *bytes;
	size_t length;
} Text;

static VEC(Text) texts;
static size_t total;

static void add_text(const char *bytes, size_t length) {
	if (!vec_push(&texts, (Text){bytes, length}))
		exit(2);
	total += length;
}

static void add_json(const char *bytes) {
	for (const char *line = bytes; *line; line += strcspn(line, "\n") + 1) {
		json_t *article = json_loadb(line, strcspn(line, "\n"), JSON_ALLOW_NUL, NULL);
		json_t *text = json_object_get(article, "text");
		if (text)
			add_text(json_string_value(text), json_string_length(text));
	}
}

static void add_file(const char *path) {
	size_t length, suffix = strlen(path);
	char *bytes = slurp(path, &length);
	if (suffix > 6 && !strcmp(path + suffix - 6, ".jsonl"))
		add_json(bytes);
	else
		add_text(bytes, length);
}

static void dump(const char *path) {
	FILE *file = fopen(path, "w");
	for (uint32_t i = 0; file && i < texts.count; i++) {
		for (size_t b = 0; b < texts.items[i].length; b++)
			putc(texts.items[i].bytes[b] == '\n' ? ' ' : texts.items[i].bytes[b], file);
		putc('\n', file);
	}
	if (!file || fclose(file))
		exit(2);
}

/* A new analyzer that knows English; it lives as long as the state. */
static Analyzer *english(lua_State *L) {
	static const char code[] = "local language = require 'assay.language'\n"
	                           "return assert(language.analyzer { language.load 'en' })";
	if (luaL_dostring(L, code)) {
		fprintf(stderr, "%s\n", lua_tostring(L, -1));
		exit(2);
	}
	AnalyzerHandle *handle = luaL_checkudata(L, -1, ANALYZER_TYPE);
	return handle->analyzer;
}

typedef struct Name {
	char *bytes;
	uint32_t count;
} Name;

typedef VEC(Name) NameList;

static int by_count(const void *left, const void *right) {
	const Name *a = left, *b = right;
	return a->count != b->count ? (a->count < b->count ? 1 : -1) : strcmp(a->bytes, b->bytes);
}

static void count_name(StrMap *map, NameList *names, const Document *d, uint32_t first, uint32_t last) {
	const char *bytes = d->text + d->tokens.items[first].start;
	size_t length = d->tokens.items[last].end - d->tokens.items[first].start;
	uint32_t known = strmap_find(map, bytes, length);
	if (known != STRMAP_NONE) {
		names->items[known].count++;
		return;
	}
	char *copy = strndup(bytes, length);
	if (!copy || !vec_push(names, (Name){copy, 1}) || !strmap_set(map, copy, length, names->count - 1))
		exit(2);
}

static bool is_capital(const Document *d, uint32_t token) {
	return d->tokens.items[token].kind == TOKEN_WORD && (d->tokens.items[token].flags & TOKEN_CAPITAL);
}

/* The capitalised words, and pairs of them, that the texts have most often become names. */
static void add_aliases(Analyzer *analyzer) {
	NameList names = {0};
	StrMap map = {0};
	for (uint32_t i = 0; i < texts.count; i++) {
		Document *d = document_new(texts.items[i].bytes, texts.items[i].length, NULL);
		if (!analyzer_stage(analyzer, d, STAGE_TOKENS))
			exit(2);
		for (uint32_t t = 0; t < d->tokens.count; t++) {
			if (!is_capital(d, t))
				continue;
			count_name(&map, &names, d, t, t);
			if (t && is_capital(d, t - 1) && !(d->tokens.items[t].flags & TOKEN_LINE_START))
				count_name(&map, &names, d, t - 1, t);
		}
		document_free(d);
	}
	qsort(names.items, names.count, sizeof *names.items, by_count);
	ClassId group = vocabulary_add_class(analyzer->vocabulary, "group");
	for (uint32_t i = 0; i < names.count && i < ALIASES; i++) {
		uint32_t entity = lexicon_add_entity(analyzer->lexicon, names.items[i].bytes, group, ID_NONE);
		if (!lexicon_add_alias(analyzer->lexicon, names.items[i].bytes, entity, MENTION_NAME, NULL))
			exit(2);
	}
	strmap_done(&map); /* the names' bytes stay: entities and aliases have copies, the program ends soon */
	vec_done(&names);
}

/* Reads every text up to the stage, and gives it back before the next. */
static void time_up_to(const char *name, Analyzer *analyzer, Stage last) {
	size_t sentences = 0, tokens = 0;
	double start = seconds();
	for (uint32_t i = 0; i < texts.count; i++) {
		Document *d = document_new(texts.items[i].bytes, texts.items[i].length, NULL);
		for (int stage = 0; d && stage <= (int)last; stage++)
			if (!analyzer_stage(analyzer, d, (Stage)stage))
				exit(2);
		sentences += d->sentences.count;
		tokens += d->tokens.count;
		document_free(d);
	}
	result(name, seconds() - start, total, sentences, tokens);
}

/* The time of each stage by itself, over batches, so that the clock costs nothing. */
static void time_stages(Analyzer *analyzer) {
	static const char *const names[STAGES] = {"tokens", "phrases", "sentences", "mentions", "numbers", "context",
	                                          "attribution"};
	double spent[STAGES] = {0}, utf8 = 0;
	size_t sentences = 0, tokens = 0;
	for (uint32_t first = 0; first < texts.count; first += BATCH) {
		Document *batch[BATCH];
		uint32_t count = texts.count - first < BATCH ? texts.count - first : BATCH;
		double start = seconds();
		for (uint32_t i = 0; i < count; i++)
			batch[i] = document_new(texts.items[first + i].bytes, texts.items[first + i].length, NULL);
		utf8 += seconds() - start;
		for (int stage = 0; stage < STAGES; stage++) {
			start = seconds();
			for (uint32_t i = 0; i < count; i++)
				if (!analyzer_stage(analyzer, batch[i], (Stage)stage))
					exit(2);
			spent[stage] += seconds() - start;
		}
		for (uint32_t i = 0; i < count; i++) {
			sentences += batch[i]->sentences.count;
			tokens += batch[i]->tokens.count;
			document_free(batch[i]);
		}
	}
	result("layer-utf8", utf8, total, sentences, tokens);
	for (int stage = 0; stage < STAGES; stage++) {
		char name[32];
		snprintf(name, sizeof name, "layer-%s", names[stage]);
		result(name, spent[stage], total, sentences, tokens);
	}
}

static void time_names(Analyzer *analyzer) {
	add_aliases(analyzer);
	time_up_to("text+10k", analyzer, STAGE_MENTIONS);
}

/* What a Lua loop over an article's items costs, beside reading it. The loop's function is at the top of the stack, the
 * analyzer below it; both are taken. */
static void time_loop(lua_State *L, const char *name) {
	double spent = 0;
	lua_Integer items = 0;
	for (uint32_t i = 0; i < texts.count; i++) {
		lua_pushvalue(L, -1);
		lua_getfield(L, -3, "article");
		lua_pushvalue(L, -4);
		lua_pushlstring(L, texts.items[i].bytes, texts.items[i].length);
		lua_call(L, 2, 1);
		double start = seconds();
		lua_call(L, 1, 1);
		spent += seconds() - start;
		items += lua_tointeger(L, -1);
		lua_pop(L, 1);
	}
	result(name, spent, total, (size_t)items, 0);
	lua_pop(L, 2);
}

static void time_lua(lua_State *L) {
	static const char *const loops[][2] = {
		{"lua-sentences", "local n = 0 for s in (...):sentences() do n = n + 1 end return n"},
		{"lua-sentence-texts", "local n = 0 for s in (...):sentences() do n = n + (#s:text() > 0 and 1 or 0) end return n"},
		{"lua-tokens", "local n = 0 for t in (...):tokens() do n = n + 1 end return n"},
	};
	for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
		english(L);
		if (luaL_loadstring(L, loops[i][1]))
			exit(2);
		time_loop(L, loops[i][0]);
	}
}

/* Each measurement on an analyzer of its own. */
static void time_all(lua_State *L) {
	time_up_to("text", english(L), STAGE_SENTENCES);
	time_up_to("all", english(L), STAGE_ATTRIBUTION);
	time_stages(english(L));
	time_names(english(L));
	Analyzer *again = english(L);
	add_aliases(again);
	time_up_to("all+10k", again, STAGE_ATTRIBUTION);
	time_lua(L);
}

int main(int argc, char **argv) {
	const char *mode = argc > 2 ? argv[1] : "";
	bool dumps = !strcmp(mode, "dump");
	for (int i = dumps ? 3 : 2; i < argc; i++)
		add_file(argv[i]);
	uint32_t given = texts.count;
	if (!total)
		return 2;
	for (uint32_t i = 0; total < TEXT_BYTES && given < REPEAT_BELOW; i++)
		add_text(texts.items[i % given].bytes, texts.items[i % given].length);
	if (dumps) {
		dump(argv[2]);
		return 0;
	}
	AssayError error = {0};
	lua_State *L = state_new(NULL, 0, &error);
	if (!L) {
		fprintf(stderr, "%s\n", error.message);
		return 2;
	}
	if (!strcmp(mode, "time"))
		time_all(L);
	else if (!strcmp(mode, "text"))
		time_up_to("text", english(L), STAGE_SENTENCES);
	else if (!strcmp(mode, "names"))
		time_names(english(L));
	else
		time_up_to("all", english(L), STAGE_ATTRIBUTION);
	state_free(L);
	return 0;
}
