local function run(args)
  local archive, disk, source = require "assay.pack.archive", require "assay.pack.disk", require "assay.pack.source"
  local tree = require "assay.pack.tree"
  local files = tree.read(args[1])
  local read = source.manifest(files, args[1])
  local signature = tree.file(files, tree.SIGNATURE)
  if signature and tree.file(files, tree.SUM) ~= tree.sum(files) then
    require "assay.cli".say("%s: the signature is over other files and is left out", args[1])
    signature = nil
  end
  local name = read.name .. "-" .. read.version
  local path = args.output or name .. ".tar.gz"
  disk.replace(path, archive.write(tree.with_sum(files, signature), name))
  io.stdout:write(("%s: %s %s, sha256 %s\n"):format(path, read.name, read.version, tree.hash(files)))
  return 0
end

return {
  name = "pack build",
  usage = "pack build FOLDER [options]",
  summary = "Make an archive of a pack: the same files give the same bytes.",
  details = "The archive holds pack.sum, with the hash of each file, and its signature where the folder has one.",
  options = { { "--output", "FILE", "the archive (NAME-VERSION.tar.gz)", short = "-o" } },
  operands = { min = 1, max = 1 },
  run = run,
}
