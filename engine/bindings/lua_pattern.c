/* Token patterns as Lua sees them: programs, sets of them behind a prefilter, and what they find in an article. */
#include "base/memory.h"
#include "base/vec.h"
#include "bindings/impl.h"
#include "match/prefilter.h"

#define PATTERNS_TYPE "assay.patterns"
#define WORDS_OF_INSTRUCTION 3

/* A pattern and the sentences of a block, a bit each, that can hold a match of it. */
typedef struct Candidate {
	uint32_t pattern;
	uint64_t sentences;
} Candidate;

/* Keeps its programs alive: its cache is their list. */
typedef struct PatternsHandle {
	Prefilter *prefilter;
	VEC(Program *) programs;
	VEC(uint64_t) tries; /* per pattern: sentences it was run on */
	VEC(Candidate) candidates;
} PatternsHandle;

static uint32_t element(lua_State *L, int table, lua_Integer index) {
	lua_geti(L, table, index);
	lua_Integer value = lua_tointeger(L, -1);
	lua_pop(L, 1);
	return value < 0 || value > UINT32_MAX ? UINT32_MAX : (uint32_t)value;
}

/* Makes addresses that count from their instruction count from the first one. */
static void make_absolute(Instruction *code, uint32_t count) {
	for (uint32_t i = 0; i < count; i++) {
		uint32_t op = code[i].op;
		bool two = op == OP_SPLIT || op == OP_LOOK || op == OP_LOOK_NOT;
		if (two || op == OP_JUMP)
			code[i].a = code[i].a < PROGRAM_LIMIT ? code[i].a + i : UINT32_MAX;
		if (two)
			code[i].b = code[i].b < PROGRAM_LIMIT ? code[i].b + i : UINT32_MAX;
	}
}

/* The list of op, a, b, op, … at `table`, as a userdata that stays on the stack. */
static Instruction *check_code(lua_State *L, int table, lua_Integer count) {
	Instruction *code = lua_newuserdatauv(L, (size_t)count * sizeof *code, 0);
	for (lua_Integer i = 0; i < count; i++) {
		lua_Integer at = i * WORDS_OF_INSTRUCTION;
		code[i] = (Instruction){element(L, table, at + 1), element(L, table, at + 2), element(L, table, at + 3)};
	}
	return code;
}

static const char *const *check_strings(lua_State *L, int table, lua_Integer count) {
	const char **strings = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *strings, 0);
	for (lua_Integer i = 0; i < count; i++) {
		lua_geti(L, table, i + 1); /* stays referenced by the table */
		strings[i] = check_c_string(L, -1);
		lua_pop(L, 1);
	}
	return strings;
}

/* With spellings of its own: patterns add words to the vocabulary, and after each one the analyzer's would all be looked
 * up again. The document's words are gone afterwards, its tokens stay. */
static bool split_alone(const Analyzer *analyzer, Document *d) {
	Spellings *own = spellings_new(analyzer->vocabulary, &analyzer->token_roles);
	bool ok = own && tokenise(d->text, d->length, own, &analyzer->token_roles, &d->words, &d->tokens);
	spellings_free(own);
	vec_clear(&d->words.words);
	return ok;
}

/*** analyzer:split(text) → list of the surfaces of its tokens. */
int lua_analyzer_split(lua_State *L) {
	AnalyzerHandle *owner = luaL_checkudata(L, 1, ANALYZER_TYPE);
	size_t length;
	const char *text = luaL_checklstring(L, 2, &length);
	lua_settop(L, 2);
	lua_pushnil(L);
	ArticleHandle *handle = push_article(L, 1, 3);
	AssayError error = {0};
	handle->owner = owner;
	Document *d = handle->document = document_new(text, length, &error);
	if (!d)
		return push_error(L, &error);
	if (!split_alone(owner->analyzer, d))
		return luaL_error(L, "not enough memory");
	lua_createtable(L, (int)d->tokens.count, 0);
	for (uint32_t i = 0; i < d->tokens.count; i++) {
		Span bytes = document_bytes(d, (Span){i, i + 1});
		lua_pushlstring(L, d->text + bytes.start, bytes.end - bytes.start);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/*** analyzer:program(code, captures, strings, relative) → program, or nil, message, code. code: list of numbers, three an
 * instruction: op, a, b, addresses 0-based, or, if relative, from their instruction; captures: their number, the whole
 * match included; strings: list. */
int lua_analyzer_program(lua_State *L) {
	luaL_checkudata(L, 1, ANALYZER_TYPE);
	luaL_checktype(L, 2, LUA_TTABLE);
	lua_Integer captures = luaL_checkinteger(L, 3);
	luaL_checktype(L, 4, LUA_TTABLE);
	bool relative = lua_toboolean(L, 5);
	lua_Integer count = luaL_len(L, 2) / WORDS_OF_INSTRUCTION, string_count = luaL_len(L, 4);
	luaL_argcheck(L, count > 0 && count <= PROGRAM_LIMIT, 2, "too long a pattern");
	luaL_argcheck(L, string_count <= PROGRAM_LIMIT, 4, "too many strings");
	Instruction *code = check_code(L, 2, count);
	if (relative)
		make_absolute(code, (uint32_t)count);
	const char *const *strings = check_strings(L, 4, string_count);
	AssayError error = {0};
	ProgramHandle *handle = luaA_new_handle(L, sizeof *handle, PROGRAM_TYPE);
	handle->program = program_new(code, (uint32_t)count, captures < 0 ? 0 : (uint32_t)captures, strings,
	                              (uint32_t)string_count, &error);
	return handle->program ? 1 : push_error(L, &error);
}

static int l_program_gc(lua_State *L) {
	ProgramHandle *handle = luaL_checkudata(L, 1, PROGRAM_TYPE);
	program_free(handle->program);
	handle->program = NULL;
	return 0;
}

/* Reads a list of clauses, each a list of {kind, id}, into buffers. */
static uint32_t read_clauses(lua_State *L, int list, Buf *features, Buf *ends) {
	lua_Integer count = luaL_len(L, list);
	uint32_t total = 0;
	for (lua_Integer i = 1; i <= count; i++) {
		lua_geti(L, list, i);
		lua_Integer alternatives = luaL_len(L, -1);
		for (lua_Integer j = 1; j <= alternatives; j++, total++) {
			lua_geti(L, -1, j);
			Feature feature = {element(L, -1, 1), element(L, -1, 2)};
			buf_append(features, (const char *)&feature, sizeof feature);
			lua_pop(L, 1);
		}
		buf_append(ends, (const char *)&total, sizeof total);
		lua_pop(L, 1);
	}
	if (features->oom || ends->oom)
		luaL_error(L, "not enough memory");
	return (uint32_t)count;
}

/* Adds one {program = …, needs = …}, which lies on top of the stack. */
static bool add_pattern(lua_State *L, PatternsHandle *set, AssayError *error) {
	int pattern = lua_gettop(L);
	lua_getfield(L, pattern, "program");
	ProgramHandle *handle = luaL_checkudata(L, -1, PROGRAM_TYPE);
	lua_getfield(L, pattern, "needs");
	Buf *features = push_buf(L), *ends = push_buf(L);
	uint32_t clauses = read_clauses(L, pattern + 2, features, ends);
	if (!vec_push(&set->programs, handle->program) || !vec_push(&set->tries, 0))
		return error_no_memory(error);
	return prefilter_add(set->prefilter, (const Feature *)(const void *)features->bytes,
	                     (const uint32_t *)(const void *)ends->bytes, clauses, error);
}

/*** analyzer:patterns(list) → patterns, or nil, message, code. list: of {program = program, needs = clauses}; a clause is
 * a list of {kind, id} of which a sentence with a match holds one (match/prefilter.h). */
int lua_analyzer_patterns(lua_State *L) {
	luaL_checkudata(L, 1, ANALYZER_TYPE);
	luaL_checktype(L, 2, LUA_TTABLE);
	lua_settop(L, 2);
	PatternsHandle *set = luaA_new_handle(L, sizeof *set, PATTERNS_TYPE);
	lua_pushvalue(L, 2);
	lua_setiuservalue(L, 3, HANDLE_CACHE);
	AssayError error = {0};
	if (!(set->prefilter = prefilter_new()))
		return luaL_error(L, "not enough memory");
	lua_Integer count = luaL_len(L, 2);
	for (lua_Integer i = 1; i <= count; i++) {
		lua_geti(L, 2, i);
		luaL_argcheck(L, lua_istable(L, -1), 2, "a list of patterns expected");
		if (!add_pattern(L, set, &error))
			return push_error(L, &error);
		lua_settop(L, 3);
	}
	return 1;
}

static int l_patterns_gc(lua_State *L) {
	PatternsHandle *set = luaL_checkudata(L, 1, PATTERNS_TYPE);
	prefilter_free(set->prefilter);
	set->prefilter = NULL;
	vec_done(&set->programs);
	vec_done(&set->tries);
	vec_done(&set->candidates);
	return 0;
}

/*** patterns:tries() → list: on how many sentences each pattern was run so far. */
static int l_tries(lua_State *L) {
	PatternsHandle *set = luaL_checkudata(L, 1, PATTERNS_TYPE);
	lua_createtable(L, (int)set->tries.count, 0);
	for (uint32_t i = 0; i < set->tries.count; i++) {
		lua_pushinteger(L, (lua_Integer)set->tries.items[i]);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/* Pushes {first, last} of a token range. */
static void push_tokens(lua_State *L, Span tokens) {
	lua_createtable(L, 2, 0);
	push_span(L, tokens.start, tokens.end);
	lua_seti(L, -3, 2);
	lua_seti(L, -2, 1);
}

static void push_match(lua_State *L, uint32_t sentence, const Span *captures, uint32_t count) {
	lua_createtable(L, (int)count, 1);
	lua_pushinteger(L, (lua_Integer)sentence + 1);
	lua_setfield(L, -2, "sentence");
	for (uint32_t i = 0; i < count; i++) {
		if (span_is_none(captures[i]))
			lua_pushboolean(L, false);
		else
			push_tokens(L, captures[i]);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
}

/* Prepares for matches in a sentence. */
static void enter_sentence(lua_State *L, ArticleHandle *article, uint32_t sentence) {
	const Sentence *s = &article->document->sentences.items[sentence];
	if (!scratch_range(&article->owner->scratch, article->document, (Span){s->first, s->last}))
		luaL_error(L, "not enough memory");
}

/* Pushes the list at key `number` of the table at `result`, a new one at first. */
static void push_list(lua_State *L, int result, lua_Integer number) {
	if (lua_geti(L, result, number) == LUA_TTABLE)
		return;
	lua_pop(L, 1);
	lua_newtable(L);
	lua_pushvalue(L, -1);
	lua_seti(L, result, number);
}

/* Appends the program's matches in the sentence that was entered to the list `number` of the table at `result`. */
static void append_matches(lua_State *L, ArticleHandle *article, const Program *program, uint32_t sentence, int result,
                           lua_Integer number) {
	Span captures[CAPTURE_LIMIT];
	Scratch *scratch = &article->owner->scratch;
	uint32_t from = scratch->range.start;
	for (;;) {
		MatchResult outcome = program_match(program, article->owner->analyzer->lexicon, scratch, from, captures);
		if (outcome == MATCH_NO_MEMORY)
			luaL_error(L, "not enough memory");
		if (outcome == MATCH_NONE)
			return;
		push_list(L, result, number);
		push_match(L, sentence, captures, program_captures(program));
		lua_seti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
		lua_pop(L, 1);
		from = captures[0].end + span_is_empty(captures[0]);
	}
}

static void find_in(lua_State *L, ArticleHandle *article, const Program *program, uint32_t sentence, int result) {
	if (article->document->sentences.items[sentence].kind == SEGMENT_FURNITURE)
		return;
	enter_sentence(L, article, sentence);
	append_matches(L, article, program, sentence, result, 1);
}

/*** article:find(program, n) → list of matches {sentence = n, {first, last}, {first, last} or false, …}: the whole match,
 * then its captures by number. In sentence n alone, or in all. A match lies in one sentence; furniture is not searched.
 * */
int lua_article_find(lua_State *L) {
	ArticleHandle *article = check_article(L, 1);
	ProgramHandle *handle = luaL_checkudata(L, 2, PROGRAM_TYPE);
	uint32_t count = article->document->sentences.count;
	lua_Integer only = luaL_optinteger(L, 3, 0);
	luaL_argcheck(L, only >= 0 && only <= count, 3, "no sentence of that number");
	word_table_refresh(&article->document->words, article->owner->analyzer->vocabulary);
	lua_settop(L, 2);
	lua_createtable(L, 1, 0); /* of the one list */
	if (only)
		find_in(L, article, handle->program, (uint32_t)only - 1, 3);
	for (uint32_t s = 0; !only && s < count; s++)
		find_in(L, article, handle->program, s, 3);
	push_list(L, 3, 1);
	return 1;
}

/* What can match in the block of sentences from `first` on. */
static void find_candidates(lua_State *L, PatternsHandle *set, ArticleHandle *article, uint32_t first) {
	vec_clear(&set->candidates);
	prefilter_read(set->prefilter, article->owner->analyzer->lexicon, article->document, first);
	for (uint32_t i = 0; i < set->programs.count; i++) {
		uint64_t sentences = prefilter_sentences(set->prefilter, i);
		if (sentences && !vec_push(&set->candidates, (Candidate){i, sentences}))
			luaL_error(L, "not enough memory");
	}
}

static void find_in_block(lua_State *L, PatternsHandle *set, ArticleHandle *article, uint32_t first, int result) {
	find_candidates(L, set, article, first);
	for (uint32_t i = 0; i < PREFILTER_BLOCK; i++) {
		bool entered = false;
		for (uint32_t c = 0; c < set->candidates.count; c++) {
			const Candidate *candidate = &set->candidates.items[c];
			if (!(candidate->sentences >> i & 1))
				continue;
			if (!entered)
				enter_sentence(L, article, first + i);
			entered = true;
			set->tries.items[candidate->pattern]++;
			append_matches(L, article, set->programs.items[candidate->pattern], first + i, result,
			               (lua_Integer)candidate->pattern + 1);
		}
	}
}

/*** article:find_all(patterns) → table: number of a pattern (1-based) → list of its matches as find gives them. A pattern
 * without a match is absent. */
int lua_article_find_all(lua_State *L) {
	ArticleHandle *article = check_article(L, 1);
	PatternsHandle *set = luaL_checkudata(L, 2, PATTERNS_TYPE);
	word_table_refresh(&article->document->words, article->owner->analyzer->vocabulary);
	lua_settop(L, 2);
	lua_newtable(L);
	for (uint32_t first = 0; first < article->document->sentences.count; first += PREFILTER_BLOCK)
		find_in_block(L, set, article, first, 3);
	return 1;
}

void lua_open_pattern(lua_State *L) {
	static const luaL_Reg program_meta[] = {{"__gc", l_program_gc}, {NULL, NULL}};
	static const luaL_Reg patterns_methods[] = {{"tries", l_tries}, {NULL, NULL}};
	static const luaL_Reg patterns_meta[] = {{"__gc", l_patterns_gc}, {NULL, NULL}};
	register_type(L, PROGRAM_TYPE, NULL, program_meta);
	register_type(L, PATTERNS_TYPE, patterns_methods, patterns_meta);
}
