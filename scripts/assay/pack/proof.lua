--- What a pack shows of itself: its examples, its specs, its gold. The pack runs in workers; here is only compared.
---
--- A spec is a table of literals in spec/*.lua, a list of
---
---     { "what must hold", text = "…", stances = { ACTOR = "opposes" }, rules = { refuses = true, urges = false } }
---
--- rules: whether a rule gives evidence in the text that counts. Gold is gold/articles.jsonl (records with id and text,
--- as `assay run` reads them) and gold/stances.jsonl (as `assay eval` reads it).

local aggregate = require "assay.aggregate"
local core = require "assay.core"
local data = require "assay.pack.data"
local evaluation = require "assay.evaluation"
local failure = require "assay.failure"
local json = core.json
local sorted_keys = require "assay.sorted"
local tree = require "assay.pack.tree"

local proof = {}

local SEED = 42 -- of the bootstrap; only the estimates are used

local SPEC = { text = "string", stances = "table", rules = "table" }

local function check_spec(read, list, i)
	local spec = list[i]
	if type(spec) ~= "table" or type(spec[1]) ~= "string" or type(spec.text) ~= "string" then
		read:fail(list, i, "a spec is { \"what must hold\", text = \"…\", stances = { … }, rules = { … } }")
	end
	for key, value in pairs(spec) do
		if key ~= 1 and type(value) ~= SPEC[key] then
			read:fail(spec, key, SPEC[key] and "%s is a %s" or "unknown key '%s' (there are text, stances and rules)",
				tostring(key), SPEC[key])
		end
	end
	if not spec.stances and not spec.rules then read:fail(list, i, "a spec names stances or rules") end
end

--- The specs among the files. Raises { message }.
---@param files table of assay.pack.tree
---@param where string for messages
---@return table list of { name, text, stances?, rules?, file }
function proof.specs(files, where)
	local specs = {}
	for _, file in ipairs(files) do
		if file[1]:find "^spec/[^/]+%.lua$" then
			local read = data.read(file[2], where .. "/" .. file[1])
			for i in ipairs(read.value) do
				check_spec(read, read.value, i)
				local spec = read.value[i]
				specs[#specs + 1] = {
					name = spec[1], text = spec.text, stances = spec.stances or {}, rules = spec.rules or {}, file = file[1],
				}
			end
		end
	end
	return specs
end

local function stance_of(result, actor)
	for _, stance in ipairs(result.stances) do
		if stance.actor == actor then return stance.stance end
	end
	return "none"
end

local function counted_rules(result)
	local set = {}
	for _, stance in ipairs(result.stances) do
		for _, record in ipairs(stance.evidence) do set[record.rule] = true end
	end
	return set
end

--- What a text gives that the spec does not want; empty: it holds.
local function spec_problems(spec, result)
	local problems, counted = {}, counted_rules(result)
	for _, actor in ipairs(sorted_keys(spec.stances)) do
		local said = stance_of(result, actor)
		if said ~= spec.stances[actor] then
			problems[#problems + 1] = ("%s: expected %s, found %s"):format(actor, tostring(spec.stances[actor]), said)
		end
	end
	for _, id in ipairs(sorted_keys(spec.rules)) do
		if (counted[id] or false) ~= spec.rules[id] then
			problems[#problems + 1] = ("%s: %s"):format(id, spec.rules[id] and "gives no evidence" or "gives evidence")
		end
	end
	return problems
end

local function each(list)
	local i = 0
	return function()
		i = i + 1
		return list[i]
	end
end

--- Reads texts in workers. Gives the results in order and, for those that were rejected, the reasons.
local function read_all(spec, items)
	local runner = require "assay.runner"
	local pool <close> = runner.open(spec)
	local results, reasons = {}, {}
	for item, answer in pool:run(each(items)) do
		results[item.number], reasons[item.number] = answer.result, answer.reason
	end
	return results, reasons, pool.description
end

local function item(number, id, text, meta)
	meta.id = id
	return { number = number, input = id, id = id, text = text, meta = meta }
end

local function gold_items(files, where, items)
	local articles, stances = tree.file(files, "gold/articles.jsonl"), tree.file(files, "gold/stances.jsonl")
	if not articles or not stances then return nil end
	local gold, line = evaluation.gold(stances)
	if not gold then failure.raise("bad_pack", "%s/gold/stances.jsonl:%d: not a line of gold", where, line) end
	local number = 0
	for text in articles:gmatch "[^\n]+" do
		number = number + 1
		local record = json.decode(text)
		if type(record) ~= "table" or type(record.id) ~= "string" or type(record.text) ~= "string" then
			failure.raise("bad_pack", "%s/gold/articles.jsonl:%d: not a record with id and text", where, number)
		end
		local meta = { outlet = record.outlet, published = record.published, title = record.title }
		items[#items + 1] = item(#items + 1, record.id, record.text, meta)
	end
	return gold
end

local function object_of(description, results, first, last)
	local list = {}
	for i = first, last do list[#list + 1] = results[i] end
	return aggregate.run(description, list, { articles = #list })
end

--- What a pack says on gold, that may be another's.
---@param spec table of task.rules: pack, where
---@param files table of which the gold is taken
---@param where string for messages
---@return table? pairs of assay.evaluation.pairs, or nil: there is no gold
function proof.gold_pairs(spec, files, where)
	local items = {}
	local gold = gold_items(files, where, items)
	if not gold then return nil end
	local results, _, description = read_all({ pack = spec.pack, where = spec.where, jobs = 1 }, items)
	return evaluation.pairs(object_of(description, results, 1, #items), gold)
end

--- Specs and gold of a pack.
local function texts(spec, files, where)
	local fine, specs = pcall(proof.specs, files, where)
	if not fine then
		if type(specs) ~= "table" or not specs.message then error(specs, 0) end
		failure.raise("bad_pack", "%s", specs.message)
	end
	local items = {}
	for i, given in ipairs(specs) do items[i] = item(i, "spec-" .. i, given.text, {}) end
	local gold = gold_items(files, where, items)
	local told = { specs = {} }
	if #items == 0 then return told end
	local results, reasons, description = read_all({ pack = spec.pack, where = spec.where, jobs = 1 }, items)
	for i, given in ipairs(specs) do
		told.specs[i] = {
			name = given.name, file = given.file, problems = results[i] and spec_problems(given, results[i]) or { reasons[i] },
		}
	end
	told.gold = gold and evaluation.run(object_of(description, results, #specs + 1, #items), gold, {
		rules = description.rules, seed = SEED,
	})
	return told
end

--- What a pack is, and what its rules show: one worker loads it and runs its examples.
---@param spec table of task.rules: pack, where
---@return table { description, findings, examples, labels }
function proof.show(spec)
	local pool <close> = require "assay.runner".open { pack = spec.pack, where = spec.where, inquiry = "proof" }
	return pool:ask { further = require "assay.examples".further(spec) }
end

--- Everything that a pack shows of itself. Raises a failure when it cannot be loaded.
---@param spec table of task.rules: pack, where
---@param files table of the pack, of which specs and gold are taken
---@param where string for messages
---@return table { description, findings, examples, labels, specs = list of { name, file, problems }, gold = table of
--- assay.evaluation or nil }
function proof.run(spec, files, where)
	local told, more = proof.show(spec), texts(spec, files, where)
	told.specs, told.gold = more.specs, more.gold
	return told
end

--- What of it failed, in words; empty: all is well.
---@param told table of proof.run
---@param gates table of the manifest: lint?, accuracy?
---@return string[]
function proof.failures(told, gates)
	local list, severe = {}, { error = true, warning = gates.lint == "warning" or nil }
	for _, finding in ipairs(told.findings) do
		if severe[finding.severity] then
			list[#list + 1] = ("lint %s, %s: %s"):format(finding.code, finding.subject, finding.message)
		end
	end
	for _, result in ipairs(told.examples) do
		if not result.passed and not result.kind:find "^todo" then
			list[#list + 1] = ("example of %s, %s: %s"):format(result.rule, result.kind, result.text)
		end
	end
	for _, spec in ipairs(told.specs) do
		for _, problem in ipairs(spec.problems) do
			list[#list + 1] = ("spec “%s” in %s: %s"):format(spec.name, spec.file, problem)
		end
	end
	local accuracy = told.gold and (told.gold.accuracy.estimate or 0)
	if accuracy and gates.accuracy and accuracy < gates.accuracy then
		list[#list + 1] = ("gold: accuracy %.3f is below the gate of %.3f"):format(accuracy, gates.accuracy)
	end
	return list
end

return proof
