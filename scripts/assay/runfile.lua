--- The object of a run, read back: from the file that `run --format json` wrote, or the last one in a project.

local core = require "assay.core"
local failure = require "assay.failure"
local file = require "assay.file"

local runfile = {}

local LIMIT = 1 << 30 -- bytes

local PARTS = { "articles", "stances", "agreement", "pack", "model" }

local function check(object, where)
  if type(object) ~= "table" or object.v ~= 1 then failure.raise("bad_input", "%s: not the object of a run", where) end
  for _, part in ipairs(PARTS) do
    if type(object[part]) ~= "table" then failure.raise("bad_input", "%s: a run without '%s'", where, part) end
  end
  return object
end

--- Whether a file is a run: an object, not an article or a pack.
---@param path string
---@return table object; raises a failure
function runfile.read(path)
  local object, message = core.json.decode(file.read(path, LIMIT))
  if object == nil then failure.raise("bad_input", "%s:%s", path, message) end
  return check(object, path)
end

--- The last run of a project.
---@param project table of assay.project
---@param path string its name, for messages
function runfile.last(project, path)
  local object = project:last_run()
  if not object then failure.raise("not_found", "%s: no run is kept there", path) end
  return check(object, path)
end

return runfile
