local function run(args)
  local failure, host = require "assay.failure", require "assay.host"
  local disk, manifest = require "assay.pack.disk", require "assay.pack.manifest"
  local folder = args[1]:gsub("(.)/+$", "%1")
  local name = folder:match "[^/]*$"
  if not manifest.is_name(name) then
    failure.raise("usage", "pack new: '%s' cannot name a pack: lower-case letters, digits and hyphens", name)
  end
  if host.entry(folder) then failure.raise("usage", "pack new: %s is there already", folder) end
  disk.make(folder)
  disk.write(folder, require "assay.pack.skeleton".files(name))
  io.stdout:write("made ", folder, "; next: assay pack check ", folder, "\n")
  return 0
end

return {
  name = "pack new",
  usage = "pack new FOLDER",
  summary = "Make a small pack that passes its own checks, to be changed.",
  operands = { min = 1, max = 1 },
  run = run,
}
