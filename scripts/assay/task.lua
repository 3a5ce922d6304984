--- What the verbs that read articles have in common: options, inputs, ingesting.

local encoding = require "assay.encoding"
local failure = require "assay.failure"
local file = require "assay.file"
local host = require "assay.host"
local input = require "assay.input"
local manifest = require "assay.manifest"
local runner = require "assay.runner"

local task = {}

local MANIFEST_LIMIT = 64 << 20 -- bytes
local OVERRIDES_LIMIT = 256 << 10 -- bytes
local DEFAULT_JOBS, JOBS_LIMIT = 8, 256

--- Options by name, to be put into a command's table.
task.options = {
  db = { "--db", "FILE", "the project file" },
  made_db = { "--db", "FILE", "the project file; made for inputs when it is not there" },
  meta = { "--meta", "FILE", "tab-separated table with a header line: file or id, outlet, published, title, …" },
  max_bytes = { "--max-bytes", "N", "reject articles with more bytes (16777216)", kind = "integer", min = 1 },
  max_rejects = { "--max-rejects", "N|N%", "end with 65 when more inputs are rejected" },
  deadline = { "--deadline", "S", "seconds that one article may take (60)", kind = "number", min = 0.001 },
  memory = { "--memory", "MIB", "Lua heap of one worker (1024; 0: no limit)", kind = "integer", min = 0 },
  newline = {
    "--newline", "HOW", "a line break ends a paragraph (hard), is a space (soft), or what the text shows (by default)",
    choices = { "auto", "hard", "soft" },
  },
  jobs = { "--jobs", "N", "worker processes (one per processor, up to 8)", short = "-j", kind = "integer", min = 1 },
  output = { "--output", "FILE", "write there instead of standard output, whole or not at all", short = "-o" },
  overrides = { "--overrides", "FILE", "rules of the pack to switch off or to weigh anew" },
  metonyms = {
    "--metonyms", "WHEN", "whether a seat stands for who sits there; as the packs say by default",
    choices = { "on", "off" },
  },
  format = { "--format", "FORMAT", "text by default", choices = { "text", "json" } },
  trust = { "--trust", false, "run the rules' code without walls, as if it were your own program" },
  no_progress = { "--no-progress", false, "no progress line on the terminal" },
}

local function read_manifest(path)
  local table_of_rows, message = manifest.parse(file.read(path, MANIFEST_LIMIT), path)
  if not table_of_rows then failure.raise("bad_input", "%s", message) end
  return table_of_rows
end

--- Two lists one after the other; nil when there is nothing in them.
function task.merge(first, second)
  local all = table.move(first or {}, 1, #(first or {}), 1, {})
  table.move(second or {}, 1, #(second or {}), #all + 1, all)
  return #all > 0 and all or nil
end

--- The reader over the inputs from operand `first` on.
---@param args table
---@param first integer
---@return table reader of assay.input
function task.reader(args, first)
  return input.open(table.move(args, first, #args, 1, {}), {
    limit = args.max_bytes,
    manifest = args.meta and read_manifest(args.meta),
  })
end

--- The texts of the inputs from operand `first` on, if there are any, as the engine reads them, by the articles' ids.
--- Raises a failure.
---@param args table
---@param first integer
---@return table<string, string>
function task.texts(args, first)
  local texts = {}
  for item in (#args < first and function() end or task.reader(args, first)) do
    if not item.text then
      local code = item.code == "missing" and "not_found" or item.code == "failed" and "io" or "bad_input"
      failure.raise(code, "%s: %s", item.input, item.reason)
    end
    texts[item.id] = encoding.repair(item.text)
  end
  return texts
end

--- A run that is done and the texts of its articles: of --db the last one, else the object in a file, with its articles
--- from operand `first` on. Raises a failure.
---@param args table
---@param path string
---@param first integer
---@return table object
---@return table<string, string> texts by id
function task.done(args, path, first)
  local runfile, texts = require "assay.runfile", {}
  if not args.db then return runfile.read(path), task.texts(args, first) end
  local project <close> = require "assay.project".open(args.db, false)
  local object = runfile.last(project, args.db)
  for item in project:items() do texts[item.id] = item.text end
  return object, texts
end

--- The file of --overrides as analysis.open takes it.
local function overrides_of(path)
  return path and { path = path, text = file.read(path, OVERRIDES_LIMIT) }
end

--- What find.rules gives for a name, with what the options say. Says so when it runs without walls. Raises a failure.
---@param args table
---@param name string?
---@return table
function task.rules(args, name)
  local rules = require "assay.pack.find".rules(name)
  if args.trust and name then
    require "assay.cli".say("--trust: the code of %s runs without walls", name)
    rules.trust = true
  end
  rules.overrides = overrides_of(args.overrides)
  return rules
end

--- Asks a worker about a pack or script. Raises a failure.
---@param args table
---@param name string as for task.rules
---@param inquiry string a function of assay.inquiry
---@param request table
---@return table answer
function task.ask(args, name, inquiry, request)
  local rules = task.rules(args, name)
  rules.inquiry, rules.memory = inquiry, args.memory
  request.further = require "assay.examples".further(rules)
  local pool <close> = runner.open(rules)
  return pool:ask(request)
end

--- Workers for the rules, with what the options say.
---@param args table
---@param rules table
---@param layers string[]?
---@param kwic table? { pattern = source, and the options of assay.kwic }: lines of a concordance instead
---@return table pool
function task.pool(args, rules, layers, kwic)
  local jobs = args.jobs and math.min(args.jobs, JOBS_LIMIT) or math.min(host.processors(), DEFAULT_JOBS)
  return runner.open {
    pack = rules.pack, script = rules.script, trust = rules.trust, layers = layers, kwic = kwic,
    newline = args.newline, metonyms = args.metonyms, where = rules.where, overrides = rules.overrides,
    jobs = jobs, deadline = args.deadline, memory = args.memory,
  }
end

--- Runs the rules over the inputs from operand `first` on.
---@param args table
---@param rules table of task.rules
---@param first integer
---@return table object of assay.aggregate
---@return table<string, string> texts by the articles' ids, as the rules read them
function task.run(args, rules, first)
  local count, results, texts = require "assay.tally".new(), {}, {}
  local reader = task.reader(args, first)
  local pool <close> = task.pool(args, rules)
  for item, answer in pool:run(reader) do
    if answer.result then
      count:add(answer.result.warnings)
      answer.result.text = answer.result.text or item.text
      results[#results + 1], texts[item.id] = answer.result, answer.result.text
    else
      count:reject(item.input, answer.reason, item.code)
    end
  end
  count:report(reader)
  return require "assay.aggregate".run(pool.description, results, count:summary(pool.limits)), texts
end

--- Adds the articles of a reader to the project, in batches, read by workers with the language pack alone.
---@param args table
---@param project table of assay.project
---@param reader table
---@param count table of assay.tally
---@param settings { batch: integer?, each: function?, committed: function? } each(item, stored) in order;
--- committed(items) after a transaction: those are durable
---@return integer added
---@return integer unchanged
function task.ingest(args, project, reader, count, settings)
  local batch, limit = {}, settings.batch or 256
  local added, unchanged = 0, 0
  local function commit()
    if #batch == 0 then return end
    project:commit()
    if settings.committed then settings.committed(batch) end
    batch = {}
  end
  local function add(item, result)
    if #batch == 0 then project:begin() end
    batch[#batch + 1] = item
    local is_new, reason = project:add(item, result)
    if is_new == nil then
      batch[#batch] = nil
      if #batch == 0 then project:rollback() end
      count:reject(item.input, reason)
      return false
    end
    if is_new then added = added + 1 else unchanged = unchanged + 1 end
    count:add(task.merge(item.warnings, result.warnings))
    return true
  end
  local pool <close> = task.pool(args, task.rules {})
  for item, answer in pool:run(reader) do
    local stored = answer.result and add(item, answer.result)
    if not answer.result then count:reject(item.input, answer.reason, item.code) end
    if settings.each then settings.each(item, stored) end
    if #batch >= limit then commit() end
  end
  commit()
  return added, unchanged
end

return task
