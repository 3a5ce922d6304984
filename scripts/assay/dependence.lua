--- Who may have copied whom, by what two articles show of it. A lower bound: what is not found is not independence.
--- Sources: method F10 (the ladder), F11 (weights). Every link carries its evidence with bytes in both articles.
---
---   near_duplicate   share of the shorter text's five-word runs that the longer has, sayings and furniture aside
---   shared_run       words in a row outside sayings, furniture and names, that few articles have
---   shared_quote     one saying in both, also cut or translated twice; `exclusive` where its speaker has no name
---   cites            a report in one came through the outlet of the other
---   claim_order      the claims of both in the same order
---   common_source    reports in both came through one third medium
---   rare_value       both give a value that most of those who give one do not
---
--- Level 4: near duplicate from COPY on; 3: from PARTLY on, or a run of LONG words; 2: two of run, exclusive quote,
--- citation, order; 1: any one of these but order, a quote of a named speaker, a common source or a rare value.

local reuse = require "assay.reuse"
local value = require "assay.value"

local dependence = {}

dependence.RHO = { [0] = 0, [1] = 0.2, [2] = 0.5, [3] = 0.7, [4] = 0.95 }
local COPY, PARTLY = 0.5, 0.15 -- containment
local ENOUGH = 10              -- five-word runs below which containment says nothing
local RUN, LONG = 7, 25        -- words of a run
local ALIKE = 0.6              -- of the shorter saying's stems, in the other
local STEMS = 3                -- that two sayings share at least
local FEW = 8                  -- articles that may share what is rare …
local FEW_OF = 50              -- … or one in so many, where that is more
local CARRIED = 64             -- articles of one outlet, or of one source, that are linked; beyond, it says nothing
local ORDERED, TAU = 6, 0.7    -- claims whose order is compared; Kendall's tau of one order

local Links = {}
Links.__index = Links

function Links:pair(a, b)
	if a > b then a, b = b, a end
	local key = a * 0x100000000 + b
	if not self.by_key[key] then
		self.by_key[key] = { a = a, b = b, signs = {}, evidence = {} }
		self.list[#self.list + 1] = self.by_key[key]
	end
	return self.by_key[key]
end

--- sign: what counts on the ladder.
local function note(pair, sign, evidence)
	pair.signs[sign] = true
	pair.evidence[#pair.evidence + 1] = evidence
end

local function place(span) return { start = span.start, ["end"] = span["end"] } end

--- What stands for blanked bytes: a word that no other article has, so that no run goes on across them.
local function filler(length, number, count)
	local word = ("q%dq%d"):format(number, count)
	return #word < length and word .. (" "):rep(length - #word) or (" "):rep(length)
end

--- The text with the bytes of the spans { start, end } blanked; they may overlap.
---@param number integer? of the article: a run does not go on across what is blanked
local function blanked(text, spans, number)
	table.sort(spans, function(x, y) return x[1] < y[1] end)
	local pieces, at = {}, 0
	for _, span in ipairs(spans) do
		if span[2] > at then
			local from = math.max(at, span[1])
			pieces[#pieces + 1] = text:sub(at + 1, from)
			local length = span[2] - from
			pieces[#pieces + 1] = number and filler(length, number, #pieces) or (" "):rep(length)
			at = span[2]
		end
	end
	pieces[#pieces + 1] = text:sub(at + 1)
	return table.concat(pieces)
end

--- own: the text without sayings and furniture; plain: without names as well. Bytes keep their places.
local function masks_of(result, number)
	local spans = {}
	for _, said in ipairs(result.sayings or {}) do spans[#spans + 1] = { said.start, said["end"] } end
	for _, sentence in ipairs(result.sentences or {}) do
		if sentence.kind == "furniture" then spans[#spans + 1] = { sentence.start, sentence["end"] } end
	end
	local own = blanked(result.text, spans, number)
	return { own = own, plain = blanked(own, table.move(result.names or {}, 1, #(result.names or {}), 1, {})) }
end

local function plain_words(mask, span) return reuse.count(mask.plain:sub(span.start + 1, span["end"])) end

function Links:few() return math.max(FEW, #self.results // FEW_OF) end

function Links:add_run(pair, run, index)
	local a, b = self.masks[pair.a], self.masks[pair.b]
	if run.words < LONG and math.min(plain_words(a, run.a), plain_words(b, run.b)) < RUN then return end
	if index:spread(a.number, a.own:sub(run.a.start + 1, run.a["end"])) > self:few() then return end
	note(pair, run.words >= LONG and "long" or "run", { kind = "shared_run", words = run.words, a = run.a, b = run.b })
end

local function percent(share) return ("%d %% of the shorter text's runs of five words"):format(100 * share // 1) end

--- Shared text. Results without their text are not compared.
function Links:add_texts()
	local texts, number_of = {}, {}
	for i, result in ipairs(self.results) do
		if result.text then
			self.masks[i] = masks_of(result, i)
			texts[#texts + 1], number_of[#texts + 1] = self.masks[i].own, i
			self.masks[i].number = #texts
		end
	end
	local index = reuse.index(texts)
	for _, found in ipairs(index:pairs()) do
		local a, b = number_of[found.a], number_of[found.b]
		local pair = self:pair(a, b)
		if found.shared >= ENOUGH and found.containment >= PARTLY then
			note(pair, found.containment >= COPY and "copy" or "partly", {
				kind = "near_duplicate", share = found.containment, shared = found.shared, text = percent(found.containment),
			})
		end
		for _, run in ipairs(reuse.runs(texts[found.a], texts[found.b], RUN)) do
			self:add_run(pair, run, index)
		end
	end
end

local function stem_pairs(stems)
	local list = {}
	for i = 1, #stems do
		for j = i + 1, #stems do
			local x, y = stems[i], stems[j]
			list[#list + 1] = x < y and x .. "\0" .. y or y .. "\0" .. x
		end
	end
	return list
end

local function shared_stems(a, b)
	local set, count = {}, 0
	for _, stem in ipairs(a) do set[stem] = true end
	for _, stem in ipairs(b) do count = count + (set[stem] and 1 or 0) end
	return count
end

--- Nothing that is known of the speakers tells them apart.
local function may_be_one(a, b)
	if a.entity and b.entity then return a.entity == b.entity end
	return not a.side or not b.side or a.side == b.side
end

--- Whether two sayings { stems, entity, side } are one, as far as words and speakers tell.
function dependence.same_saying(a, b)
	local shared = shared_stems(a.stems, b.stems)
	return shared >= STEMS and shared >= ALIKE * math.min(#a.stems, #b.stems) and may_be_one(a, b)
end

--- Pairs of sayings of different articles that are one, and in how many articles each is found.
function Links:same_sayings()
	local all, lists, found, spread = {}, {}, {}, {}
	for i, result in ipairs(self.results) do
		for _, said in ipairs(result.sayings or {}) do
			all[#all + 1] = { article = i, said = said }
			lists[#all] = stem_pairs(said.stems)
		end
	end
	for _, pair in ipairs(reuse.common(lists, STEMS * (STEMS - 1) // 2)) do
		local x, y = all[pair[1]], all[pair[2]]
		if x.article ~= y.article and dependence.same_saying(x.said, y.said) then
			found[#found + 1] = { x, y }
			for _, item in ipairs { x, y } do spread[item] = (spread[item] or 1) + 1 end
		end
	end
	return found, spread
end

function Links:add_sayings()
	local found, spread = self:same_sayings()
	for _, item in ipairs(found) do
		local x, y = item[1], item[2]
		local exclusive = not (x.said.entity and y.said.entity) and math.max(spread[x], spread[y]) <= self:few()
		note(self:pair(x.article, y.article), exclusive and "quote" or "public", {
			kind = "shared_quote", exclusive = exclusive, stems = shared_stems(x.said.stems, y.said.stems),
			a = place(x.said), b = place(y.said),
		})
	end
end

--- Names → articles, in order: list of { name, articles }.
local function grouped(results, names_of)
	local by_name, list = {}, {}
	for i, result in ipairs(results) do
		local seen = {}
		for _, name in ipairs(names_of(result)) do
			if not seen[name] then
				seen[name] = true
				if not by_name[name] then
					by_name[name] = { name = name, articles = {} }
					list[#list + 1] = by_name[name]
				end
				table.insert(by_name[name].articles, i)
			end
		end
	end
	return list, by_name
end

--- The first citation of each medium through which the article has a report, its own outlet aside.
local function carried(result)
	local first = {}
	for _, cite in ipairs(result.cites or {}) do
		if cite.carries and not cite.self then first[cite.name] = first[cite.name] or cite end
	end
	return first
end

local function carried_names(result)
	local names = {}
	for name in pairs(carried(result)) do names[#names + 1] = name end
	table.sort(names)
	return names
end

--- A report in one article came through the outlet of the other.
function Links:add_citations()
	local _, by_outlet = grouped(self.results, function(result) return result.outlets or { result.outlet } end)
	for i, result in ipairs(self.results) do
		local first = carried(result)
		for _, name in ipairs(carried_names(result)) do
			local cited = by_outlet[name] and by_outlet[name].articles or {}
			for _, other in ipairs(#cited <= CARRIED and cited or {}) do
				if other ~= i then
					local cite = first[name]
					note(self:pair(i, other), "cites", {
						kind = "cites", article = result.id, from = self.results[other].id, text = name,
						start = cite.start, ["end"] = cite["end"],
					})
				end
			end
		end
	end
end

local function each_pair(list, visit)
	for i = 1, #list do
		for j = i + 1, #list do visit(list[i], list[j]) end
	end
end

--- Reports in both came through one medium that is neither's own.
function Links:add_common_sources()
	for _, group in ipairs((grouped(self.results, carried_names))) do
		each_pair(#group.articles <= CARRIED and group.articles or {}, function(a, b)
			local one, other = carried(self.results[a])[group.name], carried(self.results[b])[group.name]
			note(self:pair(a, b), "source", { kind = "common_source", text = group.name, a = place(one), b = place(other) })
		end)
	end
end

--- What is odd only as long as few say it: names, dates, exact numbers.
local function is_telling(kind, given)
	return kind == "nominal" or kind == "date" or kind == "interval" and given.low == given.high
end

--- Value → the articles that give it, with their first evidence; and how many give any.
local function holders_of(results, item)
	local list, by_token, covering = {}, {}, 0
	for i, result in ipairs(results) do
		local seen = {}
		for _, entry in ipairs(result.claims or {}) do
			local token = entry.claim == item.id and entry.status ~= "denied" and is_telling(item.type, entry.value)
				and value.text(entry.value)
			if token and not seen[token] then
				covering = covering + (next(seen) and 0 or 1)
				seen[token] = true
				if not by_token[token] then
					by_token[token] = { token = token }
					list[#list + 1] = by_token[token]
				end
				table.insert(by_token[token], { article = i, place = place(entry.evidence[1]) })
			end
		end
	end
	return list, covering
end

--- Values that a minority shares against the others.
function Links:add_rare_values(claims)
	for _, item in ipairs(claims) do
		local list, covering = holders_of(self.results, item)
		for _, holders in ipairs(list) do
			local rare = #holders > 1 and 2 * #holders < covering and #holders <= self:few()
			each_pair(rare and holders or {}, function(x, y)
				note(self:pair(x.article, y.article), "value", {
					kind = "rare_value", claim = item.id, text = holders.token, a = x.place, b = y.place,
				})
			end)
		end
	end
end

local function first_places(result)
	local first = {}
	for _, entry in ipairs(result.claims or {}) do
		local start = entry.evidence[1].start
		first[entry.claim] = math.min(first[entry.claim] or start, start)
	end
	return first
end

--- Kendall's tau of the order of the claims that both report; how many those are.
---@return number tau in [-1, 1]; 0 where there are fewer than two
---@return integer claims
function dependence.order(a, b)
	local one, other, ids = first_places(a), first_places(b), {}
	for id in pairs(one) do
		if other[id] then ids[#ids + 1] = id end
	end
	local sum, pairs_of = 0, #ids * (#ids - 1) / 2
	each_pair(ids, function(x, y)
		local product = (one[x] - one[y]) * (other[x] - other[y])
		sum = sum + (product > 0 and 1 or product < 0 and -1 or 0)
	end)
	return pairs_of > 0 and sum / pairs_of or 0, #ids
end

--- Order says nothing alone, so it is looked at where something else is found.
function Links:add_order(pair)
	local tau, count = dependence.order(self.results[pair.a], self.results[pair.b])
	if count < ORDERED or tau < TAU then return end
	note(pair, "order", {
		kind = "claim_order", claims = count, tau = tau, text = ("%d claims, Kendall's tau %.2f"):format(count, tau),
	})
end

--- The level of F10 from the signs of a pair (a set of names), 0 to 4.
function dependence.level(signs)
	if signs.copy then return 4 end
	if signs.partly or signs.long then return 3 end
	local count = 0
	for _, sign in ipairs { "run", "quote", "cites", "order" } do count = count + (signs[sign] and 1 or 0) end
	if count >= 2 then return 2 end
	local any = signs.run or signs.quote or signs.cites or signs.public or signs.source or signs.value
	return any and 1 or 0
end

--- F11: an article's weight is 1 over the sum of what it shares with all, itself included.
---@param count integer articles
---@param links table list of { a, b (numbers), rho }
---@return number[] weights in (0, 1]
---@return number n_eff their sum: independent articles
function dependence.weigh(count, links)
	local sums, weights, total = {}, {}, 0.0
	for i = 1, count do sums[i] = 1 end
	for _, link in ipairs(links) do
		sums[link.a], sums[link.b] = sums[link.a] + link.rho, sums[link.b] + link.rho
	end
	for i, sum in ipairs(sums) do
		weights[i] = 1 / sum
		total = total + weights[i]
	end
	return weights, total
end

--- Gives the places of evidence their words, so that they can be compared with the texts.
local function quote(self, pair)
	for _, shown in ipairs(pair.evidence) do
		for side, number in pairs { a = pair.a, b = pair.b } do
			local span, text = shown[side], self.results[number].text
			if span and text then span.text = text:sub(span.start + 1, span["end"]) end
		end
	end
	return pair.evidence
end

local function finish(self)
	local links = {}
	table.sort(self.list, function(x, y) return x.a < y.a or x.a == y.a and x.b < y.b end)
	for _, pair in ipairs(self.list) do
		if next(pair.signs) then self:add_order(pair) end
		local level = dependence.level(pair.signs)
		if level > 0 then
			links[#links + 1] = {
				a = pair.a, b = pair.b, level = level, rho = dependence.RHO[level], evidence = quote(self, pair),
			}
		end
	end
	return links
end

--- All pairs with a link. The work grows with the articles' words, not with their pairs.
---@param results table the articles' results, with their text (without: no shared text is found) and assay.traces
---@param claims table? the pack's declared claims: list of { id, type }
---@return table links list of { a, b (numbers of results), level 1–4, rho [0,1], evidence }, by a and b
---@return number[] weights per article (F11), in (0, 1]
---@return number n_eff
function dependence.links(results, claims)
	local self = setmetatable({ results = results, list = {}, by_key = {}, masks = {} }, Links)
	self:add_texts()
	self:add_sayings()
	self:add_citations()
	self:add_common_sources()
	self:add_rare_values(claims or {})
	local links = finish(self)
	return links, dependence.weigh(#results, links)
end

return dependence
