-- T1 to T16, T24, T26: the vectors of the method, to the digits that it prints; the rest are published examples.

local stats = require "assay.stats"

local rows = dofile "tests/fixtures/rows.lua"

local function near(expected, value, within)
	assert.is_number(value)
	assert.is_true(math.abs(value - expected) <= (within or 5e-7), ("%.9f is not %.9f"):format(value, expected))
end

local function alphas(coding, expected)
	for metric, value in pairs(expected) do near(value, (stats.alpha(coding, metric))) end
end

--- A refused argument: the error's message.
local function refuses(message, call, ...)
	local ok, problem = pcall(call, ...)
	assert.is_false(ok)
	assert.matches(message, problem, 1, true)
end

local function nominal(units)
	return stats.alpha_units(units, "nominal")
end

local T1 = rows [[1 2 3 3 2 1 4 1 2 · · ·/1 2 3 3 2 2 4 1 2 5 · 3/· 3 3 3 2 3 4 2 2 5 1 ·/1 2 3 3 2 4 4 1 2 5 1 ·]]
local T1_WITHOUT_UNIT_12 = "1 2 3 3 2 1 4 1 2 · ·/1 2 3 3 2 2 4 1 2 5 ·/· 3 3 3 2 3 4 2 2 5 1/1 2 3 3 2 4 4 1 2 5 1"
local T4 = "a a b b d c c c e d d a/b a b b b c c c e %s d d"
local T8 = rows [[0 0 0 0 14/0 2 6 4 2/0 0 3 5 6/0 3 9 2 0/2 2 8 1 1/7 7 0 0 0/3 2 6 3 0/2 5 3 2 2/6 5 2 1 0/0 2 2 3 7]]
local SAS = rows "0 4 1/0 8 0/0 1 5"
local ANXIETY = rows "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4/2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2"

local DIAGNOSES = [[444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444
	224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555]]

local function diagnoses()
	local coding = { {}, {}, {}, {}, {}, {} }
	for subject in DIAGNOSES:gmatch "%d+" do
		for rater = 1, 6 do table.insert(coding[rater], tonumber(subject:sub(rater, rater))) end
	end
	return coding
end

--- A coding with the same counts by unit.
local function coding_of(counts)
	local coding = {}
	for u, row in ipairs(counts) do
		local rater = 0
		for category, count in ipairs(row) do
			for _ = 1, count do
				rater = rater + 1
				coding[rater] = coding[rater] or {}
				coding[rater][u] = category
			end
		end
	end
	return coding
end

describe("stats.alpha", function()
	it("T1: Krippendorff 2011 with every metric", function()
		alphas(T1, { nominal = .743421, ordinal = .815388, interval = .849107, ratio = .797403 })
		local alpha, reason, detail = stats.alpha(T1, "nominal")
		near(.743421052632, alpha, 1e-12)
		assert.is_nil(reason)
		assert.equal(40, detail.n)
		assert.equal(11, detail.units)
		assert.same({ 9, 13, 10, 5, 3 }, detail.totals)
		near(.2, detail.observed)
		near(.779487, detail.expected)
		near(.818182, detail.raw)
	end)

	it("T1: a unit with one value changes nothing", function()
		local without = rows(T1_WITHOUT_UNIT_12)
		for _, metric in ipairs { "nominal", "ordinal", "interval", "ratio" } do
			assert.equal((stats.alpha(T1, metric)), (stats.alpha(without, metric)))
		end
	end)

	it("T1c: coincidences", function()
		local matrix, values = stats.coincidences(T1)
		local third = 1 / 3
		local expected = {
			{ 7, 4 * third, third, third, 0 },
			{ 4 * third, 10, 4 * third, third, 0 },
			{ third, 4 * third, 8, third, 0 },
			{ third, third, third, 4, 0 },
			{ 0, 0, 0, 0, 3 },
		}
		assert.same({ 1, 2, 3, 4, 5 }, values)
		for i, row in ipairs(expected) do
			for j, value in ipairs(row) do near(value, matrix[i][j], 1e-12) end
		end
	end)

	it("T2: three coders, fifteen units, many gaps", function()
		local coding = rows [[
			· · · · · 3 4 1 2 1 1 3 3 · 3/
			1 · 2 1 3 3 4 3 · · · · · · ·/
			· · 2 1 3 4 4 · 2 1 1 3 3 · 4]]
		alphas(coding, { nominal = .691358, ordinal = .806721, interval = .810845, ratio = .808944 })
		local _, _, detail = stats.alpha(coding, "nominal")
		assert.equal(26, detail.n)
	end)

	it("T3: binary", function()
		local coding = rows "0 1 0 0 0 0 0 0 1 0/1 1 1 0 0 1 0 0 0 0"
		alphas(coding, { nominal = .095238 })
		near(.6, (stats.raw(coding)))
	end)

	it("T4: strings, with and without a gap", function()
		alphas(rows(T4:format "d"), { nominal = .691964 })
		alphas(rows(T4:format "·"), { nominal = .664894 })
	end)

	it("T5: below chance", function()
		alphas(rows "Y Y ·/N N ·/N · N", { nominal = -.333333 })
	end)

	it("T6: one dissent is exactly 0, beside its raw agreement", function()
		local alpha, _, detail = stats.alpha(rows "3 3 3 3 3/3 3 3 3 3/3 3 · · 3/3 3 3 3 1/3 · 3 3 3", "nominal")
		assert.equal(0, alpha)
		near((4 + .6) / 5, detail.raw)
	end)

	it("T7: no variation is not 1", function()
		for _, metric in ipairs { "nominal", "ordinal", "interval", "ratio" } do
			local alpha, reason, detail = stats.alpha(rows "1 1 1/1 1 1", metric)
			assert.is_nil(alpha)
			assert.equal("no_variation", reason)
			assert.equal(1, detail.raw)
		end
	end)

	it("T8, T9, T13: the data of Fleiss' kappa", function()
		alphas(coding_of(T8), { nominal = .215574 })
		alphas(diagnoses(), { nominal = .433410 })
	end)

	it("is the same from counts", function()
		for _, coding in ipairs { T1, coding_of(T8), diagnoses(), rows(T4:format "·"), rows "Y Y ·/N N ·/N · N" } do
			near((stats.alpha(coding, "nominal")), (stats.alpha_counts((stats.counts(coding)))), 1e-12)
		end
		assert.equal("no_variation", (select(2, stats.alpha_counts { { 3, 0 } })))
		assert.equal("no_pairs", (select(2, stats.alpha_counts { { 1, 0 }, { 0, 0 } })))
	end)

	it("takes nil and false as missing", function()
		local alpha = stats.alpha({ { 1, 1, 2 }, { 1, 1, false }, { nil, 1, 2 }, units = 4 }, "nominal")
		assert.equal(1, alpha)
	end)

	it("does not depend on the order of the coders", function()
		for _, metric in ipairs { "nominal", "ordinal", "interval", "ratio" } do
			assert.equal((stats.alpha(T1, metric)), (stats.alpha({ T1[4], T1[2], T1[3], T1[1] }, metric)))
		end
	end)

	it("is right for strings and perfect agreement", function()
		alphas(rows "pos neg neu ·/pos neg neu pos/pos neg pos pos", { nominal = .722222 })
		assert.equal(1, (stats.alpha(rows "1 2 3 4/1 2 3 4/1 2 3 4", "nominal")))
	end)

	it("has no value without pairs", function()
		for _, coding in ipairs { rows "1 ·/· 2", rows "1 2 3", { units = 3 }, {} } do
			local alpha, reason, detail = stats.alpha(coding, "nominal")
			assert.is_nil(alpha)
			assert.equal("no_pairs", reason)
			assert.is_nil(detail.raw)
		end
	end)

	it("survives extreme values", function()
		local integers = { { math.mininteger, math.maxinteger, 0 }, { math.mininteger, math.maxinteger, 0 } }
		assert.equal(1, (stats.alpha(integers, "interval")))
		local huge, tiny = { { 1e300, -1e300, 1 }, { 1e300, -1e300, 2 } }, { { 1e-200, 3e-200 }, { 2e-200, 3e-200 } }
		near(1, (stats.alpha(huge, "interval")))
		near((stats.alpha({ { 1, 3 }, { 2, 3 } }, "interval")), (stats.alpha(tiny, "interval")))
		near(0, (stats.alpha({ { 0, 0 }, { 0, 1 } }, "ratio")))
	end)

	it("refuses what it cannot measure", function()
		refuses("no metric 'cosine'", stats.alpha, T1, "cosine")
		refuses("no metric 'nil'", stats.alpha, T1)
		refuses("'a' cannot be measured", stats.alpha, rows "a b/a b", "interval")
		refuses("cannot be measured", stats.alpha, { { 0 / 0 }, { 1 } }, "ordinal")
		refuses("cannot be measured", stats.alpha, { { 1 / 0 }, { 1 } }, "ordinal")
		refuses("starts at 0", stats.alpha, rows "-1 1/1 1", "ratio")
		refuses("is no category", stats.alpha, { { {} }, { 1 } }, "nominal")
		refuses("is no category", stats.alpha, { { 0 / 0 }, { 1 } }, "nominal")
		refuses("a value for unit 3 of 2", stats.alpha, { { 1, 2, 3 }, units = 2 }, "nominal")
		refuses("numbered from 1", stats.alpha, { { first = 1 } }, "nominal")
		refuses("a coder is a list", stats.alpha, { 1, 2 }, "nominal")
		refuses("a coding is a list", stats.alpha, nil, "nominal")
	end)
end)

describe("stats.kappa", function()
	local function matrix(text, raw, kappa, ac1, digits)
		local value, _, detail = stats.kappa_matrix(rows(text))
		near(kappa, value, digits)
		if raw then near(raw, detail.raw, digits) end
		if ac1 then near(ac1, (stats.ac1(stats.matrix_counts(rows(text)))), digits) end
	end

	it("T10: two by two", function()
		matrix("20 5/10 15", .7, .4, .4059, 5e-5)
	end)

	it("T11: SAS", function()
		matrix("0 4 1/0 8 0/0 1 5", nil, .4842, .555984, 5e-5)
	end)

	it("T12: Gwet's abstractors", function()
		matrix("13 0 0/0 20 7/0 4 56", nil, .796, .849, 5e-4)
	end)

	it("T14: the paradox of Feinstein and Cicchetti", function()
		matrix("80 10/5 5", .85, .3182, .808, 5e-5)
		matrix("40 9/6 45", .85, .6995, .7007, 6e-5)
	end)

	it("weighs by value or by rank", function()
		near(.4701, (stats.kappa_matrix(SAS, "linear")), 5e-5)
		near(.4701, (stats.kappa_matrix(SAS, "linear", { 0, 1, 2 })), 5e-5)
		local first, second = ANXIETY[1], ANXIETY[2]
		near(-.006289308, (stats.kappa(first, second)), 5e-9)
		near(.1459075, (stats.kappa(first, second, "linear_rank")), 5e-8)
		near(.2520325, (stats.kappa(first, second, "quadratic_rank")), 5e-8)
		assert.not_equal((stats.kappa(first, second, "linear")), (stats.kappa(first, second, "linear_rank")))
	end)

	it("pairs what both have", function()
		local kappa, reason, detail = stats.kappa({ "a", "b", nil, "b", false }, { "a", "b", "b", nil, "a" })
		assert.equal(1, kappa)
		assert.is_nil(reason)
		assert.equal(2, detail.n)
		assert.same({ "a", "b" }, detail.values)
	end)

	it("is 0, not undefined, where each has a category of its own", function()
		assert.equal(0, (stats.kappa({ "a", "a" }, { "b", "b" })))
	end)

	it("has no value without pairs or variation", function()
		local kappa, reason, detail = stats.kappa({ "a", "a" }, { "a", "a" })
		assert.is_nil(kappa)
		assert.equal("no_variation", reason)
		assert.equal(1, detail.raw)
		assert.same({ nil, "no_pairs" }, { (stats.kappa({ "a" }, { nil, "a" })), (select(2, stats.kappa({}, {}))) })
		assert.equal("no_variation", (select(2, stats.kappa({ 2, 2 }, { 2, 2 }, "linear"))))
	end)

	it("refuses what is no confusion matrix", function()
		refuses("another length", stats.kappa_matrix, { { 1, 2 }, { 3 } })
		refuses("is no count", stats.kappa_matrix, { { 1, -2 }, { 3, 4 } })
		refuses("is no count", stats.kappa_matrix, { { 1, .5 }, { 3, 4 } })
		refuses("3 values for 2", stats.kappa_matrix, { { 1, 2 }, { 3, 4 } }, "linear", { 1, 2, 3 })
		refuses("no weighting 'cubic'", stats.kappa, { 1, 2 }, { 1, 1 }, "cubic_rank")
		refuses("cannot be measured", stats.kappa, { "a", "b" }, { "b", "b" }, "linear")
	end)
end)

describe("stats.fleiss and stats.ac1", function()
	it("T8: Wikipedia", function()
		local kappa, _, detail = stats.fleiss(T8)
		near(.209931, kappa)
		near(.378022, detail.raw)
		near(.212755, detail.expected)
	end)

	it("T9: Fleiss 1971", function()
		local counts, values = stats.counts(diagnoses())
		local kappa, _, detail = stats.fleiss(counts)
		near(.4302445, kappa, 5e-8)
		near(.219938, detail.expected)
		assert.same({ 26, 26, 30, 55, 43 }, detail.totals)
		assert.same({ 1, 2, 3, 4, 5 }, values)
	end)

	it("T13: values missing", function()
		local counts = stats.counts(T1)
		local ac1, _, detail = stats.ac1(counts)
		near(.775444, ac1)
		near(.818, detail.raw, 5e-4)
		near(.190, detail.expected, 5e-4)
		assert.equal(11, detail.units)
		assert.equal(12, detail.rated)
		near(.761, (stats.fleiss(counts)), 5e-4)
	end)

	it("have no value without pairs or variation", function()
		for _, coefficient in ipairs { stats.fleiss, stats.ac1 } do
			local value, reason, detail = coefficient { { 3, 0 }, { 2, 0 } }
			assert.is_nil(value)
			assert.equal("no_variation", reason)
			assert.equal(1, detail.raw)
			for _, counts in ipairs { {}, { { 1, 0 }, { 0, 1 } }, { { 0, 0 } } } do
				value, reason, detail = coefficient(counts)
				assert.is_nil(value)
				assert.equal("no_pairs", reason)
				assert.is_nil(detail.raw)
			end
		end
	end)

	it("refuse ragged counts", function()
		refuses("a row of 1", stats.fleiss, { { 1, 2 }, { 3 } })
		refuses("is no count", stats.ac1, { { 1, 2.5 } })
	end)
end)

describe("stats.raw", function()
	it("is the mean over the units with pairs", function()
		local raw, reason, detail = stats.raw(T1)
		near(.818182, raw)
		assert.is_nil(reason)
		assert.equal(11, detail.units)
	end)

	it("has no value without pairs", function()
		local raw, reason = stats.raw(rows "1 ·/· 1")
		assert.is_nil(raw)
		assert.equal("no_pairs", reason)
	end)
end)

describe("stats.masi", function()
	it("T16: with NLTK's constants", function()
		near(.665, (stats.masi({ 1, 2 }, { 1, 2, 3, 4 })))
		near(.4975, (stats.masi({ "US", "EG", "QA", "TR" }, { "EG", "QA", "TR" })))
	end)

	it("knows equal, overlapping, separate and empty sets", function()
		assert.equal(0, (stats.masi({ 1, 2 }, { 2, 1, 1 })))
		near(1 - .33 / 3, (stats.masi({ 1, 2 }, { 2, 3 })))
		assert.equal(1, (stats.masi({ 1 }, { 2 })))
		assert.equal(1, (stats.masi({}, { 2 })))
		local distance, reason = stats.masi({}, {})
		assert.is_nil(distance)
		assert.equal("empty", reason)
	end)
end)

describe("stats.wilson", function()
	it("T24: Newcombe's examples", function()
		local examples = {
			{ 81, 263, .2553, .3662 }, { 15, 148, .0624, .1605 }, { 0, 20, 0, .1611 }, { 1, 29, .0061, .1718 },
			{ 2, 2, .3424, 1 }, { 3, 5, .2307, .8824 },
		}
		for _, example in ipairs(examples) do
			local k, n, low, high = table.unpack(example)
			local from, to = stats.wilson(k, n)
			near(low, from, 5e-5)
			near(high, to, 5e-5)
			assert.same({ from, to }, { stats.wilson_share(k / n, n) })
		end
		assert.equal(0, (stats.wilson(0, 20)))
		assert.equal(1, (select(2, stats.wilson(2, 2))))
	end)

	it("T26: scores as shares", function()
		local examples = {
			{ .5, 4, -.399, .909 }, { 1 / 6, 3, -.672, .818 }, { 1, 2, -.315, 1 }, { 0, 4, -.700, .700 },
		}
		for _, example in ipairs(examples) do
			local score, n, low, high = table.unpack(example)
			local from, to = stats.wilson_share((score + 1) / 2, n)
			near(low, 2 * from - 1, 5e-4)
			near(high, 2 * to - 1, 5e-4)
		end
	end)

	it("gives the same for a whole number of either type", function()
		assert.same({ stats.wilson_share(.25, 4) }, { stats.wilson(1, 4) })
		assert.same({ stats.wilson_share(.25, 4) }, { stats.wilson(1.0, 4) })
	end)

	it("takes another quantile", function()
		local low, high = stats.wilson(3, 5, 1)
		near((.6 + .1) / 1.2 - math.sqrt(.24 / 5 + .01) / 1.2, low)
		near((.6 + .1) / 1.2 + math.sqrt(.24 / 5 + .01) / 1.2, high)
	end)

	it("has no interval without observations", function()
		for _, k in ipairs { 0, .5 } do
			local low, reason = stats.wilson(k, 0)
			assert.is_nil(low)
			assert.equal("no_observations", reason)
		end
	end)

	it("refuses what is no share", function()
		refuses("5 of 4 observations", stats.wilson, 5, 4)
		refuses("-1 of 4 observations", stats.wilson, -1, 4)
		refuses("is no share", stats.wilson_share, 1.5, 4)
		refuses("of 4 observations", stats.wilson, 0 / 0, 4)
		refuses("of -1 observations", stats.wilson, .5, -1)
		refuses("is no quantile", stats.wilson, 1, 4, 0)
	end)
end)

describe("stats.splitmix64", function()
	--- Decimal digits of 64 bits without a sign.
	local function unsigned(x)
		local tens = (x >> 1) // 5
		return ("%d%d"):format(tens, x - tens * 10)
	end

	it("T15: seed 42", function()
		local generator = stats.splitmix64(42)
		for _, expected in ipairs { "13679457532755275413", "2949826092126892291", "5139283748462763858" } do
			assert.equal(expected, unsigned(generator:next()))
		end
	end)

	it("multiplies exactly", function()
		local function below(bits, n)
			local generator = setmetatable({ next = function() return bits end }, getmetatable(stats.splitmix64(0)))
			return generator:below(n)
		end
		assert.equal(0, below(-1, 1))
		assert.equal(2, below(-1, 3))
		assert.equal((1 << 35) - 1, below(-1, 1 << 35))
		assert.equal(1 << 34, below(math.mininteger, 1 << 35))
		assert.equal(1, below(0x5555555555555800, 3)) -- the first that is not below a third
		assert.equal(0, below(0x5555555555555000, 3))
		assert.equal(34207028418, below(0xFEDCBA9876543210, 34359738367)) -- ((x >> 11) · n) >> 53 in Python
	end)

	it("refuses ranges and seeds that it cannot use", function()
		local generator = stats.splitmix64(-1)
		for _, n in ipairs { 0, -1, 2.5, (1 << 35) + 1 } do
			refuses("no number below", generator.below, generator, n)
		end
		refuses("is no integer", stats.splitmix64, "42")
		refuses("is no integer", stats.splitmix64, 1.5)
	end)
end)

describe("stats.bootstrap", function()
	it("T15: alpha of T1", function()
		local result = stats.bootstrap(stats.units(T1), nominal, { seed = 42, replicates = 2000 })
		near(.743421, result.estimate)
		near(.4203, result.low, 5e-5)
		near(.7321, result.median, 5e-5)
		near(1, result.high)
		assert.same({ 11, 2000, 42, 0 }, { result.units, result.replicates, result.seed, result.undefined })
		assert.same(result, (stats.bootstrap(stats.units(T1), nominal)))
		assert.not_equal(result.low, stats.bootstrap(stats.units(T1), nominal, { seed = 43 }).low)
	end)

	it("gives no interval for fewer than ten units", function()
		local units = stats.units(T1)
		local result, reason, detail = stats.bootstrap({ table.unpack(units, 1, 9) }, nominal)
		assert.is_nil(result)
		assert.equal("too_few_units", reason)
		assert.equal(9, detail.units)
		assert.is_table((stats.bootstrap({ table.unpack(units, 1, 10) }, nominal, { replicates = 10 })))
	end)

	it("drops and counts undefined replicates", function()
		local units = {}
		for i = 1, 12 do units[i] = i == 1 and { "a", "b" } or { "a", "a" } end
		local result = stats.bootstrap(units, nominal, { seed = 7, replicates = 500 })
		assert.is_true(result.undefined > 100 and result.undefined < 250) -- (11/12)^12 of them: 35 %
		assert.equal(500, result.replicates)
		local defined = 0
		local function nan_later()
			defined = defined + 1
			return defined == 1 and 1 or 0 / 0
		end
		local none, reason, detail = stats.bootstrap(units, nan_later, { replicates = 20 })
		assert.is_nil(none)
		assert.equal("undefined_replicates", reason)
		assert.equal(20, detail.undefined)
	end)

	it("passes on why the estimate is undefined", function()
		local units = {}
		for i = 1, 10 do units[i] = { "a", "a" } end
		local result, reason = stats.bootstrap(units, nominal)
		assert.is_nil(result)
		assert.equal("no_variation", reason)
		assert.equal("undefined", (select(2, stats.bootstrap(units, function() return nil end))))
	end)

	it("takes the nearest rank", function()
		local units, draw = {}, -1
		for i = 1, 10 do units[i] = i end
		local function counting()
			draw = draw + 1
			return draw -- the estimate is 0, the replicates 1 to 100
		end
		local result = stats.bootstrap(units, counting, { replicates = 100, confidence = .86 })
		assert.same({ 0, 7, 50, 93 }, { result.estimate, result.low, result.median, result.high })
	end)

	it("refuses odd options", function()
		refuses("replicates", stats.bootstrap, {}, nominal, { replicates = 0 })
		refuses("confidence", stats.bootstrap, {}, nominal, { confidence = 1 })
		refuses("is no integer", stats.bootstrap, {}, nominal, { seed = .5 })
		local units = stats.units(T1)
		refuses("a statistic that is a string", stats.bootstrap, units, function() return "1" end)
	end)
end)

describe("stats.jackknife", function()
	it("T13: alpha of T1", function()
		local result = stats.jackknife(stats.units(T1), nominal)
		near(.1463, result.error, 5e-5)
		near(.743421, result.estimate)
		near(result.estimate - 2.228139 * result.error, result.low)
		near(result.estimate + 2.228139 * result.error, result.high)
		assert.equal(11, result.units)
	end)

	it("is the standard error for a mean", function()
		local function mean(units)
			local sum = 0
			for _, value in ipairs(units) do sum = sum + value end
			return sum / #units
		end
		local result = stats.jackknife({ 1, 2, 3, 4 }, mean)
		near(math.sqrt(5 / 3 / 4), result.error)
		near(2.5, result.mean)
	end)

	it("has no value where a unit decides whether there is one", function()
		local result, reason, detail = stats.jackknife({ { "a", "b" }, { "a", "a" }, { "a", "a" } }, nominal)
		assert.is_nil(result)
		assert.equal("undefined_replicates", reason)
		assert.equal(1, detail.undefined)
		assert.equal("too_few_units", (select(2, stats.jackknife({ { "a", "b" } }, nominal))))
		assert.equal("no_variation", (select(2, stats.jackknife({ { 1, 1 }, { 1, 1 } }, nominal))))
	end)
end)

describe("stats.t_quantile", function()
	it("is that of the tables", function()
		local quantiles = {
			{ 1, 12.706205 }, { 2, 4.302653 }, { 3, 3.182446 }, { 4, 2.776445 }, { 5, 2.570582 }, { 10, 2.228139 },
			{ 30, 2.042272 }, { 1000, 1.962339 },
		}
		for _, example in ipairs(quantiles) do near(example[2], stats.t_quantile(.95, example[1]), 1e-6) end
		near(3.169273, stats.t_quantile(.99, 10), 1e-6)
	end)

	it("refuses other arguments", function()
		refuses("confidence", stats.t_quantile, 1, 5)
		refuses("degrees of freedom", stats.t_quantile, .95, 0)
	end)
end)
