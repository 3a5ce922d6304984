-- Every mistake in a rule file is refused whole, with file, line, column, the line, a caret and the reason.
local analysis = require "assay.analysis"

local ON = 'on = { negation = "flip", hedge = "keep", condition = "keep", question = "drop", denial = "flip", '
	.. 'report = "keep" }'

-- A file around one rule; `‸` marks the place that the message must name, and is not part of the file.
local function rule(fields) return "actor { name = \"Ann\", class = \"person\" }\nlexicon(\"leave\", { \"leave\" })\n"
	.. "rule {\n\tid = \"r\",\n" .. fields .. "\n}\n" end
local SPEAKER = 'emits = { { holder = "speaker", sign = 1 } },'
local function with_pattern(source)
	return rule("\tpattern = '" .. source .. "',\n\t" .. SPEAKER .. " " .. ON .. ",")
end
local function emits(text)
	return rule("\tpattern = '<a: @\"Ann\"> leave',\n\temits = " .. text .. ",\n\t" .. ON .. ",")
end
local function good(field)
	return rule("\tpattern = '<a: @\"Ann\"> leave',\n\temits = { { holder = \"a\", sign = 1 } },\n\t" .. ON
		.. ",\n\t" .. field .. ",")
end
local function claim(fields) return "claim {\n\tid = \"c\", " .. fields .. "\n}\n" end

local TABLE = {
	-- Lua itself
	{ "rule {\n\tid = ‸= \"x\" }\n", "unexpected symbol" },
	{ "rule {\n\tid = \"x\"‸\n", "expected" },
	{ "rule {\n\tid = ‸\"x\n}\n", "unfinished string" },
	{ "local a = 1\n\t‸error \"on purpose\"\n", "on purpose" },
	{ "\n‸rule \"x\"\n", "rule takes a table" },
	{ "local f\n‸f()\n", "nil value" },
	-- the notation
	{ with_pattern "leave ( now‸", "')' is missing" },
	{ with_pattern "leave ‸) now", "unexpected ')'" },
	{ with_pattern "<a leave‸", "", any = true },
	{ with_pattern "<a: leave‸", "'>' is missing" },
	{ with_pattern "leave ..‸x", "unexpected 'x'" },
	{ with_pattern "leave ‸..99 now", "40 tokens at most" },
	{ with_pattern "..3!‸leave now", "unexpected 'l'" },
	{ with_pattern "now ..3!‸%leav leave", "did you mean 'leave'" },
	{ with_pattern "now ..3!%leave!‸%leev leave", "did you mean 'leave'" },
	{ with_pattern "now ‸%leav", "unknown lexicon 'leav'; did you mean 'leave'" },
	{ with_pattern "now ‸@actr", "unknown tag 'actr'; did you mean 'actor'" },
	{ with_pattern "now ‸@leave", "no actor or entity has the tag 'leave'" },
	{ with_pattern "now ‸@\"Anne\"", "unknown entity 'Anne'; did you mean 'Ann'" },
	{ with_pattern "leave‸{3,2}", "counts up" },
	{ with_pattern "leave‸{1,50}", "40 at most" },
	{ with_pattern "leave{‸x}", "unexpected 'x'" },
	{ with_pattern "leave* ‸*", "unexpected '*'" },
	{ with_pattern "@\"Ann‸", "'\"' is missing" },
	{ with_pattern "~‸ leave", "unexpected ' '" },
	{ with_pattern "‸~let-out", "one word" },
	{ with_pattern "leave ‸$now", "in a macro only" },
	{ with_pattern "leave =(‸<a: now>)", "captures nothing" },
	{ with_pattern "<a: leave ‸<a: now>>", "inside itself" },
	{ with_pattern "‸leave? ..3", "without a word" },
	{ with_pattern "‸", "without a word" },
	{ with_pattern "leave ‸{{nobdy}}", "unknown macro" },
	{ with_pattern(("("):rep(300) .. "a" .. (")"):rep(300)), "nested too deeply", any = true },
	{ with_pattern "‸((((a{40}){40}){40}){40})", "too long" },
	{ 'macro("m", { "a ..$gap b", gap = true })\n' .. with_pattern "leave ‸{{m}}", "needs its argument 'gap'" },
	{ 'macro("m", { "a ..$gap b", gap = 3 })\n' .. with_pattern "leave {{m ‸gop=2}}", "did you mean 'gap'" },
	{ 'macro("m", { "a ..$gap b", gap = 3 })\n' .. with_pattern "leave {{m gap=‸x}}", "a number" },
	{ 'macro("m", { "a ..‸$gop b", gap = 3 })\n', "did you mean 'gap'" },
	{ 'macro("m", "a ( b‸")\n', "')' is missing" },
	-- in parts, with escapes, in long strings
	{ "local A = '<a: @\"Ann\"> '\n" .. rule("\tpattern = A .. \"now ‸%leav\", "
		.. "emits = { { holder = \"a\", sign = 1 } }, " .. ON),
		"did you mean 'leave'" },
	{ "local A = '‸%leav '\n" .. rule("\tpattern = A .. \"now\", " .. SPEAKER .. ON),
		"did you mean 'leave'" },
	{ rule("\tpattern = \"@\\\"Ann\\\" ‸%leav\", " .. SPEAKER .. ON), "did you mean 'leave'" },
	{ rule("\tpattern = [[now\n\t\t‸%leav]], " .. SPEAKER .. ON), "did you mean 'leave'" },
	-- fields
	{ good '‸unles = "x"', "unknown field 'unles'; did you mean 'unless'" },
	{ good '‸reach = "far"', "reach is a number" },
	{ good 'near = { ‸"leav" }', "did you mean 'leave'" },
	{ good '‸near = "leave"', "near is a table" },
	{ good 'unless = "now ‸)"', "unexpected ')'" },
	{ good 'exceptions = "now ‸)"', "unexpected ')'" },
	{ good 'terms_after = "now ‸)"', "unexpected ')'" },
	{ good '‸at = "b"', "no capture 'b'" },
	{ emits '{ { ‸holder = "b", sign = 1 } }', "no capture 'b'" },
	{ emits '{ { holder = "a", ‸sign = 2 } }', "from -1 to 1" },
	{ emits '{ { holder = "a", sign = 1, ‸weight = 0 } }', "above 0" },
	{ emits '{ { holder = "a", ‸sgn = 1 } }', "did you mean 'sign'" },
	{ emits '{ { holder = "a", sign = 1, ‸like = 1 } }', "in the place of a sign" },
	{ emits '{ { holder = "a", ‸like = 2 } }', "like is 1 or -1" },
	{ emits '{ ‸{ sign = 1 } }', "has a holder" },
	{ rule("\tpattern = 'leave', ‸emits = {},\n\t" .. ON), "emits something" },
	{ "‸rule {\n}\n", "a rule has an id", any = true },
	{ good 'summary = "s"' .. "rule ‸{ id = \"q\" }\n", "a rule has a pattern" },
	{ with_pattern "leave" .. with_pattern("leave now"):gsub('id = "r"', '‸id = "r"'), "the id is taken" },
	{ rule("\tpattern = 'leave', " .. SPEAKER .. "\n\t‸on = { negation = \"flip\" }"), "on.hedge is missing" },
	{ rule("\tpattern = 'leave', " .. SPEAKER .. "\n\ton = { ‸negtion = \"flip\" }"),
		"did you mean 'negation'" },
	{ rule("\tpattern = 'leave', " .. SPEAKER .. "\n\t"
		.. ON:gsub('question = "drop"', '‸question = "dorp"')), "did you mean 'drop'" },
	{ "actor { name = \"Ann\" }\nrule ‸{ id = \"r\", pattern = 'a', "
		.. "emits = { { holder = \"speaker\", sign = 1 } } }\n", "on = {" },
	-- claims
	{ claim '‸type = "intervall", patterns = { "a" }', "did you mean 'interval'" },
	{ claim 'patterns = { "a", "b ‸%c" }', "unknown lexicon" },
	{ claim 'patterns = { { "b ‸)", value = 1 } }', "unexpected ')'" },
	{ claim '‸patern = "a"', "did you mean 'pattern'" },
	{ "claim ‸{ id = \"c\" }\n", "a claim has patterns" },
}

local function open(text)
	local path = os.tmpname() .. ".lua"
	local handle = assert(io.open(path, "w"))
	handle:write(text)
	handle:close()
	local session, message, code = analysis.open { script = path }
	os.remove(path)
	return session, message, code, path
end

local function place_of(marked)
	local before = marked:match "^(.-)‸"
	local _, breaks = before:gsub("\n", "")
	return breaks + 1, #before:match "[^\n]*$" + 1
end

describe("a broken rule file", function()
	for i, case in ipairs(TABLE) do
		it(("%d is refused: %s"):format(i, case[2]), function()
			local text = case[1]:gsub("‸", "")
			local session, message, code, path = open(text)
			assert.is_nil(session)
			assert.equal("bad_pack", code)
			assert.equal(path, message:sub(1, #path))
			assert.matches(case[2], message, 1, true)
			local line, column, shown, caret = message:sub(#path + 1):match "^:(%d+):(%d+): [^\n]+\n    ([^\n]*)\n    ( *)%^$"
			assert.is_truthy(line)
			if case.any then return end
			local wanted_line, wanted_column = place_of(case[1])
			assert.equal(("%d:%d"):format(wanted_line, wanted_column), line .. ":" .. column)
			local whole = text:match(("[^\n]*\n"):rep(wanted_line - 1) .. "([^\n]*)")
			assert.equal(whole:match "^%s*(.*)$", shown)
			assert.equal(wanted_column - 1 - #whole:match "^%s*", #caret)
		end)
	end

	it("has a table of at least forty", function() assert.is_true(#TABLE >= 40) end)

	it("leaves nothing behind: the mended file loads in the same process", function()
		assert.is_nil((open(with_pattern "leave (")))
		assert.is_truthy((open(with_pattern "leave now")))
	end)
end)
