/* Ed25519 and what stands around it in a signature file, by libsodium. The file formats are Lua's (assay.pack.signature). */
#include <lauxlib.h>
#include <sodium.h>
#include <string.h>

#include "bindings/lua_support.h"
#include "host/lua_host.h"

static const unsigned char *check_bytes(lua_State *L, int index, size_t wanted) {
	size_t length;
	const char *bytes = luaL_checklstring(L, index, &length);
	luaL_argcheck(L, length == wanted, index, "of another length");
	return (const unsigned char *)bytes;
}

/* host.blake2b(bytes, size) -> hash of `size` bytes, 16 to 64 */
static int l_blake2b(lua_State *L) {
	size_t length;
	const char *bytes = luaL_checklstring(L, 1, &length);
	lua_Integer size = luaL_checkinteger(L, 2);
	unsigned char hash[crypto_generichash_BYTES_MAX];
	luaL_argcheck(L, size >= crypto_generichash_BYTES_MIN && size <= crypto_generichash_BYTES_MAX, 2, "out of range");
	crypto_generichash(hash, (size_t)size, (const unsigned char *)bytes, length, NULL, 0);
	lua_pushlstring(L, (const char *)hash, (size_t)size);
	return 1;
}

/* host.random(size) -> bytes of the system's generator; for keys, never part of a result */
static int l_random(lua_State *L) {
	unsigned char bytes[64];
	lua_Integer size = luaL_checkinteger(L, 1);
	luaL_argcheck(L, size > 0 && (size_t)size <= sizeof bytes, 1, "out of range");
	randombytes_buf(bytes, (size_t)size);
	lua_pushlstring(L, (const char *)bytes, (size_t)size);
	sodium_memzero(bytes, sizeof bytes);
	return 1;
}

/* host.key_pair() -> public key (32 bytes), secret key (64 bytes) */
static int l_key_pair(lua_State *L) {
	unsigned char public[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES];
	crypto_sign_keypair(public, secret);
	lua_pushlstring(L, (const char *)public, sizeof public);
	lua_pushlstring(L, (const char *)secret, sizeof secret);
	sodium_memzero(secret, sizeof secret);
	return 2;
}

/* host.sign(bytes, secret key) -> signature (64 bytes) */
static int l_sign(lua_State *L) {
	size_t length;
	const char *bytes = luaL_checklstring(L, 1, &length);
	const unsigned char *secret = check_bytes(L, 2, crypto_sign_SECRETKEYBYTES);
	unsigned char signature[crypto_sign_BYTES];
	crypto_sign_detached(signature, NULL, (const unsigned char *)bytes, length, secret);
	lua_pushlstring(L, (const char *)signature, sizeof signature);
	return 1;
}

/* host.signed(bytes, signature, public key) -> boolean: whether the key's owner signed these bytes */
static int l_signed(lua_State *L) {
	size_t length;
	const char *bytes = luaL_checklstring(L, 1, &length);
	const unsigned char *signature = check_bytes(L, 2, crypto_sign_BYTES);
	const unsigned char *public = check_bytes(L, 3, crypto_sign_PUBLICKEYBYTES);
	lua_pushboolean(L, crypto_sign_verify_detached(signature, (const unsigned char *)bytes, length, public) == 0);
	return 1;
}

/* host.base64(bytes) -> text */
static int l_base64(lua_State *L) {
	size_t length;
	const char *bytes = luaL_checklstring(L, 1, &length);
	size_t size = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);
	char *text = lua_newuserdatauv(L, size, 0);
	sodium_bin2base64(text, size, (const unsigned char *)bytes, length, sodium_base64_VARIANT_ORIGINAL);
	lua_pushstring(L, text);
	return 1;
}

/* host.unbase64(text) -> bytes, or nil when it is not base64 */
static int l_unbase64(lua_State *L) {
	size_t length, written;
	const char *text = luaL_checklstring(L, 1, &length), *end;
	unsigned char *bytes = lua_newuserdatauv(L, length + 1, 0);
	int result = sodium_base642bin(bytes, length, text, length, NULL, &written, &end, sodium_base64_VARIANT_ORIGINAL);
	if (result == 0 && end == text + length)
		lua_pushlstring(L, (const char *)bytes, written);
	else
		lua_pushnil(L);
	return 1;
}

void lua_add_signatures(lua_State *L) {
	static const luaL_Reg functions[] = {
		{"blake2b", l_blake2b}, {"random", l_random}, {"key_pair", l_key_pair},   {"sign", l_sign},
		{"signed", l_signed},   {"base64", l_base64}, {"unbase64", l_unbase64}, {NULL, NULL},
	};
	if (sodium_init() < 0)
		luaL_error(L, "libsodium cannot be used here");
	luaL_setfuncs(L, functions, 0);
}
