local ORDER = {
  "v", "failures", "accuracy", "examples", "rule", "kind", "text", "passed", "holder", "sign", "found", "specs", "name",
  "file", "problems",
}

local function counts(told)
  local count = require "assay.examples".count(told.examples)
  local line = ("%d examples: %d passed, %d failed"):format(#told.examples, count.passed, count.failed)
  local failed = 0
  for _, spec in ipairs(told.specs) do failed = failed + (#spec.problems > 0 and 1 or 0) end
  line = line .. ("; %d specs: %d failed"):format(#told.specs, failed)
  if not told.gold then return line .. "; no gold" end
  return line .. ("; gold: accuracy %.3f of %d pairs"):format(told.gold.accuracy.estimate or 0, told.gold.pairs)
end

local function run(args)
  local failure, task = require "assay.failure", require "assay.task"
  local proof, source, tree = require "assay.pack.proof", require "assay.pack.source", require "assay.pack.tree"
  local rules = task.rules(args, args[1])
  if rules.script then failure.raise("usage", "pack test: a pack, not a script (assay test takes scripts)") end
  local files = tree.read(rules.pack)
  local gates = source.manifest(files, args[1]).gates or {}
  local told = proof.run(rules, files, args[1])
  local failures = proof.failures(told, { accuracy = gates.accuracy, lint = "error" })
  if args.format == "json" then
    local json = require "assay.core".json
    local object = {
      v = 1, failures = json.array(failures), examples = told.examples, specs = json.array(told.specs),
      accuracy = told.gold and told.gold.accuracy.estimate,
    }
    for _, spec in ipairs(told.specs) do json.array(spec.problems) end
    io.stdout:write(json.encode(object, { order = ORDER }), "\n")
    return #failures > 0 and failure.exit.check_failed or 0
  end
  for _, words in ipairs(failures) do io.stdout:write("FAIL ", require "assay.cli".printable(words), "\n") end
  io.stdout:write(counts(told), "\n")
  return #failures > 0 and failure.exit.check_failed or 0
end

return {
  name = "pack test",
  usage = "pack test PACK",
  summary = "Run a pack's examples, specs and gold.",
  details = "The pack runs in workers. Ends with 1 when something fails.",
  options = { require "assay.task".options.format },
  operands = { min = 1, max = 1 },
  run = run,
}
