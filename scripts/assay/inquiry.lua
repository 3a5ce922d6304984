--- What the commands ask a session in a worker about its pack: each function takes the session and a request and gives
--- an answer that JSON can hold, or nil, message, code.

local examples = require "assay.examples"
local explain = require "assay.explain"
local json = require "assay.core".json
local kwic = require "assay.kwic"
local lint = require "assay.lint"
local meant = require "assay.meant"
local profile = require "assay.profile"
local whynot = require "assay.whynot"

local inquiry = {}

--- A rule of the session by its id; nil, message, code with the nearest id.
function inquiry.rule_of(session, id)
	local ids = {}
	for i, entry in ipairs(session.rules) do
		if entry.item.id == id then return entry end
		ids[i] = entry.item.id
	end
	return nil, ("no rule '%s'%s"):format(id, meant(id, ids)), "usage"
end

--- Request: { rule?, further? = of examples.further }. Answer: { pack, rules = their number, results = of
--- examples.run }.
function inquiry.examples(session, request)
	if request.rule then
		local entry, message, code = inquiry.rule_of(session, request.rule)
		if not entry then return nil, message, code end
	end
	local results = json.array(examples.run(session, request.rule, request.further))
	for _, result in ipairs(results) do json.array(result.found) end
	return { pack = session.description.name, rules = #session.rules, results = results }
end

--- Answer: { pack, findings = of lint.run }.
function inquiry.lint(session)
	return { pack = session.description.name, findings = json.array(lint.run(session)) }
end

--- Request: { further? = of examples.further }. Answer: { description, findings = of lint.run, examples = of
--- examples.run, labels = their terms }.
function inquiry.proof(session, request)
	local labels = json.array {}
	for i, label in ipairs(session.pack.labels) do labels[i] = label.term end
	return {
		description = session.description, findings = json.array(lint.run(session)),
		examples = json.array(examples.run(session, nil, request.further)), labels = labels,
	}
end

--- Request: { pattern, and the options of assay.kwic }. Answer: { message?, column? }: what is wrong with the pattern.
function inquiry.concordance(session, request)
	local finder, message, column = kwic.finder(session, request.pattern, request)
	return finder and {} or { message = message, column = column }
end

--- Request: { rule, text, byte? }. Answer: { rule, text = as it was read, sentences = of whynot.run }.
function inquiry.whynot(session, request)
	local entry, message, code = inquiry.rule_of(session, request.rule)
	if not entry then return nil, message, code end
	local reading, reason, kind = session:read(request.text, { id = "text" })
	if not reading then return nil, reason, kind end
	local list = whynot.run(session, entry, reading, request.byte)
	return { rule = entry.item.id, text = reading.text, sentences = json.array(list) }
end

--- Request: { object, texts, name, article? } of explain.run. Answer: { sha256 = of the pack, told }.
function inquiry.explain(session, request)
	local told = explain.run(request.object, session, request.texts, request.name, request.article)
	return { sha256 = session.description.sha256, told = told }
end

--- Request: { items = list of { id, text } }. Answer: { pack, told = of profile.run }.
function inquiry.profile(session, request)
	local at = 0
	local function each()
		at = at + 1
		return request.items[at]
	end
	return { pack = session.description.name, told = profile.run(session, each) }
end

return inquiry
