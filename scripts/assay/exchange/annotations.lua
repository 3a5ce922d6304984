--- A run as marks in its texts, for programs that show and correct annotations: statements, quotations, and of these
--- the source and the cue.
---
---@class assay.Annotation
---@field kind string "statement", "quotation", "source" or "cue"
---@field start integer bytes, 0-based; `end` half-open
---@field parts integer[][]? { start, end } of a quotation in several pieces
---@field of integer? of a source or cue: the place of its quotation in the list
---@field fields table<string, any> what else is known; the names are in annotations.FIELDS

local failure = require "assay.failure"
local null = require "assay.core".json.null
local offset = require "assay.offset"

local annotations = {}

--- The fields of each kind in their order, with what they are.
annotations.FIELDS = {
	statement = {
		{ "organization", "string" }, { "person", "string" }, { "concept", "string" }, { "agreement", "boolean" },
		{ "conditional", "boolean" }, { "weight", "number" }, { "rule", "string" }, { "speaker", "string" },
	},
	quotation = { { "form", "string" } },
	source = { { "entity", "string" }, { "anonymous", "boolean" } },
	cue = { { "kind", "string" } },
}

--- Raises a failure where a span of the run is not in the article's text, begins or ends inside a character, or has
--- other words.
---@param article table { id, text }
---@param from integer bytes, 0-based
---@param to integer half-open
---@param words string?
function annotations.check(article, from, to, words)
	local text = article.text
	local inside = from <= to and to <= #text and not text:find("^[\x80-\xBF]", from + 1)
		and not text:find("^[\x80-\xBF]", to + 1)
	if not inside or words and text:sub(from + 1, to) ~= words then
		failure.raise("bad_input", "export: article '%s' is not the text of the run: bytes %d to %d differ", article.id,
			from, to)
	end
end

local function add(list, article, kind, record, fields)
	annotations.check(article, record.start, record["end"], record.text)
	list[#list + 1] = { kind = kind, start = record.start, ["end"] = record["end"], fields = fields }
	return list[#list], #list
end

local function given(value)
	if value ~= null then return value end
end

local function fields_of_statement(item)
	local fields = {}
	for _, field in ipairs(annotations.FIELDS.statement) do fields[field[1]] = given(item[field[1]]) end
	return fields
end

local function add_quotation(list, article, quote)
	local made, place = add(list, article, "quotation", quote, { form = given(quote.kind) })
	made.parts = given(quote.parts)
	for _, part in ipairs(made.parts or {}) do annotations.check(article, part[1], part[2]) end
	local speaker, cue = given(quote.speaker), given(quote.cue)
	if speaker then
		local fields = { entity = given(speaker.entity), anonymous = speaker.anonymous == true or nil }
		add(list, article, "source", speaker, fields).of = place
	end
	if cue then add(list, article, "cue", cue, { kind = given(cue.class) }).of = place end
end

--- The annotations of each document: its statements, then its quotations, each before its source and cue.
---@param data table of assay.exchange, with texts
---@return assay.Annotation[][] lists in the order of data.documents; raises a failure where a span is not in its text
function annotations.of(data)
	local lists, by_id = {}, {}
	for i, article in ipairs(data.documents) do
		lists[i] = {}
		by_id[article.id] = i
	end
	for _, item in ipairs(data.statements) do
		local i = by_id[item.article]
		add(lists[i], data.documents[i], "statement", item, fields_of_statement(item))
	end
	for i, article in ipairs(data.result.articles) do
		for _, quote in ipairs(given(article.quotes) or {}) do add_quotation(lists[i], data.documents[i], quote) end
	end
	return lists
end

--- Where the annotations of a document stand in the unit of a format.
---@param article table of data.documents
---@param list assay.Annotation[]
---@param unit string of assay.offset
---@param further integer[]? more byte offsets, which it takes over
---@return table<integer, integer> units by byte offset
function annotations.places(article, list, unit, further)
	local bytes = further or {}
	for _, item in ipairs(list) do
		bytes[#bytes + 1], bytes[#bytes + 2] = item.start, item["end"]
		for _, part in ipairs(item.parts or {}) do bytes[#bytes + 1], bytes[#bytes + 2] = part[1], part[2] end
	end
	return offset.units(article.text, bytes, unit)
end

return annotations
