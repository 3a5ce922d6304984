--- What the session gives beside the library: reading, trying patterns, concordances, why and why not, judging.
--- Each is documented for `name?`; the functions are made per session.

local kwic = require "assay.kwic"
local pattern = require "assay.pattern"
local whynot = require "assay.whynot"
local display = require "assay.repl.display"
local work_texts = require "assay.repl.work".texts

local tools = {}

local function quoted(place) return "“" .. require "assay.cli".printable(place.text) .. "”" end

local REJECTED = 5 -- inputs that are named

local make = {}

--- Shows values and keeps the first as `_`, as the session does with those of an expression; saved scripts call it.
---
---   p(articles[1])
---@param ... any
function make.p(session)
	return function(...) session:show(select("#", ...), ...) end
end

--- Reads articles from files and folders and adds them to `articles`.
---
---   read("corpus", { meta = "corpus/manifest.tsv" })
---@param ... string paths; a table at the end may give { meta = manifest }
---@return integer added how many articles
function make.read(session)
	return function(...)
		local paths, options = { ... }, {}
		if type(paths[#paths]) == "table" then options = table.remove(paths) end
		local added, rejected = session.work:load(paths, options.meta)
		for i = 1, math.min(#rejected, REJECTED) do
			session:complain(("rejected %s: %s"):format(rejected[i].input, rejected[i].reason))
		end
		if #rejected > REJECTED then session:complain(("… %d more rejected"):format(#rejected - REJECTED)) end
		return added
	end
end

--- Takes up a rule pack or script and reads the articles anew with it; without a name, from disk again. Old rules stay
--- when the new ones cannot be loaded.
---
---   use "safe-passage"
---@param name string?
---@return table pack { name, version, actors, rules, … }, as of assay.pack
function make.use(session)
	return function(name) return session.work:use(name) end
end

--- Runs the pack over the articles. The result is `run` as well.
---
---   execute().stances
---@return table run the object of `assay run --format json`
function make.execute(session)
	return function() return session.work:run() end
end

local function readings(session, where)
	local opened, list = session.work:analysis(), {}
	if type(where) == "string" then
		list[1] = assert(opened:read(where, { id = "text" }))
		return list
	end
	local articles = where == nil and session.work.articles or type(where) == "userdata" and { where } or where
	for i, article in ipairs(articles) do list[i] = assert(opened:read(article:text(), article:meta())) end
	return list
end

local function write_match(out, opened, entry, reading, match)
	local from, to = reading.article:bytes(match.first, match.last)
	out:write(("[%s %d-%d] “%s”\n"):format(reading.article:meta().id, from - 1, to, reading.text:sub(from, to)))
	for _, element in ipairs(whynot.elements(opened, entry, reading, match)) do
		out:write("    ", element.pattern, element.text and "  matches " .. quoted(element) or "  holds", "\n")
	end
	for name, tokens in pairs(match.captures) do
		local first, last = reading.article:bytes(tokens[1], tokens[2])
		out:write("    <", name, ">  ", quoted { text = reading.text:sub(first, last) }, "\n")
	end
end

--- The furthest that the pattern gets in any sentence.
local function write_failure(out, opened, entry, list)
	local best, count
	for _, reading in ipairs(list) do
		for n, sentence in ipairs(reading.sentences) do
			local told = whynot.pattern(opened, entry, reading, n)
			if told and (not best or #told.matched > count) then
				best, count = told, #told.matched
				best.start, best["end"] = sentence.start, sentence["end"]
				best.text = reading.text:sub(sentence.start + 1, sentence["end"])
			end
		end
	end
	if not best then return out:write "no match\n" end
	out:write "no match; the furthest it gets:\n"
	require "assay.report.outcome".write(out, { best }, "")
end

local MOST = 20 -- matches that try shows in full

--- Tries a token pattern: what each of its elements matched, or how far it gets.
---
---   try("@actor %reject", "Egypt has rejected the plan.")
---@param source string the pattern
---@param where string|userdata|table|nil a text, an article, a list of articles; all articles
---@return table text
function make.try(session)
	return function(source, where)
		local opened, out, count = session.work:analysis(), display.sink(), 0
		local compiled, message, column = pattern.compile(opened.analyzer, source, opened.macros)
		if not compiled then
			error(require "assay.place".open("pattern", source):describe(column, message), 0)
		end
		local entry, list = { pattern = compiled }, readings(session, where)
		for _, reading in ipairs(list) do
			for _, match in ipairs(pattern.find(compiled, reading.article)) do
				count = count + 1
				if count <= MOST then write_match(out, opened, entry, reading, match) end
			end
		end
		if count > MOST then out:write(("… %d more matches\n"):format(count - MOST)) end
		if count == 0 then write_failure(out, opened, entry, list) end
		return display.text(out.text())
	end
end

--- Concordance of a token pattern over the articles.
---
---   kwic("~tunnel", { words = 6, sort = { "right1" } })
---@param source string the pattern
---@param options table? { words, left, right = words of context; sentences = n; sort = list of match, left1, left2,
---  right1, right2, article; articles = list }
---@return table lines list of { article, n, start, end, left, match, right }, bytes 0-based and half-open
function make.kwic(session)
	return function(source, options)
		options = options or {}
		local finder, message, column = kwic.finder(session.work:analysis(), source, options)
		if not finder then error(require "assay.place".open("pattern", source):describe(column, message), 0) end
		local lines = setmetatable({}, { __name = "kwic" })
		for _, article in ipairs(options.articles or session.work.articles) do
			for _, line in ipairs(finder:lines(article)) do lines[#lines + 1] = line end
		end
		return options.sort and kwic.sort(lines, options.sort) or lines
	end
end

local function plain_texts(run)
	local texts = {}
	for id, item in pairs(work_texts(run)) do texts[id] = item.text end
	return texts
end

--- Why: the evidence behind an actor's stances or a claim, down to the words and re-verified; or of one record.
---
---   why "Egypt"
---@param x string|table an actor, the id of a claim, or a record of evidence, stance or claim
---@param article string? only in this article
---@return table text
function make.why(session)
	return function(x, article)
		local explain, run = require "assay.explain", session.work:current()
		local name = type(x) == "table" and (x.actor or x.claim or x.holder) or x
		local kind, names = explain.kind(run, name)
		if not kind then
			error(("the run has no actor or claim '%s'%s"):format(tostring(name), require "assay.meant"(name, names)), 0)
		end
		local out = display.sink()
		require "assay.report.explanation".write(out,
			explain.run(run, session.work:analysis(), plain_texts(run), name, article), run)
		return display.text(out.text())
	end
end

--- Why not: how far a rule gets, and what stops it.
---
---   whynot("egypt-rejects", "Egypt said it might reject the plan.")
---@param rule string the rule's id
---@param at string|userdata|nil a text, an article or its id; the first article
---@param byte integer? 0-based: only the sentence there
---@return table text
function make.whynot(session)
	return function(rule, at, byte)
		local opened, out = session.work:analysis(), display.sink()
		local entry, message = require "assay.inquiry".rule_of(opened, rule)
		if not entry then error(message, 0) end
		local text = type(at) == "string" and not session.work.articles[at] and at or session.work:article(at):text()
		local reading = assert(opened:read(text, { id = "text" }))
		require "assay.report.outcome".write(out, whynot.run(opened, entry, reading, byte), reading.text)
		return display.text(out.text())
	end
end

local function rendered(session, article, layers, more)
	local reading, opened = require "assay.report.reading", session.work:analysis()
	local records = assert(opened:show(article:text(), article:meta(), layers))
	local text = article:text()
	for _, record in ipairs(more or {}) do records[#records + 1] = record end
	local settings = { width = session.display:width(), colour = session.display.colour }
	local legend = reading.legend(layers, settings.colour)
	return display.text(legend .. reading.render(article:meta().id, text, records, settings))
end

--- The article with its evidence: underlined and numbered, and below each sentence what was found in it.
---
---   hl "000"
---@param which string|integer|userdata|nil article, its id or place; the first
---@return table text
function make.hl(session)
	return function(which)
		local article = session.work:article(which)
		local list = {}
		for _, stance in ipairs(session.work:record(article:meta().id).stances) do
			for _, record in ipairs(stance.evidence) do list[#list + 1] = record end
		end
		table.sort(list, function(a, b)
			if a.start ~= b.start then return a.start < b.start end
			return a.rule < b.rule
		end)
		local more = {}
		for i, record in ipairs(list) do
			more[i] = { layer = "evidence", number = i, start = record.start, ["end"] = record["end"],
				label = ("%s: %s %+d"):format(record.rule, record.holder, record.sign) }
		end
		return rendered(session, article, { "sentences" }, more)
	end
end

--- How the engine reads an article: layers marked in the text.
---
---   show("quotes", "000")
---@param layers string one or more of `assay show`, with commas: mentions, quotes, context, numbers, …
---@param which string|integer|userdata|nil article, its id or place; the first
---@return table text
function make.show(session)
	return function(layers, which)
		local list = { "sentences" }
		for layer in (layers or "mentions,quotes,context"):gmatch "[^,%s]+" do
			if layer ~= "sentences" then list[#list + 1] = layer end
		end
		return rendered(session, session.work:article(which), list)
	end
end

--- Judges evidence: writes an example into the tests of the pack (spec/examples.jsonl of its folder, or beside a
--- script), which `assay test` runs from then on.
---
---   label(run.articles[1].stances[1].evidence[1], "wrong")
---@param record table evidence of the run
---@param verdict string "wrong" (the rule must not find that there) or "right" (it must)
---@return table text where it was written
function make.label(session)
	return function(record, verdict)
		return display.text(require "assay.repl.label".write(session.work, record, verdict))
	end
end

--- Times a function.
---
---   time(execute, 5)
---@param f function
---@param n integer? runs (1)
---@return table { n, min, median } in seconds of wall time
function make.time()
	return function(f, n)
		local host, took = require "assay.host", {}
		for i = 1, n or 1 do
			local began = host.milliseconds()
			f()
			took[i] = (host.milliseconds() - began) / 1000
		end
		table.sort(took)
		return { n = #took, min = took[1], median = took[(#took + 1) // 2] }
	end
end

--- The tools of a session by name.
---@return table<string, function>
function tools.names(session)
	local names = {}
	for name, maker in pairs(make) do names[name] = maker(session) end
	return names
end

return tools
