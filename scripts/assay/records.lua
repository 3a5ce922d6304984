--- Articles in JSON: JSON Lines, and whole files that hold one object or an array of them.

local core = require "assay.core"

local records = {}

local KNOWN = { id = true, title = true, outlet = true, published = true }

local ARRAY = getmetatable(core.json.array {}) -- what marks an array, also an empty one

local function is_array(value)
  return getmetatable(value) == ARRAY
end

--- A scalar as metadata; nil for null.
local function scalar(value)
  if value == core.json.null then return nil end
  return value
end

local function string_member(object, name)
  local value = scalar(object[name])
  if math.type(value) == "integer" then return tostring(value) end
  if value ~= nil and type(value) ~= "string" then return nil, ("'%s' is not a string"):format(name) end
  return value ~= "" and value or nil
end

local function meta_of(object)
  local meta = {}
  for name in pairs(KNOWN) do
    local value, problem = string_member(object, name)
    if problem then return nil, problem end
    meta[name] = value
  end
  for name, value in pairs(object) do
    if not KNOWN[name] and name ~= "text" and type(value) ~= "table" then meta[name] = scalar(value) end
  end
  return meta
end

--- The text and metadata of a decoded record.
---@param object any
---@return string? text
---@return table|string meta or what is wrong with the record
function records.article(object)
  if type(object) ~= "table" or is_array(object) then return nil, "not a JSON object" end
  local text = scalar(object.text)
  if text == nil then return nil, "no 'text'" end
  if type(text) ~= "string" then return nil, "'text' is not a string" end
  local meta, problem = meta_of(object)
  if not meta then return nil, problem end
  return text, meta
end

--- Decodes one line. Problems name the column.
---@param line string
---@return any? object
---@return string? column
---@return string? problem
function records.line(line)
  local object, message = core.json.decode(line)
  if object ~= nil then return object end
  local column, reason = message:match "^%d+:(%d+): (.*)$"
  return nil, column or "1", reason or message
end

--- Decodes a file that is one object or an array of objects.
---@param bytes string
---@return table? list of objects
---@return string? position line:column
---@return string? problem
function records.whole(bytes)
  local value, message = core.json.decode(bytes)
  if value == nil then
    local position, reason = message:match "^(%d+:%d+): (.*)$"
    return nil, position or "1:1", reason or message
  end
  if type(value) ~= "table" then return nil, "1:1", "neither an object nor an array" end
  return is_array(value) and value or { value }
end

local CHUNK = 65536

--- Lines of a handle, whatever their length: each as text, or as false when it is longer than the limit.
---@param file table a file handle
---@param limit integer bytes
---@return function iterator giving the line; at the end nil, or nil, message when reading failed
function records.lines(file, limit)
  local chunk, at = "", 1 -- what was read last, and where the next line or its rest begins
  local kept, length = {}, 0 -- the beginning of a line that goes on in the next chunk
  local function keep(piece)
    length = length + #piece
    if length <= limit then kept[#kept + 1] = piece else kept = {} end
  end
  local function finish()
    local line = length <= limit and table.concat(kept)
    kept, length = {}, 0
    return line
  end
  return function()
    while true do
      local stop = chunk:find("\n", at, true)
      keep(chunk:sub(at, stop and stop - 1))
      if stop then
        at = stop + 1
        return finish()
      end
      local message
      chunk, message = file:read(CHUNK)
      at = 1
      if not chunk and message then return nil, message end
      if not chunk then
        chunk = ""
        if length > 0 then return finish() end
        return nil
      end
    end
  end
end

return records
