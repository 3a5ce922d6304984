--- An explanation of assay.explain as text.

local explanation = {}

local function printable(text) return require "assay.cli".printable(text) end
local function quoted(text) return "“" .. printable(text or "") .. "”" end

local function place(id, span) return ("[%s %d-%d]"):format(printable(id), span.start, span["end"]) end

local function write_elements(out, item)
  if not item.pattern then return end
  local parts = {}
  for i, element in ipairs(item.elements) do
    parts[i] = element.pattern .. (element.text and " = " .. quoted(element.text) or "")
  end
  out:write("         pattern ", printable(item.pattern), "\n         ", table.concat(parts, ", "), "\n")
end

local function write_links(out, id, item)
  for _, link in ipairs(item.links) do
    out:write("         ", link.kind, " ", link.name, ": ", quoted(link.text), " ", place(id, link), "\n")
  end
end

local function write_context(out, id, item)
  for _, cue in ipairs(item.cues) do
    local at = cue.cue and " by " .. quoted(cue.cue.text) .. " " .. place(id, cue.cue) or ""
    out:write("         ", cue.axis, at, ": ", cue.policy, "\n")
  end
  local parts = {}
  for _, key in ipairs { "holder", "person", "speaker" } do
    if item[key] then parts[#parts + 1] = key .. " " .. printable(item[key]) end
  end
  for _, name in ipairs(item.via or {}) do parts[#parts + 1] = "via " .. printable(name) end
  if #parts > 0 then out:write("         ", table.concat(parts, ", "), "\n") end
end

local function write_evidence(out, item)
  local head = item.share and ("%+.2f"):format(item.share) or "  –  "
  local state = item.state ~= "live" and " (" .. item.why .. ")" or ""
  if item.share == 0 then state = " (stronger evidence stands for it)" end
  out:write("  ", head, "  ", item.rule, state, item.summary and ": " .. printable(item.summary) or "", "\n")
  local captures = {}
  for i, capture in ipairs(item.captures) do captures[i] = capture.name .. " = " .. quoted(capture.text) end
  out:write("         ", quoted(item.text), " ", place(item.article, item), "\n")
  write_elements(out, item)
  if #captures > 0 then out:write("         captures ", table.concat(captures, ", "), "\n") end
  write_links(out, item.article, item)
  write_context(out, item.article, item)
end

local function write_stance(out, told, lambda)
  local f, c, o = told.favours, told.conditional, told.opposes
  out:write(("%s: %s %+.2f"):format(printable(told.article), told.stance, told.score))
  out:write((" = (F %.2f + %g × C %.2f − O %.2f) / max(1, %.2f)\n"):format(f, lambda, c, o, f + c + o))
  for _, item in ipairs(told.evidence) do write_evidence(out, item) end
  for _, item in ipairs(told.not_counted) do write_evidence(out, item) end
end

local function value_text(value)
  if type(value) ~= "table" then return tostring(value) end
  return ("%s to %s"):format(value.low or "?", value.high or "?")
end

local function write_claim(out, told)
  out:write(("%s: %s, %s\n"):format(printable(told.article), told.status, printable(value_text(told.value))))
  for _, item in ipairs(told.evidence) do write_evidence(out, item) end
end

local function write_overall(out, told)
  local overall = told.overall
  if told.kind == "actor" and overall then
    out:write(("%s over all: %s %+.2f"):format(printable(told.name), overall.stance, overall.score))
    for _, at in ipairs(overall.lambdas) do out:write((", %+.2f at λ = %g"):format(at.score, at.lambda)) end
    out:write(overall.dispute and ", disputed: " .. overall.dispute or "", "\n")
  elseif overall then
    out:write(("%s over all: %s\n"):format(printable(told.name), overall.status))
  end
end

local function write_checks(out, told)
  if told.checked == 0 then return out:write "nothing was checked: the texts were not given\n" end
  out:write(("%d checks against the texts and the model: "):format(told.checked))
  if #told.problems == 0 then return out:write "all hold\n" end
  out:write(("%d do not hold\n"):format(#told.problems))
  for _, item in ipairs(told.problems) do
    out:write("  ", printable(item.article), ": ", printable(item.problem), "\n")
  end
end

--- Writes an explanation.
---@param out table with :write
---@param told table of assay.explain
---@param object table the run
function explanation.write(out, told, object)
  write_overall(out, told)
  for _, stance in ipairs(told.stances) do write_stance(out, stance, object.model.lambda) end
  for _, claim in ipairs(told.claims) do write_claim(out, claim) end
  write_checks(out, told)
end

return explanation
