-- why-not names what stands in a rule's way. Each case: rule, text, stage, then what must be told.
local analysis = require "assay.analysis"
local whynot = require "assay.whynot"

local session = assert(analysis.open { script = "tests/fixtures/ferry.lua" })

local function entry_of(id)
	for _, entry in ipairs(session.rules) do
		if entry.item.id == id then return entry end
	end
end

local function told_of(id, text)
	local reading = assert(session:read(text, { id = "x" }))
	local list = whynot.run(session, entry_of(id), reading)
	return list[#list], reading
end

local HOLDER = "(@actor | they | it)"

local CASES = {
	{ "the first element", "refuses", "Nobody refused night sailings.", "pattern", element = HOLDER, cause = "missing",
		missing = { HOLDER } },
	{ "an element in the middle", "refuses", "The board likes night sailings.", "pattern", element = "%refuse",
		cause = "missing", missing = { "%refuse" } },
	{ "the last element", "refuses", "The board refused new paint.", "pattern", element = "%sailing", cause = "missing" },
	{ "all that is missing", "refuses", "The board met.", "pattern", element = "%refuse",
		missing = { "%refuse", "%sailing" } },
	{ "elements in another order", "refuses", "Night sailings the board refused.", "pattern", element = "%sailing",
		cause = "absent" },
	{ "a gap that is too short", "refuses", "The board on a very cold Monday refused night sailings.", "pattern",
		element = "..4!%stop", cause = "gap", later = "refused" },
	{ "a barrier between commas", "refuses", "The board, it was said, refused night sailings.", "pattern",
		element = "..4!%stop", cause = "gap", barrier = "said" },
	{ "a gap that its barrier ends", "refuses", "The board was said to have refused night sailings.", "pattern",
		element = "..4!%stop", cause = "gap", barrier = "said", later = "refused" },
	{ "a gap behind what was found", "refuses", "The board refused in June and in July and in May night sailings.",
		"pattern", element = "..3", cause = "gap" },
	{ "the start of the sentence", "wants", "Today islanders want night sailings.", "pattern", element = "@actor",
		cause = "absent" },
	{ "the end of the sentence", "wants", "Islanders want night sailings soon.", "pattern", element = "$",
		cause = "absent" },
	{ "a look ahead", "wants", "Islanders want no night sailings.", "pattern", element = "!( no )", cause = "absent" },
	{ "the word next to it", "wants", "Islanders really want night sailings.", "pattern", element = "%want",
		cause = "absent" },
	{ "a number", "refuses-two", "The board refused Sunday crossings.", "pattern", element = "#", cause = "missing" },
	{ "an exact surface", "refuses-two", "The board refused two sunday crossings.", "pattern", element = '"Sunday"',
		cause = "missing" },
	{ "what follows a surface", "refuses-two", "The board refused two Sunday trips and crossings.", "pattern",
		element = "%sailing", cause = "absent" },
	{ "unless", "refuses", "The board refused night sailings in June.", "unless", element = "%sailing in June",
		barrier = "night sailings in June" },
	{ "near", "refuses-plan", "The board rejected the idea.", "near", element = "%sailing" },
	{ "near, beyond its reach", "refuses-plan", "Islanders want night sailings. It rained. The board rejected the idea.",
		"near", element = "%sailing" },
	{ "the policy under a question", "refuses", "Has the board refused night sailings?", "dropped", why = "under question",
		cue = "?" },
	{ "a holder that nobody is", "refuses", "They refused night sailings.", "dropped", why = "no holder" },
	{ "what supersedes", "refuses", "The board refused two Sunday crossings.", "superseded",
		why = "superseded by refuses-two" },
	{ "nothing where the rule fires", "refuses-two", "The board refused two Sunday crossings.", "live" },
}

local function pieces(told, reading)
	local missing
	if told.missing and #told.missing > 0 then
		missing = {}
		for i, part in ipairs(told.missing) do missing[i] = part.pattern end
	end
	local cue = told.cues and told.cues[1]
	return {
		element = told.element and told.element.pattern, cause = told.cause, missing = missing,
		later = told.later and told.later.text, barrier = told.barrier and told.barrier.text, why = told.why,
		cue = cue and reading.text:sub(cue.cue[1] + 1, cue.cue[2]),
	}
end

describe("why-not", function()
	for _, case in ipairs(CASES) do
		it("names " .. case[1] .. ": " .. case[3], function()
			local told, reading = told_of(case[2], case[3])
			local got = pieces(told, reading)
			assert.equal(case[4], told.stage)
			for key, value in pairs(case) do
				if type(key) == "string" then assert.same(value, got[key]) end
			end
		end)
	end

	it("points at the element's column in the pattern", function()
		local told = told_of("refuses", "The board likes night sailings.")
		assert.equal(entry_of("refuses").item.pattern:find("%refuse", 1, true), told.element.column)
	end)

	it("shows what was matched before the element, to the byte", function()
		local told, reading = told_of("refuses", "The board has refused new paint.")
		local found = {}
		for i, item in ipairs(told.matched) do
			found[i] = item.pattern .. " " .. reading.text:sub(item.start + 1, item["end"])
		end
		assert.same({ "@actor The board", "%refuse refused" }, found)
	end)

	it("looks at the sentence of a byte alone", function()
		local reading = assert(session:read("The board met. The board refused paint. It rained.", { id = "x" }))
		local list = whynot.run(session, entry_of "refuses", reading, 20)
		assert.same({ 1, 2 }, { #list, list[1].n })
	end)

	it("finds matches of an element that lie in each other", function()
		local script = os.tmpname() .. ".lua"
		local handle = assert(io.open(script, "w"))
		handle:write([[lexicon("pair", { "a b", "b c", "c" })
			rule { id = "x", pattern = "a %pair d", emits = { { holder = "speaker", sign = 1 } }, on = { negation = "keep",
				hedge = "keep", condition = "keep", question = "keep", denial = "keep", report = "keep" } }]])
		handle:close()
		local made = assert(analysis.open { script = script })
		os.remove(script)
		local told = whynot.run(made, made.rules[1], assert(made:read("a b c e.", { id = "x" })))[1]
		assert.same({ "a", "b c", "d" }, { told.matched[1].text, told.matched[2].text, told.element.pattern })
	end)

	it("agrees with the engine on whether a rule fires", function()
		for _, case in ipairs(CASES) do
			local reading = assert(session:read(case[3], { id = "x" }))
			for _, entry in ipairs(session.rules) do
				local fires = #require "assay.rule".matches(entry, reading) > 0
				local stopped = true
				for _, told in ipairs(whynot.run(session, entry, reading)) do stopped = stopped and told.stage == "pattern" end
				assert.equal(fires, not stopped, entry.item.id .. ": " .. case[3])
			end
		end
	end)
end)
