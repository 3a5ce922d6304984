/* UTF-8: decoding, repair after the Unicode Standard (maximal subparts become U+FFFD), character classes, case. */
#ifndef ASSAY_BASE_UTF8_H
#define ASSAY_BASE_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

#define UTF8_REPLACEMENT 0xFFFD

/* Decodes the character at `bytes` (length > 0) into *character and gives its bytes, 1 to 4. An ill-formed sequence
 * gives UTF8_REPLACEMENT and the length of its maximal subpart; *valid tells the two apart (may be NULL). */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *character, bool *valid);
/* Bytes at the start that are ASCII and not NUL. */
size_t utf8_ascii_prefix(const char *bytes, size_t length);
/* Appends the character (≤ U+10FFFF, no surrogate). */
void utf8_append(Buf *buf, uint32_t character);
/* Index of the first ill-formed byte, or `length`. */
size_t utf8_valid_prefix(const char *bytes, size_t length);

/* The classes of characters beyond ASCII. */
bool utf8_wide_letter(uint32_t character);
bool utf8_wide_upper(uint32_t character);
bool utf8_wide_digit(uint32_t character);
bool utf8_wide_space(uint32_t character);
uint32_t utf8_wide_lower(uint32_t character);

/* Letters and combining marks. */
static inline bool utf8_is_letter(uint32_t c) {
	return c < 0x80 ? (c | 0x20) - 'a' < 26 : utf8_wide_letter(c);
}

/* Upper and title case. */
static inline bool utf8_is_upper(uint32_t c) {
	return c < 0x80 ? c - 'A' < 26 : utf8_wide_upper(c);
}

/* Decimal digits. */
static inline bool utf8_is_digit(uint32_t c) {
	return c < 0x80 ? c - '0' < 10 : utf8_wide_digit(c);
}

/* Unicode White_Space, zero width space and BOM included. */
static inline bool utf8_is_space(uint32_t c) {
	return c < 0x80 ? c == ' ' || c - '\t' < 5 : utf8_wide_space(c);
}

static inline uint32_t utf8_lower(uint32_t c) {
	return c < 0x80 ? (c - 'A' < 26 ? c + 32 : c) : utf8_wide_lower(c);
}

#endif
