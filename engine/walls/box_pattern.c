/* Lua's patterns for packs. Lua's own matcher takes n^k steps for k repeats, in one instruction; here each step is
 * paid for, so that a pattern ends with the budget. */
#include <ctype.h>
#include <string.h>

#include "walls/impl.h"

#define CAPTURES 32
#define DEPTH 200 /* of nested calls of match() */
#define POSITION (-2)
#define UNCLOSED (-1)

typedef struct Match {
	lua_State *L;
	const char *text, *end, *pattern, *pattern_end;
	int level, depth;
	struct {
		const char *start;
		ptrdiff_t length; /* POSITION, UNCLOSED, or bytes */
	} captures[CAPTURES];
} Match;

static const char *match(Match *m, const char *s, const char *p);

static bool in_class(int c, int class) {
	bool is;
	switch (tolower(class)) {
	case 'a': is = isalpha(c); break;
	case 'c': is = iscntrl(c); break;
	case 'd': is = isdigit(c); break;
	case 'g': is = isgraph(c); break;
	case 'l': is = islower(c); break;
	case 'p': is = ispunct(c); break;
	case 's': is = isspace(c); break;
	case 'u': is = isupper(c); break;
	case 'w': is = isalnum(c); break;
	case 'x': is = isxdigit(c); break;
	default: return class == c;
	}
	return isupper(class) ? !is : is;
}

/* Behind the single-character item at p. */
static const char *item_end(const Match *m, const char *p) {
	if (*p == '%') {
		if (p + 1 == m->pattern_end)
			luaL_error(m->L, "malformed pattern (ends with '%%')");
		return p + 2;
	}
	if (*p != '[')
		return p + 1;
	p += p + 1 < m->pattern_end && p[1] == '^' ? 2 : 1;
	do { /* a first ']' is one of the set */
		if (p >= m->pattern_end)
			luaL_error(m->L, "malformed pattern (missing ']')");
		p += *p == '%' ? 2 : 1;
	} while (p >= m->pattern_end || *p != ']');
	return p + 1;
}

/* p at '[', last at its ']'. */
static bool in_set(int c, const char *p, const char *last) {
	bool negated = p[1] == '^';
	for (p += negated ? 2 : 1; p < last; p++) {
		if (*p == '%') {
			if (in_class(c, (unsigned char)*++p))
				return !negated;
		} else if (p[1] == '-' && p + 2 < last) {
			if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2])
				return !negated;
			p += 2;
		} else if ((unsigned char)*p == c) {
			return !negated;
		}
	}
	return negated;
}

static bool is_single(const Match *m, const char *s, const char *p, const char *behind) {
	box_charge(m->L, 1);
	if (s >= m->end)
		return false;
	int c = (unsigned char)*s;
	switch (*p) {
	case '.':
		return true;
	case '%':
		return in_class(c, (unsigned char)p[1]);
	case '[':
		return in_set(c, p, behind - 1);
	}
	return (unsigned char)*p == c;
}

static const char *match_balance(const Match *m, const char *s, const char *p) {
	if (p + 1 >= m->pattern_end)
		luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
	if (s >= m->end || *s != *p)
		return NULL;
	for (int open = 1; ++s < m->end;) {
		box_charge(m->L, 1);
		if (*s == p[1]) {
			if (--open == 0)
				return s + 1;
		} else if (*s == p[0]) {
			open++;
		}
	}
	return NULL;
}

static const char *match_longest(Match *m, const char *s, const char *p, const char *behind, bool once) {
	ptrdiff_t count = 0;
	while (is_single(m, s + count, p, behind))
		count++;
	for (; count >= (once ? 1 : 0); count--) {
		const char *found = match(m, s + count, behind + 1);
		if (found)
			return found;
	}
	return NULL;
}

static const char *match_shortest(Match *m, const char *s, const char *p, const char *behind) {
	for (;;) {
		const char *found = match(m, s, behind + 1);
		if (found)
			return found;
		if (!is_single(m, s, p, behind))
			return NULL;
		s++;
	}
}

static const char *open_capture(Match *m, const char *s, const char *p, ptrdiff_t what) {
	if (m->level >= CAPTURES)
		luaL_error(m->L, "too many captures");
	m->captures[m->level].start = s;
	m->captures[m->level++].length = what;
	const char *found = match(m, s, p);
	if (!found)
		m->level--;
	return found;
}

static const char *close_capture(Match *m, const char *s, const char *p) {
	int level = m->level - 1;
	while (level >= 0 && m->captures[level].length != UNCLOSED)
		level--;
	if (level < 0)
		luaL_error(m->L, "invalid pattern capture");
	m->captures[level].length = s - m->captures[level].start;
	const char *found = match(m, s, p);
	if (!found)
		m->captures[level].length = UNCLOSED;
	return found;
}

static const char *match_again(const Match *m, const char *s, int digit) {
	int level = digit - '1';
	if (level < 0 || level >= m->level || m->captures[level].length == UNCLOSED)
		luaL_error(m->L, "invalid capture index %%%d", level + 1);
	size_t length = m->captures[level].length > 0 ? (size_t)m->captures[level].length : 0;
	box_charge(m->L, length / 8);
	bool same = (size_t)(m->end - s) >= length && memcmp(m->captures[level].start, s, length) == 0;
	return same ? s + length : NULL;
}

static bool at_frontier(const Match *m, const char *s, const char *p, const char *behind) {
	int before = s == m->text ? '\0' : (unsigned char)s[-1], at = s < m->end ? (unsigned char)*s : '\0';
	box_charge(m->L, 1);
	return !in_set(before, p, behind - 1) && in_set(at, p, behind - 1);
}

/* An item of one character and what stands behind it. *s and *p go on when there is more to match. */
static bool match_item(Match *m, const char **s, const char **p, const char **found) {
	const char *behind = item_end(m, *p);
	switch (behind < m->pattern_end ? *behind : '\0') {
	case '*':
		*found = match_longest(m, *s, *p, behind, false);
		return false;
	case '+':
		*found = match_longest(m, *s, *p, behind, true);
		return false;
	case '-':
		*found = match_shortest(m, *s, *p, behind);
		return false;
	case '?':
		if (is_single(m, *s, *p, behind) && (*found = match(m, *s + 1, behind + 1)))
			return false;
		*p = behind + 1;
		return true;
	}
	*found = NULL;
	if (!is_single(m, *s, *p, behind))
		return false;
	++*s;
	*p = behind;
	return true;
}

/* An item that begins with '%' and is no class. False: it is one. */
static bool match_special(Match *m, const char **s, const char **p) {
	char kind = *p + 1 < m->pattern_end ? (*p)[1] : '\0';
	if (kind == 'b') {
		*s = match_balance(m, *s, *p + 2);
		*p += 4;
	} else if (kind == 'f') {
		*p += 2;
		if (*p >= m->pattern_end || **p != '[')
			luaL_error(m->L, "missing '[' after '%%f' in pattern");
		const char *behind = item_end(m, *p);
		if (!at_frontier(m, *s, *p, behind))
			*s = NULL;
		*p = behind;
	} else if (isdigit((unsigned char)kind)) {
		*s = match_again(m, *s, kind);
		*p += 2;
	} else {
		return false;
	}
	return true;
}

/* Where the match of the pattern from p on ends that starts at s; NULL: there is none. */
static const char *match_from(Match *m, const char *s, const char *p) {
	const char *found = NULL;
	while (s && p < m->pattern_end) {
		if (*p == '(' && p + 1 < m->pattern_end && p[1] == ')')
			return open_capture(m, s, p + 2, POSITION);
		if (*p == '(')
			return open_capture(m, s, p + 1, UNCLOSED);
		if (*p == ')')
			return close_capture(m, s, p + 1);
		if (*p == '$' && p + 1 == m->pattern_end)
			return s == m->end ? s : NULL;
		if (*p == '%' && match_special(m, &s, &p))
			continue;
		if (!match_item(m, &s, &p, &found))
			return found;
	}
	return s;
}

static const char *match(Match *m, const char *s, const char *p) {
	if (++m->depth > DEPTH)
		luaL_error(m->L, "pattern too complex");
	const char *found = match_from(m, s, p);
	m->depth--;
	return found;
}

/* ---- The functions ---- */

/* Text at argument 1, pattern at 2; skips ^ in `anchored`. */
static void prepare(Match *m, lua_State *L, int text, int pattern) {
	size_t length;
	m->L = L;
	m->text = lua_tolstring(L, text, &length);
	m->end = m->text + length;
	m->pattern = lua_tolstring(L, pattern, &length);
	m->pattern_end = m->pattern + length;
}

static const char *try_at(Match *m, const char *s, const char *p) {
	m->level = m->depth = 0;
	box_charge(m->L, 1);
	return match(m, s, p);
}

/* The first match at s or behind, its start in *start. */
static const char *search(Match *m, const char *s, const char *p, bool anchored, const char **start) {
	for (*start = s; *start <= m->end; ++*start) {
		const char *found = try_at(m, *start, p);
		if (found || anchored)
			return found;
	}
	return NULL;
}

/* Capture `level`; without any capture, 0 is the whole match. */
static void push_capture(const Match *m, int level, const char *start, const char *found) {
	if (level >= m->level) {
		if (level != 0)
			luaL_error(m->L, "invalid capture index %%%d", level + 1);
		lua_pushlstring(m->L, start, (size_t)(found - start));
	} else if (m->captures[level].length == POSITION) {
		lua_pushinteger(m->L, m->captures[level].start - m->text + 1);
	} else if (m->captures[level].length == UNCLOSED) {
		luaL_error(m->L, "unfinished capture");
	} else {
		lua_pushlstring(m->L, m->captures[level].start, (size_t)m->captures[level].length);
	}
}

static int push_captures(const Match *m, const char *start, const char *found, bool whole) {
	int count = m->level == 0 && whole ? 1 : m->level;
	luaL_checkstack(m->L, count, "too many captures");
	for (int i = 0; i < count; i++)
		push_capture(m, i, start, found);
	return count;
}

/* Byte offset of argument `index`; behind the end plus one: there is nothing to search. */
static size_t check_start(lua_State *L, int index, size_t length) {
	lua_Integer start = luaL_optinteger(L, index, 1);
	if (start > 0)
		return (size_t)start - 1;
	if (start == 0 || (lua_Unsigned)-start > length)
		return 0;
	return length - (size_t)-start;
}

static int find_plain(Match *m, const char *s) {
	size_t length = (size_t)(m->pattern_end - m->pattern);
	box_charge(m->L, (size_t)(m->end - s) / 8 + 1);
	const char *found = memmem(s, (size_t)(m->end - s), m->pattern, length);
	if (!found) {
		lua_pushnil(m->L);
		return 1;
	}
	lua_pushinteger(m->L, found - m->text + 1);
	lua_pushinteger(m->L, found - m->text + (ptrdiff_t)length);
	return 2;
}

static int find_or_match(lua_State *L, bool is_find) {
	Match m;
	size_t length;
	luaL_checklstring(L, 1, &length);
	luaL_checkstring(L, 2);
	size_t from = check_start(L, 3, length);
	if (from > length) {
		lua_pushnil(L);
		return 1;
	}
	prepare(&m, L, 1, 2);
	bool plain = strpbrk(m.pattern, "^$*+?.([%-") == NULL && strlen(m.pattern) == (size_t)(m.pattern_end - m.pattern);
	if (is_find && (lua_toboolean(L, 4) || plain))
		return find_plain(&m, m.text + from);
	bool anchored = m.pattern < m.pattern_end && *m.pattern == '^';
	const char *start, *found = search(&m, m.text + from, m.pattern + anchored, anchored, &start);
	if (!found) {
		lua_pushnil(L);
		return 1;
	}
	if (!is_find)
		return push_captures(&m, start, found, true);
	lua_pushinteger(L, start - m.text + 1);
	lua_pushinteger(L, found - m.text);
	return 2 + push_captures(&m, start, found, false);
}

int box_string_find(lua_State *L) {
	return find_or_match(L, true);
}

int box_string_match(lua_State *L) {
	return find_or_match(L, false);
}

/* Upvalues: text, pattern, offset to go on from, end of the last match (-1: none). */
static int next_match(lua_State *L) {
	Match m;
	prepare(&m, L, lua_upvalueindex(1), lua_upvalueindex(2));
	lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
	const char *s = m.text + lua_tointeger(L, lua_upvalueindex(3));
	for (; s <= m.end; s++) {
		const char *found = try_at(&m, s, m.pattern);
		if (!found || found - m.text == last)
			continue;
		lua_pushinteger(L, found - m.text);
		lua_copy(L, -1, lua_upvalueindex(3));
		lua_copy(L, -1, lua_upvalueindex(4));
		lua_pop(L, 1);
		return push_captures(&m, s, found, true);
	}
	return 0;
}

int box_string_gmatch(lua_State *L) {
	size_t length;
	luaL_checklstring(L, 1, &length);
	luaL_checkstring(L, 2);
	size_t from = check_start(L, 3, length);
	lua_settop(L, 2);
	lua_pushinteger(L, (lua_Integer)(from > length ? length + 1 : from));
	lua_pushinteger(L, -1);
	lua_pushcclosure(L, next_match, 4);
	return 1;
}

/* Appends the replacement string (argument 3) with its %0 to %9. */
static void add_string(Match *m, luaL_Buffer *buffer, const char *start, const char *found) {
	size_t length;
	const char *bytes = lua_tolstring(m->L, 3, &length);
	box_charge(m->L, length / 8);
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] != '%') {
			luaL_addchar(buffer, bytes[i]);
			continue;
		}
		char kind = ++i < length ? bytes[i] : '\0';
		if (kind == '%') {
			luaL_addchar(buffer, '%');
		} else if (kind == '0') {
			luaL_addlstring(buffer, start, (size_t)(found - start));
		} else if (isdigit((unsigned char)kind)) {
			push_capture(m, kind - '1', start, found);
			luaL_tolstring(m->L, -1, NULL);
			lua_remove(m->L, -2);
			luaL_addvalue(buffer);
		} else {
			luaL_error(m->L, "invalid use of '%%' in replacement string");
		}
	}
}

/* Appends what a function or a table (argument 3) gives for the match. */
static void add_value(Match *m, luaL_Buffer *buffer, const char *start, const char *found) {
	lua_State *L = m->L;
	if (lua_isfunction(L, 3)) {
		lua_pushvalue(L, 3);
		lua_call(L, push_captures(m, start, found, true), 1);
	} else {
		push_capture(m, 0, start, found);
		lua_gettable(L, 3);
	}
	if (!lua_toboolean(L, -1)) {
		lua_pop(L, 1);
		luaL_addlstring(buffer, start, (size_t)(found - start));
	} else if (!lua_isstring(L, -1)) {
		luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
	} else {
		luaL_addvalue(buffer);
	}
}

int box_string_gsub(lua_State *L) {
	Match m;
	size_t length;
	luaL_checklstring(L, 1, &length);
	luaL_checkstring(L, 2);
	int type = lua_type(L, 3);
	luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
	                 "string/function/table");
	lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
	if (type == LUA_TNUMBER)
		lua_tostring(L, 3);
	prepare(&m, L, 1, 2);
	bool anchored = m.pattern < m.pattern_end && *m.pattern == '^';
	const char *s = m.text, *last = NULL;
	luaL_Buffer buffer;
	luaL_buffinit(L, &buffer);
	while (count < most) {
		const char *found = try_at(&m, s, m.pattern + anchored);
		if (found && found != last) {
			count++;
			if (type == LUA_TSTRING || type == LUA_TNUMBER)
				add_string(&m, &buffer, s, found);
			else
				add_value(&m, &buffer, s, found);
			s = last = found;
		} else if (s < m.end) {
			luaL_addchar(&buffer, *s++);
		} else {
			break;
		}
		if (anchored)
			break;
	}
	luaL_addlstring(&buffer, s, (size_t)(m.end - s));
	luaL_pushresult(&buffer);
	lua_pushinteger(L, count);
	return 2;
}
