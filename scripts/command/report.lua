local task = require "assay.task"
local files = require "assay.report.files"

local option = task.options

--- The run, and the articles that it may be about.
local function find(args)
  local runfile = require "assay.runfile"
  if not args.db then return runfile.read(args[1]), #args > 1 and task.reader(args, 2) or function() end end
  local project = require "assay.project".open(args.db, false)
  return runfile.last(project, args.db), project:items(), project
end

--- The texts of the run's articles with their sentences, read anew by workers with the language pack alone.
local function read_texts(args, object, items)
  local texts, wanted = {}, {}
  for _, article in ipairs(object.articles) do wanted[article.id] = true end
  local pool <close> = task.pool(args, task.rules {})
  for item, answer in pool:run(items) do
    local result = answer.result
    if result and wanted[item.id] then
      texts[item.id] = { text = result.text or item.text, sentences = result.sentences }
    elseif not result then
      require "assay.cli".say("%s: %s", item.input, answer.reason)
    end
  end
  return texts
end

local function run(args)
  local failure = require "assay.failure"
  args.format = args.format or "text"
  if args.db and #args > 0 then failure.raise("usage", "report: with --db there is no operand") end
  if not args.db and #args == 0 then failure.raise("usage", "report: needs RUN.json, or --db FILE") end
  local out <close> = require "assay.output".open(args.output)
  local object, items, project = find(args)
  local texts = read_texts(args, object, items)
  if project then project:close() end
  local command = args.db and files.command { object.pack.name, db = args.db }
  if args.csv then files.write_tables(object, texts, args.csv) end
  out:write(files.render(object, texts, args, command))
  out:finish()
  return 0
end

return {
  name = "report",
  usage = "report RUN.json [INPUT…] | report --db FILE",
  summary = "Show a run again: as text, as HTML, as Markdown, as tables.",
  details = "RUN.json is what run --format json wrote; with --db it is the project's last run. INPUT are the run's "
    .. "articles, as for run: with them (or --db) the report holds the texts and whole sentences.\n"
    .. "With more than 100 articles, or 5 MB, html to a FILE.html puts the articles and sentences into FILE-pages/ "
    .. "beside it.",
  options = {
    option.db, { "--format", "FORMAT", "text by default", choices = files.formats }, option.output,
    files.options.csv, files.options.ascii, files.options.color, option.meta, option.jobs, option.max_bytes,
    option.newline,
  },
  operands = { min = 0 },
  run = run,
}
