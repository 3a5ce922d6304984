--- What each rule costs and gives on articles.

local rule = require "assay.rule"

local profile = {}

local function searched(reading)
	local count = 0
	for _, sentence in ipairs(reading.sentences) do
		if sentence.kind ~= "furniture" then count = count + 1 end
	end
	return count
end

local function live(records)
	local count = 0
	for _, record in ipairs(records) do
		if record.state == "live" then count = count + 1 end
	end
	return count
end

--- Adds what a rule costs and gives on one article.
local function measure(row, entry, reading)
	local records, from = {}, os.clock()
	row.hits = row.hits + rule.apply(entry, reading, records)
	row.seconds = row.seconds + os.clock() - from
	row.live, row.evidence = row.live + live(records), row.evidence + #records
end

local function by_time(a, b)
	if a.seconds ~= b.seconds then return a.seconds > b.seconds end
	return a.rule < b.rule
end

--- Runs every rule apart on every article. A rule that needs `unless` or `near` pays for the search of them once per
--- article, together with the first rule that asks for the same.
---@param session table of assay.analysis
---@param items function gives { id, text } or nil
---@return table { articles, sentences, seconds = of reading, rules = { { rule, seconds, tries = sentences it was tried
---  on, hits, evidence, live }, … } slowest first, dead = ids of rules that never fired }
function profile.run(session, items)
	local rows, told = {}, { articles = 0, sentences = 0, seconds = 0, dead = {} }
	for i, entry in ipairs(session.rules) do
		rows[i] = { rule = entry.item.id, seconds = 0, tries = 0, hits = 0, evidence = 0, live = 0 }
	end
	for item in items do
		local from = os.clock()
		local reading = session:read(item.text, { id = item.id })
		local sentences = reading and searched(reading) or 0
		told.seconds = told.seconds + os.clock() - from
		told.articles, told.sentences = told.articles + (reading and 1 or 0), told.sentences + sentences
		for i, entry in ipairs(reading and session.rules or {}) do
			rows[i].tries = rows[i].tries + sentences
			measure(rows[i], entry, reading)
		end
	end
	for _, row in ipairs(rows) do
		if row.hits == 0 then told.dead[#told.dead + 1] = row.rule end
	end
	table.sort(rows, by_time)
	told.rules = rows
	return told
end

return profile
