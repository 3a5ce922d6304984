local counted = require "assay.counted"
local task = require "assay.task"

local option = task.options
local GOLD_LIMIT = 64 << 20 -- bytes
local SEED = 42

local ORDER = {
  "v", "pack", "pairs", "unread", "seed", "accuracy", "macro_f1", "estimate", "low", "high", "replicates", "reason",
  "name", "precision", "recall", "f1", "n", "said", "classes", "confusion", "actors", "outlets", "rules", "misses",
  "id", "actor", "outlet", "gold", "alt", "points", "read", "evidence", "gold_evidence", "rule", "start", "end", "text",
}

local function read_gold(path)
  local failure = require "assay.failure"
  local gold, line = require "assay.evaluation".gold(require "assay.file".read(path, GOLD_LIMIT))
  if gold then return gold end
  return failure.raise("bad_input", "%s:%d: not a line of gold: id, actor, stance; or id, actors", path, line)
end

local function actors_of(words)
  if not words then return nil end
  local set = {}
  for name in words:gmatch "[^,]+" do set[name:match "^%s*(.-)%s*$"] = true end
  return set
end

local function number_of(value)
  if not value then return "n/a" end
  return ("%.3f"):format(value)
end

local function write_interval(out, name, figure)
  out:write(("%-10s %s"):format(name, number_of(figure.estimate)))
  if figure.low then out:write((" [%.3f, %.3f]"):format(figure.low, figure.high)) end
  out:write(figure.reason and " (no interval: " .. figure.reason .. ")" or "", "\n")
end

local function write_rows(out, title, rows, with_accuracy)
  out:write("\n", title, "\n")
  for _, row in ipairs(rows) do
    out:write(("  %-28s P %.3f R %.3f F1 %.3f  n %d, said %d"):format(
      require "assay.cli".printable(row.name), row.precision, row.recall, row.f1, row.n, row.said))
    out:write(with_accuracy and (", accuracy %.3f of %d"):format(row.accuracy, row.pairs) or "", "\n")
  end
end

local function write_confusion(out, matrix)
  local classes = require "assay.evaluation".CLASSES
  out:write("\nconfusion: rows are gold, columns what was said\n", (" "):rep(14))
  for _, class in ipairs(classes) do out:write(("%12s"):format(class)) end
  for i, class in ipairs(classes) do
    out:write(("\n  %-12s"):format(class))
    for j = 1, #classes do out:write(("%12d"):format(matrix[i][j])) end
  end
  out:write "\n"
end

local function write_misses(out, misses, shown)
  local printable = require "assay.cli".printable
  for i = 1, math.min(#misses, shown) do
    local miss = misses[i]
    out:write(("\n%s, %s: %s, gold %s"):format(printable(miss.id), printable(miss.actor), miss.said, miss.gold))
    out:write(miss.points > 0 and " (an alternative)" or "", miss.read and "" or " (the article was not read)", "\n")
    for _, record in ipairs(miss.evidence) do
      out:write(("  said by %s: “%s”\n"):format(record.rule, printable(record.text)))
    end
    for _, span in ipairs(miss.gold_evidence) do
      if span.text then out:write(("  gold: “%s”\n"):format(printable(span.text))) end
    end
  end
  if #misses > shown then out:write(("\n… and %d more\n"):format(#misses - shown)) end
end

local function write_text(out, told, shown)
  out:write(counted(told.pairs, "pair of article and actor", "pairs of article and actor"))
  out:write(told.unread > 0 and (", %d of articles that were not read"):format(told.unread) or "", "\n")
  write_interval(out, "accuracy", told.accuracy)
  write_interval(out, "macro F1", told.macro_f1)
  write_rows(out, "by class", told.classes)
  write_confusion(out, told.confusion)
  write_rows(out, "positions by actor", told.actors, true)
  write_rows(out, "positions by outlet", told.outlets, true)
  write_rows(out, "sides by rule", told.rules)
  out:write("\n", counted(#told.misses, "pair that is not wholly right", "pairs that are not wholly right"), "\n")
  write_misses(out, told.misses, shown)
end

--- The text of the gold's spans, where the article is at hand.
local function add_texts(misses, texts)
  local json = require "assay.core".json
  for _, miss in ipairs(misses) do
    local text = texts[miss.id]
    for _, key in ipairs { "alt", "evidence", "gold_evidence" } do json.array(miss[key]) end
    for _, span in ipairs(miss.gold_evidence) do
      if text and span.start then span.text = text:sub(span.start + 1, span["end"]) end
    end
  end
end

--- The run, the ids of its rules, the texts.
local function find(args)
  if not args[1]:find "%.json$" then
    local object, texts = task.run(args, task.rules(args, args[1]), 2)
    return object, texts
  end
  return require "assay.runfile".read(args[1]), task.texts(args, 2)
end

local function rules_of(object)
  local fired, ids = {}, {}
  for _, article in ipairs(object.articles) do
    for _, stance in ipairs(article.stances) do
      for _, record in ipairs(stance.evidence) do fired[record.rule] = true end
    end
  end
  for id in pairs(fired) do ids[#ids + 1] = id end
  table.sort(ids)
  return ids
end

local function run(args)
  local failure = require "assay.failure"
  if not args.gold then failure.raise("usage", "eval: needs --gold FILE") end
  local gold = read_gold(args.gold)
  local object, texts = find(args)
  local told = require "assay.evaluation".run(object, gold, {
    actors = actors_of(args.actors), rules = rules_of(object), seed = args.seed or SEED,
  })
  if told.pairs == 0 then failure.raise("bad_input", "%s: no pair of article and actor to compare", args.gold) end
  add_texts(told.misses, texts)
  local out = require "assay.output".open()
  if args.format == "json" then
    told.v, told.pack = 1, object.pack
    out:write(require "assay.core".json.encode(told, { order = ORDER }), "\n")
  else
    write_text(out, told, args.errors or 20)
  end
  out:finish()
  local floor = args.fail_under
  return floor and (told.accuracy.estimate or 0) < floor and failure.exit.check_failed or 0
end

return {
  name = "eval",
  usage = "eval PACK|SCRIPT.lua|RUN.json [INPUT…] --gold FILE [options]",
  summary = "Compare stances with those that people gave.",
  details = "A line of gold is {\"id\", \"actor\", \"stance\", \"alt\"} or {\"id\", \"actors\": {ACTOR: {\"stance\", "
    .. "\"alt\"}}}; an alternative label counts half in the accuracy and as wrong in precision, recall and F1. "
    .. "Intervals are those of a bootstrap over the pairs. Rules: how often the side that a rule's evidence takes is "
    .. "borne out.",
  options = {
    { "--gold", "FILE", "JSON Lines with the stances that people gave" },
    { "--actors", "A,B,…", "only these actors" },
    { "--errors", "N", "misses to show (20)", kind = "integer", min = 0 },
    { "--seed", "N", "of the bootstrap (42)", kind = "integer" },
    { "--fail-under", "X", "end with 1 when the accuracy is lower", kind = "number", min = 0 },
    option.trust, option.format, option.meta, option.jobs, option.deadline, option.memory, option.max_bytes,
  },
  operands = { min = 1 },
  run = run,
}
