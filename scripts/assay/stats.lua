--- Agreement statistics for codings of the same units. What is undefined is nil with a reason, never 0 or 1.
--- Sources of the formulas: Krippendorff 2011; Cohen 1960; Fleiss 1971; Gwet 2008; Wilson 1927 (docs/method.md).

local stats = {}

--- Values of each unit that has at least one: lists without the missing ones (nil or false).
local function by_unit(coders, units)
	units = units or 0
	for _, coder in ipairs(coders) do
		for u in pairs(coder) do units = math.max(units, u) end
	end
	local list = {}
	for u = 1, units do
		local values = {}
		for _, coder in ipairs(coders) do
			if coder[u] ~= nil and coder[u] ~= false then values[#values + 1] = coder[u] end
		end
		list[u] = values
	end
	return list
end

local function sorted_values(counts)
	local values = {}
	for value in pairs(counts) do values[#values + 1] = value end
	table.sort(values, function(a, b)
		if type(a) == type(b) then return a < b end
		return type(a) < type(b)
	end)
	return values
end

--- Squared distances; `counts` and `values` are what the ordinal one needs.
local METRICS = {
	nominal = function(a, b) return a == b and 0 or 1 end,
	interval = function(a, b) return (a - b) ^ 2 end,
	ratio = function(a, b) return a + b == 0 and 0 or ((a - b) / (a + b)) ^ 2 end,
	ordinal = function(a, b, counts, values)
		local low, high = math.min(a, b), math.max(a, b)
		local sum = -(counts[low] + counts[high]) / 2
		for _, value in ipairs(values) do
			if value >= low and value <= high then sum = sum + counts[value] end
		end
		return sum ^ 2
	end,
}

--- Coincidences: pairs within units, each unit weighted by 1/(m - 1).
local function coincidences(units)
	local pair, counts, n = {}, {}, 0
	for _, values in ipairs(units) do
		local m = #values
		for i = 1, m > 1 and m or 0 do
			for j = 1, m do
				if i ~= j then
					local a, b = values[i], values[j]
					pair[a] = pair[a] or {}
					pair[a][b] = (pair[a][b] or 0) + 1 / (m - 1)
					counts[a] = (counts[a] or 0) + 1 / (m - 1)
					n = n + 1 / (m - 1)
				end
			end
		end
	end
	return pair, counts, n
end

--- Mean share of agreeing pairs over the units with at least two values (F2).
---@param coders table list of coders, each a table unit (1-based) → value; nil or false: missing
---@return number? share in [0, 1], or nil, "no_pairs"
function stats.raw(coders, units)
	local sum, n = 0, 0
	for _, values in ipairs(by_unit(coders, units)) do
		local same, all = 0, #values * (#values - 1)
		for i = 1, #values do
			for j = 1, #values do
				if i ~= j and values[i] == values[j] then same = same + 1 end
			end
		end
		if all > 0 then sum, n = sum + same / all, n + 1 end
	end
	if n == 0 then return nil, "no_pairs" end
	return sum / n
end

local function alpha_of(units, metric)
	local pair, counts, n = coincidences(units)
	if n < 2 then return nil, "no_pairs" end
	local values = sorted_values(counts)
	local observed, expected = 0, 0
	for _, a in ipairs(values) do
		for _, b in ipairs(values) do
			local d = a == b and 0 or metric(a, b, counts, values)
			observed = observed + (pair[a] and pair[a][b] or 0) * d
			expected = expected + counts[a] * counts[b] * d
		end
	end
	if expected == 0 then return nil, "no_variation" end
	return 1 - (n - 1) * observed / expected
end

--- Krippendorff's alpha (F1).
---@param coders table as for stats.raw; numbers for every metric but nominal
---@param metric string? nominal (default), ordinal, interval or ratio
---@param units integer? number of units when the last ones are missing everywhere
---@return number? alpha at most 1, or nil, reason ("no_pairs", "no_variation")
function stats.alpha(coders, metric, units)
	local distance = METRICS[metric or "nominal"] or error("unknown metric '" .. tostring(metric) .. "'", 2)
	return alpha_of(by_unit(coders, units), distance)
end

--- The statistics of a square table of counts: observed agreement, the two marginals as shares.
local function table_shares(counts)
	local n, diagonal, rows, columns = 0, 0, {}, {}
	for i, row in ipairs(counts) do
		for j, count in ipairs(row) do
			n = n + count
			rows[i], columns[j] = (rows[i] or 0) + count, (columns[j] or 0) + count
			diagonal = diagonal + (i == j and count or 0)
		end
	end
	return n, diagonal, rows, columns
end

--- Cohen's kappa of two coders.
---@param counts table square table: row = first coder's category, column = second's
---@return number? kappa, or nil, reason
---@return number|string observed agreement in [0, 1], or the reason
function stats.kappa(counts)
	local n, diagonal, rows, columns = table_shares(counts)
	if n == 0 then return nil, "no_pairs" end
	local expected = 0
	for i in ipairs(rows) do expected = expected + rows[i] * columns[i] / (n * n) end
	if expected == 1 then return nil, "no_variation" end
	return (diagonal / n - expected) / (1 - expected), diagonal / n
end

--- Fleiss' kappa.
---@param subjects table list of subjects, each a list of counts per category; the same number of ratings for each
---@return number? kappa, or nil, reason
---@return number|string mean agreement P, or the reason
---@return number? expected agreement
function stats.fleiss(subjects)
	local totals, all, mean = {}, 0, 0
	for _, counts in ipairs(subjects) do
		local n, squares = 0, 0
		for k, count in ipairs(counts) do
			n, squares = n + count, squares + count * count
			totals[k] = (totals[k] or 0) + count
		end
		if n < 2 then return nil, "no_pairs" end
		all, mean = all + n, mean + (squares - n) / (n * (n - 1))
	end
	if all == 0 then return nil, "no_pairs" end
	mean = mean / #subjects
	local expected = 0
	for _, total in ipairs(totals) do expected = expected + (total / all) ^ 2 end
	if expected == 1 then return nil, "no_variation" end
	return (mean - expected) / (1 - expected), mean, expected
end

--- Gwet's AC1, nominal, with missing values.
---@param coders table as for stats.raw
---@return number? ac1, or nil, reason
---@return number|string observed agreement in [0, 1], or the reason
---@return number? expected agreement
function stats.ac1(coders, units)
	local shares, rated, observed, pairs_n = {}, 0, 0, 0
	for _, values in ipairs(by_unit(coders, units)) do
		local m, counts = #values, {}
		for _, value in ipairs(values) do counts[value] = (counts[value] or 0) + 1 end
		if m > 0 then rated = rated + 1 end
		for value, count in pairs(counts) do
			shares[value] = (shares[value] or 0) + count / m
			if m > 1 then observed = observed + count * (count - 1) / (m * (m - 1)) end
		end
		if m > 1 then pairs_n = pairs_n + 1 end
	end
	if pairs_n == 0 then return nil, "no_pairs" end
	local values, expected = sorted_values(shares), 0
	if #values < 2 then return nil, "no_variation" end
	for _, value in ipairs(values) do
		local share = shares[value] / rated
		expected = expected + share * (1 - share)
	end
	expected = expected / (#values - 1)
	observed = observed / pairs_n
	return (observed - expected) / (1 - expected), observed, expected
end

--- Wilson's score interval of a share.
---@param k number successes, not necessarily whole
---@param n number observations
---@param z number? 1.959964 (95 %) by default
---@return number? low, number|string high, both in [0, 1]; or nil, "no_pairs" when n is not positive
function stats.wilson(k, n, z)
	if n <= 0 then return nil, "no_pairs" end
	z = z or 1.959964
	local p, z2 = k / n, z * z
	local centre = (p + z2 / (2 * n)) / (1 + z2 / n)
	local half = z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
	return math.max(0, centre - half), math.min(1, centre + half)
end

--- The splitmix64 generator: a function that gives the next 64-bit number as an integer (compare as unsigned).
---@param seed integer
function stats.splitmix64(seed)
	return function()
		seed = seed + 0x9E3779B97F4A7C15
		local z = seed
		z = (z ~ (z >> 30)) * 0xBF58476D1CE4E5B9
		z = (z ~ (z >> 27)) * 0x94D049BB133111EB
		return z ~ (z >> 31)
	end
end

--- floor((x >> 11) · n / 2^53), exact for n below 2^32: the product is taken in two halves.
local function index(x, n)
	local top = x >> 11
	local high, low = top >> 26, top & 0x3FFFFFF
	return (high * n + (low * n >> 26)) >> 27
end

--- Percentile bootstrap over units (F3), nearest rank.
---@param units table list of units
---@param statistic function list of units → number, or nil when undefined
---@param options table? seed (42), replicates (2000)
---@return table? { low, median, high, undefined = replicates without a value }, or nil, "too_few_units" (under 10)
function stats.bootstrap(units, statistic, options)
	options = options or {}
	local n, replicates = #units, options.replicates or 2000
	if n < 10 then return nil, "too_few_units" end
	local random, values, undefined = stats.splitmix64(options.seed or 42), {}, 0
	for _ = 1, replicates do
		local sample = {}
		for i = 1, n do sample[i] = units[index(random(), n) + 1] end
		local value = statistic(sample)
		if value == nil then undefined = undefined + 1 else values[#values + 1] = value end
	end
	if #values == 0 then return nil, "no_variation" end
	table.sort(values)
	local function rank(p) return values[math.max(1, math.ceil(p * #values))] end
	return { low = rank(0.025), median = rank(0.5), high = rank(0.975), undefined = undefined }
end

--- Bootstrap of alpha over the units with at least two values.
function stats.alpha_interval(coders, metric, options)
	local kept = {}
	for _, values in ipairs(by_unit(coders)) do
		if #values > 1 then kept[#kept + 1] = values end
	end
	local distance = METRICS[metric or "nominal"]
	return stats.bootstrap(kept, function(sample) return (alpha_of(sample, distance)) end, options)
end

--- Jackknife standard error over units.
---@return number? error, or nil, reason
function stats.jackknife(units, statistic)
	local values, sum = {}, 0
	for leave = 1, #units do
		local sample = {}
		for i, unit in ipairs(units) do
			if i ~= leave then sample[#sample + 1] = unit end
		end
		local value = statistic(sample)
		if value then
			values[#values + 1] = value
			sum = sum + value
		end
	end
	if #values < 2 then return nil, "too_few_units" end
	local squares, n = 0, #values
	for _, value in ipairs(values) do squares = squares + (value - sum / n) ^ 2 end
	return math.sqrt((n - 1) / n * squares)
end

return stats
