-- Whose attitude a word expresses (assay.subject), by the rules of a script of its own.
local analysis = require "assay.analysis"

local SCRIPT = [[
actor { name = "Harbour Board", class = "organisation", aliases = { "Board" } }
actor { name = "Islanders", class = "group", aliases = { "Islanders" } }
actor { name = "Norland", class = "state" }
actor { name = "Sudland", class = "state", lacks = { "premier" } }
rule { id = "for", pattern = "<at: ~back> ..3 ferry", emits = { { holder = "subject", sign = 1 } },
	on = { negation = "flip", hedge = "keep", condition = "keep", question = "drop", denial = "drop", report = "keep" } }
]]

local path = os.tmpname() .. ".lua"
local handle = assert(io.open(path, "w"))
handle:write(SCRIPT)
handle:close()
local session = assert(analysis.open { script = path })
os.remove(path)

local function holders(text)
	local list = {}
	for _, stance in ipairs(assert(session:analyse(text, { id = "a" })).stances) do
		if #stance.evidence > 0 then list[#list + 1] = stance.actor end
	end
	return list
end

-- What a case shows, the text, whose attitude it is.
local CASES = {
	{ "the party before", "Norland backs the ferry.", "Norland" },
	{ "however much stands between", "Norland, at the end of a day of talks about other things, backed the ferry.",
		"Norland" },
	{ "several parties", "Norland and Sudland back the ferry.", "Norland", "Sudland" },
	{ "not what a preposition hides", "Norland, in talks with Sudland, backed the ferry.", "Norland" },
	{ "not what a relative clause holds", "Norland, which has long feared Sudland, backed the ferry.", "Norland" },
	{ "not who is told to", "Norland urged Sudland to back the ferry.", "Norland" },
	{ "nobody's, of who was told to", "Sudland was urged to back the ferry." },
	{ "nobody's, of those who are no party", "Norland's opposition leaders back the ferry." },
	{ "nobody's, of the past", "A former Norland minister backs the ferry." },
	{ "officials in a place", "Officials in Norland back the ferry.", "Norland" },
	{ "the speaker's, of a pronoun", "Norland said that it backed the ferry.", "Norland" },
	{ "the subject before, of a pronoun", "Norland met Sudland. It backed the ferry.", "Norland" },
	{ "the party of its class named last", "Norland met the Islanders. The movement backed the ferry.", "Islanders" },
	{ "the state's, of an office", "The Islanders met Norland. The foreign minister backed the ferry.", "Norland" },
	{ "the state's that the text has named with the office",
		"Norland's army chief came. Sudland waited. The army chief backed the ferry.", "Norland" },
	{ "no state's that lacks the office", "Norland waited with Sudland. The premier backed the ferry.", "Norland" },
	{ "the state's, of a title before a name", "Norland waits. “We back the ferry,” Defence Minister Oda Lind said.",
		"Norland" },
	{ "not who is told that somebody must", "Norland said that Sudland must back the ferry.", "Norland" },
	{ "not who is told what another does", "Norland waits. The foreign minister told Sudland that he backed the ferry.",
		"Norland" },
	{ "a party with which something is so", "The strike went on, with Norland calling to back the ferry.", "Norland" },
	{ "not the place of an office", "Norland's delegation in Sudland backed the ferry.", "Norland" },
	{ "the speaker's, of an office", "Norland waits. The foreign ministry said: “We back the ferry.”", "Norland" },
}

describe("a subject is", function()
	for _, case in ipairs(CASES) do
		it(case[1], function() assert.same({ table.unpack(case, 3) }, holders(case[2])) end)
	end
end)
