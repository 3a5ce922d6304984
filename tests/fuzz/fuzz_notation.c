/* Any bytes as a pattern: compiled, or refused at a place inside it. */
#include "script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	run_script("tests/fuzz/fuzz_notation.lua", data, size);
	return 0;
}
