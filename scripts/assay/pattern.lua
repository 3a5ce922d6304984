--- Token patterns: from the notation (assay.notation) to a program that runs in linear time, and what its matches need.
---
---   passage        the word, any case          "Rafah"     that surface exactly
---   ~leave         any form with its stem      %let        a phrase of that lexicon
---   @actor         a mention with that tag     @"Israel"   a mention of it, or of who counts for it
---   @_             any mention                 #           a number with its hedge
---   _              any token                   ..6         up to six tokens, as few as possible
---   ..6!%stop!%but the same, none in %stop     ( a | b )   alternatives, the first that fits
---   x? x* x+ x{2} x{2,4}  repeats, as many as possible (* and + stop at eight)
---   <name: x>      a capture                   !( x ) =( x )  not, or only, where x would match
---   ^ $            start and end of the sentence
---   {{name a=x}}   a macro of the pack         $a          its argument, in the macro's text

local notation = require "assay.notation"

local pattern = {}

local PROGRAM_MAX = 4095 -- instructions, the final one aside
local CAPTURE_MAX = 15

local op = {}
for i, name in ipairs {
	"word", "stem", "class", "not_class", "tag", "entity", "mention", "number", "any", "exact", "split", "jump", "save",
	"start", "end", "look", "look_not", "match",
} do
	op[name] = i - 1 -- the order of Operation in engine/match/program.h
end

local feature = {}
for i, name in ipairs { "word", "stem", "class", "tag", "entity", "mention", "number" } do
	feature[name] = i - 1 -- the order of FeatureKind in engine/match/prefilter.h
end

local Compiler = {}
Compiler.__index = Compiler

local function fail(node, message) notation.fail(node[2], message, node.macro) end

--- Appends an instruction; the code is a list of three numbers each. Gives its address, 0-based.
function Compiler:emit(name, a, b)
	local code, at = self.code, self.length
	if at == PROGRAM_MAX then notation.fail(1, "too long a pattern") end
	code[3 * at + 1], code[3 * at + 2], code[3 * at + 3] = op[name], a or 0, b or 0
	self.length = at + 1
	return at
end

--- Makes the first or second operand of an instruction the address that comes next. Addresses count from their
--- instruction: code means the same wherever it stands.
function Compiler:lead_here(at, operand) self.code[3 * at + 1 + operand] = self.length - at end

--- Appends the instructions [from, to) of some code.
function Compiler:copy(code, from, to)
	local at = self.length
	if at + to - from > PROGRAM_MAX then notation.fail(1, "too long a pattern") end
	table.move(code, 3 * from + 1, 3 * to, 3 * at + 1, self.code)
	self.length = at + to - from
end

--- The id of a class or entity; the error names what may have been meant.
function Compiler:lookup(kind, node)
	local id = self.analyzer:find(kind, node[3])
	local what = node[1] == "class" and "lexicon" or node[1]
	if not id then
		fail(node, ("unknown %s '%s'%s"):format(what, node[3], notation.did_you_mean(node[3], self.analyzer:names(kind))))
	end
	return id
end

--- Emits what consumes something, and notes on the node what a sentence must hold for it.
function Compiler:consume(node, name, id, kind)
	self:emit(name, id)
	node.needs = node.needs or {}
	node.needs[#node.needs + 1] = { { feature[kind or name], id or 0 } }
end

local pieces = setmetatable({}, { __mode = "k" }) -- analyzer → text → surfaces of its tokens

function Compiler:split(text)
	local known = pieces[self.analyzer] or {}
	pieces[self.analyzer] = known
	known[text] = known[text] or self.analyzer:split(text)
	return known[text]
end

local compile = {}

function compile.alt(self, node)
	local ends = {}
	for i = 3, #node - 1 do
		local split = self:emit "split"
		self:lead_here(split, 1)
		self:compile(node[i])
		ends[#ends + 1] = self:emit "jump"
		self:lead_here(split, 2)
	end
	self:compile(node[#node])
	for _, jump in ipairs(ends) do self:lead_here(jump, 1) end
end

function compile.seq(self, node)
	for i = 3, #node do self:compile(node[i]) end
end

compile["repeat"] = function(self, node)
	local inner, low, high = node[3], node[4], node[5]
	if low > high or high > notation.GAP_MAX then
		notation.fail(node.at, ("a repeat counts up, to %d at most"):format(notation.GAP_MAX), node.macro)
	end
	local splits, from, to = {}, nil, nil
	for i = 1, high do
		if i > low then
			splits[#splits + 1] = self:emit "split"
			self:lead_here(splits[#splits], 1)
		end
		if from then
			self:copy(self.code, from, to)
		else
			from = self.length
			self:compile(inner)
			to = self.length
		end
	end
	for _, split in ipairs(splits) do self:lead_here(split, 2) end
end

--- One token that starts no phrase of any barrier.
function Compiler:gap_token(barriers)
	for i = 1, #barriers - 1 do
		local at = self:emit "look_not"
		self:lead_here(at, 1)
		self:emit("class", barriers[i])
		self:emit "match"
		self:lead_here(at, 2)
	end
	if #barriers > 0 then self:emit("not_class", barriers[#barriers]) else self:emit "any" end
end

function compile.gap(self, node)
	if node[3] > notation.GAP_MAX then fail(node, ("a gap has %d tokens at most"):format(notation.GAP_MAX)) end
	local barriers, splits, from, to = {}, {}, nil, nil
	for i, barrier in ipairs(node[4]) do barriers[i] = self:lookup("class", barrier) end
	for i = 1, node[3] do
		splits[i] = self:emit "split"
		self:lead_here(splits[i], 2)
		if from then
			self:copy(self.code, from, to)
		else
			from = self.length
			self:gap_token(barriers)
			to = self.length
		end
	end
	for _, split in ipairs(splits) do self:lead_here(split, 1) end
end

function Compiler:capture_index(node)
	for i, known in ipairs(self.captures) do
		if known == node[3] then return i end
	end
	if #self.captures == CAPTURE_MAX then fail(node, ("a pattern has %d captures at most"):format(CAPTURE_MAX)) end
	self.captures[#self.captures + 1] = node[3]
	return #self.captures
end

function compile.capture(self, node)
	if self.looking then fail(node, "a look-ahead captures nothing") end
	local index = self:capture_index(node)
	self.own = self.own + 1
	if self.open[index] then fail(node, ("the capture '%s' is inside itself"):format(node[3])) end
	self.open[index] = true
	self:emit("save", 2 * index)
	self:compile(node[4])
	self:emit("save", 2 * index + 1)
	self.open[index] = nil
end

local function look(name)
	return function(self, node)
		local around = self.looking
		self.looking = true
		local at = self:emit(name)
		self:lead_here(at, 1)
		self:compile(node[3])
		self:emit "match"
		self:lead_here(at, 2)
		self.looking = around
	end
end

compile.look, compile.look_not = look "look", look "look_not"

function compile.word(self, node)
	for _, piece in ipairs(self:split(node[3])) do
		self:consume(node, "word", self.analyzer:find("word", piece))
	end
end

function compile.stem(self, node)
	if #self:split(node[3]) ~= 1 then fail(node, "~ stands before one word") end
	self:consume(node, "stem", self.analyzer:find("stem", node[3]))
end

function compile.exact(self, node)
	for _, piece in ipairs(self:split(node[3])) do
		self.strings[#self.strings + 1] = piece
		self.own = self.own + 1
		self:consume(node, "exact", #self.strings - 1, "word")
		node.needs[#node.needs] = { { feature.word, self.analyzer:find("word", piece) } }
	end
end

function compile.tag(self, node)
	local id = self:lookup("class", node)
	if not self.analyzer:is_tag(id) then fail(node, ("no actor or entity has the tag '%s'"):format(node[3])) end
	self:consume(node, "tag", id)
end

function compile.class(self, node) self:consume(node, "class", self:lookup("class", node)) end
function compile.entity(self, node) self:consume(node, "entity", self:lookup("entity", node)) end
function compile.mention(self, node) self:consume(node, "mention") end
function compile.number(self, node) self:consume(node, "number") end
function compile.any(self) self:emit "any" end
function compile.start(self) self:emit "start" end
compile["end"] = function(self) self:emit "end" end

function Compiler:compile(node)
	if node.shared then return self:compile_shared(node) end
	node.needs = nil -- what another pattern noted
	compile[node[1]](self, node)
end

--- What several patterns share is compiled once, if it has neither captures nor strings: the numbers of these are the
--- pattern's own.
function Compiler:compile_shared(node)
	local known = node.compiled
	if known and known.analyzer == self.analyzer then return self:copy(known.code, 0, known.length) end
	local from, own = self.length, self.own
	node.compiled = nil
	compile[node[1]](self, node)
	if self.own > own then return end
	node.compiled = {
		analyzer = self.analyzer, length = self.length - from,
		code = table.move(self.code, 3 * from + 1, 3 * self.length, 1, {}),
	}
end

-- How often a sentence holds a feature of the kind, roughly: a clause of few rare ones sieves best.
local FREQUENCY = {
	[feature.word] = 1, [feature.stem] = 1, [feature.entity] = 1, [feature.class] = 3, [feature.tag] = 6,
	[feature.number] = 6, [feature.mention] = 9,
}

local function frequency(clause)
	local sum = 0
	for _, item in ipairs(clause) do sum = sum + FREQUENCY[item[1]] end
	return sum
end

local needs

--- What one of several alternatives needs: the rarest clause of each, together. Nothing if one of them needs nothing.
local function needs_of_any(node)
	if #node == 3 then return needs(node[3]) end
	local joined = {}
	for i = 3, #node do
		local least
		for _, clause in ipairs(needs(node[i])) do
			if not least or frequency(clause) < frequency(least) then least = clause end
		end
		if not least then return {} end
		table.move(least, 1, #least, #joined + 1, joined)
	end
	return { joined }
end

local function read_needs(node)
	local kind = node[1]
	if kind == "alt" then return needs_of_any(node) end
	if kind == "capture" then return needs(node[4]) end
	if kind == "look" then return needs(node[3]) end
	if kind == "repeat" then return node[4] > 0 and needs(node[3]) or {} end
	if kind ~= "seq" then return kind ~= "look_not" and node.needs or {} end
	local list = {}
	for i = 3, #node do
		for _, clause in ipairs(needs(node[i])) do list[#list + 1] = clause end
	end
	return list
end

--- The clauses that every match of the compiled node satisfies: lists of features of which its sentence holds one.
function needs(node)
	local known = node.compiled
	if not known then return read_needs(node) end
	known.needs = known.needs or read_needs(node)
	return known.needs
end

local least_tokens

local function count_tokens(node)
	local kind = node[1]
	if kind == "gap" or kind == "look" or kind == "look_not" or kind == "start" or kind == "end" then return 0 end
	if kind == "repeat" then return node[4] * least_tokens(node[3]) end
	if kind == "capture" then return least_tokens(node[4]) end
	if kind ~= "alt" and kind ~= "seq" then return 1 end
	local sum, least = 0, math.huge
	for i = 3, #node do
		local n = least_tokens(node[i])
		sum, least = sum + n, math.min(least, n)
	end
	return kind == "seq" and sum or least
end

--- Tokens that a match of the node has at least.
function least_tokens(node)
	if not node.shared then return count_tokens(node) end
	node.least = node.least or count_tokens(node)
	return node.least
end

local function translate(self, source, macros)
	local tree = notation.read(source, macros)
	if least_tokens(tree) == 0 then notation.fail(1, "the pattern can match without a word") end
	self:compile(tree)
	local at = 3 * self.length
	self.code[at + 1], self.code[at + 2], self.code[at + 3] = op.match, 0, 0
	local program, message = self.analyzer:program(self.code, #self.captures + 1, self.strings, true)
	if not program then notation.fail(1, message) end
	return { program = program, captures = self.captures, source = source, tree = tree, needs = needs(tree) }
end

--- Compiles a pattern.
---@param analyzer userdata with the lexicons and entities that the pattern names
---@param source string the pattern
---@param macros table? of notation.macros
---@return table? compiled { program = userdata, captures = { name, … }, source = source, tree = of notation.read,
---  needs = clauses of which a sentence with a match holds one feature each }, or nil
---@return string? message why not
---@return integer? column byte where it fails, 1-based: of the source, or of the macro's text
---@return string? macro the macro in whose text it fails
function pattern.compile(analyzer, source, macros)
	local self = setmetatable({ analyzer = analyzer, code = {}, length = 0, captures = {}, strings = {},
		open = {}, own = 0 }, Compiler)
	local fine, result = pcall(translate, self, source, macros)
	if fine then return result end
	if type(result) ~= "table" then error(result, 0) end
	local prefix = result.macro and ("in macro '%s': "):format(result.macro) or ""
	return nil, prefix .. result.message, result.column, result.macro
end

local function named(compiled, list)
	for i, match in ipairs(list) do
		local captures = {}
		for n, name in ipairs(compiled.captures) do captures[name] = match[n + 1] or nil end
		list[i] = { sentence = match.sentence, first = match[1][1], last = match[1][2], captures = captures }
	end
	return list
end

--- All matches in the article's sentences, in order, or those in one sentence.
---@param sentence integer? 1-based
---@return table matches list of { sentence = n (1-based), first, last = tokens (1-based inclusive),
---  captures = name → { first, last } }
function pattern.find(compiled, article, sentence)
	return named(compiled, article:find(compiled.program, sentence))
end

--- Patterns behind one prefilter: a sentence meets only those that can match in it.
---@param analyzer userdata that they were compiled with
---@param list table compiled patterns
---@return table set for pattern.find_all; set.patterns:tries() tells on how many sentences each was run so far
function pattern.set(analyzer, list)
	return { list = list, patterns = assert(analyzer:patterns(list)) }
end

--- The matches of all patterns of a set: compiled pattern → matches as pattern.find gives them, or nil for none.
function pattern.find_all(set, article)
	local found = {}
	for i, list in pairs(article:find_all(set.patterns)) do
		found[set.list[i]] = named(set.list[i], list)
	end
	return found
end

return pattern
