-- Which of the strings that name actors belong together: pair F1 inside each event of ../shared/data/newswcl50.
-- usage: lua5.4 tests/bench/alias_groups.lua [actor_alias.jsonl]      (LUA_CPATH finds build/assay.so)
--
-- The set has no texts, only mention strings. Every event becomes one article: a paragraph `They met STRING on that day.`
-- per string, in the set's order. The group of a string is the first candidate for the description that covers its end,
-- if that has an entity; else the entity of the last mention inside it that names a person or what no pack lists; else
-- that of the last name inside it. A string without any is a group of its own.
local assay = require "assay"
local json = require("assay.core").json

local path = arg and arg[1] or "../shared/data/newswcl50/actor_alias.jsonl"

local function read(file)
	local events, order = {}, {}
	for line in file:lines() do
		local row = json.decode(line)
		if not events[row.event] then
			events[row.event] = {}
			order[#order + 1] = row.event
		end
		table.insert(events[row.event], row)
	end
	return events, order
end

local BEFORE, BEHIND = "They met ", " on that day.\n\n"

local function article_of(rows)
	local parts, at = {}, 0
	for _, row in ipairs(rows) do
		parts[#parts + 1] = BEFORE .. row.mention .. BEHIND
		row.first, row.last = at + #BEFORE + 1, at + #BEFORE + #row.mention
		at = at + #BEFORE + #row.mention + #BEHIND
	end
	return assay.article(table.concat(parts))
end

local NAMES = { name = true, short = true, acronym = true, metonym = true }

local function names_in(article, row)
	local person, any
	for mention in article:mentions() do
		local first, last = mention:span()
		if first >= row.first and last <= row.last and NAMES[mention:form()] then
			any = mention:entity():name()
			local class = mention:entity():class()
			if class == "person" or class == "name" then person = any end
		end
	end
	return person, any
end

local function described(article, row)
	for description in article:descriptions() do
		local first, last = description:span()
		if first <= row.last and last >= row.last then
			local best = description:antecedents()[1]
			return best and best.entity
		end
	end
end

local function group(article, row)
	local person, any = names_in(article, row)
	return described(article, row) or person or any or row.id
end

local function count(rows, named_only, sums)
	for i, a in ipairs(rows) do
		for j = i + 1, #rows do
			local b = rows[j]
			if not named_only or a.named and b.named then
				local gold, found = a.cluster == b.cluster, a.group == b.group
				sums.both = sums.both + (gold and found and 1 or 0)
				sums.gold = sums.gold + (gold and 1 or 0)
				sums.found = sums.found + (found and 1 or 0)
			end
		end
	end
end

local function show(label, sums)
	print(("%s  P %.1f  R %.1f  F1 %.1f  (gold pairs %d, found %d)"):format(label, 100 * sums.both / math.max(1, sums.found),
		100 * sums.both / math.max(1, sums.gold), 200 * sums.both / math.max(1, sums.gold + sums.found), sums.gold, sums.found))
end

local function zero() return { both = 0, gold = 0, found = 0 } end

local file = io.open(path)
if not file then
	print("alias_groups: skipped, there is no " .. path)
	return
end
local events, order = read(file)
file:close()
local named, all = zero(), zero()
for _, event in ipairs(order) do
	local rows = events[event]
	local article = article_of(rows)
	for _, row in ipairs(rows) do row.group = group(article, row) end
	if os.getenv "ALIAS_GROUPS_SHOW" then
		for _, row in ipairs(rows) do print(event, row.mention, row.named, "→ " .. row.group, row.cluster) end
	end
	count(rows, true, named)
	count(rows, false, all)
end
show("named strings", named)
show("all strings  ", all)
