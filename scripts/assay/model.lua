--- Evidence → stances, per article and over all. Source of the formulas: method F11, F14–F16 (docs/method.md).

local stats = require "assay.stats"

local model = {}

--- Weight below which evidence only implies a position: alone it makes no opposition (it may lean on another course).
model.IMPLIED = 0.3
--- A position at least this strong is not made `mixed` by evidence that only implies the opposite.
model.STATED = 0.5
model.LAMBDA = 0.5

local function strongest(records)
	local f, c, o = 0, 0, 0
	for _, record in ipairs(records) do
		if record.sign > 0 and record.conditional then
			c = math.max(c, record.weight)
		elseif record.sign > 0 then
			f = math.max(f, record.weight)
		elseif record.sign < 0 then
			o = math.max(o, record.weight)
		end
	end
	return f, c, o
end

local function label(f, c, o)
	local for_it = math.max(f, c)
	if for_it == 0 and o == 0 then return "none" end
	if for_it == 0 then return o > model.IMPLIED and "opposes" or "none" end
	local both = o > 0 and not (for_it >= model.STATED and o <= model.IMPLIED)
	if both then return "mixed" end
	return f >= c and "favours" or "conditional"
end

--- One actor in one article.
---@param records table live evidence of the actor
---@return string stance favours, opposes, conditional, mixed or none
---@return number score (F + λC − O) / max(1, F + C + O) in [-1, 1]; 0 without evidence
---@return table classes { F, C, O } the strongest weight of each class, in [0, 1]
function model.article_stance(records)
	local f, c, o = strongest(records)
	local score = (f + model.LAMBDA * c - o) / math.max(1, f + c + o)
	return label(f, c, o), score, { f, c, o }
end

--- Wilson interval of a score in [-1, 1] with n observations, not necessarily whole; nil without any.
local function interval(score, n)
	local low, high = stats.wilson_share((score + 1) / 2, n)
	if low then return 2 * low - 1, 2 * high - 1 end
end

local function overall_label(f, c, o)
	local total = f + c + o
	if total == 0 then return "none" end
	if 2 * math.min(f + c, o) / total >= 0.4 then return "mixed" end
	if o > f + c then return "opposes" end
	return c > f and "conditional" or "favours"
end

--- One actor over all articles.
---@param classes table list of { weight = w, F, C, O } per article that reports a position
---@return table { stance, score, low, high, disputed, articles }; score (F + λC − O)/(F + C + O), its Wilson interval
---  with n = F + C + O, disputed when 2·min(F + C, O)/(F + C + O) ≥ 0.4
function model.overall(classes)
	local f, c, o = 0, 0, 0
	for _, item in ipairs(classes) do
		f, c, o = f + item.weight * item[1], c + item.weight * item[2], o + item.weight * item[3]
	end
	local total = f + c + o
	local score = total > 0 and (f + model.LAMBDA * c - o) / total or 0
	local low, high = interval(score, total)
	return {
		stance = overall_label(f, c, o), score = score, low = low, high = high,
		disputed = total > 0 and 2 * math.min(f + c, o) / total >= 0.4, articles = #classes,
	}
end

return model
