#include "base/hash.h"

#include <sys/random.h>

uint64_t hash_key[2];

/* Before main, so that no two threads meet here. */
__attribute__((constructor)) static void hash_key_init(void) {
	if (getrandom(hash_key, sizeof hash_key, GRND_NONBLOCK) != (ssize_t)sizeof hash_key) {
		hash_key[0] = (uint64_t)(uintptr_t)&hash_key * 0x9E3779B97F4A7C15u;
		hash_key[1] = (uint64_t)(uintptr_t)&hash_key_init * 0xA0761D6478BD642Fu;
	}
	hash_key[1] |= UINT64_C(1) << 63 | 1; /* no length makes the multiplier small */
}
