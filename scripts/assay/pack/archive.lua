--- Packs as archives. One is unpacked in a worker, in memory; what comes back is checked again here.

local errand = require "assay.pack.errand"
local failure = require "assay.failure"
local host = require "assay.host"
local policy = require "assay.pack.policy"
local tree = require "assay.pack.tree"

local archive = {}

local SECONDS = 30
local ENTRY = "<s4Bs4"

--- In the worker: the entries of an archive as one string, or nil and a message.
---@param bytes string
function archive.unpack(bytes)
	return host.unpack(bytes, policy.FILES, policy.BYTES, policy.RATIO)
end

--- The files among the entries. A folder's name may end with a slash, and `./` may stand before any name.
local function files_of(packed, where)
	local files, at = {}, 1
	while at <= #packed do
		local name, is_folder, bytes
		name, is_folder, bytes, at = ENTRY:unpack(packed, at)
		name = name:gsub("^%./", "")
		if is_folder == 1 then name = name:gsub("/$", "") end
		local is_root = is_folder == 1 and (name == "" or name == ".")
		local problem = not is_root and policy.name_problem(name)
		if problem then failure.raise("bad_pack", "%s: %s: %s", where, policy.shown(name), problem) end
		if is_folder == 0 and not policy.is_hidden(name) then files[#files + 1] = { name, bytes } end
	end
	return files
end

--- Without the one folder in which everything stands.
local function without_top(files)
	local top = files[1] and files[1][1]:match "^[^/]+/"
	for _, file in ipairs(files) do
		if not top or file[1]:sub(1, #top) ~= top then return files end
	end
	for _, file in ipairs(files) do file[1] = file[1]:sub(#top + 1) end
	return files
end

--- Reads an archive. Raises a failure.
---@param bytes string
---@param where string for messages
---@return table files of assay.pack.tree
function archive.read(bytes, where)
	if #bytes > policy.ARCHIVE then
		failure.raise("bad_pack", "%s: larger than the limit of %d MiB", where, policy.ARCHIVE >> 20)
	end
	local files = files_of(errand.run("U", bytes, SECONDS, where), where)
	return tree.check(without_top(files), where)
end

--- Writes an archive: the same bytes for the same files.
---@param files table
---@param folder string the one folder in which all stands
---@return string bytes
function archive.write(files, folder)
	local list = {}
	for i, file in ipairs(files) do list[i] = { folder .. "/" .. file[1], file[2] } end
	return failure.check(host.archive(list))
end

return archive
