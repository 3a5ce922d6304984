--- Installed packs. A pack's files lie in store/HASH, named by their content hash; packs/NAME.json says which of them a
--- name means. Only that file is ever changed, by renaming a new one over it.
---
--- The folder is $ASSAY_DATA, else $XDG_DATA_HOME/assay, else ~/.local/share/assay.

local disk = require "assay.pack.disk"
local failure = require "assay.failure"
local host = require "assay.host"
local json = require "assay.core".json
local manifest = require "assay.pack.manifest"
local tree = require "assay.pack.tree"

local store = {}

local RECORD_LIMIT = 65536 -- bytes
local RECORD_ORDER = { order = { "v", "name", "version", "sha256", "source", "commit", "key" } }

local function environment(name)
	local value = os.getenv(name)
	return value and value ~= "" and value or nil
end

local function root_or_nil()
	return environment "ASSAY_DATA" or environment "XDG_DATA_HOME" and environment "XDG_DATA_HOME" .. "/assay"
		or environment "HOME" and environment "HOME" .. "/.local/share/assay"
end

--- The folder of this user's packs and keys, which may not be there yet. Raises a failure when nothing says where.
function store.root()
	return root_or_nil() or failure.raise("bad_pack", "no folder for packs: set ASSAY_DATA or HOME")
end

--- Where the files with a content hash are or will be.
function store.folder(hash) return store.root() .. "/store/" .. hash end

--- Whether a folder is one of the store's.
function store.holds(folder)
	local root = root_or_nil()
	return root ~= nil and folder:sub(1, #root + 7) == root .. "/store/"
end

--- Keeps others from changing the store until the handle is closed.
function store.lock()
	disk.make(store.root())
	return failure.check(host.lock(store.root() .. "/lock"))
end

local function record_path(name) return store.root() .. "/packs/" .. name .. ".json" end

--- What is installed under a name. Raises a failure when the record cannot be read.
---@return table? record { name, version, sha256, source, commit?, key? }
function store.record(name)
	if not manifest.is_name(name) or not root_or_nil() then return nil end
	local path = record_path(name)
	local bytes, reason, code = host.read_file(path, RECORD_LIMIT)
	if not bytes and code == "missing" then return nil end
	local record = bytes and json.decode(bytes)
	if type(record) ~= "table" or record.name ~= name or type(record.version) ~= "string"
		or not tostring(record.sha256):find "^%x+$" then
		failure.raise("bad_pack", "%s: %s", path, reason or "not the record of a pack")
	end
	return record
end

--- The names of all installed packs, sorted.
---@return string[]
function store.names()
	local names = {}
	for _, file in ipairs(root_or_nil() and host.list(store.root() .. "/packs") or {}) do
		local name = file:match "^([^.]+)%.json$"
		if manifest.is_name(name) then names[#names + 1] = name end
	end
	return names
end

--- How the files in store/HASH differ from what they were; nil: they do not.
---@return string[]? differences
function store.damage(hash)
	if not host.entry(store.folder(hash)) then return { "missing: all files" } end
	local read, files = pcall(tree.read, store.folder(hash))
	if not read and not failure.is(files) then error(files, 0) end
	if not read then return { files.message } end
	local differences = tree.differences(files) or { "missing: " .. tree.SUM }
	if #differences == 0 and tree.hash(files) ~= hash then differences[1] = "changed: " .. tree.SUM end
	return #differences > 0 and differences or nil
end

--- What an installation that was killed has left behind.
local function sweep(folder)
	for _, name in ipairs(host.list(folder) or {}) do
		if name:find "%.new%-" then disk.remove(folder .. "/" .. name) end
	end
end

--- Puts files into the store; the lock is held.
---@param files table with pack.sum
---@return string hash
---@return boolean is_new
function store.add(files)
	local hash, root = tree.hash(files), store.root()
	disk.make(root .. "/store")
	disk.make(root .. "/packs")
	sweep(root .. "/store")
	sweep(root .. "/packs")
	local folder = store.folder(hash)
	if host.entry(folder) and not store.damage(hash) then return hash, false end
	local staged = failure.check(host.make_folder_beside(folder))
	disk.write(staged, files)
	disk.remove(folder)
	disk.rename(staged, folder)
	return hash, true
end

--- Removes files that no name means.
function store.drop(hash) disk.remove(store.folder(hash)) end

--- From now on a name means these files; the lock is held.
---@param record table { name, version, sha256, source, commit?, key? }
function store.point(record)
	record.v = 1
	disk.replace(record_path(record.name), json.encode(record, RECORD_ORDER) .. "\n")
end

--- Forgets a name and removes all files that were installed under it; the lock is held.
function store.forget(name)
	disk.remove(record_path(name))
	local root = store.root() .. "/store"
	for _, hash in ipairs(host.list(root) or {}) do
		local bytes = host.read_file(root .. "/" .. hash .. "/pack.lua", RECORD_LIMIT * 4)
		local read = bytes and manifest.read(bytes, hash)
		if read and read.name == name then disk.remove(root .. "/" .. hash) end
	end
end

return store
