--- Where a command's result goes: standard output, or a file that appears whole or not at all.

local failure = require "assay.failure"
local host = require "assay.host"

local output = {}

local EPIPE = 32

local Output = {}
Output.__index = Output

local function check_written(self, fine, message, number)
  if fine then return end
  if number == EPIPE and not self.path then failure.raise("broken_pipe", "nobody reads the output") end
  message = tostring(message)
  local path = self.path and self.path .. ": " or ""
  if message:sub(1, #path) == path then message = message:sub(#path + 1) end
  failure.raise("io", "cannot write %s: %s", self.path or "standard output", message)
end

--- Writes strings. Raises an io failure.
function Output:write(...)
  check_written(self, self.file:write(...))
end

--- What was written so far has left the process. Raises an io failure.
function Output:flush()
  check_written(self, self.file:flush())
end

--- Completes the output; a file takes its name only now. Raises an io failure.
function Output:finish()
  self:flush()
  if self.temporary then
    local fine, message = host.sync(self.file)
    check_written(self, fine, message)
  end
  if self.path then check_written(self, self.file:close()) end
  if self.temporary then
    check_written(self, os.rename(self.temporary, self.target))
    self.temporary = nil
  end
  self.finished = true
end

--- Throws an unfinished output away.
function Output:discard()
  if self.finished then return end
  self.finished = true
  if self.path then self.file:close() end
  if self.temporary then os.remove(self.temporary) end
end

Output.__close = Output.discard

local function open_file(path)
  local self = setmetatable({ path = path }, Output)
  local kind, reason, code = host.look(path)
  if kind == "folder" then failure.raise("io", "cannot write %s: it is a folder", path) end
  if not kind and code == "refused" then
    local message, number
    self.file, message, number = io.open(path, "wb")
    check_written(self, self.file, message, number)
    return self
  end
  if not kind and code == "failed" then check_written(self, nil, reason) end
  self.target = host.resolve(path) or path
  local file, name = host.create_beside(self.target)
  check_written(self, file, name)
  self.file, self.temporary = file, name
  return self
end

--- Opens an output: `local out <close> = output.open(path)`; then out:write and, at the end, out:finish.
--- A file is written beside its place and renamed by finish; a device or FIFO is written directly.
---@param path string? nil or "-": standard output
---@return table output
function output.open(path)
  if path and path ~= "-" then return open_file(path) end
  return setmetatable({ file = io.stdout }, Output)
end

--- A file that something else writes by its name: whole or not at all. Raises a failure.
---@param path string
---@param write fun(name: string) fills the empty file of that name
function output.save(path, write)
  local out <close> = output.open(path)
  if not out.temporary then failure.raise("usage", "cannot write %s: not a regular file", path) end
  write(out.temporary)
  out:finish()
end

return output
