/* Text 16 and 64 bytes at a time. */
#include "base/chunk.h"
#include "test.h"

TEST(a_chunk_is_the_bytes_asked_for_and_zeros) {
	const char bytes[CHUNK_BYTES + 1] = "0123456789abcdef";
	for (uint32_t length = 0; length <= CHUNK_BYTES; length++) {
		char expected[CHUNK_BYTES] = {0};
		memcpy(expected, bytes, length);
		Chunk chunk = chunk_of(bytes, length);
		CHECK(memcmp(&chunk.head, expected, 8) == 0 && memcmp(&chunk.tail, expected + 8, 8) == 0);
	}
}

TEST(a_block_has_a_bit_for_each_letter) {
	for (int byte = 0; byte < 256; byte++) {
		bool letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
		for (uint32_t at = 0; at < BLOCK_BYTES; at++) {
			char bytes[BLOCK_BYTES];
			memset(bytes, at % 2 ? 'z' : ' ', sizeof bytes);
			bytes[at] = (char)byte;
			uint64_t others = at % 2 ? UINT64_MAX : 0, bit = UINT64_C(1) << at;
			CHECK(block_letters(bytes) == (letter ? others | bit : others & ~bit));
		}
	}
}

TEST(a_block_with_a_nul_or_beyond_ascii_is_not_ascii) {
	for (int byte = 0; byte < 256; byte++) {
		for (uint32_t at = 0; at < BLOCK_BYTES; at++) {
			char bytes[BLOCK_BYTES];
			memset(bytes, 0x7F, sizeof bytes);
			bytes[at] = (char)byte;
			CHECK(block_is_ascii(bytes) == (byte > 0 && byte < 0x80));
		}
	}
}

TEST(a_hash_depends_on_every_byte_and_the_length) {
	char bytes[40] = {0};
	for (size_t length = 1; length <= sizeof bytes; length++) {
		uint64_t hash = hash_bytes(bytes, length);
		CHECK(hash != hash_bytes(bytes, length - 1));
		for (size_t at = 0; at < length; at++) {
			bytes[at] = 1;
			CHECK(hash_bytes(bytes, length) != hash);
			bytes[at] = 0;
		}
	}
}
