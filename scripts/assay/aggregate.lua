--- The articles' results → the object of `assay run --format json` (docs/formats.md).

local agreement = require "assay.agreement"
local core = require "assay.core"
local dependence = require "assay.dependence"
local dispute = require "assay.dispute"
local framing = require "assay.framing"
local model = require "assay.model"
local origin = require "assay.origin"

local json = core.json

local aggregate = {}

local PAIRED = 500 -- articles up to which pairs of them are listed

--- Order of the keys in JSON.
aggregate.key_order = {
	"v", "engine", "pack", "model", "question", "name", "version", "sha256", "articles", "id", "outlet", "published",
	"title", "actor", "claim", "stance", "status", "score", "lambda", "low", "high", "lambdas", "disputed",
	"dispute", "term", "voice", "count", "coverage", "agreement", "claims", "pairs", "omission", "a", "b", "same",
	"both", "level", "rho", "rule", "start", "end", "text", "holder", "person", "speaker", "origin", "via",
	"context", "axis", "policy", "cue", "captures", "cues", "sign", "weight", "conditional", "share", "state", "why",
	"superseded_by", "value", "values", "commitment", "root", "chain", "scope", "as_of", "type", "overlap", "support",
	"roots", "origins", "unweighted", "stances", "evidence", "labels", "quotes", "cites", "dependence", "independence",
	"framing", "summary", "rejected", "rules", "limits",
}

--- Scores to six digits: beyond them lies only the order of additions.
local function rounded(value)
	if type(value) ~= "number" or math.type(value) == "integer" then return value end
	local six = math.floor(value * 1e6 + 0.5) / 1e6
	return six == 0 and 0.0 or six
end

local function round_all(value)
	if type(value) ~= "table" then return rounded(value) end
	for key, inner in pairs(value) do value[key] = round_all(inner) end
	return value
end

local EVIDENCE = {
	"rule", "start", "end", "text", "n", "holder", "person", "speaker", "origin", "root", "weight", "sign", "conditional",
	"share", "superseded_by", "why",
}

local function evidence_of(list)
	local copy = json.array {}
	for i, record in ipairs(list) do
		local made = { via = json.array(record.via or {}), context = json.array(record.context or {}) }
		for _, key in ipairs(EVIDENCE) do made[key] = record[key] end
		if record.state ~= "live" then made.state = record.state end
		for _, key in ipairs { "captures", "cues" } do made[key] = record[key] and json.array(record[key]) end
		copy[i] = made
	end
	return copy
end

local function article_of(result)
	local stances, claims = json.array {}, json.array {}
	for i, item in ipairs(result.stances) do
		stances[i] = { actor = item.actor, stance = item.stance, score = item.score, evidence = evidence_of(item.evidence) }
	end
	for i, item in ipairs(result.claims) do
		claims[i] = {
			claim = item.claim, status = item.status, value = item.value, text = item.text, commitment = item.commitment,
			root = item.root, chain = item.chain, scope = item.scope, as_of = item.as_of, conditional = item.conditional,
			evidence = evidence_of(item.evidence),
		}
	end
	return {
		id = result.id, outlet = result.outlet or json.null, published = result.published or json.null,
		title = result.title or json.null, stances = stances, claims = claims, labels = json.array(result.labels),
		quotes = json.array(result.quotes), cites = json.array(result.cites), dropped = evidence_of(result.dropped or {}),
	}
end

--- Distinct origins of an actor's positions, least and most.
local function stance_roots(positions, links)
	local items = {}
	for i, position in ipairs(positions) do
		items[i] = origin.item(position.result, position.number, position.record.root, position.record)
	end
	return json.array { origin.count(items, links) }, origin.names(items)
end

--- What the articles report of the actor: the classes of those with a position, and all the evidence behind them.
local function positions_of(actor, results, weights)
	local classes, positions, mentioned = {}, {}, false
	for i, result in ipairs(results) do
		for _, stance in ipairs(result.stances) do
			if stance.actor == actor then
				mentioned = true
				if stance.stance ~= "none" then
					local c = stance.classes
					classes[#classes + 1] = { weight = weights[i], c[1], c[2], c[3] }
					for _, record in ipairs(stance.evidence) do
						positions[#positions + 1] = {
							record = record, article = result.id, published = result.published, result = result, number = i,
						}
					end
				end
			end
		end
	end
	return mentioned and classes, positions
end

--- The same with every article counted alike, where that gives another stance.
local function unweighted(classes, item, description)
	local equal = {}
	for i, class in ipairs(classes) do equal[i] = { weight = 1, class[1], class[2], class[3] } end
	local plain = model.overall(equal, description.model)
	if plain.stance == item.stance then return nil end
	return { stance = plain.stance, score = plain.score, low = plain.low, high = plain.high }
end

local function overall(description, results, weights, links)
	local list = json.array {}
	for _, actor in ipairs(description.actors) do
		local classes, positions = positions_of(actor, results, weights)
		if classes then
			local item = model.overall(classes, description.model)
			item.actor, item.unweighted = actor, unweighted(classes, item, description)
			item.roots, item.origins = stance_roots(positions, links)
			item.dispute = item.disputed and dispute.kind(positions, actor) or nil
			json.array(item.lambdas)
			list[#list + 1] = item
		end
	end
	return list
end

local function rules_summary(description, results)
	local fired, never, count = {}, json.array {}, 0
	for _, result in ipairs(results) do
		for id, n in pairs(result.fired or {}) do fired[id] = (fired[id] or 0) + n end
	end
	for _, id in ipairs(description.rules) do
		if fired[id] then count = count + 1 else never[#never + 1] = id end
	end
	return { loaded = #description.rules, fired = count, never_fired = never }
end

--- By their ids: the order of the inputs leaves no trace in what is computed.
local function in_order(results)
	local sorted = table.move(results, 1, #results, 1, {})
	table.sort(sorted, function(a, b) return tostring(a.id) < tostring(b.id) end)
	return sorted
end

--- Links by the articles' ids.
local function by_id(links, results)
	local list = json.array {}
	for i, link in ipairs(links) do
		list[i] = {
			a = results[link.a].id, b = results[link.b].id, level = link.level, rho = link.rho,
			evidence = json.array(link.evidence),
		}
	end
	return list
end

local function independence(results, weights, n_eff)
	local list = json.array {}
	for i, weight in ipairs(weights) do list[i] = { article = results[i].id, weight = weight } end
	return { n_eff = n_eff, weights = list }
end

--- What grows with the pairs of articles is left out of large runs, and that is told.
local function limits_of(given, count)
	local list = json.array(table.move(given or {}, 1, #(given or {}), 1, {}))
	if count > PAIRED then list[#list + 1] = { limit = "pairs", articles = count } end
	return list
end

local function agreement_of(description, results, weights, links)
	local claims = json.array(agreement.claims(description.claims, results, weights, links))
	for _, item in ipairs(claims) do json.array(item.roots) end
	local pairs_of = #results <= PAIRED and agreement.pairs(description.claims, results) or {}
	return {
		claims = claims, pairs = json.array(pairs_of),
		omission = json.array(agreement.omission(description.claims, results, weights)),
	}
end

--- Puts results together.
---@param description table of the session
---@param results table the articles' results, in any order; with their text, where shared text is wanted
---@param summary table { articles = n, rejected = { { input, reason }, … }, limits = { … } }
---@return table the contract object; its scores are rounded to six digits
function aggregate.run(description, results, summary)
	results = in_order(results)
	local links, weights, n_eff = dependence.links(results, description.claims)
	local articles = json.array {}
	for i, result in ipairs(results) do articles[i] = article_of(result) end
	return round_all {
		v = 1, engine = "assay " .. core.version.engine,
		pack = { name = description.name, version = description.version, sha256 = description.sha256 },
		model = description.model, question = description.question, articles = articles,
		stances = overall(description, results, weights, links),
		agreement = agreement_of(description, results, weights, links),
		dependence = by_id(links, results), independence = independence(results, weights, n_eff),
		framing = framing.compare(results, #results <= PAIRED),
		summary = {
			articles = summary.articles, rejected = json.array(summary.rejected or {}),
			rules = rules_summary(description, results), limits = limits_of(summary.limits, #results),
		},
	}
end

return aggregate
