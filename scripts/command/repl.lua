local failure = require "assay.failure"

--- A session looks at a project; it makes none.
local function open_project(assay, path)
  local kind, reason = require "assay.host".look(path)
  if not kind then failure.raise("not_found", "%s: %s", path, reason) end
  return failure.check(assay.open(path))
end

local function names_of(args)
  local assay = require "assay"
  local names = { assay = assay }
  if args.db then names.project = open_project(assay, args.db) end
  if args.pack then
    local rules = require "assay.task".rules(args, args.pack)
    names.pack = failure.check(assay.pack(rules.pack or rules.script, { where = rules.where }))
  end
  return names
end

local function run(args)
  local host = require "assay.host"
  local session = require "assay.repl".new(names_of(args))
  if args.e then return session:run_code(args.e) end
  if host.isatty(0) and host.isatty(1) then return session:talk() end
  return session:run_stream()
end

return {
  name = "repl",
  usage = "repl [--db FILE] [--pack NAME] [-e CODE]",
  summary = "Talk to the engine in Lua.",
  details = "The library is there as assay; what an expression gives is shown. When standard input is no terminal its "
    .. "lines are run without prompts, up to the first mistake, which ends the session with 1. ^C stops what runs.",
  options = {
    { "--db", "FILE", "open the project; it is there as project" },
    { "--pack", "NAME", "load the rule pack; it is there as pack" },
    { "-e", "CODE", "run this instead of reading standard input" },
  },
  operands = { max = 0 },
  run = run,
}
