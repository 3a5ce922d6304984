--- ClaimReview of schema.org: what is claimed and where, for those who check facts. No review: who denies a claim says
--- so as another claim, and nothing here says which is true.

local core = require "assay.core"
local line = require "assay.exchange.line"
local statements = require "assay.exchange.statements"

local json = core.json

local format = {
	name = "claimreview", summary = "claims and where they appear as ClaimReview (JSON-LD), without any verdict",
}

local LEFT_OUT = "Claims and where they appear, for a review that has not been made: reviewRating, author, "
	.. "datePublished and url are left out, as are stances, quotations and offsets."

local ORDER = { order = {
	"@context", "@graph", "@type", "name", "description", "claimReviewed", "itemReviewed", "identifier", "author", "text",
	"creator", "appearance", "isPartOf", "headline", "publisher", "datePublished",
} }

local function article_of(document)
	local published = document.published or ""
	return {
		["@type"] = "NewsArticle", identifier = document.id, headline = document.title,
		publisher = document.outlet and { ["@type"] = "Organization", name = document.outlet },
		datePublished = published:find "^%d%d%d%d%-%d%d%-%d%d" and published or nil,
	}
end

--- Who says it has no type: a name of a source does not tell whether it is a person's.
local function appearance(item, document)
	local who = item.person or item.organization
	return {
		["@type"] = "Quotation", text = item.text, description = item.conditional and "on a condition" or nil,
		creator = who and who ~= document.id and { name = who } or nil, isPartOf = article_of(document),
	}
end

--- Claims in the order of their words, those that are denied behind the others, with their appearances in the order of
--- the articles.
local function claims_of(data)
	local by_id, by_key, keys = {}, {}, {}
	for _, document in ipairs(data.documents) do by_id[document.id] = document end
	for _, item in ipairs(statements.of(data.result, "claims")) do
		local concept = line.one(item.concept)
		local key = concept .. (item.agreement and "\0a" or "\0d")
		if not by_key[key] then
			by_key[key] = { name = (item.agreement and "" or "not ") .. concept, appearance = json.array {} }
			keys[#keys + 1] = key
		end
		table.insert(by_key[key].appearance, appearance(item, by_id[item.article]))
	end
	table.sort(keys)
	for i, key in ipairs(keys) do keys[i] = by_key[key] end
	return keys
end

function format.write(out, data)
	out:write('{"@context":"https://schema.org","@graph":[\n', json.encode({
		["@type"] = "Dataset", name = data.made_by, description = LEFT_OUT .. " " .. data.caveat,
	}, ORDER))
	for _, claim in ipairs(claims_of(data)) do
		out:write(",\n", json.encode({
			["@type"] = "ClaimReview", claimReviewed = claim.name,
			itemReviewed = { ["@type"] = "Claim", name = claim.name, appearance = claim.appearance },
		}, ORDER))
	end
	out:write "\n]}\n"
end

return format
