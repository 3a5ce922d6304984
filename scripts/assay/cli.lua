--- The command line: finds the verb's file in scripts/command/, reads its options, runs it, turns what happened into
--- an exit code. A command is { name, usage, summary, details?, lists?, options?, operands = { min, max }?, hidden?,
--- run = function(args) → exit code }. One with actions = { name, … } stands for the commands in scripts/command/NAME/.

local failure = require "assay.failure"
local meant = require "assay.meant"
local options = require "assay.options"

local cli = {}

local HEADLINE = "assay: measures who stands where in the news and how far the sources agree"

--- Text from anywhere as one line that is safe on a terminal.
---@param text any
---@return string
function cli.printable(text)
  text = tostring(text)
  if not text:find "[%c\128-\255]" then return text end
  return require "assay.report.escape".terminal(text)
end

--- A message on standard error, "assay: …"; one about a pack shows the line that it means below.
function cli.say(format, ...)
  local message = select("#", ...) > 0 and format:format(...) or format
  io.stderr:write("assay: ", message:gsub("[^\n]+", cli.printable), "\n")
end

--- The verbs, sorted.
---@return string[]
function cli.verbs()
  local host = require "assay.host"
  local verbs = {}
  for _, name in ipairs(failure.check(host.list(host.scripts() .. "/command"))) do
    verbs[#verbs + 1] = name:match "^(%l[%w_-]*)%.lua$"
  end
  return verbs
end

--- The command of a verb. Raises a usage failure with the nearest verb.
---@param verb string
---@return table
function cli.command(verb)
  local verbs = cli.verbs()
  for _, known in ipairs(verbs) do
    if known == verb then return require("command." .. verb) end
  end
  return failure.raise("usage", "unknown verb '%s'%s (see assay help)", verb, meant(verb, verbs))
end

--- The command of a verb's action. Raises a usage failure with the nearest action.
---@param command table with actions
---@param action string
---@return table
function cli.action(command, action)
  for _, known in ipairs(command.actions) do
    if known == action then return require("command." .. command.name .. "." .. action) end
  end
  return failure.raise("usage", "%s: unknown action '%s'%s (one of %s)", command.name, action,
    meant(action, command.actions), table.concat(command.actions, ", "))
end

--- The help of the whole program.
---@return string
function cli.help()
  local rows = {}
  for _, verb in ipairs(cli.verbs()) do
    local command = require("command." .. verb)
    if not command.hidden then rows[#rows + 1] = { verb, command.summary } end
  end
  return HEADLINE .. "\nusage: assay VERB [options]   (assay help VERB tells more; assay --version)\n"
    .. options.columns(rows) .. "\n"
end

--- The versions of the program and of what it is built on: engine, lua, lpeg, sqlite.
---@return table<string, string>
function cli.versions()
  local version, lpeg = require "assay.core".version, require "lpeg".version
  if type(lpeg) == "function" then lpeg = lpeg() end
  return {
    engine = version.engine, lua = (version.lua:gsub("^Lua ", "")), lpeg = (tostring(lpeg):gsub("^LPeg ", "")),
    sqlite = version.sqlite,
  }
end

--- Name and version of the program, then of what it is built on.
---@return string
function cli.version()
  local is = cli.versions()
  return ("assay %s\nLua %s\nLPeg %s\nSQLite %s\n"):format(is.engine, is.lua, is.lpeg, is.sqlite)
end

local function run_command(words)
  local command, first = cli.command(words[1]), 2
  if command.actions and words[2] and not words[2]:find "^%-" then command, first = cli.action(command, words[2]), 3 end
  local args = options.parse(command, table.move(words, first, #words, 1, {}))
  if args.help then
    io.stdout:write(options.help(command))
    return 0
  end
  return command.run(args) or 0
end

local function dispatch(words)
  local first = words[1]
  if not first then
    io.stderr:write(cli.help())
    return failure.exit.usage
  elseif first == "--version" then
    io.stdout:write(cli.version())
    return 0
  elseif first == "--help" or first == "-h" then
    io.stdout:write(cli.help())
    return 0
  elseif first:find "^%-" then
    failure.raise("usage", "unknown option %s (options follow the verb; see assay help)", first)
  end
  return run_command(words)
end

local function with_traceback(problem)
  if type(problem) ~= "string" then return problem end
  return debug.traceback(problem, 2)
end

--- Says what went wrong and gives the exit code.
local function conclude(problem)
  local signal = require "assay.host".interrupted()
  if signal then
    cli.say "interrupted"
    return 128 + signal
  elseif failure.is(problem) then
    if problem.exit ~= failure.exit.broken_pipe then cli.say("%s", problem.message) end
    return problem.exit
  elseif type(problem) == "string" and problem:find "^not enough memory" then
    cli.say "out of memory"
    return failure.exit.no_memory
  end
  io.stderr:write("assay: internal error: ", tostring(problem), "\n")
  return failure.exit.bug
end

--- Runs the program.
---@param words string[] the command line; [0] is the program
---@return integer code exit code
function cli.main(words)
  local fine, result = xpcall(dispatch, with_traceback, words)
  if fine then return result end
  return conclude(result)
end

return cli
