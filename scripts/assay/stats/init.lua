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

local PARTS = { "alpha", "kappa", "counts", "fleiss", "ac1", "masi", "intervals", "random", "resampling" }

for _, part in ipairs(PARTS) do
	for name, call in pairs(require("assay.stats." .. part)) do stats[name] = call end
end
stats.units = require "assay.stats.units".of

return stats
