--- Packs on disk: a folder whose init.lua names the other files, or one script. What they hold is data: tables
--- of lexicons, actors, rules and claims. The files run in an environment of their own and reach nothing outside it.

local core = require "assay.core"
local lpeg = require "lpeg"
local place = require "assay.place"

local packfile = {}

local LISTS = { "rules", "claims", "actors", "entities", "values", "labels", "models", "operators", "uses" }
local MAPS = { "classes", "lexicons", "lemmas", "numbers", "macros", "calendar" }

local SAFE = {
	assert = assert, error = error, ipairs = ipairs, pairs = pairs, next = next, select = select, tonumber = tonumber,
	tostring = tostring, type = type, math = math, string = string, table = table, utf8 = utf8, lpeg = lpeg,
}

local function environment(functions)
	local env = {}
	for name, value in pairs(SAFE) do env[name] = value end
	for name, value in pairs(functions) do env[name] = value end
	return setmetatable(env, { __metatable = false })
end

local function read_file(path)
	local handle, message = io.open(path, "rb")
	if not handle then return nil, message end
	local text, reason = handle:read "a"
	handle:close()
	return text, reason
end

--- A message of Lua, `path:3: reason`, with the column and the line itself. Of a syntax error the reader has come just
--- behind the token that is named; of an error raised by the file only the line is known.
local function position(path, text, message, is_syntax)
	local line, reason = tostring(message):match "^.-:(%d+): (.*)$"
	if not line then return ("%s:1:1: %s"):format(path, tostring(message)) end
	local source, at = place.open(path, text), 1
	for _ = 2, tonumber(line) do at = (text:find("\n", at, true) or at) + 1 end
	if is_syntax then
		local read, token = 0, reason:match "near '(.*)'$" or ""
		load(function()
			read = read + 1
			return read <= #text and text:sub(read, read) or nil
		end, "=", "t", {})
		at = math.max(at, math.min(read, #text + 1) - (token == "<eof>" and 1 or #token))
	else
		at = text:find("[^ \t]", at) or at
	end
	return source:describe(math.min(at, math.max(#text, 1)), reason)
end

local function run_file(path, functions, digest)
	local text, message = read_file(path)
	if not text then return nil, message, "not_found" end
	digest[#digest + 1] = text
	local chunk, problem = load(text, "@" .. path, "t", environment(functions))
	if not chunk then return nil, position(path, text, problem, true), "bad_pack" end
	local fine, result = pcall(chunk)
	if not fine then return nil, position(path, text, result), "bad_pack" end
	return result
end

local function merge(pack, part, path)
	for _, name in ipairs(LISTS) do
		for _, item in ipairs(part[name] or {}) do
			if type(item) == "table" then item.file = item.file or path end
			pack[name][#pack[name] + 1] = item
		end
	end
	for _, name in ipairs(MAPS) do
		for key, value in pairs(part[name] or {}) do
			if pack[name][key] ~= nil and type(value) == "table" then
				local list = pack[name][key]
				for _, item in ipairs(value) do list[#list + 1] = item end
			else
				pack[name][key] = value
			end
		end
	end
	for key, value in pairs(part) do
		if pack[key] == nil then pack[key] = value end
	end
end

--- Functions that a script may call instead of returning tables.
local function declarations(pack, path)
	local functions = {}
	for _, name in ipairs { "rule", "claim", "actor", "entity", "model", "operator" } do
		local list = name == "entity" and "entities" or name .. "s"
		functions[name] = function(item)
			if type(item) ~= "table" then error(name .. " takes a table: " .. name .. " { … }", 2) end
			item.file = path
			pack[list][#pack[list] + 1] = item
		end
	end
	function functions.lexicon(name, phrases) pack.lexicons[name] = phrases end
	function functions.macro(name, text) pack.macros[name] = text end
	function functions.question(text) pack.question = text end
	function functions.use(name) pack.uses[#pack.uses + 1] = name end
	return functions
end

local function new_pack()
	local pack = { paths = {} } -- paths: the files that were read
	for _, name in ipairs(LISTS) do pack[name] = {} end
	for _, name in ipairs(MAPS) do pack[name] = {} end
	return pack
end

local function load_part(pack, path, digest)
	pack.paths[#pack.paths + 1] = path
	local part, message, code = run_file(path, declarations(pack, path), digest)
	if message then return nil, message, code end
	if part ~= nil and type(part) ~= "table" then return nil, path .. ":1: a pack file returns a table", "bad_pack" end
	if part then merge(pack, part, path) end
	return true
end

local function finish(pack, digest)
	pack.sha256 = core.sha256(table.concat(digest, "\0"))
	return pack
end

--- Loads a pack folder.
---@return table? pack or nil, message ("file:line: reason"), code ("bad_pack", "not_found")
function packfile.load_folder(folder)
	local pack, digest = new_pack(), {}
	local manifest, message, code = run_file(folder .. "/init.lua", {}, digest)
	if message then return nil, message, code end
	if type(manifest) ~= "table" or type(manifest.name) ~= "string" then
		return nil, folder .. "/init.lua:1: a pack returns a table with a name", "bad_pack"
	end
	merge(pack, manifest, folder .. "/init.lua")
	for _, name in ipairs(manifest.files or {}) do
		if type(name) ~= "string" or not name:find "^[%w_-]+$" then
			return nil, folder .. "/init.lua:1: files are names without folder or extension", "bad_pack"
		end
		local fine, problem, kind = load_part(pack, folder .. "/" .. name .. ".lua", digest)
		if not fine then return nil, problem, kind == "not_found" and "bad_pack" or kind end
	end
	pack.folder = folder
	return finish(pack, digest)
end

--- Loads one rule script.
function packfile.load_script(path)
	local pack, digest = new_pack(), {}
	local fine, message, code = load_part(pack, path, digest)
	if not fine then return nil, message, code end
	pack.name = pack.name or path:match "([^/]+)%.lua$" or path
	pack.version = pack.version or "0"
	return finish(pack, digest)
end

local function exists(path)
	local handle = io.open(path, "rb")
	if handle then handle:close() end
	return handle ~= nil
end

--- Folder of the packs that come with the library.
function packfile.library()
	local source = debug.getinfo(1, "S").source:match "^@(.*)/assay/[^/]*$"
	return (source or ".") .. "/packs"
end

--- A pack by path, or by name from the library.
function packfile.load(name)
	local path = name:gsub("/+$", "")
	if exists(path .. "/init.lua") then return packfile.load_folder(path) end
	local own = packfile.library() .. "/" .. path
	if not path:find "/" and exists(own .. "/init.lua") then return packfile.load_folder(own) end
	return nil, ("no pack '%s': there is no %s/init.lua, nor one of that name in %s"):format(name, path,
		packfile.library()), "not_found"
end

return packfile
