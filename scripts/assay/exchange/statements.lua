--- A run as statements: who says yes or no to what, in which words of which article. The shape of Discourse Network
--- Analyzer: person, organization, concept, agreement.
---
---@class assay.Statement
---@field article string the document's id
---@field start integer bytes, 0-based; `end` half-open
---@field text string? the words
---@field person string? who is named for the organization
---@field organization string? the actor; of a claim: its origin, or the outlet that asserts it itself
---@field concept string the question; of a claim: the claim with its value
---@field agreement boolean
---@field conditional boolean? agreement on a condition
---@field weight number? of the evidence, 0 to 1
---@field rule string? the rules that found it
---@field speaker string? in whose words
---@field coder string?

local core = require "assay.core"
local failure = require "assay.failure"
local offset = require "assay.offset"

local statements = {}

statements.KINDS = { "stances", "claims", "all" }

local CODER = "assay " .. core.version.engine

local function given(value) return value ~= core.json.null and value or nil end

local function add(list, seen, statement)
	local key = table.concat({ statement.article, statement.start, statement["end"], statement.organization or "",
		statement.person or "", statement.concept, tostring(statement.agreement), tostring(statement.conditional) }, "\0")
	local known = seen[key]
	if not known then
		seen[key], list[#list + 1], statement.coder = statement, statement, CODER
		return
	end
	known.weight = math.max(known.weight, statement.weight)
	local rules = ", " .. known.rule .. ", "
	if not rules:find(", " .. statement.rule .. ", ", 1, true) then known.rule = known.rule .. ", " .. statement.rule end
end

local function add_stances(list, seen, article, question)
	for _, stance in ipairs(article.stances) do
		for _, record in ipairs(stance.evidence) do
			add(list, seen, {
				article = article.id, start = record.start, ["end"] = record["end"], text = record.text,
				person = record.person, organization = stance.actor, concept = question, agreement = record.sign > 0,
				conditional = record.conditional or nil, weight = record.weight, rule = record.rule,
				speaker = record.speaker,
			})
		end
	end
end

--- A claim's value as text: an interval, days, a list, a word; nothing for a claim that only holds or not.
---@param value any
---@return string?
function statements.value(value)
	if type(value) == "table" then
		if value.from then return value.from == value.to and value.from or value.from .. " to " .. value.to end
		if value.low == nil then return value.text or table.concat(value, ", ") end
		if value.low == value.high then return ("%.14g"):format(value.low) end
		return ("%.14g to %s"):format(value.low, value.high and ("%.14g"):format(value.high) or "more")
	end
	return value ~= true and value ~= nil and tostring(value) or nil
end

--- Who a claim comes from: the outlet that asserts it itself; its root, a person for a side; else whoever speaks.
---@return string? organization
---@return string? person
function statements.source(article, claim, record)
	local root = given(claim.root)
	if claim.status == "asserted" or root and root.kind == "outlet" then return given(article.outlet) or article.id end
	if not root or root.kind == "unknown" then return given(claim.origin) or record.speaker end
	local organization = root.side or root.name
	return organization, root.kind == "named" and root.name ~= organization and root.name or nil
end

local function add_claims(list, seen, article)
	for _, claim in ipairs(article.claims) do
		local value = statements.value(claim.value)
		for _, record in ipairs(claim.evidence) do
			local organization, person = statements.source(article, claim, record)
			add(list, seen, {
				article = article.id, start = record.start, ["end"] = record["end"], text = record.text,
				organization = organization, person = person, speaker = record.speaker,
				conditional = claim.conditional or nil,
				concept = claim.claim .. (value and ": " .. value or ""), agreement = claim.status ~= "denied",
				weight = 1, rule = record.rule,
			})
		end
	end
end

local function before(a, b)
	for _, key in ipairs { "start", "end", "concept", "organization", "person" } do
		local x, y = a[key] or "", b[key] or ""
		if x ~= y then return x < y end
	end
	return a.agreement and not b.agreement
end

--- The statements of a run, by article and place; what several rules find in the same words is one.
---@param object table of assay.aggregate
---@param kind string? "stances" (default), "claims" or "all"
---@return assay.Statement[]
function statements.of(object, kind)
	local all = {}
	for _, article in ipairs(object.articles) do
		local list, seen = {}, {}
		if kind ~= "claims" then add_stances(list, seen, article, given(object.question) or object.pack.name) end
		if kind == "claims" or kind == "all" then add_claims(list, seen, article) end
		table.sort(list, before)
		table.move(list, 1, #list, #all + 1, all)
	end
	return all
end

--- Whether the fields that networks are made of are what they must be.
local function is_statement(item)
	for _, key in ipairs { "organization", "concept" } do
		if item[key] ~= nil and type(item[key]) ~= "string" then return false end
	end
	return type(item.article) == "string" and (item.agreement == nil or type(item.agreement) == "boolean")
end

--- Reads the table `statements` of jsonl, as export and import write it. Raises a failure.
---@param bytes string
---@param path string for messages
---@return assay.Statement[]
function statements.parse(bytes, path)
	local list, number, head = {}, 0, nil
	for line in bytes:gmatch "([^\n]*)\n?" do
		number = number + 1
		local item = line:find "%S" ~= nil and core.json.decode(line) -- false: an empty line
		local wrong = item == nil and "not JSON" or item and type(item) ~= "table" and "not an object"
			or item and not head and item.table ~= "statements" and "not a table of statements"
			or item and head and not is_statement(item) and "not a statement"
		if wrong then failure.raise("bad_input", "%s:%d: %s", path, number, wrong) end
		if item and head then
			item.start, item["end"], item.start_byte, item.end_byte = item.start_byte, item.end_byte, nil, nil
			item.conditional = item.conditional or nil
			list[#list + 1] = item
		end
		head = head or item
	end
	return list
end

--- Where the statements stand in the unit of a format.
---@param data table { documents with their texts, statements }
---@param unit string of assay.offset
---@return table<string, table<integer, integer>> units by byte offset, by the documents' ids
function statements.units(data, unit)
	local lists, units = {}, {}
	for _, statement in ipairs(data.statements) do
		local list = lists[statement.article] or {}
		lists[statement.article] = list
		list[#list + 1], list[#list + 2] = statement.start, statement["end"]
	end
	for _, article in ipairs(data.documents) do
		units[article.id] = offset.units(article.text, lists[article.id] or {}, unit)
	end
	return units
end

return statements
