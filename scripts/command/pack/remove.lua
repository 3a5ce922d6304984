--- The installed packs that need one.
local function users_of(name)
  local find, store = require "assay.pack.find", require "assay.pack.store"
  local list = {}
  for _, other in ipairs(store.names()) do
    local read = find.manifest(store.folder(store.record(other).sha256))
    if read.requires and read.requires[name] then list[#list + 1] = other end
  end
  return list
end

local function run(args)
  local failure, store = require "assay.failure", require "assay.pack.store"
  local _ <close> = store.lock()
  if not store.record(args[1]) then
    failure.raise("not_found", "no pack '%s' is installed%s", args[1],
      require "assay.meant"(args[1], store.names()))
  end
  local users = users_of(args[1])
  local is_own = require "assay.packfile".is_folder(require "assay.packfile".library() .. "/" .. args[1])
  if #users > 0 and not is_own then
    failure.raise("usage", "pack remove: %s is needed by %s", args[1], table.concat(users, ", "))
  end
  store.forget(args[1])
  io.stdout:write("removed ", args[1], is_own and "; the one that comes with the program takes its place" or "", "\n")
  return 0
end

return {
  name = "pack remove",
  usage = "pack remove NAME",
  summary = "Remove an installed pack, in all versions that are here.",
  operands = { min = 1, max = 1 },
  run = run,
}
