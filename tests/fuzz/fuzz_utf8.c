/* The decoder on any bytes: characters tile the input, a valid one is written again as the same bytes, and a text
 * that was repaired needs no repair. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds) {
	if (!holds)
		abort();
}

/* Appends the text with U+FFFD for ill-formed bytes; gives the index of the first of them, or length. */
static size_t repair(const char *bytes, size_t length, Buf *repaired) {
	size_t first = length;
	for (size_t i = 0, taken; i < length; i += taken) {
		uint32_t character;
		bool valid;
		size_t before = repaired->length;
		taken = utf8_decode(bytes + i, length - i, &character, &valid);
		require(taken >= 1 && taken <= 4 && taken <= length - i && character <= 0x10FFFF);
		utf8_append(repaired, character);
		require(!repaired->oom);
		if (valid)
			require(repaired->length - before == taken && !memcmp(repaired->bytes + before, bytes + i, taken));
		else
			require(character == UTF8_REPLACEMENT && taken <= 3);
		if (!valid && first == length)
			first = i;
		(void)(utf8_is_letter(character) + utf8_is_upper(character) + utf8_is_digit(character) +
		       utf8_is_space(character) + utf8_lower(character));
	}
	return first;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	const char *bytes = (const char *)data;
	Buf once = {0}, twice = {0};
	require(repair(bytes, size, &once) == utf8_valid_prefix(bytes, size));
	require(repair(once.bytes, once.length, &twice) == once.length);
	require(twice.length == once.length && (!once.length || !memcmp(once.bytes, twice.bytes, once.length)));
	buf_done(&once);
	buf_done(&twice);
	return 0;
}
