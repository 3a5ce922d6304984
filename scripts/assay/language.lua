--- Packs → analyzer: fills the engine's vocabulary and lexicon from the packs' tables, in a fixed order.

local core = require "assay.core"
local packfile = require "assay.packfile"
local sorted_keys = require "assay.sorted"

local language = {}

local function check(fine, message, code)
	if not fine then error({ message = message, code = code or "bad_pack" }, 0) end
	return fine
end

local function add_classes(analyzer, classes)
	for _, name in ipairs(sorted_keys(classes)) do check(analyzer:class(name, classes[name])) end
end

--- An office for its holder: { "Turkish president", from = "2014-08-28", till = nil }, dates included.
local function add_role(analyzer, entity, role)
	for _, key in ipairs { "from", "till" } do
		local date = role[key]
		if date and not tostring(date):find "^%d%d%d%d%-%d%d%-%d%d$" then
			check(nil, ("%s: role '%s': '%s' is no date YYYY-MM-DD"):format(entity.name, tostring(role[1]), tostring(date)))
		end
	end
	if not role.from and not role.till then
		check(nil, ("%s: role '%s' needs a date: from, till or both"):format(entity.name, tostring(role[1])))
	end
	check(analyzer:alias(role[1], entity.name, "role", role.from, role.till))
end

local function add_aliases(analyzer, entity)
	check(analyzer:alias(entity.name, entity.name, "name"))
	for _, alias in ipairs(entity.aliases or {}) do check(analyzer:alias(alias, entity.name, "name")) end
	for _, alias in ipairs(entity.adjectives or {}) do check(analyzer:alias(alias, entity.name, "adjective")) end
	for _, alias in ipairs(entity.metonyms or {}) do check(analyzer:alias(alias, entity.name, "metonym")) end
	for _, role in ipairs(entity.roles or {}) do add_role(analyzer, entity, role) end
end

--- Names first, then what refers to them: a side may come later in the list, or be an actor.
local function add_entities(analyzer, lists)
	for _, list in ipairs(lists) do
		for _, entity in ipairs(list) do analyzer:entity(entity.name, entity.class or "group") end
	end
	for _, list in ipairs(lists) do
		for _, entity in ipairs(list) do
			if entity.side then analyzer:entity(entity.name, entity.class or "group", entity.side) end
			add_aliases(analyzer, entity)
			for _, tag in ipairs(entity.tags or {}) do analyzer:tag(entity.name, tag) end
		end
	end
end

local function add_pack(analyzer, pack)
	add_classes(analyzer, pack.classes)
	add_classes(analyzer, pack.lexicons)
	for _, word in ipairs(sorted_keys(pack.numbers)) do analyzer:number(word, pack.numbers[word]) end
	for _, value in ipairs(pack.values) do check(analyzer:value(value[1], value[2], value[3])) end
	add_entities(analyzer, { pack.actors, pack.entities })
	for _, actor in ipairs(pack.actors) do
		if not actor.side then analyzer:tag(actor.name, "actor") end
	end
end

--- An analyzer that knows the packs, the language first (lemmas must stand before what stems from them).
---@param packs table list of loaded packs
---@return userdata? analyzer or nil, message, code
function language.analyzer(packs)
	local stemmer
	for _, pack in ipairs(packs) do stemmer = stemmer or pack.stemmer end
	local analyzer, message, code = core.analyzer(stemmer)
	if not analyzer then return nil, message, code end
	local fine, failure = pcall(function()
		for _, pack in ipairs(packs) do
			for _, form in ipairs(sorted_keys(pack.lemmas)) do analyzer:lemma(form, pack.lemmas[form]) end
		end
		for _, pack in ipairs(packs) do
			add_pack(analyzer, pack)
			if pack.metonyms ~= nil then analyzer:metonyms(pack.metonyms) end
		end
	end)
	if fine then return analyzer end
	if type(failure) == "table" then return nil, failure.message, failure.code end
	return nil, tostring(failure), "bad_pack"
end

--- The language pack by name, `en` by default.
function language.load(name, where) return packfile.load(name or "en", where) end

return language
