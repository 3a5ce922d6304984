local task = require "assay.task"

local ORDER = {
  "v", "rule", "at", "sentences", "n", "start", "end", "text", "stage", "element", "cause", "pattern", "column",
  "matched", "missing", "sought", "later", "tokens", "barrier", "match", "reach", "holder", "sign", "why",
  "superseded_by", "cues", "axis", "policy", "cue",
}

--- The text that AT names, and the byte in it: FILE:BYTE, with --db ARTICLE:BYTE, else AT is the text itself.
local function find_text(args)
  local failure, host = require "assay.failure", require "assay.host"
  local at = args[3]
  local name, byte = at:match "^(.+):(%d+)$"
  byte = math.tointeger(tonumber(byte))
  if args.db then
    if not name then failure.raise("usage", "why-not: with --db, AT is ARTICLE:BYTE") end
    local project <close> = require "assay.project".open(args.db, false)
    return project:article(name).text, byte
  end
  if not name or host.look(name) ~= "file" then return at, nil end
  return require "assay.file".read(name, args.max_bytes or 1 << 24), byte
end

local function run(args)
  local failure = require "assay.failure"
  local text, byte = find_text(args)
  local told = task.ask(args, args[1], "whynot", { rule = args[2], text = text, byte = byte })
  local list = told.sentences
  if #list == 0 then failure.raise("usage", "why-not: there is no sentence at %s", args[3]) end
  local out = require "assay.output".open()
  if args.format == "json" then
    local json = require "assay.core".json
    local object = { v = 1, rule = told.rule, at = args[3], sentences = list }
    out:write(json.encode(object, { order = ORDER }), "\n")
  else
    require "assay.report.outcome".write(out, list, told.text)
  end
  out:finish()
  return 0
end

return {
  name = "why-not",
  usage = "why-not PACK|SCRIPT.lua RULE AT [options]",
  summary = "Tell how far a rule gets in a sentence, and what stops it.",
  details = "AT is FILE:BYTE (with --db ARTICLE:BYTE), for the sentence at that byte, or the text itself, for all its "
    .. "sentences. Named are the element of the pattern that fails and its column, the words the sentence lacks, the "
    .. "gap that is too short or its barrier, unless, near, the context whose policy drops the evidence, and what "
    .. "supersedes it.",
  options = {
    task.options.db, task.options.overrides, task.options.trust, task.options.format, task.options.max_bytes,
  },
  operands = { min = 3, max = 3 },
  run = run,
}
