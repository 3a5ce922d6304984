--- A session: packs loaded, articles read and analysed one by one. What one article gives depends on nothing but its
--- text, its metadata and the packs.

local claim = require "assay.claim"
local core = require "assay.core"
local framing = require "assay.framing"
local json = core.json
local language = require "assay.language"
local link = require "assay.link"
local model = require "assay.model"
local overrides = require "assay.pack.overrides"
local packfile = require "assay.packfile"
local pattern = require "assay.pattern"
local rule = require "assay.rule"
local ruleset = require "assay.ruleset"
local sandbox = require "assay.sandbox"
local traces = require "assay.traces"

local analysis = {}

local DEPTH = 16 -- reports in one another that are followed
local CUES = 64 -- cues of context before and behind a match that are looked at, as article:axes does

local Session = {}
Session.__index = Session

local MERGED = { "actors", "entities", "rules", "claims", "labels", "models", "operators" }

--- Loads the packs that a pack needs, before it, each once. Raises { message, code }.
local function load_needed(pack, spec, packs, seen)
	for _, name in ipairs(pack.uses) do
		if not seen[name] then
			seen[name] = true
			local used, message, code = packfile.load(name, spec.where, spec.trust)
			if not used then error({ message = message, code = code }, 0) end
			load_needed(used, spec, packs, seen)
			packs[#packs + 1] = used
		end
	end
	for _, used in ipairs(packs) do
		local problem = packfile.range_problem(pack, used)
		if problem then error({ message = problem, code = "bad_pack" }, 0) end
	end
end

--- Adds what a used pack holds in front of a pack's own. Its actors are then of one list with those that name them as
--- their side.
local function merge_used(own, used, at)
	for _, list in ipairs(MERGED) do
		at[list] = at[list] or 0
		for _, item in ipairs(used[list]) do
			at[list] = at[list] + 1
			table.insert(own[list], at[list], item)
		end
	end
	own.question = own.question or used.question
	used.actors, used.entities = {}, {}
end

--- The language first, then what the pack uses, then itself.
local function in_order(own, needed, spec)
	local base, packs, at = nil, {}, {}
	for _, used in ipairs(needed) do
		if used.kind == "language" then
			base = base or used
		else
			merge_used(own, used, at)
			packs[#packs + 1] = used
		end
	end
	if not base then
		local message, code
		base, message, code = language.load(spec.language, spec.where)
		if not base then error({ message = message, code = code }, 0) end
	end
	table.insert(packs, 1, base)
	packs[#packs + 1] = own
	return packs
end

local function load_own(spec)
	if spec.script then return packfile.load_script(spec.script, spec.trust) end
	if not spec.pack then return nil end
	local here = spec.pack:gsub("/+$", "")
	if packfile.is_folder(here) then return packfile.load_folder(here, spec.trust) end
	return packfile.load(spec.pack, spec.where, spec.trust)
end

--- A pack that is a language has itself as the language.
local function load_packs(spec)
	local own, message, code = load_own(spec)
	if message then return nil, message, code end
	local fine, packs = pcall(function()
		local needed = {}
		if own then load_needed(own, spec, needed, { [own.name] = true }) end
		if own and own.kind == "language" then return { own } end
		return in_order(own, needed, spec)
	end)
	if fine then return packs, own end
	if type(packs) ~= "table" then error(packs, 0) end
	return nil, packs.message, packs.code
end

--- The hash of a run's packs: over a line `SHA256  PACK/FILE` for each file that was loaded, in the order of
--- loading, and one for the overrides.
local function hash_of(packs, overridden)
	local lines = {}
	for _, pack in ipairs(packs) do table.move(pack.loaded, 1, #pack.loaded, #lines + 1, lines) end
	if overridden then lines[#lines + 1] = core.sha256(overridden.text) .. "  overrides\n" end
	return core.sha256(table.concat(lines))
end

local function ids(items)
	local list = json.array {}
	for i, item in ipairs(items) do list[i] = item.id end
	return list
end

local function describe(own, stance_model, hash)
	local actors, claims = json.array {}, json.array {}
	for _, actor in ipairs(own.actors) do
		if not actor.side then actors[#actors + 1] = actor.name end
	end
	for i, item in ipairs(own.claims) do
		claims[i] = { id = item.id, type = item.type or "polarity", summary = item.summary }
	end
	return {
		name = own.name or "none", version = own.version or "0", sha256 = hash,
		question = own.question or "",
		actors = actors, claims = claims, rules = ids(own.rules), model = stance_model,
	}
end

local EMPTY = {
	name = "none", version = "0", question = "", actors = {}, rules = {}, claims = {}, labels = {},
	models = {}, operators = {},
}

--- Words of the offices that a party does not have, by party: "the minister" is not of a state without ministers.
local function lacking(packs)
	local words = {}
	for _, pack in ipairs(packs) do
		for _, actor in ipairs(pack.actors or {}) do words[actor.name] = actor.lacks end
	end
	return words
end

local function open(spec)
	local packs, own, code = load_packs(spec)
	if not packs then return nil, own, code end
	local hash = own and hash_of(packs, spec.overrides) or ""
	own = own or EMPTY
	local analyzer, message, kind = language.analyzer(packs)
	if not analyzer then return nil, message, kind end
	if spec.metonyms then analyzer:metonyms(spec.metonyms == "on") end
	local self = setmetatable({
		analyzer = analyzer, pack = own, newline = spec.newline, calendar = packs[1].calendar,
		lacks = lacking(packs),
	}, Session)
	local fine, failure = pcall(function()
		local changed
		if spec.overrides then
			own.rules, changed = overrides.apply(own.rules, spec.overrides.text, spec.overrides.path)
		end
		self.model = model.declared(own.models)
		self.description = describe(own, self.model, hash)
		self.description.overrides = changed and json.array(changed)
		self.macros = ruleset.macros(packs)
		self.rules = ruleset.compile_all(analyzer, own.rules, self.macros, own.operators)
		self.claims = ruleset.compile_claims(analyzer, own.claims, self.macros)
		self.labels = ruleset.compile_labels(analyzer, own.labels, self.macros)
		self.probable = pattern.compile(analyzer, "%probable")
		self.telling = pattern.set(analyzer, { pattern.compile(analyzer, "%cue.tell <medium: @media>") })
	end)
	if not fine then
		if type(failure) == "table" then return nil, failure.message, "bad_pack" end
		error(failure, 0)
	end
	return self
end

--- Runs f without collecting garbage: nearly all that loading makes is kept, so that collecting finds nothing. A memory
--- limit holds all the same: Lua collects before it gives up an allocation.
local function uncollected(f, ...)
	local ran = collectgarbage "isrunning"
	collectgarbage "stop"
	local results = table.pack(pcall(f, ...))
	if ran then collectgarbage "restart" end
	if not results[1] then error(results[2], 0) end
	return table.unpack(results, 2, results.n)
end

--- Opens a session.
---@param spec table { pack = name or path | script = path | nothing (language only), language = name (default "en"),
--- newline = "auto" (default) | "hard" | "soft": what a line break is, metonyms = "on" | "off" | nothing (as the packs
--- say) }
---@return table? session or nil, message ("file:line:column: reason"), code ("bad_pack", "not_found")
function analysis.open(spec) return uncollected(open, spec) end

--- Reads an article.
---@param options table? { newline = … } in the place of the session's
---@return userdata? article or nil, message, code
function Session:article(text, meta, options)
	return self.analyzer:article(text, meta or {}, options and options.newline or self.newline)
end

local function by_name(list)
	local set = {}
	for _, name in ipairs(list) do set[name] = true end
	return set
end

--- The first sentence that ends behind the byte.
local function sentence_behind(sentences, byte)
	local low, high = 1, #sentences + 1
	while low < high do
		local middle = (low + high) // 2
		if sentences[middle]["end"] <= byte then low = middle + 1 else high = middle end
	end
	return low
end

--- n of a sentence → the spans that meet it, in their order.
local function by_sentence(spans, sentences)
	local map = {}
	for _, span in ipairs(spans) do
		local n = sentence_behind(sentences, span.start)
		while sentences[n] and sentences[n].start < span["end"] do
			map[n] = map[n] or {}
			table.insert(map[n], span)
			n = n + 1
		end
	end
	return map
end

--- Of scopes in the order of their cues those that meet the bytes; of very many only those with the nearest cues.
local function scopes_in(scopes, from, to)
	local low, high = 1, #scopes + 1
	while low < high do
		local middle = (low + high) // 2
		if scopes[middle].cue[1] < from then low = middle + 1 else high = middle end
	end
	local list = {}
	for i = math.max(1, low - CUES), math.min(#scopes, low + CUES - 1) do
		if scopes[i].start < to and from < scopes[i]["end"] then list[#list + 1] = scopes[i] end
	end
	return list
end

--- What rules and claims read of an article; computed once.
local function reading_of(self, article)
	local reading = {
		article = article, text = article:text(), quotes = article:records "quotes", numbers = article:records "numbers",
		sentences = article:records "sentences", mentions = article:records "mentions", class_of = {},
		found = {}, -- what rules have searched for: pattern → sentence → matches
	}
	for _, mention in ipairs(reading.mentions) do reading.class_of[mention.entity] = mention.class end
	reading.published, reading.calendar = article:meta().published, self.calendar
	reading.lacks = self.lacks
	reading.probable, reading.telling = self.probable, self.telling
	reading.own = by_name(traces.outlets(self, article:meta().outlet))
	--- Matches of a compiled pattern in sentence n; of all patterns of a set.
	function reading.find(compiled, n) return link.found_in(reading, compiled, n) end
	function reading.find_all(set) return pattern.find_all(set, article) end
	--- Number of the first sentence that ends behind the byte (0-based).
	function reading.sentence_from(byte) return sentence_behind(reading.sentences, byte) end
	function reading.tokens_in(from, to) return article:tokens_in(from + 1, to) end
	--- The entity of a mention that has just these bytes (0-based, half-open), or nil.
	function reading.mention_of(from, to)
		local low, high = 1, #reading.mentions + 1
		while low < high do
			local middle = (low + high) // 2
			if reading.mentions[middle].start < from then low = middle + 1 else high = middle end
		end
		local mention = reading.mentions[low]
		return mention and mention.start == from and mention["end"] == to and mention.entity or nil
	end
	--- First and last token (1-based) of sentence n.
	function reading.tokens_of(n)
		local sentence = reading.sentences[n]
		return reading.tokens_in(sentence.start, sentence["end"])
	end
	--- Numbers of the reports that hold the tokens, innermost first; of a deep chain the innermost ones.
	function reading.chain(first, last) return article:chain(first, last, DEPTH) end
	--- n of the sentence with the byte.
	function reading.sentence_at(byte) return sentence_behind(reading.sentences, byte) end
	--- Records of the context scopes of sentence n that meet the bytes [from, to), in the order of their cues.
	function reading.scopes_in(n, from, to)
		reading.scopes = reading.scopes or by_sentence(article:records "context", reading.sentences)
		return scopes_in(reading.scopes[n] or {}, from, to)
	end
	return reading
end

--- Reads an article for the rules.
---@return table? reading or nil, message, code
function Session:read(text, meta)
	local article, message, code = self:article(text, meta)
	if not article then return nil, message, code end
	return reading_of(self, article)
end

local function mentioned_actors(self, reading)
	local found = {}
	for mention in reading.article:mentions() do
		local side = mention:entity():side()
		if side then found[side:name()] = true end
	end
	local list = {}
	for _, name in ipairs(self.description.actors) do
		if found[name] then list[#list + 1] = name end
	end
	return list
end

--- Strongest first, then in the order of the text: the first record is the one that a summary shows.
local function by_weight(a, b)
	if a.weight ~= b.weight then return a.weight > b.weight end
	if a.start ~= b.start then return a.start < b.start end
	return a.rule < b.rule
end

--- One record per rule and place; the dropped ones are not among them.
local function live_of(evidence, actor)
	local list, seen = json.array {}, {}
	for _, record in ipairs(evidence) do
		local key = record.rule .. "\0" .. record.start .. "\0" .. record.sign
		if record.state == "live" and record.holder == actor and not seen[key] then
			seen[key] = true
			list[#list + 1] = record
		end
	end
	table.sort(list, by_weight)
	return list
end

local function stances(self, reading, evidence)
	local list = json.array {}
	local actors = by_name(mentioned_actors(self, reading))
	for _, record in ipairs(evidence) do
		if record.holder then actors[record.holder] = true end
	end
	for _, actor in ipairs(self.description.actors) do
		if actors[actor] then
			local records = live_of(evidence, actor)
			local stance, score, classes, shares = model.article_stance(records, self.model)
			for i, record in ipairs(records) do record.share = shares[i] end
			list[#list + 1] = {
				actor = actor, stance = stance, score = score, classes = json.array(classes), evidence = records,
			}
		end
	end
	return list
end

local function warnings_of(article)
	local replaced = article:replaced()
	return replaced > 0 and { ("%d ill-formed sequences replaced by U+FFFD"):format(replaced) } or nil
end

local function clean(records)
	local list = json.array {}
	for i, record in ipairs(records) do
		record.layer = nil
		list[i] = record
	end
	return list
end

--- The records of attributions as others see them: one per report, its pieces in `parts`; `n` and `parent` count
--- these.
local function reports(records)
	local list, number = json.array {}, {}
	for _, record in ipairs(records) do
		if not record.part_of then
			list[#list + 1] = record
			number[record.n] = #list
		end
	end
	for _, record in ipairs(list) do
		record.n = number[record.n]
		local above = record.parent and records[record.parent]
		record.parent = above and number[above.part_of or record.parent] or nil
	end
	return list
end

--- Analyses one article.
---@param text string UTF-8; ill-formed sequences are replaced
---@param meta table id, outlet, published, title and whatever else is known
---@return table? result JSON-able, or nil, reason, code, the limit that a rule's code has passed
function Session:analyse(text, meta)
	local reading, message = self:read(text, meta)
	if not reading then return nil, message end
	local fine, evidence, fired = pcall(rule.run, self.rules, reading)
	if not fine and sandbox.is_failure(evidence) then return nil, evidence.reason, evidence.code, evidence.limit end
	if not fine then error(evidence, 0) end
	local dropped = json.array {}
	for _, record in ipairs(evidence) do
		if record.state ~= "live" then dropped[#dropped + 1] = record end
	end
	local result = {
		id = meta.id, outlet = meta.outlet, published = meta.published, title = meta.title,
		text = reading.text ~= text and reading.text or nil, warnings = warnings_of(reading.article),
		stances = stances(self, reading, evidence), claims = json.array(claim.run(self.claims, reading)),
		labels = framing.labels(self.labels, reading), framing = framing.read(reading), dropped = dropped, fired = fired,
		sentences = clean(reading.sentences), quotes = clean(reports(reading.quotes)),
	}
	for key, traced in pairs(traces.of(self, reading)) do result[key] = traced end
	return result
end

--- Names of the layers that `show` knows.
analysis.LAYERS = {
	"sentences", "tokens", "mentions", "descriptions", "quotes", "context", "clauses", "numbers", "paragraphs",
}

local LAYERS = by_name(analysis.LAYERS)

--- Mentions that are no names: they say whose somebody is, or name an office.
local DESCRIBING = { adjective = true, role = true }

--- Of `mentions` the names only; the others are among the `descriptions`.
local function records_of(article, layer)
	if layer ~= "mentions" and layer ~= "descriptions" then return article:records(layer) end
	local list = layer == "descriptions" and article:records(layer) or {}
	for _, record in ipairs(article:records "mentions") do
		if (DESCRIBING[record.form] or false) == (layer == "descriptions") then
			record.layer = layer
			list[#list + 1] = record
		end
	end
	if layer == "descriptions" then
		table.sort(list, function(a, b)
			if a.start ~= b.start then return a.start < b.start end
			return a["end"] > b["end"] or a["end"] == b["end"] and a.form < b.form
		end)
	end
	for i, record in ipairs(list) do record.n = i end
	return list
end

--- Layers with so many records that the engine writes them as text.
local LONG = { sentences = true, tokens = true }

--- The records of `assay show`, layer by layer. The layer `text` is one record with the text that the offsets are in,
--- where that is not the text that was given. as_lines: a long layer is one string of JSON Lines instead.
---@return table? records or nil, reason
function Session:show(text, meta, layers, as_lines)
	local article, message = self:article(text, meta)
	if not article then return nil, message end
	local list = {}
	for _, layer in ipairs(layers) do
		if layer == "text" then
			if article:text() ~= text then list[#list + 1] = { layer = "text", text = article:text() } end
			goto continue
		end
		if not LAYERS[layer] then return nil, ("unknown layer '%s'"):format(layer), "usage" end
		if as_lines and LONG[layer] then
			list[#list + 1] = article:lines(layer, meta.id)
			goto continue
		end
		local records = records_of(article, layer)
		for _, record in ipairs(layer == "quotes" and reports(records) or records) do
			record.article = meta.id
			list[#list + 1] = record
		end
		::continue::
	end
	return list
end

return analysis
