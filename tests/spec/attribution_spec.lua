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
