local counted = require "assay.counted"
local task = require "assay.task"

local option = task.options
local ORDER = { "v", "pack", "articles", "sentences", "seconds", "rules", "rule", "tries", "hits", "evidence", "live",
  "dead" }

--- The reader's articles; what it rejects is counted.
local function articles(reader, tally)
  local list = {}
  for item in reader do
    if item.reason then
      tally:reject(item.input, item.reason, item.code)
    else
      tally:add(item.warnings)
      list[#list + 1] = { id = item.id, text = item.text }
    end
  end
  return list
end

local function write_text(out, told)
  out:write(counted(told.articles, "article"), ", ", counted(told.sentences, "sentence"),
    (", read in %.3f s\n"):format(told.seconds))
  out:write(("%-30s %10s %8s %6s %8s\n"):format("rule", "ms", "tries", "hits", "live"))
  for _, row in ipairs(told.rules) do
    out:write(("%-30s %10.3f %8d %6d %8d\n"):format(row.rule, row.seconds * 1000, row.tries, row.hits, row.live))
  end
  if #told.dead > 0 then out:write("never fired: ", table.concat(told.dead, ", "), "\n") end
end

local function run(args)
  local count, reader = require "assay.tally".new(), task.reader(args, 2)
  local answer = task.ask(args, args[1], "profile", { items = articles(reader, count) })
  local told = answer.told
  local out = require "assay.output".open()
  if args.format == "json" then
    local json = require "assay.core".json
    told.v, told.pack = 1, answer.pack
    json.array(told.rules)
    json.array(told.dead)
    out:write(json.encode(told, { order = ORDER }), "\n")
  else
    write_text(out, told)
  end
  out:finish()
  count:report(reader)
  return count:exit_code()
end

return {
  name = "profile",
  usage = "profile PACK|SCRIPT.lua INPUT… [options]",
  summary = "Measure what each rule costs and how often it fires.",
  details = "Slowest first: time in the rule, sentences it was tried on, matches, evidence that counts. Rules that "
    .. "never fired are named. INPUT as for run. Everything but the times is the same in every run.",
  options = { option.trust, option.format, option.meta, option.max_bytes },
  operands = { min = 2 },
  run = run,
}
