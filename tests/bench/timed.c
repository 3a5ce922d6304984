/* timed NAME BYTES COMMAND…: runs the command, its output thrown away, and prints its processor time. */
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

int main(int argc, char **argv) {
	if (argc < 4)
		return 2;
	pid_t child = fork();
	if (child == 0) {
		dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
		execvp(argv[3], argv + 3);
		_exit(127);
	}
	int status;
	struct rusage use;
	if (child < 0 || waitpid(child, &status, 0) != child || status || getrusage(RUSAGE_CHILDREN, &use))
		return 1;
	double spent = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
	               (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) * 1e-6;
	result(argv[1], spent, strtoul(argv[2], NULL, 10), 0, 0);
	printf("MEMORY name=%s kb=%ld\n", argv[1], use.ru_maxrss);
	return 0;
}
