--- Coefficients of counts that are corrected for chance: Fleiss' kappa and Gwet's AC1 differ in one term.

local argument = require "assay.stats.argument"

local check = argument.check

local function row_sum(row, columns)
	check(#row == columns, "a row of %d counts among rows of %d", #row, columns)
	local sum = 0
	for _, count in ipairs(row) do sum = sum + argument.count(count) end
	return sum
end

--- What both coefficients need: agreement over units with two values, shares of the categories over units with one.
local function tally(rows)
	check(type(rows) == "table", "counts are a list of rows, not a %s", type(rows))
	local columns = rows[1] and #rows[1] or 0
	local sum, paired, rated, shares, totals = 0, 0, 0, {}, {}
	for k = 1, columns do shares[k], totals[k] = 0, 0 end
	for _, row in ipairs(rows) do
		local size = row_sum(row, columns)
		local agreeing = 0
		for k, count in ipairs(row) do
			agreeing = agreeing + count * (count - 1)
			totals[k] = totals[k] + count
			if size > 0 then shares[k] = shares[k] + count / size end
		end
		if size > 0 then rated = rated + 1 end
		if size > 1 then sum, paired = sum + agreeing / (size * (size - 1)), paired + 1 end
	end
	for k = 1, columns do shares[k] = shares[k] / math.max(rated, 1) end
	return { raw = paired > 0 and sum / paired or nil, units = paired, rated = rated, shares = shares, totals = totals }
end

local function used(totals)
	local number = 0
	for _, total in ipairs(totals) do
		if total > 0 then number = number + 1 end
	end
	return number
end

--- (observed − expected) / (1 − expected).
---@param rows integer[][] counts of stats.counts
---@param term fun(share: number, columns: integer): number what a category adds to the expected agreement
---@return number? coefficient
---@return string? reason no_pairs, no_variation
---@return table detail as for stats.fleiss
return function(rows, term)
	local detail = tally(rows)
	if detail.units == 0 then return nil, "no_pairs", detail end
	if used(detail.totals) < 2 then return nil, "no_variation", detail end
	local expected = 0
	for _, share in ipairs(detail.shares) do expected = expected + term(share, #detail.shares) end
	detail.expected = expected
	return (detail.raw - expected) / (1 - expected), nil, detail
end
