--- What a match shows: the record that scores are counted from and that `explain` opens. Nothing is deleted: evidence
--- that does not count is kept with its state and the reason.
---
---   rule, n                      the rule's id; the sentence
---   start, end, text             what matched: bytes, 0-based and half-open, and the text there
---   captures                     list of { name, start, end } in the order of the pattern
---   holder, person               whose position; who of them, when it is not the holder itself
---   speaker, origin, via         in whose words; the source they count as; the media they came through
---   root                         where it comes from in the end (assay.origin)
---   context, cues                the axes that hold; per scope { axis, policy, cue = { start, end }, start, end }
---   links                        what else it rests on (assay.link): { kind, name, start, end }
---   sign, weight, conditional    what it shows after the policies
---   state, why                   live; dropped (a policy, or nobody holds it); superseded (superseded_by: the rule)

local json = require "assay.core".json
local link = require "assay.link"
local origin = require "assay.origin"

local evidence = {}

--- Who says the tokens, of a match or a capture.
local function speaker_of(reading, first, last)
	local number = reading.chain(first, last)[1]
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
local function holder_of(reading, item, match, emit)
	local at = match.captures[item.at or "at"]
	local said = emit.holder == "speaker" and at or { match.first, match.last }
	if emit.holder ~= "speaker" then
		local tokens = match.captures[emit.holder]
		local party = tokens and reading.article:party(tokens[1], tokens[2])
		if party then return party.side, party.entity end
		if not tokens then return nil end
	end
	local speaker = speaker_of(reading, said[1], said[2])
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

--- The scopes that meet the bytes [from, to) of sentence n, with the rule's policy for each.
local function cues_of(reading, item, n, from, to)
	local list = json.array {}
	for _, scope in ipairs(reading.scopes_of(n)) do
		if scope.start < to and from < scope["end"] then
			list[#list + 1] = {
				axis = scope.axis, policy = item.on[scope.axis], cue = json.array { scope.cue[1], scope.cue[2] },
				start = scope.start, ["end"] = scope["end"],
			}
		end
	end
	return list
end

local function report_cue(reading, item, number)
	local quote = reading.quotes[number]
	local cue = quote.cue and json.array { quote.cue.start, quote.cue["end"] } or nil
	return { axis = "report", policy = item.on.report, cue = cue, start = quote.start, ["end"] = quote["end"] }
end

local function apply_context(reading, record, item, match)
	local at = match.captures[item.at or "at"] or { match.first, match.last }
	local from, to = reading.article:bytes(at[1], at[2])
	record.context = reading.article:axes(at[1], at[2])
	record.cues = cues_of(reading, item, match.sentence, from - 1, to)
	for _, axis in ipairs(record.context) do POLICY[item.on[axis]](record, axis) end
	local chain = reading.chain(match.first, match.last)
	if #chain > 0 then
		record.cues[#record.cues + 1] = report_cue(reading, item, chain[1])
		POLICY[item.on.report](record, "report")
	end
	return chain
end

local function captures_of(reading, compiled, match)
	local list = json.array {}
	for _, name in ipairs(compiled.pattern and compiled.pattern.captures or {}) do
		local tokens = match.captures[name]
		if tokens then
			local from, to = reading.article:bytes(tokens[1], tokens[2])
			list[#list + 1] = { name = name, start = from - 1, ["end"] = to }
		end
	end
	return list
end

--- The record of one emission of a match.
---@param reading table of the article (analysis.lua)
---@param compiled table the rule, of rule.compile_all
---@param match table { sentence, first, last, captures } of pattern.find
---@param emit table one of the rule's `emits`
function evidence.record(reading, compiled, match, emit)
	local item = compiled.item
	local from, to = reading.article:bytes(match.first, match.last)
	local record = {
		rule = item.id, start = from - 1, ["end"] = to, text = reading.text:sub(from, to), n = match.sentence,
		captures = captures_of(reading, compiled, match), sign = emit.sign, weight = emit.weight or 1,
		conditional = emit.conditional, state = "live",
	}
	local chain = apply_context(reading, record, item, match)
	record.links = link.apply(compiled, reading, match, record, emit)
	local speaker = chain[1] and reading.quotes[chain[1]].speaker
	record.speaker = speaker and speaker.text
	record.origin = speaker and (speaker.entity or speaker.side or speaker.text)
	record.via, record.root = json.array(origin.media(reading, chain)), origin.of(reading, chain)
	local holder, person = holder_of(reading, item, match, emit)
	record.holder = holder
	if person ~= holder then record.person = person end
	if not holder then record.state, record.why = "dropped", "no holder" end
	return record
end

local function by_sentence(records)
	local map = {}
	for _, record in ipairs(records) do
		map[record.n] = map[record.n] or {}
		table.insert(map[record.n], record)
	end
	return map
end

local function supersede_in(list, record, ids)
	for _, other in ipairs(list) do
		local meant = ids[other.rule] and other.holder == record.holder and other.state == "live"
		if meant then
			other.state, other.superseded_by, other.why = "superseded", record.rule, "superseded by " .. record.rule
		end
	end
end

--- Marks what a more telling rule supersedes: evidence of the rules it names, in the same sentence, of the same holder.
--- Evidence that is superseded itself still supersedes, so the order of the rules does not matter.
function evidence.supersede(records, compiled)
	local ids_of = {}
	for _, entry in ipairs(compiled) do
		for _, id in ipairs(entry.item.supersedes or {}) do
			ids_of[entry.item.id] = ids_of[entry.item.id] or {}
			ids_of[entry.item.id][id] = true
		end
	end
	if not next(ids_of) then return end
	local sentences = by_sentence(records)
	for _, record in ipairs(records) do
		local ids = ids_of[record.rule]
		if ids and record.state ~= "dropped" then supersede_in(sentences[record.n], record, ids) end
	end
end

return evidence
