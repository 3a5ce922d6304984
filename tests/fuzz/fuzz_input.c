/* Any bytes as an input file or as the table of --meta: articles, or reasons why there are none. */
#include "script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	run_script("tests/fuzz/fuzz_input.lua", data, size);
	return 0;
}
