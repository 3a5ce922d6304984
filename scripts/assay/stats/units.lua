--- Codings and their units, in the form that the coefficients count.

local argument = require "assay.stats.argument"

local check = argument.check

local units = {}

--- The last unit of a coder's list that may have gaps.
local function last_unit(coder)
	check(type(coder) == "table", "a coder is a list of values, not a %s", type(coder))
	local last = 0
	for unit in pairs(coder) do
		check(math.type(unit) == "integer" and unit >= 1, "a unit is numbered from 1, not '%s'", tostring(unit))
		last = math.max(last, unit)
	end
	return last
end

local function unit_count(coding)
	check(type(coding) == "table", "a coding is a list of coders, not a %s", type(coding))
	local last = 0
	for _, coder in ipairs(coding) do last = math.max(last, last_unit(coder)) end
	local count = coding.units
	if count == nil then return last end
	check(math.type(count) == "integer" and count >= last, "a value for unit %d of %s", last, tostring(count))
	return count
end

--- All units, each as the list of its values in the order of the coders.
function units.all(coding)
	local list = {}
	for u = 1, unit_count(coding) do
		local unit = {}
		for _, coder in ipairs(coding) do unit[#unit + 1] = coder[u] or nil end
		list[u] = unit
	end
	return list
end

--- The units with at least two values.
function units.pairable(list)
	local kept = {}
	for _, unit in ipairs(list) do
		if #unit >= 2 then kept[#kept + 1] = unit end
	end
	return kept
end

--- The units with at least two values, each as the list of its values in the order of the coders.
---@param coding table
---@return any[][] units
function units.of(coding)
	return units.pairable(units.all(coding))
end

--- Numbers before strings before true.
local function before(a, b)
	local kind, other = type(a), type(b)
	if kind ~= other then return kind == "number" or kind == "string" and other == "boolean" end
	return kind ~= "boolean" and a < b
end

--- The values that occur, sorted, and the position of each.
local function categories(list, kind)
	local values, position = {}, {}
	for _, unit in ipairs(list) do
		for _, value in ipairs(unit) do
			value = kind(value)
			if not position[value] then
				values[#values + 1] = value
				position[value] = #values
			end
		end
	end
	table.sort(values, before)
	for i, value in ipairs(values) do position[value] = i end
	return values, position
end

--- Units with positions for values, and how often each value occurs in all of them.
---@param list any[][]
---@param kind fun(value: any): any checks a value, as argument.nominal does
function units.encode(list, kind)
	local values, position = categories(list, kind)
	local coded, totals, n = {}, {}, 0
	for i = 1, #values do totals[i] = 0 end
	for u, unit in ipairs(list) do
		local code = {}
		for i, value in ipairs(unit) do
			local place = position[kind(value)]
			code[i] = place
			totals[place] = totals[place] + 1
		end
		coded[u], n = code, n + #code
	end
	return { values = values, coded = coded, totals = totals, n = n }
end

--- A square matrix of zeros.
function units.square(size)
	local matrix = {}
	for i = 1, size do
		matrix[i] = {}
		for j = 1, size do matrix[i][j] = 0 end
	end
	return matrix
end

return units
