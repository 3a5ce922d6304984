local task = require "assay.task"

local ORDER = {
  "v", "pack", "errors", "warnings", "findings", "code", "severity", "file", "line", "subject", "message",
}

local function explain(code)
  local failure, lint = require "assay.failure", require "assay.lint"
  if lint.CODES[code] then
    io.stdout:write(code, ": ", lint.CODES[code], "\n")
    return 0
  end
  local codes = {}
  for known in pairs(lint.CODES) do codes[#codes + 1] = known end
  table.sort(codes)
  return failure.raise("usage", "lint: no code '%s'%s (one of %s)", code,
    require "assay.meant"(code, codes), table.concat(codes, ", "))
end

local function write_text(out, findings, count)
  local printable = require "assay.cli".printable
  for _, item in ipairs(findings) do
    out:write(("%s:%d: %s[%s]: %s: %s\n"):format(printable(item.file), item.line, item.severity, item.code,
      printable(item.subject), printable(item.message)))
  end
  out:write(("%d errors, %d warnings\n"):format(count.error, count.warning))
end

local function run(args)
  local failure = require "assay.failure"
  if args.explain then return explain(args.explain) end
  if not args[1] then failure.raise("usage", "lint: needs a PACK or SCRIPT.lua, or --explain CODE") end
  local told = task.ask(args, args[1], "lint", {})
  local findings, count = told.findings, { error = 0, warning = 0 }
  for _, item in ipairs(findings) do count[item.severity] = count[item.severity] + 1 end
  local out = require "assay.output".open()
  if args.format == "json" then
    local json = require "assay.core".json
    local object = {
      v = 1, pack = told.pack, errors = count.error, warnings = count.warning,
      findings = findings,
    }
    out:write(json.encode(object, { order = ORDER }), "\n")
  else
    write_text(out, findings, count)
  end
  out:finish()
  local failed = count.error > 0 or args.fail_on == "warning" and count.warning > 0
  return failed and failure.exit.check_failed or 0
end

return {
  name = "lint",
  usage = "lint PACK|SCRIPT.lua [options] | lint --explain CODE",
  summary = "Look through a pack for dead parts and missing examples.",
  details = "A line is file, line, severity, code, and the rule or lexicon. Codes are stable. Ends with 1 when there "
    .. "are errors.",
  options = {
    { "--explain", "CODE", "tell what a code means and what to do" },
    { "--fail-on", "SEVERITY", "what makes the exit code 1, error by default", choices = { "error", "warning" } },
    task.options.trust, task.options.format,
  },
  operands = { max = 1 },
  run = run,
}
