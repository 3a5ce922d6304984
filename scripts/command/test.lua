local task = require "assay.task"

local ORDER = { "v", "pack", "rules", "passed", "failed", "todo", "todo_passing", "examples", "rule", "kind", "text",
  "holder", "sign", "found" }

local function side(holder, sign)
  return (holder or "anyone") .. (sign and (sign > 0 and " +" or " −") or "")
end

local function found_text(result)
  local parts = {}
  for i, record in ipairs(result.found) do parts[i] = side(record.holder, record.sign) end
  return #parts > 0 and table.concat(parts, ", ") or "nothing"
end

local function line_of(result, pack)
  local cli = require "assay.cli"
  local text = cli.printable(result.text)
  if result.kind:find "^todo" then
    return result.passed and ("todo passes: %s, %s: %s\n"):format(result.rule, result.kind, text) or ""
  elseif result.passed then
    return ""
  end
  local hint = result.kind == "yes" and ("     see: assay why-not %s %s '%s'\n"):format(pack, result.rule, text) or ""
  return ("FAIL %s, %s: %s\n     expected %s%s, found %s\n%s"):format(result.rule, result.kind, text,
    result.kind == "no" and "not " or "", side(result.holder, result.sign), found_text(result), hint)
end

local function write_text(out, results, count, rules, pack)
  local cli, counted = require "assay.cli", require "assay.counted"
  for _, result in ipairs(results) do out:write((line_of(result, cli.printable(pack)))) end
  out:write(counted(rules, "rule"), ", ", counted(#results, "example"), ": ")
  out:write(("%d passed, %d failed"):format(count.passed, count.failed))
  if count.todo > 0 then out:write((", %d to do (%d pass)"):format(count.todo, count.todo_passing)) end
  out:write "\n"
end

local function write_json(out, told, count)
  local json = require "assay.core".json
  count.v, count.pack, count.rules, count.examples = 1, told.pack, told.rules, told.results
  out:write(json.encode(count, { order = ORDER }), "\n")
end

local function run(args)
  local examples = require "assay.examples"
  local told = task.ask(args, args[1], "examples", { rule = args.rule })
  local out = require "assay.output".open()
  local count = examples.count(told.results)
  local failed = count.failed
  if args.format == "json" then
    write_json(out, told, count)
  else
    write_text(out, told.results, count, told.rules, args[1])
  end
  out:finish()
  return failed > 0 and require "assay.failure".exit.check_failed or 0
end

return {
  name = "test",
  usage = "test PACK|SCRIPT.lua [options]",
  summary = "Run the examples that stand in a pack's rules.",
  details = "A yes must give evidence of its rule with the holder and sign it names, a no must not. todo_yes and "
    .. "todo_no may fail; one that passes is reported. Ends with 1 when an example fails.",
  options = {
    { "--rule", "ID", "only the examples of this rule" },
    task.options.overrides, task.options.trust, task.options.format,
  },
  operands = { min = 1, max = 1 },
  run = run,
}
