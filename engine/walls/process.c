#include "walls/process.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef ASSAY_SECCOMP
#include <seccomp.h>
#endif

#define STACK ((rlim_t)64 << 20) /* bytes: Lua and LPeg recurse on what a pack nests */

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* ---- Landlock, by its system calls: libraries and headers know only what is older than the kernel ---- */

#define LANDLOCK_CREATE 444 /* the same numbers on every architecture */
#define LANDLOCK_RESTRICT 446
#define LANDLOCK_VERSION 1u

/* Rights over files by ABI: how many of the lowest bits the kernel knows. */
static uint64_t file_rights(long abi) {
	int bits = abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13;
	return ((uint64_t)1 << bits) - 1;
}

/* A set of rights without a rule that gives any back. */
static int use_landlock(void) {
	struct {
		uint64_t files, network, scopes;
	} rights = {0};
	long abi = syscall(LANDLOCK_CREATE, NULL, (size_t)0, LANDLOCK_VERSION);
	if (abi < 1)
		return 0;
	rights.files = file_rights(abi);
	size_t size = sizeof rights.files;
	if (abi >= 4) {
		rights.network = 3; /* bind and connect by TCP */
		size = 2 * sizeof rights.files;
	}
	if (abi >= 6) {
		rights.scopes = 3; /* abstract sockets and signals */
		size = sizeof rights;
	}
	long set = syscall(LANDLOCK_CREATE, &rights, size, 0u);
	if (set < 0 && errno == EINVAL) /* a kernel without what its ABI says: the oldest rights */
		set = syscall(LANDLOCK_CREATE, &(uint64_t){file_rights(1)}, sizeof(uint64_t), 0u);
	if (set < 0)
		return 0;
	bool done = syscall(LANDLOCK_RESTRICT, (int)set, 0u) == 0;
	close((int)set);
	return done ? (int)abi : 0;
}

/* ---- Limits ---- */

static bool set_limit(int what, rlim_t most) {
	struct rlimit limit;
	if (getrlimit((__rlimit_resource_t)what, &limit) != 0)
		return false;
	if (limit.rlim_max != RLIM_INFINITY && most > limit.rlim_max)
		most = limit.rlim_max;
	limit.rlim_cur = limit.rlim_max = most;
	return setrlimit((__rlimit_resource_t)what, &limit) == 0;
}

/* SIGXFSZ is ignored in workers, and pipes have no size. */
static bool use_limits(size_t memory) {
	static const int none[] = {RLIMIT_CORE, RLIMIT_FSIZE, RLIMIT_NPROC, RLIMIT_NOFILE};
	bool done = memory == 0 || set_limit(RLIMIT_AS, memory);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		done = set_limit(none[i], 0) && done;
	set_limit(RLIMIT_STACK, STACK);
	return done;
}

/* ---- System calls ---- */

#ifdef ASSAY_SECCOMP
/* What is not in the list fails with EPERM: libraries that try a call for convenience go on without it. */
static bool add_calls(scmp_filter_ctx filter) {
	static const int calls[] = {
		SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(lseek), SCMP_SYS(close),
		SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
		SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom), SCMP_SYS(setitimer),
		SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
		SCMP_SYS(restart_syscall), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(exit), SCMP_SYS(exit_group),
	};
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0) != 0)
			return false;
	const struct scmp_arg_cmp no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
	const struct scmp_arg_cmp own = SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0); /* abort() */
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_code) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, own) == 0;
}

static bool use_seccomp(void) {
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	if (!filter)
		return false;
	bool done = add_calls(filter) && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return done;
}
#else
static bool use_seccomp(void) {
	return false;
}
#endif

void process_wall(size_t memory, Walls *walls) {
	*walls = (Walls){0};
	if (SANITIZED) {
		walls->off = "built with AddressSanitizer";
		return;
	}
	walls->privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
	walls->landlock = use_landlock();
	walls->limits = use_limits(memory);
	walls->seccomp = use_seccomp();
}

const char *process_leak(void) {
	int file = open("/", O_RDONLY | O_CLOEXEC);
	if (file >= 0) {
		close(file);
		return "opening a file";
	}
	int wire = socket(AF_INET, SOCK_STREAM, 0);
	if (wire >= 0) {
		close(wire);
		return "opening a socket";
	}
	pid_t child = fork();
	if (child == 0)
		_exit(0);
	return child > 0 ? "starting a process" : NULL;
}
