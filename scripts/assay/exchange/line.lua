--- Text for formats whose records are lines. Many programs break lines not only at line feeds, but at every character
--- that Unicode has for that; control characters break others.

local line = {}

local SEPARATORS = { "%c", "\xC2[\x80-\x9F]", "\xE2\x80[\xA8\xA9]" } -- C0 and DEL, C1, U+2028 and U+2029

--- The text on one line: what breaks one is a space.
---@param text string UTF-8
---@return string
function line.one(text)
	for _, pattern in ipairs(SEPARATORS) do text = text:gsub(pattern, " ") end
	return text
end

local function mask(text)
	for _, pattern in ipairs(SEPARATORS) do
		text = text:gsub(pattern, function(found) return ("\n"):rep(#found) end)
	end
	return text
end

--- The pieces of a span between what breaks a line; pieces without a word are left out.
---@param text string UTF-8
---@param from integer bytes, 0-based
---@param to integer half-open
---@return integer[][] pieces { start, end }
function line.pieces(text, from, to)
	local list = {}
	for first, piece, last in mask(text:sub(from + 1, to)):gmatch "()([^\n]+)()" do
		if piece:find "%S" then list[#list + 1] = { from + first - 1, from + last - 1 } end
	end
	return list
end

return line
