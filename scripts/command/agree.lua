local counted = require "assay.counted"
local task = require "assay.task"

local option = task.options
local LIMIT = 64 << 20 -- bytes of a coding
local ORDER = {
  "v", "codings", "coded", "alone", "units", "metric", "seed", "replicates", "overall", "reading", "name", "raw",
  "alpha", "kappa", "ac1", "estimate", "low", "high", "dropped", "no_interval", "undefined", "actors", "claims",
  "documents",
  "labels", "label", "counts", "differing", "article", "actor", "claim",
}
local TITLES = { raw = "raw agreement", alpha = "alpha", kappa = "kappa", ac1 = "AC1" }

local function printable(text) return require "assay.cli".printable(text) end

local function words_of(text)
  if not text then return nil end
  local list = {}
  for word in text:gmatch "[^,]+" do list[#list + 1] = word:match "^%s*(.-)%s*$" end
  return list
end

local function read(path, settings)
  local coding = require "assay.coding"
  if path:find "%.json$" then return { coding.of_run(require "assay.runfile".read(path), path, settings) } end
  return coding.read(require "assay.file".read(path, LIMIT), path, settings)
end

local function figure_text(figure)
  if figure.undefined then return "undefined (" .. figure.undefined .. ")" end
  if not figure.low then return ("%.3f"):format(figure.estimate) end
  return ("%.3f [%.3f, %.3f]"):format(figure.estimate, figure.low, figure.high)
end

local function write_overall(out, told)
  local reliability = require "assay.reliability"
  for _, name in ipairs(reliability.NAMES) do
    local figure = told.overall[name]
    local title = name == "kappa" and (#told.codings == 2 and "Cohen's kappa" or "Fleiss' kappa") or TITLES[name]
    local why = figure.no_interval and " (no interval: " .. figure.no_interval .. ")" or ""
    out:write(("%-14s %s%s\n"):format(title, figure_text(figure), why))
  end
  if told.reading then out:write("alpha ", told.metric, ": ", told.reading, "\n") end
end

local function write_rows(out, title, rows)
  if #rows == 0 then return end
  out:write("\n", title, "\n")
  for _, row in ipairs(rows) do
    out:write(("  %-24s n %-3d raw %s, alpha %s, kappa %s, AC1 %s\n"):format(printable(row.name), row.units,
      figure_text(row.raw), figure_text(row.alpha), figure_text(row.kappa), figure_text(row.ac1)))
  end
end

local function write_labels(out, told)
  out:write "\nlabels, counted per coding\n"
  for _, row in ipairs(told.labels) do
    out:write(("  %-24s %s\n"):format(printable(row.label), table.concat(row.counts, "  ")))
  end
end

local function write_differing(out, told, shown)
  out:write("\n", counted(#told.differing, "unit"), " on which they differ\n")
  for i = 1, math.min(#told.differing, shown) do
    local unit, labels = told.differing[i], {}
    for c = 1, #told.codings do labels[c] = printable(unit.labels[c] or "–") end
    out:write(("  %s, %s: %s\n"):format(printable(unit.article), printable(unit.actor or unit.claim),
      table.concat(labels, " | ")))
  end
  if #told.differing > shown then out:write(("  … and %d more\n"):format(#told.differing - shown)) end
end

local function write_text(out, told, shown)
  for i, coding in ipairs(told.codings) do
    out:write(("%d  %s: %d coded, %d of them by no other\n"):format(i, printable(coding.name), coding.coded,
      coding.alone))
  end
  out:write(counted(told.units, "unit"), " that two or more coded\n\n")
  write_overall(out, told)
  write_rows(out, "by actor", told.actors)
  write_rows(out, "by claim", told.claims)
  write_rows(out, "by document", told.documents)
  write_labels(out, told)
  write_differing(out, told, shown)
  out:write "\nAlpha and kappa take the coders for interchangeable; agreement can be a shared error.\n"
end

local function write_json(out, told, codings)
  local json = require "assay.core".json
  for _, unit in ipairs(told.differing) do
    local labels = {}
    for c = 1, codings do labels[c] = unit.labels[c] or json.null end
    unit.labels, unit.key = json.array(labels), nil
  end
  for _, key in ipairs { "actors", "claims", "documents", "labels", "differing" } do json.array(told[key]) end
  told.v = 1
  out:write(json.encode(told, { order = ORDER }), "\n")
end

local function run(args)
  local failure, reliability = require "assay.failure", require "assay.reliability"
  local settings, codings = { labels = words_of(args.labels), claims = args.claims, concept = args.concept }, {}
  for _, path in ipairs(args) do
    for _, made in ipairs(read(path, settings)) do codings[#codings + 1] = made end
  end
  if #codings < 2 then failure.raise("bad_input", "%s: one coder alone; agree compares two or more", args[1]) end
  local told = reliability.run(codings, {
    metric = args.metric, seed = args.seed, replicates = args.replicates,
  })
  if told.units == 0 then failure.raise("bad_input", "agree: no unit that two of them coded") end
  told.reading = reliability.reading(told.overall.alpha)
  local out <close> = require "assay.output".open(args.output)
  if args.format == "json" then write_json(out, told, #codings) else write_text(out, told, args.errors or 20) end
  out:finish()
  local floor, alpha = args.fail_under, told.overall.alpha.estimate
  return floor and not (alpha and alpha >= floor) and failure.exit.check_failed or 0
end

return {
  name = "agree",
  usage = "agree A B [C…] [options]",
  summary = "Compare codings by people, or a run with them.",
  details = "A, B, … are runs (*.json), CSV with a header line, or JSON Lines: article (or id, document), actor or "
    .. "claim, label (or stance, status, value), and coder where a file has several. Lines of gold and statements that "
    .. "import has read are taken, too.\n"
    .. "A unit counts when two have coded it; a run answers for all of its articles, none or absent where it says "
    .. "nothing. A claim with several records in an article has the set of their labels. Intervals are those of a "
    .. "bootstrap over the units, from ten on; of two codings' raw agreement Wilson's. What is undefined says so, "
    .. "with the reason: no_pairs, no_variation.",
  options = {
    { "--metric", "NAME", "of alpha; all but nominal want numbers",
      choices = { "nominal", "ordinal", "interval", "ratio" } },
    { "--labels", "A,B,…", "the labels there are; others are mistakes" },
    { "--claims", "WHAT", "what is compared of a run's claims, their status by default",
      choices = { "status", "value" } },
    { "--concept", "TEXT", "only statements of this concept" },
    { "--errors", "N", "differing units to show (20)", kind = "integer", min = 0 },
    { "--seed", "N", "of the bootstrap (42)", kind = "integer" },
    { "--replicates", "N", "of the bootstrap (2000)", kind = "integer", min = 1 },
    { "--fail-under", "X", "end with 1 when alpha is lower or undefined", kind = "number" },
    option.format, option.output,
  },
  operands = { min = 1 },
  run = run,
}
