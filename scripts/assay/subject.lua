--- Whose attitude a word expresses, where a rule emits for `subject`: the nearest match of the macro `subject` before
--- the word, in the sentence and in the same report, else who makes the report. The macro is of the language pack; a
--- pack may have its own. What its captures mean:
---
---   party…      a party that is the subject, or one of several ("Egypt and Qatar": party, party2)
---   anaphor     a pronoun or the like: who speaks, else the subject before
---   nobody      somebody who is no party, or a party whose attitude it is not ("was asked to"): nobody's then
---   any other   a class, or several joined by "_": the party of such a class named last ("the movement": of a group)
---
--- A match without captures names nobody and hides nobody ("with Israel"). Every search is bounded.

local link = require "assay.link"

local subject = {}

local before = link.before

local REACH = 6 -- sentences before in which a party of a class is looked for
local PRONOUN = 3 -- the same for what a pronoun means
local TRIED = 40 -- matches of the macro, from one place on
local MENTIONS = 200 -- mentions before one place

--- The first party named in the tokens.
function subject.party(reading, first, last)
	local party = last >= first and reading.article:party(first, last)
	return party and { side = party.side, entity = party.entity } or nil
end

--- Who says the tokens, as the report names them.
local function named_speaker(reading, first, last)
	local number = reading.chain(first, last)[1]
	local speaker = number and reading.quotes[number].speaker
	return speaker and { side = speaker.side or speaker.entity, entity = speaker.entity } or nil, speaker
end

--- The first subject of sentence n before the token; second: whether it is a pronoun itself.
local function first_subject(reading, compiled, n, token)
	local list = compiled and link.found_in(reading, compiled, n) or {}
	for i = 1, math.min(TRIED, before(list, "first", token)) do
		local captures = list[i].captures
		if captures.anaphor then return nil, true end
		if captures.party then return subject.party(reading, captures.party[1], captures.party[2]) end
	end
end

--- The first party named in sentence n before the token, else in the nearest of the sentences before it: what `it` and
--- `they` of an outlet's own sentence mean, as far as their subjects stay the same.
function subject.before(reading, compiled, n, token)
	local other
	for k = n, math.max(1, n - PRONOUN), -1 do
		local first, last = reading.tokens_of(k)
		local till = k == n and token or (last or -1) + 1
		local party, pronoun = first_subject(reading, compiled, k, till)
		local named_there = first and subject.party(reading, first, till - 1)
		other = other or named_there
		party = party or not pronoun and named_there
		if party then return party end
	end
	return other
end

--- Whether the text names the office with the party: "Egypt's foreign minister", "the Egyptian army".
local function holds(reading, mention, office)
	return reading.text:sub(mention.start + 1, mention["end"] + #office + 5):lower():find(office, 1, true) ~= nil
end

--- Whether the party has such an office, as far as its pack tells.
local function has_office(reading, side, office)
	for _, word in ipairs(reading.lacks[side] or {}) do
		if office:find(word, 1, true) then return false end
	end
	return true
end

--- The party of the class that the text has named with the office, else the one that is named last before the byte, no
--- more than REACH sentences before sentence n.
local function last_of_class(reading, class, n, byte, office)
	local from = reading.sentences[math.max(1, n - REACH)].start
	local last = before(reading.mentions, "start", byte)
	local nearest
	for i = last, math.max(1, last - MENTIONS), -1 do
		local mention = reading.mentions[i]
		local side = mention.side or mention.entity
		local known = reading.class_of[side]
		local is_such = known and ("_" .. class .. "_"):find("_" .. known .. "_", 1, true)
		if is_such and has_office(reading, side, office) then
			if holds(reading, mention, office) then return { side = side, entity = side } end
			if not nearest and mention.start >= from then nearest = { side = side, entity = side } end
		end
	end
	return nearest
end

local function anaphor(reading, compiled, n, tokens)
	local speaker = named_speaker(reading, tokens[1], tokens[2])
	if speaker and reading.class_of[speaker.side] == "name" then
		speaker = subject.speakers(reading, compiled, reading.chain(tokens[1], tokens[2])[1])[1]
	end
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
			local from, to = reading.article:bytes(tokens[1], tokens[2])
			local office = reading.text:sub(from, to):lower():gsub("^the ", "")
			party = last_of_class(reading, name, match.sentence, from - 1, office)
		end
		if party then
			party.first, party.last = tokens[1], tokens[2]
			parties[#parties + 1] = party
		end
	end
	table.sort(parties, function(a, b) return a.first < b.first end)
	return parties[1] and parties
end

--- Whom a speaker's words name as a subject, or nil.
local function as_subject(reading, compiled, speaker)
	local from, to = reading.tokens_in(speaker.start, speaker["end"])
	local list = from and link.found_in(reading, compiled, reading.sentence_at(speaker.start)) or {}
	local last = from and before(list, "first", to + 1) or 0
	local found
	for i = last, math.max(1, last - TRIED), -1 do
		if list[i].last < from then break end
		if next(list[i].captures) then found = list[i] end
	end
	return found and named(reading, compiled, found)
end

--- The parties that the report's speaker is: several where its words name several, and one that is looked for as a
--- subject is where it has neither name nor side ("the ministry", "he"). nil if there is none.
function subject.speakers(reading, compiled, number)
	local speaker = reading.quotes[number].speaker
	if not speaker then return nil end
	local side = speaker.side or speaker.entity
	local parties = compiled and speaker.start and as_subject(reading, compiled, speaker)
	local is_known = side and reading.class_of[side] ~= "name"
	if parties and (not is_known or #parties > 1) then return parties end
	return side and { { side = side, entity = speaker.entity } } or nil
end

--- Who says the tokens; empty where it is said by somebody who is no party.
function subject.speaking(reading, compiled, first, last)
	local number = reading.chain(first, last)[1]
	if not number or not reading.quotes[number].speaker then return nil end
	return subject.speakers(reading, compiled, number) or {}
end

--- Whether the tokens stand in the report, or there is none.
local function shares(reading, quote, match)
	local number = reading.chain(match.first, match.first)[1]
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
	local behind = before(list, "first", token)
	for i = behind, math.max(1, behind - TRIED), -1 do
		local last = end_of_captures(list[i])
		if last and last < token and shares(reading, quote, list[i]) then return list[i] end
	end
end

--- Whose attitude the tokens of sentence n express: list of { side, entity, first, last }, or nil. From the innermost
--- report outwards: its subject, else its speaker; words in quotation marks may go on with a subject before the marks.
function subject.of(reading, compiled, n, at)
	for _, number in ipairs(reading.chain(at[1], at[2])) do
		local quote = reading.quotes[number]
		local found = compiled and nearest(reading, compiled, n, at[1], quote)
		if found then return named(reading, compiled, found) end
		local speakers = subject.speakers(reading, compiled, number)
		if speakers or quote.kind == "indirect" and quote.speaker then return speakers end
	end
	local found = compiled and nearest(reading, compiled, n, at[1], nil)
	return found and named(reading, compiled, found)
end

return subject
