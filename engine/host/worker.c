#include "host/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

#define LOOK_INTERVAL 500  /* ms between two looks at what no pipe tells: stopped processes */
#define STOPPED_LIMIT 1500 /* ms; a terminal that stops the whole job also stops the parent and is not meant */

int64_t clock_milliseconds(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The descriptors of one worker's two pipes; all are close-on-exec and above those the worker gets. */
typedef struct Pipes {
	int job_read, job_write, answer_read, answer_write;
} Pipes;

static void close_pipes(const Pipes *pipes) {
	const int all[] = {pipes->job_read, pipes->job_write, pipes->answer_read, pipes->answer_write};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] >= 0)
			close(all[i]);
}

static bool lift(int *descriptor) {
	if (*descriptor > WORKER_ANSWERS)
		return true;
	int lifted = fcntl(*descriptor, F_DUPFD_CLOEXEC, WORKER_ANSWERS + 1);
	if (lifted < 0)
		return false;
	close(*descriptor);
	*descriptor = lifted;
	return true;
}

static bool open_pipe(int *reader, int *writer) {
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) < 0)
		return false;
	*reader = ends[0];
	*writer = ends[1];
	return lift(reader) && lift(writer);
}

static bool set_nonblocking(int descriptor) {
	int flags = fcntl(descriptor, F_GETFL);
	return flags >= 0 && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0;
}

static bool open_pipes(Pipes *pipes) {
	*pipes = (Pipes){-1, -1, -1, -1};
	if (open_pipe(&pipes->job_read, &pipes->job_write) && open_pipe(&pipes->answer_read, &pipes->answer_write) &&
	    set_nonblocking(pipes->job_write) && set_nonblocking(pipes->answer_read))
		return true;
	int reason = errno;
	close_pipes(pipes);
	errno = reason;
	return false;
}

static int add_actions(posix_spawn_file_actions_t *actions, const Pipes *pipes) {
	int failure = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
	if (!failure)
		failure = posix_spawn_file_actions_adddup2(actions, 2, 1);
	if (!failure)
		failure = posix_spawn_file_actions_adddup2(actions, pipes->job_read, WORKER_JOBS);
	if (!failure)
		failure = posix_spawn_file_actions_adddup2(actions, pipes->answer_write, WORKER_ANSWERS);
	if (!failure)
		failure = posix_spawn_file_actions_addclosefrom_np(actions, WORKER_ANSWERS + 1);
	return failure;
}

/* Gives the worker default signals and an empty mask, whatever the parent has set. */
static int add_attributes(posix_spawnattr_t *attributes) {
	sigset_t none, all;
	sigemptyset(&none);
	sigfillset(&all);
	int failure = posix_spawnattr_setsigmask(attributes, &none);
	if (!failure)
		failure = posix_spawnattr_setsigdefault(attributes, &all);
	if (!failure)
		failure = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	return failure;
}

static int spawn(pid_t *pid, const Pipes *pipes, char *environment) {
	char name[] = "assay", verb[] = "worker";
	char *arguments[] = {name, verb, NULL}, *environments[] = {environment, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int failure = posix_spawn_file_actions_init(&actions);
	if (failure)
		return failure;
	failure = posix_spawnattr_init(&attributes);
	if (!failure) {
		failure = add_actions(&actions, pipes);
		if (!failure)
			failure = add_attributes(&attributes);
		if (!failure)
			failure = posix_spawn(pid, "/proc/self/exe", &actions, &attributes, arguments, environments);
		posix_spawnattr_destroy(&attributes);
	}
	posix_spawn_file_actions_destroy(&actions);
	return failure;
}

static int spawn_with_scripts(pid_t *pid, const Pipes *pipes, const char *scripts) {
	Buf environment = {0};
	buf_append_string(&environment, "ASSAY_PATH=");
	buf_append_string(&environment, scripts);
	int failure = environment.oom ? ENOMEM : spawn(pid, pipes, environment.bytes);
	buf_done(&environment);
	return failure;
}

bool worker_start(Worker *worker, const char *scripts, AssayError *error) {
	Pipes pipes;
	worker->channel = (Channel){.input = -1, .output = -1};
	worker->deadline = worker->stopped_at = -1;
	if (!open_pipes(&pipes))
		return error_set(error, ASSAY_TRY_AGAIN, "cannot start a worker: %s", strerror(errno));
	int failure = spawn_with_scripts(&worker->pid, &pipes, scripts);
	if (failure) {
		worker->pid = 0;
		close_pipes(&pipes);
		return error_set(error, ASSAY_TRY_AGAIN, "cannot start a worker: %s", strerror(failure));
	}
	close(pipes.job_read);
	close(pipes.answer_write);
	channel_attach(&worker->channel, pipes.answer_read, pipes.job_write);
	return true;
}

WorkerState worker_state(Worker *worker) {
	Channel *channel = &worker->channel;
	switch (channel_front(channel)) {
	case FRAME_WHOLE:
		return WORKER_ANSWERED;
	case FRAME_MALFORMED:
		return WORKER_GARBLED;
	case FRAME_PARTIAL:
		break;
	}
	int64_t now = clock_milliseconds();
	if (channel->ended)
		return WORKER_ENDED;
	if (worker->deadline >= 0 && now >= worker->deadline)
		return WORKER_LATE;
	return worker->stopped_at >= 0 && now - worker->stopped_at >= STOPPED_LIMIT ? WORKER_STOPPED : WORKER_BUSY;
}

WorkerState worker_take(Worker *worker, Frame *frame, const char **reason) {
	WorkerState state = worker_state(worker);
	if (state == WORKER_ANSWERED || state == WORKER_GARBLED)
		channel_next(&worker->channel, frame, reason);
	return state;
}

/* A stopped process keeps its pipes open and would otherwise only cost its deadline. */
static void look_for_stop(Worker *worker, int64_t now) {
	siginfo_t info = {0};
	if (worker->pid == 0)
		return;
	bool stopped =
		waitid(P_PID, (id_t)worker->pid, &info, WSTOPPED | WNOHANG | WNOWAIT) == 0 && info.si_pid == worker->pid;
	if (!stopped)
		worker->stopped_at = -1;
	else if (worker->stopped_at < 0)
		worker->stopped_at = now;
}

static bool any_ready(Worker *const *workers, size_t count) {
	for (size_t i = 0; i < count; i++)
		if (worker_state(workers[i]) != WORKER_BUSY)
			return true;
	return false;
}

/* Milliseconds that poll may sleep: up to the nearest deadline and the next look, -1 only with no workers. */
static int sleep_time(Worker *const *workers, size_t count, int64_t now, int64_t until) {
	int64_t end = now + LOOK_INTERVAL;
	if (until >= 0 && until < end)
		end = until;
	for (size_t i = 0; i < count; i++)
		if (workers[i]->deadline >= 0 && workers[i]->deadline < end)
			end = workers[i]->deadline;
	return end > now ? (int)(end - now) : 0;
}

/* A closed descriptor is -1, which poll passes over. */
static void watch(struct pollfd *polled, const Worker *worker) {
	const Channel *channel = &worker->channel;
	polled[0] = (struct pollfd){.fd = channel->ended ? -1 : channel->input, .events = POLLIN};
	polled[1] = (struct pollfd){.fd = channel_is_writing(channel) ? channel->output : -1, .events = POLLOUT};
}

/* A worker that no longer reads is about to end; its end comes by the answer pipe. */
static bool move_bytes(const struct pollfd *polled, Worker *worker) {
	if (polled[1].revents && !channel_flush(&worker->channel)) {
		buf_done(&worker->channel.out);
		worker->channel.sent = 0;
	}
	return !polled[0].revents || channel_fill(&worker->channel);
}

static bool wait_once(struct pollfd *polled, Worker *const *workers, size_t count, int timeout, bool *signalled) {
	for (size_t i = 0; i < count; i++)
		watch(polled + 2 * i, workers[i]);
	int ready = poll(polled, (nfds_t)(2 * count), timeout);
	*signalled = ready < 0 && errno == EINTR;
	if (ready < 0)
		return *signalled;
	bool fine = true;
	for (size_t i = 0; ready > 0 && i < count; i++)
		fine = move_bytes(polled + 2 * i, workers[i]) && fine;
	int64_t now = clock_milliseconds();
	for (size_t i = 0; ready == 0 && i < count; i++)
		look_for_stop(workers[i], now);
	return fine;
}

bool workers_wait(Worker *const *workers, size_t count, int timeout) {
	struct pollfd *polled = memory_new((2 * count + 1) * sizeof *polled);
	if (!polled)
		return false;
	int64_t until = timeout < 0 ? -1 : clock_milliseconds() + timeout;
	bool fine = true, signalled = false;
	for (int64_t now = clock_milliseconds(); !any_ready(workers, count) && (until < 0 || now < until);
	     now = clock_milliseconds()) {
		fine = wait_once(polled, workers, count, sleep_time(workers, count, now, until), &signalled);
		if (!fine || signalled)
			break;
	}
	memory_free(polled);
	return fine;
}

void worker_stop(Worker *worker) {
	channel_close(&worker->channel);
	if (worker->pid == 0)
		return;
	/* On a process that is already ending the signal has no effect: its own reason stays. */
	kill(worker->pid, SIGKILL);
	pid_t waited;
	while ((waited = waitpid(worker->pid, &worker->status, 0)) < 0 && errno == EINTR)
		;
	if (waited < 0)
		worker->status = 0;
	worker->pid = 0;
}

void worker_describe_end(const Worker *worker, char *words, size_t size) {
	if (!WIFSIGNALED(worker->status)) {
		snprintf(words, size, "ended with exit status %d", WEXITSTATUS(worker->status));
		return;
	}
	const char *name = sigabbrev_np(WTERMSIG(worker->status));
	snprintf(words, size, "ended by SIG%s", name ? name : "?");
}

bool worker_begin(Channel *channel, AssayError *error) {
	signal(SIGINT, SIG_IGN); /* the terminal's: the parent decides */
	signal(SIGQUIT, SIG_IGN);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_NAME, "assay");
	if (fcntl(WORKER_JOBS, F_GETFL) < 0 || fcntl(WORKER_ANSWERS, F_GETFL) < 0)
		return error_set(error, ASSAY_USAGE, "the verb worker is started by the program itself");
	*channel = (Channel){0};
	channel_attach(channel, WORKER_JOBS, WORKER_ANSWERS);
	return true;
}
