--- Raw agreement and Krippendorff's alpha.

local argument = require "assay.stats.argument"
local units = require "assay.stats.units"

local alpha = {}

local KINDS = {
	nominal = argument.nominal, ordinal = argument.measured, interval = argument.measured, ratio = argument.ratio,
}

--- Sum of a symmetric function over the unordered pairs of a list.
local function pair_sum(list, measure)
	local sum = 0
	for i = 2, #list do
		for j = 1, i - 1 do sum = sum + measure(list[i], list[j]) end
	end
	return sum
end

local function same(a, b)
	return a == b and 1 or 0
end

--- Raw agreement of units: the mean over those with two values or more of the share of pairs that agree. F2 of the
--- method.
---@param list any[][] lists of values
---@return number? agreement 0 to 1
---@return string? reason no_pairs
---@return table detail { units = integer }
function alpha.raw_units(list)
	local sum, count = 0, 0
	for _, unit in ipairs(list) do
		local size = #unit
		if size >= 2 then
			sum, count = sum + pair_sum(unit, same) / (size * (size - 1) // 2), count + 1
		end
	end
	if count == 0 then return nil, "no_pairs", { units = 0 } end
	return sum / count, nil, { units = count }
end

--- Raw agreement of a coding.
---@param coding table
---@return number? agreement 0 to 1
---@return string? reason no_pairs
---@return table detail { units = integer }
function alpha.raw(coding)
	return alpha.raw_units(units.all(coding))
end

--- Squared differences of two positions; Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, E. Differences
--- on an interval scale are in units of the range, which alpha does not depend on.
local metrics = {}

function metrics.nominal()
	return function(i, j) return i == j and 0 or 1 end
end

function metrics.ordinal(_, totals)
	local up_to = { [0] = 0 }
	for i, total in ipairs(totals) do up_to[i] = up_to[i - 1] + total end
	return function(i, j)
		if i > j then i, j = j, i end
		return (up_to[j] - up_to[i - 1] - (totals[i] + totals[j]) / 2) ^ 2
	end
end

function metrics.interval(values)
	local range = values[#values] - values[1]
	return function(i, j) return ((values[i] - values[j]) / range) ^ 2 end
end

function metrics.ratio(values)
	return function(i, j)
		local sum = values[i] + values[j]
		return sum == 0 and 0 or ((values[i] - values[j]) / sum) ^ 2
	end
end

local function observed_disagreement(coded, n, difference)
	local sum = 0
	for _, unit in ipairs(coded) do sum = sum + 2 * pair_sum(unit, difference) / (#unit - 1) end
	return sum / n
end

local function expected_disagreement(totals, n, difference)
	local sum = 0
	for j = 2, #totals do
		for i = 1, j - 1 do sum = sum + totals[i] * totals[j] * difference(i, j) end
	end
	return 2 * sum / (n * (n - 1))
end

--- Krippendorff's alpha of units. See stats.alpha.
---@param list any[][] lists of values; those with fewer than two are passed over
---@param metric string "nominal", "ordinal", "interval" or "ratio"
---@return number? alpha at most 1
---@return string? reason no_pairs, no_variation
---@return table detail
function alpha.alpha_units(list, metric)
	local kind = argument.check(KINDS[metric], "no metric '%s'", tostring(metric))
	list = units.pairable(list)
	local code = units.encode(list, kind)
	local detail = { n = code.n, units = #list, values = code.values, totals = code.totals }
	if #list == 0 then return nil, "no_pairs", detail end
	detail.raw = alpha.raw_units(code.coded)
	if #code.values < 2 then return nil, "no_variation", detail end
	local difference = metrics[metric](code.values, code.totals)
	detail.observed = observed_disagreement(code.coded, code.n, difference)
	detail.expected = expected_disagreement(code.totals, code.n, difference)
	return 1 - detail.observed / detail.expected, nil, detail
end

--- Krippendorff's alpha of a coding: 1 − observed / expected disagreement, each the mean squared difference of pairs of
--- values, within units and between any two. Krippendorff 2011; F1 of the method. Every metric but nominal wants
--- numbers up to 1e300 in magnitude, ratio none below 0.
---@param coding table
---@param metric string "nominal", "ordinal", "interval" or "ratio"
---@return number? alpha at most 1, 0 where agreement is that of chance
---@return string? reason no_pairs, no_variation
---@return table detail { raw, observed, expected, n = pairable values, units = pairable units, values, totals }, the
--- disagreements in squared units of the metric (interval: of the range), totals by value
function alpha.alpha(coding, metric)
	return alpha.alpha_units(units.all(coding), metric)
end

--- Krippendorff's nominal alpha of counts: what stats.alpha gives for the coding that they were counted from, without
--- its values.
---@param rows integer[][] one row per unit, one column per category, as from stats.counts
---@return number? alpha at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { n, units }, pairable values and units
function alpha.alpha_counts(rows)
	local totals, n, paired, apart = {}, 0, 0, 0
	for _, row in ipairs(rows) do
		local size, squares = 0, 0
		for _, count in ipairs(row) do size, squares = size + count, squares + count * count end
		if size >= 2 then
			apart, n, paired = apart + (size * size - squares) / (size - 1), n + size, paired + 1
			for k, count in ipairs(row) do totals[k] = (totals[k] or 0) + count end
		end
	end
	local expected = n * n
	for _, total in ipairs(totals) do expected = expected - total * total end
	local detail = { n = n, units = paired }
	if paired == 0 then return nil, "no_pairs", detail end
	if expected == 0 then return nil, "no_variation", detail end
	return 1 - (n - 1) * apart / expected, nil, detail
end

--- Krippendorff's coincidences: o[c][k] = Σ over units of ordered pairs (c, k) / (values of the unit − 1).
---@param coding table
---@return number[][] matrix symmetric, by value; its sum is the number of pairable values
---@return any[] values sorted
function alpha.coincidences(coding)
	local code = units.encode(units.of(coding), argument.nominal)
	local matrix = units.square(#code.values)
	for _, unit in ipairs(code.coded) do
		for i, c in ipairs(unit) do
			for j, k in ipairs(unit) do
				if i ~= j then matrix[c][k] = matrix[c][k] + 1 / (#unit - 1) end
			end
		end
	end
	return matrix, code.values
end

return alpha
