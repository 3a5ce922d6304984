local function rows()
  local find, store = require "assay.pack.find", require "assay.pack.store"
  local list, seen = {}, {}
  for _, name in ipairs(store.names()) do
    local record = store.record(name)
    seen[name] = true
    list[#list + 1] = { name = name, version = record.version, sha256 = record.sha256, source = record.source }
  end
  for _, name in ipairs(find.library()) do
    if not seen[name] then
      local folder = require "assay.packfile".library() .. "/" .. name
      list[#list + 1] = { name = name, version = find.manifest(folder).version, source = "library" }
    end
  end
  table.sort(list, function(a, b) return a.name < b.name end)
  return list
end

local function run(args)
  local json, printable = require "assay.core".json, require "assay.cli".printable
  for _, row in ipairs(rows()) do
    if args.format == "json" then
      io.stdout:write(json.encode(row, { order = { "name", "version", "sha256", "source" } }), "\n")
    elseif args.long then
      io.stdout:write(("%-24s %-10s %s\n"):format(row.name, row.version, printable(row.source)))
    else
      io.stdout:write(row.name, "\n")
    end
  end
  return 0
end

return {
  name = "pack list",
  usage = "pack list [options]",
  summary = "List the packs that are installed or come with the program.",
  options = { { "--long", false, "with versions and where they come from", short = "-l" },
    require "assay.task".options.format },
  operands = { max = 0 },
  run = run,
}
