local task = require "assay.task"

local option = task.options
local ORDER = {
  "v", "kind", "name", "article", "claim", "stance", "status", "value", "score", "favours", "conditional", "opposes",
  "rule", "summary", "state", "why", "superseded_by", "start", "end", "text", "share", "sign", "weight", "holder",
  "person", "speaker", "via", "axis", "policy", "cue", "scope", "pattern", "column", "elements", "captures", "cues",
  "links", "overall", "stances", "claims", "evidence", "not_counted", "checked", "problems", "problem",
}

local function check_name(object, name)
  local kind, names = require "assay.explain".kind(object, name)
  if kind then return end
  require "assay.failure".raise("usage", "explain: the run has no actor or claim '%s'%s", name,
    require "assay.meant"(name, names))
end

local function check_pack(object, sha256)
  if object.pack.sha256 ~= sha256 then
    require "assay.cli".say("the pack is not the one of the run: it has changed since")
  end
end

local function run(args)
  local failure = require "assay.failure"
  if args.db and #args > 1 then failure.raise("usage", "explain: with --db there is one operand, ACTOR or CLAIM") end
  if not args.db and #args < 2 then failure.raise("usage", "explain: needs RUN.json and an ACTOR or CLAIM") end
  local name, object, texts = args[args.db and 1 or 2], task.done(args, args[1], 3)
  check_name(object, name)
  local answer = task.ask(args, args.pack or object.pack.name, "explain", {
    object = object, texts = texts, name = name, article = args.article,
  })
  local told = answer.told
  check_pack(object, answer.sha256)
  local out = require "assay.output".open()
  if args.format == "json" then
    told.v = 1
    out:write(require "assay.core".json.encode(told, { order = ORDER }), "\n")
  else
    require "assay.report.explanation".write(out, told, object)
  end
  out:finish()
  return #told.problems > 0 and failure.exit.check_failed or 0
end

return {
  name = "explain",
  usage = "explain RUN.json ACTOR|CLAIM [INPUT…] | explain --db FILE ACTOR|CLAIM",
  summary = "Open a finding of a run down to the words it was counted from.",
  details = "RUN.json is what run --format json wrote; with --db it is the project's last run. INPUT are the run's "
    .. "articles, as for run: with them (or --db) every place is checked against the text, every pattern is matched "
    .. "again, and every score is computed anew; 1 is the exit code when something does not hold.",
  options = {
    option.db, { "--article", "ID", "only this article" },
    { "--pack", "PACK", "the pack of the run, where its name does not find it" }, option.overrides, option.meta,
    option.trust, option.format, option.max_bytes,
  },
  operands = { min = 1 },
  run = run,
}
