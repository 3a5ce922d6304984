--- Cohen's kappa.

local argument = require "assay.stats.argument"
local units = require "assay.stats.units"

local check = argument.check

local kappa = {}

--- The confusion matrix of two coders over the units that both have.
---@param first table values by unit
---@param second table values by unit
---@return integer[][] matrix first coder's category by the second's
---@return any[] values of the rows and columns, sorted
function kappa.confusion(first, second)
	local code = units.encode(units.of { first, second }, argument.nominal)
	local matrix = units.square(#code.values)
	for _, unit in ipairs(code.coded) do
		local row = matrix[unit[1]]
		row[unit[2]] = row[unit[2]] + 1
	end
	return matrix, code.values
end

local EXPONENTS = { linear = 1, quadratic = 2 }

--- The weight of a disagreement, 0 on the diagonal.
local function weighing(weighting, values)
	if weighting == nil then return function(i, j) return i == j and 0 or 1 end end
	local exponent = check(EXPONENTS[weighting], "no weighting '%s'", tostring(weighting))
	if not values then return function(i, j) return math.abs(i - j) ^ exponent end end
	local lowest, highest = math.huge, -math.huge
	for _, value in ipairs(values) do
		value = argument.measured(value)
		lowest, highest = math.min(lowest, value), math.max(highest, value)
	end
	local range = highest - lowest
	return function(i, j) return i == j and 0 or (math.abs(values[i] + 0.0 - values[j]) / range) ^ exponent end
end

local function margins(matrix)
	local rows, columns, n, diagonal = {}, {}, 0, 0
	for i in ipairs(matrix) do rows[i], columns[i] = 0, 0 end
	for i, row in ipairs(matrix) do
		for j, count in ipairs(row) do
			rows[i], columns[j], n = rows[i] + count, columns[j] + count, n + count
		end
		diagonal = diagonal + row[i]
	end
	return rows, columns, n, diagonal
end

--- Cohen's kappa of a confusion matrix. See stats.kappa.
---@param matrix integer[][] first coder's category by the second's
---@param weighting string? "linear" or "quadratic" in the difference of the values; all disagreements weigh the same
---@param values number[]? of the categories; without them the weights are in ranks
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { raw, n, observed, expected }, the latter as mean weights of disagreement
function kappa.kappa_matrix(matrix, weighting, values)
	local size = argument.matrix(matrix)
	check(values == nil or #values == size, "%d values for %d categories", values and #values or 0, size)
	local rows, columns, n, diagonal = margins(matrix)
	local detail = { n = n }
	if n == 0 then return nil, "no_pairs", detail end
	local weight = weighing(weighting, values)
	local observed, expected = 0, 0
	for i, row in ipairs(matrix) do
		for j, count in ipairs(row) do
			observed, expected = observed + weight(i, j) * count, expected + weight(i, j) * rows[i] * columns[j]
		end
	end
	detail.raw, detail.observed, detail.expected = diagonal / n, observed / n, expected / n / n
	if expected == 0 then return nil, "no_variation", detail end
	return 1 - n * observed / expected, nil, detail
end

--- Cohen's kappa of two coders over the units that both have: 1 − observed / expected disagreement, which is
--- (Po − Pe) / (1 − Pe) without weights. Cohen 1960, A coefficient of agreement for nominal scales; 1968 with weights.
---@param first table values by unit
---@param second table values by unit
---@param weighting string? "linear", "quadratic": by the difference of the values, which must be numbers;
--- "linear_rank", "quadratic_rank": by that of their ranks among the values that occur
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail as for stats.kappa_matrix, and values
function kappa.kappa(first, second, weighting)
	local matrix, values = kappa.confusion(first, second)
	local by_rank = weighting and weighting:match "^(.*)_rank$"
	local value, reason, detail = kappa.kappa_matrix(matrix, by_rank or weighting, not by_rank and values or nil)
	detail.values = values
	return value, reason, detail
end

return kappa
