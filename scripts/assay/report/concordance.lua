--- A concordance for a terminal: matches under one another, the words before them flush right.

local escape = require "assay.report.escape"

local concordance = {}

local LEAST = 12 -- code points of context on each side
local ROOM = 40 -- for the match and the place

local function cut_left(text, width)
	local over = utf8.len(text) - width
	return over > 0 and "…" .. text:sub(utf8.offset(text, over + 2)) or (" "):rep(-over) .. text
end

local function cut_right(text, width)
	return utf8.len(text) > width and text:sub(1, utf8.offset(text, width) - 1) .. "…" or text
end

local function flat(text) return (escape.terminal(text):gsub("%s+", " ")) end

--- The lines as text.
---@param lines table of assay.kwic
---@param width integer code points
---@param colour boolean
---@param most integer? lines that are shown
---@return string
function concordance.text(lines, width, colour, most)
	local side, out = math.max(LEAST, (width - ROOM) // 2), {}
	for i = 1, math.min(#lines, most or #lines) do
		local line = lines[i]
		local match = flat(line.match)
		out[i] = ("%s%s%s  [%s %d]"):format(cut_left(flat(line.left), side),
			colour and "\27[1;33m" .. match .. "\27[0m" or match, cut_right(flat(line.right), side), line.article or "",
			line.start)
	end
	if #lines > #out then out[#out + 1] = ("… %d more of %d"):format(#lines - #out, #lines) end
	return #out > 0 and table.concat(out, "\n") or "no match"
end

return concordance
