--- What runs are written to and read from for other programs. A format is a file here:
---
---   name, summary
---   unit        of its offsets: "bytes", "characters" or "utf16"; nil: it has none
---   texts       true: it needs the articles' texts
---   tables      true: it takes one of the tables of assay.exchange.tables
---   networks    true: it takes one of the networks of assay.exchange.network
---   statements  true: it takes statements
---   articles    layers of assay.analysis: it is made of articles alone, one by one
---   binary      true: not for a terminal
---   write(out, data, options)   writes text to an output
---   article(out, item, lines)   the same of one article and what the workers answer, for a format with `articles`
---   save(path, data)            fills an empty file, in the place of write
---   read(path, options)         gives { documents, statements, rejected }; without one of these two it is not read
---   parse(bytes, path, options) the same of a file's bytes
---
--- data is { result, statements, documents, made_by, caveat, coder }, documents { id, title, outlet, published, text }.

local nearest = require "assay.nearest"

local exchange = {}

exchange.FORMATS = {
	"csv", "jsonl", "dna", "dna-csv", "graphml", "nodes", "edges", "brat", "w3c", "uima", "conllu", "claimreview",
}

--- A format by its name. Raises a usage failure with the nearest name.
---@param name string
---@param verb string for the message
---@return table
function exchange.format(name, verb)
	for _, known in ipairs(exchange.FORMATS) do
		if known == name then return require("assay.exchange." .. name) end
	end
	local near = nearest(name, exchange.FORMATS)
	return require "assay.failure".raise("usage", "%s: unknown format '%s'%s (one of %s)", verb, name,
		near and (", did you mean %s?"):format(near) or "", table.concat(exchange.FORMATS, ", "))
end

local CAVEAT = "Read from these texts by these rules: no statement about what is true, what anybody intends or what an "
	.. "outlet is like. Other articles or rules give other figures."

local function given(value) return value ~= require "assay.core".json.null and value or nil end

--- The data of a run for a format.
---@param result table of assay.aggregate
---@param texts table<string, string> by the articles' ids; may lack some where the format needs none
---@param kind string? which statements
---@return table data
function exchange.data(result, texts, kind)
	local version = require "assay.core".version.engine
	local documents = {}
	for i, article in ipairs(result.articles) do
		documents[i] = {
			id = article.id, title = given(article.title), outlet = given(article.outlet),
			published = given(article.published), text = texts[article.id],
		}
	end
	return {
		result = result, documents = documents, caveat = CAVEAT, coder = "assay " .. version,
		made_by = ("assay %s, pack %s %s"):format(version, result.pack.name, given(result.pack.version) or ""),
		statements = require "assay.exchange.statements".of(result, kind),
	}
end

--- The data of statements alone, which networks are made of.
---@param list assay.Statement[]
---@return table data without result and documents
function exchange.data_of_statements(list)
	local version = require "assay.core".version.engine
	return { statements = list, made_by = "assay " .. version .. ", from statements", caveat = CAVEAT }
end

return exchange
