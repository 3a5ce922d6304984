local analysis = require "assay.analysis"
local pattern = require "assay.pattern"

local session = assert(analysis.open { pack = "safe-passage" })

local function matches(source, text)
	local compiled = assert(pattern.compile(session.analyzer, source))
	local article = session:article(text)
	local found = {}
	for i, match in ipairs(pattern.find(compiled, article)) do
		local from, to = article:bytes(match.first, match.last)
		found[i] = text:sub(from, to)
	end
	return found
end

describe("a token pattern", function()
	it("matches words in any case and stems in any form", function()
		assert.same({ "Safe passage" }, matches("safe passage", "Safe passage was refused."))
		assert.same({ "refuses", "refused" }, matches("~refuse", "He refuses what she refused."))
	end)

	it("takes hyphens for blanks inside lexicon phrases", function()
		assert.same({ "safe-passage" }, matches("%passage", "Any safe-passage plan."))
	end)

	it("takes the nearest end of a gap and stops at its barrier", function()
		assert.same({ "a b c" }, matches("a ..3 c", "a b c c."))
		assert.same({}, matches("a ..3!%stop c", "a said c."))
	end)

	it("captures by name", function()
		local compiled = assert(pattern.compile(session.analyzer, "<who: @actor> ..2 ~refuse"))
		local article = session:article "Egypt has refused."
		local match = pattern.find(compiled, article)[1]
		assert.same("Egypt", article:party(match.captures.who[1], match.captures.who[2]).side)
	end)

	it("knows entities by whom they count for", function()
		assert.same({ "Kushner", "Washington" }, matches('@"United States"', "Kushner left Washington."))
	end)

	it("looks ahead without consuming", function()
		assert.same({ "safe" }, matches("safe =(passage)", "A safe house, a safe passage."))
		assert.same({ "safe" }, matches("safe !(passage)", "A safe house, a safe passage."))
	end)

	it("says where the notation fails, and which name was meant", function()
		local _, message, column = pattern.compile(session.analyzer, "a ( b")
		assert.equal("the pattern ends too early; ')' is missing", message)
		assert.equal(6, column)
		_, message, column = pattern.compile(session.analyzer, "a %pasage")
		assert.matches("did you mean 'passage'", message, 1, true)
		assert.equal(3, column)
	end)

	it("is refused at a NUL byte", function()
		local compiled, message, column = pattern.compile(session.analyzer, "~leave a\0b")
		assert.same({ nil, "a NUL byte in the pattern", 9 }, { compiled, message, column })
	end)

	it("stays linear where a backtracking matcher would not end", function()
		local compiled = assert(pattern.compile(session.analyzer, "(a? a? a? a? a? a? a? a?)* b"))
		assert.same({}, pattern.find(compiled, session:article(("a "):rep(2000) .. ".")))
	end)
end)
