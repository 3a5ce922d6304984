--- What became of the inputs: counts, the rejected ones with their reasons, the lines about them and the exit code.

local cli = require "assay.cli"
local counted = require "assay.counted"
local failure = require "assay.failure"
local json = require "assay.core".json

local tally = {}

local SHOWN = 20 -- rejects that get a line

local Tally = {}
Tally.__index = Tally

--- Reads the value of --max-rejects: "12" or "5%"; nil: any number.
---@param word string?
---@return table? bound { count = … } or { share = … }
function tally.bound(word)
  if not word then return nil end
  local digits, percent = word:match "^(%d+%.?%d*)(%%?)$"
  local number = tonumber(digits)
  if not number or (percent == "" and not digits:find "^%d+$") or (percent ~= "" and number > 100) then
    failure.raise("usage", "--max-rejects needs a whole number or a percentage, not '%s'", word)
  end
  return percent == "" and { count = number } or { share = number / 100 }
end

---@return table
function tally.new()
  return setmetatable({ read = 0, repaired = 0, rejected = {}, missing = 0, failed = 0 }, Tally)
end

--- An article that was read.
---@param warnings table? what had to be done to its text
function Tally:add(warnings)
  self.read = self.read + 1
  if warnings and next(warnings) then self.repaired = self.repaired + 1 end
end

--- An input that cannot be used.
---@param where string
---@param reason string
---@param code string? "missing" when it is not there, "failed" when the system failed to read it
function Tally:reject(where, reason, code)
  self.rejected[#self.rejected + 1] = { input = cli.printable(where), reason = cli.printable(reason) }
  if code == "missing" then self.missing = self.missing + 1 end
  if code == "failed" then self.failed = self.failed + 1 end
end

--- The member `summary` of a result, as far as the inputs go.
---@param limits table<string, integer>? how often a limit was hit, by its name
---@return table
function Tally:summary(limits)
  local hit = {}
  for name, count in pairs(limits or {}) do hit[#hit + 1] = { limit = name, articles = count } end
  table.sort(hit, function(a, b) return a.limit < b.limit end)
  local rejected = table.move(self.rejected, 1, #self.rejected, 1, {})
  table.sort(rejected, function(a, b) return a.input < b.input or a.input == b.input and a.reason < b.reason end)
  return { articles = self.read, rejected = json.array(rejected), limits = json.array(hit) }
end

--- Lines about the rejected inputs on standard error; the first ones, then how many more there are.
function Tally:report_rejects()
  for i = 1, math.min(#self.rejected, SHOWN) do
    local reject = self.rejected[i]
    io.stderr:write("rejected ", reject.input, ": ", reject.reason, "\n")
  end
  if #self.rejected > SHOWN then io.stderr:write(("… and %d more rejected\n"):format(#self.rejected - SHOWN)) end
end

--- The line that ends a run, on standard error.
---@param reader table? with duplicates, skipped and manifest
function Tally:report(reader)
  self:report_rejects()
  local parts = { ("read %s, rejected %d"):format(counted(self.read, "article"), #self.rejected) }
  local function also(count, ...)
    if count > 0 then parts[#parts + 1] = counted(count, ...) end
  end
  also(self.repaired, "text repaired", "texts repaired")
  if reader then
    also(reader.duplicates, "duplicate dropped", "duplicates dropped")
    also(reader.skipped, "file of another kind skipped", "files of other kinds skipped")
    also(reader.manifest and reader.manifest:unused() or 0, "row of --meta without an input",
      "rows of --meta without an input")
  end
  io.stderr:write(table.concat(parts, ", "), "\n")
end

--- The exit code that the inputs ask for; 0 when they are fine. Reading that failed is never fine: what is lost is not
--- known.
---@param bound table? of tally.bound
---@return integer
function Tally:exit_code(bound)
  local rejected = #self.rejected
  if self.failed > 0 then return failure.exit.io end
  if self.read == 0 and rejected > 0 then
    return self.missing == rejected and failure.exit.not_found or failure.exit.bad_input
  end
  if not bound then return 0 end
  local allowed = bound.count or bound.share * (self.read + rejected)
  return rejected > allowed and failure.exit.bad_input or 0
end

return tally
