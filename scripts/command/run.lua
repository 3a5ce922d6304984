local task = require "assay.task"
local files = require "assay.report.files"

local option = task.options
local FORMATS = { "text", "json", "jsonl", "html", "md" }

local RENDER = {}

function RENDER.json(object, aggregate)
  return require "assay.core".json.encode(object, { order = aggregate.key_order }) .. "\n"
end

--- A line per article, then the object without its articles.
function RENDER.jsonl(object, aggregate)
  local json = require "assay.core".json
  local order = { order = aggregate.key_order }
  local lines = {}
  for i, article in ipairs(object.articles or {}) do lines[i] = json.encode(article, order) .. "\n" end
  local rest = {}
  for key, value in pairs(object) do
    if key ~= "articles" then rest[key] = value end
  end
  lines[#lines + 1] = json.encode(rest, order) .. "\n"
  return table.concat(lines)
end

--- Articles for the workers, and what the input said about them.
local function items_of(args, project, reader, tally)
  if not project then return reader end
  local keys
  if #args > 1 then
    keys = {}
    local function keep(item, stored)
      if stored then keys[#keys + 1] = item.id end
    end
    task.ingest(args, project, reader, tally, { each = keep })
    tally.read = 0 -- counted again when they are analysed
  end
  return project:items(keys)
end

--- Runs the workers over the items. Gives the results in order, and the texts where a report shows them.
local function analyse(args, pool, items, tally)
  local results, texts = {}, {}
  local with_texts = args.csv or not RENDER[args.format]
  local progress <close> = require "assay.progress".new("read", args.no_progress)
  for item, answer in pool:run(items) do
    local result = answer.result
    if result then
      result.warnings = task.merge(item.warnings, result.warnings)
      tally:add(result.warnings)
      result.text = result.text or item.text
      if with_texts then texts[item.id] = { text = result.text, sentences = result.sentences } end
      results[#results + 1] = result
    else
      tally:reject(item.input, answer.reason, item.code)
    end
    progress:update(tally.read, #tally.rejected)
  end
  return results, texts
end

local function write(args, out, pool, results, texts, tally, project)
  local aggregate = require "assay.aggregate"
  local object = aggregate.run(pool.description, results, tally:summary(pool.limits))
  if args.metonyms or args.overrides then
    object.params = { metonyms = args.metonyms, overrides = pool.description.overrides }
  end
  if project then project:save_run(object, aggregate.key_order) end
  if args.csv then files.write_tables(object, texts, args.csv) end
  local render = RENDER[args.format]
  out:write(render and render(object, aggregate) or files.render(object, texts, args, files.command(args)))
  out:finish()
end

local function run(args)
  local tally = require "assay.tally"
  args.format = args.format or "text"
  if #args < 2 and not args.db then
    require "assay.failure".raise("usage", "run: no INPUT (a file, a folder or -) and no --db")
  end
  local bound, count = tally.bound(args.max_rejects), tally.new()
  local reader = task.reader(args, 2)
  local out <close> = require "assay.output".open(args.output)
  local pool <close> = task.pool(args, task.rules(args, args[1]))
  local project <close> = args.db and require "assay.project".open(args.db, #args > 1)
  local results, texts = analyse(args, pool, items_of(args, project, reader, count), count)
  if #results > 0 then write(args, out, pool, results, texts, count, project) end
  count:report(reader)
  if #results == 0 and #count.rejected == 0 then require "assay.cli".say "there are no articles" end
  local code = count:exit_code(bound)
  return pool.walled and require "assay.failure".exit.refused or code
end

return {
  name = "run",
  usage = "run PACK|SCRIPT.lua [INPUT…] [options]",
  summary = "Analyse articles by rules: who stands where, who agrees.",
  details = "PACK is a pack's name or folder (docs/packs.md), SCRIPT.lua a rule script (docs/rules.md). INPUT is a "
    .. "file, a folder (recursively: .txt, .md, .jsonl, .json) or - for standard input; plain text, or JSON with text "
    .. "and, where known, id, title, outlet, published. With --db the inputs are added to the project first; without "
    .. "INPUT the run covers all articles of the project; the run is kept in it.\n"
    .. "An article's id is its file's name without the extension unless --meta or the record says otherwise. A second "
    .. "article with the same id is dropped when its text is the same and rejected when it is not.\n"
    .. "Format json is one object; jsonl is a line per article, then the object without its articles as the last "
    .. "line.\n"
    .. "The rules' code runs behind walls: no files, no network, bounded time and memory. An article whose rules pass "
    .. "a limit is rejected with the reason; the exit code is then 77.",
  options = {
    option.made_db, { "--format", "FORMAT", "text by default", choices = FORMATS },
    option.output, option.jobs, option.meta, option.max_rejects, option.deadline, option.memory, option.max_bytes,
    option.newline, option.trust, files.options.csv, files.options.ascii, files.options.color,
    option.metonyms, option.overrides, option.no_progress,
  },
  operands = { min = 1 },
  run = run,
}
