/* UTF-8: decoding, repair after the Unicode Standard (maximal subparts become U+FFFD), character classes, case. */
#ifndef ASSAY_BASE_UTF8_H
#define ASSAY_BASE_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define UTF8_REPLACEMENT 0xFFFD

/* Decodes the character at `bytes` (length > 0) into *character and gives its bytes, 1 to 4. An ill-formed sequence
 * gives UTF8_REPLACEMENT and the length of its maximal subpart; *valid tells the two apart (may be NULL). */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *character, bool *valid);
/* Appends the character (≤ U+10FFFF, no surrogate). */
void utf8_append(Buf *buf, uint32_t character);
/* Index of the first ill-formed byte, or `length`. */
size_t utf8_valid_prefix(const char *bytes, size_t length);

bool utf8_is_letter(uint32_t character); /* letters and combining marks */
bool utf8_is_upper(uint32_t character);  /* upper and title case */
bool utf8_is_digit(uint32_t character);  /* decimal digits */
bool utf8_is_space(uint32_t character);  /* Unicode White_Space, zero width space and BOM included */
uint32_t utf8_lower(uint32_t character);

#endif
