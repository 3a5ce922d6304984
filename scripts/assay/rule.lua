--- Rules → evidence. A rule says what it looks for and what that shows; it gives records, never scores.

local pattern = require "assay.pattern"

local rule = {}

local REACH = 3 -- sentences before a match in which `near` may be satisfied

--- Whether any of the patterns matches in the sentence; asked once per pattern and sentence.
local function any_in(patterns, article, sentence, cache)
	for _, compiled in ipairs(patterns) do
		local known = cache[compiled] or {}
		cache[compiled] = known
		if known[sentence] == nil then known[sentence] = #pattern.find(compiled, article, sentence) > 0 end
		if known[sentence] then return true end
	end
	return false
end

local function is_near(entry, article, sentence, cache)
	for n = sentence, math.max(1, sentence - (entry.item.reach or REACH)), -1 do
		if any_in(entry.near, article, n, cache) then return true end
	end
	return #entry.near == 0
end

local function is_excepted(entry, article, match, cache)
	if not entry.unless then return false end
	local known = cache[entry.unless] or {}
	cache[entry.unless] = known
	known[match.sentence] = known[match.sentence] or pattern.find(entry.unless, article, match.sentence)
	for _, other in ipairs(known[match.sentence]) do
		if other.first <= match.last and match.first <= other.last then return true end
	end
	return false
end

local function speaker_of(reading, match)
	local number = reading.article:chain(match.first, match.last)[1]
	return number and reading.quotes[number].speaker or nil
end

--- The first party named in the sentence before the tokens, else in the sentence before it: what `it` and `they` of an
--- outlet's own sentence mean, as far as their subjects stay the same.
local function subject_before(reading, match, tokens)
	for n = match.sentence, math.max(1, match.sentence - 1), -1 do
		local first, last = reading.tokens_of(n)
		if n == match.sentence then last = tokens[1] - 1 end
		local party = first and last >= first and reading.article:party(first, last)
		if party then return party end
	end
end

--- The party that the emission names: of a capture, else of the speaker, else the subject before; nil if nobody fits.
local function holder_of(reading, match, emit)
	if emit.holder ~= "speaker" then
		local tokens = match.captures[emit.holder]
		local party = tokens and reading.article:party(tokens[1], tokens[2])
		if party then return party.side, party.entity end
		if not tokens then return nil end
	end
	local speaker = speaker_of(reading, match)
	if speaker then return speaker.side or speaker.entity, speaker.entity end
	local tokens = match.captures[emit.holder]
	local party = tokens and subject_before(reading, match, tokens)
	if party then return party.side, party.entity end
end

--- Applies the rule's policy for one axis.
local POLICY = {
	keep = function() end,
	drop = function(record, axis) record.state, record.why = "dropped", "under " .. axis end,
	flip = function(record) record.sign = -record.sign end,
	halve = function(record) record.weight = record.weight / 2 end,
	condition = function(record) record.conditional = true end,
}

local function apply_context(reading, record, item, match)
	local at = match.captures[item.at or "at"] or { match.first, match.last }
	record.context = reading.article:axes(at[1], at[2])
	for _, axis in ipairs(record.context) do POLICY[item.on[axis]](record, axis) end
	local chain = reading.article:chain(match.first, match.last)
	if #chain > 0 then POLICY[item.on.report](record, "report") end
	return chain
end

local function via_of(reading, chain)
	local list, seen = {}, {}
	for _, number in ipairs(chain) do
		for _, name in ipairs(reading.quotes[number].via or {}) do
			if not seen[name] then
				seen[name] = true
				list[#list + 1] = name
			end
		end
		local speaker = reading.quotes[number].speaker
		local class = speaker and speaker.entity and reading.class_of[speaker.entity]
		if class == "media" and not seen[speaker.entity] then
			seen[speaker.entity] = true
			list[#list + 1] = speaker.entity
		end
	end
	return list
end

local function evidence(reading, compiled, match, emit)
	local item = compiled.item
	local from, to = reading.article:bytes(match.first, match.last)
	local record = {
		rule = item.id, start = from - 1, ["end"] = to, text = reading.text:sub(from, to), n = match.sentence,
		sign = emit.sign, weight = emit.weight or 1, conditional = emit.conditional, state = "live",
	}
	local chain = apply_context(reading, record, item, match)
	local speaker = chain[1] and reading.quotes[chain[1]].speaker
	record.speaker = speaker and speaker.text
	record.origin = speaker and (speaker.entity or speaker.side or speaker.text)
	record.via = via_of(reading, chain)
	local holder, person = holder_of(reading, match, emit)
	record.holder = holder
	if person ~= holder then record.person = person end
	if not holder then record.state, record.why = "dropped", "no holder" end
	return record
end

--- What a rule with an LPeg pattern finds: the pattern is tried at every byte of every sentence's text; it may capture
--- a table with byte ranges (position captures) for its names.
local function find_peg(item, reading)
	local lpeg = require "lpeg"
	local search = lpeg.P { lpeg.Ct(lpeg.Cp() * lpeg.Cg(item.peg, "captures") ^ 0 * lpeg.Cp()) + 1 * lpeg.V(1) }
	local matches = {}
	for _, sentence in ipairs(reading.sentences) do
		local got = search:match(reading.text:sub(sentence.start + 1, sentence["end"]))
		if got and got[2] > got[1] then
			local first, last = reading.tokens_in(sentence.start + got[1] - 1, sentence.start + got[2] - 1)
			if first then
				matches[#matches + 1] = { sentence = sentence.n, first = first, last = last, captures = {} }
			end
		end
	end
	return matches
end

--- Runs the rules over one article.
---@param compiled table from ruleset.compile_all
---@param reading table { article, text, quotes, sentences, class_of, tokens_in } (see analysis.lua)
---@return table evidence list of records in the order of rules and text; state "live" or "dropped" (with why)
---@return table fired rule id → number of matches
function rule.run(compiled, reading)
	local records, fired, cache = {}, {}, {}
	local found = pattern.find_all(compiled.set, reading.article)
	for _, entry in ipairs(compiled) do
		local matches = entry.pattern and found[entry.pattern] or entry.item.peg and find_peg(entry.item, reading) or {}
		for _, match in ipairs(matches) do
			if is_near(entry, reading.article, match.sentence, cache)
				and not is_excepted(entry, reading.article, match, cache) then
				fired[entry.item.id] = (fired[entry.item.id] or 0) + 1
				for _, emit in ipairs(entry.item.emits) do
					records[#records + 1] = evidence(reading, entry, match, emit)
				end
			end
		end
	end
	return records, fired
end

return rule
