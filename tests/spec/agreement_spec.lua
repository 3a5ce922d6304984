-- Agreement, coverage, omission, weights: the vectors T17–T22 of the method, and inputs that have no answer.
local agreement = require "assay.agreement"
local dependence = require "assay.dependence"
local framing = require "assay.framing"
local origin = require "assay.origin"
local value = require "assay.value"

local function near(expected, got, tolerance)
	assert.is_true(math.abs(expected - got) <= (tolerance or 5e-5), ("%s is not %s"):format(got, expected))
end

local place = 0

--- A record of claim `c`; fields override.
local function entry(fields)
	place = place + 10
	local made = {
		claim = "c", status = "asserted", value = true, root = { kind = "outlet" },
		evidence = { { start = place, ["end"] = place + 5 } },
	}
	for key, given in pairs(fields or {}) do made[key] = given end
	return made
end

--- Articles with these lists of records.
local function articles(lists, published)
	local results = {}
	for i, list in ipairs(lists) do
		results[i] = { id = "a" .. i, outlet = "o" .. i, claims = list, published = (published or {})[i] }
	end
	return results
end

local function run(kind, lists, weights, published)
	local results = articles(lists, published)
	if not weights then
		weights = {}
		for i = 1, #lists do weights[i] = 1 end
	end
	return agreement.claims({ { id = "c", type = kind } }, results, weights)[1], results
end

local function nominal(word) return { entry { value = word } } end

describe("two intervals", function()
	it("T17: about 200 and 100 to 200 meet, a third of both is shared", function()
		local a, b = { low = 150, high = 250 }, { low = 100, high = 200 }
		assert.is_true(value.compatible("interval", a, b))
		near(0.3333, value.overlap(a, b))
	end)
	it("T18: hundreds and about 200 meet", function()
		near(0.0589, value.overlap({ low = 200, high = 999 }, { low = 150, high = 250 }))
	end)
	it("T19: mean overlap of four equal and one other", function()
		local lists = {}
		for i = 1, 4 do lists[i] = { entry { value = { low = 150, high = 250 } } } end
		lists[5] = { entry { value = { low = 100, high = 200 } } }
		local claim = run("interval", lists)
		near(0.7333, claim.overlap)
		near(0.7333, claim.agreement)
		assert.equal("compatible", claim.status)
	end)
	it("that are one point are the same; a point inside another has no length", function()
		assert.equal(1, value.overlap({ low = 4, high = 4 }, { low = 4, high = 4 }))
		assert.equal(0, value.overlap({ low = 4, high = 4 }, { low = 1, high = 9 }))
		assert.is_true(value.compatible("interval", { low = 4, high = 4 }, { low = 1, high = 9 }))
		assert.equal(1, value.overlap({ low = 0, high = 0 }, { low = 0, high = 0 }))
	end)
	it("of which one is open meet above its bottom", function()
		assert.is_true(value.compatible("interval", { low = 20 }, { low = 500, high = 500 }))
		assert.is_false(value.compatible("interval", { low = 20 }, { low = 1, high = 9 }))
	end)
end)

describe("agreement", function()
	it("T20: x, x, y agree in one pair of three; as copies the two x count half", function()
		local lists = { nominal "x", nominal "x", nominal "y" }
		near(1 / 3, run("nominal", lists).agreement)
		near(0.2, run("nominal", lists, { 0.5, 0.5, 1 }).agreement)
	end)
	it("is not lowered by silence; coverage is", function()
		local claim = run("nominal", { nominal "x", nominal "x", {}, {} })
		assert.equal(1, claim.agreement)
		assert.equal(0.5, claim.coverage)
		assert.is_nil(claim.values.a3)
	end)
	it("F8: coverage is weighted", function()
		near(1.5 / 2.5, run("nominal", { nominal "x", nominal "x", {} }, { 0.5, 1, 1 }).coverage)
	end)
	it("of many articles with few values is the same as pair by pair", function()
		local lists, same, all = {}, 0, 0
		for i = 1, 30 do lists[i] = nominal(i % 3 == 0 and "x" or "y") end
		for i = 1, 30 do
			for j = i + 1, 30 do
				all = all + 1
				same = same + ((i % 3 == 0) == (j % 3 == 0) and 1 or 0)
			end
		end
		near(same / all, run("nominal", lists).agreement)
	end)
	it("of sets is what they share", function()
		local claim = run("set", { { entry { value = { "A", "b" } } }, { entry { value = { "a", "c" } } } })
		near(1 / 3, claim.agreement)
		assert.equal("compatible", claim.status)
	end)
end)

describe("a set", function()
	it("of an article holds the members of all its records", function()
		local a = { entry { value = { "x" } }, entry { value = { "y" }, status = "attributed" } }
		local claim = run("set", { a, { entry { value = { "y", "x" } } } })
		assert.equal(1, claim.agreement)
		assert.same({ "x", "y" }, { table.unpack(claim.values.a1) })
		assert.same({ "x" }, a[1].value)
	end)
end)

describe("the status", function()
	local function status(kind, lists, weights, published) return run(kind, lists, weights, published).status end
	it("agree, where values are the same", function()
		assert.equal("agree", status("nominal", { nominal "x", nominal "X" }))
	end)
	it("contradict, where they exclude each other", function()
		assert.equal("contradict", status("nominal", { nominal "x", nominal "y" }))
		assert.equal("contradict", status("polarity", { { entry() }, { entry { status = "denied" } } }))
	end)
	it("compatible, where sets differ", function()
		assert.equal("compatible", status("set", { { entry { value = { "a" } } }, { entry { value = { "b" } } } }))
	end)
	it("labelled-differently, where wordings differ", function()
		assert.equal("labelled-differently", status("text", { nominal "x", nominal "y" }))
	end)
	it("single-source, with one article or one origin", function()
		assert.equal("single-source", status("nominal", { nominal "x", {} }))
		local root = { kind = "named", name = "Ida Brandt" }
		assert.equal("single-source", status("nominal", { { entry { root = root } }, { entry { root = root } } }))
	end)
	it("reported-dispute, where one article has both", function()
		assert.equal("reported-dispute", status("nominal", { { entry { value = "x" }, entry { value = "y" } }, nominal "x" }))
	end)
	it("is no contradiction between different places", function()
		local a, b = entry { value = "x", scope = { place = "Norvik" } }, entry { value = "y", scope = { place = "Sund" } }
		local claim = run("nominal", { { a }, { b } })
		assert.equal("compatible", claim.status)
		assert.is_nil(claim.agreement)
		assert.equal("no_pairs", claim.why)
	end)
	it("changed, where the days are more than one apart", function()
		local lists = { nominal "x", nominal "y" }
		assert.equal("changed", status("nominal", lists, nil, { "2025-11-01", "2025-11-05" }))
		assert.equal("contradict", status("nominal", lists, nil, { "2025-11-01", "2025-11-02" }))
	end)
	it("changed, where the text names different days", function()
		local a = entry { value = "x", as_of = { from = "2025-11-01", to = "2025-11-01" } }
		local b = entry { value = "y", as_of = { from = "2025-11-02", to = "2025-11-02" } }
		assert.equal("changed", status("nominal", { { a }, { b } }))
	end)
	it("is no contradiction where one side is only possible", function()
		local a, b = entry { value = "x" }, entry { value = "y", commitment = { author = "PS+" } }
		assert.equal("compatible", status("nominal", { { a }, { b } }))
		b.commitment = { author = "Uu", source = "CT+" }
		assert.equal("contradict", status("nominal", { { a }, { b } }))
	end)
	it("tells where it hangs on the weights", function()
		local lists = {}
		for i = 1, 11 do lists[i] = { entry { value = i < 11 and { "x" } or { "y" } } } end
		local weights = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }
		assert.is_nil(run("set", lists, weights).unweighted)
		for i = 1, 10 do weights[i] = 0.1 end
		local claim = run("set", lists, weights)
		assert.equal("compatible", claim.status)
		assert.equal("agree", claim.unweighted.status)
	end)
end)

describe("omission", function()
	local declared = { { id = "c", type = "polarity" }, { id = "d", type = "polarity" } }
	local function other() return entry { claim = "d" } end
	it("F9: of what others cover, what is missing", function()
		local results = articles { { entry(), other() }, { entry() }, { other() } }
		local list = agreement.omission(declared, results, { 1, 1, 1 })
		assert.equal(0, list[1].value)
		near(2 / 3, list[2].value)
	end)
	it("does not hold against an article what was first told after it", function()
		local results = articles({ { entry() }, { entry(), other() } }, { "2025-11-01", "2025-11-03" })
		local list = agreement.omission(declared, results, { 1, 1 })
		assert.equal(0, list[1].value)
	end)
end)

describe("without enough to compare", function()
	local declared = { { id = "c", type = "interval" } }
	it("no article: nothing", function()
		assert.same({}, agreement.claims(declared, {}, {}))
		assert.same({}, agreement.pairs(declared, {}))
		assert.same({}, agreement.omission(declared, {}, {}))
		local links, weights, n_eff = dependence.links({}, declared)
		assert.same({ {}, {}, 0.0 }, { links, weights, n_eff })
	end)
	it("one article: no agreement, and the reason", function()
		local claim, results = run("interval", { { entry { value = { low = 1, high = 2 } } } })
		assert.equal("single-source", claim.status)
		assert.is_nil(claim.agreement)
		assert.equal("no_pairs", claim.why)
		assert.equal(1, claim.coverage)
		assert.same({ { article = "a1", why = "no_others" } }, agreement.omission(declared, results, { 1 }))
	end)
	it("all silent: no claim, no omission", function()
		local results = articles { {}, {} }
		assert.same({}, agreement.claims(declared, results, { 1, 1 }))
		assert.equal("no_claims", agreement.omission(declared, results, { 1, 1 })[1].why)
	end)
	it("all equal: agreement 1, coverage 1, omission 0", function()
		local claim, results = run("nominal", { nominal "x", nominal "x" })
		assert.same({ 1, 1, "agree" }, { claim.agreement, claim.coverage, claim.status })
		assert.equal(0, agreement.omission({ { id = "c", type = "nominal" } }, results, { 1, 1 })[1].value)
	end)
	it("weights of 0: no division by it", function()
		local claim = run("nominal", { nominal "x", nominal "y" }, { 0, 0 })
		assert.is_nil(claim.agreement)
		assert.equal(0, claim.coverage)
	end)
	it("labels of one article, or none: no distance", function()
		assert.is_nil(framing.divergence({}, { a = 1 }))
		assert.is_nil(framing.divergence({}, {}))
		assert.equal(0, framing.divergence({ a = 2 }, { a = 9 }))
		assert.equal(1, framing.divergence({ a = 2 }, { b = 9 }))
	end)
end)

describe("weights", function()
	local function weigh(count, links) return dependence.weigh(count, links) end
	it("T21: two copies count half each, with half the dependence two thirds", function()
		local weights, n_eff = weigh(3, { { a = 1, b = 2, rho = 1 } })
		assert.same({ 0.5, 0.5, 1.0 }, weights)
		assert.equal(2, n_eff)
		weights, n_eff = weigh(3, { { a = 1, b = 2, rho = 0.5 } })
		near(2 / 3, weights[1])
		near(7 / 3, n_eff)
	end)
	it("T22: three links among five", function()
		local weights, n_eff =
			weigh(5, { { a = 1, b = 2, rho = 0.5 }, { a = 1, b = 4, rho = 0.2 }, { a = 3, b = 4, rho = 0.2 } })
		for i, expected in ipairs { 0.5882, 0.6667, 0.8333, 0.7143, 1 } do near(expected, weights[i]) end
		near(3.8025, n_eff)
	end)
end)

describe("origins", function()
	--- least and most of places { kind, name, side, article }.
	local function count(list, links)
		local items = {}
		for i, item in ipairs(list) do
			items[i] = origin.item({ id = "a" .. item[4], outlet = "o" .. item[4] }, item[4],
				{ kind = item[1], name = item[2], side = item[3] }, { start = 10 * i, ["end"] = 10 * i + 5 })
		end
		return { origin.count(items, links or {}) }
	end
	it("of nothing are none", function() assert.same({ 0, 0 }, count {}) end)
	it("F12: two articles with one root: support 2, corroboration 1", function()
		assert.same({ 1, 1 }, count { { "named", "Ida Brandt", "B", 1 }, { "named", "Ida Brandt", "B", 2 } })
	end)
	it("of somebody unknown count 0 in the least, 1 in the most", function()
		assert.same({ 1, 2 }, count { { "named", "Ida Brandt", "B", 1 }, { "unknown", nil, nil, 2 } })
		assert.same({ 1, 1 }, count { { "unknown", nil, nil, 1 } })
	end)
	it("without a name may be anybody of their side", function()
		assert.same({ 1, 2 }, count { { "named", "Ida Brandt", "B", 1 }, { "unnamed", "an official", "B", 2 } })
		assert.same({ 2, 2 }, count { { "named", "Ida Brandt", "B", 1 }, { "unnamed", "an official", "C", 2 } })
		assert.same({ 1, 2 }, count { { "unnamed", "an official", "B", 1 }, { "unnamed", "an official", "B", 2 } })
		assert.same({ 1, 1 }, count { { "unnamed", "an official", "B", 1 }, { "unnamed", "An official", "B", 1 } })
	end)
	it("are one where both places lie in one shared saying", function()
		local said = { kind = "shared_quote", a = { start = 5, ["end"] = 50 }, b = { start = 5, ["end"] = 50 } }
		local list = { { "unnamed", "an official", "B", 1 }, { "unnamed", "a source", "B", 2 } }
		assert.same({ 1, 1 }, count(list, { { a = 1, b = 2, level = 1, evidence = { said } } }))
	end)
	it("of two outlets' own voices may be one where the articles depend on each other", function()
		local list = { { "outlet", nil, nil, 1 }, { "outlet", nil, nil, 2 } }
		assert.same({ 2, 2 }, count(list))
		assert.same({ 1, 2 }, count(list, { { a = 1, b = 2, level = 2, evidence = {} } }))
		assert.same({ 1, 1 }, count(list, { { a = 1, b = 2, level = 4, evidence = {} } }))
	end)
	it("that a medium was told are that medium's own", function()
		local list = { { "medium", "o2", "B", 1 }, { "unnamed", "an official", "B", 2 } }
		assert.same({ 1, 1 }, count(list, { { a = 1, b = 2, level = 1, evidence = {} } }))
	end)
end)
