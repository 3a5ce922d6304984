--- Why a rule finds nothing, or why that does not count: the furthest element of its pattern, the pattern of `unless`
--- or the lexicon of `near` that stands in the way, the context and the policy, the holder nobody fits.

local json = require "assay.core".json
local rule = require "assay.rule"
local trace = require "assay.trace"

local whynot = {}

--- Bytes of a token range, 0-based and half-open, with the text there.
local function place(reading, first, last)
	local from, to = reading.article:bytes(first, last)
	return { start = from - 1, ["end"] = to, text = reading.text:sub(from, to) }
end

--- An element of the pattern: its words and where they stand in it (in the text of `macro`, if it comes from one),
--- 1-based.
local function element(node)
	return { pattern = trace.words(node), column = node[2], macro = node.macro }
end

local function matched(reading, elements)
	local list = json.array {}
	for _, item in ipairs(elements) do
		local entry = element(item.step.node)
		if item.last >= item.first then
			for key, value in pairs(place(reading, item.first, item.last)) do entry[key] = value end
		end
		list[#list + 1] = entry
	end
	return list
end

--- The elements of a match of the rule's pattern, each with what it matched: the branch that was taken.
---@param session table
---@param entry table a rule with a token pattern
---@param match table { sentence, first }
---@return table list of { pattern, column, start, end, text }
function whynot.elements(session, entry, reading, match)
	local plan = trace.plan(session.analyzer, entry.pattern)
	local elements = trace.walk(plan, reading, match.sentence):elements(match.first)
	return matched(reading, elements or {})
end

--- What went wrong at the element: `missing` in the sentence, `gap` too short or stopped, `absent` where it was sought.
local function how(walk, reading, outcome)
	local told = { missing = json.array {} }
	for i, node in ipairs(walk:missing()) do told.missing[i] = element(node) end
	local in_reach = outcome.gap and outcome.later
	local failed = in_reach and outcome.gap or outcome.node
	told.element, told.cause = element(failed), in_reach and "gap" or "absent"
	for _, part in ipairs(told.missing) do
		if part.column == told.element.column then told.cause = "missing" end
	end
	if outcome.at <= walk.last then told.sought = place(reading, outcome.at, math.min(outcome.last, walk.last)) end
	if in_reach and outcome.stop then told.barrier = place(reading, outcome.stop[1], outcome.stop[2]) end
	if outcome.later then told.later = place(reading, outcome.later, outcome.later) end
	if in_reach then told.tokens = outcome.later - outcome.at end
	return told
end

--- How far the pattern of a rule gets in a sentence.
---@param session table
---@param entry table a rule with a token pattern, or { pattern = compiled }
---@param n integer the sentence, 1-based
---@return table? told { stage = "pattern", element, cause, matched, missing, … } as in whynot.run; nil where it matches
function whynot.pattern(session, entry, reading, n)
	local walk = trace.walk(trace.plan(session.analyzer, entry.pattern), reading, n)
	local outcome = walk:furthest()
	if not outcome.node then return nil end
	local told = how(walk, reading, outcome)
	told.stage, told.matched = "pattern", matched(reading, outcome.elements)
	return told
end

local function near_text(entry)
	local names = {}
	for _, compiled in ipairs(entry.near) do names[#names + 1] = compiled.source end
	for _, refer in ipairs(#names == 0 and entry.refers or {}) do
		for _, compiled in ipairs(refer.antecedents) do names[#names + 1] = compiled.source end
	end
	return table.concat(names, " | ")
end

local function blocked(session, entry, reading, match)
	local obstacle, other = rule.obstacle(entry, reading, match)
	if not obstacle then return nil end
	local told = { stage = obstacle, match = place(reading, match.first, match.last) }
	told.matched = entry.pattern and whynot.elements(session, entry, reading, match) or json.array {}
	if obstacle == "unless" then
		told.element, told.barrier = { pattern = entry.unless.source, column = 1 }, place(reading, other.first, other.last)
	else
		told.element, told.reach = { pattern = near_text(entry), column = 1 }, entry.item.reach or rule.REACH
	end
	return told
end

--- The stage that a record of evidence reached.
local function judged(record)
	local told = {
		stage = record.state, match = { start = record.start, ["end"] = record["end"], text = record.text },
		holder = record.holder, sign = record.sign, why = record.why, superseded_by = record.superseded_by,
		cues = json.array {},
	}
	for _, cue in ipairs(record.cues) do
		if record.state == "live" or cue.policy == "drop" then told.cues[#told.cues + 1] = cue end
	end
	return told
end

--- n of a sentence → what became of the rule's matches there: evidence, or what stands in the way.
local function outcomes(session, entry, reading)
	local map = {}
	local function add(n, told)
		map[n] = map[n] or {}
		table.insert(map[n], told)
	end
	for _, record in ipairs((rule.run(session.rules, reading))) do
		if record.rule == entry.item.id then add(record.n, judged(record)) end
	end
	for _, match in ipairs(rule.matches(entry, reading)) do
		local told = blocked(session, entry, reading, match)
		if told then add(match.sentence, told) end
	end
	return map
end

--- Stages, the furthest last.
local RANK = {
	furniture = 0, peg = 0, pattern = 1, unless = 2, near = 2, refers = 2, dropped = 3, superseded = 4, live = 5,
}

local function furthest(list)
	local best
	for _, told in ipairs(list) do
		if not best or RANK[told.stage] > RANK[best.stage] then best = told end
	end
	return best
end

local function in_sentence(session, entry, reading, n, list)
	if reading.sentences[n].kind == "furniture" then return { stage = "furniture" } end
	local told = furthest(list or {})
	if told then return told end
	return entry.pattern and whynot.pattern(session, entry, reading, n) or { stage = "peg" }
end

--- Tells how far a rule gets.
---@param session table of assay.analysis
---@param entry table one of session.rules
---@param reading table of session:read
---@param byte integer? 0-based: the sentence to look at; without it, all of them
---@return table list per sentence { n, start, end, text, stage, … }; stage: furniture (no rule reads it), peg (an LPeg
---  pattern that does not match), pattern (element, cause, matched, missing, sought, later, tokens, barrier),
---  unless, near and refers (element, barrier or reach), dropped, superseded, live (holder, sign, why, cues)
function whynot.run(session, entry, reading, byte)
	local list, map = {}, outcomes(session, entry, reading)
	for n, sentence in ipairs(reading.sentences) do
		if not byte or sentence.start <= byte and byte < sentence["end"] then
			local told = in_sentence(session, entry, reading, n, map[n])
			told.n, told.start, told["end"] = n, sentence.start, sentence["end"]
			told.text = reading.text:sub(sentence.start + 1, sentence["end"])
			list[#list + 1] = told
		end
	end
	return list
end

return whynot
