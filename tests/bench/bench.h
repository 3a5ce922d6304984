/* What the bench programs share: processor time, files, and the line that each measurement prints. */
#ifndef ASSAY_BENCH_H
#define ASSAY_BENCH_H
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Processor seconds of this process: they stand still while a neighbour has the core. */
static inline double seconds(void) {
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static inline void result(const char *name, double spent, size_t bytes, size_t sentences, size_t tokens) {
	printf("RESULT name=%s secs=%.6f bytes=%zu sents=%zu toks=%zu\n", name, spent, bytes, sentences, tokens);
}

/* The file's bytes with a NUL behind them; ends the program where it cannot. */
static inline char *slurp(const char *path, size_t *length) {
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END)) {
		perror(path);
		exit(2);
	}
	*length = (size_t)ftell(file);
	rewind(file);
	char *bytes = malloc(*length + 1);
	if (!bytes || fread(bytes, 1, *length, file) != *length)
		exit(2);
	bytes[*length] = '\0';
	fclose(file);
	return bytes;
}

#endif
