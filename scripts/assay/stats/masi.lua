--- Distance of sets.

local masi = {}

local function set_of(list)
	local set, size = {}, 0
	for _, member in ipairs(list) do
		if not set[member] then set[member], size = true, size + 1 end
	end
	return set, size
end

local function masi_share(common, size, other)
	if common == size and common == other then return 1 end
	if common == size or common == other then return .67 end
	return common > 0 and .33 or 0
end

--- MASI distance of two sets: 1 − Jaccard × 1 (equal), .67 (one holds the other), .33 (overlap) or 0. Passonneau 2006,
--- with the constants of NLTK.
---@param first any[] members
---@param second any[] members
---@return number? distance 0 to 1
---@return string? reason empty: both are
function masi.masi(first, second)
	local members, size = set_of(first)
	local others, other = set_of(second)
	if size + other == 0 then return nil, "empty" end
	local common = 0
	for member in pairs(members) do common = common + (others[member] and 1 or 0) end
	return 1 - common / (size + other - common) * masi_share(common, size, other)
end

return masi
