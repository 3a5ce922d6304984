--- What a terminal wants: colour and width, by the usual variables.

local host = require "assay.host"

local terminal = {}

--- NO_COLOR (not empty) turns colour off everywhere, CLICOLOR_FORCE (not empty, not 0) on; TERM=dumb turns it off.
---@param descriptor integer 1 or 2
---@param when string? "always", "never" or "auto": what the command line says goes first
---@return boolean
function terminal.colour(descriptor, when)
  if when == "always" or when == "never" then return when == "always" end
  if (os.getenv "NO_COLOR" or "") ~= "" then return false end
  local force = os.getenv "CLICOLOR_FORCE"
  if force and force ~= "" and force ~= "0" then return true end
  return host.isatty(descriptor) and terminal.is_smart()
end

--- Whether the terminal understands control sequences.
---@return boolean
function terminal.is_smart()
  local name = os.getenv "TERM"
  return name ~= nil and name ~= "" and name ~= "dumb"
end

--- Columns; 80 where the output is no terminal, so that the environment does not change a file.
---@param descriptor integer
---@return integer
function terminal.width(descriptor)
  return host.isatty(descriptor) and (host.width(descriptor)) or 80
end

return terminal
