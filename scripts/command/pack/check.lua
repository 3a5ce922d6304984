local function run(args)
  local printable = require "assay.cli".printable
  local lines, failed = require "assay.pack.check".run(args[1], args.against)
  if args.format == "json" then
    local json = require "assay.core".json
    local object = { v = 1, failed = failed or false, checks = json.array(table.move(lines, 1, #lines, 1, {})) }
    io.stdout:write(json.encode(object, { order = { "v", "failed", "checks", "what", "fine", "words" } }), "\n")
    return failed and require "assay.failure".exit.check_failed or 0
  end
  for _, line in ipairs(lines) do
    io.stdout:write(line.fine and "ok   " or "FAIL ", line.what, ": ", printable(line.words), "\n")
  end
  return failed and require "assay.failure".exit.check_failed or 0
end

return {
  name = "pack check",
  usage = "pack check FOLDER [options]",
  summary = "Check a pack before it is shared.",
  details = "What is checked: the manifest and the files that must be there, lint, the examples, the specs, the gold "
    .. "against its gate, and whether the version has gone up as far as the change needs. Ends with 1 when something "
    .. "fails.",
  options = {
    { "--against", "PACK", "the version before: a folder, a .tar.gz, a git URL or a name (the one that is installed)" },
    require "assay.task".options.format,
  },
  operands = { min = 1, max = 1 },
  run = run,
}
