local exchange = require "assay.exchange"
local task = require "assay.task"

local option = task.options
local LIMIT = 1 << 30 -- bytes

--- Which formats an option is for: the field of the format that tells.
local FOR = { table = "tables", network = "networks", duplicates = "networks" }

local function check_options(args, format)
  local failure = require "assay.failure"
  for key, field in pairs(FOR) do
    if args[key] and not format[field] then
      local able = {}
      for _, name in ipairs(exchange.FORMATS) do
        if exchange.format(name, "export")[field] then able[#able + 1] = name end
      end
      failure.raise("usage", "export: --%s is for %s, not for %s", key, table.concat(able, ", "), format.name)
    end
  end
  if args.db and #args > 1 then failure.raise("usage", "export: with --db there is one operand, FORMAT") end
  if not args.db and #args < 2 then failure.raise("usage", "export: needs RUN.json or --db FILE") end
  if format.save and (not args.output or args.output == "-") then
    failure.raise("usage", "export: %s is written to a file: -o FILE", format.name)
  end
end

--- The run, the texts by id, which statements.
local function find(args)
  local runfile, texts = require "assay.runfile", {}
  if args.db then
    local project <close> = require "assay.project".open(args.db, false)
    local object = runfile.last(project, args.db)
    for item in project:items() do texts[item.id] = item.text end
    return object, texts, args.statements
  end
  local object = runfile.read(args[2])
  for item in (#args > 2 and task.reader(args, 3) or function() end) do texts[item.id or item.input] = item.text end
  return object, texts, args.statements
end

--- The texts are there and the evidence points into them.
local function check_texts(data)
  local failure, texts = require "assay.failure", {}
  for _, article in ipairs(data.documents) do
    if not article.text then
      failure.raise("not_found", "export: the text of article '%s' is needed: name the run's articles behind RUN.json, "
        .. "or use --db", article.id)
    end
    texts[article.id] = article.text
  end
  for _, item in ipairs(data.statements) do
    if texts[item.article]:sub(item.start + 1, item["end"]) ~= item.text then
      failure.raise("bad_input", "export: article '%s' is not the text of the run: bytes %d to %d differ", item.article,
        item.start, item["end"])
    end
  end
end

--- What is to be written: a run, or for a network the statements that import has read.
local function data_of(args, format)
  if args[2] and args[2]:find "%.jsonl$" then
    local failure = require "assay.failure"
    if not format.networks then
      failure.raise("usage", "export: %s is made of a run; statements make graphml, nodes, edges", format.name)
    end
    local bytes = require "assay.file".read(args[2], LIMIT)
    return exchange.data_of_statements(require "assay.exchange.statements".parse(bytes, args[2]))
  end
  local data = exchange.data(find(args))
  if format.texts then check_texts(data) end
  return data
end

local function run(args)
  local format = exchange.format(args[1], "export")
  check_options(args, format)
  local data = data_of(args, format)
  local output = require "assay.output"
  if format.save then
    output.save(args.output, function(name) format.save(name, data) end)
    return 0
  end
  local out <close> = output.open(args.output)
  format.write(out, data, args)
  out:finish()
  return 0
end

local function described()
  local rows = { title = "formats" }
  for i, name in ipairs(exchange.FORMATS) do rows[i] = { name, exchange.format(name, "export").summary } end
  return rows
end

return {
  name = "export",
  usage = "export FORMAT RUN.json|STATEMENTS.jsonl [INPUT…] | export FORMAT --db FILE",
  summary = "Write a run for other programs: tables, statements, networks.",
  details = "RUN.json is what run --format json wrote; with --db it is the project's last run. Formats with statements "
    .. "in their text (dna, dna-csv) need the articles: INPUT as for run, or --db. Networks can also be made of the "
    .. "statements that import has read (*.jsonl).",
  lists = { described() },
  options = {
    option.db, option.output,
    { "--table", "NAME", "of csv and jsonl, evidence by default", choices = require "assay.exchange.tables".NAMES },
    {
      "--statements", "KIND", "positions of actors (by default), what is claimed, or both",
      choices = require "assay.exchange.statements".KINDS,
    },
    {
      "--network", "NAME", "of graphml, nodes and edges, actor-concept by default",
      choices = require "assay.exchange.network".NAMES,
    },
    {
      "--duplicates", "WHICH", "in a network, statements of a document that say the same: one (by default) or all",
      choices = { "document", "include" },
    },
    option.meta, option.max_bytes,
  },
  operands = { min = 1 },
  run = run,
}
