--- How far the author of an article, and the source it names, commit to what is said: FactBank's values (method §3.4).
---
---   CT certain, PR probable, PS possible, each with + or -; Uu neither
---
--- "X said P": the source commits, the author does not, unless the cue presupposes P ("confirmed").

local link = require "assay.link"

local commitment = {}

--- Strength of the modal values, for comparison.
commitment.RANK = { CT = 3, PR = 2, PS = 1, Uu = 0 }

local function weaker(a, b) return commitment.RANK[a] < commitment.RANK[b] and a or b end

local function is_probable(reading, n, cue)
	local first, last = reading.tokens_in(cue[1], cue[2])
	if not first then return false end
	local list = reading.find(reading.probable, n)
	local match = list[link.before(list, "last", first) + 1]
	return match ~= nil and match.first <= last
end

--- The modal value that the scopes over the bytes leave: CT, PR, PS or Uu.
local function modality(reading, n, from, to)
	local modal = "CT"
	for _, scope in ipairs(reading.scopes_in(n, from, to)) do
		if scope.axis == "hedge" then modal = weaker(modal, is_probable(reading, n, scope.cue) and "PR" or "PS") end
		if scope.axis == "condition" or scope.axis == "question" then modal = "Uu" end
	end
	return modal
end

local function signed(modal, denied) return modal == "Uu" and "Uu" or modal .. (denied and "-" or "+") end

--- What the author takes from the sources: all of it where every cue presupposes it, probably where it is hearsay.
local function authors(reading, chain, modal)
	local presupposed = true
	for _, number in ipairs(chain) do
		local quote = reading.quotes[number]
		local class = quote.cue and quote.cue.class
		if class == "hearsay" and not quote.speaker then return weaker(modal, "PR") end
		presupposed = presupposed and class == "factive"
	end
	return presupposed and modal or "Uu"
end

--- The commitments to what the tokens say.
---@param reading table of the article
---@param n integer sentence
---@param tokens integer[] { first, last }
---@param chain integer[] the reports that hold it, innermost first
---@param denied boolean whether it is said not to be so
---@return table { author, source (nil without one), cue: class of the innermost report's verb }
function commitment.of(reading, n, tokens, chain, denied)
	local from, to = reading.article:bytes(tokens[1], tokens[2])
	local modal = modality(reading, n, from - 1, to)
	local cue = chain[1] and reading.quotes[chain[1]].cue
	local class = cue and cue.class
	local source = class == "belief" and weaker(modal, "PR") or modal
	return {
		author = signed(authors(reading, chain, modal), denied), cue = class,
		source = chain[1] and signed(source, denied) or nil,
	}
end

--- Whether whoever is responsible for a record holds it at least probable.
---@param given table? of commitment.of; nil: certain
function commitment.holds(given)
	if not given then return true end
	return commitment.RANK[(given.source or given.author):sub(1, 2)] >= commitment.RANK.PR
end

return commitment
