#include "host/checkpoint.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/interrupt.h"

#define GRACE_MS 120 /* that a chunk has to heed ^C */

typedef struct Processes {
	volatile pid_t session;
	volatile pid_t sleeper; /* 0: none */
} Processes;

static Processes *processes; /* shared by the supervisor, the session and the sleeper */
static int to_sleeper = -1;
static volatile sig_atomic_t interrupted;

static void forward(int number) {
	kill(processes->session, number);
	if (processes->sleeper)
		kill(processes->sleeper, number);
}

/* Waits until the session has ended and nobody took its place. Orphans that are handed to it are reaped. */
static int outlast_session(void) {
	int status = 0, last = 0;
	pid_t ended = 0;
	do {
		pid_t pid = waitpid(-1, &status, 0);
		if (pid < 0 && errno != EINTR)
			break;
		if (pid == processes->session) {
			ended = pid;
			last = status;
		} else if (pid == processes->sleeper) {
			processes->sleeper = 0;
		}
	} while (ended != processes->session || processes->sleeper != 0);
	return last;
}

static void end_like(int status) {
	if (WIFEXITED(status))
		_exit(WEXITSTATUS(status));
	signal(WTERMSIG(status), SIG_DFL);
	raise(WTERMSIG(status));
	_exit(128 + WTERMSIG(status));
}

static void supervise(void) {
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	struct sigaction action = {.sa_handler = forward};
	sigemptyset(&action.sa_mask);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
	end_like(outlast_session());
}

bool checkpoint_supervise(void) {
	void *shared = mmap(NULL, sizeof *processes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED || prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
		return false;
	processes = shared;
	pid_t supervisor = getpid(), pid = fork();
	if (pid < 0) {
		munmap(shared, sizeof *processes);
		processes = NULL;
		return false;
	}
	if (pid > 0) {
		processes->session = pid;
		supervise();
	}
	processes->session = getpid();
	prctl(PR_SET_PDEATHSIG, SIGHUP);
	if (getppid() != supervisor)
		_exit(128 + SIGHUP);
	atexit(checkpoint_drop);
	return true;
}

static void note_interrupt(int number) {
	interrupted = number;
}

/* Signals that ask to end are let in only while the sleeper waits, so none is missed. */
static void hold_signals(sigset_t *before) {
	sigset_t held;
	sigemptyset(&held);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGHUP);
	sigprocmask(SIG_BLOCK, &held, before);
}

/* How the run ends, seen by the sleeper. CHECKPOINT_NONE: as it should. */
static CheckpointEnd watch_run(int from_session, const sigset_t *open) {
	const struct timespec grace = {.tv_nsec = GRACE_MS * 1000000L};
	for (;;) {
		struct pollfd polled = {.fd = from_session, .events = POLLIN};
		bool asked = interrupted || interrupt_pending();
		int ready = ppoll(&polled, 1, asked ? &grace : NULL, open);
		char byte;
		if (ready > 0)
			return read(from_session, &byte, 1) == 1 ? CHECKPOINT_NONE : CHECKPOINT_DIED;
		if (ready == 0)
			return CHECKPOINT_STUCK;
	}
}

/* The sleeper becomes the session, once the other is gone: it may hold locks of a project. */
static void take_over(pid_t other, CheckpointEnd end) {
	processes->session = getpid();
	processes->sleeper = 0;
	if (end == CHECKPOINT_STUCK && getppid() == other)
		kill(other, SIGKILL);
	while (getppid() == other)
		poll(NULL, 0, 1);
	prctl(PR_SET_PDEATHSIG, SIGHUP);
}

static CheckpointEnd sleep_through(int from_session, pid_t other, const sigset_t *open) {
	struct sigaction before, action = {.sa_handler = note_interrupt};
	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, &before);
	interrupted = 0;
	CheckpointEnd end = watch_run(from_session, open);
	if (end == CHECKPOINT_NONE)
		_exit(0);
	take_over(other, end);
	close(from_session);
	sigaction(SIGINT, &before, NULL);
	return end;
}

CheckpointEnd checkpoint_set(void) {
	int ends[2];
	if (!processes || pipe2(ends, O_CLOEXEC) < 0)
		return CHECKPOINT_NONE;
	fflush(NULL);
	sigset_t before;
	hold_signals(&before);
	pid_t other = getpid(), pid = fork();
	close(ends[pid == 0 ? 1 : 0]);
	CheckpointEnd end = CHECKPOINT_NONE;
	if (pid == 0) {
		end = sleep_through(ends[0], other, &before);
	} else if (pid > 0) {
		end = CHECKPOINT_SET;
		processes->sleeper = pid;
		to_sleeper = ends[1];
	} else {
		close(ends[1]);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	return end;
}

void checkpoint_drop(void) {
	if (to_sleeper < 0)
		return;
	pid_t sleeper = processes->sleeper;
	if (write(to_sleeper, "", 1) != 1)
		kill(sleeper, SIGKILL);
	close(to_sleeper);
	to_sleeper = -1;
	while (waitpid(sleeper, NULL, 0) < 0 && errno == EINTR)
		continue;
	processes->sleeper = 0;
}
