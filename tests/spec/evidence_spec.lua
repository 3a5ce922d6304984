-- What a record of evidence says, and what becomes of it.
local aggregate = require "assay.aggregate"
local analysis = require "assay.analysis"
local dispute = require "assay.dispute"
local model = require "assay.model"

local function open_script(body)
	local path = os.tmpname() .. ".lua"
	local handle = assert(io.open(path, "w"))
	handle:write(body)
	handle:close()
	local session, message = analysis.open { script = path }
	os.remove(path)
	return session, message
end

local ON = [[on = { negation = "flip", hedge = "halve", condition = "condition", question = "drop", denial = "keep",
	report = "keep" }]]
local HEAD = [[
question "Should the ferry sail at night?"
actor { name = "Harbour Board", class = "organisation", aliases = { "the board" } }
actor { name = "Islanders", class = "group", aliases = { "islanders" } }
lexicon("sailing", { "night sailing", "night sailings" })
lexicon("refuse", { "~refuse", "~reject" })
]]
local REFUSES = [[rule { id = "refuses", pattern = "<holder: @actor> ..5 <at: %refuse> ..4 %sailing",
	emits = { { holder = "holder", sign = -1 } }, ]] .. ON .. " }\n"
local REFUSES_SOME = [[rule { id = "refuses-some", supersedes = { "refuses" },
	pattern = "<holder: @actor> ..5 <at: %refuse> some ..4 %sailing",
	emits = { { holder = "holder", sign = -1, weight = 0.25 } }, ]] .. ON .. " }\n"

local function analysed(body, text)
	local session = assert(open_script(body))
	return assert(session:analyse(text, { id = "a" })), session
end

describe("a record of evidence", function()
	local text = "The board said that it had won. The board has not refused night sailings."
	local record = analysed(HEAD .. REFUSES, text).stances[1].evidence[1]

	it("has its captures with their bytes", function()
		local found = {}
		for i, capture in ipairs(record.captures) do
			found[i] = capture.name .. "=" .. text:sub(capture.start + 1, capture["end"])
		end
		assert.same({ "holder=The board", "at=refused" }, found)
	end)

	it("has the cue of every context that holds, and what the rule does about it", function()
		local cue = record.cues[1]
		assert.same({ "negation", "flip", "not" }, { cue.axis, cue.policy, text:sub(cue.cue[1] + 1, cue.cue[2]) })
		assert.equal(1, record.sign)
	end)

	it("has the cue of a report", function()
		local said = "The islanders said on that same Monday that the board refused night sailings."
		local stances = analysed(HEAD .. REFUSES, said).stances
		local cue = stances[1].evidence[1].cues[1]
		assert.same({ "report", "keep", "said" }, { cue.axis, cue.policy, said:sub(cue.cue[1] + 1, cue.cue[2]) })
	end)
end)

describe("a rule that supersedes another", function()
	local text = "The board refused some night sailings. The islanders refused night sailings."

	it("counts in its place, for the same holder in the same sentence; the other is kept", function()
		for _, body in ipairs { HEAD .. REFUSES .. REFUSES_SOME, HEAD .. REFUSES_SOME .. REFUSES } do
			local result = analysed(body, text)
			assert.equal("refuses-some", result.stances[1].evidence[1].rule)
			assert.equal("refuses", result.stances[2].evidence[1].rule)
			local kept = result.dropped[1]
			assert.same({ "refuses", "superseded", "refuses-some" }, { kept.rule, kept.state, kept.superseded_by })
		end
	end)

	it("names a rule that there is, and is not superseded by it in turn", function()
		local _, message = open_script(HEAD .. REFUSES_SOME)
		assert.matches("unknown rule 'refuses'", message, 1, true)
		local back = REFUSES:gsub("id = \"refuses\",", "%0 supersedes = { \"refuses-some\" },")
		_, message = open_script(HEAD .. back .. REFUSES_SOME)
		assert.matches("circle", message, 1, true)
	end)
end)

describe("a model", function()
	local text = "The board refused night sailings. The board rejected night sailings."

	it("that a pack declares takes the place of the conventions it names", function()
		local body = HEAD .. REFUSES .. 'model { id = "stance", caps = { rule = 0.4 }, abstain = { weight = 0.5 } }'
		local stance = analysed(body, text).stances[1]
		assert.same({ "none", -0.4 }, { stance.stance, stance.score })
	end)

	it("that adds up stops at its caps, and says what each record adds", function()
		local given = model.declared { { id = "stance", combine = "sum", caps = { rule = 0.75, origin = 1 } } }
		local records = {
			{ rule = "a", sign = 1, weight = 0.5 }, { rule = "a", sign = 1, weight = 0.5 },
			{ rule = "b", sign = 1, weight = 0.5, origin = "x" }, { rule = "c", sign = -1, weight = 0.5 },
		}
		local stance, score, classes, shares = model.article_stance(records, given)
		assert.same({ "mixed", { 1, 0, 0.5 } }, { stance, classes })
		assert.same({ 0.5 / 1.5, 0.25 / 1.5, 0.25 / 1.5, -0.5 / 1.5 }, shares)
		assert.is_true(math.abs(score - 0.5 / 1.5) < 1e-12)
	end)

	it("gives every record its share of the score", function()
		local records = { { rule = "a", sign = 1, weight = 1 }, { rule = "b", sign = 1, weight = 0.5 },
			{ rule = "c", sign = 1, conditional = true, weight = 1 }, { rule = "d", sign = -1, weight = 0.5 } }
		local _, score, _, shares = model.article_stance(records)
		local sum = 0
		for _, share in ipairs(shares) do sum = sum + share end
		assert.is_true(math.abs(score - sum) < 1e-12)
		assert.equal(0, shares[2])
	end)

	it("with a mistake is refused with its place and the nearest field", function()
		for body, expected in pairs {
			['model { id = "stance", lamda = 1 }'] = "unknown field 'lamda'; did you mean 'lambda'?",
			['model { id = "stance", caps = { rul = 1 } }'] = "unknown field 'caps.rul'; did you mean 'rule'?",
			['model { id = "stance", lambda = 2 }'] = "lambda is a number from 0 to 1",
			['model { id = "stance", combine = "mean" }'] = 'combine is "strongest" or "sum"',
			['model { id = "stances" }'] = "the id is 'stance'",
			['model { id = "stance", abstain = 1 }'] = "abstain is a table",
		} do
			local _, message = open_script(HEAD .. body)
			assert.matches(expected, message, 1, true)
			assert.matches("%.lua:1:1: model", message)
		end
	end)

	it("shows the score for every weighting of conditional favour, and whether the side depends on it", function()
		local item = model.overall { { weight = 1, 0, 1, 0 }, { weight = 1, 0, 0, 0.7 } }
		local scores = {}
		for i, at in ipairs(item.lambdas) do scores[i] = ("%.3f"):format(at.score) end
		assert.same({ "-0.412", "-0.118", "0.176" }, scores)
		assert.is_true(item.depends_on_weighting and item.insufficient)
		assert.is_nil(model.overall({ { weight = 2, 1, 0, 0 } }).insufficient)
	end)

	it("abstains over all from too few articles", function()
		local given = model.declared { { id = "stance", abstain = { articles = 2 } } }
		assert.equal("none", model.overall({ { weight = 1, 1, 0, 0 } }, given).stance)
		assert.equal("favours", model.overall({ { weight = 1, 1, 0, 0 }, { weight = 1, 1, 0, 0 } }, given).stance)
	end)
end)

describe("a dispute", function()
	local function position(sign, article, published, person)
		return { record = { sign = sign, person = person }, article = article, published = published }
	end

	it("is divided when different persons of the actor take the sides", function()
		assert.equal("divided", dispute.kind({ position(1, "a", "2025-01-01", "Minister"),
			position(-1, "b", "2025-01-01", "General") }, "State"))
	end)

	it("is a change when one side is reported wholly before the other", function()
		assert.equal("changed", dispute.kind({ position(1, "a", "2025-01-01"), position(-1, "b", "2025-01-02") }, "State"))
	end)

	it("is a conflict of reports otherwise", function()
		local at = { position(1, "a", "2025-01-01"), position(-1, "b", "2025-01-01") }
		assert.equal("reports-conflict", dispute.kind(at, "State"))
		assert.equal("reports-conflict", dispute.kind({ position(1, "a"), position(-1, "b", "2025-01-02") }, "State"))
		assert.equal("reports-conflict", dispute.kind({ position(1, "a", nil, "Minister"), position(-1, "b") }, "State"))
	end)

	it("is none within one article", function()
		assert.is_nil(dispute.kind({ position(1, "a"), position(-1, "a") }, "State"))
	end)

	it("stands in the object of a run", function()
		local session = assert(open_script(HEAD .. REFUSES))
		local results = {}
		for i, text in ipairs { "The board refused night sailings.", "The board has not refused night sailings." } do
			results[i] = assert(session:analyse(text, { id = tostring(i), published = "2025-01-0" .. i }))
		end
		local item = aggregate.run(session.description, results, { articles = 2 }).stances[1]
		assert.same({ true, "changed" }, { item.disputed, item.dispute })
	end)
end)
