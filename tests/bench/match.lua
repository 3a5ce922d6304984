-- How matching grows: with the tokens of one sentence, and with the number of rules. Ratios of times from one run; none
-- is a pass or a fail.
require "assay"
local analysis = require "assay.analysis"
local core = require "assay.core"
local pattern = require "assay.pattern"
local ruleset = require "assay.ruleset"

local function seconds(run)
	local best = math.huge
	for _ = 1, 5 do
		local start = os.clock()
		run()
		best = math.min(best, os.clock() - start)
	end
	return best
end

print "tokens in one sentence; nanoseconds per token to find nothing, and to find matches"
local analyzer = core.analyzer()
local HARD = assert(pattern.compile(analyzer, "(a? ..4 (a | b ..3 a)? ..6)* =(..9 a) (a? a? a?){4} ..20 ..20 zz"))
local EASY = assert(pattern.compile(analyzer, "(a ..6 b)? ..3 (a | b){1,4}"))
for power = 2, 6 do
	local n = 10 ^ power // 1
	local article = assert(analyzer:article(("a b "):rep(n // 2)))
	local hard = seconds(function() article:find(HARD.program) end)
	local easy = seconds(function() article:find(EASY.program) end)
	print(("%8d %10.0f %10.0f"):format(n, hard / n * 1e9, easy / n * 1e9))
end

-- Rules over the lexicons of the packs: an actor, one or two lexicons or words of them, in the ways rules are written.
local session = assert(analysis.open { pack = "safe-passage" })
local function lexicons()
	local names = {}
	for name in pairs(session.pack.lexicons) do names[#names + 1] = name end
	table.sort(names)
	return names
end

local function generated(count)
	local names, state = lexicons(), 42
	local function pick(list)
		state = state * 6364136223846793005 + 1442695040888963407
		return list[(state >> 33) % #list + 1]
	end
	local word
	function word() -- a phrase's last word, as rules name it
		local last = pick(session.pack.lexicons[pick(names)]):match "%a+$"
		return last or word()
	end
	local forms = {
		function() return "<holder: @actor> ..6 <at: %" .. pick(names) .. "> ..6 %" .. pick(names) end,
		function() return "<holder: @actor> ..6 <at: ~" .. word() .. "> ..6 %" .. pick(names) end,
		function() return "<holder: @actor> ..8 (" .. word() .. " | " .. word() .. ") ..4 <at: ~" .. word() .. ">" end,
		function() return "%" .. pick(names) .. " ..3 <at: ~" .. word() .. "> ..5 <holder: @actor>" end,
	}
	local on = { negation = "flip", hedge = "keep", condition = "keep", question = "drop", denial = "flip", report = "keep" }
	local items = {}
	for i = 1, count do
		items[i] = { id = "g" .. i, pattern = pick(forms)(), emits = { { holder = "holder", sign = 1 } }, on = on }
	end
	return items
end

local function open(count)
	local made = assert(analysis.open { pack = "safe-passage" })
	made.rules = ruleset.compile_all(made.analyzer, generated(count))
	return made
end

local texts = {}
local list = assert(io.popen "ls corpus/*.txt"):read "a"
for path in list:gmatch "[^\n]+" do
	local handle = assert(io.open(path))
	texts[#texts + 1] = handle:read "a"
	handle:close()
end

local function run(made)
	return seconds(function()
		for i, text in ipairs(texts) do assert(made:analyse(text, { id = tostring(i) })) end
	end)
end

print "\nrules; milliseconds for the sample corpus, and times those of 20"
local base
for _, count in ipairs { 20, 100, 1000 } do
	local made = open(count)
	local time = run(made)
	base = base or time
	local tries = 0
	for _, n in ipairs(made.rules.set.patterns:tries()) do tries = tries + n end
	print(("%6d %8.2f %6.2f   %d sentences tried"):format(count, time * 1e3, time / base, tries))
end
