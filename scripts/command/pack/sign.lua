--- pack.sum and its signature, for the files.
local function signed(files, key, where)
  local source, tree = require "assay.pack.source", require "assay.pack.tree"
  local read, sum = source.manifest(files, where), tree.sum(files)
  local comment = ("pack %s %s sha256 %s"):format(read.name, read.version, tree.hash(files))
  return read, sum, require "assay.pack.signature".make(sum, key, comment)
end

local function run(args)
  local failure, host = require "assay.failure", require "assay.host"
  local archive, disk = require "assay.pack.archive", require "assay.pack.disk"
  local source, tree = require "assay.pack.source", require "assay.pack.tree"
  if not args.key then failure.raise("usage", "pack sign: needs --key FILE") end
  local key = require "assay.pack.keys".read(args.key, require "assay.pack.signature".secret)
  local files = source.read(args[1])
  local read, sum, signature = signed(files, key, args[1])
  if host.look(args[1]) == "folder" then
    disk.replace(args[1] .. "/" .. tree.SUM, sum)
    disk.replace(args[1] .. "/" .. tree.SIGNATURE, signature)
  else
    disk.replace(args[1], archive.write(tree.with_sum(files, signature), read.name .. "-" .. read.version))
  end
  io.stdout:write(("%s: signed by key %s\n"):format(args[1], key.number))
  return 0
end

return {
  name = "pack sign",
  usage = "pack sign FOLDER|ARCHIVE --key FILE",
  summary = "Sign a pack's pack.sum, in its folder or inside its archive.",
  details = "The signature is pack.sum.minisig beside pack.sum, which minisign -V reads.",
  options = { { "--key", "FILE", "the secret key (pack keygen)" } },
  operands = { min = 1, max = 1 },
  run = run,
}
