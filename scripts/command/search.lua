local ORDER = { "v", "query", "hits", "article", "n", "start", "end", "text" }

local function line_of(hit, cli)
  return ("%s:%d-%d: %s\n"):format(cli.printable(hit.article), hit.start, hit["end"], cli.printable(hit.text))
end

local function run(args)
  local cli, failure = require "assay.cli", require "assay.failure"
  if not args.db then failure.raise("usage", "search: needs --db FILE") end
  local project <close> = require "assay.project".open(args.db, false)
  local out = require "assay.output".open()
  local hits = project:search(args[1], args.limit or 40)
  if args.format == "json" then
    local json = require "assay.core".json
    for _, hit in ipairs(hits) do hit.matches = nil end
    out:write(json.encode({ v = 1, query = args[1], hits = json.array(hits) }, { order = ORDER }), "\n")
  else
    for _, hit in ipairs(hits) do out:write(line_of(hit, cli)) end
  end
  out:finish()
  return 0
end

return {
  name = "search",
  usage = "search --db FILE QUERY [options]",
  summary = "Find sentences of a project's articles by words, best first.",
  details = "QUERY is an SQLite FTS5 query: words, \"a phrase\", AND, OR, NOT, word*. A line is the article's id, the "
    .. "sentence's bytes, 0-based and half-open, and the sentence.",
  options = {
    require "assay.task".options.db,
    { "--limit", "N", "sentences at most (40)", kind = "integer", min = 1 },
    require "assay.task".options.format,
  },
  operands = { min = 1, max = 1 },
  run = run,
}
