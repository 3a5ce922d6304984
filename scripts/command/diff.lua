local task = require "assay.task"

local option = task.options
local ORDER = {
  "v", "a", "b", "same", "rules", "rule", "stances", "evidence", "claims", "added", "lost", "moved", "article", "actor",
  "claim", "from", "to", "stance", "score", "holder", "sign", "weight", "status", "value", "start", "end", "text",
}

--- The run that an operand names: its file, or a pack over the inputs.
local function object_of(args, name)
  if name:find "%.json$" then return require "assay.runfile".read(name) end
  if #args < 3 then require "assay.failure".raise("usage", "diff: a pack needs INPUT to run on") end
  return (task.run(args, task.rules(args, name), 3))
end

local function run(args)
  local before, after = object_of(args, args[1]), object_of(args, args[2])
  local told = require "assay.diff".run(before, after)
  local out = require "assay.output".open()
  if args.format == "json" then
    told.v, told.a, told.b = 1, before.pack, after.pack
    out:write(require "assay.core".json.encode(told, { order = ORDER }), "\n")
  else
    require "assay.report.changes".write(out, told)
  end
  out:finish()
  return args.check and not told.same and require "assay.failure".exit.check_failed or 0
end

return {
  name = "diff",
  usage = "diff A B [INPUT…] [options]",
  summary = "Tell what changed between two packs or two runs.",
  details = "A and B are files of run --format json (*.json), or packs, which are run on INPUT. - is lost, + added, "
    .. "~ moved or changed; the last lines count by rule.",
  options = {
    { "--check", false, "end with 1 when something differs" },
    option.trust, option.format, option.meta, option.jobs, option.deadline, option.memory, option.max_bytes,
  },
  operands = { min = 2 },
  run = run,
}
