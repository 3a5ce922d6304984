--- One table of a run as comma-separated values; the columns of offsets say that they are bytes.

local csv = require "assay.csv"
local tables = require "assay.exchange.tables"

local format = { name = "csv", unit = "bytes", tables = true, summary = "a table as comma-separated values" }

function format.write(out, data, options)
	local rows, columns = tables.rows(data.result, options.table or "evidence", options.statements)
	out:write(csv.line(columns, #columns))
	for _, row in ipairs(rows) do out:write(csv.row(row, columns)) end
end

return format
