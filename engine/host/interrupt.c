#include "host/interrupt.h"

#include <lauxlib.h>
#include <signal.h>
#include <unistd.h>

static lua_State *volatile watched;
static volatile sig_atomic_t pending;

static void raise_interrupt(lua_State *L, lua_Debug *activation) {
	(void)activation;
	lua_sethook(L, NULL, 0, 0);
	luaL_error(L, "interrupted");
}

/* lua_sethook is what the Lua manual allows in a signal handler. */
static void note(int number) {
	if (pending)
		_exit(128 + number);
	pending = number;
	if (watched)
		lua_sethook(watched, raise_interrupt, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

void interrupt_watch(lua_State *L) {
	watched = L;
	/* Without SA_RESTART: a read from the terminal and a poll come back. */
	struct sigaction action = {.sa_handler = note};
	sigemptyset(&action.sa_mask);
	const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction before;
		/* A signal that was ignored from the start (nohup) stays ignored. */
		if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
}

void interrupt_forget(void) {
	watched = NULL;
}

int interrupt_pending(void) {
	return pending;
}

void interrupt_clear(lua_State *L) {
	lua_sethook(L, NULL, 0, 0);
	pending = 0;
}
