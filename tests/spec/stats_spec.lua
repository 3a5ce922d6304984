-- Published coefficient values (docs/method.md names the sources).
local stats = require "assay.stats"

--- "1 2 ." → { 1, 2, nil }
local function coder(text)
	local values, u = {}, 0
	for item in text:gmatch "%S+" do
		u = u + 1
		if item ~= "." then values[u] = tonumber(item) or item end
	end
	return values
end

local KRIPPENDORFF = {
	coder "1 2 3 3 2 1 4 1 2 . . .", coder "1 2 3 3 2 2 4 1 2 5 . 3", coder ". 3 3 3 2 3 4 2 2 5 1 .",
	coder "1 2 3 3 2 4 4 1 2 5 1 .",
}

local function close(expected, got)
	assert.is_true(math.abs(expected - got) < 5.1e-7, ("%s, got %s"):format(expected, got))
end

describe("alpha", function()
	it("is Krippendorff's for his four observers, in all metrics", function()
		close(0.743421, stats.alpha(KRIPPENDORFF, "nominal"))
		close(0.815388, stats.alpha(KRIPPENDORFF, "ordinal"))
		close(0.849107, stats.alpha(KRIPPENDORFF, "interval"))
		close(0.797403, stats.alpha(KRIPPENDORFF, "ratio"))
	end)

	it("takes missing values for missing", function()
		local three = {
			coder ". . . . . 3 4 1 2 1 1 3 3 . 3", coder "1 . 2 1 3 3 4 3 . . . . . . .", coder ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
		}
		close(0.691358, stats.alpha(three, "nominal"))
		close(0.810845, stats.alpha(three, "interval"))
		close(0.806721, stats.alpha(three, "ordinal"))
		close(0.808944, stats.alpha(three, "ratio"))
	end)

	it("agrees on binary and nominal tables", function()
		local two = { coder "0 1 0 0 0 0 0 0 1 0", coder "1 1 1 0 0 1 0 0 0 0" }
		close(0.095238, stats.alpha(two))
		close(0.6, stats.raw(two))
		close(0.691964, stats.alpha { coder "a a b b d c c c e d d a", coder "b a b b b c c c e d d d" })
		close(-0.333333, stats.alpha { coder "Y Y .", coder "N N .", coder "N . N" })
	end)

	it("is zero for one dissent, exactly", function()
		assert.equal(0.0, stats.alpha {
			coder "3 3 3 3 3", coder "3 3 3 3 3", coder "3 3 . . 3", coder "3 3 3 3 1", coder "3 . 3 3 3",
		})
	end)

	it("is nil where nothing varies or nothing pairs, with the reason", function()
		assert.same({ nil, "no_variation" }, { stats.alpha { coder "1 1 1", coder "1 1 1" } })
		assert.equal(1, stats.raw { coder "1 1 1", coder "1 1 1" })
		assert.same({ nil, "no_pairs" }, { stats.alpha { coder "1 . .", coder ". 1 ." } })
	end)

	it("has the bootstrap interval of the fixed generator", function()
		local interval = stats.alpha_interval(KRIPPENDORFF, "nominal", { seed = 42, replicates = 2000 })
		assert.equal("0.4203 0.7321 1.0000", ("%.4f %.4f %.4f"):format(interval.low, interval.median, interval.high))
	end)

	it("has no interval under ten units", function()
		assert.same({ nil, "too_few_units" }, { stats.bootstrap({ 1, 2, 3 }, function() return 1 end) })
	end)
end)

describe("kappa", function()
	it("is Cohen's", function()
		local kappa, raw = stats.kappa { { 20, 5 }, { 10, 15 } }
		close(0.4, kappa)
		close(0.7, raw)
		assert.equal("0.4842", ("%.4f"):format((stats.kappa { { 0, 4, 1 }, { 0, 8, 0 }, { 0, 1, 5 } })))
		assert.equal("0.796", ("%.3f"):format((stats.kappa { { 13, 0, 0 }, { 0, 20, 7 }, { 0, 4, 56 } })))
		assert.equal("0.3182", ("%.4f"):format((stats.kappa { { 80, 10 }, { 5, 5 } })))
		assert.equal("0.6995", ("%.4f"):format((stats.kappa { { 40, 9 }, { 6, 45 } })))
	end)

	it("is Fleiss' for many raters", function()
		local kappa, mean, expected = stats.fleiss {
			{ 0, 0, 0, 0, 14 }, { 0, 2, 6, 4, 2 }, { 0, 0, 3, 5, 6 }, { 0, 3, 9, 2, 0 }, { 2, 2, 8, 1, 1 }, { 7, 7, 0, 0, 0 },
			{ 3, 2, 6, 3, 0 }, { 2, 5, 3, 2, 2 }, { 6, 5, 2, 1, 0 }, { 0, 2, 2, 3, 7 },
		}
		close(0.209931, kappa)
		close(0.378022, mean)
		close(0.212755, expected)
	end)

	it("is Gwet's AC1", function()
		local ac1, observed, expected = stats.ac1(KRIPPENDORFF)
		assert.equal("0.775 0.818 0.190", ("%.3f %.3f %.3f"):format(ac1, observed, expected))
	end)
end)

describe("intervals and numbers", function()
	it("has Wilson's intervals", function()
		for _, case in ipairs {
			{ 81, 263, "0.2553 0.3662" }, { 15, 148, "0.0624 0.1605" }, { 0, 20, "0.0000 0.1611" }, { 1, 29, "0.0061 0.1718" },
			{ 2, 2, "0.3424 1.0000" }, { 3, 5, "0.2307 0.8824" },
		} do
			assert.equal(case[3], ("%.4f %.4f"):format(stats.wilson(case[1], case[2])))
		end
	end)

	it("has splitmix64", function()
		local random = stats.splitmix64(42)
		assert.equal("bdd732262feb6e95", ("%x"):format(random())) -- 13679457532755275413
		assert.equal(2949826092126892291, random())
		assert.equal(5139283748462763858, random())
	end)

	it("has the jackknife error of alpha", function()
		local units = {}
		for u = 1, 11 do
			units[u] = { KRIPPENDORFF[1][u] or false, KRIPPENDORFF[2][u] or false, KRIPPENDORFF[3][u] or false,
				KRIPPENDORFF[4][u] or false }
		end
		local err = stats.jackknife(units, function(sample)
			local coders = { {}, {}, {}, {} }
			for u, values in ipairs(sample) do
				for c = 1, 4 do coders[c][u] = values[c] end
			end
			return (stats.alpha(coders))
		end)
		assert.equal("0.1463", ("%.4f"):format(err))
	end)
end)
