--- The interactive session: on a terminal a conversation with editing, history and completion; else lines that are run.

local host = require "assay.host"

local repl = {}

local SIGINT = 2

local function make_folders(path)
	local at = 1
	while true do
		local slash = path:find("/", at + 1, true)
		if not slash then return end
		host.make_folder(path:sub(1, slash - 1))
		at = slash
	end
end

--- A path below a folder of the XDG base directories.
local function xdg(variable, below_home, name)
	local folder, home = os.getenv(variable) or "", os.getenv "HOME" or ""
	if folder:sub(1, 1) ~= "/" then
		if home:sub(1, 1) ~= "/" then return nil end
		folder = home .. below_home
	end
	return folder .. "/assay/" .. name
end

--- A line that begins with a space is not kept.
local function remember(editor, line)
	if line:find "^%S" then editor:add_history(line) end
end

local function prompt_of(session)
	if session.pending then return "....> " end
	local project = session.project and session.project:match "[^/]*$"
	return project and ("assay %s> "):format(require "assay.report.escape".terminal(project)) or "assay> "
end

--- One line of the conversation; gives false at its end.
local function step(session, editor)
	io.stdout:flush()
	local line, ending = editor:read(prompt_of(session))
	if line then
		remember(editor, line)
		session:feed(line)
	elseif ending == "interrupted" then
		session:give_up()
		io.stdout:write "\n"
	else
		io.stdout:write "\n"
		return false
	end
	return true
end

local function converse(session, editor)
	local going = true
	while going do
		local fine, result = pcall(step, session, editor)
		if fine then
			going = result
		elseif host.interrupted() == SIGINT then
			host.go_on()
			session:give_up()
		else
			return result
		end
	end
end

--- Runs the user's own start-up file; never one of the project's folder, which may be somebody else's.
local function run_start_file(session)
	local path = xdg("XDG_CONFIG_HOME", "/.config", "replrc.lua")
	local file = path and io.open(path)
	if not file then return end
	local text = file:read "a"
	file:close()
	local chunk, message = load(text, "@" .. path, "t", session.env)
	local fine, problem = pcall(chunk or error, message)
	if not fine then session:complain(problem) end
end

--- Talks with a terminal until ^D.
---@param session table of assay.repl.session
---@return integer exit code
function repl.talk(session, options)
	session.checkpoint = host.supervise()
	local complete = require "assay.repl.complete"
	local editor, message = host.editor(function(before) return complete.line(session, before) end)
	if not editor then error(message, 0) end
	local path = xdg("XDG_STATE_HOME", "/.local/state", "history")
	if path then editor:load_history(path) end
	local version = require "assay.core".version
	io.stdout:write(("assay %s, %s; .help tells what there is, ^D leaves\n"):format(version.engine, version.lua))
	if not options.no_rc then run_start_file(session) end
	local problem = converse(session, editor)
	if path then
		make_folders(path)
		editor:save_history(path)
	end
	editor:close()
	if problem then error(problem, 0) end
	return 0
end

return repl
