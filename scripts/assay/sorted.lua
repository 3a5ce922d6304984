--- The keys of a table in an order that does not depend on how it was filled.

local function by_text(a, b) return tostring(a) < tostring(b) end

---@param map table
---@return any[] keys sorted by their text
return function(map)
	local keys = {}
	for key in pairs(map) do keys[#keys + 1] = key end
	table.sort(keys, by_text)
	return keys
end
