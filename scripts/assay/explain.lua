--- A finding of a run, down to the bytes: what it was counted from, by which rule, which words fired it, what each
--- piece adds. All that is shown is checked against the article's text, and the score is computed anew.

local json = require "assay.core".json
local model = require "assay.model"
local pattern = require "assay.pattern"
local whynot = require "assay.whynot"

local explain = {}

local SIX_DIGITS = 1e-6 -- what a score in a run is rounded to

local Explanation = {}
Explanation.__index = Explanation

--- Notes that something does not hold.
function Explanation:check(holds, article, format, ...)
	self.checked = self.checked + 1
	if not holds then
		self.problems[#self.problems + 1] = { article = article, problem = format:format(...) }
	end
end

--- The article as the rules read it, once; nil without its text.
function Explanation:reading(id)
	local text = self.texts[id]
	if text and not self.readings[id] then self.readings[id] = assert(self.session:read(text, { id = id })) end
	return self.readings[id]
end

local function slice(text, place)
	return text:sub(place.start + 1, place["end"])
end

--- The match of the pattern that ends these bytes, or nil: a record may begin with its holder, before the match.
local function match_at(compiled, reading, place)
	for _, match in ipairs(pattern.find(compiled, reading.article)) do
		local from, to = reading.article:bytes(match.first, match.last)
		if from - 1 >= place.start and to == place["end"] then return match end
	end
end

--- What a pattern of the rule matches there: its words and its elements; nil when it matches no longer.
function Explanation:retrace(compiled, reading, record)
	local match = match_at(compiled, reading, record)
	if not match then return nil end
	return compiled.source, json.array(whynot.elements(self.session, { pattern = compiled }, reading, match))
end

--- The patterns that can have made the record, and what the pack says of them.
function Explanation:patterns_of(id)
	local claim = id:match "^claim%.(.*)$"
	for _, entry in ipairs(claim and self.session.claims or self.session.rules) do
		if entry.item.id == (claim or id) then
			local list = claim and {} or { entry.pattern }
			for i, spec in ipairs(claim and entry.patterns or {}) do list[i] = spec.compiled end
			return list, entry.item.summary
		end
	end
	return {}, nil
end

local function place_with_text(reading, place)
	return { start = place.start, ["end"] = place["end"], text = reading and slice(reading.text, place) }
end

local function captures_of(record, reading)
	local list = json.array {}
	for i, capture in ipairs(record.captures or {}) do
		list[i] = place_with_text(reading, capture)
		list[i].name = capture.name
	end
	return list
end

local function links_of(record, reading)
	local list = json.array {}
	for i, item in ipairs(record.links or {}) do
		list[i] = place_with_text(reading, item)
		list[i].kind, list[i].name = item.kind, item.name
	end
	return list
end

local function cues_of(record, reading)
	local list = json.array {}
	for i, cue in ipairs(record.cues or {}) do
		list[i] = { axis = cue.axis, policy = cue.policy, scope = place_with_text(reading, cue) }
		list[i].cue = cue.cue and place_with_text(reading, { start = cue.cue[1], ["end"] = cue.cue[2] })
	end
	return list
end

--- One piece of evidence, opened.
function Explanation:open(id, record)
	local reading = self:reading(id)
	local patterns, summary = self:patterns_of(record.rule)
	local opened = {
		article = id, rule = record.rule, summary = summary, start = record.start, ["end"] = record["end"],
		text = record.text, holder = record.holder, person = record.person, speaker = record.speaker, via = record.via,
		sign = record.sign, weight = record.weight, conditional = record.conditional, share = record.share,
		state = record.state or "live", why = record.why, superseded_by = record.superseded_by,
		captures = captures_of(record, reading), cues = cues_of(record, reading),
		links = links_of(record, reading),
	}
	if not reading then return opened end
	self:check(slice(reading.text, record) == record.text, id, "bytes %d-%d are not “%s”", record.start, record["end"],
		record.text)
	for _, compiled in ipairs(patterns) do
		if not opened.pattern then opened.pattern, opened.elements = self:retrace(compiled, reading, record) end
	end
	self:check(opened.pattern or #patterns == 0, id, "%s does not match at %d-%d", record.rule, record.start,
		record["end"])
	return opened
end

--- One actor in one article, or nil where the article does not mention it.
function Explanation:stance(article, actor)
	for _, stance in ipairs(article.stances) do
		if stance.actor == actor then
			local label, score, classes = model.article_stance(stance.evidence, self.object.model)
			local told = {
				article = article.id, stance = stance.stance, score = stance.score, evidence = json.array {},
				favours = classes[1], conditional = classes[2], opposes = classes[3], not_counted = json.array {},
			}
			self:check(label == stance.stance and math.abs(score - stance.score) <= SIX_DIGITS, article.id,
				"the evidence makes %s %.6f, the run says %s %.6f", label, score, stance.stance, stance.score)
			for i, record in ipairs(stance.evidence) do told.evidence[i] = self:open(article.id, record) end
			for _, record in ipairs(article.dropped or {}) do
				local meant = record.holder == actor
				if meant then told.not_counted[#told.not_counted + 1] = self:open(article.id, record) end
			end
			return told
		end
	end
end

function Explanation:claims(article, id)
	local list = {}
	for _, claim in ipairs(article.claims) do
		if claim.claim == id then
			local told = {
				article = article.id, claim = id, status = claim.status, value = claim.value, evidence = json.array {},
			}
			for i, record in ipairs(claim.evidence) do told.evidence[i] = self:open(article.id, record) end
			list[#list + 1] = told
		end
	end
	return list
end

local function overall_of(list, key, name)
	for _, item in ipairs(list) do
		if item[key] == name then return item end
	end
end

--- Whether the run knows an actor or a claim of that name, and what else it knows.
---@return string? kind "actor", "claim", or nil
---@return string[] names
function explain.kind(object, name)
	local names, kinds = {}, {}
	for _, item in ipairs(object.stances) do names[#names + 1], kinds[item.actor] = item.actor, "actor" end
	for _, item in ipairs(object.agreement.claims) do names[#names + 1], kinds[item.claim] = item.claim, "claim" end
	return kinds[name], names
end

--- Explains an actor's stances or a claim.
---@param object table of assay.aggregate
---@param session table of assay.analysis, with the pack of the run
---@param texts table article id → text; what has none is told, but not checked
---@param name string an actor or the id of a claim
---@param only string? the id of the one article to explain
---@return table { kind, name, overall, stances or claims, checked = how many things, problems = { article, problem } }
function explain.run(object, session, texts, name, only)
	local self = setmetatable({
		object = object, session = session, texts = texts, readings = {}, checked = 0, problems = json.array {},
	}, Explanation)
	local kind = explain.kind(object, name)
	local told = { kind = kind, name = name, stances = json.array {}, claims = json.array {} }
	for _, article in ipairs(object.articles) do
		if not only or article.id == only then
			if kind == "actor" then
				told.stances[#told.stances + 1] = self:stance(article, name)
			else
				for _, claim in ipairs(self:claims(article, name)) do told.claims[#told.claims + 1] = claim end
			end
		end
	end
	told.overall = not only and (kind == "actor" and overall_of(object.stances, "actor", name)
		or overall_of(object.agreement.claims, "claim", name)) or nil
	told.checked, told.problems = self.checked, self.problems
	return told
end

return explain
