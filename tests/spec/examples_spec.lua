-- The examples of rules as tests: what passes, what fails, what is still to do.
local analysis = require "assay.analysis"
local examples = require "assay.examples"

local HEAD = [[
actor { name = "Harbour Board", class = "organisation", aliases = { "the board" } }
rule { id = "refuses", pattern = "<holder: @actor> ..5 <at: ~refuse>", emits = { { holder = "holder", sign = -1 } },
	on = { negation = "flip", hedge = "keep", condition = "keep", question = "drop", denial = "keep", report = "keep" },
	examples = { ]]

local function results_of(body)
	local path = os.tmpname() .. ".lua"
	local handle = assert(io.open(path, "w"))
	handle:write(HEAD .. body .. " } }")
	handle:close()
	local session = assert(analysis.open { script = path })
	os.remove(path)
	return examples.run(session)
end

local function passes(body) return results_of(body)[1].passed end

describe("an example", function()
	it("that must fire names holder and sign, or neither", function()
		assert.is_true(passes 'yes = { "The board refused." }')
		assert.is_true(passes 'yes = { { "The board refused.", holder = "Harbour Board", sign = -1 } }')
		assert.is_false(passes 'yes = { { "The board refused.", holder = "Harbour Board", sign = 1 } }')
		assert.is_false(passes 'yes = { { "The board refused.", holder = "Islanders", sign = -1 } }')
		assert.is_false(passes 'yes = { "The board agreed." }')
	end)

	it("counts live evidence alone", function()
		assert.is_false(passes 'yes = { "Has the board refused?" }')
		assert.is_true(passes 'no = { "Has the board refused?" }')
	end)

	it("that must not fire may name what must not come", function()
		assert.is_false(passes 'no = { "The board refused." }')
		assert.is_true(passes 'no = { { "The board has not refused.", holder = "Harbour Board", sign = -1 } }')
		assert.is_false(passes 'no = { { "The board has not refused.", holder = "Harbour Board", sign = 1 } }')
	end)

	it("that is to do neither passes nor fails, and is counted when it is met", function()
		local results = results_of 'todo_yes = { "The board refused.", "The board said no." }, todo_no = { "It refused." }'
		assert.same({ passed = 0, failed = 0, todo = 3, todo_passing = 2 }, examples.count(results))
	end)

	it("tells what was found instead", function()
		local found = results_of 'yes = { { "The board refused.", holder = "Islanders", sign = -1 } }'[1].found
		assert.same({ { holder = "Harbour Board", sign = -1, text = "The board refused" } }, found)
	end)
end)
