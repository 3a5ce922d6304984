-- Figures against gold, by hand.
local evaluation = require "assay.evaluation"
local json = require "assay.core".json

local GOLD = [[
{"id":"a","actor":"Board","stance":"opposes","alt":["mixed"]}
{"id":"a","actor":"Islanders","stance":"favours"}
{"id":"a","actor":"Crew","stance":"none","mentioned":false}
{"id":"b","actors":{"Board":{"stance":"opposes","alt":[]},"Islanders":{"stance":"conditional","alt":null}}}

]]

local function stance(actor, label, ...)
	return { actor = actor, stance = label, evidence = { ... } }
end

local OBJECT = {
	articles = {
		{ id = "folder/a.txt", outlet = "Gazette", stances = {
			stance("Board", "mixed", { rule = "r", sign = -1 }, { rule = "s", sign = 1 }),
			stance("Islanders", "favours", { rule = "s", sign = 1 }) } },
		{ id = "b", outlet = json.null, stances = { stance("Board", "opposes", { rule = "r", sign = -1 }) } },
	},
}

local function told(actors)
	return evaluation.run(OBJECT, assert(evaluation.gold(GOLD)), { actors = actors, rules = { "r", "s", "t" }, seed = 42 })
end

local function row(rows, name)
	for _, item in ipairs(rows) do
		if item.name == name then return item end
	end
end

describe("evaluation", function()
	it("reads both kinds of gold, and not who is not mentioned", function()
		local gold = evaluation.gold(GOLD)
		local names = {}
		for i, item in ipairs(gold) do names[i] = item.id .. " " .. item.actor .. " " .. item.stance end
		assert.same({ "a Board opposes", "a Islanders favours", "b Board opposes", "b Islanders conditional" }, names)
	end)

	it("names the line of gold that is none", function()
		for _, line in ipairs { '{"id":"a"}', "x", '{"id":"a","actor":"B","stance":"neutral"}', '{"actor":"B"}' } do
			assert.same({ nil, 2 }, { evaluation.gold('{"id":"a","actor":"B","stance":"none"}\n' .. line) })
		end
	end)

	it("counts an alternative half in the accuracy and as wrong in F1", function()
		local figures = told()
		assert.equal(2.5 / 4, figures.accuracy.estimate)
		local opposes = row(figures.classes, "opposes")
		assert.same({ 1, 0.5 }, { opposes.precision, opposes.recall })
		assert.is_true(math.abs(figures.macro_f1.estimate - (2 / 3 + 1 + 0) / 3) < 1e-12)
	end)

	it("has precision, recall and F1 per actor and outlet", function()
		local board = row(told().actors, "Board")
		assert.same({ 0.5, 0.5, 0.75, 2 }, { board.precision, board.recall, board.accuracy, board.pairs })
		local gazette = row(told().outlets, "Gazette")
		assert.same({ 0.5, 0.75 }, { gazette.recall, gazette.accuracy })
		assert.equal(1, row(told().outlets, "unknown").said)
	end)

	it("tells how often the side of a rule is borne out, and what it finds", function()
		local r, s = row(told().rules, "r"), row(told().rules, "s")
		assert.same({ 1, 0.5, 0.5, 0.25 }, { r.precision, r.recall, s.precision, s.recall })
		assert.equal(0, row(told().rules, "t").said)
	end)

	it("has the confusion table and the misses with their evidence", function()
		local figures = told()
		assert.same({ 0, 1, 0, 1, 0 }, table.move(figures.confusion[2], 1, 5, 1, {}))
		assert.equal(2, #figures.misses)
		local miss = figures.misses[1]
		assert.same({ "opposes", "mixed", 0.5, 2 }, { miss.gold, miss.said, miss.points, #miss.evidence })
	end)

	it("counts only the actors that are asked for", function()
		assert.equal(2, told({ Board = true }).pairs)
	end)

	it("has a bootstrap interval where there are pairs enough, the same for the same seed", function()
		assert.equal("too_few_units", told().accuracy.reason)
		local gold = {}
		for i = 1, 12 do gold[i] = ('{"id":"%s","actor":"Board","stance":"opposes"}'):format(i % 2 == 0 and "a" or "b") end
		local list = evaluation.gold(table.concat(gold, "\n"))
		local one = evaluation.run(OBJECT, list, { rules = {}, seed = 7 }).accuracy
		local two = evaluation.run(OBJECT, list, { rules = {}, seed = 7 }).accuracy
		assert.same(one, two)
		assert.is_true(one.low <= one.estimate and one.estimate <= one.high and one.low < one.high)
	end)
end)
