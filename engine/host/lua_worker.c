#include <lauxlib.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "bindings/lua_support.h"
#include "host/lua_host.h"
#include "host/state.h"
#include "host/worker.h"
#include "walls/guard.h"
#include "walls/process.h"

#define WORKER "assay.host.worker"
#define JOBS "assay.host.jobs"

static Worker *check_worker(lua_State *L, int index) {
	return luaL_checkudata(L, index, WORKER);
}

static char check_type(lua_State *L, int index) {
	size_t length;
	const char *type = luaL_checklstring(L, index, &length);
	luaL_argcheck(L, length == 1, index, "a frame's type is one byte");
	return *type;
}

static int push_failure(lua_State *L, const char *message) {
	lua_pushnil(L);
	lua_pushstring(L, message);
	return 2;
}

static int push_frame(lua_State *L, const Frame *frame) {
	lua_pushlstring(L, &frame->type, 1);
	lua_pushlstring(L, frame->payload, frame->length);
	return 2;
}

/* host.spawn() -> worker | nil, message, code */
static int l_spawn(lua_State *L) {
	Worker *worker = lua_newuserdatauv(L, sizeof *worker, 0);
	*worker = (Worker){.channel = {.input = -1, .output = -1}};
	luaL_setmetatable(L, WORKER);
	AssayError error;
	return worker_start(worker, state_scripts(L), &error) ? 1 : push_error(L, &error);
}

/* worker:send(type, payload [, milliseconds]) -> true | nil, message. The answer is late after the milliseconds. */
static int l_worker_send(lua_State *L) {
	Worker *worker = check_worker(L, 1);
	char type = check_type(L, 2);
	size_t length;
	const char *payload = luaL_checklstring(L, 3, &length);
	lua_Integer allowed = luaL_optinteger(L, 4, -1);
	if (!channel_queue(&worker->channel, type, payload, length))
		return push_failure(L, length > FRAME_LIMIT ? "too long for a worker" : "out of memory");
	worker->deadline = allowed >= 0 ? clock_milliseconds() + allowed : -1;
	lua_pushboolean(L, 1);
	return 1;
}

/* worker:take() -> "answered", type, payload | "garbled", reason | "busy" | "ended" | "late" | "stopped" */
static int l_worker_take(lua_State *L) {
	static const char *const names[] = {"busy", "answered", "garbled", "ended", "late", "stopped"};
	Worker *worker = check_worker(L, 1);
	Frame frame;
	const char *reason = NULL;
	WorkerState state = worker_take(worker, &frame, &reason);
	lua_pushstring(L, names[state]);
	if (state == WORKER_ANSWERED) {
		worker->deadline = -1;
		return 1 + push_frame(L, &frame);
	}
	lua_pushstring(L, reason);
	return 2;
}

/* worker:stop() -> how the process ended, as words, and its exit status unless a signal ended it */
static int l_worker_stop(lua_State *L) {
	Worker *worker = check_worker(L, 1);
	char words[64];
	worker_stop(worker);
	worker_describe_end(worker, words, sizeof words);
	lua_pushstring(L, words);
	if (WIFEXITED(worker->status))
		lua_pushinteger(L, WEXITSTATUS(worker->status));
	else
		lua_pushnil(L);
	return 2;
}

static int l_worker_gc(lua_State *L) {
	worker_stop(check_worker(L, 1));
	return 0;
}

/* worker:process() -> the process's number */
static int l_worker_process(lua_State *L) {
	lua_pushinteger(L, check_worker(L, 1)->pid);
	return 1;
}

/* host.wait(workers, milliseconds): until one of the array is no longer busy, the time has passed or a signal came */
static int l_wait(lua_State *L) {
	luaL_checktype(L, 1, LUA_TTABLE);
	int timeout = (int)luaL_checkinteger(L, 2);
	lua_Integer count = luaL_len(L, 1);
	Worker **workers = lua_newuserdatauv(L, (size_t)count * sizeof *workers + 1, 0);
	for (lua_Integer i = 0; i < count; i++) {
		lua_rawgeti(L, 1, i + 1);
		workers[i] = check_worker(L, -1);
		lua_pop(L, 1);
	}
	if (!workers_wait(workers, (size_t)count, timeout))
		return luaL_error(L, "not enough memory");
	return 0;
}

/* host.jobs() -> the worker's end of the pipes, in a worker process | nil, message */
static int l_jobs(lua_State *L) {
	Channel *channel = lua_newuserdatauv(L, sizeof *channel, 0);
	*channel = (Channel){.input = -1, .output = -1};
	luaL_setmetatable(L, JOBS);
	AssayError error;
	if (!worker_begin(channel, &error))
		return push_failure(L, error.message);
	guard_enable(WORKER_ANSWERS);
	return 1;
}

static Channel *check_jobs(lua_State *L) {
	return luaL_checkudata(L, 1, JOBS);
}

/* jobs:receive() -> type, payload | nil at the end | nil, reason */
static int l_jobs_receive(lua_State *L) {
	Channel *channel = check_jobs(L);
	for (;;) {
		Frame frame;
		const char *reason;
		FrameStatus status = channel_next(channel, &frame, &reason);
		if (status == FRAME_WHOLE) {
			push_frame(L, &frame);
			channel_front(channel); /* gives the frame's bytes back before it is worked on */
			return 2;
		}
		if (status == FRAME_MALFORMED)
			return push_failure(L, reason);
		if (channel->ended && (channel->failed || channel->in.length > 0))
			return push_failure(L, channel->failed ? "reading failed" : "a frame is cut off");
		if (channel->ended)
			return push_failure(L, NULL);
		if (!channel_fill(channel))
			return push_failure(L, "out of memory");
	}
}

/* jobs:send(type, payload) -> true | nil, message */
static int l_jobs_send(lua_State *L) {
	Channel *channel = check_jobs(L);
	char type = check_type(L, 2);
	size_t length;
	const char *payload = luaL_checklstring(L, 3, &length);
	if (!channel_queue(channel, type, payload, length)) {
		buf_done(&channel->out);
		return push_failure(L, "the answer is too long");
	}
	if (!channel_flush(channel))
		return push_failure(L, "nobody reads the answer");
	lua_pushboolean(L, 1);
	return 1;
}

static int l_jobs_gc(lua_State *L) {
	channel_close(check_jobs(L));
	return 0;
}

/* host.wall([memory]) -> { limits, privileges, seccomp = booleans, landlock = the kernel's ABI or 0, off = why there are
 * none at all }: raises the walls around this process, for good. memory: bytes of address space */
static int l_wall(lua_State *L) {
	Walls walls;
	process_wall((size_t)luaL_optinteger(L, 1, 0), &walls);
	lua_createtable(L, 0, 5);
	const struct { const char *name; bool is_up; } up[] = {
		{"limits", walls.limits}, {"privileges", walls.privileges}, {"seccomp", walls.seccomp},
	};
	for (size_t i = 0; i < sizeof up / sizeof *up; i++) {
		lua_pushboolean(L, up[i].is_up);
		lua_setfield(L, -2, up[i].name);
	}
	lua_pushinteger(L, walls.landlock);
	lua_setfield(L, -2, "landlock");
	lua_pushstring(L, walls.off);
	lua_setfield(L, -2, "off");
	return 1;
}

/* host.leak() -> what this process could do that its walls should keep it from, or nil */
static int l_leak(lua_State *L) {
	lua_pushstring(L, process_leak());
	return 1;
}

/* host.last_words(type, payload): the answer of a worker whose pack never comes back (walls/guard.h) */
static int l_last_words(lua_State *L) {
	static Buf words; /* lives as long as the process */
	size_t length;
	char type = check_type(L, 1);
	const char *payload = luaL_checklstring(L, 2, &length);
	guard_set_words(NULL, 0);
	buf_clear(&words);
	if (!frame_append(&words, type, payload, length) || words.oom)
		return luaL_error(L, "not enough memory");
	guard_set_words(words.bytes, words.length);
	return 0;
}

/* host.leave(status): ends a worker process without closing anything */
static int l_leave(lua_State *L) {
	_Exit((int)luaL_checkinteger(L, 1));
}

void lua_add_workers(lua_State *L) {
	static const luaL_Reg worker[] = {
		{"send", l_worker_send},
		{"take", l_worker_take},
		{"stop", l_worker_stop},
		{"process", l_worker_process},
		{NULL, NULL},
	};
	static const luaL_Reg jobs[] = {{"receive", l_jobs_receive}, {"send", l_jobs_send}, {NULL, NULL}};
	static const luaL_Reg functions[] = {
		{"spawn", l_spawn}, {"wait", l_wait}, {"jobs", l_jobs}, {"leave", l_leave}, {"wall", l_wall},
		{"leak", l_leak}, {"last_words", l_last_words}, {NULL, NULL},
	};
	static const luaL_Reg worker_meta[] = {{"__gc", l_worker_gc}, {NULL, NULL}};
	static const luaL_Reg jobs_meta[] = {{"__gc", l_jobs_gc}, {NULL, NULL}};
	register_type(L, WORKER, worker, worker_meta);
	register_type(L, JOBS, jobs, jobs_meta);
	luaL_setfuncs(L, functions, 0);
}
