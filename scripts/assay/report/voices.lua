--- The rows of "Whose voice": how the articles source what they tell.

local view = require "assay.report.view"

local voices = {}

local NAMED = 5 -- voices that a row names

--- "17 of 23 (0.74 [0.54, 0.87])"; the interval where there is one.
local function share(told)
  if not told or not told.of or told.of == 0 then return "–" end
  local interval = view.interval(told.low, told.high, view.share)
  return ("%s of %s (%s%s)"):format(view.value(told.count), view.value(told.of), view.share(told.share),
    interval and " " .. interval or "")
end

local function spoken(told)
  local parts = {}
  for i = 1, math.min(#told.voices, NAMED) do
    local item = told.voices[i]
    if item.sentences > 0 then parts[#parts + 1] = ("%s %.10g"):format(view.value(item.voice), item.sentences) end
  end
  return #parts > 0 and table.concat(parts, ", ") or "–"
end

--- How often a voice is reported with a verb that takes distance from it.
local function distanced(told)
  local parts = {}
  for _, item in ipairs(told.voices) do
    for _, cue in ipairs(item.cues or {}) do
      if cue.class == "distancing" then
        parts[#parts + 1] = ("%s %s of %s"):format(view.value(item.voice), view.value(cue.count), view.value(cue.of))
      end
    end
  end
  return #parts > 0 and table.concat(parts, ", ") or "–"
end

voices.HEADS = { "article", "reports", "source without a name", "sentences by voice", "with distance" }

--- A row per article, as voices.HEADS names them; none where the run has no framing.
---@param result table
---@return string[][]
function voices.rows(result)
  local rows = {}
  for i, told in ipairs(result.framing and result.framing.articles or {}) do
    rows[i] = {
      tostring(told.article), view.value(told.reports), share(told.anonymous), spoken(told), distanced(told),
    }
  end
  return rows
end

return voices
