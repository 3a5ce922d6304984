--- What an article shows of where its text comes from: read in the worker, compared by assay.dependence.
---
---   cites     media it names: { name, start, end, carries, self }; carries: a report came through it; self: it is the
---             outlet itself
---   outlets   the names by which its own outlet is known
---   names     bytes of names, titles and offices: list of { start, end }
---   sayings   what stands in quotation marks, a sentence each: { start, end, stems, entity, side }; stems of its words
---             without names and function words

local json = require "assay.core".json

local traces = {}

local FUNCTION = "function" -- class of the language pack: words that say nothing by themselves
local LEAST = 2             -- stems of a saying that can be recognised
local MOST = 16             -- stems that are kept of one

--- Bytes of names and of the titles before them, and of offices.
local function names_of(reading)
	local list = json.array {}
	for _, mention in ipairs(reading.mentions) do
		list[#list + 1] = json.array { mention.start, mention["end"] }
	end
	return list
end

--- The pieces of a report that stand in quotation marks: of a mixed one every second.
---@param quote table record of the layer quotes
---@return integer[][] list of { start, end }, bytes 0-based and half-open
function traces.quoted_pieces(quote)
	if quote.kind == "direct" then return quote.parts or { { quote.start, quote["end"] } } end
	local pieces = {}
	for i = 2, quote.kind == "mixed" and quote.parts and #quote.parts or 0, 2 do pieces[#pieces + 1] = quote.parts[i] end
	return pieces
end

--- Cuts [from, to) at the sentences' ends.
local function by_sentence(reading, from, to)
	local list, n = {}, reading.sentence_from(from)
	while reading.sentences[n] and reading.sentences[n].start < to do
		local sentence = reading.sentences[n]
		list[#list + 1] = { math.max(from, sentence.start), math.min(to, sentence["end"]) }
		n = n + 1
	end
	return list
end

local function saying(reading, quote, from, to)
	local first, last = reading.tokens_in(from, to)
	local stems = first and reading.article:stems(first, last, FUNCTION) or {}
	if #stems < LEAST then return nil end
	local speaker = quote.speaker or {}
	return {
		start = from, ["end"] = to, stems = json.array(table.move(stems, 1, math.min(#stems, MOST), 1, {})),
		entity = speaker.entity, side = speaker.side,
	}
end

--- Each saying once.
local function sayings_of(reading)
	local list, seen = json.array {}, {}
	for _, quote in ipairs(reading.quotes) do
		for _, piece in ipairs(quote.part_of and {} or traces.quoted_pieces(quote)) do
			for _, bytes in ipairs(by_sentence(reading, piece[1], piece[2])) do
				local said = saying(reading, quote, bytes[1], bytes[2])
				local key = said and table.concat(said.stems, " ")
				if said and not seen[key] then list[#list + 1], seen[key] = said, true end
			end
		end
	end
	return list
end

--- The outlet's name and, where packs know it as a medium, its canonical name.
---@return string[]
function traces.outlets(session, outlet)
	if type(outlet) ~= "string" then return json.array {} end
	session.outlets = session.outlets or {}
	if session.outlets[outlet] then return session.outlets[outlet] end
	local list = json.array { outlet }
	session.outlets[outlet] = list
	local article = session:article(outlet, {})
	for mention in article:mentions() do
		local entity = mention:entity()
		if entity:class() == "media" and entity:name() ~= outlet then list[#list + 1] = entity:name() end
	end
	return list
end

--- Media through which reports came: of the reports that were read, and of those that only show their verb ("told X").
local function carriers(reading)
	local set = {}
	for _, list in pairs(reading.find_all(reading.telling)) do
		for _, match in ipairs(list) do
			local told = match.captures.medium
			set[reading.article:party(told[1], told[2]).entity] = true
		end
	end
	for _, quote in ipairs(reading.quotes) do
		for _, name in ipairs(quote.via or {}) do set[name] = true end
		local entity = quote.speaker and quote.speaker.entity
		if entity and reading.class_of[entity] == "media" then set[entity] = true end
	end
	return set
end

--- Whether the name is the outlet's own, or the end of it ("the Post").
local function is_own(reading, outlets, name)
	if reading.own[name] then return true end
	for _, outlet in ipairs(outlets) do
		if #name < #outlet and outlet:sub(-#name - 1) == " " .. name then return true end
	end
	return nil
end

local function cites_of(reading, outlets)
	local list, carries = json.array {}, carriers(reading)
	for _, mention in ipairs(reading.mentions) do
		local own = is_own(reading, outlets, mention.entity)
		if mention.class == "media" or own then
			list[#list + 1] = {
				name = mention.entity, start = mention.start, ["end"] = mention["end"],
				carries = carries[mention.entity], self = own,
			}
		end
	end
	return list
end

--- The traces of an article.
---@param session table of assay.analysis
---@param reading table of the article
---@return table { cites, outlets, names, sayings }
function traces.of(session, reading)
	local outlets = traces.outlets(session, reading.article:meta().outlet)
	return {
		cites = cites_of(reading, outlets), outlets = outlets,
		names = names_of(reading), sayings = sayings_of(reading),
	}
end

return traces
