--- Token patterns: the notation, parsed with LPeg, and its compilation to a program that runs in linear time.
---
---   passage        the word, any case          "Rafah"     that surface exactly
---   ~leave         any form with its stem      %let        a phrase of that lexicon
---   @actor         a mention with that tag     @"Israel"   a mention of it, or of who counts for it
---   @_             any mention                 #           a number with its hedge
---   _              any token                   ..6         up to six tokens, as few as possible
---   ..6!%stop      the same, none in %stop     ( a | b )   alternatives
---   x? x* x+ x{2,4}  repeats, as many as possible (* and + stop at eight)
---   <name: x>      a capture                   !( x ) =( x )  not, or only, where x would match
---   ^ $            start and end of the sentence

local lpeg = require "lpeg"
local nearest = require "assay.nearest"

local pattern = {}

local P, R, S, V, C, Cc, Ct, Cmt, Cp = lpeg.P, lpeg.R, lpeg.S, lpeg.V, lpeg.C, lpeg.Cc, lpeg.Ct, lpeg.Cmt, lpeg.Cp

local REPEAT_MAX = 8  -- what * and + stand for
local GAP_MAX = 40    -- tokens
local NEST_MAX = 50   -- brackets inside each other

local op = {}
for i, name in ipairs {
	"word", "stem", "class", "not_class", "tag", "entity", "mention", "number", "any", "exact", "split", "jump", "save",
	"start", "end", "look", "look_not", "match",
} do
	op[name] = i - 1 -- the order of Operation in engine/match/program.h
end

local furthest -- byte position of the furthest token that a parse reached

local function grammar()
	local space = S " \t\r\n" ^ 0
	local mark = Cmt(P(true), function(_, i)
		if i > furthest then furthest = i end
		return true
	end)
	local function tok(p) return mark * p * space end
	local name = R("az", "AZ") * (R("az", "AZ", "09") + S "_.") ^ 0
	local special = S " \t\r\n()<>|?*+{}!=%@~\"#^$:"
	local word = (P(1) - special) ^ 1
	local number = R "09" ^ 1 / math.tointeger
	local quoted = P '"' * C((P(1) - '"') ^ 1) * P '"'
	local function node(kind, p) return Ct(Cc(kind) * Cp() * p) end
	return P {
		space * V "alt" * mark * -1,
		alt = node("alt", V "seq" * (tok "|" * V "seq") ^ 0),
		seq = node("seq", V "item" ^ 0),
		item = Ct(Cc "repeat" * Cp() * V "atom" * V "count") + V "atom",
		count = tok "?" * Cc(0, 1) + tok "*" * Cc(0, REPEAT_MAX) + tok "+" * Cc(1, REPEAT_MAX)
			+ tok "{" * tok(number) * tok "," * tok(number) * tok "}",
		atom = node("capture", tok "<" * tok(C(name)) * tok ":" * V "alt" * tok ">")
			+ node("look_not", tok "!(" * V "alt" * tok ")")
			+ node("look", tok "=(" * V "alt" * tok ")")
			+ tok "(" * V "alt" * tok ")"
			+ tok(node("gap", P ".." * number * (P "!%" * C(name)) ^ -1))
			+ tok(node("stem", P "~" * C(word)))
			+ tok(node("class", P "%" * C(name)))
			+ tok(node("entity", P "@" * quoted))
			+ tok(node("mention", P "@_"))
			+ tok(node("tag", P "@" * C(name)))
			+ tok(node("exact", quoted))
			+ tok(node("number", P "#"))
			+ tok(node("any", P "_" * -(P(1) - special)))
			+ tok(node("start", P "^"))
			+ tok(node("end", P "$"))
			+ tok(node("word", C(word))),
	}
end

local parser = grammar()

local function fail(source, at, message)
	error({ column = at, source = source, message = message }, 0)
end

local Compiler = {}
Compiler.__index = Compiler

function Compiler:emit(name, a, b)
	self.code[#self.code + 1] = { op[name], a or 0, b or 0 }
	return #self.code - 1 -- address
end

function Compiler:here() return #self.code end

function Compiler:lookup(kind, name, node)
	local id = self.analyzer:find(kind, name)
	if id then return id end
	local near = nearest(name, self.analyzer:names(kind))
	fail(self.source, node[2], ("unknown %s '%s'%s"):format(
		kind == "class" and "lexicon or tag" or "entity", name, near and ("; did you mean '" .. near .. "'?") or ""))
end

--- Words of the notation as the tokeniser splits them: hyphens and clitics are tokens of their own.
local function pieces(word)
	local list = {}
	for part, hyphen in word:gmatch "([^-]*)(%-?)" do
		local head, clitic = part:match "^(.-)('[a-z]+)$"
		if head and head ~= "" and clitic ~= "'t" then
			list[#list + 1], list[#list + 2] = head, clitic
		elseif part ~= "" then
			list[#list + 1] = part
		end
		if hyphen ~= "" then list[#list + 1] = "-" end
	end
	return list
end

local compile = {}

function compile.alt(self, node)
	local ends = {}
	for i = 3, #node - 1 do
		local split = self:emit "split"
		self.code[split + 1][2] = self:here()
		self:compile(node[i])
		ends[#ends + 1] = self:emit "jump"
		self.code[split + 1][3] = self:here()
	end
	self:compile(node[#node])
	for _, jump in ipairs(ends) do self.code[jump + 1][2] = self:here() end
end

function compile.seq(self, node)
	for i = 3, #node do self:compile(node[i]) end
end

compile["repeat"] = function(self, node)
	local inner, low, high = node[3], node[4], node[5]
	if low > high or high > GAP_MAX then fail(self.source, node[2], "a repeat counts up, to 40 at most") end
	for _ = 1, low do self:compile(inner) end
	local splits = {}
	for _ = low + 1, high do
		local split = self:emit "split"
		self.code[split + 1][2] = self:here()
		self:compile(inner)
		splits[#splits + 1] = split
	end
	for _, split in ipairs(splits) do self.code[split + 1][3] = self:here() end
end

function compile.gap(self, node)
	if node[3] > GAP_MAX then fail(self.source, node[2], "a gap has 40 tokens at most") end
	local barrier = node[4] and self:lookup("class", node[4], node)
	local splits = {}
	for _ = 1, node[3] do
		local split = self:emit "split"
		self.code[split + 1][3] = self:here()
		if barrier then self:emit("not_class", barrier) else self:emit "any" end
		splits[#splits + 1] = split
	end
	for _, split in ipairs(splits) do self.code[split + 1][2] = self:here() end
end

function compile.capture(self, node)
	local name, index = node[3], nil
	for i, known in ipairs(self.captures) do
		if known == name then index = i end
	end
	if not index then
		index = #self.captures + 1
		self.captures[index] = name
	end
	self:emit("save", 2 * index)
	self:compile(node[4])
	self:emit("save", 2 * index + 1)
end

local function look(name)
	return function(self, node)
		local at = self:emit(name)
		self.code[at + 1][2] = self:here()
		self:compile(node[3])
		self:emit "match"
		self.code[at + 1][3] = self:here()
	end
end

compile.look, compile.look_not = look "look", look "look_not"

function compile.word(self, node)
	for _, piece in ipairs(pieces(node[3])) do self:emit("word", self.analyzer:find("word", piece)) end
end

function compile.stem(self, node) self:emit("stem", self.analyzer:find("stem", node[3])) end
function compile.class(self, node) self:emit("class", self:lookup("class", node[3], node)) end
function compile.tag(self, node) self:emit("tag", self:lookup("class", node[3], node)) end
function compile.entity(self, node) self:emit("entity", self:lookup("entity", node[3], node)) end
function compile.mention(self) self:emit "mention" end
function compile.number(self) self:emit "number" end
function compile.any(self) self:emit "any" end
function compile.start(self) self:emit "start" end
compile["end"] = function(self) self:emit "end" end

function compile.exact(self, node)
	for piece in node[3]:gmatch "%S+" do
		self.strings[#self.strings + 1] = piece
		self:emit("exact", #self.strings - 1)
	end
end

function Compiler:compile(node)
	self.depth = self.depth + 1
	if self.depth > 4 * NEST_MAX then fail(self.source, node[2], "nested too deeply") end
	compile[node[1]](self, node)
	self.depth = self.depth - 1
end

--- Compiles a pattern.
---@param analyzer userdata with the lexicons and entities that the pattern names
---@param source string the pattern
---@return table? compiled { program = userdata, captures = { name, … }, source = source, tree = nodes
---  { kind, column, … } }, or nil
---@return string? message why not
---@return integer? column byte of the source where it fails, 1-based
function pattern.compile(analyzer, source)
	furthest = 1
	local tree = parser:match(source)
	if not tree then
		local got = source:sub(furthest, furthest)
		return nil, got == "" and "the pattern ends too early" or ("unexpected '%s' in the pattern"):format(got), furthest
	end
	local self = setmetatable({ analyzer = analyzer, source = source, code = {}, captures = {}, strings = {}, depth = 0 },
		Compiler)
	local fine, failure = pcall(function()
		self:compile(tree)
		self:emit "match"
	end)
	if not fine then
		if type(failure) == "table" then return nil, failure.message, failure.column end
		error(failure, 0)
	end
	local program, message = analyzer:program(self.code, #self.captures + 1, self.strings)
	if not program then return nil, message, 1 end
	return { program = program, captures = self.captures, source = source, tree = tree }
end

--- All matches in the article's sentences, in order.
---@return table matches list of { sentence = n (1-based), first, last = tokens (1-based inclusive),
---  captures = name → { first, last } }
function pattern.find(compiled, article)
	local list = article:find(compiled.program)
	for i, match in ipairs(list) do
		local captures = {}
		for n, name in ipairs(compiled.captures) do captures[name] = match[n + 1] or nil end
		list[i] = { sentence = match.sentence, first = match[1][1], last = match[1][2], captures = captures }
	end
	return list
end

return pattern
