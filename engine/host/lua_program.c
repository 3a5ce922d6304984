/* Other programs: started without a shell, in a process group of their own, with the environment that is given. */
#include <errno.h>
#include <fcntl.h>
#include <lauxlib.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bindings/lua_support.h"
#include "host/interrupt.h"
#include "host/lua_host.h"
#include "host/worker.h"

enum { OUT, ERR, STREAMS };

typedef struct Program {
	pid_t pid;
	int readers[STREAMS]; /* of its standard output and error; -1 once it has ended */
	Buf *texts[STREAMS];
	size_t limit; /* bytes of each */
} Program;

static int spawn(Program *program, const int *writers, char **arguments, char **environment) {
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, writers[OUT], 1);
	posix_spawn_file_actions_adddup2(&actions, writers[ERR], 2);
	posix_spawn_file_actions_addclosefrom_np(&actions, 3);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
	int failure = posix_spawnp(&program->pid, arguments[0], &actions, &attributes, arguments, environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return failure;
}

static void close_both(int *descriptors) {
	for (int i = 0; i < STREAMS; i++) {
		if (descriptors[i] >= 0)
			close(descriptors[i]);
		descriptors[i] = -1;
	}
}

static int start(Program *program, char **arguments, char **environment) {
	int writers[STREAMS] = {-1, -1}, failure = 0;
	for (int i = 0; i < STREAMS && !failure; i++) {
		int ends[2];
		failure = pipe2(ends, O_CLOEXEC) < 0 ? errno : 0;
		if (failure)
			break;
		program->readers[i] = ends[0];
		writers[i] = ends[1];
	}
	if (!failure)
		failure = spawn(program, writers, arguments, environment);
	close_both(writers);
	if (failure)
		close_both(program->readers);
	return failure;
}

/* Takes what one of the streams has to give. */
static const char *read_stream(Program *program, int stream) {
	char bytes[65536];
	ssize_t received = read(program->readers[stream], bytes, sizeof bytes);
	if (received < 0)
		return errno == EINTR ? NULL : strerror(errno);
	if (received == 0) {
		close(program->readers[stream]);
		program->readers[stream] = -1;
		return NULL;
	}
	buf_append(program->texts[stream], bytes, (size_t)received);
	if (program->texts[stream]->oom)
		return "out of memory";
	return program->texts[stream]->length > program->limit ? "its output is longer than is allowed" : NULL;
}

/* Why a program's output is not read to its end; NULL: it is. */
static const char *read_output(Program *program, int64_t until) {
	const char *problem = NULL;
	while (!problem && (program->readers[OUT] >= 0 || program->readers[ERR] >= 0)) {
		struct pollfd polled[STREAMS];
		for (int i = 0; i < STREAMS; i++)
			polled[i] = (struct pollfd){.fd = program->readers[i], .events = POLLIN};
		int64_t left = until - clock_milliseconds();
		if (left <= 0)
			return "it takes too long";
		int ready = poll(polled, STREAMS, (int)left);
		if (interrupt_pending())
			return "interrupted";
		for (int i = 0; i < STREAMS && ready > 0 && !problem; i++)
			if (polled[i].revents)
				problem = read_stream(program, i);
	}
	return problem;
}

static int finish(Program *program, bool at_once) {
	int status = 0;
	if (at_once)
		kill(-program->pid, SIGKILL);
	close_both(program->readers);
	while (waitpid(program->pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* The strings of the list at `index` as an array that ends with NULL; the list must stay on the stack. */
static char **check_strings(lua_State *L, int index) {
	luaL_checktype(L, index, LUA_TTABLE);
	lua_Integer count = luaL_len(L, index);
	char **strings = lua_newuserdatauv(L, (size_t)(count + 1) * sizeof *strings, 0);
	for (lua_Integer i = 0; i < count; i++) {
		bool is_string = lua_rawgeti(L, index, i + 1) == LUA_TSTRING;
		luaL_argcheck(L, is_string, index, "a list of strings");
		strings[i] = (char *)lua_tostring(L, -1);
		lua_pop(L, 1);
	}
	strings[count] = NULL;
	return strings;
}

/* host.call(arguments, environment, limit, milliseconds) -> exit status (128 + n: by signal n), standard output, standard
 * error | nil, message. The program is arguments[1], looked up in PATH; environment is a list of "NAME=value". */
static int l_call(lua_State *L) {
	char **arguments = check_strings(L, 1), **environment = check_strings(L, 2);
	Program program = {.readers = {-1, -1}, .limit = (size_t)luaL_checkinteger(L, 3)};
	int64_t until = clock_milliseconds() + luaL_checkinteger(L, 4);
	luaL_argcheck(L, arguments[0], 1, "empty");
	program.texts[OUT] = push_buf(L);
	program.texts[ERR] = push_buf(L);
	int failure = start(&program, arguments, environment);
	const char *problem = failure ? strerror(failure) : read_output(&program, until);
	int status = failure ? 0 : finish(&program, problem != NULL);
	if (problem) {
		lua_pushnil(L);
		lua_pushfstring(L, "%s: %s", arguments[0], problem);
		return 2;
	}
	lua_pushinteger(L, status);
	push_buf_string(L, program.texts[OUT]);
	push_buf_string(L, program.texts[ERR]);
	return 3;
}

void lua_add_programs(lua_State *L) {
	static const luaL_Reg functions[] = {{"call", l_call}, {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}
