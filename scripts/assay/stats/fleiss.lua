--- Fleiss' kappa.

local chance_corrected = require "assay.stats.chance"

local fleiss = {}

--- Fleiss' kappa: Fleiss 1971, Measuring nominal scale agreement among many raters. Where units have different numbers
--- of values, Gwet's form of it (2014, Handbook of Inter-Rater Reliability, 2.3): agreement over units with two or
--- more, shares as means over units with one or more.
---@param rows integer[][] one row per unit, one column per category, as from stats.counts
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { raw, expected, units = with two values, rated = with one, shares, totals } by category
function fleiss.fleiss(rows)
	return chance_corrected(rows, function(share) return share * share end)
end

return fleiss
