local ROWS = 1000

--- A row as text: columns behind each other, a tab between them.
local function line_of(row, count)
  local printable = require "assay.cli".printable
  local cells = {}
  for i = 1, count do cells[i] = row[i] == nil and "" or printable(row[i]) end
  return table.concat(cells, "\t") .. "\n"
end

local function run(args)
  local failure, json = require "assay.failure", require "assay.core".json
  if not args.db then failure.raise("usage", "sql: needs --db FILE") end
  local project <close> = require "assay.project".open(args.db, false, true)
  local next_row, columns = project:query(args[1])
  local out = require "assay.output".open()
  local limit, rows = args.limit or ROWS, json.array {}
  if args.format ~= "json" then out:write(line_of(columns, #columns)) end
  local count, row = 0, next_row()
  while row and count < limit do
    count = count + 1
    if args.format == "json" then
      for i = 1, #columns do
        if row[i] == nil then row[i] = json.null end
      end
      rows[count] = json.array(row)
    else
      out:write(line_of(row, #columns))
    end
    row = next_row()
  end
  if args.format == "json" then
    local object = { v = 1, columns = json.array(columns), rows = rows, more = row ~= nil }
    out:write(json.encode(object, { order = { "v", "columns", "rows", "more" } }), "\n")
  end
  out:finish()
  if row then require "assay.cli".say("sql: more than %d rows; --limit shows more", limit) end
  return 0
end

return {
  name = "sql",
  usage = "sql --db FILE QUERY [options]",
  summary = "Read a project's tables with one SELECT.",
  details = "Tables: article, source, sentence, run, evidence, finding, evidence_of. A query only reads: it changes "
    .. "nothing, attaches nothing and ends after a bounded number of steps (77). The file's pages are checked first. "
    .. "Rows are lines with tabs between the columns, under a line of their names.",
  options = {
    require "assay.task".options.db,
    { "--limit", "N", "rows at most (1000)", kind = "integer", min = 1 },
    require "assay.task".options.format,
  },
  operands = { min = 1, max = 1 },
  run = run,
}
