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
  local text, reason, code = host.read_file(name, args.max_bytes or 1 << 24)
  if not text then failure.raise(code == "missing" and "not_found" or "io", "%s: %s", name, reason) end
  return text, byte
end

local function quoted(place)
  return "“" .. require "assay.cli".printable(place.text) .. "”"
end

local function at_element(told)
  return ("%s (column %d of the pattern)"):format(told.element.pattern, told.element.column)
end

local function write_matched(out, told)
  for _, item in ipairs(told.matched or {}) do
    out:write("    ", item.pattern, item.text and "  matches " .. quoted(item) or "  holds", "\n")
  end
end

local function missing_line(told)
  local parts = {}
  for i, part in ipairs(told.missing) do parts[i] = part.pattern end
  return "the sentence has no " .. table.concat(parts, " and no ")
end

local STAGE = {}

function STAGE.pattern(out, told)
  out:write("  the pattern fails at ", at_element(told), "\n")
  write_matched(out, told)
  if #told.missing > 0 then out:write("  ", missing_line(told), ", so the rule is not tried on it\n") end
  if told.cause == "gap" and told.barrier then
    out:write("  the gap ends at its barrier ", quoted(told.barrier), "; what it leads to comes later: ",
      quoted(told.later), "\n")
  elseif told.cause == "gap" then
    out:write(("  the gap is too short: what it leads to comes %d tokens on: "):format(told.tokens), quoted(told.later),
      "\n")
  elseif told.sought then
    out:write("  sought in ", quoted(told.sought), "\n")
  end
end

function STAGE.unless(out, told)
  out:write("  the pattern matches ", quoted(told.match), ", but so does unless, in ", quoted(told.barrier), ": ",
    told.element.pattern, "\n")
end

function STAGE.refers(out, told)
  out:write("  the pattern matches ", quoted(told.match), ", but what it refers to is not there: no ",
    told.element.pattern, (" in this sentence before it or in the %d before\n"):format(told.reach))
end

function STAGE.near(out, told)
  out:write("  the pattern matches ", quoted(told.match), ", but near is not met: no ", told.element.pattern,
    (" in the sentence or the %d before it\n"):format(told.reach))
end

function STAGE.dropped(out, told, text)
  out:write("  the pattern matches ", quoted(told.match), ", but the evidence is dropped: ", told.why, "\n")
  for _, cue in ipairs(told.cues) do
    local at = cue.cue and ", cue " .. quoted { text = text:sub(cue.cue[1] + 1, cue.cue[2]) } or ""
    out:write("    ", cue.axis, at, ": on.", cue.axis, ' = "', cue.policy, '"\n')
  end
end

function STAGE.superseded(out, told)
  out:write("  the pattern matches ", quoted(told.match), ", but ", told.superseded_by, " supersedes it\n")
end

function STAGE.live(out, told)
  out:write(("  it fires: %s %+d, %s\n"):format(told.holder, told.sign, quoted(told.match)))
end

function STAGE.peg(out) out:write "  its LPeg pattern does not match\n" end
function STAGE.furniture(out) out:write "  the line is furniture of the page: no rule reads it\n" end

local function write_text(out, list, text)
  for _, told in ipairs(list) do
    out:write(("%d-%d: %s\n"):format(told.start, told["end"], quoted(told)))
    STAGE[told.stage](out, told, text)
  end
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
    write_text(out, list, told.text)
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
