--- Evidence → stances, per article and over all. Source of the formulas: method F11, F14–F16 (docs/method.md).
--- What is a convention in them, a pack may declare: a model is data, and rules know nothing of it.

local nearest = require "assay.nearest"
local stats = require "assay.stats"

local model = {}

--- What a model says, and what holds where a pack says nothing.
---   lambda            what conditional favour is worth in a score, 0 to 1
---   combine           "strongest": a class is as strong as its strongest evidence; "sum": it adds up, to 1 at most
---   caps.rule         what one rule can add to a class
---   caps.origin       what one speaker or outlet can add to a class
---   conflict.implied  weight up to which evidence only implies a position: alone it makes no opposition
---   conflict.stated   a position at least this strong is not made `mixed` by evidence that only implies the opposite
---   conflict.disputed polarisation from which a stance over all is disputed
---   abstain.weight    no stance in an article whose strongest evidence weighs less
---   abstain.articles  no stance over all from fewer articles with a position
model.DEFAULT = {
	id = "stance", lambda = 0.5, combine = "strongest", caps = { rule = 1, origin = 1 },
	conflict = { implied = 0.3, stated = 0.5, disputed = 0.4 }, abstain = { weight = 0, articles = 0 },
}

--- The weightings of conditional favour that are always shown beside the model's own.
model.LAMBDAS = { 0, 0.5, 1 }

local INSUFFICIENT = 2 -- observations below which an interval says nothing (F15)

local function fail(item, message)
	error({ message = ("%s:1:1: model '%s': %s"):format(item.file or "model", tostring(item.id), message) }, 0)
end

local function names_of(map)
	local list = {}
	for name in pairs(map) do list[#list + 1] = name end
	table.sort(list)
	return list
end

--- The value for a key of which the default is known.
local function checked(item, key, value, default)
	if type(value) ~= type(default) then fail(item, ("%s is a %s"):format(key, type(default))) end
	if key == "combine" and value ~= "strongest" and value ~= "sum" then
		fail(item, 'combine is "strongest" or "sum"')
	end
	if type(value) == "number" and (value ~= value or value < 0 or key ~= "abstain.articles" and value > 1) then
		fail(item, ("%s is a number from 0%s"):format(key, key ~= "abstain.articles" and " to 1" or ""))
	end
	return value
end

local function filled(item, given, defaults, prefix)
	local made = {}
	for key, value in pairs(given) do
		if defaults[key] == nil and key ~= "file" then
			local near = nearest(tostring(key), names_of(defaults))
			local hint = near and "; did you mean '" .. near .. "'?" or ""
			fail(item, ("unknown field '%s%s'%s"):format(prefix, tostring(key), hint))
		end
		if key ~= "file" then made[key] = checked(item, prefix .. key, value, defaults[key]) end
	end
	for key, default in pairs(defaults) do
		if type(default) == "table" then
			made[key] = filled(item, made[key] or {}, default, prefix .. key .. ".")
		elseif made[key] == nil then
			made[key] = default
		end
	end
	return made
end

--- The stance model of a pack, complete. Raises {message} at a mistake.
---@param items table? the pack's `models`; the last one counts
---@return table model with every field of model.DEFAULT
function model.declared(items)
	local found = {}
	for _, item in ipairs(items or {}) do
		if item.id ~= "stance" then fail(item, "there is no such model; the id is 'stance'") end
		found = item
	end
	return filled(found, found, model.DEFAULT, "")
end

local function class_of(record)
	if record.sign < 0 then return "O" end
	return record.conditional and "C" or "F"
end

local COMBINE = {}

--- What each record counts when the strongest of a class stands for it: its weight, or 0.
function COMBINE.strongest(records, given)
	local total, counted, first = { F = 0, C = 0, O = 0 }, {}, {}
	for i, record in ipairs(records) do
		local class, weight = class_of(record), math.min(record.weight, given.caps.rule, given.caps.origin)
		counted[i] = 0
		if weight > total[class] then total[class], first[class] = weight, i end
	end
	for class, i in pairs(first) do counted[i] = total[class] end
	return total, counted
end

--- What each record counts when a class adds up, under the caps.
function COMBINE.sum(records, given)
	local total, counted, used = { F = 0, C = 0, O = 0 }, {}, {}
	for i, record in ipairs(records) do
		local class = class_of(record)
		local rule, origin = class .. "r" .. record.rule, class .. "o" .. (record.origin or "")
		local room = math.min(given.caps.rule - (used[rule] or 0), given.caps.origin - (used[origin] or 0), 1 - total[class])
		counted[i] = math.max(0, math.min(record.weight, room))
		total[class] = total[class] + counted[i]
		used[rule], used[origin] = (used[rule] or 0) + counted[i], (used[origin] or 0) + counted[i]
	end
	return total, counted
end

--- Whether favour is conditional: of two that are equally strong the one that more sentences show, else the condition.
local function is_conditional(records, f, c)
	if f ~= c then return c > f end
	local lead, seen = 0, {}
	for i, record in ipairs(records) do
		local class, n = class_of(record), record.n or -i
		if class ~= "O" and not seen[class .. n] then
			seen[class .. n] = true
			lead = lead + (class == "C" and 1 or -1)
		end
	end
	return lead >= 0
end

local function label(given, records, f, c, o)
	local for_it = math.max(f, c)
	if math.max(for_it, o) < given.abstain.weight then return "none" end
	if for_it == 0 and o == 0 then return "none" end
	if for_it == 0 then return o > given.conflict.implied and "opposes" or "none" end
	local both = o > 0 and not (for_it >= given.conflict.stated and o <= given.conflict.implied)
	if both then return "mixed" end
	return is_conditional(records, f, c) and "conditional" or "favours"
end

--- One actor in one article.
---@param records table live evidence of the actor, strongest first
---@param given table? a model, by default model.DEFAULT
---@return string stance favours, opposes, conditional, mixed or none
---@return number score (F + λC − O) / max(1, F + C + O) in [-1, 1]; 0 without evidence
---@return table classes { F, C, O } the strength of each class, in [0, 1]
---@return number[] shares what each record adds to the score; they sum to it
function model.article_stance(records, given)
	given = given or model.DEFAULT
	local total, counted = COMBINE[given.combine](records, given)
	local f, c, o = total.F, total.C, total.O
	local size = math.max(1, f + c + o)
	local worth, shares = { F = 1, C = given.lambda, O = -1 }, {}
	for i, record in ipairs(records) do shares[i] = worth[class_of(record)] * counted[i] / size end
	return label(given, records, f, c, o), (f + given.lambda * c - o) / size, { f, c, o }, shares
end

--- Wilson interval of a score in [-1, 1] with n observations, not necessarily whole; nil without any.
local function interval(score, n)
	local low, high = stats.wilson_share((score + 1) / 2, n)
	if low then return 2 * low - 1, 2 * high - 1 end
end

local function polarisation(f, c, o)
	local total = f + c + o
	return total > 0 and 2 * math.min(f + c, o) / total or 0
end

local function overall_label(given, f, c, o, articles)
	if f + c + o == 0 or articles < given.abstain.articles then return "none" end
	if polarisation(f, c, o) >= given.conflict.disputed then return "mixed" end
	if o > f + c then return "opposes" end
	return c > f and "conditional" or "favours"
end

local function score_at(lambda, f, c, o)
	local total = f + c + o
	local score = total > 0 and (f + lambda * c - o) / total or 0
	local low, high = interval(score, total)
	return { lambda = lambda, score = score, low = low, high = high }
end

--- One actor over all articles.
---@param classes table list of { weight = w, F, C, O } per article that reports a position
---@param given table? a model, by default model.DEFAULT
---@return table { stance, score, low, high, disputed, articles, lambdas, insufficient, depends_on_weighting }: score
---  (F + λC − O)/(F + C + O), its Wilson interval with n = F + C + O; disputed when 2·min(F + C, O)/(F + C + O) ≥ 0.4;
---  lambdas { lambda, score, low, high } at 0, ½ and 1; insufficient when n < 2; depends_on_weighting when the score's
---  sign does
function model.overall(classes, given)
	given = given or model.DEFAULT
	local f, c, o = 0, 0, 0
	for _, item in ipairs(classes) do
		f, c, o = f + item.weight * item[1], c + item.weight * item[2], o + item.weight * item[3]
	end
	local own, lambdas = score_at(given.lambda, f, c, o), {}
	for i, lambda in ipairs(model.LAMBDAS) do lambdas[i] = score_at(lambda, f, c, o) end
	return {
		stance = overall_label(given, f, c, o, #classes), score = own.score, low = own.low, high = own.high,
		disputed = polarisation(f, c, o) >= given.conflict.disputed, articles = #classes, lambdas = lambdas,
		insufficient = f + c + o < INSUFFICIENT or nil,
		depends_on_weighting = lambdas[1].score * lambdas[#lambdas].score < 0 or nil,
	}
end

return model
