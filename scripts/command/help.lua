local function run(args)
  local cli = require "assay.cli"
  if not args[1] then
    io.stdout:write(cli.help())
  else
    local command = cli.command(args[1])
    if args[2] and not command.actions then
      require "assay.failure".raise("usage", "help: %s has no actions", args[1])
    end
    io.stdout:write(require "assay.options".help(args[2] and cli.action(command, args[2]) or command))
  end
  return 0
end

return {
  name = "help",
  usage = "help [VERB [ACTION]]",
  summary = "Tell what the verbs do, or what one verb takes.",
  operands = { max = 2 },
  run = run,
}
