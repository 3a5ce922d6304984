--- Versions and ranges after Semantic Versioning 2.0.0. A range is comparators that all must hold, with blanks between
--- them: `^1.2`, `~0.3.1`, `>=1.0 <2`, `1.4.0` (exactly that), `*`.

local version = {}

local function numbers(text)
	local list = {}
	for word in text:gmatch "[^.]+" do
		if not word:find "^%d+$" or #word > 9 or word:find "^0%d" then return nil end
		list[#list + 1] = math.tointeger(tonumber(word))
	end
	if text:find "%.%." or text:find "^%." or text:find "%.$" then return nil end
	return list
end

--- Reads a version; parts that are left out are nil and at their end.
local function read(text)
	local core, rest = text:match "^([%d.]+)(.*)$"
	local list = core and numbers(core)
	if not list or #list == 0 or #list > 3 then return nil end
	local pre = rest:match "^%-([%w.-]+)%+?[%w.-]*$"
	if rest ~= "" and not pre and not rest:find "^%+[%w.-]+$" then return nil end
	return { list[1], list[2], list[3], pre = pre }
end

--- Reads a whole version.
---@param text string
---@return table? { major, minor, patch, pre = string? }
function version.read(text)
	local found = type(text) == "string" and read(text)
	return found and found[3] and found or nil
end

local function compare_pre(a, b)
	if a == b then return 0 end
	if not a or not b then return a and -1 or 1 end
	local left, right = a:gmatch "[^.]+", b:gmatch "[^.]+"
	while true do
		local x, y = left(), right()
		if x ~= y then
			if not x or not y then return x and 1 or -1 end
			local m, n = tonumber(x:match "^%d+$"), tonumber(y:match "^%d+$")
			if m and n and m ~= n then return m < n and -1 or 1 end
			if (m == nil) ~= (n == nil) then return m and -1 or 1 end
			return x < y and -1 or 1
		end
	end
end

--- Order of two versions: -1, 0 or 1.
function version.compare(a, b)
	for i = 1, 3 do
		local x, y = a[i] or 0, b[i] or 0
		if x ~= y then return x < y and -1 or 1 end
	end
	return compare_pre(a.pre, b.pre)
end

--- The first version that is no longer compatible: `^` lets the first number that is not zero stand, `~` the minor one.
local function ceiling(mark, given)
	if mark == "~" then return given[2] and { given[1], given[2] + 1, 0 } or { given[1] + 1, 0, 0 } end
	if given[1] > 0 or not given[2] then return { given[1] + 1, 0, 0 } end
	if given[2] > 0 or not given[3] then return { 0, given[2] + 1, 0 } end
	return { 0, 0, given[3] + 1 }
end

local TESTS = {
	[">="] = function(order) return order >= 0 end, [">"] = function(order) return order > 0 end,
	["<="] = function(order) return order <= 0 end, ["<"] = function(order) return order < 0 end,
	["="] = function(order) return order == 0 end,
}

--- Reads a range.
---@param text string
---@return table? range list of { mark, version }, or nil when it is none
function version.range(text)
	local range = {}
	for word in text:gmatch "%S+" do
		local mark, rest = word:match "^([%^~<>=]*)(.*)$"
		local given = rest ~= "*" and read(rest) or nil
		if not given and not (rest == "*" and mark == "") then return nil end
		if mark == "" then mark = given and "=" or "*" end
		if mark ~= "*" and mark ~= "^" and mark ~= "~" and not TESTS[mark] then return nil end
		range[#range + 1] = { mark, given }
	end
	return #range > 0 and range or nil
end

local function below(candidate, top)
	for i = 1, 3 do
		if candidate[i] ~= top[i] then return candidate[i] < top[i] end
	end
	return false -- a pre-release of the ceiling is not below it
end

--- Whether a version is in a range.
---@param range table of version.range
---@param candidate table of version.read
---@return boolean
function version.within(range, candidate)
	for _, item in ipairs(range) do
		local mark, given = item[1], item[2]
		if mark == "^" or mark == "~" then
			if version.compare(candidate, given) < 0 or not below(candidate, ceiling(mark, given)) then return false end
		elseif mark ~= "*" and not TESTS[mark](version.compare(candidate, given)) then
			return false
		end
	end
	return true
end

return version
