--- The rules, claims and labels of a pack: checked and compiled, all or none. Every mistake is raised as { message }
--- with file, line and column, the line itself and a caret (assay.place).

local nearest = require "assay.nearest"
local notation = require "assay.notation"
local pattern = require "assay.pattern"
local place = require "assay.place"
local sandbox = require "assay.sandbox"
local sorted_keys = require "assay.sorted"
local values = require "assay.value"

local ruleset = {}

--- What a rule must say about each context, and what it may say.
---   keep, drop   the evidence stays as it is, or is kept as dropped
---   flip         its sign turns
---   halve        its weight is halved
---   condition    it becomes conditional
ruleset.AXES = { "negation", "hedge", "condition", "question", "denial", "report" }
ruleset.POLICIES = { "keep", "drop", "flip", "halve", "condition" }

--- Holders that are no captures: in whose words it is; whose attitude `at` expresses (assay.subject); the first of
--- these, else the second.
ruleset.IMPLICIT = { speaker = true, subject = true, voice = true }

local RULE = { "id", "summary", "pattern", "peg", "unless", "emits", "on", "near", "reach", "examples", "at",
	"supersedes", "terms", "terms_after", "exceptions", "refers" }
local OPERATOR = { "id", "summary", "pattern", "sign", "weight" }
local CLAIM = { "id", "type", "summary", "pattern", "patterns", "near", "reach", "unless", "refers", "terms",
	"negation", "voice" }
local SPEC = { 1, "value", "scope", "denies" }
local SCOPE = { "place", "population" }
local LABEL = { "term", "pattern" }
local EMIT = { "holder", "sign", "like", "weight", "conditional" }

--- Raises the message with the place that the path of keys leads to in the item's file; at: byte of the string there.
local function fail(kind, item, path, message, at)
	local whole = ("%s '%s': %s"):format(kind, tostring(item.id or item.term), message)
	local source = item.file and place.open(item.file)
	if not source then error({ message = ("%s:1:1: %s"):format(item.file or kind, whole) }, 0) end
	error({ message = source:describe(source:position(item, path, at), whole) }, 0)
end

ruleset.fail = fail

local function has(list, value)
	for _, known in ipairs(list) do
		if known == value then return true end
	end
	return false
end

local function suggestion(word, words)
	local near = type(word) == "string" and nearest(word, words)
	return near and ("; did you mean '%s'?"):format(near) or ""
end

--- Every key of the table that the path leads to is one of the names.
local function check_keys(kind, item, path, map, names, what)
	local unknown = {}
	for key in pairs(map) do
		if not has(names, key) then unknown[key] = true end
	end
	for _, key in ipairs(next(unknown) ~= nil and sorted_keys(unknown) or {}) do
		if not (map == item and key == "file") then
			local at = table.move(path, 1, #path, 1, {})
			at[#at + 1] = key
			fail(kind, item, at, ("unknown %s '%s'%s"):format(what, tostring(key), suggestion(key, names)))
		end
	end
end

local function check_type(kind, item, field, wanted, needed)
	local value = item[field]
	if value == nil and not needed then return end
	if value == nil then fail(kind, item, {}, ("a %s has %s"):format(kind, needed)) end
	if type(value) == wanted then return end
	fail(kind, item, { field }, ("%s is a %s, not a %s"):format(field, wanted, type(value)))
end

local function check_policies(item)
	if type(item.on) ~= "table" then
		fail("rule", item, { "on" }, "a rule says what it does under each context: on = { negation = … }")
	end
	check_keys("rule", item, { "on" }, item.on, ruleset.AXES, "context")
	for _, axis in ipairs(ruleset.AXES) do
		local policy = item.on[axis]
		if policy == nil then fail("rule", item, { "on" }, ("on.%s is missing"):format(axis)) end
		if not has(ruleset.POLICIES, policy) then
			fail("rule", item, { "on", axis }, ("on.%s: unknown policy '%s'%s"):format(axis, tostring(policy),
				suggestion(policy, ruleset.POLICIES)))
		end
	end
end

local function check_emits(item)
	check_type("rule", item, "emits", "table", "emits, what it shows")
	if #item.emits == 0 then fail("rule", item, { "emits" }, "a rule emits something") end
	for i, emit in ipairs(item.emits) do
		if type(emit) ~= "table" then fail("rule", item, { "emits", i }, "what is emitted is a table") end
		check_keys("rule", item, { "emits", i }, emit, EMIT, "field of emits")
		if type(emit.holder) ~= "string" then
			fail("rule", item, { "emits", i, "holder" }, "what is emitted has a holder: a capture, or \"speaker\"")
		end
		if emit.like ~= nil and (emit.like ~= 1 and emit.like ~= -1 or emit.sign ~= nil) then
			fail("rule", item, { "emits", i, "like" }, "like is 1 or -1, in the place of a sign")
		end
		if not emit.like and (type(emit.sign) ~= "number" or emit.sign < -1 or emit.sign > 1) then
			fail("rule", item, { "emits", i, "sign" }, "what is emitted has a sign from -1 to 1")
		end
		local weight = emit.weight
		if weight ~= nil and (type(weight) ~= "number" or weight <= 0 or weight > 1) then
			fail("rule", item, { "emits", i, "weight" }, "a weight is above 0, at most 1")
		end
	end
end

local function check_reach(kind, item, path, reach)
	if reach == nil or math.type(reach) == "integer" and reach >= 0 and reach <= 100 then return end
	fail(kind, item, path, "reach is a number of sentences")
end

local function check_rule(item)
	check_keys("rule", item, {}, item, RULE, "field")
	check_type("rule", item, "id", "string", "an id")
	check_type("rule", item, "pattern", "string", item.peg == nil and "a pattern")
	if item.peg ~= nil and not sandbox.is_pattern(item.peg) then
		fail("rule", item, { "peg" }, "peg is an LPeg pattern")
	end
	check_type("rule", item, "unless", "string")
	check_type("rule", item, "terms", "string")
	check_type("rule", item, "terms_after", "string")
	check_type("rule", item, "exceptions", "string")
	check_type("rule", item, "refers", "table")
	check_type("rule", item, "at", "string")
	check_type("rule", item, "examples", "table")
	check_type("rule", item, "near", "table")
	check_type("rule", item, "supersedes", "table")
	check_reach("rule", item, { "reach" }, item.reach)
	check_emits(item)
	check_policies(item)
end

--- Holders and `at` are captures of the pattern.
local function check_captures(item, compiled)
	local names = table.move(compiled and compiled.captures or {}, 1, compiled and #compiled.captures or 0, 1, {})
	if item.at and not has(names, item.at) then
		fail("rule", item, { "at" }, ("the pattern has no capture '%s'%s"):format(item.at, suggestion(item.at, names)))
	end
	for name in pairs(ruleset.IMPLICIT) do names[#names + 1] = name end
	table.sort(names)
	for i, emit in ipairs(item.emits) do
		if not has(names, emit.holder) then
			fail("rule", item, { "emits", i, "holder" }, ("the pattern has no capture '%s'%s"):format(emit.holder,
				suggestion(emit.holder, names)))
		end
	end
end

local Compiling = {} -- { analyzer, macros, known = source → compiled }
Compiling.__index = Compiling

--- Compiles a text once, however often the pack has it.
function Compiling:compile(source)
	local known = self.known[source]
	if known then return known end
	local compiled, message, column, macro = pattern.compile(self.analyzer, source, self.macros)
	self.known[source] = compiled
	return compiled, message, column, macro
end

function Compiling:pattern(kind, item, path, source)
	if source == nil then return nil end
	if type(source) ~= "string" then fail(kind, item, path, "a pattern is a string") end
	local compiled, message, column, macro = self:compile(source)
	if compiled then return compiled end
	fail(kind, item, path, message, not macro and column or nil)
end

function Compiling:near(kind, item)
	local list = {}
	for i, name in ipairs(item.near or {}) do
		if type(name) ~= "string" then fail(kind, item, { "near", i }, "near is a list of lexicons") end
		local compiled, message = self:compile("%" .. name)
		if not compiled then fail(kind, item, { "near", i }, "near: " .. message) end
		list[i] = compiled
	end
	return list
end

local function check_except(kind, item, name, except)
	if except == nil or type(except) == "table" then return end
	fail(kind, item, { "refers", name, "except" }, "except is a list of patterns")
end

--- Capture → patterns of what its words may stand for, in the order of the names.
function Compiling:refers(kind, item, captures)
	local list = {}
	for _, name in ipairs(sorted_keys(item.refers or {})) do
		if not has(captures, name) then
			fail(kind, item, { "refers", name }, ("the pattern has no capture '%s'%s"):format(tostring(name),
				suggestion(name, captures)))
		end
		local sources, antecedents, except = item.refers[name], {}, {}
		if type(sources) ~= "table" or #sources == 0 then
			fail(kind, item, { "refers", name }, "a capture refers to one of a list of patterns")
		end
		check_reach(kind, item, { "refers", name, "reach" }, sources.reach)
		for i, source in ipairs(sources) do
			antecedents[i] = self:pattern(kind, item, { "refers", name, i }, source)
		end
		check_except(kind, item, name, sources.except)
		for i, source in ipairs(sources.except or {}) do
			except[i] = self:pattern(kind, item, { "refers", name, "except", i }, source)
		end
		list[#list + 1] = { capture = name, antecedents = antecedents, except = except, reach = sources.reach }
	end
	return list
end

local function check_unique(kind, item, seen)
	if seen[item.id] then fail(kind, item, { "id" }, "the id is taken") end
	seen[item.id] = true
end

--- A rule supersedes others by id, and none that supersedes it in turn.
local function check_supersedes(items)
	local ids, names, done = {}, {}, {}
	for i, item in ipairs(items) do ids[item.id], names[i] = item, item.id end
	local function visit(item, path)
		if done[item.id] then return end
		if path[item.id] then fail("rule", item, { "supersedes" }, "supersedes: the rules go round in a circle") end
		path[item.id] = true
		for i, id in ipairs(item.supersedes or {}) do
			if not ids[id] then
				fail("rule", item, { "supersedes", i }, ("supersedes: unknown rule '%s'%s"):format(id, suggestion(id, names)))
			end
			visit(ids[id], path)
		end
		path[item.id], done[item.id] = nil, true
	end
	for _, item in ipairs(items) do visit(item, {}) end
end

--- The macros of the packs, parsed. Raises { message }.
---@param packs table list of loaded packs
function ruleset.macros(packs)
	local specs, paths = {}, {}
	for _, pack in ipairs(packs) do
		for name, spec in pairs(pack.macros or {}) do specs[name] = spec end
		for _, path in ipairs(pack.paths or {}) do paths[#paths + 1] = path end
	end
	local fine, result = pcall(notation.macros, specs)
	if fine then return result end
	if type(result) ~= "table" then error(result, 0) end
	local message = ("macro '%s': %s"):format(result.macro, result.message)
	local spec = specs[result.macro]
	local text = type(spec) == "table" and spec[1] or spec
	for _, path in ipairs(type(text) == "string" and paths or {}) do
		local source = place.open(path)
		local at = source and source:literal(text, result.column)
		if at then error({ message = source:describe(at, message) }, 0) end
	end
	error({ message = message }, 0)
end

local function check_operator(item)
	check_keys("operator", item, {}, item, OPERATOR, "field")
	check_type("operator", item, "id", "string", "an id")
	check_type("operator", item, "pattern", "string", "a pattern")
	if item.sign ~= 1 and item.sign ~= -1 then fail("operator", item, { "sign" }, "an operator's sign is 1 or -1") end
	local weight = item.weight
	if weight ~= nil and (type(weight) ~= "number" or weight <= 0 or weight > 1) then
		fail("operator", item, { "weight" }, "a weight is above 0, at most 1")
	end
end

--- What turns or weakens the attitude behind it: list of { item, pattern }.
local function compile_operators(compiling, items)
	local compiled, seen = {}, {}
	for i, item in ipairs(items) do
		check_operator(item)
		check_unique("operator", item, seen)
		compiled[i] = { item = item, pattern = compiling:pattern("operator", item, { "pattern" }, item.pattern) }
	end
	return compiled
end

--- Compiles the pack's rules; raises { message } at the first mistake.
---@param macros table? of ruleset.macros
---@param operators table? the pack's
---@return table compiled list of { item, pattern, unless, near, terms, refers, operators, subject, … }; set: their
---  patterns (pattern.set)
function ruleset.compile_all(analyzer, items, macros, operators)
	local compiling = setmetatable({ analyzer = analyzer, macros = macros, known = {} }, Compiling)
	local compiled, seen, patterns = {}, {}, {}
	local folds = compile_operators(compiling, operators or {})
	-- Without an actor the macro does not compile: then nobody is a subject.
	local subject = macros and macros.subject and pattern.compile(analyzer, "{{subject}}", macros) or nil
	for i, item in ipairs(items) do
		if type(item) ~= "table" then error({ message = ("rule %d is not a table"):format(i) }, 0) end
		check_rule(item)
		check_unique("rule", item, seen)
		compiled[i] = {
			item = item, pattern = compiling:pattern("rule", item, { "pattern" }, item.pattern),
			unless = compiling:pattern("rule", item, { "unless" }, item.unless), near = compiling:near("rule", item),
			terms = compiling:pattern("rule", item, { "terms" }, item.terms),
			operators = folds, subject = subject,
			exceptions = compiling:pattern("rule", item, { "exceptions" }, item.exceptions),
			terms_after = compiling:pattern("rule", item, { "terms_after" }, item.terms_after),
		}
		check_captures(item, compiled[i].pattern)
		compiled[i].refers = compiling:refers("rule", item, compiled[i].pattern and compiled[i].pattern.captures or {})
		patterns[#patterns + 1] = compiled[i].pattern
	end
	check_supersedes(items)
	compiled.set = pattern.set(analyzer, patterns)
	return compiled
end

local function check_one_of(item, field, words)
	local given = item[field]
	if given ~= nil and not has(words, given) then
		fail("claim", item, { field }, ("unknown %s '%s'%s"):format(field, tostring(given), suggestion(given, words)))
	end
end

local function check_claim(item)
	check_keys("claim", item, {}, item, CLAIM, "field")
	check_type("claim", item, "id", "string", "an id")
	check_one_of(item, "type", values.TYPES)
	check_one_of(item, "negation", { "keep" })
	check_one_of(item, "voice", { "outlet" })
	check_reach("claim", item, { "reach" }, item.reach)
	check_type("claim", item, "unless", "string")
	check_type("claim", item, "terms", "string")
	check_type("claim", item, "refers", "table")
	check_type("claim", item, "patterns", "table", item.pattern == nil and "patterns")
	check_type("claim", item, "near", "table")
end

local function check_spec(item, path, spec)
	check_keys("claim", item, path, spec, SPEC, "field of a pattern")
	if spec.scope == nil then return end
	local at = { path[1], path[2], "scope" }
	if type(spec.scope) ~= "table" then fail("claim", item, at, "a scope is a table") end
	check_keys("claim", item, at, spec.scope, SCOPE, "scope")
end

local function compile_claim(compiling, item)
	local entry = {
		item = item, type = item.type or "polarity", patterns = {}, near = compiling:near("claim", item), reach = 0,
		unless = compiling:pattern("claim", item, { "unless" }, item.unless),
		terms = compiling:pattern("claim", item, { "terms" }, item.terms),
	}
	local captures = {}
	for n, source in ipairs(item.patterns or { item.pattern }) do
		local path = item.patterns and { "patterns", n } or { "pattern" }
		local spec = type(source) == "table" and source or { source }
		if type(source) == "table" then check_spec(item, path, spec) end
		local at = type(source) == "table" and { path[1], path[2], 1 } or path
		entry.patterns[n] = {
			compiled = compiling:pattern("claim", item, at, spec[1] or false), value = spec.value, scope = spec.scope,
			denies = spec.denies,
		}
		local own = entry.patterns[n].compiled.captures
		table.move(own, 1, #own, #captures + 1, captures)
	end
	entry.refers = compiling:refers("claim", item, captures)
	return entry
end

--- Compiles the pack's claims; raises { message } at the first mistake.
---@return table compiled list of { item, type, patterns = { { compiled, value, scope, denies }, … }, near, unless,
---  terms, refers, reach }; set
function ruleset.compile_claims(analyzer, items, macros)
	local compiling = setmetatable({ analyzer = analyzer, macros = macros, known = {} }, Compiling)
	local compiled, seen, patterns = {}, {}, {}
	for i, item in ipairs(items) do
		check_claim(item)
		check_unique("claim", item, seen)
		compiled[i] = compile_claim(compiling, item)
		for _, spec in ipairs(compiled[i].patterns) do patterns[#patterns + 1] = spec.compiled end
	end
	compiled.set = pattern.set(analyzer, patterns)
	return compiled
end

--- Compiles the pack's labels; raises { message } at the first mistake.
---@return table compiled list of { term, compiled }; set
function ruleset.compile_labels(analyzer, items, macros)
	local compiling = setmetatable({ analyzer = analyzer, macros = macros, known = {} }, Compiling)
	local compiled, patterns = {}, {}
	for i, item in ipairs(items) do
		check_keys("label", item, {}, item, LABEL, "field")
		check_type("label", item, "term", "string", "a term")
		check_type("label", item, "pattern", "string", "a pattern")
		compiled[i] = { term = item.term, compiled = compiling:pattern("label", item, { "pattern" }, item.pattern) }
		patterns[i] = compiled[i].compiled
	end
	compiled.set = pattern.set(analyzer, patterns)
	return compiled
end

return ruleset
