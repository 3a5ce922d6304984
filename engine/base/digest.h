#ifndef ASSAY_BASE_DIGEST_H
#define ASSAY_BASE_DIGEST_H
#include <stddef.h>

#define DIGEST_HEX 65 /* 64 lower-case hexadecimal digits and a NUL */

/* SHA-256 of `length` bytes (bytes may be NULL when length is 0). Allocates nothing and cannot fail. */
void digest_sha256(const void *bytes, size_t length, char hex[DIGEST_HEX]);

#endif
