--- Claims: what an article says on a question of fact that the pack declares, with value, status, scope and source.
---
---   claim, value, text       which, what (assay.value), in which words
---   status                   asserted in the outlet's own voice, attributed to a source, denied by one
---   commitment               how far author and source hold it (assay.commitment)
---   root, chain              where it comes from (assay.origin); the names on the way, outermost first
---   scope                    { place, population } where the text or the pack names them; time: as_of { from, to }
---   conditional              true: on terms, by the claim's `terms`
---   evidence                 where it is said: several places of one value, status and root

local calendar = require "assay.calendar"
local commitment = require "assay.commitment"
local json = require "assay.core".json
local link = require "assay.link"
local origin = require "assay.origin"
local rule = require "assay.rule"
local value = require "assay.value"

local claim = {}

--- Said not to be so: by the words of a pattern that denies, or by what the words stand under; both together hold it
--- again. A cue that is itself among the words of a pattern that denies has been counted.
local function is_denied(reading, item, spec, match, at)
	local denies = spec.denies or false
	local from, to = reading.article:bytes(at[1], at[2])
	local first, last = reading.article:bytes(match.first, match.last)
	for _, scope in ipairs(reading.scopes_in(match.sentence, from - 1, to)) do
		local turns = scope.axis == "denial" or scope.axis == "negation" and item.negation ~= "keep"
		local counted = denies and scope.cue[1] < last and first - 1 < scope.cue[2]
		if turns and not counted then return not denies end
	end
	return denies
end

local function is_quoted(reading, chain)
	for _, number in ipairs(chain) do
		if reading.quotes[number].kind == "direct" then return true end
	end
	return false
end

--- The reports that hold the claim. What the outlet calls somebody is its own word in a paraphrase too.
local function chain_of(reading, item, at)
	local chain = reading.chain(at[1], at[2])
	if item.voice == "outlet" and not is_quoted(reading, chain) then return {} end
	return chain
end

local function words(reading, tokens)
	local from, to = reading.article:bytes(tokens[1], tokens[2])
	return (reading.text:sub(from, to):gsub("%s+", " "))
end

--- What the pack says of the pattern, and what its captures `place` and `population` hold.
local function scope_of(reading, spec, match)
	local scope = {}
	for key, given in pairs(spec.scope or {}) do scope[key] = given end
	for _, key in ipairs { "place", "population" } do
		local tokens = match.captures[key]
		if tokens then scope[key] = words(reading, tokens) end
	end
	return next(scope) and scope or nil
end

local function as_of(reading, match)
	local tokens = match.captures.time
	local day = tokens and calendar.resolve(reading.calendar, words(reading, tokens), reading.published)
	return day and { from = day, to = day } or nil
end

local function names_of(reading, chain)
	local list, seen = json.array {}, {}
	for i = #chain, 1, -1 do
		local quote = reading.quotes[chain[i]]
		local names = table.move(quote.via or {}, 1, #(quote.via or {}), 1, {})
		names[#names + 1] = quote.speaker and (quote.speaker.entity or quote.speaker.text) or nil
		for _, name in ipairs(names) do
			if not seen[name] and not reading.own[name] then list[#list + 1], seen[name] = name, true end
		end
	end
	return list
end

local function evidence_of(reading, entry, match, speaker, chain)
	local from, to = reading.article:bytes(match.first, match.last)
	return {
		rule = "claim." .. entry.item.id, start = from - 1, ["end"] = to, text = reading.text:sub(from, to),
		n = match.sentence, speaker = speaker and speaker.text or nil, via = json.array(origin.media(reading, chain)),
	}
end

local function has_terms(reading, entry, match)
	return link.terms(entry, reading, match.sentence) and true or nil
end

local function record(reading, entry, spec, match)
	local item, at = entry.item, match.captures.at or { match.first, match.last }
	local chain, denied = chain_of(reading, item, at), is_denied(reading, item, spec, match, at)
	local speaker = chain[1] and reading.quotes[chain[1]].speaker
	local shown = evidence_of(reading, entry, match, speaker, chain)
	return {
		claim = item.id, status = denied and "denied" or #chain > 0 and "attributed" or "asserted",
		value = value.read(reading, entry.type, spec.value, match), text = shown.text,
		commitment = commitment.of(reading, match.sentence, at, chain, denied), root = origin.of(reading, chain),
		chain = names_of(reading, chain), scope = scope_of(reading, spec, match), as_of = as_of(reading, match),
		conditional = has_terms(reading, entry, match), evidence = { shown },
	}
end

local function flat(map)
	if not map or next(map) == nil then return "" end
	local parts = {}
	for _, key in ipairs { "kind", "name", "side", "via", "place", "population", "from", "to" } do
		parts[#parts + 1] = tostring(map[key])
	end
	return table.concat(parts, "\0")
end

--- What records of one claim share that are told as one: status, source, scope and time; and the value, save of sets.
local function key_of(kind, entry)
	local given = kind == "set" and "" or value.text(entry.value)
	return table.concat({
		entry.claim, entry.status, tostring(entry.conditional), given, flat(entry.root), flat(entry.scope),
		flat(entry.as_of),
	}, "\1")
end

local function add(self, kind, new)
	local key, shown = key_of(kind, new), new.evidence[1]
	local known, place = self.by_key[key], key .. "\1" .. shown.start
	if not known then
		self.by_key[key] = new
		self.list[#self.list + 1] = new
	elseif kind == "set" then
		value.join(known.value, new.value)
	end
	if known and not self.places[place] then known.evidence[#known.evidence + 1] = shown end
	self.places[place] = true
end

--- The claims of one article, in the pack's order and then the text's.
---@param compiled table from ruleset.compile_claims
---@param reading table of the article (analysis.lua)
---@return table list of records
function claim.run(compiled, reading)
	local self, found = { list = {}, by_key = {}, places = {} }, reading.find_all(compiled.set)
	for _, entry in ipairs(compiled) do
		for _, spec in ipairs(entry.patterns) do
			for _, match in ipairs(found[spec.compiled] or {}) do
				local new = not rule.obstacle(entry, reading, match) and record(reading, entry, spec, match)
				if new and new.value ~= nil then add(self, entry.type, new) end
			end
		end
	end
	return self.list
end

return claim
