--- What can be said of a pack without running it on articles. A finding has a stable code: E is an error, W a warning.

local examples = require "assay.examples"
local source = require "assay.source"
local trace = require "assay.trace"

local lint = {}

local WIDE_GAP = 12 -- tokens

--- Code → what it means and what to do.
lint.CODES = {
	E401 = "A rule without an example that fires and one that does not shows nobody what it means. Give it a `yes` and a "
		.. "`no`.",
	E402 = "An example is a text, or a list of a text with holder and sign 1 or -1.",
	E403 = "The pattern can match no sentence: something stands before ^ or behind $, or a lexicon it needs is empty.",
	W201 = "A gap of more than 12 tokens without a barrier joins words that have nothing to do with each other. Write "
		.. "..9!%barrier or make it shorter.",
	W202 = "Nothing stands in every match of the pattern, so it is tried on every sentence. Name a word, a lexicon or an "
		.. "actor that it cannot do without.",
	W401 = "No rule, claim or label uses the lexicon.",
	W402 = "Two rules have the same pattern. Put what they emit into one.",
	W403 = "Nothing uses the capture: no emission, and it is not `at`.",
	W404 = "A rule without a summary explains itself to nobody.",
	W405 = "An example that is marked as to do passes. Move it to `yes` or `no`.",
	W501 = "A rule names an actor: it holds for one and not for the others. Write @actor, or say in the summary why only "
		.. "this one can be meant.",
}

local function children(node)
	if node[1] == "capture" then return { node[4] } end
	if node[1] == "repeat" or node[1] == "look" or node[1] == "look_not" then return { node[3] } end
	if node[1] == "seq" or node[1] == "alt" then return table.move(node, 3, #node, 1, {}) end
	return {}
end

local function each_node(node, visit)
	visit(node)
	for _, child in ipairs(children(node)) do each_node(child, visit) end
end

local Check = {}
Check.__index = Check

--- The line of the file on which the thing is named, or 1.
local function line_of(file, name)
	local text = source.text(file) or ""
	local at = text:find('"' .. name .. '"', 1, true) or text:find("%f[%w_]" .. name:gsub("%p", "%%%0") .. "%f[^%w_]")
	local line = 1
	for _ in text:sub(1, at or 0):gmatch "\n" do line = line + 1 end
	return line
end

function Check:add(code, file, name, format, ...)
	self.findings[#self.findings + 1] = {
		code = code, severity = code:sub(1, 1) == "E" and "error" or "warning", file = file or "?",
		line = file and line_of(file, name) or 1, subject = name, message = format:format(...),
	}
end

--- Visits the nodes of all patterns of a compiled rule, claim or label.
local function each_pattern_node(entry, visit)
	local list = { entry.pattern, entry.compiled }
	if entry.unless then list[#list + 1] = entry.unless end
	if entry.terms then list[#list + 1] = entry.terms end
	if entry.terms_after then list[#list + 1] = entry.terms_after end
	if entry.exceptions then list[#list + 1] = entry.exceptions end
	for _, refer in ipairs(entry.refers or {}) do
		for _, compiled in ipairs(refer.antecedents) do list[#list + 1] = compiled end
		for _, compiled in ipairs(refer.except) do list[#list + 1] = compiled end
	end
	for _, spec in ipairs(entry.patterns or {}) do list[#list + 1] = spec.compiled end
	for _, compiled in ipairs(list) do each_node(compiled.tree, visit) end
end

--- Whether every sentence with a match holds some word, phrase or mention of the node.
local function needs_something(node)
	local kind = node[1]
	if kind == "alt" then
		for i = 3, #node do
			if not needs_something(node[i]) then return false end
		end
		return true
	elseif kind == "seq" or kind == "capture" then
		for _, child in ipairs(children(node)) do
			if needs_something(child) then return true end
		end
		return false
	elseif kind == "repeat" then
		return node[4] > 0 and needs_something(node[3])
	end
	return kind ~= "gap" and kind ~= "look" and kind ~= "look_not" and kind ~= "any" and kind ~= "start" and kind ~= "end"
end

--- Least tokens that a node takes.
local function least(node)
	local kind, sum = node[1], 0
	if kind == "gap" or kind == "look" or kind == "look_not" or kind == "start" or kind == "end" then return 0 end
	if kind == "repeat" then return node[4] * least(node[3]) end
	if kind == "alt" then
		local fewest = math.huge
		for i = 3, #node do fewest = math.min(fewest, least(node[i])) end
		return fewest
	end
	for _, child in ipairs(children(node)) do sum = sum + least(child) end
	return (kind == "seq" or kind == "capture") and sum or 1
end

local impossible

local function impossible_seq(node, empty, before)
	local ended = false
	for i = 3, #node do
		local tokens = least(node[i])
		if ended and tokens > 0 or impossible(node[i], empty, before) then return true end
		before, ended = before + tokens, ended or node[i][1] == "end"
	end
	return false
end

--- Whether no sentence can match: every branch has tokens before ^ or behind $, or an empty lexicon.
--- `before`: least tokens in front of the node.
function impossible(node, empty, before)
	local kind = node[1]
	if kind == "class" then return empty(node[3]) end
	if kind == "start" then return before > 0 end
	if kind == "seq" then return impossible_seq(node, empty, before) end
	if kind == "capture" then return impossible(node[4], empty, before) end
	if kind == "repeat" then return node[4] > 0 and impossible(node[3], empty, before) end
	if kind ~= "alt" then return false end
	for i = 3, #node do
		if not impossible(node[i], empty, before) then return false end
	end
	return true
end

local function captures_of(tree)
	local set, order = {}, {}
	each_node(tree, function(node)
		if node[1] == "capture" and not set[node[3]] then
			set[node[3]] = true
			order[#order + 1] = node[3]
		end
	end)
	return order
end

function Check:captures(item, tree)
	local used = { [item.at or "at"] = true }
	for _, emit in ipairs(item.emits) do used[emit.holder] = true end
	for name in pairs(item.refers or {}) do used[name] = true end
	for _, name in ipairs(captures_of(tree)) do
		if not used[name] then self:add("W403", item.file, item.id, "the capture '%s' is not used", name) end
	end
end

function Check:cost(item, tree)
	each_node(tree, function(node)
		if node[1] == "gap" and #trace.barriers(node) == 0 and node[3] > WIDE_GAP then
			self:add("W201", item.file, item.id, "column %d: a gap of %d tokens without a barrier", node[2], node[3])
		end
	end)
	if not needs_something(tree) then
		self:add("W202", item.file, item.id, "no word, lexicon or actor stands in every match")
	end
	local lexicons = self.pack.lexicons
	local function empty(name) return lexicons[name] ~= nil and #lexicons[name] == 0 end
	if impossible(tree, empty, 0) then self:add("E403", item.file, item.id, "the pattern can match no sentence") end
end

--- Names of actors, and of who counts for one.
local function actor_names(pack)
	local set = {}
	for _, list in ipairs { pack.actors, pack.entities } do
		for _, item in ipairs(list) do
			if list == pack.actors or item.side then set[item.name] = true end
		end
	end
	return set
end

function Check:even_handed(entry)
	local item, said = entry.item, {}
	each_pattern_node(entry, function(node)
		local name = (node[1] == "entity" or node[1] == "exact") and node[3]
		if name and self.actors[name] and not said[name] then
			said[name] = true
			self:add("W501", item.file, item.id, "names the actor %s", name)
		end
	end)
end

local function well_formed(example)
	if type(example) == "string" then return true end
	if type(example) ~= "table" or type(example[1]) ~= "string" then return false end
	local sign = example.sign
	return (sign == nil or sign == 1 or sign == -1) and (example.holder == nil or type(example.holder) == "string")
end

function Check:examples(item)
	local given = item.examples or {}
	for _, kind in ipairs { "yes", "no" } do
		if not given[kind] or #given[kind] == 0 then self:add("E401", item.file, item.id, "no example of kind '%s'", kind) end
	end
	for _, kind in ipairs(examples.KINDS) do
		for i, example in ipairs(given[kind] or {}) do
			if not well_formed(example) then
				self:add("E402", item.file, item.id, "%s[%d] is no text with holder and sign", kind, i)
				self.malformed = true
			end
		end
	end
end

function Check:todo()
	if self.malformed then return end
	for _, result in ipairs(examples.run(self.session)) do
		if result.kind:find "^todo" and result.passed then
			self:add("W405", self.file_of[result.rule], result.rule, "%s passes: %s", result.kind, result.text)
		end
	end
end

function Check:rule(entry)
	local item, tree = entry.item, entry.pattern and entry.pattern.tree
	self.file_of[item.id] = item.file
	if not item.summary then self:add("W404", item.file, item.id, "no summary") end
	self:examples(item)
	self:even_handed(entry)
	if not tree then return end
	self:captures(item, tree)
	self:cost(item, tree)
	local normal = item.pattern:gsub("%s+", "")
	local twin = self.seen[normal]
	if twin then self:add("W402", item.file, item.id, "the same pattern as %s", twin) end
	self.seen[normal] = twin or item.id
end

function Check:lexicons()
	local used, file = {}, nil
	for _, list in ipairs { self.session.rules, self.session.claims, self.session.labels } do
		for _, entry in ipairs(list) do
			for _, operator in ipairs(entry.operators or {}) do
				each_node(operator.pattern.tree, function(node) if node[1] == "class" then used[node[3]] = true end end)
			end
			for _, name in ipairs(entry.item and entry.item.near or {}) do used[name] = true end
			file = file or entry.item and entry.item.file
			each_pattern_node(entry, function(node)
				if node[1] == "class" then used[node[3]] = true end
				for _, name in ipairs(node[1] == "gap" and trace.barriers(node) or {}) do used[name] = true end
			end)
		end
	end
	file = self.pack.folder and self.pack.folder .. "/lexicons.lua" or file
	local names = {}
	for name in pairs(self.pack.lexicons) do names[#names + 1] = name end
	table.sort(names)
	for _, name in ipairs(names) do
		if not used[name] then self:add("W401", file, name, "the lexicon is not used") end
	end
end

local function in_order(a, b)
	if a.file ~= b.file then return a.file < b.file end
	if a.line ~= b.line then return a.line < b.line end
	if a.code ~= b.code then return a.code < b.code end
	return a.message < b.message
end

--- Looks through the pack of a session.
---@param session table of assay.analysis
---@return table findings list of { code, severity, file, line, subject = id of a rule or name of a lexicon, message }
function lint.run(session)
	local pack = session.pack
	local self = setmetatable({
		session = session, pack = pack, actors = actor_names(pack), findings = {}, seen = {}, file_of = {},
	}, Check)
	for _, entry in ipairs(session.rules) do self:rule(entry) end
	self:lexicons()
	self:todo()
	table.sort(self.findings, in_order)
	return self.findings
end

return lint
