--- Agreement between coders, and how sure one can be of it. Pure functions of their arguments.
---
--- A coding is { coder, …, units = n? }, a coder a list of values by unit: numbers, strings or true; nil or false is
--- missing. Without `units` the last unit is the last one that any coder has. A unit as a list of its values without
--- gaps is what bootstrap and jackknife draw from: `stats.units` makes them of a coding.
---
--- A coefficient comes as value, nil, detail; where it is undefined as nil, reason, detail, never as 0 or 1. Reasons:
--- no_pairs (no unit with two values), no_variation (one category only, so chance explains everything),
--- no_observations, empty, too_few_units, undefined_replicates. detail.raw is the raw agreement wherever there are
--- pairs. Arguments of the wrong kind raise an error.

local stats = {}

local LIMIT = 1e300           -- magnitude of a value that is measured: sums of two stay finite
local DEFAULT_Z = 1.959963984540054 -- standard normal quantile of .975
local DEFAULT_CONFIDENCE = .95
local DEFAULT_REPLICATES = 2000
local DEFAULT_SEED = 42
local FEWEST_UNITS = 10       -- that a bootstrap interval may rest on
local BELOW_MAX = 1 << 35     -- so that the partial products of below() fit into 63 bits

local function check(condition, format, ...)
	if not condition then error("stats: " .. format:format(...), 0) end
	return condition
end

local function is_number(value)
	return type(value) == "number" and value == value
end

-- Codings ------------------------------------------------------------------------------------------------------------

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
	local units = coding.units
	if units == nil then return last end
	check(math.type(units) == "integer" and units >= last, "a value for unit %d of %s", last, tostring(units))
	return units
end

local function all_units(coding)
	local units = {}
	for u = 1, unit_count(coding) do
		local unit = {}
		for _, coder in ipairs(coding) do unit[#unit + 1] = coder[u] or nil end
		units[u] = unit
	end
	return units
end

local function pairable(units)
	local kept = {}
	for _, unit in ipairs(units) do
		if #unit >= 2 then kept[#kept + 1] = unit end
	end
	return kept
end

--- The units with at least two values, each as the list of its values in the order of the coders.
---@param coding table
---@return any[][] units
function stats.units(coding)
	return pairable(all_units(coding))
end

--- Numbers before strings before true.
local function before(a, b)
	local kind, other = type(a), type(b)
	if kind ~= other then return kind == "number" or kind == "string" and other == "boolean" end
	return kind ~= "boolean" and a < b
end

local function check_nominal(value)
	local kind = type(value)
	check(is_number(value) or kind == "string" or value == true, "'%s' is no category", tostring(value))
	return value
end

local function check_measured(value)
	check(is_number(value) and value >= -LIMIT and value <= LIMIT, "'%s' cannot be measured", tostring(value))
	return value + 0.0
end

local function check_ratio(value)
	value = check_measured(value)
	return check(value >= 0 and value, "'%s' on a ratio scale, which starts at 0", value)
end

local KINDS = { nominal = check_nominal, ordinal = check_measured, interval = check_measured, ratio = check_ratio }

--- The values that occur, sorted, and the position of each.
local function categories(units, kind)
	local values, position = {}, {}
	for _, unit in ipairs(units) do
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
local function encode(units, kind)
	local values, position = categories(units, kind)
	local coded, totals, n = {}, {}, 0
	for i = 1, #values do totals[i] = 0 end
	for u, unit in ipairs(units) do
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

-- Raw agreement and Krippendorff's alpha -----------------------------------------------------------------------------

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
---@param units any[][] lists of values
---@return number? agreement 0 to 1
---@return string? reason no_pairs
---@return table detail { units = integer }
function stats.raw_units(units)
	local sum, count = 0, 0
	for _, unit in ipairs(units) do
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
function stats.raw(coding)
	return stats.raw_units(all_units(coding))
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
---@param units any[][] lists of values; those with fewer than two are passed over
---@param metric string "nominal", "ordinal", "interval" or "ratio"
---@return number? alpha at most 1
---@return string? reason no_pairs, no_variation
---@return table detail
function stats.alpha_units(units, metric)
	local kind = check(KINDS[metric], "no metric '%s'", tostring(metric))
	units = pairable(units)
	local code = encode(units, kind)
	local detail = { n = code.n, units = #units, values = code.values, totals = code.totals }
	if #units == 0 then return nil, "no_pairs", detail end
	detail.raw = stats.raw_units(code.coded)
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
function stats.alpha(coding, metric)
	return stats.alpha_units(all_units(coding), metric)
end

local function square(size)
	local matrix = {}
	for i = 1, size do
		matrix[i] = {}
		for j = 1, size do matrix[i][j] = 0 end
	end
	return matrix
end

--- Krippendorff's coincidences: o[c][k] = Σ over units of ordered pairs (c, k) / (values of the unit − 1).
---@param coding table
---@return number[][] matrix symmetric, by value; its sum is the number of pairable values
---@return any[] values sorted
function stats.coincidences(coding)
	local code = encode(stats.units(coding), check_nominal)
	local matrix = square(#code.values)
	for _, unit in ipairs(code.coded) do
		for i, c in ipairs(unit) do
			for j, k in ipairs(unit) do
				if i ~= j then matrix[c][k] = matrix[c][k] + 1 / (#unit - 1) end
			end
		end
	end
	return matrix, code.values
end

-- Counts by unit and category: Fleiss' kappa and Gwet's AC1 ----------------------------------------------------------

--- How many coders gave each unit each category.
---@param coding table
---@return integer[][] counts one row per unit, one column per category
---@return any[] values of the columns, sorted
function stats.counts(coding)
	local code = encode(all_units(coding), check_nominal)
	local counts = {}
	for u, unit in ipairs(code.coded) do
		local row = {}
		for i = 1, #code.values do row[i] = 0 end
		for _, place in ipairs(unit) do row[place] = row[place] + 1 end
		counts[u] = row
	end
	return counts, code.values
end

local function check_count(count)
	return check(math.type(count) == "integer" and count >= 0 and count, "'%s' is no count", tostring(count))
end

local function check_matrix(matrix)
	check(type(matrix) == "table", "a matrix is a list of rows, not a %s", type(matrix))
	local size = #matrix
	for i, row in ipairs(matrix) do
		check(type(row) == "table" and #row == size, "row %d of a matrix with %d has another length", i, size)
		for _, count in ipairs(row) do check_count(count) end
	end
	return size
end

--- The counts of two coders, from their confusion matrix.
---@param matrix integer[][] units by the first coder's category and the second's
---@return integer[][] counts one row per unit
function stats.matrix_counts(matrix)
	local size = check_matrix(matrix)
	local counts = {}
	for i = 1, size do
		for j = 1, size do
			local row = {}
			for k = 1, size do row[k] = same(k, i) + same(k, j) end
			for _ = 1, matrix[i][j] do counts[#counts + 1] = row end
		end
	end
	return counts
end

local function row_sum(row, columns)
	check(#row == columns, "a row of %d counts among rows of %d", #row, columns)
	local sum = 0
	for _, count in ipairs(row) do sum = sum + check_count(count) end
	return sum
end

--- What both coefficients need: agreement over units with two values, shares of the categories over units with one.
local function tally(counts)
	check(type(counts) == "table", "counts are a list of rows, not a %s", type(counts))
	local columns = counts[1] and #counts[1] or 0
	local sum, units, rated, shares, totals = 0, 0, 0, {}, {}
	for k = 1, columns do shares[k], totals[k] = 0, 0 end
	for _, row in ipairs(counts) do
		local size = row_sum(row, columns)
		local agreeing = 0
		for k, count in ipairs(row) do
			agreeing = agreeing + count * (count - 1)
			totals[k] = totals[k] + count
			if size > 0 then shares[k] = shares[k] + count / size end
		end
		if size > 0 then rated = rated + 1 end
		if size > 1 then sum, units = sum + agreeing / (size * (size - 1)), units + 1 end
	end
	for k = 1, columns do shares[k] = shares[k] / math.max(rated, 1) end
	return { raw = units > 0 and sum / units or nil, units = units, rated = rated, shares = shares, totals = totals }
end

local function used(totals)
	local number = 0
	for _, total in ipairs(totals) do
		if total > 0 then number = number + 1 end
	end
	return number
end

--- The coefficient whose expected agreement is Σ over categories of term(share).
local function chance_corrected(counts, term)
	local detail = tally(counts)
	if detail.units == 0 then return nil, "no_pairs", detail end
	if used(detail.totals) < 2 then return nil, "no_variation", detail end
	local expected = 0
	for _, share in ipairs(detail.shares) do expected = expected + term(share, #detail.shares) end
	detail.expected = expected
	return (detail.raw - expected) / (1 - expected), nil, detail
end

--- Fleiss' kappa: Fleiss 1971, Measuring nominal scale agreement among many raters. Where units have different numbers
--- of values, Gwet's form of it (2014, Handbook of Inter-Rater Reliability, 2.3): agreement over units with two or
--- more, shares as means over units with one or more.
---@param counts integer[][] one row per unit, one column per category, as from stats.counts
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { raw, expected, units = with two values, rated = with one, shares, totals } by category
function stats.fleiss(counts)
	return chance_corrected(counts, function(share) return share * share end)
end

--- Gwet's AC1: Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement; missing
--- values as in F2 of the method. Every column is a category that could have been given.
---@param counts integer[][] one row per unit, as from stats.counts or stats.matrix_counts
---@return number? ac1 at most 1
---@return string? reason no_pairs, no_variation
---@return table detail as for stats.fleiss
function stats.ac1(counts)
	return chance_corrected(counts, function(share, columns) return share * (1 - share) / (columns - 1) end)
end

-- Cohen's kappa ------------------------------------------------------------------------------------------------------

--- The confusion matrix of two coders over the units that both have.
---@param first table values by unit
---@param second table values by unit
---@return integer[][] matrix first coder's category by the second's
---@return any[] values of the rows and columns, sorted
function stats.confusion(first, second)
	local code = encode(stats.units { first, second }, check_nominal)
	local matrix = square(#code.values)
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
		value = check_measured(value)
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
function stats.kappa_matrix(matrix, weighting, values)
	local size = check_matrix(matrix)
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
function stats.kappa(first, second, weighting)
	local matrix, values = stats.confusion(first, second)
	local by_rank = weighting and weighting:match "^(.*)_rank$"
	local kappa, reason, detail = stats.kappa_matrix(matrix, by_rank or weighting, not by_rank and values or nil)
	detail.values = values
	return kappa, reason, detail
end

-- Sets ---------------------------------------------------------------------------------------------------------------

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
function stats.masi(first, second)
	local members, size = set_of(first)
	local others, other = set_of(second)
	if size + other == 0 then return nil, "empty" end
	local common = 0
	for member in pairs(members) do common = common + (others[member] and 1 or 0) end
	return 1 - common / (size + other - common) * masi_share(common, size, other)
end

-- Intervals ----------------------------------------------------------------------------------------------------------

--- Wilson's score interval of a share. Wilson 1927; Newcombe 1998, method 3; F15 of the method, which puts fractional
--- n into it.
---@param p number the share, 0 to 1
---@param n number observations, not below 0
---@param z number? standard normal quantile above 0, by default that of 95 %
---@return number? low 0 to p
---@return number|string high p to 1, or the reason: no_observations
function stats.wilson_share(p, n, z)
	z = z or DEFAULT_Z
	check(is_number(n) and n >= 0 and n < math.huge, "'%s' observations", tostring(n))
	check(is_number(z) and z > 0 and z < math.huge, "'%s' is no quantile", tostring(z))
	if n == 0 then return nil, "no_observations" end
	check(is_number(p) and p >= 0 and p <= 1, "'%s' is no share", tostring(p))
	local scale = 1 + z * z / n
	local centre = (p + z * z / (2 * n)) / scale
	local half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
	local low, high = p > 0 and centre - half or 0.0, p < 1 and centre + half or 1.0
	return math.max(0.0, low), math.min(1.0, high)
end

--- Wilson's score interval of k successes in n observations. stats.wilson_share takes a share.
---@param k number successes, 0 to n; need not be whole
---@param n number observations
---@param z number? standard normal quantile, by default that of 95 %
---@return number? low 0 to 1
---@return number|string high 0 to 1, or the reason: no_observations
function stats.wilson(k, n, z)
	if n == 0 then return nil, "no_observations" end
	check(is_number(k) and is_number(n) and k >= 0 and k <= n, "%s of %s observations", tostring(k), tostring(n))
	return stats.wilson_share(k / n, n, z)
end

--- P(|T| ≤ √df · tan θ) for Student's T. Abramowitz and Stegun 26.7.3, 26.7.4.
local function t_mass(theta, df)
	local cosine, sine = math.cos(theta), math.sin(theta)
	local odd = df % 2 == 1
	local term, sum = odd and cosine or 1, 0
	for k = odd and 3 or 2, df, 2 do
		sum = sum + term
		term = term * cosine * cosine * (k - 1) / k
	end
	return odd and 2 / math.pi * (theta + sine * sum) or sine * sum
end

--- The two-sided quantile of Student's distribution.
---@param confidence number between 0 and 1: mass within ± the quantile
---@param df integer degrees of freedom, 1 or more
---@return number quantile above 0
function stats.t_quantile(confidence, df)
	check(is_number(confidence) and confidence > 0 and confidence < 1, "confidence '%s'", tostring(confidence))
	check(math.type(df) == "integer" and df >= 1, "'%s' degrees of freedom", tostring(df))
	local low, high = 0, math.pi / 2
	for _ = 1, 60 do
		local middle = (low + high) / 2
		if t_mass(middle, df) < confidence then low = middle else high = middle end
	end
	return math.sqrt(df) * math.tan((low + high) / 2)
end

-- Resampling ---------------------------------------------------------------------------------------------------------

local Generator = {}
Generator.__index = Generator

--- The next 64 bits, as a Lua integer: those from 2^63 on are negative.
---@return integer
function Generator:next()
	self.state = self.state + 0x9E3779B97F4A7C15
	local z = self.state
	z = (z ~ z >> 30) * 0xBF58476D1CE4E5B9
	z = (z ~ z >> 27) * 0x94D049BB133111EB
	return z ~ z >> 31
end

--- floor(x / 2^11 · n / 2^53) of the next x without rounding: the product has up to 88 bits, so the upper 26 and the
--- lower 27 bits of x / 2^11 are multiplied apart.
---@param n integer 1 to 2^35
---@return integer 0 to n − 1
function Generator:below(n)
	check(math.type(n) == "integer" and n >= 1 and n <= BELOW_MAX, "no number below '%s'", tostring(n))
	local x = self:next() >> 11
	local upper, lower = x >> 27, x & (1 << 27) - 1
	return upper * n + (lower * n >> 27) >> 26
end

--- The generator SplitMix64: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators; constants of
--- Vigna's splitmix64.c.
---@param seed integer any 64 bits
---@return table generator with :next() and :below(n)
function stats.splitmix64(seed)
	check(math.type(seed) == "integer", "the seed '%s' is no integer", tostring(seed))
	return setmetatable({ state = seed }, Generator)
end

--- A statistic's value, nil where it has none.
local function evaluate(statistic, units)
	local value, reason = statistic(units)
	check(value == nil or type(value) == "number", "a statistic that is a %s", type(value))
	if value ~= value then value = nil end
	return value, value == nil and (reason or "undefined") or nil
end

--- The nearest rank: element ceil(p · #sorted). The small number keeps products such as .07 · 100 at their rank.
local function percentile(sorted, p)
	local rank = math.ceil(p * #sorted - 1e-9)
	return sorted[math.max(1, math.min(#sorted, rank))]
end

local function replicate(units, statistic, generator, replicates)
	local n, values = #units, {}
	for _ = 1, replicates do
		local sample = {}
		for i = 1, n do sample[i] = units[generator:below(n) + 1] end
		values[#values + 1] = evaluate(statistic, sample)
	end
	table.sort(values)
	return values
end

local function check_confidence(confidence)
	if confidence == nil then return DEFAULT_CONFIDENCE end
	return check(is_number(confidence) and confidence > 0 and confidence < 1 and confidence, "confidence '%s'",
		tostring(confidence))
end

--- Percentile bootstrap over units: Efron 1979; F3 of the method. The same seed gives the same interval everywhere.
---@param units any[] what is drawn from, with replacement; for agreement those of stats.units
---@param statistic fun(units: any[]): number?, string? nil, reason or NaN where it is undefined
---@param options table? { seed = 42: integer, replicates = 2000: integer, confidence = .95 }
---@return table? result { estimate, low, median, high, units, replicates = asked for, undefined = how many of them had
--- no value and were dropped, seed, confidence }, the first four in the statistic's unit
---@return string? reason too_few_units (below ten), undefined_replicates (all), or why the estimate is undefined
---@return table? detail { units, undefined? }
function stats.bootstrap(units, statistic, options)
	options = options or {}
	local seed, replicates = options.seed or DEFAULT_SEED, options.replicates or DEFAULT_REPLICATES
	check(math.type(replicates) == "integer" and replicates >= 1, "'%s' replicates", tostring(replicates))
	local confidence, generator = check_confidence(options.confidence), stats.splitmix64(seed)
	if #units < FEWEST_UNITS then return nil, "too_few_units", { units = #units } end
	local estimate, reason = evaluate(statistic, units)
	if not estimate then return nil, reason, { units = #units } end
	local values = replicate(units, statistic, generator, replicates)
	local undefined = replicates - #values
	if #values == 0 then return nil, "undefined_replicates", { units = #units, undefined = undefined } end
	local tail = (1 - confidence) / 2
	return {
		estimate = estimate,
		low = percentile(values, tail), median = percentile(values, .5), high = percentile(values, 1 - tail),
		units = #units, replicates = replicates, undefined = undefined, seed = seed, confidence = confidence,
	}
end

--- The statistic without each unit in turn.
local function leave_one_out(units, statistic)
	local values = {}
	for left_out = 1, #units do
		local rest = table.move(units, 1, left_out - 1, 1, {})
		table.move(units, left_out + 1, #units, left_out, rest)
		values[#values + 1] = evaluate(statistic, rest)
	end
	return values
end

local function jackknife_error(values)
	local n, mean, sum = #values, 0, 0
	for _, value in ipairs(values) do mean = mean + value / n end
	for _, value in ipairs(values) do sum = sum + (value - mean) ^ 2 end
	return math.sqrt((n - 1) / n * sum), mean
end

--- Jackknife over units: Tukey 1958; F3 of the method, which prefers it where units are few. The interval is
--- estimate ± t · error with n − 1 degrees of freedom and may reach beyond the range of the statistic.
---@param units any[] for agreement those of stats.units
---@param statistic fun(units: any[]): number?, string? nil, reason or NaN where it is undefined
---@param options table? { confidence = .95 }
---@return table? result { estimate, error, mean, low, high, units, confidence }, the first five in the statistic's unit
---@return string? reason too_few_units (below two), undefined_replicates (any), or why the estimate is undefined
---@return table? detail { units, undefined? }
function stats.jackknife(units, statistic, options)
	local n, confidence = #units, check_confidence(options and options.confidence)
	if n < 2 then return nil, "too_few_units", { units = n } end
	local estimate, reason = evaluate(statistic, units)
	if not estimate then return nil, reason, { units = n } end
	local values = leave_one_out(units, statistic)
	if #values < n then return nil, "undefined_replicates", { units = n, undefined = n - #values } end
	local deviation, mean = jackknife_error(values)
	local half = stats.t_quantile(confidence, n - 1) * deviation
	return {
		estimate = estimate, error = deviation, mean = mean, low = estimate - half, high = estimate + half,
		units = n, confidence = confidence,
	}
end

return stats
