--- Keys and signatures in the formats of minisign, so that `minisign -V` reads them: Ed25519 over the BLAKE2b hash of
--- the file ("ED"), then over that signature with the trusted comment. A secret key is not encrypted here (minisign
--- -W).

local failure = require "assay.failure"
local host = require "assay.host"

local signature = {}

local NO_KDF = "\0\0" -- a secret key that no password protects

local KEY_TEXT, SECRET_FORM = "c2c8c32", "<c2c2c2c32I8I8c8c64c32"

--- Bytes of the base64 line behind a comment line, or nil.
local function decode(text, length)
	local line = text:match "^untrusted comment: [^\n]*\n([^\n]+)\n?" or text:match "^%s*([%w+/=]+)%s*$"
	local bytes = line and host.unbase64(line)
	return bytes and #bytes == length and bytes or nil
end

--- A key's number as minisign shows it.
local function number(id)
	return ("%016X"):format((("<I8"):unpack(id)))
end

--- Makes a pair of keys.
---@return string public text of the file of the public key
---@return string secret text of the file of the secret key
function signature.keys()
	local id = host.random(8)
	local public, secret = host.key_pair()
	local packed = SECRET_FORM:pack("Ed", NO_KDF, "B2", ("\0"):rep(32), 0, 0, id, secret, ("\0"):rep(32))
	return ("untrusted comment: minisign public key %s\n%s\n"):format(number(id), host.base64("Ed" .. id .. public)),
		("untrusted comment: minisign secret key %s\n%s\n"):format(number(id), host.base64(packed))
end

--- Reads a public key: the file's text, or its second line alone. Raises a failure.
---@return table key { number, id, bytes }
function signature.public(text, where)
	local bytes = decode(text, 42)
	if not bytes or bytes:sub(1, 2) ~= "Ed" then failure.raise("bad_input", "%s: not a public key of minisign", where) end
	local _, id, public = KEY_TEXT:unpack(bytes)
	return { number = number(id), id = id, bytes = public }
end

--- Reads a secret key. Raises a failure.
---@return table key { number, id, bytes }
function signature.secret(text, where)
	local bytes = decode(text, 158)
	if not bytes or bytes:sub(1, 2) ~= "Ed" then failure.raise("bad_input", "%s: not a secret key of minisign", where) end
	local _, kdf, _, _, _, _, id, secret = SECRET_FORM:unpack(bytes)
	if kdf ~= NO_KDF then
		failure.raise("bad_input", "%s: the key is protected by a password: sign pack.sum with minisign itself", where)
	end
	if not host.signed(id, host.sign(id, secret), secret:sub(33)) then -- its second half is the public key
		failure.raise("bad_input", "%s: the key is damaged", where)
	end
	return { number = number(id), id = id, bytes = secret }
end

--- Signs bytes.
---@param bytes string
---@param key table of signature.secret
---@param comment string one line that is signed too
---@return string text of the signature's file
function signature.make(bytes, key, comment)
	local own = host.sign(host.blake2b(bytes, 64), key.bytes)
	return ("untrusted comment: signature by minisign key %s\n%s\ntrusted comment: %s\n%s\n"):format(key.number,
		host.base64("ED" .. key.id .. own), comment, host.base64(host.sign(own .. comment, key.bytes)))
end

--- Reads a signature's file.
---@return table? read { number, id, own, comment, whole }, or nil
function signature.read(text)
	local first, comment, second =
		text:match "^untrusted comment: [^\n]*\n([^\n]+)\ntrusted comment: ([^\n]*)\n([^\n]+)\n?$"
	local own, whole = first and host.unbase64(first), second and host.unbase64(second)
	if not own or not whole or #own ~= 74 or #whole ~= 64 or own:sub(1, 2) ~= "ED" then return nil end
	return { number = number(own:sub(3, 10)), id = own:sub(3, 10), own = own:sub(11), comment = comment, whole = whole }
end

--- Whether a signature is that of the key's owner over the bytes.
---@param read table of signature.read
---@param bytes string
---@param key table of signature.public
---@return boolean
function signature.holds(read, bytes, key)
	return read.id == key.id and host.signed(host.blake2b(bytes, 64), read.own, key.bytes)
		and host.signed(read.own .. read.comment, read.whole, key.bytes)
end

return signature
