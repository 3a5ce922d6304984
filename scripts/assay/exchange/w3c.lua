--- W3C Web Annotation: one collection in JSON-LD. Positions are code points, as the Recommendation says; the words with
--- what stands around them let a program find the place again in a text that has changed.

local annotations = require "assay.exchange.annotations"
local json = require "assay.core".json

local format = {
	name = "w3c", unit = "characters", statements = true, texts = true,
	summary = "statements and quotations as a W3C Web Annotation collection (JSON-LD)",
}

local AROUND = 32 -- characters before and behind the words
local CONTEXT = json.array {
	"http://www.w3.org/ns/anno.jsonld",
	{ made_by = "dcterms:provenance", caveat = "rdfs:comment", offsets = "dcterms:description" },
}
local ORDER = { order = {
	"@context", "id", "type", "label", "made_by", "caveat", "offsets", "total", "first", "motivation", "body", "target",
	"purpose", "format", "value", "source", "selector", "start", "end", "exact", "prefix", "suffix",
} }

--- The article's IRI: its id where that is one of the web, else the id percent-encoded, relative to the collection.
---@param id string
---@return string
function format.iri(id)
	if id:find "^https?://[%w%-._~:/?#%[%]@!$&'()*+,;=%%]+$" then return id end
	return (id:gsub("[^%w%-._~]", function(byte) return ("%%%02X"):format(byte:byte()) end))
end

local function first_of(text, from)
	return text:sub(from + 1, (utf8.offset(text, AROUND + 1, from + 1) or #text + 1) - 1)
end

local function last_of(text, to)
	local at = to
	for _ = 1, AROUND do
		if at == 0 then break end
		at = utf8.offset(text, -1, at + 1) - 1
	end
	return text:sub(at + 1, to)
end

local function body_of(item, number)
	local order = {}
	for i, field in ipairs(annotations.FIELDS[item.kind]) do order[i] = field[1] end
	return json.array {
		{ type = "TextualBody", purpose = "classifying", format = "text/plain", value = item.kind },
		item.of and ("#%d"):format(number + item.of) or {
			type = "TextualBody", purpose = "describing", format = "application/json",
			value = json.encode(item.fields, { order = order }),
		},
	}
end

local function annotation(article, item, places, id, body)
	local text = article.text
	return {
		id = ("#%d"):format(id), type = "Annotation", motivation = item.of and "linking" or "describing", body = body,
		target = { source = format.iri(article.id), selector = json.array {
			{ type = "TextPositionSelector", start = places[item.start], ["end"] = places[item["end"]] },
			{
				type = "TextQuoteSelector", exact = text:sub(item.start + 1, item["end"]), prefix = last_of(text, item.start),
				suffix = first_of(text, item["end"]),
			},
		} },
	}
end

local function write_head(out, data, total)
	local head = json.encode({
		["@context"] = CONTEXT, id = "#collection", type = "AnnotationCollection", label = "Statements and quotations",
		made_by = data.made_by, caveat = data.caveat, offsets = "Unicode code points", total = total,
	}, ORDER)
	out:write(head:sub(1, -2), ',"first":{"id":"#page","type":"AnnotationPage","startIndex":0,"items":[')
end

function format.write(out, data)
	local lists, total, number = annotations.of(data), 0, 0
	for _, list in ipairs(lists) do total = total + #list end
	write_head(out, data, total)
	for i, article in ipairs(data.documents) do
		local list = lists[i]
		local places = annotations.places(article, list, format.unit)
		for n, item in ipairs(list) do
			local made = annotation(article, item, places, number + n, body_of(item, number))
			out:write(number + n > 1 and ",\n" or "\n", json.encode(made, ORDER))
		end
		number = number + #list
	end
	out:write "\n]}}\n"
end

return format
