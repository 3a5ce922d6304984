-- Codings by people, and a run beside them.
local coding = require "assay.coding"
local failure = require "assay.failure"
local reliability = require "assay.reliability"

local HEADER = "article,actor,stance,coder\n"

local function read(bytes, settings) return coding.read(bytes, "codes.csv", settings) end

local function labels(made)
	local list = {}
	for i, unit in ipairs(made) do
		list[i] = ("%s %s=%s"):format(unit.article, unit.actor or unit.claim, unit.label)
	end
	return table.concat(list, ", ")
end

local function refused(bytes, settings)
	local ok, problem = pcall(read, bytes, settings)
	assert.is_false(ok)
	return problem.message
end

--- With few replicates, which is enough for what is asked here.
local function compare(codings, metric)
	return reliability.run(codings, { replicates = 100, metric = metric })
end

describe("a coding", function()
	it("is read from CSV, each coder apart", function()
		local list = read(HEADER .. "a,Board,favours,ann\na,Board,opposes,bob\nb,Board,none,ann\nb,Board,,bob\n")
		assert.same({ "codes.csv, ann", "codes.csv, bob" }, { list[1].name, list[2].name })
		assert.equal("a Board=favours, b Board=none", labels(list[1]))
		assert.equal("a Board=opposes", labels(list[2])) -- an empty cell is not coded
	end)

	it("is read from JSON Lines, a line a unit or a line an article", function()
		local list = read('{"id":"a.txt","actor":"Board","stance":"mixed","alt":["none"]}\n\n'
			.. '{"id":"b","actors":{"Crew":{"stance":"none"},"Board":{"stance":"favours"},"Port":{"mentioned":false}}}\n')
		assert.equal("a Board=mixed, b Board=favours, b Crew=none", labels(list[1]))
	end)

	it("joins the records of a claim, whose labels are a set", function()
		local list = read("id;claim;status\na;crew;denied\na;crew;asserted\na;crew;denied\n")
		assert.equal("a crew=asserted+denied", labels(list[1]))
	end)

	it("takes statements: yes and no together are mixed", function()
		local head = '{"v":1,"table":"statements","offsets":"bytes"}\n'
		local list = read(head .. '{"article":"a","organization":"Board","concept":"c","agreement":true,"coder":"ann"}\n'
			.. '{"article":"a","organization":"Board","concept":"c","agreement":false,"coder":"ann"}\n'
			.. '{"article":"b","organization":"Board","concept":"c","agreement":false,"coder":"ann"}\n')
		assert.equal("a Board=mixed, b Board=opposes", labels(list[1]))
		assert.matches("several concepts: choose one %(%-%-concept%)", refused(
			'{"article":"a","organization":"B","concept":"c","agreement":true}\n'
			.. '{"article":"a","organization":"B","concept":"d","agreement":true}\n'))
	end)

	it("is that of a run, which is silent with a label", function()
		local made = coding.of_run({ articles = {
			{ id = "x/a.txt", stances = { { actor = "Board", stance = "opposes" } },
				claims = { { claim = "crew", status = "denied", value = true } } },
		} }, "run.json")
		assert.equal("a Board=opposes, a crew=denied", labels(made))
		local other = read("article,actor,claim,label\na,Port,,none\na,,open,absent\nz,Port,,none\n")[1]
		local told = compare { other, made }
		assert.equal(2, told.units) -- Port and open in a; z is no article of the run
		assert.equal(1, told.overall.raw.estimate)
	end)

	it("that is broken anywhere is told, not tripped over", function()
		local random = require "assay.stats".splitmix64(5)
		for _, whole in ipairs {
			HEADER .. 'a,"Board",favours,ann\nb,Crew,none,bob\n', '{"id":"a","actors":{"B":{"stance":"none"}},"coder":"x"}\n',
			'{"article":"a","organization":"B","agreement":true,"concept":"c"}\n',
		} do
			for _ = 1, 400 do
				local at = 1 + random:below(#whole)
				local bytes = whole:sub(1, at - 1) .. string.char(random:below(256)) .. whole:sub(at + random:below(3))
				local fine, problem = pcall(read, bytes)
				assert.is_true(fine or failure.is(problem), tostring(problem))
			end
		end
	end)

	it("names the line and the nearest label of a mistake", function()
		assert.equal("codes.csv:3: unknown label 'favurs', did you mean favours? (one of favours, opposes, conditional, "
			.. "mixed, none)", refused(HEADER .. "a,Board,none,ann\nb,Board,favurs,ann\n"))
		assert.equal("codes.csv:3: a, Board is already in line 2",
			refused(HEADER .. "a,Board,none,ann\na.txt,Board,none,ann\n"))
		assert.equal("codes.csv:2: needs an actor or a claim", refused("id,label\na,x\n"))
		assert.equal("codes.csv:1: 'actor' is no text", refused '{"id":"a","actor":5,"stance":"none"}')
		assert.equal("codes.csv:2: needs article, id or document", refused("actor,label\nBoard,none\n"))
		assert.equal("codes.csv:2: 3 cells where the header has 4", refused(HEADER .. "a,b,c\n"))
		assert.matches("^codes%.csv:2: ", refused '{"id":"a","actor":"B","stance":"none"}\n{"id":\n')
		assert.equal("codes.csv: no unit is coded", refused(HEADER))
		assert.equal("codes.csv: not UTF-8", refused(HEADER .. "\255,Board,none,ann\n"))
		assert.equal("codes.csv:2: unknown label 'x', did you mean y? (one of y, z)",
			refused("id,actor,label\na,B,x\n", { labels = { "y", "z" } }))
	end)
end)

--- Codings of one actor over as many articles as there are words in the first one.
local function of_words(...)
	local list = {}
	for c, words in ipairs { ... } do
		local lines, n = { "article,actor,label\n" }, 0
		for word in words:gmatch "%S+" do
			n = n + 1
			lines[#lines + 1] = ("%02d,Board,%s\n"):format(n, word ~= "·" and word or "")
		end
		list[c] = coding.read(table.concat(lines), "coder " .. c)[1]
	end
	return list
end

local FIRST = "favours favours opposes opposes mixed none none none mixed opposes opposes favours"
local SECOND = "opposes favours opposes opposes opposes none none none mixed opposes opposes opposes"

describe("reliability", function()
	it("has raw agreement, alpha, kappa and AC1 with intervals", function()
		local told = compare(of_words(FIRST, SECOND))
		local overall = told.overall
		assert.equal(12, told.units)
		assert.is_true(math.abs(overall.raw.estimate - 0.75) < 1e-9)
		assert.is_true(math.abs(overall.raw.low - 0.4677) < 1e-3 and math.abs(overall.raw.high - 0.9111) < 1e-3) -- Wilson
		for _, name in ipairs { "alpha", "kappa", "ac1" } do
			local figure = overall[name]
			assert.is_true(figure.low <= figure.estimate and figure.estimate <= figure.high, name)
		end
		assert.equal(3, #told.differing)
		assert.same({ { label = "favours", counts = { 3, 1 } }, { label = "mixed", counts = { 2, 1 } },
			{ label = "none", counts = { 3, 3 } }, { label = "opposes", counts = { 4, 7 } } }, told.labels)
	end)

	it("gives the same for the same seed", function()
		local a, b = of_words(FIRST, SECOND), of_words(FIRST, SECOND)
		assert.same(compare(a), compare(b))
	end)

	it("counts units that one coder alone has apart", function()
		local told = compare(of_words("favours opposes · none", "favours · opposes opposes"))
		assert.equal(2, told.units)
		assert.same({ 1, 1 }, { told.codings[1].alone, told.codings[2].alone })
	end)

	it("says why a figure is undefined or has no interval", function()
		local told = compare(of_words("none none none", "none none none"))
		assert.equal("no_variation", told.overall.alpha.undefined)
		assert.equal("no_variation", told.overall.kappa.undefined)
		assert.equal(1, told.overall.raw.estimate)
		told = compare(of_words("none favours none", "none none none"))
		assert.equal("too_few_units", told.overall.alpha.no_interval)
	end)

	it("takes three coders, with Fleiss' kappa and gaps", function()
		local told = compare(of_words(FIRST, SECOND, "· favours · opposes mixed none none none mixed opposes · none"))
		assert.equal(12, told.units)
		assert.is_number(told.overall.kappa.estimate)
		assert.is_number(told.overall.raw.low)
	end)

	it("measures numbers where it is told to", function()
		local list = {}
		for c, values in ipairs { "0,1,2,2", "0,1,2,1" } do
			local lines, n = "article,claim,label\n", 0
			for value in values:gmatch "%d" do
				n = n + 1
				lines = lines .. n .. ",crew," .. value .. "\n"
			end
			list[c] = coding.read(lines, "c" .. c)[1]
		end
		local nominal, interval = compare(list), compare(list, "interval")
		assert.is_true(interval.overall.alpha.estimate > nominal.overall.alpha.estimate)
		local ok, problem = pcall(compare, of_words("none favours", "none none"), "interval")
		assert.is_false(ok)
		assert.matches("metric interval wants numbers, not 'none' %(01, Board%)", problem.message)
	end)

	it("reads an alpha by its conventions and its interval", function()
		assert.equal("usable", reliability.reading { estimate = 0.9, low = 0.8 })
		assert.equal("usable, but the interval reaches below 0.667", reliability.reading { estimate = 0.9, low = 0.5 })
		assert.equal("usable, by the estimate alone", reliability.reading { estimate = 0.9 })
		assert.equal("tentative conclusions only", reliability.reading { estimate = 0.7, low = 0.67 })
		assert.equal("too low to rely on", reliability.reading { estimate = 0.5, low = 0.4 })
		assert.is_nil(reliability.reading { undefined = "no_pairs" })
	end)
end)
