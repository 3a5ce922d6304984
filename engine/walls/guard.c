#include "walls/guard.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

static int output = -1;
static const char *volatile words;
static volatile size_t word_count;

static void leave(int number) {
	(void)number;
	for (size_t sent = 0; sent < word_count;) {
		ssize_t count = write(output, words + sent, word_count - sent);
		if (count <= 0)
			break;
		sent += (size_t)count;
	}
	_exit(GUARD_STATUS);
}

void guard_enable(int descriptor) {
	struct sigaction action = {.sa_handler = leave};
	sigemptyset(&action.sa_mask);
	if (sigaction(SIGPROF, &action, NULL) == 0)
		output = descriptor;
}

void guard_set_words(const char *bytes, size_t length) {
	words = bytes;
	word_count = length;
}

static void set_timer(time_t seconds) {
	const struct itimerval timer = {.it_value = {.tv_sec = seconds}};
	if (output >= 0)
		setitimer(ITIMER_PROF, &timer, NULL);
}

void guard_begin(void) {
	set_timer(GUARD_SECONDS);
}

void guard_end(void) {
	set_timer(0);
}
