local function run(args)
  local cli = require "assay.cli"
  if not args[1] then
    io.stdout:write(cli.help())
  else
    io.stdout:write(require "assay.options".help(cli.command(args[1])))
  end
  return 0
end

return {
  name = "help",
  usage = "help [VERB]",
  summary = "Tell what the verbs do, or what one verb takes.",
  operands = { max = 1 },
  run = run,
}
