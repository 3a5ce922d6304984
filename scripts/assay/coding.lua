--- Codings to compare: what somebody, or a run, said of units. A unit is an actor's stance or a claim in an article.
---
--- A coding is { name, unit, … } in the order of the file, a unit { key, article, actor or claim, label, line }.
--- Several coders in one file are several codings. A run answers for every unit of its articles: `articles` is their
--- set, and what it does not tell is coding.SILENT.

local core = require "assay.core"
local csv = require "assay.csv"
local evaluation = require "assay.evaluation"
local failure = require "assay.failure"
local meant = require "assay.meant"
local statements = require "assay.exchange.statements"

local coding = {}

coding.STATUSES = { "asserted", "attributed", "denied", "absent" }
coding.SILENT = { actor = "none", claim = "absent" }

local function fail(where, format, ...) failure.raise("bad_input", "%s: %s", where, format:format(...)) end

local function check_label(where, label, allowed)
	for _, known in ipairs(allowed) do
		if known == label then return end
	end
	fail(where, "unknown label '%s'%s (one of %s)", label, meant(label, allowed),
		table.concat(allowed, ", "))
end

--- The coding of a coder, made when it is not there.
local function of_coder(list, path, coder)
	local name = coder and path .. ", " .. coder or path
	for _, known in ipairs(list) do
		if known.name == name then return known end
	end
	local new = { name = name, by_key = {} }
	list[#list + 1] = new
	return new
end

local function named(unit) return ("%s, %s"):format(unit.article, unit.actor or unit.claim) end

--- Adds a unit. An actor is coded once in an article; a claim may have several records there, whose labels are one set.
local function add(made, unit, where)
	unit.key = table.concat({ unit.article, unit.actor and "actor" or "claim", unit.actor or unit.claim }, "\0")
	local known = made.by_key[unit.key]
	if not known then
		unit.set = { [unit.label] = true }
		made[#made + 1], made.by_key[unit.key] = unit, unit
	elseif unit.actor and not unit.joins then
		fail(where, "%s is already in line %s", named(unit), known.line or "?")
	else
		known.set[unit.label] = true
	end
end

local function joined(set)
	local labels = {}
	for label in pairs(set) do labels[#labels + 1] = label end
	table.sort(labels)
	return table.concat(labels, "+")
end

--- Statements that say yes and no are mixed; other labels of one unit are told together.
local function finish(list)
	for _, made in ipairs(list) do
		for _, unit in ipairs(made) do
			unit.label = joined(unit.set)
			if unit.joins and unit.label == "favours+opposes" then unit.label = "mixed" end
			unit.set, unit.joins = nil, nil
		end
		made.by_key = nil
	end
	return list
end

local function first_of(record, names)
	for _, name in ipairs(names) do
		local value = record[name]
		if value ~= nil and value ~= core.json.null and value ~= "" then return value, name end
	end
end

local function text_of(value) return type(value) == "table" and statements.value(value) or tostring(value) end

--- A statement of Discourse Network Analyzer as a stance.
local function of_statement(record, _, settings)
	if settings.concept and record.concept ~= settings.concept then return nil end
	settings.concepts[record.concept or ""] = true
	return record.organization and {
		actor = record.organization, label = record.agreement and "favours" or "opposes", joins = true,
	}
end

--- A label of an actor or a claim; nil where none is given.
local function of_label(record, where, settings)
	local unit = { actor = first_of(record, { "actor" }), claim = first_of(record, { "claim" }) }
	if (unit.actor == nil) == (unit.claim == nil) then fail(where, "needs an actor or a claim") end
	local names = settings.claims == "value" and { "label", "value", "stance", "status" }
		or { "label", "stance", "status", "value" }
	local label, name = first_of(record, names)
	if label == nil then return nil end
	unit.label = text_of(label)
	local allowed = settings.labels or unit.actor and name ~= "value" and evaluation.CLASSES
		or name == "status" and coding.STATUSES
	if allowed then check_label(where, unit.label, allowed) end
	return unit
end

local TEXTS = { "article", "id", "document", "actor", "claim", "organization", "concept", "coder" }

--- What a record says; nil where it says nothing.
local function unit_of(record, where, settings)
	for _, key in ipairs(TEXTS) do
		local value = record[key]
		if value ~= nil and value ~= core.json.null and type(value) ~= "string" then fail(where, "'%s' is no text", key) end
	end
	local article = first_of(record, { "article", "id", "document" })
	if not article then fail(where, "needs article, id or document") end
	if record.mentioned == false then return nil end
	local unit = (record.agreement ~= nil and of_statement or of_label)(record, where, settings)
	if unit then unit.article = evaluation.key_of(article) end
	return unit or nil
end

local function add_record(list, path, record, line, settings)
	local where = ("%s:%d"):format(path, line)
	local unit = unit_of(record, where, settings)
	if not unit then return end
	local coder = first_of(record, { "coder" })
	unit.line = line
	add(of_coder(list, path, coder), unit, where)
end

--- One line of JSON is a record, a record per actor, or the line on what follows.
local function add_line(list, path, item, line, settings)
	if type(item.actors) ~= "table" then
		if item.table == nil then add_record(list, path, item, line, settings) end
		return
	end
	local actors = {}
	for actor in pairs(item.actors) do actors[#actors + 1] = actor end
	table.sort(actors)
	for _, actor in ipairs(actors) do
		local told = item.actors[actor]
		if type(told) ~= "table" then fail(("%s:%d"):format(path, line), "'%s' is no table", actor) end
		add_record(list, path, {
			id = item.id, actor = actor, stance = told.stance, mentioned = told.mentioned, coder = item.coder,
		}, line, settings)
	end
end

local function from_lines(bytes, path, settings)
	local list, number = {}, 0
	for line in (bytes .. "\n"):gmatch "([^\n]*)\n" do
		number = number + 1
		if line:find "%S" then
			local item, message = core.json.decode(line)
			if type(item) ~= "table" then fail(("%s:%d"):format(path, number), "%s", message or "not an object") end
			add_line(list, path, item, number, settings)
		end
	end
	return list
end

local function from_csv(bytes, path, settings)
	local rows, line, message = csv.read(bytes)
	if not rows then fail(("%s:%d"):format(path, line), "%s", message) end
	local list = {}
	for _, row in ipairs(rows) do
		if row.agreement then row.agreement = row.agreement == "1" or row.agreement:lower() == "true" end
		add_record(list, path, row, row.line, settings)
	end
	return list
end

--- The stances and claims of a run as a coding.
---@param object table of assay.aggregate
---@param name string
---@param settings table? { claims = "status" (default) or "value" }
---@return table coding
function coding.of_run(object, name, settings)
	local made = { name = name, by_key = {}, articles = {} }
	for _, article in ipairs(object.articles) do
		local id = evaluation.key_of(article.id)
		made.articles[id] = true
		for _, stance in ipairs(article.stances) do
			add(made, { article = id, actor = stance.actor, label = stance.stance }, name)
		end
		for _, claim in ipairs(article.claims) do
			local value = settings and settings.claims == "value"
				and (statements.value(claim.value) or claim.status ~= "denied" and "yes" or "no")
			add(made, { article = id, claim = claim.claim, label = value or claim.status }, name)
		end
	end
	return finish({ made })[1]
end

--- Reads the codings of a file: CSV with a header line, or JSON Lines. A record has article (or id, document); actor or
--- claim; label (or stance, status, value); coder where there are several. Gold stances (a line per article and actor,
--- or one per article with `actors`) and statements (organization, agreement) are read, too. Without a label a unit is
--- not coded.
---@param bytes string
---@param path string names the codings, and the line in messages
---@param settings table? { labels = list of what may be said, claims = "status" or "value", concept = of statements }
---@return table[] codings; raises a failure with the line
function coding.read(bytes, path, settings)
	local asked = { concepts = {} }
	for key, value in pairs(settings or {}) do asked[key] = value end
	if not utf8.len(bytes) then fail(path, "not UTF-8") end
	local list = (bytes:find "^%s*{" and from_lines or from_csv)(bytes, path, asked)
	if next(asked.concepts, next(asked.concepts)) and next(asked.concepts) then
		fail(path, "statements of several concepts: choose one (--concept)")
	end
	if #list == 0 then fail(path, "no unit is coded") end
	return finish(list)
end

return coding
