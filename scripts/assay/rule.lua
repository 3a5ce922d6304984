--- Rules → evidence. A rule says what it looks for and what that shows; it gives records, never scores.

local evidence = require "assay.evidence"
local link = require "assay.link"
local nesting = require "assay.nesting"
local pattern = require "assay.pattern"
local ruleset = require "assay.ruleset"

local rule = {}

--- Sentences before a match in which `near` may be satisfied, where the rule names no `reach`.
rule.REACH = 3

local found_in = link.found_in

local function overlapping(matches, match)
	local other = matches[link.before(matches, "last", match.first) + 1]
	return other and other.first <= match.last and other or nil
end

local function is_near(reading, entry, sentence)
	for n = sentence, math.max(1, sentence - (entry.item.reach or entry.reach or rule.REACH)), -1 do
		for _, compiled in ipairs(entry.near) do
			if #found_in(reading, compiled, n) > 0 then return true end
		end
	end
	return #entry.near == 0
end

--- What a rule with an LPeg pattern finds: in each sentence the first match that is not empty.
local function find_peg(item, reading)
	local texts, matches = {}, {}
	for i, sentence in ipairs(reading.sentences) do texts[i] = reading.text:sub(sentence.start + 1, sentence["end"]) end
	for i, got in ipairs(item.peg:find(item.id, reading, texts)) do
		local sentence = reading.sentences[i]
		local first, last
		if got then first, last = reading.tokens_in(sentence.start + got[1] - 1, sentence.start + got[2]) end
		if first then matches[#matches + 1] = { sentence = sentence.n, first = first, last = last, captures = {} } end
	end
	return matches
end

--- Matches of the rule's pattern, whatever stands in their way.
---@param entry table a rule of ruleset.compile_all
---@param reading table of the article (analysis.lua)
function rule.matches(entry, reading)
	if not entry.pattern then return find_peg(entry.item, reading) end
	return reading.matches and (reading.matches[entry.pattern] or {}) or pattern.find(entry.pattern, reading.article)
end

--- What makes a match of a rule or a claim none.
---@param entry table { item, near, unless, refers, reach (where the item names none; nil: rule.REACH) }
---@return string? obstacle "unless", "near", "refers", or nil
---@return table? other the match of `unless`
function rule.obstacle(entry, reading, match)
	local other = entry.unless and overlapping(found_in(reading, entry.unless, match.sentence), match)
	if other then return "unless", other end
	if not is_near(reading, entry, match.sentence) then return "near" end
	if not link.antecedents(entry, reading, match) then return "refers" end
end

--- Appends the evidence of one rule.
---@return integer matches how often it fired
function rule.apply(entry, reading, records)
	local count = 0
	for _, match in ipairs(rule.matches(entry, reading)) do
		if not rule.obstacle(entry, reading, match) then
			count = count + 1
			for _, emit in ipairs(entry.item.emits) do
				if ruleset.IMPLICIT[emit.holder] or match.captures[emit.holder] then
					evidence.append(records, reading, entry, match, emit)
				end
			end
		end
	end
	return count
end

--- Runs the rules over one article.
---@param compiled table from ruleset.compile_all
---@param reading table { article, text, quotes, sentences, class_of, tokens_in, scopes_in } (see analysis.lua)
---@return table evidence list of records of assay.evidence in the order of rules and text
---@return table fired rule id → number of matches
function rule.run(compiled, reading)
	local records, fired = {}, {}
	reading.matches = reading.matches or pattern.find_all(compiled.set, reading.article)
	local matches = reading.matches
	for _, entry in ipairs(compiled) do
		local may_fire = not entry.pattern or matches[entry.pattern]
		local count = may_fire and rule.apply(entry, reading, records) or 0
		if count > 0 then fired[entry.item.id] = count end
	end
	nesting.nest(records, reading)
	evidence.supersede(records, compiled)
	nesting.follow(records)
	for _, record in ipairs(records) do record.inner = nil end
	return records, fired
end

return rule
