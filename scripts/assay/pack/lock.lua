--- assay.lock in the current folder: which content a name means for what is done here. It is read by everything that
--- takes a pack's name and written by `pack lock` and `pack install --update` alone. A line of JSON for each pack,
--- sorted.

local disk = require "assay.pack.disk"
local failure = require "assay.failure"
local host = require "assay.host"
local json = require "assay.core".json
local manifest = require "assay.pack.manifest"
local sorted_keys = require "assay.sorted"

local lock = {}

lock.FILE = "assay.lock"

local LIMIT = 1 << 20 -- bytes
local ORDER = { order = { "v", "name", "version", "sha256", "source", "commit", "key", "needs" } }

local function is_record(record)
	return type(record) == "table" and record.v == 1 and manifest.is_name(record.name)
		and type(record.version) == "string" and type(record.sha256) == "string"
		and record.sha256:find "^%x+$" and #record.sha256 == 64
end

local function read_lines(bytes)
	local records, number = {}, 0
	for line in bytes:gmatch "([^\n]*)\n?" do
		number = number + 1
		if line ~= "" then
			local record = json.decode(line)
			if not is_record(record) or records[record.name] then
				failure.raise("bad_pack", "%s:%d: not a record of a pack", lock.FILE, number)
			end
			records[record.name] = record
		end
	end
	return records
end

local read -- of this process; a run sees one lock from its start to its end

--- The records by name; empty without the file. Raises a failure when it cannot be read.
---@return table<string, table>
function lock.read()
	if read then return read end
	local bytes, reason, code = host.read_file(lock.FILE, LIMIT)
	if not bytes and code ~= "missing" then failure.raise("bad_pack", "%s: %s", lock.FILE, reason) end
	read = read_lines(bytes or "")
	return read
end

--- Writes the records, whole or not at all.
---@param records table<string, table> by name: { name, version, sha256, source, commit?, key?, needs: names }
function lock.write(records)
	local lines = {}
	for i, name in ipairs(sorted_keys(records)) do
		records[name].v = 1
		lines[i] = json.encode(records[name], ORDER) .. "\n"
	end
	disk.replace(lock.FILE, table.concat(lines))
	read = records
end

return lock
