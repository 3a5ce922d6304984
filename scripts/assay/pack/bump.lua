--- Which version a change of a pack needs. Breaking: a rule, claim, label or actor that is gone, a claim of another
--- type, another question. New: one more of them, or another stance on the gold of the version before. A version 0.x
--- counts both one place lower: 0.3.1 → 0.4.0 for what breaks, → 0.3.2 for the rest.

local sorted_keys = require "assay.sorted"
local version = require "assay.pack.version"

local bump = {}

local NEEDED = { "patch", "minor", "major" }

local function set(list, key)
	local map = {}
	for _, item in ipairs(list) do
		local name = key and item[key] or item
		map[name] = item
	end
	return map
end

--- Notes what is gone (3) and what is new (2) of two lists.
local function compare(reasons, what, before, after)
	for _, name in ipairs(sorted_keys(before)) do
		if not after[name] then reasons[#reasons + 1] = { 3, ("%s '%s' is gone"):format(what, name) } end
	end
	for _, name in ipairs(sorted_keys(after)) do
		if not before[name] then reasons[#reasons + 1] = { 2, ("%s '%s' is new"):format(what, name) } end
	end
end

--- Why more than a patch is needed.
---@param before table what a pack is: { question, rules = ids, claims = { { id, type } }, actors, labels }
---@param after table
---@return table list of { level, words }, level 2 (minor) or 3 (major)
function bump.reasons(before, after)
	local reasons = {}
	compare(reasons, "rule", set(before.rules), set(after.rules))
	compare(reasons, "actor", set(before.actors), set(after.actors))
	compare(reasons, "label", set(before.labels), set(after.labels))
	local old, new = set(before.claims, "id"), set(after.claims, "id")
	compare(reasons, "claim", old, new)
	for _, id in ipairs(sorted_keys(old)) do
		if new[id] and new[id].type ~= old[id].type then
			reasons[#reasons + 1] = { 3, ("claim '%s' is of another type"):format(id) }
		end
	end
	if before.question ~= after.question then reasons[#reasons + 1] = { 3, "the question is another" } end
	return reasons
end

--- Stances on the gold of the version before that are others now.
---@param before table of assay.evaluation.pairs
---@param after table the same pairs
---@param reasons table is added to
function bump.compare_gold(before, after, reasons)
	for i, pair in ipairs(before) do
		if after[i].said ~= pair.said then
			reasons[#reasons + 1] = {
				2, ("gold %s, %s: %s, now %s"):format(pair.id, pair.actor, pair.said, after[i].said),
			}
		end
	end
end

--- The least version that a change needs.
---@param old string the version before
---@param reasons table of bump.reasons
---@return string
---@return string level "patch", "minor" or "major"
function bump.least(old, reasons)
	local level, parts = 1, version.read(old)
	for _, reason in ipairs(reasons) do level = math.max(level, reason[1]) end
	local place = 4 - level -- in the version: 1 major, 2 minor, 3 patch
	if parts[1] == 0 then place = math.min(place + 1, 3) end
	local least = { parts[1], parts[2], parts[3] }
	if not (parts.pre and place == 3) then least[place] = least[place] + 1 end
	for i = place + 1, 3 do least[i] = 0 end
	return table.concat(least, "."), NEEDED[level]
end

return bump
