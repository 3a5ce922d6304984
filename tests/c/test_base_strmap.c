#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/strmap.h"
#include "test.h"

TEST(an_empty_map_finds_nothing) {
	StrMap map = {0};
	CHECK(strmap_find(&map, "a", 1) == STRMAP_NONE);
	strmap_done(&map);
}

TEST(keys_are_bytes_with_a_length) {
	StrMap map = {0};
	CHECK(strmap_set(&map, "ab", 1, 1) && strmap_set(&map, "ab", 2, 2));
	CHECK(strmap_set(&map, "a\0b", 3, 3) && strmap_set(&map, "", 0, 4));
	CHECK(strmap_find(&map, "a", 1) == 1 && strmap_find(&map, "ab", 2) == 2);
	CHECK(strmap_find(&map, "a\0b", 3) == 3 && strmap_find(&map, "a\0c", 3) == STRMAP_NONE);
	CHECK(strmap_find(&map, "x", 0) == 4);
	CHECK(map.count == 4);
	strmap_done(&map);
}

TEST(a_known_key_gets_the_new_value) {
	StrMap map = {0};
	CHECK(strmap_set(&map, "key", 3, 1) && strmap_set(&map, "key", 3, 2));
	CHECK(map.count == 1 && strmap_find(&map, "key", 3) == 2);
	strmap_done(&map);
}

TEST(many_keys_survive_growth) {
	enum { COUNT = 20000 };
	static char keys[COUNT][12];
	StrMap map = {0};
	for (uint32_t i = 0; i < COUNT; i++) {
		snprintf(keys[i], sizeof keys[i], "key%u", i);
		CHECK(strmap_set(&map, keys[i], strlen(keys[i]), i));
	}
	for (uint32_t i = 0; i < COUNT; i++)
		if (strmap_find(&map, keys[i], strlen(keys[i])) != i)
			CHECK(strmap_find(&map, keys[i], strlen(keys[i])) == i);
	CHECK(map.count == COUNT && map.capacity > COUNT);
	strmap_done(&map);
}

TEST(a_map_without_memory_stays_as_it_was) {
	static char keys[64][4];
	StrMap map = {0};
	memory_fail_after(0);
	CHECK(!strmap_set(&map, "a", 1, 1));
	memory_fail_after(1);
	uint32_t stored = 0;
	for (; stored < 64; stored++) {
		snprintf(keys[stored], sizeof keys[stored], "%u", stored);
		if (!strmap_set(&map, keys[stored], strlen(keys[stored]), stored))
			break;
	}
	memory_fail_after(-1);
	CHECK(stored < 64 && map.count == stored);
	for (uint32_t i = 0; i < stored; i++)
		CHECK(strmap_find(&map, keys[i], strlen(keys[i])) == i);
	strmap_done(&map);
}

TEST(the_hash_reads_every_byte_and_the_length) {
	char bytes[40] = {0};
	for (size_t i = 0; i < sizeof bytes; i++) {
		uint64_t before = hash_bytes(bytes, sizeof bytes);
		bytes[i] ^= 1;
		CHECK(hash_bytes(bytes, sizeof bytes) != before);
		bytes[i] ^= 1;
		CHECK(hash_bytes(bytes, i) != hash_bytes(bytes, i + 1));
	}
}
