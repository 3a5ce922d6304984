/* calibrator FILE: finds words byte by byte, hashes each (FNV-1a) and probes a table of 65,536: the floor of "tokenise and
 * look up" that the other figures are given as ratios of. */
#include <ctype.h>
#include <stdint.h>

#include "bench.h"

static unsigned char is_word[256];
static uint32_t table[65536];

__attribute__((noinline)) static size_t words(const unsigned char *bytes, size_t length, size_t *hits) {
	size_t count = 0;
	uint32_t hash = 2166136261u;
	int inside = 0;
	for (size_t i = 0; i <= length; i++) {
		unsigned byte = i < length ? bytes[i] : ' ';
		if (is_word[byte]) {
			hash = (hash ^ byte) * 16777619u;
			inside = 1;
		} else if (inside) {
			count++;
			*hits += table[hash >> 16] == hash;
			hash = 2166136261u;
			inside = 0;
		}
	}
	return count;
}

int main(int argc, char **argv) {
	size_t length, hits = 0;
	if (argc != 2)
		return 2;
	char *bytes = slurp(argv[1], &length);
	for (int i = 0; i < 256; i++)
		is_word[i] = isalnum(i) || i >= 128 || i == '\'';
	double start = seconds();
	size_t count = words((unsigned char *)bytes, length, &hits);
	result("calibrator", seconds() - start, length, hits, count);
	return 0;
}
