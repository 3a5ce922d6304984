-- What packs are made of: data files, manifests, versions, names, version bumps, overrides.
local bump = require "assay.pack.bump"
local data = require "assay.pack.data"
local manifest = require "assay.pack.manifest"
local overrides = require "assay.pack.overrides"
local policy = require "assay.pack.policy"
local version = require "assay.pack.version"

local function message_of(action, ...)
	local fine, problem = pcall(action, ...)
	assert.is_false(fine)
	return assert(problem.message, problem)
end

describe("data files", function()
	it("hold literals", function()
		local read = data.read('-- a note\nreturn { a = "x\\n\\u{e9}", [\'b c\'] = -1.5, true; { 0x10, [[\nlong]] }, }', "f")
		assert.same({ a = "x\né", ["b c"] = -1.5, true, { 16, "long" } }, read.value)
		assert.same({}, data.read("{}", "f").value)
		assert.same({ "\\u{41} \"A" }, data.read([[{ "\\u{41} \"\u{41}" }]], "f").value)
	end)

	for text, reason in pairs {
		["return { a = os.exit() }"] = "f:1:14: a data file has strings, numbers, true, false and tables, not os",
		["return { a = 'x' .. 'y' }"] = "f:1:18: expected '}', found ..",
		["return { a = 1, a = 2 }"] = "f:1:17: 'a' is there twice",
		["return { a = function() end }"] = "not function",
		["return { a = nil }"] = "not nil",
		["return { a = -'x' }"] = "not -",
		["return 'x'"] = "a data file is one table",
		["return {} {}"] = "something stands behind the table",
		["local x = 1 return { x }"] = "a data file is one table",
		["return { a = { }"] = "expected '}', found the end of the file",
		["return { a = 'x\\065' }"] = "an escape that a data file does not have",
		["return { a = 1 + 1 }"] = "expected '}', found +",
		["return { '\\u{110000}' }"] = "f:1:11: an escape that a data file does not have",
		["return { 'x"] = "f:1:10",
		["return { a = '\255' }"] = "not UTF-8",
		["return { a = #{} }"] = "not #",
		[""] = "a data file is one table",
	} do
		it("do not hold: " .. text:gsub("[\128-\255]", "?"), function()
			assert(message_of(data.read, text, "f"):find(reason, 1, true), message_of(data.read, text, "f"))
		end)
	end

	it("are bounded in size and depth", function()
		assert.match("nested more than 16 deep", message_of(data.read, ("{"):rep(100000), "f"))
		assert.match("larger than the limit", message_of(data.read, "{" .. (" "):rep(300000) .. "}", "f"))
	end)

	it("are read in one go, whatever never ends in them", function()
		for _, text in ipairs { "[", "--[[", '"\\', "'\\'", "[=", "{", "-", "--", "]]" } do
			assert.is_string(message_of(data.read, text:rep(200000 // #text), "f"))
		end
		assert.same({ "a--[[b" }, data.read("--[[ x ]] { --[==[ ]] ]==] 'a--[[b' } -- [[", "f").value)
	end)

	it("run nothing", function()
		_G.has_run = nil
		pcall(data.read, "return { (function() has_run = true end)() }", "f")
		assert.is_nil(_G.has_run)
	end)
end)

describe("versions", function()
	local function order(a, b) return version.compare(version.read(a), version.read(b)) end

	it("are ordered", function()
		local list = { "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11",
			"1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0" }
		for i = 2, #list do
			assert.equal(-1, order(list[i - 1], list[i]))
			assert.equal(1, order(list[i], list[i - 1]))
			assert.equal(0, order(list[i], list[i]))
		end
	end)

	for _, text in ipairs { "1", "1.2", "1.2.3.4", "01.2.3", "a.b.c", "1..2", "", "1.2.3-", "v1.2.3", "1.2.9999999999" } do
		it("are not: " .. text, function() assert.is_nil(version.read(text)) end)
	end

	for _, case in ipairs {
		{ "^1.2", "1.2.0 1.9.9", "1.1.9 2.0.0 2.0.0-rc" }, { "^0.2", "0.2.0 0.2.7", "0.1.9 0.3.0 1.0.0" },
		{ "^0.0.3", "0.0.3", "0.0.2 0.0.4" }, { "^0", "0.0.1 0.9.0", "1.0.0" }, { "~1.2", "1.2.0 1.2.9", "1.3.0" },
		{ "~1", "1.0.0 1.9.0", "2.0.0" }, { ">=1.0 <2", "1.0.0 1.9.9", "0.9.0 2.0.0" }, { "1.4.0", "1.4.0", "1.4.1" },
		{ "*", "0.0.1 9.0.0", "" }, { ">1.0.0 <=1.1", "1.0.1 1.1.0", "1.0.0 1.1.1" },
	} do
		it("are in the range " .. case[1], function()
			local range = assert(version.range(case[1]))
			for word in case[2]:gmatch "%S+" do assert.is_true(version.within(range, version.read(word)), word) end
			for word in case[3]:gmatch "%S+" do assert.is_false(version.within(range, version.read(word)), word) end
		end)
	end

	for _, text in ipairs { "", "^", "latest", "^^1", "1 || 2", ">=x", "=>1" } do
		it("have no range: " .. text, function() assert.is_nil(version.range(text)) end)
	end
end)

describe("manifests", function()
	local GOOD = 'return { format = 1, name = "a-b", version = "1.0.0", engine = "^0.1", %s }'

	it("say what a pack is", function()
		local read = assert(manifest.read(GOOD:format 'requires = { en = "^1" }, files = { "rules", "rules/x" }', "pack.lua"))
		assert.same({ "rules", "rules/x" }, read.files)
	end)

	for text, reason in pairs {
		['gates = { gold = 1 }'] = "unknown gate 'gold'",
		['gates = { accuracy = 2 }'] = "accuracy is a number from 0 to 1",
		['licence = "MIT"'] = "unknown key 'licence'; did you mean 'license'?",
		['files = { "../x" }'] = "a file is named without its extension",
		['files = { "a/b/c" }'] = "a file is named without its extension",
		['files = "rules"'] = "files is a list of strings",
		['files = { x = "rules" }'] = "files is a list, without keys",
		['requires = { EN = "1" }'] = "'EN' is no pack's name",
		['requires = { en = "new" }'] = "'new' is no range of versions",
		['permits = { "net" }'] = "there is no permit 'net'",
		['kind = "thing"'] = "kind is 'question' or 'language'",
		['authors = { 1 }'] = "authors is a list of strings",
		['memory = 99'] = "unknown key 'memory'",
	} do
		it("do not say: " .. text, function()
			local read, message = manifest.read(GOOD:format(text), "pack.lua")
			assert.is_nil(read)
			assert(message:find(reason, 1, true), message)
			assert.match("^pack%.lua:1:%d+: ", message)
		end)
	end

	it("are of a format, and name the pack", function()
		local _, message = manifest.read('{ format = 2, name = "a", version = "1.0.0", engine = "*" }', "p")
		assert.match("format 2 is not known here", message)
		_, message = manifest.read('{ format = 1, version = "1.0.0", engine = "*" }', "p")
		assert.match("a manifest has a name", message)
		for _, name in ipairs { "A", "a_b", "a/b", "1a", "a-", "..", ("a"):rep(65) } do
			assert.is_false(manifest.is_name(name))
		end
	end)
end)

describe("names in packs", function()
	for _, name in ipairs { "a.lua", "a/b-c_d.1.lua", ".gitignore" } do
		it("are fine: " .. name, function() assert.is_nil(policy.name_problem(name)) end)
	end
	for _, name in ipairs {
		"/a", "../a", "a/../b", "a/./b", "a//b", "a/", "", "a\\b", "a b", "a\0b", "é", "e\204\129", "\255", "-a", "a.",
		"a/b/c/d/e/f/g/h/i", ("a"):rep(101), "a:b", "\226\128\174a",
	} do
		it("are not: " .. policy.shown(name):sub(1, 30), function() assert.is_string(policy.name_problem(name)) end)
	end

	local function problem(...)
		local files = {}
		for i, name in ipairs { ... } do files[i] = { name, "x" } end
		return policy.problem(files)
	end

	it("are different on every system", function()
		assert.match("there twice", problem("a", "a"))
		assert.match("there twice", problem("a.lua", "A.lua"))
		assert.match("there twice", problem("a/x", "A/y"))
		assert.match("a file and a folder", problem("a", "a/b"))
		assert.match("a file and a folder", problem("A/b", "a"))
		assert.is_nil(problem("a/x", "a/y", "b"))
	end)

	it("are of few and small files", function()
		local files = {}
		for i = 1, policy.FILES + 1 do files[i] = { "f" .. i, "" } end
		assert.match("more than %d+ files", policy.problem(files))
		assert.match("more than %d+ MiB", policy.problem { { "a", ("x"):rep(policy.BYTES + 1) } })
	end)
end)

describe("the version that a change needs", function()
	local function pack(changes)
		local made = { question = "q", rules = { "a", "b" }, claims = { { id = "c", type = "interval" } }, actors = { "X" },
			labels = { "l" } }
		for key, value in pairs(changes or {}) do made[key] = value end
		return made
	end
	local function least(old, changes) return (bump.least(old, bump.reasons(pack(), pack(changes)))) end

	for _, case in ipairs {
		{ "a patch for anything else", {}, "1.2.4", "0.2.4" },
		{ "minor for a new rule", { rules = { "a", "b", "c" } }, "1.3.0", "0.2.4" },
		{ "major for a rule that is gone", { rules = { "a" } }, "2.0.0", "0.3.0" },
		{ "major for a claim of another type", { claims = { { id = "c", type = "polarity" } } }, "2.0.0", "0.3.0" },
		{ "major for another question", { question = "r" }, "2.0.0", "0.3.0" },
		{ "major for an actor that is gone", { actors = {} }, "2.0.0", "0.3.0" },
		{ "minor for a new label", { labels = { "l", "m" } }, "1.3.0", "0.2.4" },
	} do
		it("is " .. case[1], function()
			assert.equal(case[3], least("1.2.3", case[2]))
			assert.equal(case[4], least("0.2.3", case[2]))
		end)
	end

	it("is minor when a stance on the gold is another", function()
		local reasons = {}
		local function pairs_of(said) return { { id = "g", actor = "X", said = said } } end
		bump.compare_gold(pairs_of "none", pairs_of "none", reasons)
		assert.same({}, reasons)
		bump.compare_gold(pairs_of "none", pairs_of "favours", reasons)
		assert.same({ { 2, "gold g, X: none, now favours" } }, reasons)
		assert.equal("1.3.0", (bump.least("1.2.3", reasons)))
	end)
end)

describe("overrides", function()
	local function rules()
		return { { id = "urges", emits = { { sign = 1, weight = 0.5 }, { sign = 1 } } },
			{ id = "lets", emits = { { sign = 1 } }, supersedes = { "urges" } } }
	end
	local function apply(text) return overrides.apply(rules(), text, "o.lua") end

	it("switch a rule off, and none supersedes it", function()
		local items, list = apply "return { rules = { urges = { off = true } } }"
		assert.same({ { id = "lets", emits = { { sign = 1 } }, supersedes = {} } }, items)
		assert.same({ { rule = "urges", off = true } }, list)
	end)

	it("multiply the weights of a rule, and leave the pack's tables alone", function()
		local given = rules()
		local items = overrides.apply(given, "{ rules = { urges = { weight = 0.5 } } }", "o.lua")
		assert.same({ { sign = 1, weight = 0.25 }, { sign = 1, weight = 0.5 } }, items[1].emits)
		assert.same(rules(), given)
	end)

	for text, reason in pairs {
		["{ rules = { urge = { off = true } } }"] = "o.lua:1:13: the pack has no rule 'urge'; did you mean 'urges'?",
		["{ rule = {} }"] = "unknown key 'rule' (there is rules); did you mean 'rules'?",
		["{ rules = { urges = { of = true } } }"] = "unknown key 'of' (there is off, and weight)",
		["{ rules = { urges = { weight = -1 } } }"] = "weight is a number above 0",
		["{ rules = { urges = { off = false } } }"] = "off is true",
		["{ rules = { urges = {} } }"] = "says nothing",
		["{ rules = { urges = 1 } }"] = "what is done to a rule is a table",
		["{ }"] = "rules is a table by the rules' ids",
	} do
		it("are refused: " .. text, function()
			local message = message_of(apply, text)
			assert(message:find(reason, 1, true), message)
		end)
	end
end)
