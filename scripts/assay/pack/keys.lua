--- Whom this user trusts to sign packs: the public keys in keys/ of the store, one file each, named by the key's
--- number.

local disk = require "assay.pack.disk"
local failure = require "assay.failure"
local file = require "assay.file"
local host = require "assay.host"
local signature = require "assay.pack.signature"
local store = require "assay.pack.store"
local tree = require "assay.pack.tree"

local keys = {}

local LIMIT = 4096 -- bytes of a key's file

--- Reads a key's file, or the key itself where `given` is one. Raises a failure.
---@param given string path, or the base64 line of a public key
---@param read function signature.public or signature.secret
---@return table key
function keys.read(given, read)
	if given:find "^RW[%w+/=]+$" and not host.entry(given) then return read(given, "the key") end
	return read(file.read(given, LIMIT), given)
end

local function path_of(number) return store.root() .. "/keys/" .. number .. ".pub" end

--- Trusts a key from now on; the lock is held.
function keys.trust(key)
	disk.make(store.root() .. "/keys")
	disk.replace(path_of(key.number), ("untrusted comment: minisign public key %s\n%s\n"):format(key.number,
		host.base64("Ed" .. key.id .. key.bytes)))
end

--- The trusted key with a number, or nil.
function keys.trusted(number)
	local bytes = host.read_file(path_of(number), LIMIT)
	return bytes and signature.public(bytes, path_of(number))
end

--- Who signed the files. Raises a failure when the signature is malformed, by nobody who is trusted, or not theirs.
---@param files table
---@param given table? a key that is trusted here
---@param where string for messages
---@return string? number of the key; nil: they are not signed
function keys.signer(files, given, where)
	local text = tree.file(files, tree.SIGNATURE)
	if not text then
		if given then failure.raise("bad_pack", "%s is not signed", where) end
		return nil
	end
	local read = signature.read(text)
	if not read then failure.raise("bad_pack", "%s: %s is not a signature of minisign", where, tree.SIGNATURE) end
	local key = given or keys.trusted(read.number)
	if not key then
		failure.raise("bad_pack", "%s is signed by key %s, which is not trusted here (give it with --key)", where,
			read.number)
	end
	if not signature.holds(read, tree.file(files, tree.SUM) or "", key) then
		failure.raise("bad_pack", "%s: the signature is not that of key %s over these files", where, key.number)
	end
	return key.number
end

return keys
