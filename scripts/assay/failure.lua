--- Errors that are meant for the user: a message and the process's exit code. All other errors are bugs.

local failure = {}

--- Exit codes by what they say; the codes of nil, message, code returns map onto them.
failure.exit = {
  check_failed = 1, usage = 2, bad_input = 65, not_found = 66, bug = 70, io = 74, try_again = 75, no_memory = 75,
  refused = 77, bad_pack = 78, interrupted = 130, broken_pipe = 141,
}

local Failure = {}
Failure.__index = Failure
Failure.__name = "assay.failure"

function Failure:__tostring()
  return self.message
end

--- Raises a failure.
---@param code string|integer a name in failure.exit, or the exit code itself
---@param format string format of the message, one line
function failure.raise(code, format, ...)
  local message = select("#", ...) > 0 and format:format(...) or format
  error(setmetatable({ exit = failure.exit[code] or code, code = code, message = message }, Failure), 0)
end

--- Gives its arguments back, or raises what nil, message, code says.
---@param value any nil or false stands for a failure
function failure.check(value, message, code, ...)
  if not value then failure.raise(failure.exit[code] and code or "bug", "%s", tostring(message)) end
  return value, message, code, ...
end

---@return boolean
function failure.is(value)
  return getmetatable(value) == Failure
end

return failure
