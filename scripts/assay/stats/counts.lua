--- Counts by unit and category.

local argument = require "assay.stats.argument"
local units = require "assay.stats.units"

local counts = {}

--- How many coders gave each unit each category.
---@param coding table
---@return integer[][] counts one row per unit, one column per category
---@return any[] values of the columns, sorted
function counts.counts(coding)
	local code = units.encode(units.all(coding), argument.nominal)
	local rows = {}
	for u, unit in ipairs(code.coded) do
		local row = {}
		for i = 1, #code.values do row[i] = 0 end
		for _, place in ipairs(unit) do row[place] = row[place] + 1 end
		rows[u] = row
	end
	return rows, code.values
end

local function same(a, b)
	return a == b and 1 or 0
end

--- The counts of two coders, from their confusion matrix.
---@param matrix integer[][] units by the first coder's category and the second's
---@return integer[][] counts one row per unit
function counts.matrix_counts(matrix)
	local size = argument.matrix(matrix)
	local rows = {}
	for i = 1, size do
		for j = 1, size do
			local row = {}
			for k = 1, size do row[k] = same(k, i) + same(k, j) end
			for _ = 1, matrix[i][j] do rows[#rows + 1] = row end
		end
	end
	return rows
end

return counts
