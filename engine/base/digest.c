#include "base/digest.h"

#include <sodium.h>

_Static_assert(DIGEST_HEX == 2 * crypto_hash_sha256_BYTES + 1, "two digits a byte");

void digest_sha256(const void *bytes, size_t length, char hex[DIGEST_HEX]) {
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(hash, length ? bytes : (const void *)"", length);
	sodium_bin2hex(hex, DIGEST_HEX, hash, sizeof hash);
}
