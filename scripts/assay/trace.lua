--- How far a pattern gets in a sentence. The control of the pattern (sequence, alternatives, repeats, gaps) is walked
--- here, in the order in which the engine prefers; what a single element matches, the engine itself is asked.

local pattern = require "assay.pattern"

local trace = {}

local REPEAT_MAX = 40 -- what one repeat of the notation can count to

local CONTROL = { alt = true, seq = true, ["repeat"] = true, gap = true, capture = true }
local NEVER_MISSING = { look = true, look_not = true, start = true, ["end"] = true }

local words

--- Nodes one behind the other, `from` on.
local function joined(node, from, mark)
	local parts = {}
	for i = from, #node do parts[#parts + 1] = words(node[i]) end
	return table.concat(parts, mark)
end

--- The lexicons that end a gap.
---@return string[] names
function trace.barriers(node)
	local names = {}
	for i, barrier in ipairs(node[4]) do names[i] = barrier[3] end
	return names
end

local function times(low, high)
	if low == 0 and high == 1 then return "?" end
	return ("{%d,%d}"):format(low, high)
end

local WORDS = {
	seq = function(node) return joined(node, 3, " ") end,
	alt = function(node) return #node == 3 and words(node[3]) or "(" .. joined(node, 3, " | ") .. ")" end,
	["repeat"] = function(node)
		local inner = words(node[3])
		return (inner:find " " and inner:sub(1, 1) ~= "(" and "(" .. inner .. ")" or inner) .. times(node[4], node[5])
	end,
	capture = function(node) return "<" .. node[3] .. ": " .. words(node[4]) .. ">" end,
	look = function(node) return "=( " .. words(node[3]) .. " )" end,
	look_not = function(node) return "!( " .. words(node[3]) .. " )" end,
	gap = function(node)
		local parts = { ".." .. node[3] }
		for _, name in ipairs(trace.barriers(node)) do parts[#parts + 1] = "!%" .. name end
		return table.concat(parts)
	end,
	stem = function(node) return "~" .. node[3] end,
	class = function(node) return "%" .. node[3] end,
	tag = function(node) return "@" .. node[3] end,
	entity = function(node) return '@"' .. node[3] .. '"' end,
	exact = function(node) return '"' .. node[3] .. '"' end,
	word = function(node) return node[3] end,
	mention = function() return "@_" end,
	number = function() return "#" end,
	any = function() return "_" end,
	start = function() return "^" end,
	["end"] = function() return "$" end,
}

--- A node in the notation.
---@return string
function words(node) return WORDS[node[1]](node) end

trace.words = words

local build = {}

local function add(plan, step)
	plan.steps[#plan.steps + 1] = step
	return step
end

--- Appends the steps of a node. `at`: { rank = how far into the pattern, gap = before it, optional, around = nodes }.
--- Gives the rank behind it.
local function append(plan, node, at)
	local inner = { rank = at.rank, gap = at.gap, optional = at.optional, around = { node, at.around } }
	local builder = build[node[1]]
	if builder then return builder(plan, node, inner) end
	add(plan, { op = "leaf", node = node, rank = at.rank, gap = at.gap, optional = at.optional, around = inner.around })
	return at.rank + 1
end

function build.seq(plan, node, at)
	for i = 3, #node do
		local kind, before = node[i][1], at.rank
		at.rank = append(plan, node[i], at)
		local passed = at.rank > before and not (kind == "repeat" and node[i][4] == 0)
		if kind == "gap" then at.gap = node[i] elseif passed then at.gap = nil end
	end
	return at.rank
end

function build.alt(plan, node, at)
	local ends, rank = {}, at.rank
	for i = 3, #node do
		local split = i < #node and add(plan, { op = "split", a = #plan.steps + 2 })
		rank = math.max(rank, append(plan, node[i], at))
		if split then
			ends[#ends + 1] = add(plan, { op = "jump" })
			split.b = #plan.steps + 1
		end
	end
	for _, jump in ipairs(ends) do jump.a = #plan.steps + 1 end
	return rank
end

build["repeat"] = function(plan, node, at)
	local low, high, rank = node[4], node[5], at.rank
	for _ = 1, low do rank = append(plan, node[3], at) end
	at.optional = true
	local splits = {}
	for _ = low + 1, high do
		splits[#splits + 1] = add(plan, { op = "split", a = #plan.steps + 2 })
		rank = append(plan, node[3], at)
	end
	for _, split in ipairs(splits) do split.b = #plan.steps + 1 end
	return rank
end

function build.gap(plan, node, at)
	local splits = {}
	for _ = 1, node[3] do
		splits[#splits + 1] = add(plan, { op = "split", b = #plan.steps + 2 })
		add(plan, { op = "gap", node = node })
	end
	for _, split in ipairs(splits) do split.a = #plan.steps + 1 end
	return at.rank
end

function build.capture(plan, node, at) return append(plan, node[4], at) end

--- A plan of the pattern.
---@param analyzer userdata
---@param compiled table of pattern.compile
---@return table plan
function trace.plan(analyzer, compiled)
	local plan = { analyzer = analyzer, steps = {}, tree = compiled.tree }
	append(plan, plan.tree, { rank = 1 })
	add(plan, { op = "match" })
	return plan
end

local Walk = {}
Walk.__index = Walk

--- A walk of the plan through sentence n.
---@param reading table of the article (analysis.lua)
function trace.walk(plan, reading, n)
	local first, last = reading.tokens_of(n)
	return setmetatable({
		plan = plan, reading = reading, n = n, first = first, last = last, ends = {}, seen = {}, failures = {}, stops = {},
	}, Walk)
end

--- Matches of a pattern in the sentence, as pairs of tokens of the capture `a`, or of the whole. The article is
--- searched once for all its sentences.
function Walk:find(source)
	self.reading.traced = self.reading.traced or {}
	local known = self.reading.traced[source]
	if not known then
		known = {}
		self.reading.traced[source] = known
		for _, match in ipairs(pattern.find(assert(pattern.compile(self.plan.analyzer, source)), self.reading.article)) do
			known[match.sentence] = known[match.sentence] or {}
			table.insert(known[match.sentence], match.captures.a or { match.first, match.last })
		end
	end
	return known[self.n] or {}
end

--- The element at that token exactly, by counting the tokens before it.
function Walk:find_at(source, token)
	local before, count = { "^" }, token - self.first
	while count > 0 do
		local some = math.min(count, REPEAT_MAX)
		before[#before + 1] = ("_{%d,%d}"):format(some, some)
		count = count - some
	end
	return self:find(table.concat(before, " ") .. " <a: " .. source .. ">")[1]
end

--- Token → last token of what the element matches there (the token before it where it consumes nothing). Matches of one
--- element may overlap, so those that a search passes over are looked for one by one.
function Walk:ends_of(source, consumes)
	local known = self.ends[source]
	if known then return known end
	known = {}
	if consumes then
		for _, tokens in ipairs(self:find("<a: " .. source .. ">")) do known[tokens[1]] = tokens[2] end
	end
	for _, tokens in ipairs(self:find((consumes and "=( " .. source .. " )" or source) .. " _")) do
		local token = tokens[1]
		if not consumes then known[token] = token - 1 end
		known[token] = known[token] or self:find_at(source, token)[2]
	end
	if source == "$" or source:find "^!%(" then known[self.last + 1] = self.last end
	self.ends[source] = known
	return known
end

--- Token → last token of what the leaf matches there.
function Walk:leaf_ends(node)
	return self:ends_of(words(node), not NEVER_MISSING[node[1]])
end

local STEP = {}

function STEP.jump(self, step, state) self:push(step.a, state.at, state.path) end

function STEP.split(self, step, state)
	self:push(step.b, state.at, state.path)
	self:push(step.a, state.at, state.path)
end

function STEP.gap(self, step, state)
	if state.at > self.last then return end
	for _, name in ipairs(trace.barriers(step.node)) do
		local last = self:ends_of("%" .. name, true)[state.at]
		if last then
			self.stops[step.node] = self.stops[step.node] or {}
			self.stops[step.node][state.path] = { state.at, last }
			return
		end
	end
	self:push(state.pc + 1, state.at + 1, state.path)
end

function STEP.leaf(self, step, state)
	local last = self:leaf_ends(step.node)[state.at]
	if not last then
		self.failures[#self.failures + 1] = { step = step, at = state.at, path = state.path }
		return
	end
	self:push(state.pc + 1, last + 1, { step = step, first = state.at, last = last, before = state.path })
end

function Walk:push(pc, at, path)
	local key = pc * (self.last + 2) + at
	if self.seen[key] then return end
	self.stack[#self.stack + 1] = { pc = pc, at = at, path = path, key = key }
end

--- Follows the plan from a token.
---@return table? path of a match, its last element first: { step, first, last, before }; false: nothing was consumed
function Walk:from(token)
	self.stack = {}
	self:push(1, token, false)
	while #self.stack > 0 do
		local state = table.remove(self.stack)
		if not self.seen[state.key] then
			self.seen[state.key] = true
			local step = self.plan.steps[state.pc]
			if step.op == "match" then return state.path end
			STEP[step.op](self, step, state)
		end
	end
	return nil
end

local function listed(path)
	local list = {}
	while path do
		table.insert(list, 1, path)
		path = path.before
	end
	return list
end

--- The elements of the match that starts at the token, in order: { step, first, last }; nil if none does.
function Walk:elements(token)
	local path = self:from(token)
	return path ~= nil and listed(path) or nil
end

local function further(a, b)
	if not b or a.step.rank ~= b.step.rank then return not b or a.step.rank > b.step.rank end
	return not a.step.optional and b.step.optional
end

--- The innermost node around all the steps: the element that failed, however many branches it has.
local function node_around(steps)
	local count, around = {}, steps[1].around
	for _, step in ipairs(steps) do
		local chain = step.around
		while chain do
			count[chain[1]] = (count[chain[1]] or 0) + 1
			chain = chain[2]
		end
	end
	while around[2] and count[around[1]] < #steps do around = around[2] end
	return around[1]
end

--- Steps that failed as far into the pattern, behind the same elements.
local function beside(failures, best)
	local steps, seen = {}, {}
	for _, failure in ipairs(failures) do
		local step = failure.step
		local same = failure.path == best.path and step.rank == best.step.rank and step.optional == best.step.optional
		if same and not seen[step.node] then
			seen[step.node] = true
			steps[#steps + 1] = step
		end
	end
	return steps
end

--- Where one of the steps would match behind the token: its first token, or nil.
function Walk:later(steps, token)
	local nearest
	for _, step in ipairs(steps) do
		for at in pairs(self:leaf_ends(step.node)) do
			if at > token and (not nearest or at < nearest) then nearest = at end
		end
	end
	return nearest
end

--- How far the pattern gets in the sentence.
---@return table outcome { elements = list } of the first match, or { node = the element that fails, elements = matched
---  before it, at = token, last = token up to which it was sought, gap = the gap before it, stop = { first, last }
---  tokens of its barrier, later = token where it would match behind that }
function Walk:furthest()
	for token = self.first, self.last do
		local elements = self:elements(token)
		if elements then return { elements = elements } end
	end
	local best
	for _, failure in ipairs(self.failures) do
		if further(failure, best) then best = failure end
	end
	local steps, last = beside(self.failures, best), best.at
	for _, failure in ipairs(self.failures) do
		local same = failure.path == best.path and failure.step.rank == best.step.rank
		if same then last = math.max(last, failure.at) end
	end
	local gap = best.step.gap
	return {
		node = node_around(steps), elements = listed(best.path), at = best.at, last = last,
		gap = gap, stop = gap and self.stops[gap] and self.stops[gap][best.path], later = self:later(steps, last),
	}
end

local missing

--- Elements without which no match can be and of which the sentence has none.
local MISSING = {
	seq = function(self, node)
		local list = {}
		for i = 3, #node do
			for _, part in ipairs(missing(self, node[i])) do list[#list + 1] = part end
		end
		return list
	end,
	alt = function(self, node)
		if #node == 3 then return missing(self, node[3]) end
		for i = 3, #node do
			if #missing(self, node[i]) == 0 then return {} end
		end
		return { node }
	end,
	["repeat"] = function(self, node) return node[4] > 0 and missing(self, node[3]) or {} end,
	gap = function() return {} end,
	capture = function(self, node) return missing(self, node[4]) end,
}

function missing(self, node)
	if CONTROL[node[1]] then return MISSING[node[1]](self, node) end
	if NEVER_MISSING[node[1]] or next(self:leaf_ends(node)) then return {} end
	return { node }
end

--- What the sentence lacks for the pattern to have a chance: nodes.
function Walk:missing() return missing(self, self.plan.tree) end

return trace
