--- What a name means now: what is installed, else the library's.
local function current(name)
  local failure, find = require "assay.failure", require "assay.pack.find"
  local store, tree = require "assay.pack.store", require "assay.pack.tree"
  local record = store.record(name)
  local folder = record and store.folder(record.sha256) or find.folder(name)
  local read = find.manifest(folder)
  if read.name ~= name then failure.raise("usage", "pack lock: takes names, not folders: %s", name) end
  local needs = require "assay.core".json.array(require "assay.sorted"(read.requires or {}))
  record = record or { source = "library" }
  return {
    name = name, version = read.version, sha256 = record.sha256 or tree.hash(tree.read(folder)), source = record.source,
    commit = record.commit, key = record.key, needs = needs,
  }
end

local function add(records, name, seen)
  if seen[name] then return end
  seen[name] = true
  records[name] = current(name)
  for _, needed in ipairs(records[name].needs) do add(records, needed, seen) end
end

local function run(args)
  local failure, lock = require "assay.failure", require "assay.pack.lock"
  local records, seen, names = {}, {}, table.move(args, 1, #args, 1, {})
  for name, record in pairs(lock.read()) do
    records[name] = record
    if #args == 0 then names[#names + 1] = name end
  end
  if #names == 0 then failure.raise("usage", "pack lock: needs a NAME: there is no %s yet", lock.FILE) end
  table.sort(names)
  for _, name in ipairs(names) do add(records, name, seen) end
  lock.write(records)
  for _, name in ipairs(names) do
    io.stdout:write(("%s %s, sha256 %s\n"):format(name, records[name].version, records[name].sha256))
  end
  return 0
end

return {
  name = "pack lock",
  usage = "pack lock [NAME…]",
  summary = "Pin packs, and what they need, in assay.lock in this folder.",
  details = "Where that file is, a pack's name means the content that it pins; only this verb and pack install "
    .. "--update write it. Without NAME all that is in it is pinned as it is now.",
  run = run,
}
