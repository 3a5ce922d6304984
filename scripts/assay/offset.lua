--- Offsets in the units of other programs: code points ("characters") or UTF-16 code units ("utf16"), in which a
--- character beyond U+FFFF counts two. Ours are bytes of UTF-8. All are 0-based; the work is linear in text and
--- offsets together.

local offset = {}

local EXTRA = { characters = 0, utf16 = 1 } -- what a character of four bytes counts beyond one

local function sorted(list)
	local copy = table.move(list, 1, #list, 1, {})
	table.sort(copy)
	return copy
end

--- Offsets of the characters of four bytes.
local function wide(text)
	local list, at = {}, text:find "[\xF0-\xF4]"
	while at do
		list[#list + 1] = at - 1
		at = text:find("[\xF0-\xF4]", at + 4)
	end
	return list
end

--- What byte offsets are in another unit.
---@param text string well-formed UTF-8
---@param bytes integer[] in any order, 0 to #text, at the beginning of a character or at the end
---@param unit string "characters" or "utf16"
---@return table<integer, integer> map unit offset by byte offset
function offset.units(text, bytes, unit)
	local extra, astral, map = EXTRA[unit], wide(text), {}
	local at, count, seen = 0, 0, 1
	for _, target in ipairs(sorted(bytes)) do
		if target > at then count = count + utf8.len(text, at + 1, target) end
		while astral[seen] and astral[seen] < target do
			count, seen = count + extra, seen + 1
		end
		at = math.max(at, target)
		map[target] = count
	end
	return map
end

--- What offsets in another unit are in bytes. One that is not in the text or lies inside a character has no entry.
---@param text string well-formed UTF-8
---@param units integer[] in any order
---@param unit string "characters" or "utf16"
---@return table<integer, integer> map byte offset by unit offset
function offset.bytes(text, units, unit)
	local extra, map, astral = EXTRA[unit], {}, wide(text)
	local starts = offset.units(text, astral, unit)
	local at, count, seen = 0, 0, 1
	for _, target in ipairs(sorted(units)) do
		while astral[seen] and starts[astral[seen]] < target do
			at, count = astral[seen] + 4, starts[astral[seen]] + 1 + extra
			seen = seen + 1
		end
		local place = target >= count and utf8.offset(text, target - count + 1, at + 1)
		if place and place <= #text + 1 then
			map[target], at, count = place - 1, place - 1, target
		end
	end
	return map
end

return offset
