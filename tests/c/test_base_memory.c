#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/vec.h"
#include "test.h"

/* ---- memory ---- */

TEST(new_memory_is_zeroed_and_counted) {
	memory_fail_after(-1);
	unsigned char *block = memory_new(100);
	unsigned sum = 0;
	for (int i = 0; i < 100; i++)
		sum += block[i];
	CHECK(sum == 0 && memory_allocations() == 1);
	memory_free(block);
	memory_free(NULL);
}

TEST(one_chosen_allocation_fails_and_leaves_the_old_block) {
	char *block = memory_new(4);
	memcpy(block, "abc", 4);
	memory_fail_after(1);
	char *other = memory_new(4);
	CHECK(other != NULL);
	CHECK(memory_resize(block, 1000) == NULL);
	CHECK_STRING(block, "abc");
	block = memory_resize(block, 1000);
	CHECK(block && strcmp(block, "abc") == 0);
	memory_fail_after(-1);
	memory_free(block);
	memory_free(other);
}

/* ---- arena ---- */

TEST(arena_blocks_are_aligned_and_disjoint) {
	Arena arena = {0};
	unsigned char *blocks[2000];
	for (int i = 0; i < 2000; i++) {
		blocks[i] = arena_alloc(&arena, (size_t)(i % 50));
		CHECK(blocks[i] && (uintptr_t)blocks[i] % 8 == 0);
		memset(blocks[i], i & 0xFF, (size_t)(i % 50));
	}
	for (int i = 0; i < 2000; i++)
		for (int k = 0; k < i % 50; k++)
			if (blocks[i][k] != (i & 0xFF))
				CHECK(blocks[i][k] == (i & 0xFF));
	arena_done(&arena);
	arena_done(&arena);
}

TEST(arena_takes_blocks_larger_than_its_own) {
	Arena arena = {0};
	char *small = arena_copy(&arena, "small", 5), *large = arena_alloc(&arena, 1 << 20);
	memset(large, 'x', 1 << 20);
	CHECK_STRING(small, "small");
	CHECK_STRING(arena_copy(&arena, "cut here", 3), "cut");
	CHECK_STRING(arena_copy(&arena, NULL, 0), "");
	CHECK(arena_alloc(&arena, SIZE_MAX) == NULL);
	arena_done(&arena);
}

TEST(arena_without_memory_keeps_what_it_has) {
	Arena arena = {0};
	char *kept = arena_copy(&arena, "kept", 4);
	memory_fail_after(0);
	CHECK(arena_alloc(&arena, 1 << 20) == NULL);
	memory_fail_after(-1);
	CHECK_STRING(kept, "kept");
	CHECK(arena_alloc(&arena, 1 << 20) != NULL);
	arena_done(&arena);
}

/* ---- buf ---- */

TEST(buf_grows_and_ends_with_nul) {
	Buf buf = {0};
	for (int i = 0; i < 1000; i++)
		buf_append_byte(&buf, 'a');
	buf_append_string(&buf, "bc");
	buf_append(&buf, "d\0e", 3);
	CHECK(buf.length == 1005 && !buf.oom && buf.bytes[1005] == '\0');
	CHECK(memcmp(buf.bytes + 1000, "bcd\0e", 6) == 0);
	buf_clear(&buf);
	CHECK(buf.length == 0 && buf.bytes[0] == '\0');
	buf_done(&buf);
	CHECK(!buf.bytes && !buf.capacity);
}

TEST(an_empty_append_gives_an_empty_string) {
	Buf buf = {0};
	buf_append(&buf, NULL, 0);
	CHECK_STRING(buf.bytes, "");
	buf_done(&buf);
}

TEST(buf_without_memory_stays_failed_until_it_is_cleared) {
	Buf buf = {0};
	buf_append_string(&buf, "kept");
	memory_fail_after(0);
	char large[500] = {0};
	buf_append(&buf, large, sizeof large);
	memory_fail_after(-1);
	buf_append_byte(&buf, 'x');
	CHECK(buf.oom && buf.length == 4);
	buf_clear(&buf);
	buf_append_byte(&buf, 'x');
	CHECK(!buf.oom);
	CHECK_STRING(buf.bytes, "x");
	buf_append(&buf, large, SIZE_MAX / 2);
	CHECK(buf.oom);
	buf_done(&buf);
}

/* ---- vec ---- */

TEST(vec_keeps_its_items_while_it_grows) {
	VEC(uint64_t) numbers = {0};
	for (uint64_t i = 0; i < 5000; i++)
		CHECK(vec_push(&numbers, i * i));
	CHECK(numbers.count == 5000 && numbers.capacity >= 5000);
	for (uint64_t i = 0; i < 5000; i++)
		if (numbers.items[i] != i * i)
			CHECK(numbers.items[i] == i * i);
	vec_clear(&numbers);
	CHECK(numbers.count == 0 && numbers.capacity >= 5000);
	vec_done(&numbers);
	CHECK(!numbers.items && !numbers.capacity);
}

TEST(vec_without_memory_stays_as_it_was) {
	VEC(uint64_t) numbers = {0};
	while (numbers.count == 0 || numbers.count < numbers.capacity)
		CHECK(vec_push(&numbers, 7));
	uint32_t count = numbers.count;
	memory_fail_after(0);
	CHECK(vec_add(&numbers) == NULL);
	memory_fail_after(-1);
	CHECK(numbers.count == count && numbers.items[count - 1] == 7);
	CHECK(!vec_reserve(&numbers, (size_t)UINT32_MAX));
	CHECK(vec_push(&numbers, 8));
	vec_done(&numbers);
}
