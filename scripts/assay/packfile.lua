--- Packs on disk: a folder whose init.lua names the other files, or one script. What they hold is data: tables
--- of lexicons, actors, rules and claims. The files run in the pack's sandbox, and what they give is copied out of it.

local core = require "assay.core"
local place = require "assay.place"
local sandbox = require "assay.sandbox"
local source = require "assay.source"

local packfile = {}

local LISTS = { "rules", "claims", "actors", "entities", "values", "labels", "models", "operators", "uses" }
local MAPS = { "classes", "lexicons", "lemmas", "numbers", "macros" }

--- A message of Lua, `path:3: reason`, with the column and the line itself. Of a syntax error the reader has come just
--- behind the token that is named; of an error raised by the file only the line is known.
local function position(path, text, message, is_syntax)
	local line, reason = tostring(message):match "^.-:(%d+): (.*)$"
	if not line then return ("%s:1:1: %s"):format(path, tostring(message)) end
	local file, at = place.open(path, text), 1
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
	return file:describe(math.min(at, math.max(#text, 1)), reason)
end

--- What the file returned (nil when nothing), and the calls of `names`; or nil, message, code.
local function run_file(pack, path, names, digest)
	local text, message = source.read(path)
	if not text then return nil, message, "not_found" end
	digest[#digest + 1] = text
	local calls, result, code, is_syntax = pack.sandbox:run(text, path:match "[^/]*$", names)
	if calls then return { calls = calls, result = result } end
	if code == "refused" then return nil, ("%s: %s while it was loaded"):format(path, result), code end
	return nil, position(path, text, result, is_syntax), "bad_pack"
end

local function merge(pack, part, path)
	for _, name in ipairs(LISTS) do
		for _, item in ipairs(part[name] or {}) do
			if type(item) == "table" then
				item.file = item.file or path
				if type(item.peg) == "table" then item.peg = pack.sandbox:pattern(math.tointeger(item.peg.peg) or 0) end
			end
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

--- What a file may call instead of returning tables: name → the part of a pack that the call stands for, or nil.
local DECLARED = {}
local NAMES = { "lexicon", "macro", "question", "use" } -- "{" behind a name: it takes a table
for _, name in ipairs { "rule", "claim", "actor", "entity", "model", "operator" } do
	local list = name == "entity" and "entities" or name .. "s"
	DECLARED[name] = function(item) return { [list] = { item } } end
	NAMES[#NAMES + 1] = name .. "{"
end
local function is_text(value) return type(value) == "string" end
function DECLARED.lexicon(name, phrases) return is_text(name) and { lexicons = { [name] = phrases } } end
function DECLARED.macro(name, text) return is_text(name) and { macros = { [name] = text } } end
function DECLARED.question(text) return is_text(text) and { question = text } end
function DECLARED.use(name) return is_text(name) and { uses = { name } } end

local function new_pack(name, trusted)
	local pack = { paths = {}, sandbox = sandbox.new(name, trusted) } -- paths: the files that were read
	for _, list in ipairs(LISTS) do pack[list] = {} end
	for _, map in ipairs(MAPS) do pack[map] = {} end
	return pack
end

local function load_part(pack, path, digest)
	pack.paths[#pack.paths + 1] = path
	local told, message, code = run_file(pack, path, NAMES, digest)
	if not told then return nil, message, code end
	local part = told.result
	if part ~= nil and type(part) ~= "table" then return nil, path .. ":1: a pack file returns a table", "bad_pack" end
	for _, call in ipairs(told.calls) do
		local declared = DECLARED[call[1]](call[2], call[3])
		if not declared then return nil, ("%s:1: %s takes a name or a text"):format(path, call[1]), "bad_pack" end
		merge(pack, declared, path)
	end
	if part then merge(pack, part, path) end
	return true
end

local function finish(pack, digest)
	pack.sha256 = core.sha256(table.concat(digest, "\0"))
	return pack
end

--- Loads a pack folder.
---@param trusted boolean? its code runs without walls
---@return table? pack or nil, message ("file:line: reason"), code ("bad_pack", "not_found", "refused")
function packfile.load_folder(folder, trusted)
	local pack, digest = new_pack(folder:match "[^/]*$", trusted), {}
	local told, message, code = run_file(pack, folder .. "/init.lua", {}, digest)
	if not told then return nil, message, code end
	local manifest = told.result
	if type(manifest) ~= "table" or type(manifest.name) ~= "string" then
		return nil, folder .. "/init.lua:1: a pack returns a table with a name", "bad_pack"
	end
	pack.sandbox.name = manifest.name
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
---@param trusted boolean? its code runs without walls
function packfile.load_script(path, trusted)
	local name = path:match "([^/]+)%.lua$" or path
	local pack, digest = new_pack(name, trusted), {}
	local fine, message, code = load_part(pack, path, digest)
	if not fine then return nil, message, code end
	pack.name = pack.name or name
	pack.version = pack.version or "0"
	return finish(pack, digest)
end

--- Folder of the packs that come with the library.
function packfile.library()
	local folder = debug.getinfo(1, "S").source:match "^@(.*)/assay/[^/]*$"
	return (folder or ".") .. "/packs"
end

--- A pack by path, or by name from the library.
---@param trusted boolean? its code runs without walls
function packfile.load(name, trusted)
	local path = name:gsub("/+$", "")
	if source.exists(path .. "/init.lua") then return packfile.load_folder(path, trusted) end
	local own = packfile.library() .. "/" .. path
	if not path:find "/" and source.exists(own .. "/init.lua") then return packfile.load_folder(own, trusted) end
	return nil, ("no pack '%s': there is no %s/init.lua, nor one of that name in %s"):format(name, path,
		packfile.library()), "not_found"
end

return packfile
