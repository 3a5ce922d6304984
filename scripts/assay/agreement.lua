--- Agreement between articles, claim by claim. Sources: method F4–F9. Silence is not disagreement: pairs count only
--- articles that cover a claim, and coverage is told apart.

local stats = require "assay.stats"

local agreement = {}

local AGREE = 0.8 -- at and above it compatible values are agreement

--- Similarity of two intervals: whether they meet. An open top reaches to infinity.
local function intervals_meet(a, b)
	return a.low <= (b.high or math.huge) and b.low <= (a.high or math.huge)
end

local function is_interval(value) return type(value) == "table" and value.low ~= nil end

--- Values as one comparable token; intervals are compared, not tokens.
local function token(value)
	if type(value) == "table" then
		return is_interval(value) and ("%s-%s"):format(value.low, value.high or "") or value.text or "?"
	end
	return tostring(value)
end

local function polarity(entry) return entry.status == "denied" and "no" or "yes" end

--- Whether two records of one claim are compatible.
function agreement.compatible(a, b)
	if polarity(a) ~= polarity(b) then return false end
	if is_interval(a.value) and is_interval(b.value) then return intervals_meet(a.value, b.value) end
	return token(a.value):lower() == token(b.value):lower()
end

--- Similarity of two articles on a claim in [0, 1]: the share of pairs of their records that are compatible.
local function similarity(a, b)
	local same, all = 0, 0
	for _, x in ipairs(a) do
		for _, y in ipairs(b) do
			all = all + 1
			same = same + (agreement.compatible(x, y) and 1 or 0)
		end
	end
	return same / all
end

local function disputes_itself(entries)
	for i = 1, #entries do
		for j = i + 1, #entries do
			if not agreement.compatible(entries[i], entries[j]) then return true end
		end
	end
	return false
end

--- Articles' records of one claim: article index → list.
local function by_article(results, id)
	local map, covering = {}, {}
	for i, result in ipairs(results) do
		for _, entry in ipairs(result.claims) do
			if entry.claim == id then
				if not map[i] then
					map[i] = {}
					covering[#covering + 1] = i
				end
				table.insert(map[i], entry)
			end
		end
	end
	return map, covering
end

--- F7: Σ w_a w_b s_ab / Σ w_a w_b over covering pairs; nil when there is no pair. Also whether any pair conflicts.
local function weighted(map, covering, weights)
	local top, bottom, conflict = 0, 0, false
	for x = 1, #covering do
		for y = x + 1, #covering do
			local a, b = covering[x], covering[y]
			local s = similarity(map[a], map[b])
			top, bottom = top + weights[a] * weights[b] * s, bottom + weights[a] * weights[b]
			conflict = conflict or s == 0
		end
	end
	return bottom > 0 and top / bottom or nil, conflict
end

local function status(declared, map, covering, value, conflict, roots)
	for _, i in ipairs(covering) do
		if disputes_itself(map[i]) and declared.type ~= "label" then return "reported-dispute" end
	end
	if #covering < 2 or roots[2] < 2 then return "single-source" end
	if declared.type == "label" then return value >= AGREE and "agree" or "labelled-differently" end
	if conflict then return "contradict" end
	return value >= AGREE and "agree" or "compatible"
end

--- Distinct origins of a claim, least and most: an article's own voice is an origin; unnamed ones may all be one.
local function roots_of(results, map, covering)
	local named, unnamed, count = {}, 0, 0
	for _, i in ipairs(covering) do
		for _, entry in ipairs(map[i]) do
			local origin = entry.status == "asserted" and "outlet " .. (results[i].outlet or results[i].id) or entry.origin
			if not origin then
				unnamed = unnamed + 1
			elseif not named[origin] then
				named[origin] = true
				count = count + 1
			end
		end
	end
	return { math.max(count, #covering > 0 and 1 or 0), count + unnamed }
end

local function values_of(results, map, covering)
	local values = {}
	for _, i in ipairs(covering) do
		local first = map[i][1]
		values[results[i].id] = is_interval(first.value) and { low = first.value.low, high = first.value.high }
			or (first.status == "denied" and (first.value == true and "denied" or "denied: " .. token(first.value)))
			or (first.value == true and first.status or token(first.value))
	end
	return values
end

local function total(weights)
	local sum = 0
	for _, w in ipairs(weights) do sum = sum + w end
	return sum
end

--- Every declared claim that an article covers.
---@param declared table list of { id, type }
---@param results table the articles' results
---@param weights table independence weight per article, in (0, 1]
---@return table list of { claim, status, coverage [0,1], agreement [0,1] or nil, roots { least, most }, values }
function agreement.claims(declared, results, weights)
	local list, all = {}, total(weights)
	for _, item in ipairs(declared) do
		local map, covering = by_article(results, item.id)
		if #covering > 0 then
			local covered = 0
			for _, i in ipairs(covering) do covered = covered + weights[i] end
			local value, conflict = weighted(map, covering, weights)
			local roots = roots_of(results, map, covering)
			list[#list + 1] = {
				claim = item.id, status = status(item, map, covering, value or 0, conflict, roots),
				coverage = all > 0 and covered / all or 0, agreement = value, roots = roots,
				values = values_of(results, map, covering),
			}
		end
	end
	return list
end

--- Pairs of articles: claims that both cover, those with a compatible value, Wilson interval of the share.
function agreement.pairs(declared, results)
	local maps, list = {}, {}
	for n, item in ipairs(declared) do maps[n] = by_article(results, item.id) end
	for a = 1, #results do
		for b = a + 1, #results do
			local same, both = 0, 0
			for _, map in ipairs(maps) do
				if map[a] and map[b] then
					both = both + 1
					same = same + (similarity(map[a], map[b]) > 0 and 1 or 0)
				end
			end
			if both > 0 then
				local low, high = stats.wilson(same, both)
				list[#list + 1] = { a = results[a].id, b = results[b].id, same = same, both = both, low = low, high = high }
			end
		end
	end
	return list
end

--- F9: of what the other articles cover, the weighted share on which this one is silent.
function agreement.omission(declared, results, weights)
	local list, maps = {}, {}
	for n, item in ipairs(declared) do maps[n] = by_article(results, item.id) end
	for a, result in ipairs(results) do
		local silent, all, others = 0, 0, total(weights) - weights[a]
		for _, map in ipairs(maps) do
			local covered = 0
			for i in pairs(map) do
				if i ~= a then covered = covered + weights[i] end
			end
			local share = others > 0 and covered / others or 0
			all = all + share
			silent = silent + (map[a] and 0 or share)
		end
		list[#list + 1] = { article = result.id, value = all > 0 and silent / all or 0 }
	end
	return list
end

return agreement
