--- Commands of the session: a line that begins with a dot, and `name?`. One that works on articles and packs calls the
--- tool for it in Lua, and that call is what `.save` writes.

local display = require "assay.repl.display"
local help = require "assay.repl.help"

local commands = {}

local LIST = {}

--- { name, usage, summary, run = function(session, argument) }
local function command(name, usage, summary, run)
	LIST[#LIST + 1] = { name = name, usage = usage, summary = summary, run = run }
	LIST[name] = LIST[#LIST]
end

local function quoted(text) return ("%q"):format(text) end

--- Words of a line; those in quotation marks may have blanks.
local function words_of(line)
	local words = {}
	for mark, inner in line:gmatch [[(["']?)([^"']*)%1]] do
		if mark ~= "" then
			words[#words + 1] = inner
		else
			for word in inner:gmatch "%S+" do words[#words + 1] = word end
		end
	end
	return words
end

local function on_off(argument, now)
	if argument == "" then return not now end
	if argument ~= "on" and argument ~= "off" then error("on or off", 0) end
	return argument == "on"
end

--- Runs Lua and keeps it for `.save`.
local function lua(session, source) return session:run_source(source) end

command("help", "[WORD]", "the commands and tools; with WORD, what is known of it", function(session, word)
	if word ~= "" then return session.display:write(help.search(word)) end
	local rows = {}
	for i, item in ipairs(LIST) do rows[i] = { ("." .. item.name .. " " .. item.usage):gsub(" $", ""), item.summary } end
	session.display:write("Lua, and these commands (on a terminal any unique beginning of one will do):\n"
		.. require "assay.options".columns(rows) .. "\nTools, told about by name? and .help NAME:\n  "
		.. table.concat(help.tools(), ", "))
end)

command("load", "PATH… [--meta FILE]", "read articles and add them to `articles`", function(session, line)
	local paths, meta, list = words_of(line), nil, {}
	for i = #paths - 1, 1, -1 do
		if paths[i] == "--meta" then meta, paths = paths[i + 1], table.move(paths, i + 2, #paths + 2, i) end
	end
	for i, path in ipairs(paths) do list[i] = quoted(path) end
	if #list == 0 then error("which file or folder?", 0) end
	if meta then list[#list + 1] = ("{ meta = %s }"):format(quoted(meta)) end
	return lua(session, ("read(%s)"):format(table.concat(list, ", ")))
end)

command("run", "[PACK]", "take up the pack, if one is named, and run it over the articles", function(session, name)
	if name ~= "" and lua(session, ("use(%s)"):format(quoted(name))) ~= "done" then return "failed" end
	return lua(session, "execute()")
end)

command("reload", "", "read the pack from disk again; articles stay, and old rules if the new ones fail",
	function(session) return lua(session, "use()") end)

command("diff", "", "what changed between the last two runs", function(session)
	local work = session.work
	if not work.before then error("there are not two runs yet", 0) end
	local out = display.sink()
	require "assay.report.changes".write(out, require "assay.diff".run(work.before, work.last))
	session.display:print(display.text(out.text()))
end)

command("mode", "[box|csv|json|jsonl|md|tsv]", "how lists of records are shown", function(session, mode)
	for _, known in ipairs(display.MODES) do
		if known == mode then
			session.display.mode = mode
			return
		end
	end
	local text = "mode is " .. session.display.mode .. ", one of " .. table.concat(display.MODES, ", ")
	if mode ~= "" then error(text, 0) end
	session.display:write(text)
end)

command("pager", "[on|off]", "long output through $PAGER", function(session, argument)
	session.display.pager = on_off(argument, session.display.pager)
end)

command("timer", "[on|off]", "how long each line took", function(session, argument)
	session.timer = on_off(argument, session.timer)
end)

command("trace", "[on|off]", "tracebacks with the program's own frames", function(session, argument)
	session.trace = on_off(argument, session.trace)
end)

command("edit", "", "the last chunk in $EDITOR; runs what comes back", function(session)
	local path = os.tmpname() .. ".lua"
	local function write(text)
		local file = assert(io.open(path, "w"))
		file:write(text, "\n")
		file:close()
	end
	write(session.last or "")
	local editor = os.getenv "VISUAL" or os.getenv "EDITOR" or "editor"
	io.stdout:flush()
	local fine = os.execute(editor .. " " .. path)
	local file = io.open(path)
	local text = file and file:read "a" or ""
	if file then file:close() end
	os.remove(path)
	if not fine then error(editor .. " failed; nothing was run", 0) end
	text = text:gsub("%s+$", "")
	if text == "" then return end
	session.last = text
	if session:run_source(text) == "more" then error("unfinished", 0) end
end)

command("save", "FILE", "write what worked as a script: `assay repl FILE` runs it", function(session, path)
	if path == "" then error("to which file?", 0) end
	local core, pack = require "assay.core", session.work.opened and session.work.opened.description
	local head = ("-- assay %s%s; run it with: assay repl %s\n"):format(core.version.engine,
		pack and pack.name ~= "none" and (", pack %s %s"):format(pack.name, pack.version) or "", path)
	local out <close> = require "assay.output".open(path)
	out:write(head, table.concat(session.ran, "\n"), "\n")
	out:finish()
	session.display:write(("%s: %d lines of work"):format(path, #session.ran))
end)

command("quit", "", "leave (^D)", function() os.exit(0, true) end)

local Commands = {}
Commands.__index = Commands

---@param session table
---@param interactive boolean unique beginnings of names will do
function commands.new(session, interactive)
	return setmetatable({ session = session, interactive = interactive }, Commands)
end

--- Names, for completion.
---@return string[]
function commands.names()
	local names = {}
	for i, item in ipairs(LIST) do names[i] = item.name end
	return names
end

--- The command in a line, if it is one.
---@return table? call { name, argument } or { help = name } or { source = name }
function Commands:match(line) -- luacheck: no self
	local name, argument = line:match "^%s*%.(%a+)%s*(.-)%s*$"
	if name then return { name = name, argument = argument } end
	local word, marks = line:match "^%s*([%a_][%w_.:]*)%s*(%?%??)%s*$"
	if word then return { word = word, source = marks == "??" } end
end

function Commands:find(name)
	if LIST[name] then return LIST[name] end
	local found
	for _, item in ipairs(self.interactive and LIST or {}) do
		if item.name:sub(1, #name) == name then
			if found then error((".%s: .%s or .%s?"):format(name, found.name, item.name), 0) end
			found = item
		end
	end
	local hint = require "assay.meant"(name, commands.names(), ".")
	return found or error(("no command .%s%s (see .help)"):format(name, hint), 0)
end

--- Runs a command.
---@return "done"|"failed"
function Commands:run(call)
	local session = self.session
	local fine, outcome = pcall(function()
		if call.word then
			return session.display:write(call.source and help.source(session.env, call.word)
				or help.text(session.env, call.word))
		end
		return self:find(call.name).run(session, call.argument)
	end)
	if fine then return outcome == "failed" and "failed" or "done" end
	local failure = require "assay.failure"
	if require "assay.host".interrupted() then error(outcome, 0) end
	session:complain(failure.is(outcome) and outcome.message or outcome)
	return "failed"
end

return commands
