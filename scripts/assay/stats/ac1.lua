--- Gwet's AC1.

local chance_corrected = require "assay.stats.chance"

local ac1 = {}

--- Gwet's AC1: Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement; missing
--- values as in F2 of the method. Every column is a category that could have been given.
---@param rows integer[][] one row per unit, as from stats.counts or stats.matrix_counts
---@return number? ac1 at most 1
---@return string? reason no_pairs, no_variation
---@return table detail as for stats.fleiss
function ac1.ac1(rows)
	return chance_corrected(rows, function(share, columns) return share * (1 - share) / (columns - 1) end)
end

return ac1
