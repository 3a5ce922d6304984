--- What changed between two runs over the same articles: evidence, stances and claims.

local json = require "assay.core".json

local diff = {}

local function join(...) return table.concat({ ... }, "\0") end

local function sign_of(record) return record.sign > 0 and "+" or "-" end

--- All live evidence of a run. `group`: what stays when a piece moves.
local function evidence_of(object)
	local list = {}
	for _, article in ipairs(object.articles) do
		for _, stance in ipairs(article.stances) do
			for _, record in ipairs(stance.evidence) do
				list[#list + 1] = {
					article = article.id, rule = record.rule, holder = record.holder, sign = record.sign, weight = record.weight,
					start = record.start, ["end"] = record["end"], text = record.text,
					key = join(article.id, record.rule, record.holder, record.start, record["end"], sign_of(record),
						record.weight, tostring(record.conditional or false)),
					group = join(article.id, record.rule, record.holder, record.n),
				}
			end
		end
	end
	return list
end

local function value_text(value)
	if type(value) ~= "table" then return tostring(value) end
	return ("%s to %s"):format(value.low or "?", value.high or "?")
end

local function claims_of(object)
	local list = {}
	for _, article in ipairs(object.articles) do
		for _, claim in ipairs(article.claims) do
			local value = value_text(claim.value)
			list[#list + 1] = {
				article = article.id, claim = claim.claim, status = claim.status, value = value, text = claim.text,
				key = join(article.id, claim.claim, claim.status, value), group = join(article.id, claim.claim),
			}
		end
	end
	return list
end

--- Items of the list beyond those of the other that have the same key.
local function beyond(list, other)
	local count, rest = {}, {}
	for _, item in ipairs(other) do count[item.key] = (count[item.key] or 0) + 1 end
	for _, item in ipairs(list) do
		local left = count[item.key] or 0
		if left > 0 then count[item.key] = left - 1 else rest[#rest + 1] = item end
	end
	return rest
end

local function bare(item)
	item.key, item.group = nil, nil
	return item
end

--- Lost and added items of one group are one that moved.
local function compare(before, after)
	local lost, added = beyond(before, after), beyond(after, before)
	local waiting, told = {}, { added = json.array {}, lost = json.array {}, moved = json.array {} }
	for _, item in ipairs(added) do
		waiting[item.group] = waiting[item.group] or {}
		table.insert(waiting[item.group], item)
	end
	local taken = {}
	for _, item in ipairs(lost) do
		local new = waiting[item.group] and table.remove(waiting[item.group], 1)
		if new then
			taken[new] = true
			told.moved[#told.moved + 1] = { from = bare(item), to = new }
		else
			told.lost[#told.lost + 1] = bare(item)
		end
	end
	for _, item in ipairs(added) do
		if not taken[item] then told.added[#told.added + 1] = item end
		bare(item)
	end
	return told
end

local function stances_of(object)
	local map, order = {}, {}
	local function put(article, stance)
		local key = join(article, stance.actor)
		order[#order + 1] = key
		map[key] = { article = article, actor = stance.actor, stance = stance.stance, score = stance.score }
	end
	for _, article in ipairs(object.articles) do
		for _, stance in ipairs(article.stances) do put(article.id, stance) end
	end
	for _, stance in ipairs(object.stances) do put("", stance) end
	return map, order
end

--- Stances per article, and over all (without an article), whose label or score differs; none where there was none.
local function changed_stances(before, after)
	local old, first = stances_of(before)
	local new, second = stances_of(after)
	local list, seen = json.array {}, {}
	for _, key in ipairs(table.move(second, 1, #second, #first + 1, first)) do
		local a, b = old[key] or { stance = "none", score = 0 }, new[key] or { stance = "none", score = 0 }
		if not seen[key] and (a.stance ~= b.stance or a.score ~= b.score) then
			local known = old[key] or new[key]
			list[#list + 1] = {
				article = known.article ~= "" and known.article or nil, actor = known.actor,
				from = { stance = a.stance, score = a.score }, to = { stance = b.stance, score = b.score },
			}
		end
		seen[key] = true
	end
	return list
end

local function by_rule(evidence)
	local map, rows = {}, json.array {}
	local function count(id, what)
		map[id] = map[id] or { rule = id, added = 0, lost = 0, moved = 0 }
		map[id][what] = map[id][what] + 1
	end
	for _, item in ipairs(evidence.added) do count(item.rule, "added") end
	for _, item in ipairs(evidence.lost) do count(item.rule, "lost") end
	for _, item in ipairs(evidence.moved) do count(item.to.rule, "moved") end
	local ids = {}
	for id in pairs(map) do ids[#ids + 1] = id end
	table.sort(ids)
	for i, id in ipairs(ids) do rows[i] = map[id] end
	return rows
end

--- Compares two runs.
---@param before table of assay.aggregate
---@param after table
---@return table { same = boolean, rules = { rule, added, lost, moved }, evidence and claims = { added, lost, moved =
---  { from, to } }, stances = { article?, actor, from, to } }
function diff.run(before, after)
	local evidence = compare(evidence_of(before), evidence_of(after))
	local told = {
		evidence = evidence, claims = compare(claims_of(before), claims_of(after)),
		stances = changed_stances(before, after), rules = by_rule(evidence),
	}
	local changes = #told.stances
	for _, part in ipairs { told.evidence, told.claims } do changes = changes + #part.added + #part.lost + #part.moved end
	told.same = changes == 0
	return told
end

return diff
