--- The rules of a pack: checked and compiled, all or none.

local nearest = require "assay.nearest"
local pattern = require "assay.pattern"

local ruleset = {}

--- What a rule must say about each context, and what it may say.
---   keep, drop   the evidence stays as it is, or is kept as dropped
---   flip         its sign turns
---   halve        its weight is halved
---   condition    it becomes conditional
ruleset.AXES = { "negation", "hedge", "condition", "question", "denial", "report" }
local POLICIES = { keep = true, drop = true, flip = true, halve = true, condition = true }

local FIELD_NAMES = { "id", "summary", "pattern", "peg", "unless", "emits", "on", "near", "reach", "examples", "at" }
local FIELDS = { file = true } -- the loader's: where the rule stands
for _, name in ipairs(FIELD_NAMES) do FIELDS[name] = true end

local function fail(item, message, column)
	local where = item.file or "rule"
	error({ message = ("%s:1:%d: rule '%s': %s"):format(where, column or 1, tostring(item.id), message) }, 0)
end

local function check_fields(item)
	if type(item.id) ~= "string" then fail(item, "a rule has an id") end
	for key in pairs(item) do
		if not FIELDS[key] then
			local near = nearest(tostring(key), FIELD_NAMES)
			fail(item, ("unknown field '%s'%s"):format(tostring(key), near and "; did you mean '" .. near .. "'?" or ""))
		end
	end
	if type(item.pattern) ~= "string" and item.peg == nil then fail(item, "a rule has a pattern") end
	if type(item.emits) ~= "table" or #item.emits == 0 then fail(item, "a rule emits something") end
end

local function check_policies(item)
	if type(item.on) ~= "table" then fail(item, "a rule says what it does under each context: on = { negation = … }") end
	for _, axis in ipairs(ruleset.AXES) do
		if not POLICIES[item.on[axis]] then fail(item, ("on.%s is missing or unknown"):format(axis)) end
	end
end

local function compile(analyzer, item, field)
	local source = item[field]
	if not source then return nil end
	local compiled, message, column = pattern.compile(analyzer, source)
	if not compiled then fail(item, ("%s: %s: %s"):format(field, message, source:gsub("%s+", " ")), column) end
	return compiled
end

local function compile_near(analyzer, item)
	local list = {}
	for _, name in ipairs(item.near or {}) do
		local compiled, message = pattern.compile(analyzer, "%" .. name)
		if not compiled then fail(item, "near: " .. message) end
		list[#list + 1] = compiled
	end
	return list
end

--- Compiles the pack's rules; raises {message} with file and reason at the first mistake.
function ruleset.compile_all(analyzer, items)
	local compiled, seen = {}, {}
	for i, item in ipairs(items) do
		check_fields(item)
		check_policies(item)
		if seen[item.id] then fail(item, "the id is taken") end
		seen[item.id] = true
		compiled[i] = {
			item = item, pattern = compile(analyzer, item, "pattern"), unless = compile(analyzer, item, "unless"),
			near = compile_near(analyzer, item),
		}
	end
	return compiled
end

return ruleset
