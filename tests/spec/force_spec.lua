-- A second question on the same engine: the pack stabilisation-force on texts of its own, and on the five seeds where
-- they are there. The floors lie below what it reaches.
local aggregate = require "assay.aggregate"
local analysis = require "assay.analysis"
local evaluation = require "assay.evaluation"
local examples = require "assay.examples"
local json = require "assay.core".json
local lint = require "assay.lint"

local FOLDER = "tests/force/"
local SEEDS = "../shared/seeds/"

local session = assert(analysis.open { pack = "stabilisation-force" })

local function read(path)
	local handle = io.open(path, "rb")
	if not handle then return nil end
	local bytes = handle:read "a"
	handle:close()
	return bytes
end

local function object_of(folder, ids)
	local results = {}
	for i, id in ipairs(ids) do results[i] = assert(session:analyse(assert(read(folder .. id .. ".txt")), { id = id })) end
	return json.decode(json.encode(aggregate.run(session.description, results, { articles = #results })))
end

local function lines_of(path)
	local list = {}
	for line in read(path):gmatch "[^\n]+" do list[#list + 1] = json.decode(line) end
	return list
end

local function ids_of(lines)
	local ids = {}
	for i, line in ipairs(lines) do ids[i] = line.id end
	return ids
end

local function stances_of(article)
	local map = {}
	for _, stance in ipairs(article.stances) do
		if stance.stance ~= "none" then map[stance.actor] = stance.stance end
	end
	return map
end

--- The claims that are not denied, of who joins, declines and is vetoed.
local function claims_of(article)
	local set = {}
	for _, item in ipairs(article.claims) do
		local kind = item.claim:match "^(%l+)_"
		local asked = kind == "joins" or kind == "declines" or kind == "vetoed"
		if asked and item.status ~= "denied" then set[item.claim] = true end
	end
	return set
end

local function size(set)
	local count = 0
	for _ in pairs(set) do count = count + 1 end
	return count
end

--- Precision and recall of the claims against lines { id, claims }.
local function claim_figures(object, lines)
	local hits, said, gold = 0, 0, 0
	for i, line in ipairs(lines) do
		local found = claims_of(object.articles[i])
		said, gold = said + size(found), gold + #line.claims
		for _, id in ipairs(line.claims) do hits = hits + (found[id] and 1 or 0) end
	end
	return hits / said, hits / gold
end

describe("the pack stabilisation-force", function()
	it("has nothing that the lint finds", function()
		assert.same({}, lint.run(session))
	end)

	it("passes its examples", function()
		local counts = examples.count(examples.run(session))
		assert.equal(0, counts.failed)
		assert.is_true(counts.passed >= 45)
	end)

	it("finds the stances of its texts", function()
		local object = object_of(FOLDER, ids_of(lines_of(FOLDER .. "stances.jsonl")))
		local gold = assert(evaluation.gold(read(FOLDER .. "stances.jsonl")))
		local figures = evaluation.run(object, gold, { rules = {}, seed = 42 })
		assert.is_true(figures.accuracy.estimate >= 0.85)
		assert.is_true(figures.macro_f1.estimate >= 0.65)
	end)

	it("finds who joins, who declines and whose troops are rejected", function()
		local lines = lines_of(FOLDER .. "claims.jsonl")
		local precision, recall = claim_figures(object_of(FOLDER, ids_of(lines)), lines)
		assert.is_true(precision >= 0.9)
		assert.is_true(recall >= 0.8)
	end)

	it("finds on the seeds who stands where, and who will not join", function()
		if not read(SEEDS .. "000.txt") then return pending "../shared is not there" end
		local object = object_of(SEEDS, { "000", "001", "002", "003", "004" })
		local articles = object.articles
		for i = 1, 4 do assert.same({}, stances_of(articles[i])) end
		assert.same({ Israel = "opposes", Turkey = "favours", ["United States"] = "favours" }, stances_of(articles[5]))
		assert.is_true(claims_of(articles[3]).declines_united_arab_emirates)
		assert.is_true(claims_of(articles[5]).joins_turkey)
	end)

	it("treats every party alike", function()
		local text = "%s will not accept Turkish soldiers in Gaza. %s said it would not join the force."
		for _, name in ipairs { "Israel", "Egypt", "Qatar", "Jordan", "Pakistan", "Indonesia" } do
			local result = session:analyse(text:format(name, name), { id = "a" })
			assert.same({ [name] = "opposes" }, stances_of(result))
			local claims = claims_of(result)
			assert.is_true(claims["declines_" .. name:lower()] or name == "Israel")
			assert.is_true(claims.vetoed_turkey)
		end
	end)
end)
