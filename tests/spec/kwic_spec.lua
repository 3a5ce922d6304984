local analysis = require "assay.analysis"
local kwic = require "assay.kwic"

local TEXT = "The ferry left the harbour at noon. No other ferry came. Émile’s ferry, an old one, stayed in Oslo."

describe("assay.kwic", function()
	local session = assert(analysis.open {})
	local article = assert(session:article(TEXT, { id = "a" }))

	local function lines(source, options) return assert(kwic.finder(session, source, options)):lines(article) end

	local function joined(list, key)
		local parts = {}
		for i, line in ipairs(list) do parts[i] = line[key] end
		return table.concat(parts, "|")
	end

	it("gives matches with their words around them, over the ends of sentences", function()
		local list = lines("ferry", { words = 2 })
		assert.equal("The |No other |Émile’s ", joined(list, "left"))
		assert.equal(" left the| came.|, an", joined(list, "right"))
	end)

	it("gives bytes that hold the match", function()
		for _, line in ipairs(lines "~stay") do assert.equal(line.match, TEXT:sub(line.start + 1, line["end"])) end
	end)

	it("takes left and right apart", function()
		local line = lines("harbour", { left = 1, right = 0 })[1]
		assert.same({ "the ", "harbour", "" }, { line.left, line.match, line.right })
	end)

	it("takes whole sentences", function()
		local list = lines("other", { sentences = 1 })
		assert.equal("No other ferry came.", list[1].left .. list[1].match .. list[1].right)
		list = lines("other", { sentences = 2 })
		assert.equal(TEXT, list[1].left .. list[1].match .. list[1].right)
	end)

	it("sorts by the words beside the match, and keeps the order of equals", function()
		assert.equal(", an old| came. Émile| left the harbour",
			joined(kwic.sort(lines("ferry", { words = 3 }), { "right1" }), "right"))
	end)

	it("says where a pattern is wrong", function()
		local finder, message, column = kwic.finder(session, "the %nonsense")
		assert.is_nil(finder)
		assert.matches("unknown lexicon 'nonsense'", message)
		assert.equal(5, column)
	end)
end)
