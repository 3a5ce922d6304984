-- Who depends on whom: each kind of evidence from small texts, its bytes, and the ladder.
local analysis = require "assay.analysis"
local dependence = require "assay.dependence"
local reuse = require "assay.reuse"

local session = assert(analysis.open { script = "tests/fixtures/claims.lua" })

local function results_of(articles)
	local results = {}
	for i, article in ipairs(articles) do
		local result = assert(session:analyse(article[1], { id = "a" .. i, outlet = article[2], published = "2025-11-10" }))
		result.text = result.text or article[1]
		results[i] = result
	end
	return results
end

local function links_of(articles)
	local results = results_of(articles)
	local links, weights = dependence.links(results, session.description.claims)
	return links, results, weights
end

local function kinds(link)
	local list = {}
	for i, shown in ipairs(link and link.evidence or {}) do list[i] = shown.kind end
	return table.concat(list, " ")
end

local function words(result, span) return result.text:sub(span.start + 1, span["end"]) end

local PAD = "It rained over the bay for most of that day, and few people went out. "

describe("a shared run", function()
	it("is told with its bytes in both", function()
		local links, results = links_of {
			{ PAD .. "The pilots will go back to work once their new contract is signed. He left." },
			{ "Nobody knew why. The pilots will go back to work once their new contract was read to them." },
		}
		assert.equal(1, #links)
		assert.equal("shared_run", kinds(links[1]))
		assert.equal(1, links[1].level)
		local shown = links[1].evidence[1]
		assert.equal(11, shown.words)
		assert.equal("The pilots will go back to work once their new contract", words(results[1], shown.a))
		assert.equal(words(results[1], shown.a), words(results[2], shown.b))
	end)
	it("of names and titles is none", function()
		local name = "Foreign Minister Ida Brandt of the Harbour Board, Prime Minister Ida Brandt "
		assert.same({}, (links_of { { name .. "left. " .. PAD }, { "Today " .. name .. "spoke." } }))
	end)
	it("that many articles have is a stock phrase", function()
		local articles = {}
		for i = 1, 12 do
			local own = ("Story %d is about %s. "):format(i, ("x"):rep(i))
			articles[i] = { own .. "as the weather office said in its bulletin early today" }
		end
		assert.same({}, (links_of(articles)))
	end)
	it("inside quotation marks is none: that is a saying", function()
		local said = "“The pilots will go back to work once their new contract is signed,” "
		local links = links_of { { PAD .. said .. "Ida Brandt said." }, { said .. "Ida Brandt told reporters there." } }
		assert.equal("shared_quote", kinds(links[1]))
	end)
end)

describe("near duplicates", function()
	local text = {}
	for i = 1, 60 do text[i] = "word" .. i * 7 end
	local whole = table.concat(text, " ")
	it("share half of the shorter text or more: level 4", function()
		local links = links_of { { whole .. "." }, { "It rained. " .. whole .. " and more of it." } }
		assert.equal(4, links[1].level)
		assert.equal("near_duplicate", links[1].evidence[1].kind)
		assert.equal(0.95, links[1].rho)
	end)
	it("in part, or a run of 25 words: level 3", function()
		local part = table.concat(text, " ", 1, 26)
		local more = {}
		for i = 1, 300 do more[i] = "other" .. i end
		local long = table.concat(more, " ")
		local links = links_of { { part .. " " .. long }, { "It rained. " .. part .. " " .. long:gsub("other", "third") } }
		assert.equal(3, links[1].level)
	end)
	it("are not seen in a few words", function()
		local links = links_of { { "The pilots will go back now." }, { "So the pilots will go back now." } }
		assert.same({}, links)
	end)
end)

local TURNED = {
	{ "“It is hard to imagine that we simply abandon the old lighthouse,” a harbour official said.",
		"It was hard, a source said, “to see them simply abandoning the lighthouse.”" },
	{ "“We successfully negotiated a ferry contract for winter months,” the official said.",
		"An official claimed they “successfully negotiate a ferry contract” and left." },
}

describe("a saying in both", function()
	for i, pair in ipairs(TURNED) do
		it(("is found cut or turned: %d"):format(i), function()
			local links = links_of { { PAD .. pair[1] }, { pair[2] } }
			assert.equal("shared_quote", kinds(links[1]))
			assert.is_true(links[1].evidence[1].exclusive)
		end)
	end
	it("of a named speaker is public: no sign of a copy", function()
		local said = "“Our ferry contract was badly negotiated for winter months,” Ida Brandt said"
		local links = links_of { { PAD .. said .. "." }, { said .. " on Monday. Nobody answered." } }
		assert.is_false(links[1].evidence[1].exclusive)
		assert.equal(1, links[1].level)
	end)
	it("of two different speakers is none", function()
		local a = { stems = { "a", "b", "c" }, entity = "Ida" }
		assert.is_true(dependence.same_saying(a, { stems = { "a", "b", "c" } }))
		assert.is_false(dependence.same_saying(a, { stems = { "a", "b", "c" }, entity = "Ole" }))
		local x, y = { stems = { "a", "b", "c" }, side = "X" }, { stems = { "a", "b", "c" }, side = "Y" }
		assert.is_false(dependence.same_saying(x, y))
		assert.is_false(dependence.same_saying(a, { stems = { "a", "b", "x", "y", "z" } }))
	end)
end)

describe("a citation", function()
	it("of the other's outlet is told with its place", function()
		local links, results = links_of {
			{ "The harbour will close, Ida Brandt said.", "Coast Radio" },
			{ "It rained. A harbour official told Coast Radio that the harbour would close.", "Evening Tide" },
		}
		assert.equal("cites", kinds(links[1]))
		local shown = links[1].evidence[1]
		assert.same({ "a2", "a1", "Coast Radio" }, { shown.article, shown.from, words(results[2], shown) })
	end)
	it("of oneself is none", function()
		local results = results_of { { "A harbour official told the Tide that it would close.", "The Evening Tide" } }
		assert.is_true(results[1].cites[1].self)
		assert.same({}, (links_of {
			{ "A harbour official told the Tide that it would close.", "The Evening Tide" },
			{ "It rained.", "The Evening Tide" },
		}))
	end)
	it("of one third medium by both is a common source", function()
		local links = links_of {
			{ "A harbour official told Coast Radio that the harbour would close.", "A" },
			{ "According to Coast Radio, nobody will be paid.", "B" },
		}
		assert.equal("common_source", kinds(links[1]))
		assert.equal(1, links[1].level)
	end)
end)

describe("a rare value", function()
	it("is one that two share against the others", function()
		local links = links_of {
			{ "He met captain Ida Brandt." }, { "They know captain Ida Brandt." }, { "It was captain Ida Brandt." },
			{ "So harbour master Ida Brandt left." }, { "Then harbour master Ida Brandt came." },
		}
		assert.equal(1, #links)
		assert.same({ 4, 5, 1, "rare_value" }, { links[1].a, links[1].b, links[1].level, kinds(links[1]) })
	end)
	it("is none where the others do not outnumber them", function()
		assert.same({}, (links_of {
			{ "He met captain Ida Brandt." }, { "They know captain Ida Brandt." }, { "So harbour master Ida Brandt left." },
			{ "Then harbour master Ida Brandt came." },
		}))
	end)
end)

describe("the order of claims", function()
	local function result(order)
		local claims = {}
		for i, id in ipairs(order) do claims[i] = { claim = id, evidence = { { start = 10 * i } } } end
		return { claims = claims }
	end
	it("is compared by Kendall's tau", function()
		local tau, count = dependence.order(result { "a", "b", "c", "d" }, result { "a", "b", "d", "c", "e" })
		assert.equal(4, count)
		assert.equal(4 / 6, tau)
		assert.same({ -1, 3 }, { dependence.order(result { "a", "b", "c" }, result { "c", "b", "a" }) })
		assert.same({ 0, 0 }, { dependence.order(result { "a" }, result { "b" }) })
	end)
end)

describe("the ladder", function()
	for _, case in ipairs {
		{ {}, 0 }, { { order = true }, 0 }, { { run = true }, 1 }, { { source = true, value = true, public = true }, 1 },
		{ { run = true, source = true }, 1 }, { { run = true, quote = true }, 2 }, { { cites = true, order = true }, 2 },
		{ { long = true }, 3 }, { { partly = true }, 3 }, { { copy = true, run = true }, 4 },
	} do
		local names = {}
		for name in pairs(case[1]) do names[#names + 1] = name end
		table.sort(names)
		it(("%s: level %d"):format(table.concat(names, " "), case[2]), function()
			assert.equal(case[2], dependence.level(case[1]))
		end)
	end
end)

describe("texts that share words", function()
	it("are found among many, without the others", function()
		local texts, state = {}, 7
		for i = 1, 200 do
			local list = {}
			for j = 1, 60 do
				state = (state * 1103515245 + 12345) % 2147483648
				list[j] = "w" .. state % 5000
			end
			texts[i] = table.concat(list, " ")
		end
		texts[200] = "before " .. texts[17] .. " behind"
		local found = reuse.index(texts):pairs()
		assert.equal(1, #found)
		assert.same({ 17, 200, 56 }, { found[1].a, found[1].b, found[1].shared })
		assert.equal(1, found[1].containment)
		assert.equal(56 / 58, found[1].jaccard)
	end)
	it("are none where a text has too few", function()
		assert.same({}, reuse.index({ "", "one two", "one two" }):pairs(1))
		assert.same({}, reuse.runs("", "one two", 2))
	end)
	it("have runs with bytes beyond ASCII", function()
		local a, b = "Über das Café, sagte er", "so: ÜBER DAS CAFÉ sagte"
		local run = reuse.runs(a, b, 3)[1]
		assert.same({ 4, "Über das Café, sagte", "ÜBER DAS CAFÉ sagte" },
			{ run.words, a:sub(run.a.start + 1, run.a["end"]), b:sub(run.b.start + 1, run.b["end"]) })
	end)
end)
