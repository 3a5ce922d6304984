-- What include/assay.h calls: sessions and articles as plain tables, and nil, message, code for what can go wrong.
-- An article here is {text = as it was read, meta = {id, outlet, published, title}, result = of the session's analysis,
-- session = the one that made the result, layers = once they were asked for}.

local json = require "assay.core".json
local analysis = require "assay.analysis"

local embed = {}

-- name: a pack's name or path, a rule script's path (*.lua), or nil for the language pack alone.
function embed.open(name)
	if name and name:find "%.lua$" then return analysis.open { script = name } end
	return analysis.open { pack = name }
end

function embed.analyse(session, text, meta)
	meta.id = meta.id or "article"
	local result, reason, code = session:analyse(text, meta)
	if not result then return nil, reason, code or "bad_input" end
	return { text = result.text or text, meta = meta, result = result, session = session }
end

local function item(record)
	local speaker, cue = record.speaker, record.cue
	return {
		start = record.start,
		["end"] = record["end"],
		kind = record.kind or record.class,
		name = record.entity or type(speaker) == "table" and speaker.entity or nil,
		speaker = speaker,
		cue = cue,
	}
end

-- { sentences = { item, … }, tokens = …, mentions = …, quotes = … }; kept with the article, C borrows its strings.
function embed.layers(session, article)
	local layers = { sentences = {}, tokens = {}, mentions = {}, quotes = {} }
	local records, reason, code =
		session:show(article.text, article.meta, { "sentences", "tokens", "mentions", "quotes" })
	if not records then return nil, reason, code end
	for _, record in ipairs(records) do
		local layer = layers[record.layer]
		layer[#layer + 1] = item(record)
	end
	return layers
end

function embed.sentences(article)
	return article.result.sentences or {}
end

-- The JSON object of `assay run --format json`. An article that was read with an earlier pack is read again.
function embed.run(session, articles)
	local aggregate = require "assay.aggregate"
	local results = {}
	for i, article in ipairs(articles) do
		if article.session ~= session then
			local result, reason, code = session:analyse(article.text, article.meta)
			if not result then return nil, reason, code or "bad_input" end
			article.result, article.session = result, session
		end
		article.result.text = article.text
		results[i] = article.result
	end
	local summary = { articles = #results, rejected = json.array {}, limits = json.array {} }
	local object = aggregate.run(session.description, results, summary)
	return json.encode(object, { order = aggregate.key_order })
end

return embed
