--- Claims: what an article says on a question of fact that the pack declares, with value and status.

local pattern = require "assay.pattern"

local claim = {}

--- asserted in the outlet's own voice; attributed to a source; denied by one.
local function status(reading, item, match)
	local denied = false
	for _, axis in ipairs(reading.article:axes(match.first, match.last)) do
		denied = denied or axis == "denial" or (axis == "negation" and item.negation ~= "keep")
	end
	if denied then return "denied" end
	return #reading.article:chain(match.first, match.last) > 0 and "attributed" or "asserted"
end

local function interval(reading, tokens)
	local from, to = reading.article:bytes(tokens[1], tokens[2])
	for _, number in ipairs(reading.numbers) do
		if number.start < to and number["end"] > from - 1 then
			return { low = number.low, high = number.high, approx = number.approx }
		end
	end
end

local function value_of(reading, item, spec, match)
	local tokens = match.captures.value
	if spec.value ~= nil then return spec.value end
	if not tokens then return true end
	if item.type == "interval" then return interval(reading, tokens) end
	local from, to = reading.article:bytes(tokens[1], tokens[2])
	return reading.text:sub(from, to)
end

local function near_enough(entry, reading, sentence)
	for _, compiled in ipairs(entry.near) do
		if #pattern.find(compiled, reading.article, sentence) > 0 then return true end
	end
	return #entry.near == 0
end

local function record(reading, entry, spec, match)
	local from, to = reading.article:bytes(match.first, match.last)
	local chain = reading.article:chain(match.first, match.last)
	local speaker = chain[1] and reading.quotes[chain[1]].speaker
	return {
		claim = entry.item.id, status = status(reading, entry.item, match),
		value = value_of(reading, entry.item, spec, match),
		text = reading.text:sub(from, to), origin = speaker and (speaker.entity or speaker.side or speaker.text) or nil,
		evidence = {
			{ rule = "claim." .. entry.item.id, start = from - 1, ["end"] = to, text = reading.text:sub(from, to),
				n = match.sentence, speaker = speaker and speaker.text or nil },
		},
	}
end

--- Same claim, status and value: one record with several pieces of evidence.
local function same(a, b)
	if a.claim ~= b.claim or a.status ~= b.status or a.origin ~= b.origin then return false end
	if type(a.value) ~= "table" or type(b.value) ~= "table" then return a.value == b.value end
	return a.value.low == b.value.low and a.value.high == b.value.high
end

local function add(list, new)
	for _, known in ipairs(list) do
		if same(known, new) then
			for _, other in ipairs(known.evidence) do
				if other.start == new.evidence[1].start then return end
			end
			known.evidence[#known.evidence + 1] = new.evidence[1]
			return
		end
	end
	list[#list + 1] = new
end

--- The claims of one article, in the pack's order and then the text's.
---@param compiled table from ruleset.compile_claims
function claim.run(compiled, reading)
	local list, found = {}, pattern.find_all(compiled.set, reading.article)
	for _, entry in ipairs(compiled) do
		for _, spec in ipairs(entry.patterns) do
			for _, match in ipairs(found[spec.compiled] or {}) do
				local new = near_enough(entry, reading, match.sentence) and record(reading, entry, spec, match)
				if new and new.value ~= nil then add(list, new) end
			end
		end
	end
	return list
end

return claim
