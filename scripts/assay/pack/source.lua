--- Where packs come from: a folder, a .tar.gz, a git repository, or the name of one that is installed or comes with the
--- program.

local archive = require "assay.pack.archive"
local failure = require "assay.failure"
local git = require "assay.pack.git"
local file = require "assay.file"
local host = require "assay.host"
local manifest = require "assay.pack.manifest"
local policy = require "assay.pack.policy"
local tree = require "assay.pack.tree"

local source = {}

source.MANIFEST = "pack.lua"

local function read_archive(path)
	return archive.read(file.read(path, policy.ARCHIVE), path)
end

--- Reads the files of a source. Raises a failure.
---@param given string
---@return table files
---@return table origin { source = absolute path or URL, commit? }
function source.read(given)
	local url, commit = git.parts(given)
	if url then
		local files, head = git.read(url, commit)
		return files, { source = url, commit = head }
	end
	local kind = file.check(given, host.look(given))
	return kind == "folder" and tree.read(given) or read_archive(given), { source = host.resolve(given) or given }
end

--- The manifest among the files. Raises a failure.
---@param files table
---@param where string for messages
---@return table manifest
function source.manifest(files, where)
	local text = tree.file(files, source.MANIFEST)
	if not text then failure.raise("bad_pack", "%s: there is no %s in it", where, source.MANIFEST) end
	local read, message = manifest.read(text, where .. "/" .. source.MANIFEST)
	if not read then failure.raise("bad_pack", "%s", message) end
	return read
end

return source
