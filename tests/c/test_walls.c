#include <lauxlib.h>
#include <lua-lpeg.h>
#include <lualib.h>

#include "test.h"
#include "walls/box.h"

static const char *const no_names[] = {NULL};

static Box *open_box(size_t memory, int64_t steps) {
	AssayError error;
	Box *box = box_new(&(BoxSettings){.memory = memory, .steps = steps, .lpeg = luaopen_lpeg}, &error);
	CHECK(box != NULL);
	return box;
}

/* The message of code that fails, "" when it runs to its end; its status in *status. */
static const char *run_in(Box *box, const char *code, AssayStatus *status) {
	static AssayError error;
	bool is_syntax;
	error = (AssayError){0};
	box_run(box, code, strlen(code), "=pack", no_names, &is_syntax, &error);
	*status = error.status;
	return error.message;
}

static const char *run(const char *code, AssayStatus *status) {
	Box *box = open_box(BOX_MEMORY, 30000000);
	const char *message = run_in(box, code, status);
	box_free(box);
	return message;
}

static bool holds(const char *expression) {
	char code[4000];
	AssayStatus status;
	snprintf(code, sizeof code, "assert(%s)", expression);
	const char *message = run(code, &status);
	if (status != ASSAY_OK)
		printf("%s: %s\n", expression, message);
	return status == ASSAY_OK;
}

static bool raises(const char *code, const char *expected) {
	AssayStatus status;
	const char *message = run(code, &status);
	bool fine = status == ASSAY_BAD_PACK && strstr(message, expected);
	if (!fine)
		printf("%s: %s\n", code, message);
	return fine;
}

static bool is_stopped(const char *code, const char *limit) {
	AssayStatus status;
	const char *message = run(code, &status);
	bool fine = status == ASSAY_REFUSED && strstr(message, limit);
	if (!fine)
		printf("%s: %s\n", code, message);
	return fine;
}

TEST(what_reaches_the_machine_is_not_there) {
	static const char *const absent[] = {
		"os", "io", "debug", "package", "require", "load", "loadstring", "loadfile", "dofile", "print", "warn",
		"coroutine", "collectgarbage", "_G", "string.dump", "string.pack", "string.unpack", "math.randomseed",
		"lpeg.setmaxstack", "lpeg.ptree", "lpeg.pcode", "getmetatable('')", "getmetatable(lpeg.P(1))",
		"lpeg.P(1).setmaxstack", "lpeg.P(1).__gc",
	};
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
		char expression[100];
		snprintf(expression, sizeof expression, "(%s) == nil", absent[i]);
		CHECK(holds(expression));
	}
}

TEST(methods_of_strings_are_the_guarded_functions) {
	CHECK(holds("('').rep == string.rep and ('').dump == nil"));
	CHECK(holds("('10' + 1) == 11"));
}

TEST(a_loop_ends_with_the_budget) {
	CHECK(is_stopped("while true do end", "instruction limit of 30000000 passed"));
	CHECK(is_stopped("local function f() return f() end f()", "instruction limit"));
	CHECK(is_stopped("for i in ipairs(setmetatable({}, {__index = function() return 1 end})) do end", "instruction"));
}

TEST(a_pack_cannot_catch_the_budget) {
	CHECK(is_stopped("while true do pcall(function() while true do end end) end", "instruction limit"));
	CHECK(is_stopped("local function f() while true do end end xpcall(f, f) while true do xpcall(f, f) end", "instruction"));
	CHECK(is_stopped("local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end",
	                 "instruction"));
	CHECK(is_stopped("pcall(function() while true do end end) error('got through')", "instruction limit"));
}

TEST(loops_in_c_are_paid_for) {
	CHECK(is_stopped("('a'):rep(30000):find('a-a-a-b')", "instruction limit"));
	CHECK(is_stopped("('('):rep(200000):gsub('%b()', '')", "instruction limit"));
	CHECK(is_stopped("local s = ('a'):rep(1000000) while true do s:find('b', 1, true) end", "instruction limit"));
	CHECK(is_stopped("local s = ('x'):rep(1 << 20) while true do s:upper() end", "instruction limit"));
	CHECK(is_stopped("local t = {} for i = 1, 1e4 do t[i] = i end while true do table.sort(t) end", "instruction limit"));
	CHECK(is_stopped("local t = {} for i = 1, 1e4 do t[i] = i end while true do table.insert(t, 1, 1) end", "instruction"));
	CHECK(is_stopped("local t = table.pack(('x'):rep(2000):byte(1, -1)) while true do select('#', table.unpack(t)) end",
	                 "instruction limit"));
	CHECK(is_stopped("local t = {} for i = 1, 1e4 do t[i] = i end while true do for _ in pairs(t) do end end", "instruction"));
}

TEST(a_table_does_not_lie_about_its_length) {
	CHECK(raises("table.sort(setmetatable({}, {__len = function() return 1 << 30 end}), rawequal)", "__len"));
	CHECK(raises("table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 1)", "__len"));
	CHECK(raises("table.move({}, 1, 1 << 60, 2)", "too many elements"));
	CHECK(raises("table.concat({}, '', 1, 1 << 60)", "too many elements"));
}

TEST(memory_ends_with_the_cap) {
	CHECK(is_stopped("local t = {} while true do t[#t + 1] = ('x'):rep(100000) .. #t end", "memory limit of 64 MiB passed"));
	CHECK(is_stopped("local t = {} while true do pcall(function() while true do t[#t + 1] = ('x'):rep(1e6) .. #t end end) end",
	                 "memory limit"));
	CHECK(is_stopped("local s = 'x' while true do s = s .. s end", "memory limit"));
	CHECK(is_stopped("(('x'):rep(1e5)):gsub('.', ('y'):rep(1e5))", "memory limit"));
	CHECK(raises("('x'):rep(1 << 40)", "too large"));
	CHECK(holds("(('')):rep(1 << 60) == ''"));
}

TEST(memory_is_never_more_than_twice_the_cap) {
	Box *box = open_box((size_t)4 << 20, BOX_STEPS);
	AssayStatus status;
	run_in(box, "local s = ('x'):rep(1 << 20) local t = {} while true do t[#t + 1] = s .. #t end", &status);
	CHECK(status == ASSAY_REFUSED);
	CHECK(box->used <= (size_t)8 << 20);
	box_free(box);
}

TEST(metatables_run_nothing_behind_the_hook) {
	CHECK(raises("setmetatable({}, {__gc = function() end})", "no __gc"));
	CHECK(raises("setmetatable({}, {__mode = 'k'})", "no __mode"));
	CHECK(raises("setmetatable(setmetatable({}, {__metatable = 1}), {})", "protected"));
	CHECK(holds("getmetatable(setmetatable({}, {__metatable = 1})) == 1"));
}

TEST(no_address_is_shown) {
	CHECK(holds("tostring({}) == 'table' and tostring(print or type) == 'function'"));
	CHECK(holds("('%s %s'):format({}, type) == 'table function'"));
	CHECK(raises("('%p'):format({})", "invalid conversion"));
	CHECK(raises("('\\0%-10p'):format({})", "invalid conversion"));
	CHECK(holds("('%%p %s'):format(setmetatable({}, {__tostring = function() return 'own' end})) == '%p own'"));
}

TEST(pairs_and_next_follow_the_order_of_keys) {
	CHECK(holds("(function() local s = '' for k in pairs { b = 1, a = 1, [2] = 1, [1] = 1, [1.5] = 1, [true] = 1 } do"
	            " s = s .. tostring(k) .. ' ' end return s end)() == '1 1.5 2 a b true '"));
	CHECK(holds("(function() local s = '' for k in next, { z = 1, y = 1, x = 1 } do s = s .. k end return s end)() == 'xyz'"));
	CHECK(holds("next({}) == nil"));
	CHECK(raises("for _ in pairs { [{}] = 1 } do end", "has no order"));
}

TEST(random_numbers_are_the_same_in_every_box) {
	AssayStatus status;
	char first[60];
	snprintf(first, sizeof first, "%s", run("error(tostring(math.random(1 << 40)))", &status));
	CHECK(status == ASSAY_BAD_PACK);
	CHECK_STRING(run("error(tostring(math.random(1 << 40)))", &status), first);
}

TEST(patterns_match_as_those_of_lua) {
	static const char *const cases[] = {
		"('hello world'):find('o w') == 5", "('key = value'):match('^(%w+)%s*=%s*(%w+)$') == 'key'",
		"select(2, ('key = value'):match('^(%w+)%s*=%s*(%w+)$')) == 'value'", "('abc'):match('()b()') == 2",
		"('THE (quick) fox'):find('%((%a+)%)') == 5", "('f(a(b)c)d'):match('%b()') == '(a(b)c)'",
		"('THE fox'):gsub('%f[%a]%a+', string.lower) == 'the fox'", "('abc'):gsub('', '-') == '-a-b-c-'",
		"('abc'):gsub('%w', '%0%0') == 'aabbcc'", "('a b c'):gsub('%w', {a = 1, b = true == false}) == '1 b c'",
		"('x = 1, y = 2'):gsub('(%w+) = (%w+)', '%2 = %1') == '1 = x, 2 = y'", "('aXb'):find('%u') == 2",
		"(function() local t = {} for w in ('one two'):gmatch('%a+') do t[#t + 1] = w end return #t end)() == 2",
		"('[x]'):match('[]x[]+') == '[x]'", "('a-z'):match('[a%-z]+') == 'a-z'", "('a.b'):find('.', 1, true) == 2",
		"('abab'):match('(ab)%1') == 'ab'", "('héllo'):match('[^\\128-\\255]+') == 'h'", "('x'):find('', 10) == nil",
		"('abc'):sub(-2) == 'bc'", "('a$'):match('a$') == nil", "('a$b'):match('a$b') == 'a$b'",
		"('0x1F'):match('^0x(%x-)$') == '1F'", "('aaa'):gsub('a', 'b', 2) == 'bba'", "('abc'):match('.-') == ''",
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK(holds(cases[i]));
	CHECK(raises("('x'):find('[a')", "missing ']'"));
	CHECK(raises("('x'):find('%')", "ends with '%'"));
	CHECK(raises("('x'):match('(x')", "unfinished capture"));
	CHECK(raises("('x'):gsub('x', '%2')", "invalid capture index"));
}

TEST(patterns_of_lpeg_stay_small) {
	CHECK(holds("(lpeg.C(lpeg.R('az') ^ 1) * -1):match('abc') == 'abc'"));
	CHECK(raises("return lpeg.P 'a' ^ -1000000", "exponent"));
	CHECK(raises("return (lpeg.P(1) * lpeg.P(1)) ^ (1 << 30)", "exponent"));
	CHECK(raises("return lpeg.P(1) + 2147483647", "at most"));
	CHECK(raises("return lpeg.P { 2147483647 }", "at most"));
	CHECK(raises("local p = lpeg.P(1) for i = 1, 40 do p = p * p end", "too large"));
	CHECK(raises("local p = lpeg.P(('x'):rep(10000)) return p * p", "too large"));
}

static bool copies(const char *code, const char *check, const char *expected) {
	Box *box = open_box(BOX_MEMORY, BOX_STEPS);
	lua_State *L = luaL_newstate();
	AssayError error;
	bool is_syntax;
	luaL_openlibs(L);
	CHECK(box_run(box, code, strlen(code), "=pack", no_names, &is_syntax, &error));
	luaL_loadstring(L, check);
	box_copy(box, 2, L);
	lua_call(L, 1, 1);
	bool fine = strcmp(lua_tostring(L, -1), expected) == 0;
	if (!fine)
		printf("%s: %s\n", code, lua_tostring(L, -1));
	lua_close(L);
	box_free(box);
	return fine;
}

TEST(data_is_copied_without_what_acts) {
	CHECK(copies("return { a = { 1, 2.5, 'x', true } }", "local t = ... return math.type(t.a[1]) .. t.a[3]", "integerx"));
	CHECK(copies("return setmetatable({ 1 }, { __index = { b = 2 } })", "return tostring((...).b)", "nil"));
	CHECK(copies("return { p = lpeg.P 'x' }", "return tostring((...).p.peg)", "1"));
	CHECK(copies("local t = {} return { t, t }", "local t = ... return tostring(t[1] == t[2])", "true"));
}

static int copy_result(lua_State *L) {
	box_copy(lua_touserdata(L, 1), 2, L);
	return 1;
}

static bool refuses_to_copy(const char *code, const char *reason) {
	Box *box = open_box(BOX_MEMORY, BOX_STEPS);
	lua_State *L = luaL_newstate();
	AssayError error;
	bool is_syntax;
	CHECK(box_run(box, code, strlen(code), "=pack", no_names, &is_syntax, &error));
	lua_pushcfunction(L, copy_result);
	lua_pushlightuserdata(L, box);
	bool fine = lua_pcall(L, 1, 1, 0) == LUA_ERRRUN && strstr(lua_tostring(L, -1), reason);
	if (!fine)
		printf("%s: %s\n", code, lua_tostring(L, -1));
	lua_close(L);
	box_free(box);
	return fine;
}

TEST(what_is_no_data_stays_in_the_box) {
	CHECK(refuses_to_copy("return { f = type }", "a function"));
	CHECK(refuses_to_copy("return { [{}] = 1 }", "a key"));
	CHECK(refuses_to_copy("return { 0 / 0 }", "a number"));
	CHECK(refuses_to_copy("local t = {} t.t = t return t", "holds itself"));
	CHECK(refuses_to_copy("local t = {} for i = 1, 1000 do t = { t } end return t", "result limit"));
	CHECK(refuses_to_copy("local t = {} for i = 1, 30 do t = { t, t } end return t", "result limit"));
}

static lua_Integer find_behind(Box *box, const char *text) {
	BoxText texts[] = {{.bytes = text, .length = strlen(text)}};
	AssayError error;
	CHECK(box_find(box, 1, texts, 1, &error));
	return texts[0].first > 0 ? texts[0].behind : 0;
}

TEST(a_pattern_is_searched_at_every_byte) {
	Box *box = open_box(BOX_MEMORY, BOX_STEPS);
	lua_State *L = luaL_newstate();
	AssayStatus status;
	run_in(box, "return lpeg.R('09') ^ 0", &status);
	box_copy(box, 2, L);
	CHECK(find_behind(box, "in 1999 or so") == 8);
	CHECK(find_behind(box, "never") == 0);
	CHECK(!box->keeps_state);
	lua_close(L);
	box_free(box);
}

TEST(patterns_that_can_remember_are_known) {
	Box *box = open_box(BOX_MEMORY, BOX_STEPS);
	AssayStatus status;
	run_in(box, "return lpeg.P(1) / function() end", &status);
	CHECK(box->keeps_state);
	box_free(box);
}

TEST(bytecode_is_refused) {
	AssayStatus status;
	CHECK(strstr(run("\033Lua", &status), "binary") != NULL);
	CHECK(status == ASSAY_BAD_PACK);
}

TEST(an_error_that_is_no_string_has_words) {
	CHECK(raises("error(setmetatable({}, { __tostring = function() error 'nested' end }))", "no string"));
	CHECK(raises("error(nil)", "no string"));
}

TEST(deep_nesting_ends_as_an_error) {
	CHECK(raises("local function f(n) return 1 + f(n + 1) end return f(1)", "stack overflow"));
	CHECK(holds("(function() local function f() return pcall(f) end f() return true end)()"));
	CHECK(holds("pcall(string.gsub, ('x'):rep(50), ('(x)'):rep(40), '') == false"));
}
