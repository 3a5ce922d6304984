--- How an article words and sources what it tells: descriptive counts, no valence (method §3.8).
---
--- Of an article: what it calls the same people, in whose voice; how many of its reports have a source without a name,
--- how deep its chains go, whose voice fills how many sentences, and with which kinds of reporting verbs.

local json = require "assay.core".json
local stats = require "assay.stats"

local link = require "assay.link"
local pattern = require "assay.pattern"
local traces = require "assay.traces"

local framing = {}

local ENOUGH = 10 -- counts below which a share has no interval

--- Spans in which others are looked for: their starts in order, and how far those up to each one reach.
local function coverage(spans)
	table.sort(spans, function(a, b) return a[1] < b[1] end)
	local list, furthest = {}, 0
	for i, span in ipairs(spans) do
		furthest = math.max(furthest, span[2])
		list[i] = { start = span[1], furthest = furthest }
	end
	return list
end

--- Whether one of the spans holds the bytes.
local function holds(covered, from, to)
	local last = covered[link.before(covered, "start", from + 1)]
	return last ~= nil and to <= last.furthest
end

--- What stands in quotation marks, and what in a paraphrase.
local function voices_in(reading)
	local quoted, attributed = {}, {}
	for _, quote in ipairs(reading.quotes) do
		local pieces = quote.kind == "scare" and { { quote.start, quote["end"] } } or traces.quoted_pieces(quote)
		table.move(pieces, 1, #pieces, #quoted + 1, quoted)
		if quote.kind ~= "scare" and quote.kind ~= "direct" then
			attributed[#attributed + 1] = { quote.start, quote["end"] }
		end
	end
	return { quoted = coverage(quoted), attributed = coverage(attributed) }
end

--- Whose word it is: quoted in quotation marks, attributed in a paraphrase, else the outlet's.
local function label_voice(voices, from, to)
	if holds(voices.quoted, from, to) then return "quoted" end
	return holds(voices.attributed, from, to) and "attributed" or "outlet"
end

--- How often each label of the pack stands for its referent, by voice.
---@param compiled table of ruleset.compile_labels
---@param reading table of the article
---@return table list of { term, voice = "outlet" | "attributed" | "quoted", count, spans }
function framing.labels(compiled, reading)
	local counts, order, found = {}, json.array {}, pattern.find_all(compiled.set, reading.article)
	local voices = voices_in(reading)
	for _, label in ipairs(compiled) do
		for _, match in ipairs(found[label.compiled] or {}) do
			local at = match.captures.label or { match.first, match.last }
			local from, to = reading.article:bytes(at[1], at[2])
			local voice = label_voice(voices, from - 1, to)
			local key = label.term .. "\0" .. voice
			if not counts[key] then
				counts[key] = { term = label.term, voice = voice, count = 0, spans = json.array {} }
				order[#order + 1] = counts[key]
			end
			counts[key].count = counts[key].count + 1
			counts[key].spans[counts[key].count] = json.array { from - 1, to }
		end
	end
	return order
end

--- Who a report gives voice to: the side its speaker counts for, else the medium it came through, else "other".
local function voice_of(reading, quote)
	local speaker, medium = quote.speaker, quote.via and quote.via[1]
	local known = speaker and (speaker.side or speaker.entity)
	return known or medium and not reading.own[medium] and medium or "other"
end

local function voice(self, name)
	if not self.by_name[name] then
		self.by_name[name] = { voice = name, reports = 0, sentences = 0.0, anonymous = 0, cues = {} }
		table.insert(self.voices, self.by_name[name])
	end
	return self.by_name[name]
end

--- Sentences that hold reports, each shared among the voices in it. A report within another is told by the other.
local function share_sentences(self, reading, reports)
	local of_sentence, order = {}, {}
	for _, quote in ipairs(reports) do
		local n = quote.parent and #reading.sentences + 1 or reading.sentence_from(quote.start)
		while reading.sentences[n] and reading.sentences[n].start < quote["end"] do
			if not of_sentence[n] then
				of_sentence[n] = { count = 0, names = {} }
				order[#order + 1] = n
			end
			local held = of_sentence[n]
			local name = voice_of(reading, quote)
			if not held.names[name] then held.names[name], held.count = true, held.count + 1 end
			n = n + 1
		end
	end
	for _, n in ipairs(order) do
		for name in pairs(of_sentence[n].names) do
			voice(self, name).sentences = voice(self, name).sentences + 1 / of_sentence[n].count
		end
	end
end

local function depth_of(quotes, quote)
	local depth = 1
	while quote.parent and depth < 32 do
		quote, depth = quotes[quote.parent], depth + 1
	end
	return depth
end

--- Counts of one article.
---@param reading table of the article
---@return table { reports, anonymous, unknown (reports without a speaker), depth (longest chain), voices: list of {
---  voice, reports, sentences (shared ones in part), anonymous, cues: class → count } }
function framing.read(reading)
	local self = { by_name = {}, voices = json.array {} }
	local told, reports = { reports = 0, anonymous = 0, unknown = 0, depth = 0 }, {}
	for _, quote in ipairs(reading.quotes) do
		if quote.kind ~= "scare" and not quote.part_of then
			reports[#reports + 1] = quote
			local speaker, own = quote.speaker, voice(self, voice_of(reading, quote))
			local hidden = speaker and speaker.anonymous and 1 or 0
			told.reports, told.anonymous = told.reports + 1, told.anonymous + hidden
			told.unknown = told.unknown + (speaker and 0 or 1)
			told.depth = math.max(told.depth, depth_of(reading.quotes, quote))
			own.reports, own.anonymous = own.reports + 1, own.anonymous + hidden
			local class = quote.cue and quote.cue.class
			if class then own.cues[class] = (own.cues[class] or 0) + 1 end
		end
	end
	share_sentences(self, reading, reports)
	told.voices = self.voices
	return told
end

--- A count of so many: { count, of, share (nil of none), low, high: Wilson's interval, from ENOUGH on }.
local function share(count, of)
	local told = { count = count, of = of, share = of > 0 and count / of or nil }
	if of >= ENOUGH then told.low, told.high = stats.wilson(count, of) end
	return told
end

--- 1 / Σ p²: as many voices of equal share would be as balanced; nil where nobody speaks.
local function effective(voices)
	local sum, squares = 0, 0
	for _, item in ipairs(voices) do sum = sum + item.sentences end
	for _, item in ipairs(voices) do squares = squares + (sum > 0 and (item.sentences / sum) ^ 2 or 0) end
	return squares > 0 and 1 / squares or nil
end

local function cue_shares(cues)
	local total, list, names = 0, json.array {}, {}
	for name, count in pairs(cues) do names[#names + 1], total = name, total + count end
	table.sort(names)
	for i, name in ipairs(names) do
		list[i] = share(cues[name], total)
		list[i].class = name
	end
	return list
end

local function voices_of(voices)
	local list = json.array {}
	for i, item in ipairs(voices) do
		list[i] = {
			voice = item.voice, reports = item.reports, sentences = item.sentences,
			anonymous = share(item.anonymous, item.reports), cues = cue_shares(item.cues),
		}
	end
	table.sort(list, function(a, b)
		if a.sentences ~= b.sentences then return a.sentences > b.sentences end
		return a.voice < b.voice
	end)
	return list
end

local function summary(told)
	return {
		reports = told.reports, anonymous = share(told.anonymous, told.reports), unknown = told.unknown,
		depth = told.depth, effective_voices = effective(told.voices), voices = voices_of(told.voices),
	}
end

local function add(all, told)
	for _, key in ipairs { "reports", "anonymous", "unknown" } do all[key] = all[key] + told[key] end
	all.depth = math.max(all.depth, told.depth)
	for _, item in ipairs(told.voices) do
		local own = voice(all, item.voice)
		for _, key in ipairs { "reports", "sentences", "anonymous" } do own[key] = own[key] + item[key] end
		for class, count in pairs(item.cues) do own.cues[class] = (own.cues[class] or 0) + count end
	end
end

--- Labels that are the outlet's words: its own voice and paraphrases, not quotations.
local function own_labels(result)
	local counts, total = {}, 0
	for _, label in ipairs(result.labels or {}) do
		if label.voice ~= "quoted" then
			counts[label.term], total = (counts[label.term] or 0) + label.count, total + label.count
		end
	end
	return counts, total
end

local function entropy_part(p) return p > 0 and -p * math.log(p, 2) or 0 end

--- Jensen–Shannon divergence (base 2) of two distributions of counts: 0 the same, 1 nothing in common; nil where one
--- of them is empty.
---@param a table<string, number>
---@param b table<string, number>
---@return number?
function framing.divergence(a, b)
	local total_a, total_b, names, sum = 0, 0, {}, 0
	for name, count in pairs(a) do names[#names + 1], total_a = name, total_a + count end
	for name, count in pairs(b) do
		total_b = total_b + count
		if not a[name] then names[#names + 1] = name end
	end
	if total_a == 0 or total_b == 0 then return nil end
	table.sort(names)
	for _, name in ipairs(names) do
		local p, q = (a[name] or 0) / total_a, (b[name] or 0) / total_b
		sum = sum + entropy_part((p + q) / 2) - (entropy_part(p) + entropy_part(q)) / 2
	end
	return math.max(0, sum)
end

local function distances(results)
	local list, counts = json.array {}, {}
	for i, result in ipairs(results) do counts[i] = own_labels(result) end
	for i = 1, #results do
		for j = i + 1, #results do
			local distance = framing.divergence(counts[i], counts[j])
			if distance then list[#list + 1] = { a = results[i].id, b = results[j].id, distance = distance } end
		end
	end
	return list
end

--- The member `framing` of a run.
---@param results table the articles' results
---@param with_pairs boolean whether the distances of labels are wanted: their number grows with the pairs
---@return table { articles, all, label_distances }
function framing.compare(results, with_pairs)
	local articles = json.array {}
	local all = { reports = 0, anonymous = 0, unknown = 0, depth = 0, by_name = {}, voices = {} }
	for i, result in ipairs(results) do
		local told = result.framing or { reports = 0, anonymous = 0, unknown = 0, depth = 0, voices = {} }
		articles[i] = summary(told)
		articles[i].article = result.id
		add(all, told)
	end
	return {
		articles = articles, all = summary(all), label_distances = with_pairs and distances(results) or json.array {},
	}
end

return framing
