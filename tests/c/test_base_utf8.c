#include "base/utf8.h"
#include "test.h"

static uint32_t decode(const char *bytes, size_t length, size_t *taken, bool *valid) {
	uint32_t character = 0;
	*taken = utf8_decode(bytes, length, &character, valid);
	return character;
}

static void check_valid(const char *bytes, uint32_t expected) {
	size_t taken;
	bool valid;
	CHECK(decode(bytes, strlen(bytes), &taken, &valid) == expected && valid && taken == strlen(bytes));
}

/* The first `expected` bytes are one maximal subpart. */
static void check_broken(const char *bytes, size_t expected) {
	size_t taken;
	bool valid;
	CHECK(decode(bytes, strlen(bytes), &taken, &valid) == UTF8_REPLACEMENT && !valid);
	CHECK(taken == expected);
	CHECK(utf8_valid_prefix(bytes, strlen(bytes)) == 0);
}

TEST(well_formed_characters_decode) {
	check_valid("a", 'a');
	check_valid("\x7F", 0x7F);
	check_valid("\xC2\x80", 0x80);
	check_valid("\xC3\xA9", 0xE9);
	check_valid("\xDF\xBF", 0x7FF);
	check_valid("\xE0\xA0\x80", 0x800);
	check_valid("\xE2\x80\x9C", 0x201C);
	check_valid("\xED\x9F\xBF", 0xD7FF);
	check_valid("\xEE\x80\x80", 0xE000);
	check_valid("\xEF\xBF\xBD", 0xFFFD);
	check_valid("\xF0\x90\x80\x80", 0x10000);
	check_valid("\xF4\x8F\xBF\xBF", 0x10FFFF);
}

TEST(ill_formed_sequences_give_their_maximal_subpart) {
	check_broken("\x80", 1);
	check_broken("\xC0\xAF", 1);         /* overlong */
	check_broken("\xC1\xBF", 1);
	check_broken("\xC3", 1);             /* cut */
	check_broken("\xC3(", 1);
	check_broken("\xE0\x80\xAF", 1);     /* overlong */
	check_broken("\xE2\x80", 2);
	check_broken("\xE2\x80(", 2);
	check_broken("\xED\xA0\x80", 1);     /* surrogate */
	check_broken("\xF0\x80\x80\x80", 1); /* overlong */
	check_broken("\xF1\x80\x80", 3);
	check_broken("\xF1\x80\xE1\x80", 2);
	check_broken("\xF4\x90\x80\x80", 1); /* beyond U+10FFFF */
	check_broken("\xF5\x80\x80\x80", 1);
	check_broken("\xFF", 1);
}

/* Table 3-8 of the Unicode Standard: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64. */
TEST(the_standards_example_gives_the_standards_answer) {
	static const char bytes[] = "a\xF1\x80\x80\xE1\x80\xC2" "b\x80" "c\x80\xBF" "d";
	static const size_t lengths[] = {1, 3, 2, 1, 1, 1, 1, 1, 1, 1};
	size_t at = 0, taken;
	bool valid;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++, at += taken) {
		decode(bytes + at, sizeof bytes - 1 - at, &taken, &valid);
		CHECK(taken == lengths[i]);
	}
	CHECK(at == sizeof bytes - 1);
}

TEST(what_is_appended_decodes_again) {
	static const uint32_t characters[] = {1, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF};
	Buf buf = {0};
	size_t at = 0, taken;
	bool valid;
	for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
		utf8_append(&buf, characters[i]);
	CHECK(utf8_valid_prefix(buf.bytes, buf.length) == buf.length);
	for (size_t i = 0; i < sizeof characters / sizeof *characters; i++, at += taken)
		CHECK(decode(buf.bytes + at, buf.length - at, &taken, &valid) == characters[i]);
	buf_done(&buf);
}

TEST(the_valid_prefix_ends_before_the_first_fault) {
	CHECK(utf8_valid_prefix("", 0) == 0);
	CHECK(utf8_valid_prefix("a\0b", 3) == 3);
	CHECK(utf8_valid_prefix("a\xC3\xA9\xC3", 4) == 3);
	CHECK(utf8_valid_prefix("ab\xFF" "cd", 5) == 2);
}

TEST(the_ascii_prefix_ends_before_a_nul_or_a_wide_byte_wherever_it_stands) {
	for (size_t length = 0; length < 40; length++) {
		char bytes[41];
		memset(bytes, 'x', sizeof bytes);
		CHECK(utf8_ascii_prefix(bytes, length) == length);
		for (size_t at = 0; at < length; at++) {
			bytes[at] = '\0';
			CHECK(utf8_ascii_prefix(bytes, length) == at);
			bytes[at] = (char)0x80;
			CHECK(utf8_ascii_prefix(bytes, length) == at);
			bytes[at] = 0x7F;
			CHECK(utf8_ascii_prefix(bytes, length) == length);
		}
	}
}

TEST(classes_follow_unicode) {
	CHECK(utf8_is_letter('a') && utf8_is_letter(0xE9) && utf8_is_letter(0x5D0) && utf8_is_letter(0x301));
	CHECK(!utf8_is_letter('1') && !utf8_is_letter(0x2019) && !utf8_is_letter('[') && !utf8_is_letter('@'));
	CHECK(utf8_is_upper('A') && utf8_is_upper(0xC9) && utf8_is_upper(0x1C5) && !utf8_is_upper('a'));
	CHECK(utf8_is_digit('0') && utf8_is_digit(0x661) && !utf8_is_digit(0xBD) && !utf8_is_digit('a'));
	CHECK(utf8_is_space(' ') && utf8_is_space('\n') && utf8_is_space(0xA0) && utf8_is_space(0x2028));
	CHECK(utf8_is_space(0x200B) && utf8_is_space(0xFEFF) && utf8_is_space(0x85) && !utf8_is_space('a'));
	CHECK(!utf8_is_space(0) && !utf8_is_space(0x2014));
}

TEST(lower_case_is_simple_case) {
	CHECK(utf8_lower('A') == 'a' && utf8_lower('z') == 'z' && utf8_lower('[') == '[');
	CHECK(utf8_lower(0xC9) == 0xE9 && utf8_lower(0x130) == 'i' && utf8_lower(0x2019) == 0x2019);
}
