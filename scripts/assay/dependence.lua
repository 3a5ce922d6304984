--- Who may have copied whom: shared runs of words, and the media that articles name. A lower bound; what is not found
--- is not independence. Sources: method F10, F11.

local dependence = {}

dependence.RHO = { [0] = 0, [1] = 0.2, [2] = 0.5, [3] = 0.7, [4] = 0.95 }
local RUN = 8            -- words: a shorter shared run is a stock phrase
local SHINGLE = 7        -- words of the runs that results carry
local COPY, PARTLY = 0.5, 0.15 -- containment of shingles
local COMMON = 8         -- a run in more articles than this is everybody's phrase

--- hash → list of { article, index of the shingle }
local function index(results)
	local map = {}
	for a, result in ipairs(results) do
		for i, item in ipairs(result.shingles or {}) do
			local list = map[item[1]]
			if not list then map[item[1]] = { { a, i } } else list[#list + 1] = { a, i } end
		end
	end
	return map
end

local function pair_key(a, b) return a * 0x100000 + b end

--- Pairs of articles that share shingles: key → { a, b, { { i, j }, … } }, in the order of a's text.
local function shared(results)
	local pairs_of = {}
	local map = index(results)
	for a, result in ipairs(results) do
		for i, item in ipairs(result.shingles or {}) do
			local list = map[item[1]]
			if #list > 1 and #list <= COMMON then
				for _, place in ipairs(list) do
					local b, j = place[1], place[2]
					if b > a then
						local key = pair_key(a, b)
						pairs_of[key] = pairs_of[key] or { a, b, {} }
						table.insert(pairs_of[key][3], { i, j })
					end
				end
			end
		end
	end
	return pairs_of
end

--- Joins neighbouring shingles to runs: list of { from, to, count } in a's shingles.
local function runs(hits)
	local list, last = {}, nil
	for _, hit in ipairs(hits) do
		if last and hit[1] == last.to + 1 and hit[2] == last.other + 1 then
			last.to, last.other, last.count = hit[1], hit[2], last.count + 1
		else
			last = { from = hit[1], to = hit[1], first_other = hit[2], other = hit[2], count = 1 }
			list[#list + 1] = last
		end
	end
	return list
end

local function run_evidence(a, b, run)
	return {
		kind = "shared_run", words = run.count + SHINGLE - 1,
		a = { start = a.shingles[run.from][2], ["end"] = a.shingles[run.to][3] },
		b = { start = b.shingles[run.first_other][2], ["end"] = b.shingles[run.other][3] },
	}
end

local function cited(result)
	local first = {}
	for _, cite in ipairs(result.cites) do first[cite.name] = first[cite.name] or cite end
	return first
end

local function place(cite) return { start = cite.start, ["end"] = cite["end"] } end

--- A citation of b's outlet by a, and media that both name.
local function citation_evidence(a, b)
	local list, direct, common = {}, false, false
	local ca, cb = cited(a), cited(b)
	for _, side in ipairs { { a, ca, b }, { b, cb, a } } do
		local cite = side[3].outlet and side[2][side[3].outlet]
		if cite then
			direct = true
			list[#list + 1] = {
				kind = "cites", article = side[1].id, text = cite.name, start = cite.start, ["end"] = cite["end"],
			}
		end
	end
	local names = {}
	for name in pairs(ca) do
		if cb[name] and name ~= a.outlet and name ~= b.outlet then names[#names + 1] = name end
	end
	table.sort(names)
	for _, name in ipairs(names) do
		common = true
		list[#list + 1] = { kind = "common_source", text = name, a = place(ca[name]), b = place(cb[name]) }
	end
	return list, direct, common
end

local function level_of(containment, longest, direct, common)
	if containment >= COPY then return 4 end
	if containment >= PARTLY or longest >= 25 then return 3 end
	local signs = (longest >= RUN and 1 or 0) + (direct and 1 or 0) + (common and 1 or 0)
	if longest >= RUN and signs >= 2 or direct and signs >= 2 then return 2 end
	return signs > 0 and 1 or 0
end

local function judge(results, a, b, hits)
	local one, other = results[a], results[b]
	local evidence, direct, common = citation_evidence(one, other)
	local longest = 0
	for _, run in ipairs(runs(hits)) do
		local words = run.count + SHINGLE - 1
		longest = math.max(longest, words)
		if words >= RUN then table.insert(evidence, run_evidence(one, other, run)) end
	end
	local least = math.min(#(one.shingles or {}), #(other.shingles or {}))
	local level = level_of(least > 0 and #hits / least or 0, longest, direct, common)
	if level == 0 then return nil end
	return { a = one.id, b = other.id, level = level, rho = dependence.RHO[level], evidence = evidence }
end

--- All pairs with a link.
---@param results table the articles' results, with shingles and cites
---@return table links list of { a, b, level 1–4, rho [0,1], evidence }
---@return table weights per article: 1 / Σ rho (F11), in (0, 1]
function dependence.links(results)
	local pairs_of, links, sums = shared(results), {}, {}
	for i = 1, #results do sums[i] = 1 end
	for a = 1, #results do
		for b = a + 1, #results do
			local known = pairs_of[pair_key(a, b)]
			local link = judge(results, a, b, known and known[3] or {})
			if link then
				links[#links + 1] = link
				sums[a], sums[b] = sums[a] + link.rho, sums[b] + link.rho
			end
		end
	end
	local weights = {}
	for i, sum in ipairs(sums) do weights[i] = 1 / sum end
	return links, weights
end

return dependence
