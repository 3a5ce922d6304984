-- One broken pack per code of the lint.
local analysis = require "assay.analysis"
local lint = require "assay.lint"

local HEAD = [[
actor { name = "Board", class = "organisation" }
actor { name = "Crew", class = "group" }
lexicon("refuse", { "~refuse" })
local ON = { negation = "flip", hedge = "keep", condition = "keep", question = "keep", denial = "keep",
	report = "keep" }
local YES = { yes = { "Board refuses." }, no = { "Board agrees." } }
]]
local EMITS = 'emits = { { holder = "who", sign = -1 } }, on = ON'
local FINE = 'rule { id = "fine", summary = "s", pattern = "<who: @actor> ..9 %refuse", examples = YES, '
	.. EMITS .. " }\n"

local function findings(body)
	local path = os.tmpname() .. ".lua"
	local handle = assert(io.open(path, "w"))
	handle:write(HEAD .. body)
	handle:close()
	local session = assert(analysis.open { script = path })
	local list = lint.run(session)
	os.remove(path)
	return list
end

local function rule(fields) return FINE .. "rule { id = \"x\", " .. fields .. " }" end

local CASES = {
	E401 = rule('summary = "s", pattern = "<who: @actor> ~say", examples = { yes = { "a" } }, ' .. EMITS),
	E402 = rule('summary = "s", pattern = "<who: @actor> ~say", examples = { yes = { { "a", sign = 2 } }, no = { "b" } }, '
		.. EMITS),
	E403 = rule('summary = "s", pattern = "<who: @actor> (^ ~say | $ ~tell)", examples = YES, ' .. EMITS),
	W201 = rule('summary = "s", pattern = "<who: @actor> ..20 ~say", examples = YES, ' .. EMITS),
	W202 = rule('summary = "s", pattern = "^ <who: _> _ $", examples = YES, ' .. EMITS),
	W401 = 'lexicon("idle", { "a" })\n' .. FINE,
	W402 = rule('summary = "s", pattern = "<who:@actor>  ..9 %refuse", examples = YES, ' .. EMITS),
	W403 = rule('summary = "s", pattern = "<who: @actor> <what: ~say>", examples = YES, ' .. EMITS),
	W404 = rule('pattern = "<who: @actor> ~say", examples = YES, ' .. EMITS),
	W405 = rule('summary = "s", pattern = "<who: @actor> ~say", examples = { yes = { "a" }, no = { "b" }, '
		.. 'todo_no = { "Crew sleeps." } }, ' .. EMITS),
	W501 = rule('summary = "s", pattern = "<who: @\\"Crew\\"> ~say", examples = YES, ' .. EMITS),
}

describe("lint", function()
	it("finds nothing in a rule as it should be", function() assert.same({}, findings(FINE)) end)

	for code in pairs(lint.CODES) do
		it("finds " .. code .. ", and nothing else", function()
			local list = findings(CASES[code])
			assert.equal(1, #list)
			assert.equal(code, list[1].code)
			assert.equal(code:sub(1, 1) == "E" and "error" or "warning", list[1].severity)
		end)
	end

	it("names the line", function()
		assert.equal(8, findings(CASES.W404)[1].line)
	end)

	it("finds no error in the packs of the library", function()
		local session = assert(analysis.open { pack = "safe-passage" })
		for _, finding in ipairs(lint.run(session)) do assert.equal("warning", finding.severity, finding.message) end
	end)
end)

describe("profile", function()
	it("counts hits and live evidence, and names what never fired", function()
		local session = assert(analysis.open { script = "tests/fixtures/ferry.lua" })
		local texts = { { id = "a", text = "The board has refused night sailings. Has the board refused night sailings?" } }
		local told = require "assay.profile".run(session, function() return table.remove(texts) end)
		local row
		for _, item in ipairs(told.rules) do
			if item.rule == "refuses" then row = item end
		end
		assert.same({ 2, 2, 1, 2 }, { row.hits, row.evidence, row.live, told.sentences })
		assert.same({ "wants", "refuses-plan", "refuses-two" }, told.dead)
	end)
end)

describe("diff", function()
	local aggregate = require "assay.aggregate"
	local diff = require "assay.diff"
	local session = assert(analysis.open { script = "tests/fixtures/ferry.lua" })

	local function object(text)
		local result = assert(session:analyse(text, { id = "a" }))
		return aggregate.run(session.description, { result }, { articles = 1 })
	end

	it("of a run with itself is empty", function()
		local one = object "The board has refused night sailings. About 20 crew met."
		local told = diff.run(one, one)
		assert.is_true(told.same)
		assert.same({ 0, 0, 0 }, { #told.rules, #told.stances, #told.evidence.moved })
	end)

	it("tells evidence lost, added and moved, the stances that changed, and the counts by rule", function()
		local told = diff.run(object "The board has refused night sailings. Islanders want night sailings.",
			object "The board has not refused night sailings. Islanders sleep. The islanders refused any crossing.")
		assert.equal("The board has not refused night sailings", told.evidence.moved[1].to.text)
		assert.same({ "wants", "refuses" }, { told.evidence.lost[1].rule, told.evidence.added[1].rule })
		assert.same({
			{ rule = "refuses", added = 1, lost = 0, moved = 1 }, { rule = "wants", added = 0, lost = 1, moved = 0 },
		}, table.move(told.rules, 1, 2, 1, {}))
		local board = told.stances[1]
		assert.same({ "a", "Harbour Board", "opposes", "favours" },
			{ board.article, board.actor, board.from.stance, board.to.stance })
		assert.equal(4, #told.stances)
	end)

	it("tells claims lost, added and changed", function()
		local told = diff.run(object "About 20 crew met.", object "About 50 crew met.")
		assert.same({ "15 to 25", "45 to 55" }, { told.claims.moved[1].from.value, told.claims.moved[1].to.value })
		assert.equal(1, #diff.run(object "It rained.", object "About 50 crew met.").claims.added)
	end)
end)
