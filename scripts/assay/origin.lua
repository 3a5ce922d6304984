--- Where a statement comes from: the deepest named origin of its chain (outlet ← medium ← speaker), and how many
--- different ones a claim or a stance has, as a range. Source: method F12. The one place that counts origins.
---
--- A root is { kind, name, side, via }:
---   named     a person, body or state that speaks
---   medium    a medium that was told it by somebody without a name
---   unnamed   somebody without a name told the outlet itself
---   unknown   nobody is said to have said it ("reportedly")
---   outlet    the outlet's own voice

local json = require "assay.core".json

local origin = {}

--- The media of a chain that are not the outlet itself, outermost first.
---@return string[]
function origin.media(reading, chain)
	local list, seen = {}, {}
	local function add(name)
		if not seen[name] and not reading.own[name] then list[#list + 1], seen[name] = name, true end
	end
	for i = #chain, 1, -1 do
		local quote = reading.quotes[chain[i]]
		for _, name in ipairs(quote.via or {}) do add(name) end
		local entity = quote.speaker and quote.speaker.entity
		if entity and reading.class_of[entity] == "media" then add(entity) end
	end
	return list
end

--- Reports of what somebody wants or thinks: whoever reports that is the source, where there is one.
local ATTITUDE = { directive = true, belief = true, intention = true }

--- The chain without the attitudes that stand in another report.
local function statements(reading, chain)
	local list = {}
	for i, number in ipairs(chain) do
		local cue = reading.quotes[number].cue
		if i == #chain or not (cue and ATTITUDE[cue.class]) then list[#list + 1] = number end
	end
	return list
end

--- The innermost speaker with a name, and the innermost one at all; media aside.
local function speakers_of(reading, chain)
	local first
	for _, number in ipairs(chain) do
		local speaker = reading.quotes[number].speaker
		local entity = speaker and speaker.entity
		local is_medium = entity and reading.class_of[entity] == "media"
		if entity and not is_medium then return speaker, first or speaker end
		if speaker and not is_medium then first = first or speaker end
	end
	return nil, first
end

--- The root of what the reports of a chain hold.
---@param reading table of the article
---@param chain integer[] numbers of the reports, innermost first (article:chain)
---@return table root
function origin.of(reading, chain)
	if #chain == 0 then return { kind = "outlet" } end
	local media = origin.media(reading, chain)
	local named, any = speakers_of(reading, statements(reading, chain))
	local via = media[#media]
	if named then return { kind = "named", name = named.entity, side = named.side or named.entity, via = via } end
	local side = any and any.side
	if via then return { kind = "medium", name = via, side = side } end
	return any and { kind = "unnamed", name = any.text, side = side } or { kind = "unknown" }
end

--- The root in words.
---@return string
function origin.text(root, outlet)
	if root.kind == "named" then return root.name end
	if root.kind == "medium" then return ("%s (unnamed%s)"):format(root.name, root.side and ", " .. root.side or "") end
	if root.kind == "unnamed" then return ("unnamed (%s)"):format(root.side or root.name) end
	return root.kind == "outlet" and (outlet or "the outlet") or "unknown"
end

-- ---- counting ----

--- A place of evidence, as origin.count takes it.
---@param result table of its article
---@param number integer of the article
---@param root table? of origin.of; nil: the outlet's own voice
---@param shown table with start and end
function origin.item(result, number, root, shown)
	local outlets = {}
	for _, name in ipairs(result.outlets or { result.outlet }) do outlets[name] = true end
	return {
		root = root or { kind = "outlet" }, article = number, outlet = result.outlet or result.id, outlets = outlets,
		start = shown.start, ["end"] = shown["end"],
	}
end

--- The origins of items in words, each once, in order.
function origin.names(items)
	local list, seen = json.array {}, {}
	for _, item in ipairs(items) do
		local name = origin.text(item.root, item.outlet)
		if not seen[name] then list[#list + 1], seen[name] = name, true end
	end
	return list
end

local Groups = {}
Groups.__index = Groups

local function groups(count)
	local self = setmetatable({ above = {}, count = count }, Groups)
	for i = 1, count do self.above[i] = i end
	return self
end

function Groups:find(i)
	while self.above[i] ~= i do
		self.above[i] = self.above[self.above[i]]
		i = self.above[i]
	end
	return i
end

function Groups:join(i, j)
	i, j = self:find(i), self:find(j)
	if i == j then return end
	self.above[math.max(i, j)] = math.min(i, j)
	self.count = self.count - 1
end

--- Items with one key are one.
local function join_by(set, items, key_of)
	local first = {}
	for i, item in ipairs(items) do
		local key = key_of(item)
		if key then
			if first[key] then set:join(first[key], i) else first[key] = i end
		end
	end
	return first
end

--- What is certainly one: a name, a medium's source of one side, an outlet; in one article the same words for somebody.
local function key_of(item)
	local root = item.root
	if root.kind == "named" then return "n" .. root.name end
	if root.kind == "medium" then return "m" .. root.name .. "\0" .. (root.side or "") end
	if root.kind == "outlet" then return "o" .. item.outlet end
	if root.kind == "unnamed" then return "u" .. item.article .. "\0" .. root.name:lower() end
	return "?" .. item.article
end

local function touches(span, item) return span.start < item["end"] and item.start < span["end"] end

local function by_article(items)
	local map = {}
	for i, item in ipairs(items) do
		map[item.article] = map[item.article] or {}
		table.insert(map[item.article], i)
	end
	return map
end

local function each_between(map, link, visit)
	for _, i in ipairs(map[link.a] or {}) do
		for _, j in ipairs(map[link.b] or {}) do visit(i, j) end
	end
end

--- One article reports what another medium was told, and the other is that medium's own article.
local function told_there(x, y)
	if x.root.kind ~= "medium" or not y.outlets[x.root.name] then return false end
	return y.root.kind == "outlet" or y.root.kind == "unnamed" and (not x.root.side or x.root.side == y.root.side)
end

--- Evidence that lies in one shared run or saying is of one origin; copies of an article have one voice.
local function join_linked(set, items, map, links)
	for _, link in ipairs(links) do
		each_between(map, link, function(i, j)
			local x, y = items[i], items[j]
			for _, shown in ipairs(link.evidence) do
				local both = (shown.kind == "shared_run" or shown.kind == "shared_quote") and shown.a
				if both and touches(shown.a, x) and touches(shown.b, y) then set:join(i, j) end
			end
			local copies = link.level >= 3 and x.root.kind == "outlet" and y.root.kind == "outlet"
			if copies or told_there(x, y) or told_there(y, x) then set:join(i, j) end
		end)
	end
end

--- Somebody without a name may be anybody of that side who is counted already.
local function join_unnamed(set, items)
	local of_side = {}
	for i, item in ipairs(items) do
		local side, known = item.root.side, of_side[item.root.side or ""]
		if side and (not known or items[known].root.kind == "unnamed") then of_side[side] = i end
	end
	for i, item in ipairs(items) do
		if item.root.kind == "unnamed" and item.root.side then set:join(i, of_side[item.root.side]) end
	end
end

--- Somebody of whom nothing is known may be anybody.
local function join_unknown(set, items)
	local function is_open(item)
		return item.root.kind == "unknown" or item.root.kind == "unnamed" and not item.root.side
	end
	for i, item in ipairs(items) do
		local other = i == 1 and 2 or 1
		if is_open(item) and items[other] then set:join(i, other) end
	end
end

--- How many origins the items have, least and most: at most all that are not known to be one, at least those that
--- cannot be one.
---@param items table list of { root, article (number), outlet (name), outlets (set of names), start, end }
---@param links table list of { a, b (numbers of articles), level, evidence } of assay.dependence
---@return integer least
---@return integer most
function origin.count(items, links)
	local most = groups(#items)
	local map = by_article(items)
	join_by(most, items, key_of)
	join_linked(most, items, map, links)
	local least = groups(#items)
	for i = 1, #items do least:join(i, most:find(i)) end
	for _, link in ipairs(links) do
		if link.level >= 2 then
			each_between(map, link, function(i, j)
				if items[i].root.kind == "outlet" and items[j].root.kind == "outlet" then least:join(i, j) end
			end)
		end
	end
	join_unnamed(least, items)
	join_unknown(least, items)
	return least.count, most.count
end

return origin
