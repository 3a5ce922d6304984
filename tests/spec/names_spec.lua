-- Names with the English pack: who is named, who is described, and what packs and options change.
local assay = require "assay"
local analysis = require "assay.analysis"

local function listed(article, layer, ...)
	local list = {}
	for _, record in ipairs(article:records(layer)) do
		local line = { article:text():sub(record.start + 1, record["end"]) }
		for _, key in ipairs { ... } do line[#line + 1] = tostring(record[key]) end
		list[#list + 1] = table.concat(line, " | ")
	end
	return list
end

local function mentions(text) return listed(assay.article(text), "mentions", "entity", "form") end

local function descriptions(text) return listed(assay.article(text), "descriptions", "form", "side") end

describe("names of the English pack", function()
	local CASES = {
		{ "a person behind a title", "They met former Trade Minister Adela Brand there.",
			{ "Adela Brand | Adela Brand | name" } },
		{ "a courtesy title", "They met Adela Brand. It suited Mr. Brand well.",
			{ "Adela Brand | Adela Brand | name", "Brand | Adela Brand | short" } },
		{ "a place of study", "She taught at the University of Elmstead for years.",
			{ "University of Elmstead | University of Elmstead | name" } },
		{ "a ministry with its side", "They met the Turkish Foreign Ministry then.",
			{ "Turkish | Turkey | adjective", "Foreign Ministry | Foreign Ministry | name" } },
		{ "an acronym", "They joined the Popular Harvest Units (PHU) and left the PHU.",
			{ "Popular Harvest Units | Popular Harvest Units | name", "PHU | Popular Harvest Units | acronym",
				"PHU | Popular Harvest Units | acronym" } },
		{ "a metonym", "Sources close to Ankara disagreed.", { "Ankara | Turkey | metonym" } },
		{ "a day, a month, a language", "They spoke English on Monday in March.", {} },
		{ "a middle initial", "They met Adela T. Brand. They liked Adela Brand.",
			{ "Adela T. Brand | Adela T. Brand | name", "Adela Brand | Adela T. Brand | name" } },
	}
	for _, case in ipairs(CASES) do
		it("read " .. case[1], function() assert.same(case[3], mentions(case[2])) end)
	end
end)

describe("descriptions of the English pack", function()
	local CASES = {
		{ "an official", "Then a senior Turkish official spoke.", { "a senior Turkish official | anonymous | Turkey" } },
		{ "sources", "They asked Israeli defense sources for it.", { "Israeli defense sources | anonymous | Israel" } },
		{ "an office", "They asked Egypt's foreign minister for it.", { "Egypt's foreign minister | definite | Egypt" } },
		{ "an office of a state", "They asked the president of Chile for it.",
			{ "the president of Chile | definite | Chile" } },
		{ "no title", "They asked Turkish President Adela Brand for it.", {} },
	}
	for _, case in ipairs(CASES) do
		it("read " .. case[1], function() assert.same(case[3], descriptions(case[2])) end)
	end

	it("swap with the names in them", function()
		assert.same({ "A senior Turkish official | anonymous | Turkey", "an Egyptian envoy | anonymous | Egypt" },
			descriptions "A senior Turkish official told an Egyptian envoy that it was late.")
		assert.same({ "A senior Egyptian official | anonymous | Egypt", "a Turkish envoy | anonymous | Turkey" },
			descriptions "A senior Egyptian official told a Turkish envoy that it was late.")
	end)
end)

describe("antecedents", function()
	it("come with a reason, best first", function()
		local article = assay.article "They met Trade Minister Adela Brand and Tor Vik. Then the minister slept."
		local found = {}
		for description in article:descriptions() do found[#found + 1] = description end
		local best = found[#found]:antecedents()[1]
		assert.equal("definite", found[#found]:form())
		assert.equal("Adela Brand", best.entity)
		assert.equal("title", best.why)
		assert.is_true(best.score > 0 and best.score <= 1)
	end)

	it("are found for any tokens", function()
		local article = assay.article "Adela Brand met Tor Vik. Then he slept."
		assert.equal("Adela Brand", article:antecedents(8, 8)[1].entity)
		assert.has_error(function() article:antecedents(8, 80) end)
	end)
end)

describe("mentions in Lua", function()
	it("have a form and a title", function()
		local article = assay.article "They met Prime Minister Adela Brand, then Brand left."
		local list = {}
		for mention in article:mentions() do list[#list + 1] = mention end
		assert.equal("name", list[1]:form())
		assert.equal("Prime Minister", list[1]:title())
		assert.equal("short", list[2]:form())
		assert.is_nil(list[2]:title())
	end)
end)

describe("`assay show`", function()
	local session = analysis.open {}

	it("keeps what is no name out of the mentions", function()
		local text = "They asked Israeli sources about Adela Brand."
		local names = session:show(text, { id = "a" }, { "mentions" })
		assert.equal(1, #names)
		assert.equal("Adela Brand", names[1].entity)
		local others = session:show(text, { id = "a" }, { "descriptions" })
		assert.same({ "anonymous", "adjective" }, { others[1].form, others[2].form })
		assert.equal("descriptions", others[2].layer)
	end)
end)

describe("packs and options", function()
	local function script(lines)
		local path = os.tmpname()
		os.rename(path, path .. ".lua")
		local file = assert(io.open(path .. ".lua", "w"))
		file:write(lines)
		file:close()
		return path .. ".lua"
	end

	local function open(lines, settings)
		local path = script(lines)
		local spec = { script = path }
		for key, value in pairs(settings or {}) do spec[key] = value end
		local session, message, code = analysis.open(spec)
		os.remove(path)
		return session, message, code
	end

	local function first(session, text, meta)
		return session:show(text, meta or { id = "a" }, { "mentions", "descriptions" })[1]
	end

	it("switch metonyms", function()
		assert.equal("Turkey", first(open "return {}", "They heard from Ankara.").entity)
		assert.equal("Ankara", first(open "return { metonyms = false }", "They heard from Ankara.").entity)
		local on, off = open("return { metonyms = false }", { metonyms = "on" }), open("return {}", { metonyms = "off" })
		assert.equal("Turkey", first(on, "They heard from Ankara.").entity)
		assert.equal("Ankara", first(off, "They heard from Ankara.").entity)
	end)

	it("know who held an office at the article's date", function()
		local session = open [[
			entity { name = "Ida Moss", class = "person", roles = { { "harbour chief", till = "2014-12-31" } } }
			entity { name = "Tor Vik", class = "person", roles = { { "harbour chief", from = "2015-01-01" } } }
		]]
		local function holder(date)
			local meta = { id = "a", published = date }
			for _, record in ipairs(session:show("Then the harbour chief spoke.", meta, { "descriptions" })) do
				if record.form == "role" then return record.entity end
			end
		end
		assert.equal("Ida Moss", holder "2012-05-01")
		assert.equal("Tor Vik", holder "2020-05-01T10:00:00Z")
		assert.is_nil(holder(nil))
		assert.is_nil(holder "May 2020")
	end)

	it("are told what is wrong with an office", function()
		local _, message, code = open 'entity { name = "Ida Moss", class = "person", roles = { { "chief", from = "2014" } } }'
		assert.equal("bad_pack", code)
		assert.is_truthy(message:find("'2014' is no date", 1, true))
		_, message, code = open 'entity { name = "Ida Moss", class = "person", roles = { { "chief" } } }'
		assert.equal("bad_pack", code)
		assert.is_truthy(message:find("needs a date", 1, true))
	end)
end)
