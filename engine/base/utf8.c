#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "base/chunk.h"

/* Table 3-7 of the Unicode Standard: the range of the second byte depends on the first. */
static size_t sequence_length(unsigned char first, unsigned char *low, unsigned char *high) {
	*low = 0x80, *high = 0xBF;
	if (first >= 0xC2 && first <= 0xDF)
		return 2;
	if (first >= 0xE0 && first <= 0xEF) {
		*low = first == 0xE0 ? 0xA0 : 0x80;
		*high = first == 0xED ? 0x9F : 0xBF;
		return 3;
	}
	if (first >= 0xF0 && first <= 0xF4) {
		*low = first == 0xF0 ? 0x90 : 0x80;
		*high = first == 0xF4 ? 0x8F : 0xBF;
		return 4;
	}
	return 0;
}

size_t utf8_decode(const char *bytes, size_t length, uint32_t *character, bool *valid) {
	const unsigned char *s = (const unsigned char *)bytes;
	if (valid)
		*valid = true;
	if (s[0] < 0x80) {
		*character = s[0];
		return 1;
	}
	unsigned char low, high;
	size_t wanted = sequence_length(s[0], &low, &high), i = 1;
	uint32_t value = s[0] & (0x7Fu >> wanted);
	for (; i < wanted && i < length && s[i] >= low && s[i] <= high; i++, low = 0x80, high = 0xBF)
		value = value << 6 | (s[i] & 0x3F);
	if (wanted && i == wanted) {
		*character = value;
		return wanted;
	}
	if (valid)
		*valid = false;
	*character = UTF8_REPLACEMENT;
	return i;
}

void utf8_append(Buf *buf, uint32_t character) {
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
	buf_append(buf, (const char *)bytes, length > 0 ? (size_t)length : 0);
}

size_t utf8_ascii_prefix(const char *bytes, size_t length) {
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	size_t i = 0;
	while (i + BLOCK_BYTES <= length && block_is_ascii(bytes + i))
		i += BLOCK_BYTES;
	for (uint64_t chunk; i + sizeof chunk <= length; i += sizeof chunk) {
		memcpy(&chunk, bytes + i, sizeof chunk);
		if ((chunk | (chunk - ones)) & tops) /* a byte from 0x80 on, or a NUL that borrows */
			break;
	}
	while (i < length && (unsigned char)bytes[i] - 1u < 0x7F)
		i++;
	return i;
}

size_t utf8_valid_prefix(const char *bytes, size_t length) {
	size_t i = 0;
	while (i < length) {
		uint32_t character;
		bool valid;
		i += utf8_ascii_prefix(bytes + i, length - i);
		size_t n = i < length ? utf8_decode(bytes + i, length - i, &character, &valid) : 0;
		if (n && !valid)
			break;
		i += n;
	}
	return i;
}

bool utf8_wide_letter(uint32_t c) {
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_wide_upper(uint32_t c) {
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool utf8_wide_digit(uint32_t c) {
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ND;
}

bool utf8_wide_space(uint32_t c) {
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
	return c == 0x85 || c == 0x200B || c == 0xFEFF ||
	       (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

uint32_t utf8_wide_lower(uint32_t c) {
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}
