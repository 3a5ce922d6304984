local exchange = require "assay.exchange"
local task = require "assay.task"

local option = task.options
local LIMIT = 1 << 30 -- bytes

--- Which formats an option is for: the field of the format that tells.
local FOR = {
  table = "tables", network = "networks", duplicates = "networks", newline = "articles", jobs = "articles",
  max_rejects = "articles",
}

--- The formats that have the field, in words.
local function formats_with(field)
  local names = {}
  for _, name in ipairs(exchange.FORMATS) do
    if exchange.format(name, "export")[field] then names[#names + 1] = name end
  end
  return table.concat(names, ", ")
end

local function check_options(args, format)
  local failure = require "assay.failure"
  for key, field in pairs(FOR) do
    if args[key] and not format[field] then
      failure.raise("usage", "export: --%s is for %s, not for %s", key:gsub("_", "-"), formats_with(field), format.name)
    end
  end
  if args.db and #args > 1 then failure.raise("usage", "export: with --db there is one operand, FORMAT") end
  if not args.db and #args < 2 then
    failure.raise("usage", "export: needs %s or --db FILE", format.articles and "INPUT" or "RUN.json")
  end
  if format.save and (not args.output or args.output == "-") then
    failure.raise("usage", "export: %s is written to a file: -o FILE", format.name)
  end
  if format.binary and (args.output or "-") == "-" and require "assay.host".isatty(1) then
    failure.raise("usage", "export: %s is not for a terminal: -o FILE, or | tar -x", format.name)
  end
end

--- The texts are there and the evidence points into them.
local function check_texts(data)
  local annotations, documents = require "assay.exchange.annotations", {}
  for _, article in ipairs(data.documents) do
    if not article.text then
      require "assay.failure".raise("not_found", "export: the text of article '%s' is needed: name the run's articles "
        .. "behind RUN.json, or use --db", article.id)
    end
    documents[article.id] = article
  end
  for _, item in ipairs(data.statements) do
    annotations.check(documents[item.article], item.start, item["end"], item.text)
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
  local object, texts = task.done(args, args[2], 3)
  local data = exchange.data(object, texts, args.statements)
  if format.texts then check_texts(data) end
  return data
end

--- A format that is made of articles: one is read, written and forgotten before the next.
local function write_articles(args, format)
  local tally = require "assay.tally"
  local bound, count = tally.bound(args.max_rejects), tally.new()
  local project <close> = args.db and require "assay.project".open(args.db, false)
  local reader = not project and task.reader(args, 2)
  local out <close> = require "assay.output".open(args.output)
  local pool <close> = task.pool(args, {}, format.articles)
  for item, answer in pool:run(reader or project:items()) do
    if answer.result then
      count:add()
      format.article(out, item, answer.result)
    else
      count:reject(item.input, answer.reason, item.code)
    end
  end
  if count.read > 0 then out:finish() end
  if #count.rejected > 0 then count:report(reader or nil) end
  return count:exit_code(bound)
end

local function run(args)
  local format = exchange.format(args[1], "export")
  check_options(args, format)
  if format.articles then return write_articles(args, format) end
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

local UNITS = { bytes = "bytes", characters = "Unicode code points", utf16 = "UTF-16 code units" }

local function described()
  local rows = { title = "formats" }
  for i, name in ipairs(exchange.FORMATS) do
    local format = exchange.format(name, "export")
    rows[i] = { name, format.summary .. (format.unit and "; offsets: " .. UNITS[format.unit] or "") }
  end
  return rows
end

return {
  name = "export",
  usage = "export FORMAT RUN.json|STATEMENTS.jsonl [INPUT…] | export conllu INPUT… | export FORMAT --db FILE",
  summary = "Write a run or articles as other programs read them.",
  details = "RUN.json is what run --format json wrote; with --db it is the project's last run. Formats that point "
    .. "into the articles need them: INPUT as for run, or --db; these are " .. formats_with "texts" .. ". Networks "
    .. "can also be made of the statements that import has read (*.jsonl). " .. formats_with "articles" .. " is made "
    .. "of articles without a run: INPUT, or those of --db. A tar archive is unpacked with tar -xf FILE.",
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
    option.meta, option.max_bytes, option.jobs, option.newline, option.max_rejects,
  },
  operands = { min = 1 },
  run = run,
}
