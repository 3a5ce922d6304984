-- The examples of docs/method.md: `EXPRESSION → RESULT` in an indented line, or `NAME = DATA`. The names that they use:
--
--   article(F, C, O)       an actor in one article with evidence of these weights: score and stance
--   overall(F, C, O)       over all articles: score, interval, stance
--   number "WORDS"         the interval that the words of a text are read as
--   agreement(values, weights)  on a claim, an article a value, false where it is silent; then coverage
--   overlap(A, B)          of two such intervals; alike of two sets
--   weights(n, links)      of n articles with links { a, b, ρ }; then their sum
--   level(signs)           of a pair that shows these signs
--   divergence(a, b)       of counts of labels
--   omission(articles)     an article a list of values, one a claim, false where it is silent; all of weight 1
--   raw, alpha, bootstrap, jackknife  of a coding: rows of coders, columns of units, "·" missing
--   kappa, ac1_table       of a confusion matrix; fleiss of counts, a row a unit
--   edge(a, b)             between two actors with { concept = { agree, disagree } }

local agreement = require "assay.agreement"
local assay = require "assay"
local dependence = require "assay.dependence"
local framing = require "assay.framing"
local model = require "assay.model"
local network = require "assay.exchange.network"
local stats = require "assay.stats"
local value = require "assay.value"

local rows = dofile "tests/fixtures/rows.lua"

local function shown(figure, reason)
	if figure == nil then return reason and ("undefined (%s)"):format(reason) or "undefined" end
	return ("%.3f"):format(figure + 0.0):gsub("^%-(0%.0+)$", "%1")
end

local function interval(low, high)
	if not low then return shown(nil, high) end
	return ("[%s, %s]"):format(shown(low), shown(high))
end

local function nominal(units) return stats.alpha_units(units, "nominal") end

local names = { math = math }

function names.article(f, c, o)
	local records = {}
	for _, item in ipairs { { f, 1 }, { c, 1, true }, { o, -1 } } do
		if item[1] > 0 then
			records[#records + 1] = { rule = "r" .. #records, weight = item[1], sign = item[2], conditional = item[3] }
		end
	end
	local stance, score = model.article_stance(records)
	return shown(score) .. " " .. stance
end

function names.overall(f, c, o)
	local told = model.overall { { weight = 1, f, c, o } }
	return ("%s %s %s%s%s"):format(shown(told.score), interval(told.low, told.high), told.stance,
		told.insufficient and ", insufficient" or "", told.depends_on_weighting and ", depends on weighting" or "")
end

local function number(words)
	return assay.article(("They met %s men there."):format(words)):records("numbers")[1]
end

function names.number(words)
	local record = number(words)
	return ("%s to %s"):format(record.low, record.high or "open")
end

function names.overlap(a, b) return shown(value.overlap(number(a), number(b))) end
function names.alike(a, b) return shown(value.alike("set", a, b)) end
function names.divergence(a, b) return shown(framing.divergence(a, b)) end

function names.level(...)
	local signs = {}
	for _, sign in ipairs { ... } do signs[sign] = true end
	return tostring(dependence.level(signs))
end

function names.weights(count, links)
	local list = {}
	for i, link in ipairs(links) do list[i] = { a = link[1], b = link[2], rho = link[3] } end
	local weights, sum = dependence.weigh(count, list)
	for i, weight in ipairs(weights) do weights[i] = shown(weight) end
	return ("%s, sum %s"):format(table.concat(weights, " "), shown(sum))
end

--- Articles that say of each claim its value, or nothing.
local function results_of(articles)
	local results, declared = {}, {}
	for i, values in ipairs(articles) do
		results[i] = { id = tostring(i), outlet = "Outlet " .. i, claims = {}, cites = {} }
		for q, given in ipairs(values) do
			declared[q] = { id = "q" .. q, type = "nominal" }
			if given then
				table.insert(results[i].claims,
					{ claim = "q" .. q, status = "asserted", value = given, text = given, evidence = {} })
			end
		end
	end
	return declared, results
end

function names.agreement(values, weights)
	local articles = {}
	for i, given in ipairs(values) do articles[i] = { given } end
	local declared, results = results_of(articles)
	local told = agreement.claims(declared, results, weights)[1]
	return ("%s, coverage %s"):format(shown(told.agreement), shown(told.coverage))
end

function names.omission(articles)
	local declared, results = results_of(articles)
	local weights, list = {}, {}
	for i in ipairs(results) do weights[i] = 1 end
	for i, told in ipairs(agreement.omission(declared, results, weights)) do list[i] = shown(told.value, told.why) end
	return table.concat(list, " ")
end

function names.wilson(k, n) return interval(stats.wilson(k, n)) end
function names.raw(text) return shown(stats.raw(rows(text))) end
function names.alpha(text, metric) return shown(stats.alpha(rows(text), metric or "nominal")) end
function names.kappa(text) return shown(stats.kappa_matrix(rows(text))) end
function names.ac1_table(text) return shown(stats.ac1(stats.matrix_counts(rows(text)))) end
function names.fleiss(text) return shown(stats.fleiss(rows(text))) end
function names.masi(a, b) return shown(stats.masi(a, b)) end

function names.bootstrap(text)
	local told, reason = stats.bootstrap(stats.units(rows(text)), nominal)
	return told and interval(told.low, told.high) or shown(nil, reason)
end

function names.jackknife(text) return "error " .. shown(stats.jackknife(stats.units(rows(text)), nominal).error) end

function names.edge(...)
	local list = {}
	for i, actor in ipairs { ... } do
		for concept, counts in pairs(actor) do
			for side, count in ipairs(counts) do
				for n = 1, count do
					list[#list + 1] = { article = tostring(n), organization = "A" .. i, concept = concept, agreement = side == 1 }
				end
			end
		end
	end
	local edge = network.of(list, "actor-actor").edges[1]
	return ("congruence %d, conflict %d, ignore %d, subtract %d"):format(edge.congruence, edge.conflict, edge.ignore,
		edge.subtract)
end

describe("docs/method.md", function()
	local count = 0
	for line in io.lines "docs/method.md" do
		local name, data = line:match "^    (%a+) = (%[%[.*%]%])$"
		if name then names[name] = load("return " .. data)() end
		local source, wanted = line:match "^    (%S.-)%s+→ (.+)$"
		if source then
			count = count + 1
			it("has an example that holds: " .. source, function()
				local got = assert(load("return " .. source, source, "t", names))()
				assert.equal(wanted, type(got) == "number" and shown(got) or got)
			end)
		end
	end

	it("has examples", function() assert.is_true(count > 40) end)

	it("names tests that are there", function()
		local handle = assert(io.open "docs/method.md")
		for name in handle:read("a"):gmatch "tests/spec/([%w_]+)%.lua" do
			local spec = assert(io.open("tests/spec/" .. name .. ".lua"), name)
			spec:close()
		end
		handle:close()
	end)
end)
