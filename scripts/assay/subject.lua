--- Whose attitude a word expresses, where a rule emits for `subject`: the nearest match of the macro `subject` before the
--- word, in the sentence and in the same report, else who makes the report. The macro is of the language pack; a pack may
--- have its own. What its captures mean:
---
---   party…      a party that is the subject, or one of several ("Egypt and Qatar": party, party2)
---   anaphor     a pronoun or the like: who speaks, else the subject before
---   nobody      somebody who is no party, or a party whose attitude it is not ("was asked to"): nobody's then
---   any other   the name of a class: the party of that class named last ("the movement": the last group)
---
--- A match without captures names nobody and hides nobody ("with Israel").

local link = require "assay.link"

local subject = {}

local REACH = 6 -- sentences before in which a party of a class is looked for
local PRONOUN = 3 -- the same for what a pronoun means

--- The first party named in the tokens.
function subject.party(reading, first, last)
	local party = last >= first and reading.article:party(first, last)
	return party and { side = party.side, entity = party.entity } or nil
end

--- Who says the tokens, as the report names them.
local function named_speaker(reading, first, last)
	local number = reading.article:chain(first, last)[1]
	local speaker = number and reading.quotes[number].speaker
	return speaker and { side = speaker.side or speaker.entity, entity = speaker.entity } or nil, speaker
end

--- The first subject of sentence n before the token; second: whether it is a pronoun itself.
local function first_subject(reading, compiled, n, token)
	for _, match in ipairs(compiled and link.found_in(reading, compiled, n) or {}) do
		if match.first >= token then return nil end
		if match.captures.anaphor then return nil, true end
		local party = match.captures.party
		if party then return subject.party(reading, party[1], party[2]) end
	end
end

--- The first party named in sentence n before the token, else in the nearest of the sentences before it: what `it` and
--- `they` of an outlet's own sentence mean, as far as their subjects stay the same.
function subject.before(reading, compiled, n, token)
	local other
	for k = n, math.max(1, n - PRONOUN), -1 do
		local first, last = reading.tokens_of(k)
		local till = k == n and token or last + 1
		local party, pronoun = first_subject(reading, compiled, k, till)
		local named_there = first and subject.party(reading, first, till - 1)
		other = other or named_there
		party = party or not pronoun and named_there
		if party then return party end
	end
	return other
end

--- The party of the class that is named last before the byte, no more than REACH sentences before sentence n.
local function last_of_class(reading, class, n, byte)
	local from = reading.sentences[math.max(1, n - REACH)].start
	local best
	for _, mention in ipairs(reading.mentions) do
		if mention.start >= byte then break end
		local side = mention.side or mention.entity
		if mention.start >= from and reading.class_of[side] == class then best = { side = side, entity = side } end
	end
	return best
end

local function anaphor(reading, compiled, n, tokens)
	local speaker = named_speaker(reading, tokens[1], tokens[2])
	if speaker and speaker.side then return speaker end
	return subject.before(reading, compiled, n, tokens[1])
end

--- Whom a match of the macro names; nil where that is nobody.
local function named(reading, compiled, match)
	local parties = {}
	for name, tokens in pairs(match.captures) do
		if name == "nobody" then return nil end
		local party
		if name:find "^party" then
			party = subject.party(reading, tokens[1], tokens[2])
		elseif name == "anaphor" then
			party = anaphor(reading, compiled, match.sentence, tokens)
		else
			local byte = reading.article:bytes(tokens[1], tokens[2]) - 1
			party = last_of_class(reading, name, match.sentence, byte)
		end
		if party then
			party.first, party.last = tokens[1], tokens[2]
			parties[#parties + 1] = party
		end
	end
	table.sort(parties, function(a, b) return a.first < b.first end)
	return parties[1] and parties
end

--- The parties that the report's speaker is: several where it names several, and one that is looked for as a subject is
--- where it has neither name nor side ("the ministry", "he"). nil if there is none.
function subject.speakers(reading, compiled, number)
	local speaker = reading.quotes[number].speaker
	if not speaker then return nil end
	local one = (speaker.side or speaker.entity) and { { side = speaker.side or speaker.entity, entity = speaker.entity } }
	if not compiled or not speaker.start then return one or nil end
	local from, to = reading.tokens_in(speaker.start, speaker["end"])
	local n = from and reading.sentence_at(speaker.start)
	for _, match in ipairs(n and link.found_in(reading, compiled, n) or {}) do
		if match.first <= to and match.last >= from and next(match.captures) then
			local parties = named(reading, compiled, match)
			return parties and (not one or #parties > 1) and parties or one or nil
		end
	end
	return one or nil
end

--- Who says the tokens; empty where it is said by somebody who is no party.
function subject.speaking(reading, compiled, first, last)
	local number = reading.article:chain(first, last)[1]
	if not number or not reading.quotes[number].speaker then return nil end
	return subject.speakers(reading, compiled, number) or {}
end

--- Whether the tokens stand in the report, or there is none.
local function shares(reading, quote, match)
	local number = reading.article:chain(match.first, match.first)[1]
	return reading.quotes[number] == quote
end

--- Last token of the captures; nil without any.
local function end_of_captures(match)
	local last
	for _, tokens in pairs(match.captures) do last = math.max(last or 0, tokens[2]) end
	return last
end

--- The last match of the macro before the token that is not hidden in another report. A match may go on over the token
--- ("Egypt urged Israel" names who urges).
local function nearest(reading, compiled, n, token, quote)
	local list = link.found_in(reading, compiled, n)
	for i = #list, 1, -1 do
		local last = end_of_captures(list[i])
		if last and last < token and shares(reading, quote, list[i]) then return list[i] end
	end
end

--- Whose attitude the tokens of sentence n express: list of { side, entity, first, last }, or nil. From the innermost
--- report outwards: its subject, else its speaker; words in quotation marks may go on with a subject before the marks.
function subject.of(reading, compiled, n, at)
	for _, number in ipairs(reading.article:chain(at[1], at[2])) do
		local quote = reading.quotes[number]
		local found = compiled and nearest(reading, compiled, n, at[1], quote)
		if found then return named(reading, compiled, found) end
		local speakers = subject.speakers(reading, compiled, number)
		if speakers or quote.kind == "indirect" then return speakers end
	end
	local found = compiled and nearest(reading, compiled, n, at[1], nil)
	return found and named(reading, compiled, found)
end

return subject
