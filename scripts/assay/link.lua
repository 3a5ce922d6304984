--- What a match rests on outside its own words. A link is { kind, name, start, end }, bytes as everywhere:
---
---   antecedent  what a capture stands for ("the request", "such a move"): the nearest match of one of the patterns
---               that the rule's `refers` gives it; name is the capture. Without one the match is none.
---   operator    what turns or weakens the attitude behind it ("refused to", "denied that"); name is its id. All that
---               stand before `at` count, one over the other.
---   terms       the terms on which a party consents; the rule's id
---   within      an attitude that this one is about (assay.nesting); its rule

local json = require "assay.core".json
local pattern = require "assay.pattern"

local link = {}

local OPERATED = 20 -- tokens from an operator to what it turns
local REACH = 3 -- sentences before a match in which an antecedent is looked for, where the rule names no `reach`

--- Matches of a compiled pattern in sentence n, computed once.
function link.found_in(reading, compiled, n)
	local known = reading.found[compiled] or {}
	reading.found[compiled] = known
	known[n] = known[n] or pattern.find(compiled, reading.article, n)
	return known[n]
end

--- How many of the list, sorted by key, lie before the value. A pattern's matches in a sentence do not overlap: they
--- are sorted by `first` and by `last`.
function link.before(list, key, value)
	local low, high = 0, #list
	while low < high do
		local middle = (low + high + 1) // 2
		if list[middle][key] < value then low = middle else high = middle - 1 end
	end
	return low
end

local before = link.before

local function make(reading, kind, name, first, last)
	local from, to = reading.article:bytes(first, last)
	return { kind = kind, name = name, start = from - 1, ["end"] = to }
end

--- The last match of the patterns in sentence n that begins no later than the token: what a capture stands for may
--- follow it at once ("the idea of letting them go").
local function last_before(reading, patterns, n, token)
	local best
	for _, compiled in ipairs(patterns) do
		local list = link.found_in(reading, compiled, n)
		local match = list[before(list, "first", token + 1)]
		if match and (not best or match.last > best.last) then best = match end
	end
	return best
end

--- Of two matches the later one counts: what else the words may stand for hides what stands before it.
local function antecedent(entry, reading, match, refer)
	local tokens = match.captures[refer.capture]
	local reach = refer.reach or entry.item.reach or REACH
	for n = match.sentence, math.max(1, match.sentence - reach), -1 do
		local found = last_before(reading, refer.antecedents, n, tokens[2])
		local other = last_before(reading, refer.except, n, tokens[2])
		if other and not (found and found.last >= other.last) then return nil end
		if found then return make(reading, "antecedent", refer.capture, found.first, found.last) end
	end
end

--- The antecedents of the match's captures; nil when one that took part has none.
function link.antecedents(entry, reading, match)
	local list = {}
	for _, refer in ipairs(entry.refers) do
		if match.captures[refer.capture] then
			local found = antecedent(entry, reading, match, refer)
			if not found then return nil end
			list[#list + 1] = found
		end
	end
	return list
end

--- Where the holder's own words begin: behind who is named before `at`, else with the report, the sentence.
local function from_holder(reading, match, at, holder)
	if holder.last and holder.last < at[1] then return holder.last + 1 end
	local quote = not holder.last and reading.quotes[reading.chain(at[1], at[2])[1]]
	local from = reading.tokens_of(match.sentence)
	return quote and math.max(from, reading.tokens_in(quote.start, quote["end"]) or from) or from
end

--- Whether a comma stands between the tokens: what an operator turns is behind it in one breath.
local function parted(reading, from, to)
	local first, last = reading.article:bytes(from, to)
	return reading.text:sub(first, last):find(",", 1, true) ~= nil
end

--- Operators that stand between the holder and `at`; of two that overlap the longer one.
local function operators(entry, reading, match, holder)
	local at = match.captures[entry.item.at or "at"]
	local list = {}
	if not at then return list end
	local from = from_holder(reading, match, at, holder)
	for _, operator in ipairs(entry.operators) do
		local all = link.found_in(reading, operator.pattern, match.sentence)
		for i = before(all, "last", at[1] - OPERATED) + 1, before(all, "last", at[1]) do
			local found = all[i]
			if found.first >= from and not parted(reading, found.last, at[1]) then
				list[#list + 1] = { item = operator.item, first = found.first, last = found.last }
			end
		end
	end
	table.sort(list, function(a, b)
		if a.first ~= b.first then return a.first < b.first end
		return a.last > b.last
	end)
	return list
end

local function fold(entry, reading, match, record, holder, links)
	local behind = 0
	for _, operator in ipairs(operators(entry, reading, match, holder)) do
		if operator.first > behind then
			behind = operator.last
			record.sign = record.sign * operator.item.sign
			record.weight = record.weight * (operator.item.weight or 1)
			links[#links + 1] = make(reading, "operator", operator.item.id, operator.first, operator.last)
		end
	end
end

local function first_terms(terms, reading, n)
	for _, match in ipairs(link.found_in(reading, terms, n)) do
		if match.captures.at or #terms.captures == 0 then return match end
	end
	return false
end

--- The first terms in the sentence, computed once. Where the pattern captures `at`, a match without it states none
--- ("even if").
local function terms_in(terms, reading, n)
	if not terms then return nil end
	reading.stated = reading.stated or {}
	local known = reading.stated[terms] or {}
	reading.stated[terms] = known
	if known[n] == nil then known[n] = first_terms(terms, reading, n) end
	return known[n] or nil
end

--- The same of a rule or claim.
---@return table? match
function link.terms(entry, reading, n) return terms_in(entry.terms, reading, n) end

--- Terms that the sentence behind states, where it is of the same paragraph ("First they must disarm.").
local function terms_after(entry, reading, n)
	if not entry.terms_after or not reading.sentences[n + 1] then return nil end
	local from, to = reading.sentences[n]["end"], reading.sentences[n + 1].start
	if reading.text:sub(from + 1, to):find("\n", 1, true) then return nil end
	return link.found_in(reading, entry.terms_after, n + 1)[1]
end

--- Consent on terms is consent, and conditional: "will not support it unless" as well as "will support it if".
local function apply_terms(entry, reading, match, record, links)
	local against = record.sign < 0
	local found = terms_in(against and entry.exceptions or entry.terms, reading, match.sentence)
		or not against and terms_after(entry, reading, match.sentence)
	if not found then return end
	record.sign, record.conditional = math.abs(record.sign), true
	links[#links + 1] = make(reading, "terms", record.rule, found.first, found.last)
end

--- Folds the operators and terms into the record.
---@param holder table { first, last } where the holder is named; empty where nobody is
---@return table links
function link.apply(entry, reading, match, record, holder)
	local links = json.array(link.antecedents(entry, reading, match) or {})
	fold(entry, reading, match, record, holder, links)
	apply_terms(entry, reading, match, record, links)
	return links
end

return link
