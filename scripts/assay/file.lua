--- Files that the user names.

local failure = require "assay.failure"
local host = require "assay.host"

local file = {}

--- What a function of assay.host gave for a path, or raises a failure that names it.
---@param path string
---@param value any nil: it failed
---@param reason string?
---@param code string? of the host: "missing" or another
---@return any value
function file.check(path, value, reason, code)
	if value then return value end
	return failure.raise(code == "missing" and "not_found" or "io", "%s: %s", path, reason)
end

--- The bytes of a file. Raises a failure.
---@param path string
---@param limit integer bytes
---@return string
function file.read(path, limit) return file.check(path, host.read_file(path, limit)) end

return file
