--- Lists of flat records as text, one function per format: box, csv, json, jsonl, md, tsv.

local core = require "assay.core"
local csv = require "assay.csv"
local escape = require "assay.report.escape"
local inspect = require "assay.inspect"
local layout = require "assay.report.layout"

local rows = {}

--- Columns that stand first, in this order; the others follow by name.
local FIRST = {
	"article", "id", "outlet", "published", "title", "actor", "claim", "rule", "stance", "score", "status", "value", "n",
	"start", "end", "holder", "sign", "weight", "left", "match", "right", "text",
}

--- Every key of the records, in order.
---@param records table
---@return string[]
function rows.columns(records)
	local present, rank, list = {}, {}, {}
	for i, name in ipairs(FIRST) do rank[name] = i end
	for _, record in ipairs(records) do
		for key in next, record do present[key] = true end
	end
	for key in next, present do list[#list + 1] = key end
	table.sort(list, function(a, b)
		local x, y = rank[a] or #FIRST + 1, rank[b] or #FIRST + 1
		if x ~= y then return x < y end
		return a < b
	end)
	return list
end

--- A value in a cell.
---@return string
function rows.cell(value)
	if value == nil then return "" end
	if type(value) == "number" and math.type(value) == "float" then return ("%.6g"):format(value) end
	return type(value) == "table" and inspect(value) or tostring(value)
end

local function delimited(records, columns, mark, field)
	local lines = {}
	local function add(get)
		local fields = {}
		for i, name in ipairs(columns) do fields[i] = field(get(name)) end
		lines[#lines + 1] = table.concat(fields, mark)
	end
	add(function(name) return name end)
	for _, record in ipairs(records) do add(function(name) return rows.cell(record[name]) end) end
	return table.concat(lines, "\n")
end

--- Comma-separated values with a header line (assay.csv).
function rows.csv(records, columns)
	local lines = { csv.line(columns, #columns) }
	for _, record in ipairs(records) do
		local cells = {}
		for i, name in ipairs(columns) do
			local value = record[name]
			cells[i] = type(value) == "table" and rows.cell(value) or value
		end
		lines[#lines + 1] = csv.line(cells, #columns)
	end
	return (table.concat(lines):gsub("\n$", ""))
end

function rows.tsv(records, columns) return delimited(records, columns, "\t", escape.terminal) end

function rows.md(records, columns)
	local lines = delimited(records, columns, " | ", function(text)
		return (escape.terminal(text):gsub("[|\\]", "\\%0"))
	end)
	local rule = ("--- | "):rep(#columns - 1) .. "---"
	return (("| " .. lines:gsub("\n", " |\n| ") .. " |"):gsub("\n", "\n| " .. rule .. " |\n", 1))
end

function rows.json(records) return core.json.encode(core.json.array(table.move(records, 1, #records, 1, {}))) end

function rows.jsonl(records)
	local lines = {}
	for i, record in ipairs(records) do lines[i] = core.json.encode(record) end
	return table.concat(lines, "\n")
end

function rows.box(records, columns, width)
	local list = {}
	for i, record in ipairs(records) do
		list[i] = {}
		for c, name in ipairs(columns) do list[i][c] = rows.cell(record[name]) end
	end
	return table.concat(layout.grid(columns, list, width), "\n")
end

return rows
