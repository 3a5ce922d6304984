--- A session: takes lines of Lua, runs what is complete, keeps what it gave.

local host = require "assay.host"
local place = require "assay.place"

local session = {}

local SIGINT = 2

--- What is typed has this name in messages.
local INPUT = "input"

local Session = {}
Session.__index = Session

local function is_unfinished(message) return message:find "<eof>$" ~= nil end

--- Compiles what was typed so far, as an expression or as statements.
---@return function? chunk
---@return string? message
---@return boolean? unfinished
---@return boolean? is_expression
local function compile(source, env, name)
	local chunk, problem = load("return " .. source, "=" .. name, "t", env)
	if chunk then return chunk, nil, false, true end
	local unfinished = is_unfinished(problem)
	chunk, problem = load(source, "=" .. name, "t", env)
	return chunk, problem, not chunk and (unfinished or is_unfinished(problem))
end

--- The name that a message is about: of a variable or field, or the token near the mistake.
local function named(message)
	return message:match "%((%l+) '([^']+)'%)" and message:match "'([^']+)'" or message:match "near '([^']+)'"
end

--- A message about the chunk, with its line and a caret at what it is about.
local function with_line(source, message, chunk)
	if message:sub(1, #chunk + 1) ~= chunk .. ":" then return message end
	local line, reason = message:sub(#chunk + 2):match "^(%d+): (.*)$"
	if not line then return message end
	local at = 1
	for _ = 2, tonumber(line) do at = (source:find("\n", at, true) or at) + 1 end
	local stop = (source:find("\n", at, true) or #source + 1) - 1
	local name = named(reason)
	local found = name and source:sub(at, stop):find(name, 1, true)
	local column = found and at + found - 1 or source:find("%S", at) or at
	return place.open(chunk, source):describe(math.min(column, math.max(#source, 1)), reason)
end

--- The traceback without the program's own frames, unless all are asked for.
function Session:traceback(message)
	if type(message) ~= "string" then
		local meta = getmetatable(message)
		local speaks = type(meta) == "table" and meta.__tostring
		return speaks and tostring(message) or "error object: " .. require "assay.inspect"(message)
	end
	local lines, root, frames = {}, host.scripts(), 0
	for line in debug.traceback("", 2):gmatch "[^\n]+" do
		if line:find("'xpcall'", 1, true) and not self.trace then break end
		local own = line:find(root, 1, true) or line:find "^%s*%[C%]: in %?" or line:find "in function 'error'$"
		if line:find "^%s" and (self.trace or not own) then lines[#lines + 1] = line end
		if line:find "^%s" and not own and not line:find "^%s*%(%.%.%.tail" then frames = frames + 1 end
	end
	message = with_line(self.source, message, self.chunk)
	if frames < 2 and not self.trace then return message end
	return message .. "\nstack traceback:\n" .. table.concat(lines, "\n")
end

--- Says what went wrong, on standard error.
function Session:complain(message) -- luacheck: no self
	io.stdout:flush()
	for line in tostring(message):gmatch "[^\n]+" do
		io.stderr:write((line:gsub("^\t", "  "):gsub("[%c\128-\255]+", require "assay.cli".printable)), "\n")
	end
end

--- Says why the chunk ended, on a line of its own: the terminal may have put ^C where the cursor was.
function Session:stopped(message)
	if self.checkpoint then io.stdout:write "\n" end
	self:complain(message)
end

--- Shows the values of an expression; the first is kept as `_` and `_1`, `_2`, ….
function Session:show(count, ...)
	for i = 1, count do
		local value = select(i, ...)
		if value ~= nil or count > 1 then self.display:print(value) end
	end
	if count == 0 or ... == nil then return end
	self.results = self.results + 1
	self.env._, self.env["_" .. self.results] = (...), (...)
end

local function packed(fine, ...) return fine, select("#", ...), ... end

function Session:finish(fine, count, ...)
	if fine then
		self:show(count, ...)
		return "done"
	end
	if host.interrupted() == SIGINT then
		host.go_on()
		self:stopped "interrupted"
	elseif host.interrupted() then
		error("interrupted", 0)
	else
		self:complain((...))
	end
	return "failed"
end

local LOST = {
	stuck = "stopped: the code did not heed ^C; the session is as it was before it",
	died = "the code brought its process down; the session is as it was before it",
}

--- Runs a complete chunk. On a terminal a copy of the session stands by (engine/host/checkpoint.h).
function Session:execute(chunk)
	local lost = self.checkpoint and host.checkpoint()
	if lost then
		if host.interrupted() == SIGINT then host.go_on() end
		self:stopped(LOST[lost])
		return "failed"
	end
	local began = host.milliseconds()
	local outcome = self:finish(packed(xpcall(chunk, function(message) return self:traceback(message) end)))
	if self.timer then self:complain(("%.3f s"):format((host.milliseconds() - began) / 1000)) end
	if self.checkpoint then io.stdout:flush() end
	host.drop_checkpoint()
	return outcome
end

--- Runs a source and keeps it, if it went well, for `.save`.
---@param source string
---@param name string? of the chunk in messages
function Session:run_source(source, name)
	self.source, self.chunk = source, name or INPUT
	local chunk, problem, unfinished, is_expression = compile(source, self.env, self.chunk)
	if unfinished then return "more" end
	if not chunk then
		self:complain(with_line(source, problem, self.chunk))
		return "failed"
	end
	local outcome = self:execute(chunk)
	if outcome == "done" then self:keep(is_expression and "p(" .. source .. ")" or source) end
	return outcome
end

--- Notes Lua that did its work.
function Session:keep(source) self.ran[#self.ran + 1] = source end

--- Takes a line. "more": the chunk goes on; "done" or "failed": it has run.
---@param line string
---@return "more"|"done"|"failed"
function Session:feed(line)
	local command = not self.pending and self.commands:match(line)
	if command then return self.commands:run(command) end
	local source = self.pending and self.pending .. "\n" .. line or line
	self.pending = nil
	local outcome = self:run_source(source)
	if outcome == "more" then self.pending = source else self.last = source end
	return outcome
end

--- Gives up the unfinished chunk, and returns it.
---@return string?
function Session:give_up()
	local pending = self.pending
	self.pending = nil
	return pending
end

--- Runs one piece of code.
---@param code string
---@param name string? of the code in messages
---@return integer exit code
function Session:run_code(code, name)
	local state = self:run_source(code, name)
	if state == "more" then self:complain((name or INPUT) .. ": unfinished") end
	return state == "done" and 0 or 1
end

--- Runs the lines of a stream; stops at the first mistake.
---@param lines fun(): string?
---@param echo boolean? each line is written before what it gives, as in a transcript
---@return integer exit code
function Session:run_lines(lines, echo)
	for line in lines do
		if echo then io.stdout:write(self.pending and "....> " or "assay> ", line, "\n") end
		if self:feed(line) == "failed" then return 1 end
	end
	if not self:give_up() then return 0 end
	self:complain "input: unfinished"
	return 1
end

--- A session whose chunks see the standard globals and `names`.
---@param names table<string, any>
---@param options { interactive: boolean }
---@return table
function session.new(names, options)
	local env = setmetatable({}, { __index = _G })
	for name, value in pairs(names) do env[name] = value end
	env._G = env
	local self = setmetatable({ env = env, names = names, results = 0, ran = {}, source = "" }, Session)
	self.display = require "assay.repl.display".new(options.interactive)
	self.work = require "assay.repl.work".new(self)
	self.commands = require "assay.repl.commands".new(self, options.interactive)
	for name, value in pairs(require "assay.repl.tools".names(self)) do
		if env[name] == nil then env[name] = value end
	end
	return self
end

return session
