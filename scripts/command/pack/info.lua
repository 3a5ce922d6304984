local ORDER = {
  order = { "v", "name", "version", "kind", "summary", "question", "license", "authors", "engine", "requires",
    "permits", "sha256", "folder", "source", "commit", "key", "files" },
}

local function told(name)
  local find, source, tree = require "assay.pack.find", require "assay.pack.source", require "assay.pack.tree"
  local json = require "assay.core".json
  local folder, record = find.folder(name)
  local files = tree.read(folder)
  local read = source.manifest(files, folder)
  record = record or {}
  return {
    v = 1, name = read.name, version = read.version, kind = read.kind or "question", summary = read.summary,
    question = read.question, license = read.license, authors = json.array(read.authors or {}), engine = read.engine,
    requires = read.requires, permits = json.array(read.permits or {}), sha256 = tree.hash(files), folder = folder,
    source = record.source, commit = record.commit, key = record.key, files = #files,
  }
end

local function requirements(map)
  local list = {}
  for name, range in pairs(map or {}) do list[#list + 1] = name .. " " .. range end
  table.sort(list)
  return #list > 0 and table.concat(list, ", ") or nil
end

local function run(args)
  local info = told(args[1])
  if args.format == "json" then
    io.stdout:write(require "assay.core".json.encode(info, ORDER), "\n")
    return 0
  end
  info.authors, info.permits = table.concat(info.authors, ", "), table.concat(info.permits, ", ")
  info.requires = requirements(info.requires)
  for _, key in ipairs(ORDER.order) do
    local value = info[key]
    if key ~= "v" and value ~= nil and value ~= "" then
      io.stdout:write(("%-9s %s\n"):format(key, require "assay.cli".printable(value)))
    end
  end
  return 0
end

return {
  name = "pack info",
  usage = "pack info PACK [options]",
  summary = "Tell what a pack is, what it needs and where it comes from.",
  options = { require "assay.task".options.format },
  operands = { min = 1, max = 1 },
  run = run,
}
