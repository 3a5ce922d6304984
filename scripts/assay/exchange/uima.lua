--- UIMA CAS JSON 0.4: a file per article with its types, its text and the annotations. Offsets are UTF-16 code units,
--- as the specification says.

local annotations = require "assay.exchange.annotations"
local archive = require "assay.exchange.archive"
local json = require "assay.core".json

local format = {
	name = "uima", unit = "utf16", statements = true, texts = true, binary = true,
	summary = "statements and quotations as UIMA CAS JSON, as a tar archive",
}

local SOFA, ARTICLE = 1, 2 -- ids of the text and of what is known of the article; annotations follow
local RANGES = { string = "uima.cas.String", boolean = "uima.cas.Boolean", number = "uima.cas.Double" }
local TYPES = {
	statement = "assay.Statement", quotation = "assay.Quotation", source = "assay.Source", cue = "assay.Cue",
}
local OF_ARTICLE = { "article", "title", "outlet", "published", "madeBy", "caveat", "offsets" }
local ORDER = { order = {
	"%ID", "%TYPE", "%NAME", "%SUPER_TYPE", "%RANGE", "%SOFA", "%MEMBERS", "sofaNum", "sofaID", "mimeType", "sofaString",
	"@sofa", "begin", "end", "@quotation",
} }

local function feature(name, range) return { ["%NAME"] = name, ["%RANGE"] = range } end

local function type_system()
	local types = { ["assay.Article"] = { ["%NAME"] = "assay.Article", ["%SUPER_TYPE"] = "uima.tcas.DocumentAnnotation" } }
	for _, name in ipairs(OF_ARTICLE) do types["assay.Article"][name] = feature(name, RANGES.string) end
	for kind, name in pairs(TYPES) do
		local made = { ["%NAME"] = name, ["%SUPER_TYPE"] = "uima.tcas.Annotation" }
		for _, field in ipairs(annotations.FIELDS[kind]) do made[field[1]] = feature(field[1], RANGES[field[2]]) end
		if kind == "source" or kind == "cue" then made.quotation = feature("quotation", TYPES.quotation) end
		types[name] = made
	end
	return types
end

local function structure(item, id, places)
	local made = {
		["%ID"] = id, ["%TYPE"] = TYPES[item.kind], ["@sofa"] = SOFA, begin = places[item.start],
		["end"] = places[item["end"]], ["@quotation"] = item.of and item.of + ARTICLE,
	}
	for _, field in ipairs(annotations.FIELDS[item.kind]) do
		local value = item.fields[field[1]]
		made[field[1]] = field[2] == "number" and value and value + 0.0 or value
	end
	return made
end

local function about(article, data, length)
	return {
		["%ID"] = ARTICLE, ["%TYPE"] = "assay.Article", ["@sofa"] = SOFA, begin = 0, ["end"] = length,
		language = "x-unspecified", article = article.id, title = article.title, outlet = article.outlet,
		published = article.published, madeBy = data.made_by, caveat = data.caveat, offsets = "UTF-16 code units",
	}
end

local function cas(article, list, data, types)
	local places = annotations.places(article, list, format.unit, { #article.text })
	local members = json.array { ARTICLE }
	local lines = { json.encode({
		["%ID"] = SOFA, ["%TYPE"] = "uima.cas.Sofa", sofaNum = 1, sofaID = "_InitialView", mimeType = "text/plain",
		sofaString = article.text,
	}, ORDER), json.encode(about(article, data, places[#article.text]), ORDER) }
	for i, item in ipairs(list) do
		local id = ARTICLE + i
		lines[id], members[1 + i] = json.encode(structure(item, id, places), ORDER), id
	end
	return ('{"%%TYPES":%s,\n"%%FEATURE_STRUCTURES":[\n%s\n],\n"%%VIEWS":{"_InitialView":%s}}\n'):format(types,
		table.concat(lines, ",\n"), json.encode({ ["%SOFA"] = SOFA, ["%MEMBERS"] = members }, ORDER))
end

function format.write(out, data)
	local lists, types = annotations.of(data), json.encode(type_system(), ORDER)
	for i, article in ipairs(data.documents) do
		archive.add(out, archive.name(article.id) .. ".json", cas(article, lists[i], data, types))
	end
	archive.finish(out)
end

return format
