--- How far codings agree: raw agreement, alpha, kappa and AC1 with intervals, over all units and by actor, claim and
--- document. Only units count that two codings have; who left out what is told apart.

local silent = require "assay.coding".SILENT
local stats = require "assay.stats"

local reliability = {}

local USABLE, TENTATIVE = 0.8, 0.667 -- Krippendorff's conventions for alpha

--- What a run does not tell of its own articles.
local function fill(list, codings)
	for c, coding in ipairs(codings) do
		for _, unit in ipairs(coding.articles and list or {}) do
			if not unit.labels[c] and coding.articles[unit.article] then
				unit.labels[c] = unit.actor and silent.actor or silent.claim
			end
		end
	end
end

--- The units of all codings, by article and name: { article, actor or claim, labels by number of the coding }.
local function units_of(codings)
	local by_key, list = {}, {}
	for c, coding in ipairs(codings) do
		for _, unit in ipairs(coding) do
			local known = by_key[unit.key]
			if not known then
				known = { article = unit.article, actor = unit.actor, claim = unit.claim, key = unit.key, labels = {} }
				list[#list + 1], by_key[unit.key] = known, known
			end
			known.labels[c] = unit.label
		end
	end
	fill(list, codings)
	table.sort(list, function(a, b) return a.key < b.key end)
	return list
end

local function values_of(unit, codings, numeric)
	local values = {}
	for c = 1, codings do
		local label = unit.labels[c]
		values[#values + 1] = label and (numeric and tonumber(label) or label)
	end
	return values
end

--- What the statistics take of units: lists of values, rows of counts by category, pairs of categories' numbers.
local function forms_of(list)
	local coders = {}
	for u, values in ipairs(list) do
		for c, value in ipairs(values) do
			coders[c] = coders[c] or {}
			coders[c][u] = value
		end
	end
	local rows, categories = stats.counts(coders)
	local number, pairs_of = {}, { size = #categories }
	for i, category in ipairs(categories) do number[category] = i end
	for u, values in ipairs(list) do pairs_of[u] = { number[values[1]], number[values[2]] } end
	return { values = list, rows = rows, pairs = pairs_of }
end

--- Cohen's kappa of drawn pairs.
local function kappa_of(size)
	return function(list)
		local matrix = {}
		for i = 1, size do
			matrix[i] = {}
			for j = 1, size do matrix[i][j] = 0 end
		end
		for _, pair in ipairs(list) do
			local row = matrix[pair[1]]
			row[pair[2]] = row[pair[2]] + 1
		end
		return stats.kappa_matrix(matrix)
	end
end

--- A statistic and the units that it takes.
local STATISTICS = {
	raw = function(forms) return stats.raw_units, forms.values end,
	alpha = function(forms, metric)
		if metric == "nominal" then return stats.alpha_counts, forms.rows end
		return function(list) return stats.alpha_units(list, metric) end, forms.values
	end,
	kappa = function(forms, _, codings)
		if codings == 2 then return kappa_of(forms.pairs.size), forms.pairs end
		return stats.fleiss, forms.rows
	end,
	ac1 = function(forms) return stats.ac1, forms.rows end,
}

reliability.NAMES = { "raw", "alpha", "kappa", "ac1" }

--- A statistic with its interval: the bootstrap's; of two codings' raw agreement Wilson's, which small numbers allow.
local function figure(name, forms, settings, codings)
	local statistic, list = STATISTICS[name](forms, settings.metric, codings)
	local value, reason = statistic(list)
	if not value then return { undefined = reason } end
	if name == "raw" and codings == 2 then
		local low, high = stats.wilson_share(value, #list)
		return { estimate = value, low = low, high = high }
	end
	local drawn, why = stats.bootstrap(list, statistic, { seed = settings.seed, replicates = settings.replicates })
	if not drawn then return { estimate = value, no_interval = why } end
	return { estimate = value, low = drawn.low, high = drawn.high, dropped = drawn.undefined }
end

local function figures(name, units, settings, codings)
	local list = {}
	for _, unit in ipairs(units) do
		local values = values_of(unit, codings, settings.metric ~= "nominal")
		if #values >= 2 then list[#list + 1] = values end
	end
	local row, forms = { name = name, units = #list }, forms_of(list)
	for _, statistic in ipairs(reliability.NAMES) do
		row[statistic] = figure(statistic, forms, settings, codings)
	end
	return row
end

local function grouped(units, key, settings, codings)
	local groups, names, rows = {}, {}, {}
	for _, unit in ipairs(units) do
		local name = unit[key]
		if name and not groups[name] then groups[name], names[#names + 1] = {}, name end
		if name then table.insert(groups[name], unit) end
	end
	table.sort(names)
	for _, name in ipairs(names) do
		local row = figures(name, groups[name], settings, codings)
		if row.units > 0 then rows[#rows + 1] = row end
	end
	return rows
end

local function agree(unit)
	local first
	for _, label in pairs(unit.labels) do
		first = first or label
		if label ~= first then return false end
	end
	return true
end

--- How often each coding has each label, over the units that two have.
local function shares(units, codings)
	local rows, place = {}, {}
	for _, unit in ipairs(units) do
		for c, label in pairs(unit.labels) do
			if not place[label] then
				place[label] = { label = label, counts = {} }
				for i = 1, codings do place[label].counts[i] = 0 end
				rows[#rows + 1] = place[label]
			end
			place[label].counts[c] = place[label].counts[c] + 1
		end
	end
	table.sort(rows, function(a, b) return a.label < b.label end)
	return rows
end

--- How an alpha is read: usable from .8, tentative from .667, and by its interval, too.
---@param alpha table { estimate, low } of a row
---@return string? reading
function reliability.reading(alpha)
	local estimate, low = alpha.estimate, alpha.low
	if not estimate then return nil end
	local kind = estimate >= USABLE and "usable" or estimate >= TENTATIVE and "tentative conclusions only"
		or "too low to rely on"
	if estimate >= TENTATIVE and not low then return kind .. ", by the estimate alone" end
	if estimate >= TENTATIVE and low < TENTATIVE then return kind .. ", but the interval reaches below 0.667" end
	return kind
end

--- Numbers only, for a metric that measures.
local function check_numbers(units, metric)
	if metric == "nominal" then return end
	for _, unit in ipairs(units) do
		for _, label in pairs(unit.labels) do
			if not tonumber(label) then
				require "assay.failure".raise("bad_input", "metric %s wants numbers, not '%s' (%s, %s)", metric, label,
					unit.article, unit.actor or unit.claim)
			end
		end
	end
end

--- Compares codings.
---@param codings table[] two or more of assay.coding
---@param settings table? { metric = "nominal", seed = 42, replicates = 2000 }
---@return table { codings = { name, coded, alone = units that no other has }, units = that two have, overall, actors,
---  claims, documents = rows { name, units, raw, alpha, kappa, ac1 }, labels, differing, metric, seed }; a figure is {
---  estimate, low, high }, { estimate, no_interval = why } or { undefined = why }
function reliability.run(codings, settings)
	local asked = { metric = "nominal", seed = 42, replicates = 2000 }
	for key, value in pairs(settings or {}) do asked[key] = value end
	local units, shared, told, differing = units_of(codings), {}, {}, {}
	check_numbers(units, asked.metric)
	for c, coding in ipairs(codings) do told[c] = { name = coding.name, coded = #coding, alone = 0 } end
	for _, unit in ipairs(units) do
		local first, second = next(unit.labels), next(unit.labels, (next(unit.labels)))
		if second then
			shared[#shared + 1] = unit
			if not agree(unit) then differing[#differing + 1] = unit end
		else
			told[first].alone = told[first].alone + 1
		end
	end
	return {
		codings = told, units = #shared, metric = asked.metric, seed = asked.seed, replicates = asked.replicates,
		overall = figures("all", shared, asked, #codings), labels = shares(shared, #codings),
		actors = grouped(shared, "actor", asked, #codings), claims = grouped(shared, "claim", asked, #codings),
		documents = grouped(shared, "article", asked, #codings), differing = differing,
	}
end

return reliability
