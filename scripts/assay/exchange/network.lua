--- Networks of statements, as Discourse Network Analyzer defines them: organizations and the concepts that they agree
--- or disagree with, or organizations and how often two of them say the same or the opposite.

local csv = require "assay.csv"

local network = {}

network.NAMES = { "actor-concept", "actor-actor" }

local function sorted_keys(map)
	local keys = {}
	for key in pairs(map) do keys[#keys + 1] = key end
	table.sort(keys)
	return keys
end

--- Statements that count: with an organization and a concept; of a document one per organization, concept and side,
--- unless duplicates are wanted.
local function counted(statements, duplicates)
	local list, seen = {}, {}
	for _, item in ipairs(statements) do
		local organization, concept = item.organization, item.concept
		if organization and concept and item.agreement ~= nil then
			local key = table.concat({ item.article, organization, concept, tostring(item.agreement) }, "\0")
			if duplicates == "include" or not seen[key] then list[#list + 1] = item end
			seen[key] = true
		end
	end
	return list
end

--- counts[organization][concept] = { agree, disagree }
local function tallied(list)
	local counts = {}
	for _, item in ipairs(list) do
		local row = counts[item.organization] or {}
		counts[item.organization] = row
		local cell = row[item.concept] or { 0, 0 }
		row[item.concept] = cell
		local side = item.agreement and 1 or 2
		cell[side] = cell[side] + 1
	end
	return counts
end

local function nodes_of(list, key, kind)
	local count, articles, nodes = {}, {}, {}
	for _, item in ipairs(list) do
		local name = item[key]
		count[name] = (count[name] or 0) + 1
		articles[name] = articles[name] or {}
		articles[name][item.article] = true
	end
	for i, name in ipairs(sorted_keys(count)) do
		nodes[i] = {
			id = ("%s%d"):format(kind:sub(1, 1), i), label = name, kind = kind, statements = count[name],
			articles = #sorted_keys(articles[name]),
		}
	end
	return nodes
end

local EDGES = {}

EDGES["actor-concept"] = function(counts, actors, concepts)
	local edges = {}
	for _, actor in ipairs(actors) do
		for _, concept in ipairs(concepts) do
			local cell = counts[actor.label][concept.label]
			if cell then
				edges[#edges + 1] = {
					source = actor.id, target = concept.id, agree = cell[1], disagree = cell[2], combine = cell[1] + cell[2],
					subtract = cell[1] - cell[2],
				}
			end
		end
	end
	return edges
end

--- Products over the concepts that both speak of: same sides, opposite sides.
local function meet(one, other)
	local same, opposite = 0, 0
	for concept, a in pairs(one) do
		local b = other[concept]
		if b then
			same, opposite = same + a[1] * b[1] + a[2] * b[2], opposite + a[1] * b[2] + a[2] * b[1]
		end
	end
	return same, opposite
end

EDGES["actor-actor"] = function(counts, actors)
	local edges = {}
	for i, a in ipairs(actors) do
		for j = i + 1, #actors do
			local b = actors[j]
			local same, opposite = meet(counts[a.label], counts[b.label])
			if same + opposite > 0 then
				edges[#edges + 1] = {
					source = a.id, target = b.id, congruence = same, conflict = opposite, ignore = same + opposite,
					subtract = same - opposite,
				}
			end
		end
	end
	return edges
end

network.COLUMNS = {
	nodes = { "id", "label", "kind", "statements", "articles" },
	["actor-concept"] = { "source", "target", "agree", "disagree", "combine", "subtract" },
	["actor-actor"] = { "source", "target", "congruence", "conflict", "ignore", "subtract" },
}

--- A network of statements.
---   actor-concept  an edge counts agreement and disagreement; combine is their sum, subtract their difference
---   actor-actor    an edge sums over concepts the products of the two actors' counts: congruence of the same sides,
---                  conflict of opposite sides; ignore is their sum, subtract their difference
---@param statements assay.Statement[]
---@param name string "actor-concept" or "actor-actor"
---@param duplicates string? "document" (default): one statement per document, actor, concept and side; "include": all
---@return table { name, nodes, edges } with the fields of network.COLUMNS, sorted by label
function network.of(statements, name, duplicates)
	local list = counted(statements, duplicates)
	local actors, concepts = nodes_of(list, "organization", "actor"), nodes_of(list, "concept", "concept")
	local nodes = table.move(actors, 1, #actors, 1, {})
	if name == "actor-concept" then table.move(concepts, 1, #concepts, #nodes + 1, nodes) end
	return { name = name, nodes = nodes, edges = EDGES[name](tallied(list), actors, concepts) }
end

--- The network that the options of an export ask for.
function network.asked(data, options)
	return network.of(data.statements, options.network or "actor-concept", options.duplicates)
end

--- The format that writes the nodes or the edges as comma-separated values.
---@param part string "nodes" or "edges"
---@return table format
function network.table_format(part)
	local format = {
		name = part, networks = true, summary = ("the %s of a network as comma-separated values"):format(part),
	}
	function format.write(out, data, options)
		local made = network.asked(data, options)
		local columns = network.COLUMNS[part == "nodes" and "nodes" or made.name]
		out:write(csv.line(columns, #columns))
		for _, item in ipairs(made[part]) do out:write(csv.row(item, columns)) end
	end
	return format
end

return network
