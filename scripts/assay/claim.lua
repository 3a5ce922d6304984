--- Claims: what an article says on a question of fact that the pack declares, with value and status.

local pattern = require "assay.pattern"

local claim = {}

local function fail(item, message, column)
	local where = ("%s:1:%d"):format(item.file or "claims", column or 1)
	error({ message = ("%s: claim '%s': %s"):format(where, tostring(item.id), message) }, 0)
end

--- Compiles the pack's claims; raises {message} at the first mistake.
function claim.compile_all(analyzer, items)
	local list = {}
	for i, item in ipairs(items) do
		if type(item.id) ~= "string" then fail(item, "a claim has an id") end
		local patterns = {}
		for n, source in ipairs(item.patterns or { item.pattern }) do
			local spec = type(source) == "table" and source or { source }
			local compiled, message, column = pattern.compile(analyzer, spec[1])
			if not compiled then fail(item, message .. ": " .. spec[1], column) end
			patterns[n] = { compiled = compiled, value = spec.value }
		end
		local near = {}
		for n, name in ipairs(item.near or {}) do near[n] = assert(pattern.compile(analyzer, "%" .. name)) end
		list[i] = { item = item, patterns = patterns, near = near }
	end
	return list
end

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
	if #entry.near == 0 then return true end
	for _, compiled in ipairs(entry.near) do
		for _, match in ipairs(pattern.find(compiled, reading.article)) do
			if match.sentence == sentence then return true end
		end
	end
	return false
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
function claim.run(compiled, reading)
	local list = {}
	for _, entry in ipairs(compiled) do
		for _, spec in ipairs(entry.patterns) do
			for _, match in ipairs(pattern.find(spec.compiled, reading.article)) do
				local new = near_enough(entry, reading, match.sentence) and record(reading, entry, spec, match)
				if new and new.value ~= nil then add(list, new) end
			end
		end
	end
	return list
end

return claim
