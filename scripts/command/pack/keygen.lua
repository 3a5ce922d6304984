local function run(args)
  local failure, host = require "assay.failure", require "assay.host"
  local public, secret = require "assay.pack.signature".keys()
  local made, message = host.write_new(args[1] .. ".key", secret, true)
  if made then made, message = host.write_new(args[1] .. ".pub", public) end
  if not made then failure.raise("io", "%s", message) end
  io.stdout:write(("%s.key is secret: keep it; %s.pub is for those who install your packs\n"):format(args[1], args[1]))
  return 0
end

return {
  name = "pack keygen",
  usage = "pack keygen NAME",
  summary = "Make a pair of keys: NAME.key to sign with, NAME.pub to give away.",
  details = "The files are minisign's (minisign -G -W makes the same). No password protects the secret one.",
  operands = { min = 1, max = 1 },
  run = run,
}
