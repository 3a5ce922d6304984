--- The event list of Discourse Network Analyzer: its statements as semicolon-separated values, with our further
--- variables among them and the unit of its offsets at the end; document_id is the article's id.

local csv = require "assay.csv"
local document = require "assay.exchange.dna_document"
local failure = require "assay.failure"
local offset = require "assay.offset"
local schema = require "assay.exchange.dna_schema"
local statements = require "assay.exchange.statements"

local format = {
	name = "dna-csv", unit = "utf16", statements = true, texts = true,
	summary = "statements as an event list of Discourse Network Analyzer",
}

local COLUMNS = { "statement_id", "time" }
for _, variable in ipairs(schema.VARIABLES) do COLUMNS[#COLUMNS + 1] = variable[2] end
for _, name in ipairs { "start_position", "stop_position", "text", "coder", "document_id", "document_title",
	"document_author", "document_source", "document_section", "document_type", "position_unit" } do
	COLUMNS[#COLUMNS + 1] = name
end

local function time(published)
	local date = document.date(document.seconds(published))
	return date:sub(1, 10) .. " " .. (#date > 10 and date:sub(12) or "00:00:00")
end

function format.write(out, data)
	local by_id, places = {}, statements.units(data, format.unit)
	for _, article in ipairs(data.documents) do by_id[article.id] = article end
	out:write(csv.line(COLUMNS, #COLUMNS, ";"))
	for i, item in ipairs(data.statements) do
		local article, row = by_id[item.article], { statement_id = i }
		for _, variable in ipairs(schema.VARIABLES) do row[variable[2]] = item[variable[2]] end
		row.agreement, row.conditional = item.agreement and 1 or 0, item.conditional and 1 or 0
		row.time, row.text, row.coder, row.document_id = time(article.published), item.text, item.coder, item.article
		row.start_position, row.stop_position = places[item.article][item.start], places[item.article][item["end"]]
		row.position_unit = "UTF-16 code units"
		row.document_title, row.document_source = article.title or article.id, article.outlet
		out:write(csv.row(row, COLUMNS, ";"))
	end
end

local TRUE = { ["1"] = true, ["true"] = true, ["TRUE"] = true }

local function statement_of(path, row)
	local item = {
		article = row.document_id, text = row.text, coder = row.coder, start = math.tointeger(tonumber(row.start_position)),
		["end"] = math.tointeger(tonumber(row.stop_position)),
	}
	if not item.article or not item.start or not item["end"] then
		failure.raise("bad_input", "%s:%d: needs document_id, start_position and stop_position", path, row.line)
	end
	for _, variable in ipairs(schema.VARIABLES) do item[variable[2]] = row[variable[2]] end
	item.weight, item.conditional = tonumber(row.weight), TRUE[row.conditional]
	if row.agreement then item.agreement = TRUE[row.agreement] or false end
	return item
end

--- Gives the statements their bytes where the text is at hand; elsewhere start_utf16 and end_utf16 stay what they are.
local function place(list, texts)
	local by_article = {}
	for _, item in ipairs(list) do
		by_article[item.article] = by_article[item.article] or {}
		table.insert(by_article[item.article], item)
	end
	for id, items in pairs(by_article) do
		local spans = {}
		for _, item in ipairs(items) do spans[#spans + 1], spans[#spans + 2] = item.start, item["end"] end
		local bytes = texts[id] and offset.bytes(texts[id], spans, format.unit) or {}
		for _, item in ipairs(items) do
			local from, to = bytes[item.start], bytes[item["end"]]
			if not from or not to then item.start_utf16, item.end_utf16 = item.start, item["end"] end
			item.start, item["end"] = from, to
		end
	end
end

--- Reads an event list. Raises a failure.
---@param bytes string
---@param path string for messages
---@param options table? { texts = table<string, string> by document_id }
---@return table { documents, statements, rejected }
function format.parse(bytes, path, options)
	if not utf8.len(bytes) then failure.raise("bad_input", "%s: not UTF-8", path) end
	local rows, line, message = csv.read(bytes)
	if not rows then failure.raise("bad_input", "%s:%d: %s", path, line, message) end
	local list = {}
	for i, row in ipairs(rows) do list[i] = statement_of(path, row) end
	place(list, options and options.texts or {})
	return { documents = {}, statements = list, rejected = {} }
end

return format
