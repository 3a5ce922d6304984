-- Exchanging two actors in a text exchanges their results, and nothing else. The actors' names here are single words of
-- the same length in tokens, without an article, and no text uses an adjective or a title that only one of them has:
-- those are language's own differences.
local aggregate = require "assay.aggregate"
local analysis = require "assay.analysis"
local json = require "assay.core".json

local session = assert(analysis.open { pack = "safe-passage" })

-- States alone: a movement can be `the movement` or `the group`, a state cannot.
local ACTORS = { "Israel", "Turkey", "Egypt", "Qatar" }

local TEXTS = {
	"Israel urged Egypt to allow the trapped fighters to leave. Egypt has rejected the request, and Qatar regrets it.",
	"Qatar opposes safe passage, an official said on Monday. Turkey seeks safe passage for the men, but Israel does not.",
	"Egypt said that Qatar would not accept any safe-passage arrangement. Would Turkey oppose safe passage?",
	"Turkey is working to secure safe passage for the men if Israel agrees.\n\nIsrael and Egypt had reached an "
		.. "understanding to remove the trapped fighters. “We reject the idea,” said a minister of Qatar.",
	"They want safe passage, a condition Israel has rejected. Egypt and Turkey warned against killing the group. Qatar "
		.. "said it was hard to imagine Israel killing them.",
	"Turkey told reporters that Egypt denied having refused safe passage. It has opposed any such deal, Qatar said.",
}

--- The text with the two names exchanged, and a map of its bytes: the place of a byte in the other text.
local function swapped(text, a, b)
	local parts, moved, at, delta = {}, {}, 1, 0
	while at <= #text do
		local name = text:sub(at, at + #a - 1) == a and a or text:sub(at, at + #b - 1) == b and b or nil
		local new = name and (name == a and b or a)
		local length = name and #name or 1
		for i = 0, length - 1 do moved[at - 1 + i] = at - 1 + i + delta end
		parts[#parts + 1] = new or text:sub(at, at)
		delta = delta + (new and #new - #name or 0)
		at = at + length
	end
	moved[#text] = #text + delta
	return table.concat(parts), moved
end

local function object_of(text)
	local result = assert(session:analyse(text, { id = "a" }))
	return json.decode(json.encode(aggregate.run(session.description, { result }, { articles = 1 })))
end

local function by_actor(list)
	table.sort(list, function(x, y) return x.actor < y.actor end)
	return list
end

--- Evidence of equal weight is in the order of the text, claims are about named states: neither says whose it is.
local function findings(object)
	local list = {}
	for _, stance in ipairs(object.articles[1].stances) do list[#list + 1] = stance end
	return { stances = by_actor(list), dropped = object.articles[1].dropped, overall = by_actor(object.stances) }
end

--- The findings as they must be when the names are exchanged and the bytes moved.
local function mapped(value, a, b, moved)
	if type(value) == "string" then return (swapped(value, a, b)) end
	if type(value) ~= "table" then return value end
	local made = {}
	for key, inner in pairs(value) do
		local place = key == "start" or key == "end"
		made[key] = place and (moved[inner] or inner) or key == "cue" and { moved[inner[1]], moved[inner[2]] }
			or mapped(inner, a, b, moved)
	end
	return made
end

local function plain(value)
	if type(value) ~= "table" then return value end
	local made = {}
	for key, inner in pairs(value) do made[key] = plain(inner) end
	return made
end

describe("exchanging two actors exchanges their results", function()
	for i, text in ipairs(TEXTS) do
		for x, a in ipairs(ACTORS) do
			for y = x + 1, #ACTORS do
				local b = ACTORS[y]
				it(("text %d: %s and %s"):format(i, a, b), function()
					local other, moved = swapped(text, a, b)
					local expected = mapped(findings(object_of(text)), a, b, moved)
					by_actor(expected.stances)
					by_actor(expected.overall)
					assert.same(expected, plain(findings(object_of(other))))
				end)
			end
		end
	end

	it("in texts that take sides at all", function()
		local count = 0
		for _, text in ipairs(TEXTS) do
			for _, stance in ipairs(object_of(text).articles[1].stances) do
				if stance.stance ~= "none" then count = count + 1 end
			end
		end
		assert.is_true(count >= 10)
	end)
end)
