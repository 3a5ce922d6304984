--- The interactive session: reads Lua, runs it, shows what an expression gives.

local host = require "assay.host"
local inspect = require "assay.inspect"
local cli = require "assay.cli"

local repl = {}

local PROMPT, MORE = "assay> ", "....> "
local SIGINT = 2

local Session = {}
Session.__index = Session

--- Names of the session's chunks start with this in messages.
local CHUNK = "=input"

local function is_unfinished(message)
  return message:find "<eof>$" ~= nil
end

--- Compiles what was typed so far, as an expression or as statements.
---@return function? chunk
---@return string? message
---@return boolean? unfinished
local function compile(source, env)
  local chunk, problem = load("return " .. source, CHUNK, "t", env)
  if chunk then return chunk end
  local unfinished = is_unfinished(problem)
  chunk, problem = load(source, CHUNK, "t", env)
  return chunk, problem, not chunk and (unfinished or is_unfinished(problem))
end

--- The traceback without the program's own frames.
local function traceback(message)
  if type(message) ~= "string" then
    local meta = getmetatable(message)
    if type(meta) ~= "table" or not meta.__tostring then message = "error object: " .. inspect(message) end
    return tostring(message)
  end
  local lines, root = {}, host.scripts()
  for line in debug.traceback("", 2):gmatch "[^\n]+" do
    if line:find("'xpcall'", 1, true) then break end
    local own = line:find(root, 1, true) or line:find "^%s*%[C%]: in %?"
    if line:find "^%s" and not own then lines[#lines + 1] = line end
  end
  if #lines < 2 then return message end
  return message .. "\nstack traceback:\n" .. table.concat(lines, "\n")
end

function Session:show(count, ...)
  for i = 1, count do
    local value = select(i, ...)
    if value ~= nil or count > 1 then io.stdout:write(inspect(value), "\n") end
  end
  self.env._ = ...
end

local function complain(message)
  io.stdout:flush()
  for line in tostring(message):gmatch "[^\n]+" do
    io.stderr:write((line:gsub("^\t", "  "):gsub("[%c\128-\255]+", cli.printable)), "\n")
  end
end

local function packed(fine, ...)
  return fine, select("#", ...), ...
end

local function finish(self, fine, count, ...)
  if fine then
    self:show(count, ...)
    return "done"
  end
  if host.interrupted() == SIGINT then
    host.go_on()
    complain "interrupted"
  elseif host.interrupted() then
    error("interrupted", 0)
  else
    complain((...))
  end
  return "failed"
end

--- Takes a line. "more": the chunk goes on; "done" or "failed": it has run.
---@param line string
---@return "more"|"done"|"failed"
function Session:feed(line)
  local source = self.pending and self.pending .. "\n" .. line or line
  local chunk, problem, unfinished = compile(source, self.env)
  self.pending = unfinished and source or nil
  if unfinished then return "more" end
  if not chunk then
    complain(problem)
    return "failed"
  end
  local lost = self.checkpoint and host.checkpoint()
  if lost then
    host.go_on()
    complain(lost)
    return "failed"
  end
  local outcome = finish(self, packed(xpcall(chunk, traceback)))
  host.drop_checkpoint()
  return outcome
end

--- Gives up the unfinished chunk; says so when the input ends there.
function Session:give_up()
  local pending = self.pending
  self.pending = nil
  return pending
end

--- A session whose chunks see the standard globals and `names`.
---@param names table<string, any>
---@return table
function repl.new(names)
  local env = setmetatable({}, { __index = _G })
  for name, value in pairs(names) do env[name] = value end
  env._G = env
  return setmetatable({ env = env }, Session)
end

--- Runs one piece of code. Gives the exit code.
function Session:run_code(code)
  local state = self:feed(code)
  if state == "more" then complain("input: unfinished: " .. self:give_up()) end
  return state == "done" and 0 or 1
end

--- Runs what standard input holds; stops at the first mistake.
---@return integer exit code
function Session:run_stream()
  for line in io.stdin:lines() do
    if self:feed(line) == "failed" then return 1 end
  end
  if not self.pending then return 0 end
  complain("input: unfinished: " .. self:give_up())
  return 1
end

local function make_folders(path)
  local at = 1
  while true do
    local slash = path:find("/", at + 1, true)
    if not slash then return end
    host.make_folder(path:sub(1, slash - 1))
    at = slash
  end
end

local function history_path()
  local state, home = os.getenv "XDG_STATE_HOME" or "", os.getenv "HOME" or ""
  if state:sub(1, 1) ~= "/" then
    if home:sub(1, 1) ~= "/" then return nil end
    state = home .. "/.local/state"
  end
  return state .. "/assay/history"
end

--- A line that begins with a space is not kept.
local function remember(editor, line)
  if line:find "^%S" then editor:add_history(line) end
end

--- One line of the conversation; gives false at its end.
local function step(self, editor)
  io.stdout:flush()
  local line, ending = editor:read(self.pending and MORE or PROMPT)
  if line then
    remember(editor, line)
    self:feed(line)
  elseif ending == "interrupted" then
    self.pending = nil
    io.stdout:write "\n"
  else
    io.stdout:write "\n"
    return false
  end
  return true
end

--- Talks with a terminal until ^D.
---@return integer exit code
function Session:talk()
  self.checkpoint = host.supervise()
  local editor, message = host.editor(function(before) if before:find "pri$" then return "nt" end return nil, "nothing here" end)
  if not editor then error(message, 0) end
  local path = history_path()
  if path then editor:load_history(path) end
  local version = require "assay.core".version
  io.stdout:write(("assay %s, %s; ^D leaves\n"):format(version.engine, version.lua))
  local going = true
  while going do
    local fine, result = pcall(step, self, editor)
    if fine then
      going = result
    elseif host.interrupted() == SIGINT then
      host.go_on()
      self.pending = nil
    else
      editor:close()
      error(result, 0)
    end
  end
  if path then
    make_folders(path)
    editor:save_history(path)
  end
  editor:close()
  return 0
end

return repl
