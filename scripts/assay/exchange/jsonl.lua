--- One table of a run as JSON Lines: a line on what it is, then a line per row.

local json = require "assay.core".json
local tables = require "assay.exchange.tables"

local format = { name = "jsonl", unit = "bytes", tables = true, summary = "a table as JSON Lines" }

--- Writes rows below their head.
---@param out table an output
---@param head table { table, made_by?, question?, caveat? }
---@param rows table[]
---@param columns string[] in their order; further keys come behind
function format.lines(out, head, rows, columns)
	head.v, head.offsets = 1, format.unit
	out:write(json.encode(head, { order = { "v", "table", "offsets", "made_by", "question", "caveat" } }), "\n")
	for _, row in ipairs(rows) do out:write(json.encode(row, { order = columns }), "\n") end
end

function format.write(out, data, options)
	local name = options.table or "evidence"
	local rows, columns = tables.rows(data.result, name, options.statements)
	format.lines(out, {
		table = name, made_by = data.made_by, question = data.result.question, caveat = data.caveat,
	}, rows, columns)
end

return format
