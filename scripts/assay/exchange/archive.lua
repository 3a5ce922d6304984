--- A tar archive (ustar) of files that belong together: the same bytes each time; the files have no owner and no date.
--- It is written file by file, so that it does not have to fit into memory, as what host.archive makes.

local core = require "assay.core"

local archive = {}

local BLOCK = 512
local LONGEST = 80 -- bytes of a name without its ending; a header has room for 100

--- A file name for an article: its id, percent-encoded but for ASCII letters, digits and -._ within; a long one is cut
--- and ends with a part of its digest. Different ids have different names.
---@param id string
---@return string
function archive.name(id)
	local name = id:gsub("[^%w._-]", function(byte) return ("%%%02X"):format(byte:byte()) end)
	name = name:gsub("^[.-]", function(byte) return ("%%%02X"):format(byte:byte()) end)
	if #name <= LONGEST then return name end
	return name:sub(1, LONGEST // 2):gsub("%%%x?$", "") .. "~" .. core.sha256(id):sub(1, 16)
end

local function header(name, size)
	local head = string.pack("c100c8c8c8c12c12", name, "0000644", "0000000", "0000000", ("%011o"):format(size),
		("0"):rep(11))
	local tail = "0" .. ("\0"):rep(100) .. "ustar\0" .. "00" .. ("\0"):rep(BLOCK - 265)
	local sum = 8 * 32 -- the field of the sum counts as spaces
	for _, part in ipairs { head, tail } do
		for at = 1, #part do sum = sum + part:byte(at) end
	end
	return head .. ("%06o\0 "):format(sum) .. tail
end

--- Writes one file.
---@param out table an output
---@param name string not longer than 100 bytes
---@param bytes string
function archive.add(out, name, bytes)
	out:write(header(name, #bytes), bytes, ("\0"):rep(-#bytes % BLOCK))
end

--- Writes the end.
function archive.finish(out) out:write(("\0"):rep(2 * BLOCK)) end

return archive
