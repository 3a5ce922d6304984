--- A run as flat tables: one row a record, the same columns in CSV and JSON Lines. Offsets are bytes.

local statements = require "assay.exchange.statements"

local tables = {}

tables.NAMES = { "evidence", "stances", "overall", "claims", "statements" }

tables.COLUMNS = {
	evidence = {
		"article", "outlet", "published", "actor", "stance", "sign", "weight", "conditional", "share", "rule", "n",
		"start_byte", "end_byte", "text", "person", "speaker", "origin", "via", "context",
	},
	stances = { "article", "outlet", "published", "actor", "stance", "score", "evidence" },
	overall = {
		"actor", "stance", "score", "low", "high", "articles", "roots_least", "roots_most", "disputed", "dispute",
		"insufficient", "depends_on_weighting",
	},
	claims = {
		"article", "outlet", "published", "claim", "status", "value", "low", "high", "rule", "start_byte", "end_byte",
		"text", "speaker", "origin",
	},
	statements = {
		"article", "start_byte", "end_byte", "text", "person", "organization", "concept", "agreement", "conditional",
		"weight", "rule", "speaker", "coder",
	},
}

local ROWS = {}

local function place(article, row)
	row.article, row.outlet, row.published = article.id, article.outlet, article.published
	return row
end

function ROWS.evidence(object)
	local rows = {}
	for _, article in ipairs(object.articles) do
		for _, stance in ipairs(article.stances) do
			for _, record in ipairs(stance.evidence) do
				rows[#rows + 1] = place(article, {
					actor = stance.actor, stance = stance.stance, sign = record.sign, weight = record.weight,
					conditional = record.conditional or false, share = record.share, rule = record.rule, n = record.n,
					start_byte = record.start, end_byte = record["end"], text = record.text, person = record.person,
					speaker = record.speaker, origin = record.origin, via = table.concat(record.via or {}, "; "),
					context = table.concat(record.context or {}, "; "),
				})
			end
		end
	end
	return rows
end

function ROWS.stances(object)
	local rows = {}
	for _, article in ipairs(object.articles) do
		for _, stance in ipairs(article.stances) do
			rows[#rows + 1] = place(article, {
				actor = stance.actor, stance = stance.stance, score = stance.score, evidence = #stance.evidence,
			})
		end
	end
	return rows
end

function ROWS.overall(object)
	local rows = {}
	for i, stance in ipairs(object.stances) do
		local roots = stance.roots or {}
		rows[i] = {
			actor = stance.actor, stance = stance.stance, score = stance.score, low = stance.low, high = stance.high,
			articles = stance.articles, roots_least = roots[1], roots_most = roots[2], disputed = stance.disputed,
			dispute = stance.dispute, insufficient = stance.insufficient or false,
			depends_on_weighting = stance.depends_on_weighting or false,
		}
	end
	return rows
end

function ROWS.claims(object)
	local rows = {}
	for _, article in ipairs(object.articles) do
		for _, claim in ipairs(article.claims) do
			local interval = type(claim.value) == "table" and claim.value or {}
			for _, record in ipairs(claim.evidence) do
				rows[#rows + 1] = place(article, {
					claim = claim.claim, status = claim.status, value = statements.value(claim.value), low = interval.low,
					high = interval.high, rule = record.rule, start_byte = record.start, end_byte = record["end"],
					text = record.text, speaker = record.speaker, origin = statements.source(article, claim, record),
				})
			end
		end
	end
	return rows
end

--- Statements as rows of that table.
---@param list assay.Statement[]
---@return table[]
function tables.statements(list)
	local rows = {}
	for i, statement in ipairs(list) do
		local row = {}
		for key, value in pairs(statement) do row[key] = value end
		row.start_byte, row.end_byte, row.start, row["end"] = statement.start, statement["end"], nil, nil
		row.conditional = statement.conditional or false
		rows[i] = row
	end
	return rows
end

function ROWS.statements(object, kind) return tables.statements(statements.of(object, kind)) end

--- The rows of a table, which have no null: what is unknown is absent.
---@param object table of assay.aggregate
---@param name string one of tables.NAMES
---@param kind string? which statements
---@return table[] rows
---@return string[] columns in their order
function tables.rows(object, name, kind)
	local null, rows = require "assay.core".json.null, ROWS[name](object, kind)
	for _, row in ipairs(rows) do
		for _, column in ipairs(tables.COLUMNS[name]) do
			if row[column] == null then row[column] = nil end
		end
	end
	return rows, tables.COLUMNS[name]
end

return tables
