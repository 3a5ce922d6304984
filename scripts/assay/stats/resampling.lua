--- Bootstrap and jackknife of any statistic over units.

local argument = require "assay.stats.argument"
local intervals = require "assay.stats.intervals"
local random = require "assay.stats.random"

local check, is_number = argument.check, argument.is_number

local resampling = {}

local DEFAULT_CONFIDENCE = .95
local DEFAULT_REPLICATES = 2000
local DEFAULT_SEED = 42
local FEWEST_UNITS = 10       -- that a bootstrap interval may rest on

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
function resampling.bootstrap(units, statistic, options)
	options = options or {}
	local seed, replicates = options.seed or DEFAULT_SEED, options.replicates or DEFAULT_REPLICATES
	check(math.type(replicates) == "integer" and replicates >= 1, "'%s' replicates", tostring(replicates))
	local confidence, generator = check_confidence(options.confidence), random.splitmix64(seed)
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
function resampling.jackknife(units, statistic, options)
	local n, confidence = #units, check_confidence(options and options.confidence)
	if n < 2 then return nil, "too_few_units", { units = n } end
	local estimate, reason = evaluate(statistic, units)
	if not estimate then return nil, reason, { units = n } end
	local values = leave_one_out(units, statistic)
	if #values < n then return nil, "undefined_replicates", { units = n, undefined = n - #values } end
	local deviation, mean = jackknife_error(values)
	local half = intervals.t_quantile(confidence, n - 1) * deviation
	return {
		estimate = estimate, error = deviation, mean = mean, low = estimate - half, high = estimate + half,
		units = n, confidence = confidence,
	}
end

return resampling
