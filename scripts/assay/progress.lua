--- One line on standard error that says how far a run is, at most four times a second, on a terminal only.

local host = require "assay.host"
local terminal = require "assay.terminal"

local progress = {}

local INTERVAL = 250 -- ms

local Progress = {}
Progress.__index = Progress

--- Shows the counts when the last line is old enough.
---@param read integer
---@param rejected integer
function Progress:update(read, rejected)
  if not self.enabled then return end
  local now = host.milliseconds()
  if now < self.due then return end
  self.due = now + INTERVAL
  local line = ("%s %d articles"):format(self.doing, read)
  if rejected > 0 then line = line .. (", %d rejected"):format(rejected) end
  io.stderr:write("\r", line:sub(1, terminal.width(2) - 1), "\27[K")
  self.shown = true
end

--- Takes the line away.
function Progress:clear()
  if self.shown then io.stderr:write "\r\27[K" end
  self.shown = false
end

Progress.__close = Progress.clear

--- `local line <close> = progress.new("read")`
---@param doing string the verb of the line
---@param off boolean? no line at all
---@return table
function progress.new(doing, off)
  local enabled = not off and host.isatty(2) and terminal.is_smart()
  return setmetatable({ doing = doing, enabled = enabled, due = host.milliseconds() + INTERVAL }, Progress)
end

return progress
