--- What assay.diff tells, as text.

local changes = {}

local function printable(text) return require "assay.cli".printable(text) end

local function evidence_text(item)
  return ("%s %s: %s %+d × %g “%s” [%d-%d]"):format(printable(item.article), item.rule, printable(item.holder),
    item.sign, item.weight, printable(item.text), item.start, item["end"])
end

local function claim_text(item)
  return ("%s %s: %s, %s “%s”"):format(printable(item.article), item.claim, item.status, printable(item.value),
    printable(item.text))
end

local function write_part(out, part, text)
  for _, item in ipairs(part.lost) do out:write("- ", text(item), "\n") end
  for _, item in ipairs(part.added) do out:write("+ ", text(item), "\n") end
  for _, item in ipairs(part.moved) do out:write("~ ", text(item.from), "\n  ", text(item.to), "\n") end
end

--- Writes the differences.
---@param out table with :write
---@param told table of assay.diff
function changes.write(out, told)
  if told.same then return out:write "no difference\n" end
  for _, item in ipairs(told.stances) do
    out:write(("~ %s %s: %s %+.2f, now %s %+.2f\n"):format(item.article and printable(item.article) or "over all",
      printable(item.actor), item.from.stance, item.from.score, item.to.stance, item.to.score))
  end
  write_part(out, told.evidence, evidence_text)
  write_part(out, told.claims, claim_text)
  for _, row in ipairs(told.rules) do
    out:write(("%s: %d added, %d lost, %d moved\n"):format(row.rule, row.added, row.lost, row.moved))
  end
end

return changes
