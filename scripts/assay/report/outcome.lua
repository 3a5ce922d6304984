--- What assay.whynot tells, as text.

local outcome = {}

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

--- Writes what became of the rule, sentence by sentence.
---@param out table with :write
---@param list table of assay.whynot
---@param text string the article's
function outcome.write(out, list, text)
  for _, told in ipairs(list) do
    out:write(("%d-%d: %s\n"):format(told.start, told["end"], quoted(told)))
    STAGE[told.stage](out, told, text)
  end
end

return outcome
