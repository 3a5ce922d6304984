-- The examples that stand in the packs' rules, and what must hold of every rule.
local aggregate = require "assay.aggregate"
local analysis = require "assay.analysis"
local examples = require "assay.examples"
local packfile = require "assay.packfile"

local session = assert(analysis.open { pack = "safe-passage" })

local function evidence(text, id)
	local result = assert(session:analyse(text, { id = "example" }))
	local list = {}
	for _, stance in ipairs(result.stances) do
		for _, record in ipairs(stance.evidence) do
			if record.rule == id then list[#list + 1] = record end
		end
	end
	return list, result
end

--- Packs of the library that have rules.
local function packs()
	local list = {}
	local folder = io.popen("ls scripts/packs")
	for name in folder:lines() do
		local pack = packfile.load(name)
		if pack and #pack.rules > 0 then list[#list + 1] = name end
	end
	folder:close()
	return list
end

for _, name in ipairs(packs()) do
	local opened = assert(analysis.open { pack = name })
	describe("pack " .. name, function()
		for _, result in ipairs(examples.run(opened)) do
			local todo = result.kind:find "^todo"
			it(("%s, %s: %s"):format(result.rule, result.kind, result.text), function()
				if todo and not result.passed then pending "to do" end
				assert.is_true(result.passed)
			end)
		end
		for _, rule in ipairs(opened.pack.rules) do
			it("has examples that fire and that do not of " .. rule.id, function()
				assert.is_true(#rule.examples.yes > 0 and #rule.examples.no > 0)
			end)
		end
	end)
end

describe("even-handedness", function()
	local ACTORS = { "Israel", "Egypt", "Qatar", "Turkey" }
	local TEMPLATES = {
		"%s urged %s to allow the trapped fighters to leave.", "%s opposes safe passage. %s seeks safe passage.",
		"%s said %s would not accept any safe-passage arrangement.", "%s rejected the request for safe passage by %s.",
	}
	local function stances(text)
		local map = {}
		for _, stance in ipairs(assert(session:analyse(text, { id = "x" })).stances) do
			map[stance.actor] = stance.stance .. stance.score
		end
		return map
	end
	for _, template in ipairs(TEMPLATES) do
		it("swapping actors swaps the stances: " .. template, function()
			for i, a in ipairs(ACTORS) do
				local b = ACTORS[i % #ACTORS + 1]
				local one, other = stances(template:format(a, b)), stances(template:format(b, a))
				assert.equal(one[a], other[b])
				assert.equal(one[b], other[a])
			end
		end)
	end
end)

describe("the overall stance", function()
	local model = require "assay.model"

	it("has the interval of method F15", function()
		local item = model.overall { { weight = 1, 1, 0, 0 }, { weight = 1, 1, 0, 0 }, { weight = 1, 1, 0, 1 } }
		assert.equal("0.500 -0.399 0.909", ("%.3f %.3f %.3f"):format(item.score, item.low, item.high))
	end)

	it("stays in its range for any weights", function()
		for n = 1, 60 do
			local classes = {}
			for i = 1, n do classes[i] = { weight = 1 / (1 + 0.1 * i), 1, 0, 0 } end
			local item = model.overall(classes)
			assert.is_true(item.score == 1 and item.high <= 1 and item.low >= -1)
		end
	end)
end)

describe("a rule with a mistake", function()
	local function open_script(body)
		local path = os.tmpname() .. ".lua"
		local handle = assert(io.open(path, "w"))
		handle:write(body)
		handle:close()
		local made, message, code = analysis.open { script = path }
		os.remove(path)
		return made, message, code
	end

	it("is refused with its file and the nearest field", function()
		local made, message, code = open_script 'rule { id = "x", patern = "a", emits = { {} }, on = {} }'
		assert.is_nil(made)
		assert.equal("bad_pack", code)
		assert.matches("did you mean 'pattern'", message, 1, true)
	end)

	it("is refused when it does not say what it does under negation", function()
		local _, message = open_script [[rule { id = "x", pattern = "a", emits = { { holder = "speaker", sign = 1 } },
			on = { hedge = "keep" } }]]
		assert.matches("on.negation", message, 1, true)
	end)

	it("names file and line of a syntax error", function()
		local _, message, code = open_script "rule {\n"
		assert.equal("bad_pack", code)
		assert.matches("%.lua:%d+:", message)
	end)

	it("cannot reach files, processes or the library's own state", function()
		local made, message = open_script 'local f = io.open("/etc/passwd")'
		assert.is_nil(made)
		assert.matches("io", message)
	end)
end)

describe("the object of a run", function()
	it("keeps dropped evidence with its reason", function()
		local _, result = evidence("Would Egypt oppose safe passage?", "refuses")
		assert.equal("under question", result.dropped[1].why)
	end)

	it("has a finding's evidence inside the text, to the byte", function()
		local text = "Israel has opposed any safe-passage arrangement."
		local list = evidence(text, "refuses")
		assert.equal(text:sub(list[1].start + 1, list[1]["end"]), list[1].text)
	end)

	it("counts silence apart from disagreement", function()
		local results = {}
		for i, text in ipairs { "About 200 fighters are trapped in tunnels.", "Some 200 fighters are trapped in tunnels.",
			"It rained." } do
			results[i] = assert(session:analyse(text, { id = tostring(i), outlet = "o" .. i }))
		end
		local object = aggregate.run(session.description, results, { articles = 3 })
		local claim = object.agreement.claims[1]
		assert.equal("fighters_count", claim.claim)
		assert.equal(1.0, claim.agreement)
		assert.equal(0.666667, claim.coverage)
		assert.is_nil(claim.values["3"])
	end)
end)
