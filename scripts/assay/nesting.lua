--- Attitudes to attitudes, and attitudes that follow others.
---
--- "Opposes letting them go", "welcomed the refusal to let them go": the outer word counts, turned by each word against
--- within it; what is within counts for its own holder, and not where that is the same one. "So has Egypt", "Egypt does
--- not": the sign of what was said last.

local nesting = {}

local NEAR = 16 -- records before and behind, in the order of the text, that one is nested with
local FOLLOWED = 2 -- sentences between a record and the one that it follows

--- What a record keeps until its article's records are nested: the match's tokens, those of the word of attitude, the
--- sign that the rule gives and what it does under negation.
function nesting.inner(compiled, match, emit)
	return {
		tokens = { match.first, match.last }, at = match.captures[compiled.item.at or "at"], sign = emit.sign or 1,
		negation = compiled.item.on.negation,
	}
end

--- Whether the word of `a` stands in the match of `b`, not behind a comma.
local function is_within(reading, a, b)
	local at, other, tokens = a.inner.at, b.inner.at, b.inner.tokens
	if at[1] == other[1] or at[1] < tokens[1] or at[1] > tokens[2] then return false end
	local from, to = reading.article:bytes(math.min(at[1], other[1]), math.max(at[1], other[1]))
	return not reading.text:sub(from, to):find(",", 1, true)
end

local function is_negated(record)
	for _, axis in ipairs(record.context) do
		if axis == "negation" then return true end
	end
	return false
end

--- What a record within another adds to it: 1, or -1 where it is against.
local function turn_of(record, outer)
	local turned = is_negated(record) and not is_negated(outer) and record.inner.negation == "flip"
	return (turned and -1 or 1) * (record.inner.sign < 0 and -1 or 1)
end

local function overlap(a, b) return a[1] <= b[2] and b[1] <= a[2] end

--- Turns the outer record by what stands within it, once for each word, and links it.
local function turn(reading, outer, record, seen)
	local at = record.inner.at
	if seen[at[1]] or overlap(at, outer.inner.at) then return end
	seen[at[1]] = true
	outer.inner.turns = (outer.inner.turns or 1) * turn_of(record, outer)
	local from, to = reading.article:bytes(at[1], at[2])
	outer.links[#outer.links + 1] = { kind = "within", name = record.rule, start = from - 1, ["end"] = to }
end

--- First and last of the records around the i-th whose word of attitude stands in its match; `list` is in the order of
--- these words.
local function around(list, i)
	local tokens, first, last = list[i].inner.tokens, i, i
	while first > math.max(1, i - NEAR) and list[first - 1].inner.at[1] >= tokens[1] do first = first - 1 end
	while last < math.min(#list, i + NEAR) and list[last + 1].inner.at[1] <= tokens[2] do last = last + 1 end
	return first, last
end

local function nest_one(reading, list, i)
	local outer, seen = list[i], {}
	local first, last = around(list, i)
	for k = first, last do
		local record = list[k]
		if k ~= i and is_within(reading, record, outer) and not is_within(reading, outer, record) then
			turn(reading, outer, record, seen)
			if record.holder == outer.holder then record.inner.part_of = outer.rule end
		end
	end
end

local function in_order(a, b)
	if a.inner.at[1] ~= b.inner.at[1] then return a.inner.at[1] < b.inner.at[1] end
	if a.inner.tokens[2] ~= b.inner.tokens[2] then return a.inner.tokens[2] > b.inner.tokens[2] end
	return a.inner.number < b.inner.number
end

--- Nests an article's records (assay.evidence); what is only part of another attitude of its holder is superseded.
function nesting.nest(records, reading)
	local list = {}
	for i, record in ipairs(records) do
		record.inner.number = i
		if record.inner.at and record.state ~= "dropped" then list[#list + 1] = record end
	end
	table.sort(list, in_order)
	for i = 1, #list do nest_one(reading, list, i) end
	for _, record in ipairs(list) do
		local outer = record.inner.part_of
		record.sign = record.sign * (record.inner.turns or 1)
		if outer then
			record.state, record.superseded_by, record.why = "superseded", outer, "part of what " .. outer .. " finds"
		end
	end
end

--- Gives the records that follow another the sign, the weight and the terms of the live one before them.
function nesting.follow(records)
	local list, last = {}, nil
	for _, record in ipairs(records) do
		if record.state == "live" then list[#list + 1] = record end
	end
	table.sort(list, function(a, b)
		if a.start ~= b.start then return a.start < b.start end
		return a.inner.number < b.inner.number
	end)
	for _, record in ipairs(list) do
		if not record.like then
			last = record
		elseif last and record.n - last.n <= FOLLOWED and last.holder ~= record.holder then
			record.sign, record.weight, record.conditional = record.sign * last.sign, last.weight, last.conditional
			last = record
		else
			record.state, record.why = "dropped", "nothing to follow"
		end
	end
end

return nesting
