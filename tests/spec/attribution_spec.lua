-- Attribution with the English pack: each case a way in which news says who speaks.
local assay = require "assay"

local function quotes(text)
	local article, list = assay.article(text), {}
	for quote in article:quotes() do
		local speaker = quote:speaker()
		list[#list + 1] = { quote:kind(), quote:text(), speaker }
	end
	return list
end

local CASES = {
	{ "a clause behind `said that`", "Egyptian officials said on Monday that the crossing would open.",
		{ "indirect", "the crossing would open", "Egyptian officials" } },
	{ "a clause without `that`", "Egypt said it would open the crossing.", { "indirect", "it would open the crossing",
		"Egypt" } },
	{ "content before its speaker", "The crossing will open, a senior Turkish official said.",
		{ "indirect", "The crossing will open", "a senior Turkish official" } },
	{ "`according to` at the start", "According to Reuters, the crossing will open.",
		{ "indirect", "the crossing will open", "Reuters" } },
	{ "`according to` at the end", "The crossing will open, according to Reuters.",
		{ "indirect", "The crossing will open", "Reuters" } },
	{ "a direct quotation", "“We will open it,” the official said.", { "direct", "We will open it,", "the official" } },
	{ "a speaker behind the verb", "“We will open it,” said Badr Abdelatty.", { "direct", "We will open it,",
		"Badr Abdelatty" } },
	{ "a quotation that goes on behind its attribution", "“We will,” the official said, “open it soon.”",
		{ "direct", "open it soon.", "the official" } },
	{ "a passive", "“We will open it,” Reuters was told by a US official.", { "direct", "We will open it,",
		"a US official" } },
	{ "a relative clause", "Badr Abdelatty spoke of a plan, which he claimed will work.",
		{ "indirect", "will work", "he" } },
	{ "a hearer with a noun behind it", "An envoy told Al Jazeera television the plan will work.",
		{ "indirect", "the plan will work", "An envoy" } },
	{ "an apposition between speaker and verb", "Badr Abdelatty, the Egyptian minister, said the plan will work.",
		{ "indirect", "the plan will work", "Badr Abdelatty, the Egyptian minister" } },
	{ "a participle", "The envoy left, saying the plan will work.", { "indirect", "the plan will work", nil } },
	{ "a clause over the hearer and an adverbial", "The envoy told reporters in Cairo on Monday that the plan will work.",
		{ "indirect", "the plan will work", "The envoy" } },
	{ "a clause over a statement", "The ministry said in a statement that the plan will work.",
		{ "indirect", "the plan will work", "The ministry" } },
	{ "a belief", "Voters believe the plan will work.", { "indirect", "the plan will work", "Voters" } },
	{ "an intention", "The minister decided to open the crossing.", { "indirect", "to open the crossing",
		"The minister" } },
	{ "a request", "Egypt urged Israel to open the crossing.", { "indirect", "Israel to open the crossing", "Egypt" } },
	{ "a judgement", "Qatar praised the plan.", { "indirect", "the plan", "Qatar" } },
	{ "what somebody talks about", "The envoy complained about the delay.", { "indirect", "the delay", "The envoy" } },
	{ "a noun with its owner", "Egypt’s claim that the plan will work is old.", { "indirect",
		"the plan will work is old", "Egypt" } },
	{ "an adjective", "The envoy was confident that the plan will work.", { "indirect", "the plan will work",
		"The envoy" } },
	{ "a passive without agent", "It was reported that the plan will work.", { "indirect", "the plan will work", nil } },
	{ "a patient of whom something is expected", "The crossing is expected to open.", { "indirect",
		"The crossing is expected to open", nil } },
	{ "a passive with agent", "The plan was rejected by Hamas.", { "indirect", "The plan", "Hamas" } },
	{ "an adverb", "The crossing will reportedly open.", { "indirect", "The crossing will reportedly open", nil } },
	{ "a content on both sides of its source", "In the end, the envoy said, the plan will work.",
		{ "indirect", "In the end, the envoy said, the plan will work", "the envoy" } },
	{ "a question before its cue", "“Will it open?” the envoy asked.", { "direct", "Will it open?", "the envoy" } },
	{ "a paragraph introduced by a colon", "The envoy wrote:\n\n“The plan will work in the end.”", { "direct",
		"The plan will work in the end.", "The envoy" } },
	{ "a quotation that is never closed", "The envoy said that “the plan will work.\nIt rained.",
		{ "direct", "the plan will work.", "The envoy" } },
	{ "a term in scare quotes", "Egypt opened the “safe passage” on Monday.", { "scare", "safe passage", nil } },
}

describe("attribution finds", function()
	for _, case in ipairs(CASES) do
		it(case[1], function()
			local found
			for _, quote in ipairs(quotes(case[2])) do
				found = found or quote[1] == case[3][1] and quote[2] == case[3][2] and (not case[3][3] or quote[3] == case[3][3])
			end
			assert.is_true(found or false, "not among: " .. require("assay.core").json.encode(quotes(case[2])))
		end)
	end

	it("the speaker of a quotation carried on from the one before", function()
		local list = quotes "“We will,” the official said. “There is a plan that will work.”"
		assert.same({ "direct", "There is a plan that will work.", "the official" }, list[#list])
	end)

	it("the speaker of a fragment that goes on without attribution", function()
		local list = quotes "“We will,” the official said. Given that, it is “hard to imagine that this will end.”"
		assert.same({ "direct", "hard to imagine that this will end.", "the official" }, list[#list])
	end)

	it("who reported what another said", function()
		local list = quotes "Reuters reported that the envoy urged Israel to open the crossing."
		assert.same({ "indirect", "the envoy urged Israel to open the crossing", "Reuters" }, list[1])
		assert.same({ "indirect", "Israel to open the crossing", "the envoy" }, list[2])
	end)

	it("one report with the quoted fragments among its parts", function()
		local article = assay.article "The envoy said that it was “a big step to the end” of the war."
		local whole, fragment = table.unpack(article:records "quotes")
		assert.equal("mixed", whole.kind)
		assert.equal(3, #whole.parts)
		assert.equal("a big step to the end", article:text():sub(whole.parts[2][1] + 1, whole.parts[2][2]))
		assert.same({ true, 1 }, { fragment.partial, fragment.part_of })
	end)

	it("one report where a quotation goes on", function()
		local list = assay.article("“We will,” he said. “There is a plan that will work.”"):records "quotes"
		assert.same({ "direct", 2 }, { list[1].kind, #list[1].parts })
		assert.equal(1, list[2].part_of)
	end)

	it("no report in what may be said, nor in words that are quoted", function()
		assert.same({}, quotes "Egypt may announce that the crossing will open.")
		assert.equal(1, #quotes "“Israel said that it will open,” the envoy said.")
	end)

	it("no speaker for a noun of the same form as a verb", function()
		assert.same({}, quotes "The Israeli claims were many.")
		assert.same({ { "indirect", "the Israeli claims", "Hamas" } }, quotes "Hamas dismissed the Israeli claims.")
	end)

	it("whom an unlisted person speaks for only where an apposition says so", function()
		local function side(text)
			for mention in assay.article(text):mentions() do
				if mention:text() == "Badr Abdelatty" then return mention:entity():side():name() end
			end
		end
		assert.equal("Egypt", side "Badr Abdelatty, a spokesman for Egypt, left.")
		assert.equal("Badr Abdelatty", side "Of Badr Abdelatty, Egypt said nothing.")
	end)
end)
