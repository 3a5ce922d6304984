--- A file that switches rules of a pack off or weighs them anew, without a copy of the pack: a table of literals,
---
---     return { rules = { ["promotes-it"] = { off = true }, urges = { weight = 0.5 } } }
---
--- weight multiplies the weight of what the rule emits.

local data = require "assay.pack.data"
local nearest = require "assay.nearest"
local sorted_keys = require "assay.sorted"

local overrides = {}

local function suggest(read, owner, key, words, format)
	local near = type(key) == "string" and nearest(key, words)
	read:fail(owner, key, format .. "%s", tostring(key), near and ("; did you mean '%s'?"):format(near) or "")
end

local function check_one(read, rules, id)
	local given = rules[id]
	if type(given) ~= "table" then read:fail(rules, id, "what is done to a rule is a table: { off = true }") end
	for _, key in ipairs(sorted_keys(given)) do
		if key ~= "off" and key ~= "weight" then
			suggest(read, given, key, { "off", "weight" }, "unknown key '%s' (there is off, and weight)")
		end
	end
	if given.off ~= nil and given.off ~= true then read:fail(given, "off", "off is true") end
	local weight = given.weight
	if weight ~= nil and not (type(weight) == "number" and weight > 0 and weight <= 100) then
		read:fail(given, "weight", "weight is a number above 0, to 100")
	end
	if not given.off and not weight then read:fail(rules, id, "says nothing: off = true, or weight = a number") end
end

local function reweigh(item, factor)
	local copy, emits = {}, {}
	for key, value in pairs(item) do copy[key] = value end
	for i, emit in ipairs(item.emits or {}) do
		emits[i] = {}
		for key, value in pairs(emit) do emits[i][key] = value end
		emits[i].weight = (emit.weight or 1) * factor
	end
	copy.emits = emits
	return copy
end

--- Without the rules that are off; none supersedes them.
local function apply(items, rules)
	local kept = {}
	for _, item in ipairs(items) do
		local given = rules[item.id] or {}
		if not given.off then
			if given.weight then item = reweigh(item, given.weight) end
			local superseded = {}
			for _, id in ipairs(item.supersedes or {}) do
				if not (rules[id] and rules[id].off) then superseded[#superseded + 1] = id end
			end
			if item.supersedes and #superseded < #item.supersedes then item.supersedes = superseded end
			kept[#kept + 1] = item
		end
	end
	return kept
end

--- The rules of a pack with a file's overrides. Raises { message } about the file.
---@param items table the pack's rules
---@param text string of the file
---@param path string
---@return table items
---@return table list of { rule, off? , weight? } sorted by rule
function overrides.apply(items, text, path)
	local read, ids, list = data.read(text, path), {}, {}
	for i, item in ipairs(items) do ids[i], ids[item.id] = item.id, true end
	for _, key in ipairs(sorted_keys(read.value)) do
		if key ~= "rules" then suggest(read, read.value, key, { "rules" }, "unknown key '%s' (there is rules)") end
	end
	local rules = read.value.rules
	if type(rules) ~= "table" then read:fail(read.value, "rules", "rules is a table by the rules' ids") end
	for _, id in ipairs(sorted_keys(rules)) do
		if not ids[id] then suggest(read, rules, id, ids, "the pack has no rule '%s'") end
		check_one(read, rules, id)
		list[#list + 1] = { rule = id, off = rules[id].off, weight = rules[id].weight }
	end
	return apply(items, rules), list
end

return overrides
