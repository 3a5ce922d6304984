--- What is known of a name: the documentation beside its function (docs/api/generate.lua), or what Lua knows.

local escape = require "assay.report.escape"
local layout = require "assay.report.layout"

local help = {}

--- Kinds of values → the noun in the documentation.
local NOUN = {
	["assay.article"] = { "article" }, ["assay.entity"] = { "entity" }, ["assay.store"] = { "store" },
	["assay.sentence"] = { "sentence", "item" }, ["assay.token"] = { "token", "item" },
	["assay.mention"] = { "mention", "item" }, ["assay.quote"] = { "quote", "item" },
	["assay.clause"] = { "clause", "item" }, ["assay.description"] = { "description", "item" },
	pack = { "pack" },
}

local by_name

local function api()
	if not by_name then
		by_name = {}
		for _, entry in ipairs(require "assay.api") do by_name[entry.name] = entry end
	end
	return by_name
end

--- What a dotted name stands for, without running anybody's code: no __index that is a function is called.
---@return any value
---@return any owner what the last name was looked up in
---@return string last
function help.resolve(env, path)
	local value, owner, last = env, env, path
	for name in path:gmatch "[%w_]+" do
		owner, last = value, name
		value = help.field(value, name)
	end
	return value, owner, last
end

--- A field as far as tables hold it.
function help.field(owner, name)
	for _ = 1, 8 do
		local meta = debug.getmetatable(owner)
		if type(owner) == "table" then
			local value = rawget(owner, name)
			if value == nil and tonumber(name) then value = rawget(owner, tonumber(name)) end
			if value ~= nil then return value end
		end
		owner = type(meta) == "table" and rawget(meta, "__index") or nil
		if type(owner) ~= "table" then return nil end
	end
end

--- The entry for a name: a tool, `assay.…`, or a method of what stands before the last dot or colon.
local function entry_of(env, path)
	local direct = api()[path]
	if direct then return direct end
	local _, owner, last = help.resolve(env, path)
	local meta = debug.getmetatable(owner)
	for _, noun in ipairs(type(meta) == "table" and NOUN[rawget(meta, "__name") or ""] or {}) do
		local entry = api()[noun .. ":" .. last]
		if entry then return entry end
	end
end

local WIDTH = 96 -- code points of a line of text

local function write_entry(entry)
	local lines = { entry.signature }
	local function add(indent, text)
		for i, line in ipairs(layout.wrap(text, WIDTH - #indent)) do
			lines[#lines + 1] = indent .. (i > 1 and indent == "    " and "  " or "") .. line
		end
	end
	add("  ", entry.text)
	for _, param in ipairs(entry.params or {}) do add("    ", param) end
	for _, returned in ipairs(entry.returns or {}) do add("    ", "returns " .. returned) end
	for _, line in ipairs(entry.example or {}) do lines[#lines + 1] = "  > " .. line end
	return table.concat(lines, "\n")
end

local function all_names()
	local names = {}
	for name in pairs(api()) do names[#names + 1] = name end
	table.sort(names)
	return names
end

local function unknown(path)
	error(("nothing is called '%s'%s"):format(path, require "assay.meant"(path, all_names())), 0)
end

--- What `name?` shows.
---@return string
function help.text(env, path)
	local entry = entry_of(env, path)
	if entry then return write_entry(entry) end
	local value = help.resolve(env, path)
	if value == nil then unknown(path) end
	local kind = type(value)
	local about = { ("%s: %s"):format(path, kind == "userdata" and tostring(value) or kind) }
	local meta = debug.getmetatable(value)
	for _, noun in ipairs(type(meta) == "table" and NOUN[rawget(meta, "__name") or ""] or {}) do
		for _, name in ipairs(all_names()) do
			if name:find("^" .. noun .. ":") then about[#about + 1] = "  " .. api()[name].signature end
		end
	end
	if kind == "function" then about[#about + 1] = "  " .. help.place(value) end
	return escape.terminal(table.concat(about, "\0")):gsub("\\u{0}", "\n")
end

--- Where a function stands.
function help.place(f)
	local info = debug.getinfo(f, "S")
	if info.what == "C" then return "in C" end
	return ("%s:%d"):format(info.short_src, info.linedefined)
end

local function source_lines(path, first, last)
	local file, lines, number = io.open(path), {}, 0
	for line in file and file:lines() or function() end do
		number = number + 1
		if number >= first and number <= last then lines[#lines + 1] = line end
	end
	if file then file:close() end
	return lines
end

--- What `name??` shows: the source with its place.
---@return string
function help.source(env, path)
	local value, entry = help.resolve(env, path), entry_of(env, path)
	if type(value) ~= "function" then
		if entry then return entry.file .. "\n" .. write_entry(entry) end
		if value == nil then unknown(path) end
		return path .. " is no function"
	end
	local info = debug.getinfo(value, "S")
	if info.what == "C" then return entry and entry.file .. " (C)" or path .. " is in C" end
	local file = info.source:match "^@(.*)$"
	if not file then return path .. " was typed here" end
	return help.place(value) .. "\n" .. table.concat(source_lines(file, info.linedefined, info.lastlinedefined), "\n")
end

--- The tools of the session by name.
function help.tools()
	local names = {}
	for _, name in ipairs(all_names()) do
		if not name:find "[.:]" then names[#names + 1] = name end
	end
	return names
end

--- Everything whose name or text has the word.
---@return string
function help.search(word)
	local exact, found = api()[word], {}
	if exact then return write_entry(exact) end
	for _, name in ipairs(all_names()) do
		local entry = api()[name]
		if (name .. " " .. entry.text):lower():find(word:lower(), 1, true) then
			found[#found + 1] = entry.signature .. "\n    " .. entry.text:sub(1, 100)
		end
	end
	for _, name in ipairs(require "assay.repl.commands".names()) do
		if name == word then found[#found + 1] = "." .. name .. ": see .help" end
	end
	if #found == 0 then unknown(word) end
	return table.concat(found, "\n")
end

return help
