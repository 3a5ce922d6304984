--- The notation of token patterns: text → tree, and the expansion of macros. docs/rules.md is its reference.
---
--- A node is { kind, from, …, stop = S }: bytes [from, stop) of the text, then what its kind has:
---   alt, seq      nodes                       repeat          node, low, high
---   capture       name, node                  look, look_not  node
---   gap           tokens, { class node, … }   word, stem, class, tag, entity, exact   text
---   mention, number, any, start, end          macro           name, { { "given", from, name, node }, … }
---   argument      name: `$name`, in a macro's text only; tokens, low, high may be one, too
--- Errors are raised as { message, column (byte, 1-based), macro (name of the macro in whose text it is, or nil) }.

local lpeg = require "lpeg"
local nearest = require "assay.nearest"

local notation = {}

local P, R, S, V, C, Cc, Cg, Cmt, Cp, Ct = lpeg.P, lpeg.R, lpeg.S, lpeg.V, lpeg.C, lpeg.Cc, lpeg.Cg, lpeg.Cmt, lpeg.Cp,
	lpeg.Ct

notation.REPEAT_MAX = 8 -- what * and + stand for
notation.GAP_MAX = 40   -- tokens; also the most that {m,n} may say
local EXPAND_DEPTH = 8  -- macros inside macros
local EXPAND_MAX = 4096 -- nodes of one pattern, macros expanded

local furthest         -- byte position of the furthest token that a parse reached
local wanted, wanted_at -- closing mark that was missing, and where
local in_macro         -- whether `$name` is allowed

function notation.fail(column, message, macro)
	error({ message = message, column = column, macro = macro }, 0)
end

local fail = notation.fail

--- Notes how far a parse has come.
local noting = Cmt(P(true), function(_, i)
	if i > furthest then furthest = i end
	return true
end)

---@param mark userdata pattern that stands wherever a token may begin
local function grammar(mark)
	local space = S " \t\r\n" ^ 0
	local function tok(p) return mark * p * space end
	local function close(text)
		return tok(text) + Cmt(P(true), function(_, i)
			wanted, wanted_at = text, i
			return false
		end)
	end
	local name = R("az", "AZ") * (R("az", "AZ", "09") + S "_.") ^ 0
	local special = S " \t\r\n()<>|?*+{}!=%@~\"#^$:"
	local word = (P(1) - special - P "..") ^ 1
	local quoted = P '"' * mark * C((P(1) - '"') ^ 1) * (P '"' + Cmt(P(true), function(_, i)
		wanted, wanted_at, furthest = '"', i, math.max(i, furthest)
		return false
	end))
	local function node(kind, p) return Ct(Cc(kind) * Cp() * p * Cg(Cp(), "stop")) end
	local argument = node("argument", P "$" * Cmt(C(name), function(_, i, text)
		if not in_macro then fail(i - #text - 1, ("$%s is an argument: it has a meaning in a macro only"):format(text)) end
		return true, text
	end))
	local number = R "09" * R "09" ^ -2 / tonumber + argument
	local barrier = P "!" * mark * (node("class", P "%" * mark * C(name)) + argument)
	local function count(low, high) return Cg(Cc(low), "low") * Cg(Cc(high), "high") end
	local braces = Cg(Cp(), "at") * P "{" * -P "{" * space * tok(Cg(number, "low"))
		* (tok "," * tok(Cg(number, "high"))) ^ -1 * close "}"
	return P {
		space * V "alt" * mark * -1,
		alt = node("alt", V "seq" * (tok "|" * V "seq") ^ 0),
		seq = node("seq", V "item" ^ 0),
		item = V "atom" * Ct(V "count") ^ -1 / function(atom, times)
			if not times then return atom end
			return { "repeat", atom[2], atom, times.low, times.high or times.low, stop = times.stop, at = times.at }
		end,
		count = (tok "?" * count(0, 1) + tok "*" * count(0, notation.REPEAT_MAX) + tok "+" * count(1, notation.REPEAT_MAX)
			+ mark * braces) * Cg(Cp(), "stop"),
		atom = node("capture", tok "<" * tok(C(name)) * tok ":" * V "alt" * close ">")
			+ node("look_not", tok "!(" * V "alt" * close ")")
			+ node("look", tok "=(" * V "alt" * close ")")
			+ node("macro", tok "{{" * tok(C(name)) * Ct(V "given" ^ 0) * close "}}")
			+ tok "(" * V "alt" * close ")"
			+ tok(node("gap", P ".." * mark * number * Ct(barrier ^ 0)))
			+ tok(node("stem", P "~" * mark * (C(word) + argument)))
			+ tok(node("class", P "%" * mark * C(name)))
			+ tok(node("entity", P "@" * quoted))
			+ tok(node("mention", P "@_" * -(P(1) - special)))
			+ tok(node("tag", P "@" * mark * C(name)))
			+ tok(node("exact", quoted))
			+ tok(node("number", P "#"))
			+ tok(node("any", P "_" * -(P(1) - special)))
			+ tok(node("start", P "^"))
			+ tok(argument)
			+ tok(node("end", P "$"))
			+ tok(node("word", C(word))),
		given = Ct(Cc "given" * mark * Cp() * C(name) * space * tok "=" * V "item"),
	}
end

local parser = grammar(P(true))
local slow_parser -- the same, noting; made when a pattern has a mistake

local function complaint(text)
	local got = text:match(utf8.charpattern, furthest)
	local missing = wanted_at == furthest and ("; '%s' is missing"):format(wanted) or ""
	if not got or got == "" then return "the pattern ends too early" .. missing end
	return ("unexpected '%s' in the pattern%s"):format(got, missing)
end

--- Parses a pattern. Raises { message, column }.
---@param text string
---@param is_macro boolean? whether it is the text of a macro
---@return table tree
function notation.parse(text, is_macro)
	furthest, wanted, wanted_at, in_macro = 1, nil, nil, is_macro
	local nul = text:find("\0", 1, true) -- no word of a lexicon has one
	if nul then fail(nul, "a NUL byte in the pattern") end
	local fine, tree = pcall(parser.match, parser, text)
	if fine and tree then return tree end
	slow_parser = slow_parser or grammar(noting)
	fine, tree = pcall(slow_parser.match, slow_parser, text)
	if not fine then
		if type(tree) == "table" then error(tree, 0) end
		fail(furthest, "nested too deeply")
	end
	fail(furthest, complaint(text))
end

local function did_you_mean(name, names)
	table.sort(names)
	local near = nearest(name, names)
	return near and ("; did you mean '%s'?"):format(near) or ""
end

notation.did_you_mean = did_you_mean

local function keys(map)
	local list = {}
	for key in pairs(map) do list[#list + 1] = key end
	return list
end

--- The node alone that brackets hold, or the brackets.
local function bare(node)
	while (node[1] == "alt" or node[1] == "seq") and #node == 3 do node = node[3] end
	return node
end

local Expansion = {}
Expansion.__index = Expansion

--- What `$name` stands for: { node, env, macro }.
local function given_for(node, env)
	local given = env[node[3]]
	while given.node[1] == "argument" do given = given.env[given.node[3]] end
	return given
end

--- A number, or what the argument in its place stands for.
local function number(value, env)
	if type(value) ~= "table" then return value end
	local given = given_for(value, env)
	local digits = given.node[1] == "word" and given.node[3]:match "^%d%d?%d?$"
	if not digits then fail(given.node[2], ("'%s' is a number here"):format(value[3]), given.macro) end
	return tonumber(digits)
end

function Expansion:macro(node, env, macro)
	local definition = self.macros[node[3]]
	if not definition then
		fail(node[2], ("unknown macro '%s'%s"):format(node[3], did_you_mean(node[3], keys(self.macros))), macro)
	end
	if self.depth == EXPAND_DEPTH then fail(node[2], "macros inside macros, too deeply", macro) end
	local inner = {}
	for _, given in ipairs(node[4]) do
		local at, name, value = given[2], given[3], given[4]
		if definition.defaults[name] == nil then
			fail(at, ("macro '%s' has no argument '%s'%s"):format(node[3], name,
				did_you_mean(name, keys(definition.defaults))), macro)
		end
		if inner[name] then fail(at, ("argument '%s' is given twice"):format(name), macro) end
		inner[name] = { node = bare(value), env = env, macro = macro }
	end
	for name, default in pairs(definition.defaults) do
		if not inner[name] and not default then
			fail(node[2], ("macro '%s' needs its argument '%s'"):format(node[3], name), macro)
		end
		inner[name] = inner[name] or { node = default, env = {}, macro = node[3] }
	end
	self.depth = self.depth + 1
	local expanded = self:expand(definition.tree, inner, node[3])
	self.depth = self.depth - 1
	return expanded
end

--- A macro without arguments in a pattern's own text: what it stands for is the same in every pattern, so that they
--- share it. Within one pattern each use has nodes of its own, which a trace tells apart.
function Expansion:shared(node)
	local definition = self.macros[node[3]]
	if not definition or self.depth > 0 or #node[4] > 0 then return self:macro(node, {}, nil) end
	local use = (self.used[node[3]] or 0) + 1
	self.used[node[3]] = use
	local known, before = definition.expanded[use], self.count
	if known and before + known.nodes <= EXPAND_MAX then
		self.count = before + known.nodes
		return known.tree
	end
	local tree = self:macro(node, {}, nil)
	tree.shared = true
	definition.expanded[use] = { tree = tree, nodes = self.count - before }
	return tree
end

function Expansion:gap(node, env, macro)
	local barriers = {}
	for i, barrier in ipairs(node[4]) do
		barriers[i] = self:expand(barrier, env, macro)
		if barriers[i][1] ~= "class" then
			fail(barriers[i][2], "a gap's barrier is a lexicon: !%name", barriers[i].macro)
		end
	end
	return { "gap", node[2], number(node[3], env), barriers, stop = node.stop, macro = macro }
end

--- A copy of the tree without macros and arguments; a node from a macro's text has its name as `macro`.
function Expansion:expand(node, env, macro)
	self.count = self.count + 1
	if self.count > EXPAND_MAX then fail(node[2], "too long a pattern", macro) end
	local kind = node[1]
	if kind == "macro" then return macro and self:macro(node, env, macro) or self:shared(node) end
	if kind == "gap" then return self:gap(node, env, macro) end
	if kind == "argument" then
		local given = given_for(node, env)
		return self:expand(given.node, given.env, given.macro)
	end
	if self.depth == 0 and type(node[3]) == "string" and not node[4] then return node end -- the pattern's own word
	local copy = { kind, node[2], stop = node.stop, at = node.at, macro = macro }
	for i = 3, #node do
		copy[i] = type(node[i]) == "table" and node[i][1] and self:expand(node[i], env, macro) or node[i]
	end
	if kind == "repeat" then copy[4], copy[5] = number(node[4], env), number(node[5], env) end
	if kind == "stem" and type(copy[3]) == "table" then
		if copy[3][1] ~= "word" then fail(copy[3][2], "~ stands before a word", copy[3].macro) end
		copy[3] = copy[3][3]
	end
	return copy
end

--- Parses and expands a pattern. Raises { message, column, macro }.
---@param text string
---@param macros table? of notation.macros
---@return table tree without macros
function notation.read(text, macros)
	local state = setmetatable({ macros = macros or {}, depth = 0, count = 0, used = {} }, Expansion)
	return state:expand(notation.parse(text), {}, nil)
end

local function each_argument(node, visit)
	if node[1] == "argument" then visit(node) end
	for _, part in ipairs(node) do
		if type(part) == "table" then each_argument(part, visit) end
	end
end

local function define(name, spec)
	local text = type(spec) == "table" and spec[1] or spec
	if type(text) ~= "string" then fail(1, "a macro is a pattern, or { pattern, argument = default or true }", name) end
	local definition = { text = text, defaults = {}, tree = notation.parse(text, true), expanded = {} }
	for key, default in pairs(type(spec) == "table" and spec or {}) do
		if key ~= 1 then
			if type(key) ~= "string" then fail(1, "a macro has one pattern", name) end
			definition.defaults[key] = default ~= true and bare(notation.parse(tostring(default))) or false
		end
	end
	local used = {}
	each_argument(definition.tree, function(node)
		used[node[3]] = true
		if definition.defaults[node[3]] == nil then
			fail(node[2], ("unknown argument '$%s'%s"):format(node[3], did_you_mean(node[3], keys(definition.defaults))), name)
		end
	end)
	for key in pairs(definition.defaults) do
		if not used[key] then fail(1, ("argument '%s' is not used"):format(key), name) end
	end
	return definition
end

--- The macros of packs, parsed. Raises { message, column, macro }.
---@param specs table? name → pattern, or { pattern, argument = default, or true where it must be given }
function notation.macros(specs)
	local macros, names = {}, keys(specs or {})
	table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
	for _, name in ipairs(names) do
		if type(name) ~= "string" or not name:find "^%a[%w_.]*$" then fail(1, "a macro's name is a word", tostring(name)) end
		local fine, result = pcall(define, name, specs[name])
		if not fine then
			if type(result) == "table" then result.macro = name end
			error(result, 0)
		end
		macros[name] = result
	end
	return macros
end

return notation
