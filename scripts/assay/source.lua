--- Where the files of packs are read. A process behind walls opens no file: there the reader asks its parent.

local source = {}

local known = {} -- path → text as it was read last: messages show lines of it

local ABSENT <const> = 2 -- ENOENT

local function read_here(path)
	local handle, message, number = io.open(path, "rb")
	if not handle then return nil, number == ABSENT and path .. ": no such file" or message, "not_found" end
	local text, reason = handle:read "a"
	handle:close()
	return text, reason, "not_found"
end

local reader = read_here

--- Has all files read by another function: path → text, or nil, message, code.
function source.use(other) reader = other end

--- The text of a pack's file, or nil, message, code.
---@param path string
function source.read(path)
	local text, message, code = reader(path)
	if not text then return nil, message, code end
	known[path] = text
	return text
end

--- The text as it was read last, without reading it again; nil when it was never read.
---@param path string
function source.text(path) return known[path] end

---@param path string
---@return boolean
function source.exists(path) return (reader(path)) ~= nil end

return source
