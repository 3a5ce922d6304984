local assay = require "assay"

local TEXT = "“We will not wait,” Egyptian Foreign Minister Badr Abdelatty told Reuters on Monday. "
	.. "Egypt said it would open the crossing for some 200 trucks."

describe("require 'assay'", function()
	local article = assay.article(TEXT, { id = "a", outlet = "Wire" })

	it("gives an article with its text and metadata", function()
		assert.equal(TEXT, article:text())
		assert.equal("Wire", article:meta().outlet)
	end)

	it("iterates sentences whose spans are those of string.sub", function()
		local list = {}
		for sentence in article:sentences() do list[#list + 1] = sentence end
		assert.equal(2, #list)
		local first, last = list[2]:span()
		assert.equal(list[2]:text(), TEXT:sub(first, last))
		assert.equal(2, list[2]:index())
		assert.equal(article:text(), list[1]:article():text())
	end)

	it("iterates mentions with their entities", function()
		local names = {}
		for mention in article:mentions() do names[#names + 1] = mention:entity():name() end
		assert.same({ "Egypt", "Badr Abdelatty", "Reuters", "Egypt" }, { names[1], names[2], names[3], names[4] })
	end)

	it("iterates quotes with their speakers", function()
		local kinds, speakers = {}, {}
		for quote in article:quotes() do
			kinds[#kinds + 1] = quote:kind()
			speakers[#speakers + 1] = quote:speaker()
		end
		assert.equal("direct", kinds[1])
		assert.matches("Badr Abdelatty", speakers[1], 1, true)
		assert.equal("indirect", kinds[2])
	end)

	it("keeps the article alive through its items", function()
		local sentence
		do
			local other = assay.article "One. Two."
			for s in other:sentences() do sentence = s end
		end
		collectgarbage()
		collectgarbage()
		assert.equal("Two.", sentence:text())
	end)

	it("reads the numbers with their hedges", function()
		local record
		for number in article:numbers() do record = number:record() end
		assert.same({ 150, 250, "trucks" }, { record.low, record.high, record.unit })
	end)

	it("replaces what is no UTF-8 and counts it", function()
		local broken = assay.article "a\xffb\0c"
		assert.equal(2, broken:replaced())
		assert.equal("a\u{FFFD}b\u{FFFD}c", broken:text())
	end)

	it("reads an empty text", function()
		local count = 0
		for _ in assay.article(""):sentences() do count = count + 1 end
		assert.equal(0, count)
	end)
end)

describe("assay.pack", function()
	it("runs over texts and gives the contract object", function()
		local pack = assert(assay.pack "safe-passage")
		local object = pack:run { { id = "x", outlet = "Wire", text = "Israel has opposed any safe-passage arrangement." } }
		assert.equal(1, object.v)
		assert.equal("opposes", object.articles[1].stances[1].stance)
		assert.equal("x", object.articles[1].id)
	end)

	it("tells an unknown pack from a broken one", function()
		local _, message, code = assay.pack "no-such-pack"
		assert.equal("not_found", code)
		assert.matches("no-such-pack", message, 1, true)
	end)
end)
