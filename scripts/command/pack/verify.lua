local ORDER = { order = { "v", "name", "version", "sha256", "key", "problems" } }

--- The files of a path, URL or name, and whether they must have a pack.sum.
local function files_of(given)
  local host, find, source = require "assay.host", require "assay.pack.find", require "assay.pack.source"
  local store, tree = require "assay.pack.store", require "assay.pack.tree"
  local record = store.record(given)
  if record then return tree.read(store.folder(record.sha256)), record end
  if require "assay.pack.git".parts(given) or host.entry(given) then return (source.read(given)) end
  return tree.read(find.folder(given))
end

local function problems_of(files, record, key, where)
  local failure, tree = require "assay.failure", require "assay.pack.tree"
  local problems = tree.differences(files) or {}
  if record and #problems == 0 and tree.hash(files) ~= record.sha256 then
    problems[1] = "other files than were installed"
  end
  if #problems > 0 then return problems end
  local fine, signer = pcall(require "assay.pack.keys".signer, files, key, where)
  if fine then return problems, signer end
  if not failure.is(signer) then error(signer, 0) end
  return { signer.message }
end

local function run(args)
  local printable = require "assay.cli".printable
  local tree = require "assay.pack.tree"
  local key = args.key and require "assay.pack.keys".read(args.key, require "assay.pack.signature".public)
  local files, record = files_of(args[1])
  local problems, signer = problems_of(files, record, key, args[1])
  local failed = #problems > 0
  local read = failed and { name = args[1] } or require "assay.pack.source".manifest(files, args[1])
  local object = {
    v = 1, name = read.name, version = read.version, sha256 = tree.hash(files), key = signer,
    problems = require "assay.core".json.array(problems),
  }
  if args.format == "json" then
    io.stdout:write(require "assay.core".json.encode(object, ORDER), "\n")
  elseif not failed then
    io.stdout:write(("ok   %s %s, sha256 %s, %s, %s\n"):format(read.name, read.version, object.sha256,
      tree.file(files, tree.SUM) and "as its pack.sum says" or "without a pack.sum",
      signer and "signed by key " .. signer or "not signed"))
  end
  for _, words in ipairs(args.format ~= "json" and problems or {}) do
    io.stdout:write("FAIL ", printable(words), "\n")
  end
  return failed and require "assay.failure".exit.check_failed or 0
end

return {
  name = "pack verify",
  usage = "pack verify NAME|FOLDER|ARCHIVE|URL [options]",
  summary = "Compare a pack's files with its pack.sum and its signature.",
  details = "Ends with 1 when they differ, or when the signature is by nobody who is trusted here.",
  options = { { "--key", "FILE|KEY", "the public key that must have signed it" },
    require "assay.task".options.format },
  operands = { min = 1, max = 1 },
  run = run,
}
