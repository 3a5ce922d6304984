local task = require "assay.task"

local option = task.options
local RUN = 7 -- words of a run that is listed
local FORMATS = { "text", "json", "jsonl" }
local ORDER = { "v", "pairs", "a", "b", "shared", "jaccard", "containment", "runs", "words", "start", "end" }

local function read(reader, count)
  local ids, texts = {}, {}
  for item in reader do
    if item.reason then
      count:reject(item.input, item.reason, item.code)
    else
      count:add(item.warnings)
      ids[#ids + 1], texts[#texts + 1] = item.id, require "assay.encoding".repair(item.text)
    end
  end
  return ids, texts
end

local function round(share) return math.floor(share * 1e6 + 0.5) / 1e6 end

local function json_of(value) return require "assay.core".json.encode(value, { order = ORDER }) .. "\n" end

local WRITE = { jsonl = json_of }

function WRITE.text(pair, texts)
  local printable = require "assay.cli".printable
  local lines = {
    ("%s – %s: %.0f %% of the shorter text's runs of five words, Jaccard %.2f"):format(printable(pair.a),
      printable(pair.b), 100 * pair.containment, pair.jaccard),
  }
  for _, run in ipairs(pair.runs or {}) do
    local words = texts[pair.a]:sub(run.a.start + 1, run.a["end"]):gsub("%s+", " ")
    lines[#lines + 1] = ("  %d words: “%s” [%d-%d, %d-%d]"):format(run.words, printable(words), run.a.start,
      run.a["end"], run.b.start, run.b["end"])
  end
  return table.concat(lines, "\n") .. "\n"
end

local function write_pairs(args, out, ids, texts)
  local reuse, json = require "assay.reuse", require "assay.core".json
  local write, all = WRITE[args.format or "text"], json.array {}
  local by_id = {}
  for i, id in ipairs(ids) do by_id[id] = texts[i] end
  for _, pair in ipairs(reuse.index(texts):pairs()) do
    if pair.containment >= (args.least or 0) then
      local runs = args.runs and reuse.runs(texts[pair.a], texts[pair.b], RUN) or nil
      local record = {
        a = ids[pair.a], b = ids[pair.b], shared = pair.shared, jaccard = round(pair.jaccard),
        containment = round(pair.containment), runs = runs and json.array(runs),
      }
      if write then out:write(write(record, by_id)) else all[#all + 1] = record end
    end
  end
  if not write then out:write(json_of { v = 1, pairs = all }) end
end

local function run(args)
  local tally = require "assay.tally"
  local count, reader = tally.new(), task.reader(args, 1)
  local out <close> = require "assay.output".open(args.output)
  local ids, texts = read(reader, count)
  write_pairs(args, out, ids, texts)
  if count.read > 0 then out:finish() end
  count:report(reader)
  return count:exit_code(tally.bound(args.max_rejects))
end

return {
  name = "reuse",
  usage = "reuse INPUT… [options]",
  summary = "Find articles that share text: who may have copied whom.",
  details = "A line per pair that shares at least three runs of five words, case and marks aside: how many of them, "
    .. "the Jaccard index of the two sets, and the share of them in the article that has fewer (containment). Needs no "
    .. "pack; the work grows with the words, not with the pairs.",
  options = {
    { "--least", "X", "only pairs with a containment of at least X (0)", kind = "number", min = 0 },
    { "--runs", false, ("list the shared runs of at least %d words with their bytes in both"):format(RUN) },
    { "--format", "FORMAT", "text by default; jsonl is a line per pair, json one object", choices = FORMATS },
    option.output, option.meta, option.max_rejects, option.max_bytes,
  },
  operands = { min = 1 },
  run = run,
}
