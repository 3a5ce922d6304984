-- What the documentation shows must run.
local analysis = require "assay.analysis"

local pattern = require "assay.pattern"

local function blocks(path, kind)
	local handle = assert(io.open(path))
	local text = handle:read "a"
	handle:close()
	local list = {}
	for body in text:gmatch("```" .. kind .. "\n(.-)```") do list[#list + 1] = body end
	return list
end

local function open_script(text)
	local path = os.tmpname() .. ".lua"
	local handle = assert(io.open(path, "w"))
	handle:write(text)
	handle:close()
	local session, message = analysis.open { script = path }
	os.remove(path)
	return assert(session, message)
end

local SCRIPT, MACROS, OPERATORS = table.unpack(blocks("docs/rules.md", "lua"))

local function marked(session, source, text)
	local article, parts, at = session:article(text), {}, 1
	for _, match in ipairs(pattern.find(assert(pattern.compile(session.analyzer, source)), article)) do
		local from, to = article:bytes(match.first, match.last)
		parts[#parts + 1] = text:sub(at, from - 1) .. "[" .. text:sub(from, to) .. "]"
		at = to + 1
	end
	return table.concat(parts) .. text:sub(at)
end

describe("docs/rules.md", function()
	it("has a script that loads and finds what it says", function()
		local session = open_script(SCRIPT)
		local text = "The board has refused night sailings. About 20 crew are on leave. "
			.. "Islanders have not rejected night sailings."
		local result = assert(session:analyse(text, { id = "a" }))
		assert.same({ "opposes", "favours" }, { result.stances[1].stance, result.stances[2].stance })
		assert.same({ low = 15, high = 25, approx = true }, result.claims[1].value)
	end)

	local session = open_script(SCRIPT)
	for line in blocks("docs/rules.md", "patterns")[1]:gmatch "[^\n]+" do
		local source, text, wanted = line:match "^(.-)%s+|%s([^|]-)%s+|%s([^|]-)%s*$"
		it("finds what it says: " .. source, function() assert.equal(wanted, marked(session, source, text)) end)
	end

	it("has macros that say the same as its rule", function()
		local changed, n = SCRIPT:gsub('pattern = "[^\n]*"', 'pattern = "{{refuses what=%%sailing}}"')
		assert.equal(1, n)
		local result = assert(open_script(MACROS .. changed):analyse("The board has refused night sailings.", { id = "a" }))
		assert.equal("opposes", result.stances[1].stance)
	end)

	it("has operators that compose with a negation", function()
		local made = open_script(SCRIPT .. OPERATORS)
		for text, stance in pairs {
			["The board refuses night sailings."] = "opposes",
			["The board stopped refusing night sailings."] = "favours",
			["The board has not stopped refusing night sailings."] = "opposes",
		} do
			assert.equal(stance, assert(made:analyse(text, { id = "a" })).stances[1].stance)
		end
	end)

	it("shows a mistake as it is told", function()
		local path = os.tmpname() .. ".lua"
		local handle = assert(io.open(path, "w"))
		handle:write((SCRIPT:gsub("%%sailing", "%%sailng")))
		handle:close()
		local _, message = analysis.open { script = path }
		os.remove(path)
		local shown = {}
		for line in message:gsub("^.-%.lua", "ferry.lua"):gmatch "[^\n]+" do shown[#shown + 1] = "    " .. line end
		local docs = assert(io.open "docs/rules.md")
		local found = docs:read("a"):find(table.concat(shown, "\n"), 1, true)
		docs:close()
		assert(found, message)
	end)
end)
