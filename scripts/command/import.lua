local exchange = require "assay.exchange"
local task = require "assay.task"

local option = task.options

local function write_articles(path, documents)
  local json = require "assay.core".json
  local out <close> = require "assay.output".open(path)
  for _, article in ipairs(documents) do
    out:write(json.encode(article, { order = { "id", "outlet", "published", "title", "text" } }), "\n")
  end
  out:finish()
end

local function write_statements(path, name, list)
  local tables = require "assay.exchange.tables"
  local out <close> = require "assay.output".open(path)
  local head = { table = "statements", made_by = "assay import " .. name }
  require "assay.exchange.jsonl".lines(out, head, tables.statements(list), tables.COLUMNS.statements)
  out:finish()
end

local LIMIT = 1 << 30 -- bytes

--- What the file holds, in the format's own way of reading.
local function data_of(format, path, options)
  if format.read then return format.read(path, options) end
  return format.parse(require "assay.file".read(path, LIMIT), path, options)
end

local function run(args)
  local failure = require "assay.failure"
  local format = exchange.format(args[1], "import")
  if not format.read and not format.parse then failure.raise("usage", "import: %s is only written", format.name) end
  local data = data_of(format, args[2], { type = args.type, texts = task.texts(args, 3) })
  if args.articles then write_articles(args.articles, data.documents) end
  write_statements(args.output, format.name, data.statements)
  local cli = require "assay.cli"
  for _, reason in ipairs(data.rejected) do cli.say("%s: rejected: %s", args[2], reason) end
  cli.say("%d statements, %d documents, rejected %d", #data.statements, #data.documents, #data.rejected)
  return #data.rejected > 0 and #data.statements == 0 and failure.exit.bad_input or 0
end

return {
  name = "import",
  usage = "import dna|dna-csv FILE [INPUT…] [options]",
  summary = "Read statements of Discourse Network Analyzer as JSON Lines.",
  details = "A line on what it is, then a line per statement, offsets in bytes; --articles keeps the documents, which "
    .. "run and ingest take as INPUT. A dna-csv has no texts: INPUT are its documents, by document_id; without them a "
    .. "statement has start_utf16 and end_utf16. A statement that points outside its document is rejected.",
  options = {
    option.output,
    { "--articles", "FILE", "write the documents there as JSON Lines" },
    { "--type", "LABEL", "the statement type to read (DNA Statement)" },
    option.meta, option.max_bytes,
  },
  operands = { min = 2 },
  run = run,
}
