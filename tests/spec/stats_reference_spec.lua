-- Published coefficients, where the reference data are at hand: one case a line with its tolerance.
local json = require "assay.core".json
local stats = require "assay.stats"

local PATH = "../shared/data/agreement/cases.jsonl"

--- JSON's null is a missing value; a last unit that nobody has is still one.
local function coding_of(ratings)
	local coding = { units = #ratings[1] }
	for i, row in ipairs(ratings) do
		coding[i] = {}
		for u, value in ipairs(row) do coding[i][u] = value ~= json.null and value or nil end
	end
	return coding
end

local MEASURES = {
	alpha = function(case) return stats.alpha(coding_of(case.ratings), case.level) end,
	fleiss = function(case) return stats.fleiss(case.counts or (stats.counts(coding_of(case.ratings)))) end,
}
for _, weighting in ipairs { "", "_linear", "_linear_rank", "_quadratic_rank" } do
	MEASURES["cohen" .. weighting] = function(case)
		return stats.kappa(case.ratings[1], case.ratings[2], weighting ~= "" and weighting:sub(2) or nil)
	end
end

describe("the statistics on published data", function()
	local file = io.open(PATH)
	if not file then
		print("SKIP stats_reference_spec: without " .. PATH)
		pending("without " .. PATH)
		return
	end
	for line in file:lines() do
		local case = json.decode(line)
		it(case.id, function()
			local value, reason = MEASURES[case.stat](case)
			if case.expect == "undefined" then
				assert.is_nil(value)
				assert.is_string(reason)
			else
				assert.is_true(math.abs(value - case.expect) <= case.tol, ("%.9f is not %.9f"):format(value, case.expect))
			end
		end)
	end
	file:close()
end)
