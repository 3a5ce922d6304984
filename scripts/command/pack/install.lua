local ORDER = { order = { "v", "name", "version", "sha256", "source", "commit", "key" } }

local function say(args, record, before)
  if args.format == "json" then return io.stdout:write(require "assay.core".json.encode(record, ORDER), "\n") end
  local printable = require "assay.cli".printable
  io.stdout:write(("%s %s, sha256 %s%s%s\n"):format(record.name, record.version, record.sha256,
    record.key and ", signed by key " .. record.key or ", not signed",
    before and printable((" (before: %s)"):format(before)) or ""))
end

local function run(args)
  local install = require "assay.pack.install"
  local settings = {
    key = args.key and require "assay.pack.keys".read(args.key, require "assay.pack.signature".public),
    allow_unsigned = args.allow_unsigned, update = args.update,
  }
  if args[1] then
    say(args, install.run(args[1], settings))
    return 0
  end
  local done = install.locked(settings)
  for _, record in ipairs(done) do say(args, record) end
  if #done == 0 and args.format ~= "json" then
    io.stdout:write "nothing to install: assay.lock has nothing that is not here\n"
  end
  return 0
end

return {
  name = "pack install",
  usage = "pack install [FOLDER|ARCHIVE.tar.gz|URL[#COMMIT]] [options]",
  summary = "Install a pack for this user, or what assay.lock pins.",
  details = "URL is a git repository: https://, ssh:// or file://. The pack is verified, laid beside what is there, "
    .. "tried (its examples, specs and gold), and only then takes its name; when anything fails, the version before "
    .. "stays. Nothing but fetching from a URL needs a network.",
  options = {
    { "--key", "FILE|KEY", "the public key that must have signed it; it is trusted from then on" },
    { "--allow-unsigned", false, "install it although nobody has signed it" },
    { "--update", false, "install it although assay.lock pins something else, and pin it there" },
    require "assay.task".options.format,
  },
  operands = { max = 1 },
  run = run,
}
