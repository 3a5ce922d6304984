-- CASES and SEED make it longer or other (make differential).
require "assay"
local differential = dofile "tests/fixtures/differential.lua"

describe("the matcher", function()
	it("finds what the reference matcher finds, with and without the prefilter", function()
		local count = math.tointeger(tonumber(os.getenv "CASES" or 10000))
		local cases, difference, stats = differential.run(math.tointeger(tonumber(os.getenv "SEED" or 1)), count)
		assert.is_nil(difference)
		assert.is_true(cases >= count and stats.matched > cases / 10 and stats.tried < stats.sentences)
		assert.is_true(stats.given_up < cases / 100)
		if os.getenv "CASES" then
			print(("%d cases, %d with a match; %d more that the reference gave up"):format(cases, stats.matched, stats.given_up))
		end
	end)
end)
