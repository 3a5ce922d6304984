-- Claims: values, status, commitment, scope, source; read from small texts with tests/fixtures/claims.lua.
local analysis = require "assay.analysis"
local calendar = require "assay.calendar"

local session = assert(analysis.open { script = "tests/fixtures/claims.lua" })

--- The records of one claim.
local function claims(id, text, meta)
	meta = meta or {}
	meta.id = "a"
	local list = {}
	for _, entry in ipairs(assert(session:analyse(text, meta)).claims) do
		if entry.claim == id then list[#list + 1] = entry end
	end
	return list
end

local function claim(id, text, meta) return claims(id, text, meta)[1] or {} end

--- The intervals of method F4.
local NUMBERS = {
	{ "It has 200 crew.", 150, 250 }, { "It has 244 crew.", 244, 244 }, { "It has about 200 crew.", 150, 250 },
	{ "It has some 30 crew.", 25, 35 }, { "It has nearly 200 crew.", 150, 200 }, { "It has more than 11 crew.", 11, 12 },
	{ "It has at least 20 crew.", 20, nil }, { "It has up to 20 crew.", 0, 20 }, { "It has fewer than 20 crew.", 0, 20 },
	{ "It has 100 to 200 crew.", 100, 200 },
	{ "It has a few hundred crew.", 200, 500 }, { "It has hundreds of crew.", 200, 999 },
	{ "It has dozens of crew.", 24, 99 },
}

describe("a value", function()
	for _, case in ipairs(NUMBERS) do
		it("of a count: " .. case[1], function()
			local value = claim("crew", case[1]).value
			assert.same({ case[2], case[3] }, { value.low, value.high })
		end)
	end

	it("of a set has each member once, names by their entity", function()
		local list = claims("ports", "The ferry calls at Norvik and Sund. It calls at Holm, and Norvik.")
		assert.equal(1, #list)
		assert.same({ "Norvik", "Holm", "Sund" }, { table.unpack(list[1].value) })
		assert.equal(4, #list[1].evidence)
	end)

	it("of a date is the day that the words mean when the article appears", function()
		local meta = { published = "2025-11-11" } -- a Tuesday
		assert.equal("2025-11-10", claim("sails", "The ferry sails on Monday.", meta).value.from)
		assert.equal("2025-11-11", claim("sails", "The ferry sails today.", { published = "2025-11-11" }).value.from)
		assert.equal("2025-11-10", claim("sails", "The ferry sails yesterday.", { published = "2025-11-11" }).value.from)
		assert.same({}, claim("sails", "The ferry sails on Monday."))
	end)

	it("that differs makes a record of its own: an article can report several", function()
		assert.equal(2, #claims("crew", "It has about 20 crew, the board said. It has 30 crew, islanders said."))
	end)

	it("of a text is its wording", function()
		assert.equal("the Swan", claim("called", "The ship is called the Swan.").value)
	end)
end)

describe("days", function()
	local words = session.calendar
	for _, case in ipairs {
		{ "Saturday", "2025-11-11", "2025-11-08" }, { "on Tuesday", "2025-11-11", "2025-11-11" },
		{ "11 October", "2025-11-11", "2025-10-11" }, { "October 11, 2024", "2025-11-11", "2024-10-11" },
		{ "30 December", "2025-01-02", "2024-12-30" }, { "tomorrow", "2024-02-28", "2024-02-29" },
		{ "2025-03-01", nil, "2025-03-01" }, { "Monday", nil, nil }, { "the ferry", "2025-11-11", nil },
		{ "31 February", "2025-11-11", nil },
	} do
		it(("of “%s” seen on %s"):format(case[1], case[2]), function()
			assert.equal(case[3], calendar.resolve(words, case[1], case[2]))
		end)
	end

	it("are numbered without gaps", function()
		assert.equal(0, calendar.number "1970-01-01")
		assert.equal(20000, calendar.number "2024-10-04")
		for _, days in ipairs { -700000, -1, 0, 59, 60, 11016, 20000, 800000 } do
			assert.equal(days, calendar.number(calendar.date(days)))
		end
		assert.is_nil(calendar.number "no day")
		assert.is_nil(calendar.number "2025-13-01")
	end)
end)

describe("the status", function()
	for _, case in ipairs {
		{ "The harbour is open.", "asserted", "CT+", nil },
		{ "The board said the harbour is open.", "attributed", "Uu", "CT+" },
		{ "The harbour is not open.", "denied", "CT-", nil }, { "The harbour is shut.", "denied", "CT-", nil },
		{ "The board denied that the harbour is shut.", "attributed", "Uu", "CT+" },
		{ "There is no harbour.", "denied", "CT-", nil },
		{ "The board denied that the harbour is open.", "denied", "Uu", "CT-" },
		{ "The board confirmed that the harbour is open.", "attributed", "CT+", "CT+" },
		{ "The board claimed that the harbour is open.", "attributed", "Uu", "CT+" },
		{ "The board believes that the harbour is open.", "attributed", "Uu", "PR+" },
		{ "Perhaps the harbour is open.", "asserted", "PS+", nil },
		{ "It is likely that the harbour is open.", "asserted", "PR+", nil },
		{ "If the harbour is open, it rains.", "asserted", "Uu", nil },
	} do
		it(case[1], function()
			local found = claim("open", case[1])
			assert.equal(case[2], found.status)
			assert.same({ case[3], case[4] }, { found.commitment.author, found.commitment.source })
		end)
	end

	it("is the outlet's for what it calls somebody in a paraphrase, not in a quotation", function()
		assert.equal("asserted", claim("office", "The board said that captain Ida Brandt left.").status)
		assert.equal("attributed", claim("office", "“We know captain Ida Brandt,” the board said.").status)
	end)

	it("notes the class of the verb", function()
		assert.equal("distancing", claim("open", "The board claimed that the harbour is open.").commitment.cue)
	end)
end)

describe("the scope", function()
	it("is what the captures place and time hold", function()
		local found = claim("aground", "The ferry ran aground in Norvik.")
		assert.same({ place = "Norvik" }, found.scope)
		found = claim("aground", "The ferry ran aground on Monday.", { published = "2025-11-11" })
		assert.same({ from = "2025-11-10", to = "2025-11-10" }, found.as_of)
	end)

	it("is absent where nothing is named", function() assert.is_nil(claim("aground", "The ship ran aground.").scope) end)
end)

describe("a claim takes what rules take:", function()
	it("near, with a reach", function()
		assert.equal(1, #claims("ports", "The ferry left. It calls at Norvik."))
		assert.equal(0, #claims("ports", "The ferry left. It rained. He calls at Norvik."))
	end)
	it("unless", function() assert.equal(0, #claims("aground", "The ship nearly ran aground.")) end)
	it("refers", function()
		assert.equal(1, #claims("sold", "The ferry is old. It is sold."))
		assert.equal(0, #claims("sold", "The house is old. It is sold."))
	end)
	it("terms", function()
		assert.is_true(claim("sold", "The ferry is sold if they agree.").conditional)
		assert.is_nil(claim("sold", "The ferry is sold.").conditional)
	end)
end)

describe("where a claim comes from", function()
	local function root(text, meta) return claim("open", text, meta).root end
	it("is the outlet itself without a report", function() assert.equal("outlet", root("The harbour is open.").kind) end)
	it("is whoever says it", function()
		assert.same({ "named", "Ida Brandt", "Harbour Board" },
			(function(r) return { r.kind, r.name, r.side } end)(root "Ida Brandt said the harbour is open."))
	end)
	it("is the deepest name of the chain", function()
		local found = claim("open", "According to Coast Radio, Ida Brandt said that the harbour is open.")
		assert.same({ "named", "Ida Brandt", "Coast Radio" }, { found.root.kind, found.root.name, found.root.via })
		assert.same({ "Coast Radio", "Ida Brandt" }, { table.unpack(found.chain) })
	end)
	it("is a medium where its source has no name", function()
		local found = root "A harbour official told Coast Radio that the harbour is open."
		assert.same({ "medium", "Coast Radio" }, { found.kind, found.name })
	end)
	it("is nobody's medium where the outlet names itself", function()
		local text = "A harbour official told the Tide that the harbour is open."
		assert.equal("medium", root(text).kind)
		assert.equal("unnamed", root(text, { outlet = "The Evening Tide" }).kind)
	end)
	it("is unknown in hearsay", function() assert.equal("unknown", root("Reportedly, the harbour is open.").kind) end)
end)
