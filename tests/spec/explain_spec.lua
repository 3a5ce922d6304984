-- explain opens findings down to the bytes; everything it says is verified here against the texts.
local aggregate = require "assay.aggregate"
local analysis = require "assay.analysis"
local explain = require "assay.explain"
local json = require "assay.core".json

local session = assert(analysis.open { pack = "safe-passage" })

local function read(path)
	local handle = assert(io.open(path, "rb"))
	local text = handle:read "a"
	handle:close()
	return text
end

--- The run over the sample corpus as its JSON says it, and the texts.
local function corpus()
	local results, texts = {}, {}
	for _, id in ipairs { "brief", "explainer", "opinion", "r000", "r001", "r002", "r003", "r004" } do
		texts[id] = read("corpus/" .. id .. ".txt")
		results[#results + 1] = assert(session:analyse(texts[id], { id = id }))
	end
	local object = aggregate.run(session.description, results, { articles = #results })
	return json.decode(json.encode(object)), texts
end

local object, texts = corpus()

local function names()
	local _, list = explain.kind(object, "")
	return list
end

--- Calls visit with every table that has a place and a text.
local function each_place(value, article, visit)
	article = value.article or article
	if value.text and value.start then visit(value, article) end
	for _, inner in pairs(value) do
		if type(inner) == "table" then each_place(inner, article, visit) end
	end
end

describe("explain", function()
	it("shows nothing that is not in the text, to the byte", function()
		local count = 0
		for _, name in ipairs(names()) do
			local told = json.decode(json.encode(explain.run(object, session, texts, name)))
			each_place(told, nil, function(place, article)
				count = count + 1
				assert.equal(texts[article]:sub(place.start + 1, place["end"]), place.text)
			end)
			assert.same({}, told.problems)
		end
		assert.is_true(count > 500)
	end)

	it("names the pattern and its elements for every piece of evidence", function()
		for _, name in ipairs(names()) do
			local told = explain.run(object, session, texts, name)
			for _, finding in ipairs(#told.stances > 0 and told.stances or told.claims) do
				for _, item in ipairs(finding.evidence) do
					assert.is_true(#item.pattern > 0 and #item.elements > 0)
					for _, element in ipairs(item.elements) do
						local inside = element.macro or item.pattern:sub(element.column, element.column)
						assert.equal(element.macro or element.pattern:sub(1, 1), inside)
						assert.is_true(item.start <= (element.start or item.start) and (element["end"] or item["end"]) <= item["end"])
					end
				end
			end
		end
	end)

	it("gives shares that sum to the score", function()
		local told = explain.run(object, session, texts, "Israel")
		assert.is_true(#told.stances > 5)
		for _, stance in ipairs(told.stances) do
			local sum = 0
			for _, item in ipairs(stance.evidence) do sum = sum + item.share end
			assert.is_true(math.abs(sum - stance.score) < 1e-5)
		end
	end)

	it("tells one article when it is asked for one", function()
		local told = explain.run(object, session, texts, "Israel", "brief")
		assert.same({ 1, "brief" }, { #told.stances, told.stances[1].article })
		assert.is_nil(told.overall)
	end)

	it("tells without the texts, and checks the model alone", function()
		local told = explain.run(object, session, {}, "Israel", "brief")
		assert.same({ 1, 0 }, { told.checked, #told.problems })
		assert.is_nil(told.stances[1].evidence[1].pattern)
	end)

	it("says what does not hold: another text, another score", function()
		local other = { brief = texts.brief:gsub("rejected the request", "accepted the request") }
		local told = explain.run(object, session, other, "Israel", "brief")
		assert.matches("are not “Israel’s government rejected the request”", told.problems[1].problem, 1, true)
		assert.matches("refuses-it does not match at 295-337", told.problems[2].problem, 1, true)
		local changed = json.decode(json.encode(object))
		changed.articles[1].stances[1].score = 1.0
		told = explain.run(changed, session, texts, changed.articles[1].stances[1].actor, changed.articles[1].id)
		assert.matches("the run says", told.problems[1].problem, 1, true)
	end)

	it("keeps what does not count, with its reason", function()
		local text = "Would Egypt oppose safe passage? Egypt opposes safe passage."
		local result = assert(session:analyse(text, { id = "a" }))
		local run = json.decode(json.encode(aggregate.run(session.description, { result }, { articles = 1 })))
		local kept = explain.run(run, session, { a = text }, "Egypt").stances[1].not_counted[1]
		assert.same({ "dropped", "under question", "Would Egypt oppose safe passage" },
			{ kept.state, kept.why, "Would " .. kept.text })
		assert.equal("?", kept.cues[1].cue.text)
	end)
end)
