--- A run against stances that people gave: precision, recall and F1 per class, actor, outlet and rule.

local json = require "assay.core".json
local sorted_keys = require "assay.sorted"
local stats = require "assay.stats"

local evaluation = {}

evaluation.CLASSES = { "favours", "opposes", "conditional", "mixed", "none" }

--- Signs that a gold stance bears out: evidence for, evidence against.
local SIGNS = { favours = { 1 }, conditional = { 1 }, opposes = { -1 }, mixed = { 1, -1 }, none = {} }

local function listed(value) return value ~= json.null and value or {} end

local function add(list, id, actor, item)
	if item.mentioned == false then return true end
	if not SIGNS[item.stance] then return false end
	list[#list + 1] = {
		id = id, actor = actor, stance = item.stance, alt = listed(item.alt or {}), evidence = listed(item.evidence or {}),
	}
	return true
end

local function add_line(list, item)
	if type(item) ~= "table" or type(item.id) ~= "string" then return false end
	if type(item.actors) ~= "table" then return type(item.actor) == "string" and add(list, item.id, item.actor, item) end
	for _, actor in ipairs(sorted_keys(item.actors)) do
		if not add(list, item.id, actor, item.actors[actor]) then return false end
	end
	return true
end

--- Reads gold: JSON Lines, each { id, actor, stance, alt?, mentioned?, evidence? } or { id, actors = { ACTOR =
--- { stance, alt? } } }.
---@param bytes string
---@return table? list of { id, actor, stance, alt, evidence }, or nil
---@return integer? line where it is malformed
function evaluation.gold(bytes)
	local list, number = {}, 0
	for line in (bytes .. "\n"):gmatch "([^\n]*)\n" do
		number = number + 1
		if line:find "%S" and not add_line(list, json.decode(line)) then return nil, number end
	end
	return list
end

--- An article's id without folder and extension, by which runs and gold name it.
function evaluation.key_of(id)
	return (id:gsub("^.*/", ""):gsub("%.txt$", ""))
end

local function articles_by_key(object)
	local map = {}
	for _, article in ipairs(object.articles) do map[evaluation.key_of(article.id)] = article end
	return map
end

local function stance_in(article, actor)
	for _, stance in ipairs(article and article.stances or {}) do
		if stance.actor == actor then return stance end
	end
end

local function points(gold, said)
	if gold.stance == said then return 1 end
	for _, label in ipairs(gold.alt) do
		if label == said then return 0.5 end
	end
	return 0
end

--- Gold and run side by side.
---@param object table of a run
---@param gold table list of evaluation.gold
---@param actors table? set of the actors that count; without it, all
---@return table pairs list of { id, actor, outlet, gold, alt, said, points, evidence, gold_evidence }
function evaluation.pairs(object, gold, actors)
	local articles, list = articles_by_key(object), {}
	for _, item in ipairs(gold) do
		if not actors or actors[item.actor] then
			local article = articles[evaluation.key_of(item.id)]
			local stance = stance_in(article, item.actor)
			local said = stance and stance.stance or "none"
			list[#list + 1] = {
				id = article and article.id or item.id, actor = item.actor, gold = item.stance, alt = item.alt, said = said,
				outlet = article and article.outlet ~= json.null and article.outlet or "unknown", read = article ~= nil,
				points = points(item, said), evidence = stance and stance.evidence or {}, gold_evidence = item.evidence,
			}
		end
	end
	return list
end

local function ratio(part, whole) return whole > 0 and part / whole or 0 end

local function f1(precision, recall)
	return precision + recall > 0 and 2 * precision * recall / (precision + recall) or 0
end

--- Precision, recall and F1 from counts.
local function figures(name, hit, said, gold)
	local precision, recall = ratio(hit, said), ratio(hit, gold)
	return { name = name, precision = precision, recall = recall, f1 = f1(precision, recall), n = gold, said = said }
end

--- Per class: strict, an alternative label counts as wrong.
function evaluation.classes(list)
	local rows = {}
	for i, class in ipairs(evaluation.CLASSES) do
		local hit, said, gold = 0, 0, 0
		for _, pair in ipairs(list) do
			if pair.said == class then said = said + 1 end
			if pair.gold == class then gold = gold + 1 end
			if pair.said == class and pair.gold == class then hit = hit + 1 end
		end
		rows[i] = figures(class, hit, said, gold)
	end
	return rows
end

--- Share of right stances; an alternative label counts half.
function evaluation.accuracy(list)
	local sum = 0
	for _, pair in ipairs(list) do sum = sum + pair.points end
	return #list > 0 and sum / #list or nil
end

--- Mean F1 over the classes that the gold has.
function evaluation.macro_f1(list)
	local sum, count = 0, 0
	for _, row in ipairs(evaluation.classes(list)) do
		if row.n > 0 then sum, count = sum + row.f1, count + 1 end
	end
	return count > 0 and sum / count or nil
end

--- Per value of a key (actor, outlet): precision, recall and F1 of positions, that is of every class but none, and the
--- accuracy over all.
function evaluation.by(list, key)
	local groups = {}
	for _, pair in ipairs(list) do
		groups[pair[key]] = groups[pair[key]] or {}
		table.insert(groups[pair[key]], pair)
	end
	local rows = {}
	for i, name in ipairs(sorted_keys(groups)) do
		local hit, said, gold = 0, 0, 0
		for _, pair in ipairs(groups[name]) do
			if pair.said ~= "none" then said = said + 1 end
			if pair.gold ~= "none" then gold = gold + 1 end
			if pair.gold ~= "none" and pair.said == pair.gold then hit = hit + 1 end
		end
		rows[i] = figures(name, hit, said, gold)
		rows[i].accuracy, rows[i].pairs = evaluation.accuracy(groups[name]), #groups[name]
	end
	return rows
end

local function signs_of_rules(pair)
	local map = {}
	for _, record in ipairs(pair.evidence) do
		map[record.rule] = map[record.rule] or {}
		map[record.rule][record.sign > 0 and 1 or -1] = true
	end
	return map
end

local function bears_out(gold, sign)
	for _, given in ipairs(SIGNS[gold]) do
		if given == sign then return true end
	end
	return false
end

--- Per rule: how often the side that its evidence takes for an actor of an article is borne out by the gold stance
--- (precision), and which share of all such sides in the gold it finds (recall).
---@param rules string[] the ids
function evaluation.rules(list, rules)
	local hit, said, sides = {}, {}, 0
	for _, pair in ipairs(list) do
		sides = sides + #SIGNS[pair.gold]
		for id, signs in pairs(signs_of_rules(pair)) do
			for sign in pairs(signs) do
				said[id] = (said[id] or 0) + 1
				if bears_out(pair.gold, sign) then hit[id] = (hit[id] or 0) + 1 end
			end
		end
	end
	local rows = {}
	for i, id in ipairs(rules) do rows[i] = figures(id, hit[id] or 0, said[id] or 0, sides) end
	return rows
end

--- Rows: gold; columns: what was said; in the order of CLASSES.
function evaluation.confusion(list)
	local place, matrix = {}, json.array {}
	for i, class in ipairs(evaluation.CLASSES) do place[class], matrix[i] = i, json.array { 0, 0, 0, 0, 0 } end
	for _, pair in ipairs(list) do
		local row = matrix[place[pair.gold]]
		row[place[pair.said]] = row[place[pair.said]] + 1
	end
	return matrix
end

local function interval(list, statistic, seed)
	local drawn, reason = stats.bootstrap(list, statistic, { seed = seed })
	if not drawn then return { estimate = statistic(list), reason = reason } end
	return { estimate = drawn.estimate, low = drawn.low, high = drawn.high, replicates = drawn.replicates }
end

--- All figures.
---@param object table of a run
---@param gold table of evaluation.gold
---@param settings { actors: table?, rules: string[], seed: integer }
---@return table { pairs = n, unread = gold pairs without an article, accuracy, macro_f1 = { estimate, low, high },
---  classes, confusion, actors, outlets, rules, misses = pairs that are not wholly right, seed }
function evaluation.run(object, gold, settings)
	local list = evaluation.pairs(object, gold, settings.actors)
	local misses, unread = json.array {}, 0
	for _, pair in ipairs(list) do
		if pair.points < 1 then misses[#misses + 1] = pair end
		if not pair.read then unread = unread + 1 end
	end
	return {
		pairs = #list, unread = unread, seed = settings.seed,
		accuracy = interval(list, evaluation.accuracy, settings.seed),
		macro_f1 = interval(list, evaluation.macro_f1, settings.seed),
		classes = evaluation.classes(list), confusion = evaluation.confusion(list),
		actors = evaluation.by(list, "actor"), outlets = evaluation.by(list, "outlet"),
		rules = evaluation.rules(list, settings.rules), misses = misses,
	}
end

return evaluation
