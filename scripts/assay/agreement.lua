--- Agreement between articles, claim by claim. Sources: method F5, F7–F9. Silence is not disagreement: pairs count only
--- articles that cover a claim, and coverage is told apart.

local calendar = require "assay.calendar"
local commitment = require "assay.commitment"
local json = require "assay.core".json
local origin = require "assay.origin"
local stats = require "assay.stats"
local value = require "assay.value"

local agreement = {}

local AGREE = 0.8 -- at and above it compatible values are agreement
local MOST = 32   -- records and places of one article that are compared on a claim
local WINDOW = 1  -- days between two reports beyond which a difference may be a change

local function polarity(entry) return entry.status == "denied" and "no" or "yes" end

--- Whether they speak of one place and one population, as far as they say.
local function scopes_meet(a, b)
	for key, given in pairs(a.scope or {}) do
		local other = (b.scope or {})[key]
		if other and other:lower() ~= given:lower() then return false end
	end
	return true
end

--- Days the entry speaks of, else the day of its article: numbers; nil where neither is known.
local function days_of(entry, published)
	if entry.as_of then return calendar.number(entry.as_of.from), calendar.number(entry.as_of.to) end
	local day = calendar.number(published)
	return day, day
end

--- Whether they speak of one time; unknown times may be one.
local function times_meet(a, b, published_a, published_b)
	local from_a, to_a = days_of(a, published_a)
	local from_b, to_b = days_of(b, published_b)
	if not from_a or not from_b then return true end
	local window = a.as_of and b.as_of and 0 or WINDOW
	return from_a <= to_b + window and from_b <= to_a + window
end

--- How alike two records of one claim are, in [0, 1].
---@param kind string the claim's type
function agreement.alike(kind, a, b)
	if polarity(a) ~= polarity(b) then return 0 end
	return value.alike(kind, a.value, b.value)
end

--- What two records of one claim are to each other:
---   compatible   both can hold
---   apart        they speak of different places or people
---   changed      they speak of different days
---   possible     they exclude each other, but one of them is not held at least probable
---   contradict   they exclude each other
---@param kind string the claim's type
---@param published_a string? day of the article, where the record names none
---@param published_b string?
function agreement.relation(kind, a, b, published_a, published_b)
	if polarity(a) == polarity(b) and value.compatible(kind, a.value, b.value) then return "compatible" end
	if polarity(a) ~= polarity(b) and not value.compatible(kind, a.value, b.value) then return "compatible" end
	if not scopes_meet(a, b) then return "apart" end
	if not times_meet(a, b, published_a, published_b) then return "changed" end
	if not commitment.holds(a.commitment) or not commitment.holds(b.commitment) then return "possible" end
	return "contradict"
end

-- ---- articles that cover a claim ----

--- The records of one claim: article index → list; the indices in order.
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

--- What an article says in all: of a set, the members of all its records that are not denied.
local function whole(kind, entries)
	if kind ~= "set" then return #entries <= MOST and entries or table.move(entries, 1, MOST, 1, {}) end
	local joined, list = nil, {}
	for _, entry in ipairs(entries) do
		if polarity(entry) == "no" then
			list[#list + 1] = entry
		elseif joined then
			value.join(joined.value, entry.value)
		else
			joined = setmetatable({ value = table.move(entry.value, 1, #entry.value, 1, json.array {}) }, { __index = entry })
			table.insert(list, 1, joined)
		end
	end
	return list
end

--- What pairs of articles compare: two articles with one signature are alike in all comparisons.
local function signature(result, entries)
	local parts = { result.published or "" }
	for _, entry in ipairs(entries) do
		local scope, time, held = entry.scope or {}, entry.as_of or {}, commitment.holds(entry.commitment)
		parts[#parts + 1] = table.concat({
			polarity(entry), value.text(entry.value), scope.place or "", scope.population or "", time.from or "",
			time.to or "", tostring(held),
		}, "\1")
	end
	return table.concat(parts, "\2")
end

--- The covering articles by signature: list of { entries, published, sum and squares of their weights, count }.
local function grouped(kind, results, map, covering, weights)
	local list, by_signature = {}, {}
	for _, i in ipairs(covering) do
		local entries = whole(kind, map[i])
		local key = signature(results[i], entries)
		local group = by_signature[key]
		if not group then
			group = { entries = entries, published = results[i].published, sum = 0.0, squares = 0.0, count = 0 }
			by_signature[key] = group
			list[#list + 1] = group
		end
		group.sum, group.squares = group.sum + weights[i], group.squares + weights[i] ^ 2
		group.count = group.count + 1
	end
	return list
end

--- Of two articles' records: their likeness, the mean over comparable pairs, nil where none is; whether all pairs are
--- in conflict, and by which relation the mildest of those is.
local function compare(kind, a, b)
	local sum, count, relations = 0, 0, {}
	for _, x in ipairs(a.entries) do
		for _, y in ipairs(b.entries) do
			local relation = agreement.relation(kind, x, y, a.published, b.published)
			relations[relation] = true
			if relation ~= "apart" then
				local alike = relation == "compatible" and polarity(x) ~= polarity(y) and 1 or agreement.alike(kind, x, y)
				sum, count = sum + alike, count + 1
			end
		end
	end
	return count > 0 and sum / count or nil, relations
end

--- F7: Σ w_a w_b s_ab / Σ w_a w_b over comparable pairs of covering articles; nil without one. Conflicts: the relations
--- of pairs of articles that have nothing compatible.
---@return number? agreement in [0, 1]
---@return table conflicts set of "contradict", "possible", "changed"
local function weighted(kind, groups)
	local top, bottom, conflicts = 0, 0, {}
	for x = 1, #groups do
		for y = x, #groups do
			local a, b = groups[x], groups[y]
			local weight = x == y and (a.sum ^ 2 - a.squares) / 2 or a.sum * b.sum
			local alike, relations = compare(kind, a, b)
			if alike and (x ~= y or a.count > 1) then top, bottom = top + weight * alike, bottom + weight end
			if x ~= y and not relations.compatible then
				for relation in pairs(relations) do conflicts[relation] = true end
			end
		end
	end
	return bottom > 0 and top / bottom or nil, conflicts
end

--- One article reports values that exclude each other.
local function disputes_itself(kind, groups)
	for _, group in ipairs(groups) do
		for i = 1, #group.entries do
			for j = i + 1, #group.entries do
				local relation = agreement.relation(kind, group.entries[i], group.entries[j])
				if relation == "contradict" or relation == "possible" then return true end
			end
		end
	end
	return false
end

local WORDINGS = { label = true, text = true }

local function status(kind, groups, covering, given, conflicts, most_roots)
	if not WORDINGS[kind] and disputes_itself(kind, groups) then return "reported-dispute" end
	if covering < 2 or most_roots < 2 then return "single-source" end
	if WORDINGS[kind] then return given >= AGREE and "agree" or "labelled-differently" end
	if conflicts.contradict then return "contradict" end
	if conflicts.changed then return "changed" end
	return given >= AGREE and not conflicts.possible and "agree" or "compatible"
end

--- The records as items of assay.origin, each place of evidence one.
local function items_of(results, map, covering)
	local items = {}
	for _, i in ipairs(covering) do
		local before = #items
		for _, entry in ipairs(map[i]) do
			for _, shown in ipairs(entry.evidence) do
				if #items - before < MOST then items[#items + 1] = origin.item(results[i], i, entry.root, shown) end
			end
		end
	end
	return items
end

local function value_of(entry)
	if entry.status == "denied" then
		return entry.value == true and "denied" or "denied: " .. value.text(entry.value)
	end
	if entry.value == true then return entry.status end
	local given = entry.value
	return type(given) == "table" and given.low and { low = given.low, high = given.high } or given
end

local function values_of(kind, results, map, covering)
	local values = {}
	for _, i in ipairs(covering) do values[results[i].id] = value_of(whole(kind, map[i])[1]) end
	return values
end

local function total(weights)
	local sum = 0
	for _, w in ipairs(weights) do sum = sum + w end
	return sum
end

local function ones(count)
	local list = {}
	for i = 1, count do list[i] = 1 end
	return list
end

--- F8: the weighted share of the articles that cover it.
local function coverage(covering, weights, all)
	local covered = 0
	for _, i in ipairs(covering) do covered = covered + weights[i] end
	return all > 0 and covered / all or 0
end

--- Mean overlap (F5) of the intervals of pairs of articles, each by its first record.
local function overlap(kind, map, covering)
	if kind ~= "interval" or #covering < 2 or #covering > 500 then return nil end
	local sum, count = 0, 0
	for x = 1, #covering do
		for y = x + 1, #covering do
			sum, count = sum + value.overlap(map[covering[x]][1].value, map[covering[y]][1].value), count + 1
		end
	end
	return sum / count
end

local function judge(item, results, weights, map, covering, most_roots)
	local groups = grouped(item.type, results, map, covering, weights)
	local given, conflicts = weighted(item.type, groups)
	return status(item.type, groups, #covering, given or 0, conflicts, most_roots), given
end

local function claim_of(item, results, weights, links, map, covering)
	local items = items_of(results, map, covering)
	local least, most = origin.count(items, links)
	local told, given = judge(item, results, weights, map, covering, most)
	local made = {
		claim = item.id, type = item.type, status = told, agreement = given, why = not given and "no_pairs" or nil,
		coverage = coverage(covering, weights, total(weights)), overlap = overlap(item.type, map, covering),
		support = #covering, roots = { least, most }, origins = origin.names(items),
		values = values_of(item.type, results, map, covering),
	}
	local equal = ones(#results)
	local plain_status, plain = judge(item, results, equal, map, covering, most)
	if plain_status ~= told then
		made.unweighted = { status = plain_status, agreement = plain, coverage = coverage(covering, equal, #results) }
	end
	return made
end

--- Every declared claim that an article covers.
---@param declared table list of { id, type }
---@param results table the articles' results
---@param weights number[] independence weight per article, in (0, 1] (assay.dependence)
---@param links table? list of assay.dependence
---@return table list of { claim, type, status, coverage [0,1], agreement [0,1] (nil with why: fewer than two comparable
---  articles), overlap (F5, of intervals), support (articles), roots { least, most }, origins (names), values by
---  article, unweighted { status, agreement, coverage }: where the status hangs on the weights }
function agreement.claims(declared, results, weights, links)
	local list = {}
	for _, item in ipairs(declared) do
		local map, covering = by_article(results, item.id)
		if #covering > 0 then list[#list + 1] = claim_of(item, results, weights, links or {}, map, covering) end
	end
	return list
end

--- Pairs of articles: claims that both cover, those with a compatible value, Wilson interval of the share. Their number
--- grows with the pairs of articles.
function agreement.pairs(declared, results)
	local maps, list = {}, {}
	for n, item in ipairs(declared) do maps[n] = by_article(results, item.id) end
	for a = 1, #results do
		for b = a + 1, #results do
			local same, both = 0, 0
			for n, map in ipairs(maps) do
				if map[a] and map[b] then
					local kind = declared[n].type
					local alike, relations = compare(kind, { entries = whole(kind, map[a]), published = results[a].published },
						{ entries = whole(kind, map[b]), published = results[b].published })
					both = both + (alike and 1 or 0)
					same = same + (alike and relations.compatible and 1 or 0)
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

--- The day of the first report of a claim; nil where one has no day.
local function first_day(results, covering)
	local first
	for _, i in ipairs(covering) do
		local day = results[i].published
		if not day then return nil end
		if not first or day < first then first = day end
	end
	return first
end

--- F9: of what the other articles cover, the weighted share on which this one is silent. What was first reported after
--- an article came out is not held against it.
---@return table list of { article, value [0,1] } or { article, why = "no_others" | "no_claims" }
function agreement.omission(declared, results, weights)
	local claims, list, all = {}, {}, total(weights)
	for _, item in ipairs(declared) do
		local map, covering = by_article(results, item.id)
		local covered = 0
		for _, i in ipairs(covering) do covered = covered + weights[i] end
		if covered > 0 then claims[#claims + 1] = { map = map, covered = covered, first = first_day(results, covering) } end
	end
	for a, result in ipairs(results) do
		local silent, sum, others = 0, 0, all - weights[a]
		for _, claim in ipairs(claims) do
			local later = claim.first and result.published and claim.first > result.published
			local share = later and 0 or claim.covered - (claim.map[a] and weights[a] or 0)
			sum, silent = sum + share, silent + (claim.map[a] and 0 or share)
		end
		local why = #results < 2 and "no_others" or (others <= 0 or sum <= 0) and "no_claims" or nil
		list[#list + 1] = { article = result.id, value = not why and silent / sum or nil, why = why }
	end
	return list
end

return agreement
