-- Framing: counts of voices, verbs and names withheld; no valence.
local aggregate = require "assay.aggregate"
local analysis = require "assay.analysis"
local framing = require "assay.framing"
local json = require "assay.core".json

local session = assert(analysis.open { script = "tests/fixtures/claims.lua" })

local function framing_of(...)
	local results = {}
	for i, text in ipairs { ... } do results[i] = assert(session:analyse(text, { id = "a" .. i, outlet = "o" .. i })) end
	return aggregate.run(session.description, results, { articles = #results }).framing
end

local function voice(told, name)
	for _, item in ipairs(told.voices) do
		if item.voice == name then return item end
	end
end

describe("framing", function()
	it("counts the reports of each voice, and the sentences they fill", function()
		local told = framing_of("Ida Brandt said it rains. Islanders claimed that the ferry is old. It snowed.").articles[1]
		assert.equal(2, told.reports)
		assert.same({ 1, 1.0 }, { voice(told, "Harbour Board").reports, voice(told, "Harbour Board").sentences })
		assert.equal("distancing", voice(told, "Islanders").cues[1].class)
		assert.equal(2, told.effective_voices)
	end)
	it("counts sources without a name", function()
		local told = framing_of("A harbour official said it rains. Ida Brandt said that it snows.").articles[1]
		assert.same({ count = 1, of = 2, share = 0.5 }, told.anonymous)
	end)
	it("gives an interval from ten reports on, and none below", function()
		local told = framing_of(("Ida Brandt said it rains. "):rep(10)).articles[1]
		assert.equal(0, told.anonymous.low)
		assert.is_near(0.2775, told.anonymous.high, 1e-4)
	end)
	it("measures how deep chains go", function()
		local told = framing_of("According to Coast Radio, Ida Brandt said that the harbour is open.").articles[1]
		assert.equal(2, told.depth)
	end)
	it("of an article without reports, and of no article, has no shares", function()
		local told = framing_of("It rained.")
		assert.same({ count = 0, of = 0 }, told.articles[1].anonymous)
		assert.is_nil(told.articles[1].effective_voices)
		assert.same({}, framing.compare({}, true).articles)
		assert.equal(0, framing.compare({}, true).all.reports)
	end)
	it("is the same for the same texts", function()
		local text = "Ida Brandt said it rains. A harbour official said Islanders claim that it snows."
		assert.equal(json.encode(framing_of(text, text)), json.encode(framing_of(text, text)))
	end)
	it("compares labels in the outlets' own words by their divergence", function()
		local function result(id, counts)
			local labels = {}
			for term, count in pairs(counts) do labels[#labels + 1] = { term = term, voice = "outlet", count = count } end
			return { id = id, labels = labels }
		end
		local list = framing.compare({ result("a", { x = 1, y = 1 }), result("b", { x = 1 }), result("c", {}) }, true)
		assert.equal(1, #list.label_distances)
		assert.is_near(0.3113, list.label_distances[1].distance, 1e-4)
	end)
end)
