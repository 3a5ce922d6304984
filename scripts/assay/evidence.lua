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
local nesting = require "assay.nesting"
local origin = require "assay.origin"
local subject = require "assay.subject"

local evidence = {}

local SHOWN = 12 -- tokens from a holder to a match that are shown as one

--- Who is meant by a capture: the party in it, else who speaks, else the subject before.
local function party_of(reading, compiled, match, tokens)
	local speakers = subject.speaking(reading, compiled.subject, match.first, match.last)
	local party = subject.party(reading, tokens[1], tokens[2]) or speakers and speakers[1]
		or subject.before(reading, compiled.subject, match.sentence, tokens[1]) or {}
	party.first, party.last = tokens[1], tokens[2]
	return party
end

--- Whose position the emission shows: list of { side, entity, first, last }, tokens where they are named; nil if nobody
--- fits.
local function holders_of(reading, compiled, match, emit)
	local at = match.captures[compiled.item.at or "at"] or { match.first, match.last }
	if emit.holder == "subject" then return subject.of(reading, compiled.subject, match.sentence, at) end
	local voice = emit.holder == "voice"
	if voice or emit.holder == "speaker" then
		local speakers = subject.speaking(reading, compiled.subject, at[1], at[2])
		if speakers or not voice then return speakers end
		return subject.of(reading, compiled.subject, match.sentence, at)
	end
	return { party_of(reading, compiled, match, match.captures[emit.holder]) }
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
	for i, scope in ipairs(reading.scopes_in(n, from, to)) do
		list[i] = {
			axis = scope.axis, policy = item.on[scope.axis], cue = json.array { scope.cue[1], scope.cue[2] },
			start = scope.start, ["end"] = scope["end"],
		}
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

--- First token of what is shown: that of the holder, where it is near.
local function shown_from(match, holder)
	local near = holder.first and holder.first < match.first and match.first - holder.first <= SHOWN
	return near and holder.first or match.first
end

local function base_record(reading, compiled, match, emit, holder)
	local from, to = reading.article:bytes(shown_from(match, holder), match.last)
	return {
		rule = compiled.item.id, start = from - 1, ["end"] = to, text = reading.text:sub(from, to), n = match.sentence,
		captures = captures_of(reading, compiled, match), sign = emit.sign or emit.like, like = emit.like,
		weight = emit.weight or 1,
		conditional = emit.conditional, state = "live",
		inner = nesting.inner(compiled, match, emit),
	}
end

local function record_of(reading, compiled, match, emit, holder)
	local record = base_record(reading, compiled, match, emit, holder)
	local chain = apply_context(reading, record, compiled.item, match)
	record.links = link.apply(compiled, reading, match, record, holder)
	local speaker = chain[1] and reading.quotes[chain[1]].speaker
	record.speaker = speaker and speaker.text
	record.origin = speaker and (speaker.entity or speaker.side or speaker.text)
	record.via, record.root = json.array(origin.media(reading, chain)), origin.of(reading, chain)
	record.holder = holder.side or holder.entity
	if holder.entity ~= record.holder then record.person = holder.entity end
	if not record.holder then record.state, record.why = "dropped", "no holder" end
	return record
end

--- Appends the records of one emission of a match: one for each holder, else one without.
---@param reading table of the article (analysis.lua)
---@param compiled table the rule, of rule.compile_all
---@param match table { sentence, first, last, captures } of pattern.find
---@param emit table one of the rule's `emits`
function evidence.append(records, reading, compiled, match, emit)
	local holders = holders_of(reading, compiled, match, emit)
	for _, holder in ipairs(holders and holders[1] and holders or { {} }) do
		records[#records + 1] = record_of(reading, compiled, match, emit, holder)
	end
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
