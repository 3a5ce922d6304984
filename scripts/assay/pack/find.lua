--- From names to folders: what assay.lock pins, else what is installed, else a folder, else the library's. What has a
--- slash is a folder. Installed files that are not what they were are not used.

local failure = require "assay.failure"
local host = require "assay.host"
local lock = require "assay.pack.lock"
local meant = require "assay.meant"
local manifest = require "assay.pack.manifest"
local packfile = require "assay.packfile"
local sorted_keys = require "assay.sorted"
local source = require "assay.pack.source"
local store = require "assay.pack.store"
local tree = require "assay.pack.tree"

local find = {}

local LIMIT = 256 << 10 -- bytes of a manifest

--- The names of the packs that come with the program, sorted.
---@return string[]
function find.library()
	local names = {}
	for _, name in ipairs(host.list(packfile.library()) or {}) do
		if packfile.is_folder(packfile.library() .. "/" .. name) then names[#names + 1] = name end
	end
	return names
end

local function check_damage(name, hash)
	local damage = store.damage(hash)
	if damage then
		failure.raise("bad_pack", "the installed pack %s is not what it was (%s): install it again", name, damage[1])
	end
end

local function own_folder(name)
	local folder = packfile.library() .. "/" .. name
	return manifest.is_name(name) and packfile.is_folder(folder) and folder or nil
end

--- The folder with the content that the lock names.
local function pinned(record)
	local folder = store.folder(record.sha256)
	if host.entry(folder) then
		check_damage(record.name, record.sha256)
		return folder
	end
	folder = own_folder(record.name)
	if folder and tree.hash(tree.read(folder)) == record.sha256 then return folder end
	failure.raise("bad_pack", "%s pins %s %s (%s), which is not here: assay pack install, or assay pack lock %s",
		lock.FILE, record.name, record.version, record.sha256:sub(1, 12), record.name)
end

--- The folder of an installed pack or of the library's, by its name.
---@param name string
---@return string? folder nil: there is none
---@return table? record of the store, where it comes from there
function find.named(name)
	local locked = lock.read()[name]
	if locked then return pinned(locked), locked end
	local record = store.record(name)
	if not record then return own_folder(name) end
	check_damage(name, record.sha256)
	return store.folder(record.sha256), record
end

local function no_pack(name)
	local names = store.names()
	for _, own in ipairs(find.library()) do names[#names + 1] = own end
	failure.raise("not_found", "no pack '%s'%s: there is no %s/pack.lua, and none of that name is installed or in %s",
		name, meant(name, names), name, packfile.library())
end

--- The folder of a pack by its name or path. Raises a failure with the nearest name.
---@return string folder
---@return table? record
function find.folder(name)
	local path = name:gsub("(.)/+$", "%1")
	local is_installed = lock.read()[path] or store.record(path)
	if not is_installed and packfile.is_folder(path) then return path end
	local folder, record = find.named(path)
	if folder then return folder, record end
	return no_pack(name)
end

--- The manifest in a folder. Raises a failure.
function find.manifest(folder)
	local bytes, reason = host.read_file(folder .. "/" .. source.MANIFEST, LIMIT)
	local read, message = manifest.read(bytes or "", folder .. "/" .. source.MANIFEST)
	if not bytes or not read then failure.raise("bad_pack", "%s", message or folder .. ": " .. reason) end
	return read
end

--- Adds the folders of what a pack requires, and of what that requires. What is nowhere is left to the loader.
local function add_needed(read, where)
	for _, name in ipairs(sorted_keys(read.requires or {})) do
		local folder = not where[name] and find.named(name)
		if folder then
			where[name] = folder
			add_needed(find.manifest(folder), where)
		end
	end
end

--- The folders, by name, of all that a pack in a folder builds on.
---@return table<string, string>
function find.needed(folder)
	local where = { en = find.named "en" }
	add_needed(find.manifest(folder), where)
	return where
end

--- The folders of all that is installed: a script says what it uses only when it runs. What cannot be used is left out.
---@return table<string, string>
function find.all()
	local where, names = { en = find.named "en" }, store.names()
	for name in pairs(lock.read()) do names[#names + 1] = name end
	for _, name in ipairs(names) do
		local fine, folder = pcall(find.named, name)
		if not fine and not failure.is(folder) then error(folder, 0) end
		where[name] = fine and folder or nil
	end
	return where
end

--- A pack's name or folder, or a rule script, as analysis.open takes it: with the folders of what it builds on, which
--- workers cannot look for. Without a name, the language alone. Raises a failure.
---@param name string?
---@return table { pack = folder } or { script = path }, with where = name → folder
function find.rules(name)
	if not name then return { where = { en = find.named "en" } } end
	if name:find "%.lua$" then return { script = name, where = find.all() } end
	local folder = find.folder(name)
	return { pack = folder, where = find.needed(folder) }
end

return find
