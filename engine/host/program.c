#include "host/program.h"

#include <errno.h>
#include <fcntl.h>
#include <lauxlib.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "host/interrupt.h"
#include "host/lua_host.h"
#include "host/state.h"

#define BROKEN_PIPE (128 + SIGPIPE) /* exit code that stands for "ended by SIGPIPE" */

/* A descriptor 0 to 2 that was closed gets one that fails on use, so that no file opened later takes its place. */
static void occupy_standard_descriptors(void) {
	for (int descriptor = 0; descriptor <= 2; descriptor++)
		if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
			open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
}

static void push_arguments(lua_State *L, int argc, char **argv) {
	lua_createtable(L, argc, 1);
	for (int i = 0; i < argc; i++) {
		lua_pushstring(L, argv[i]);
		lua_rawseti(L, -2, i);
	}
}

/* Lua: argc, argv -> exit code */
static int protected_main(lua_State *L) {
	int argc = (int)lua_tointeger(L, 1);
	char **argv = lua_touserdata(L, 2);
	lua_settop(L, 0);
	luaL_requiref(L, "assay.host", luaopen_assay_host, 0);
	push_arguments(L, argc, argv);
	lua_pushvalue(L, -1);
	lua_setglobal(L, "arg");
	lua_getglobal(L, "require");
	lua_pushliteral(L, "assay.cli");
	lua_call(L, 1, 1);
	lua_getfield(L, -1, "main");
	lua_pushvalue(L, 2); /* the arguments */
	lua_call(L, 1, 1);
	return 1;
}

static int call_main(lua_State *L, int argc, char **argv) {
	lua_pushcfunction(L, protected_main);
	lua_pushinteger(L, argc);
	lua_pushlightuserdata(L, argv);
	int status = state_call(L, 2, 1);
	if (status == LUA_OK)
		return (int)lua_tointeger(L, -1);
	if (interrupt_pending())
		return 128 + interrupt_pending();
	if (status == LUA_ERRMEM) {
		fputs("assay: out of memory\n", stderr);
		return assay_exit_code(ASSAY_NO_MEMORY);
	}
	const char *message = lua_tostring(L, -1);
	fprintf(stderr, "assay: internal error: %s\n", message ? message : "(an error that is no string)");
	return assay_exit_code(ASSAY_BUG);
}

static bool reader_is_gone(void) {
	struct pollfd polled = {.fd = STDOUT_FILENO, .events = POLLOUT};
	return poll(&polled, 1, 0) == 1 && (polled.revents & POLLERR) && !isatty(STDOUT_FILENO);
}

/* What was printed must have gone out, or the exit code says so. */
static int finish_output(int code) {
	if (code == BROKEN_PIPE || code == assay_exit_code(ASSAY_IO))
		return code;
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return code;
	int reason = errno;
	if (reason == EPIPE || reader_is_gone())
		return BROKEN_PIPE;
	fprintf(stderr, "assay: cannot write standard output%s%s\n", reason ? ": " : "", reason ? strerror(reason) : "");
	return assay_exit_code(ASSAY_IO);
}

/* Ends as a program ends that a signal stops, so that a shell sees why. SIGINT is left to the exit code. */
static int end_by_signal(int code) {
	int number = code - 128;
	if (number == SIGPIPE || number == SIGTERM || number == SIGHUP) {
		signal(number, SIG_DFL);
		raise(number);
	}
	return code;
}

int program_run(int argc, char **argv) {
	AssayError error;
	occupy_standard_descriptors();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	lua_State *L = state_new(NULL, 0, &error);
	if (!L) {
		fprintf(stderr, "assay: %s\n", error.message);
		return assay_exit_code(error.status == ASSAY_NOT_FOUND ? ASSAY_BAD_PACK : error.status);
	}
	interrupt_watch(L);
	int code = finish_output(call_main(L, argc, argv));
	interrupt_forget();
	lua_sethook(L, NULL, 0, 0);
	state_free(L);
	return end_by_signal(code);
}
