--- Packs on disk: a folder whose manifest (pack.lua) names the other files, or one script. What they hold is data:
--- tables of lexicons, actors, rules and claims. The files run in the pack's sandbox, and what they give is copied out
--- of it; the manifest does not run (assay.pack.manifest).

local core = require "assay.core"
local manifest = require "assay.pack.manifest"
local place = require "assay.place"
local sandbox = require "assay.sandbox"
local sorted_keys = require "assay.sorted"
local source = require "assay.source"
local version = require "assay.pack.version"

local packfile = {}

local LISTS = { "rules", "claims", "actors", "entities", "values", "labels", "models", "operators", "uses" }
local MAPS = { "classes", "lexicons", "lemmas", "numbers", "macros", "calendar" }

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

--- Notes what was loaded: the lines of which the hash of a run is made.
local function note(pack, name, text)
	pack.loaded[#pack.loaded + 1] = core.sha256(text) .. "  " .. name .. "\n"
end

--- What the file returned (nil when nothing), and the calls of `names`; or nil, message, code.
local function run_file(pack, path, name, names)
	local text, message = source.read(path)
	if not text then return nil, message, "not_found" end
	note(pack, name, text)
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

--- permits: names of what its code may have (assay.pack.manifest)
local function new_pack(name, permits, trusted)
	local permitted = {}
	for _, permit in ipairs(permits or {}) do permitted[permit] = true end
	-- paths: the files that were read
	local pack = { paths = {}, loaded = {}, sandbox = sandbox.new(name, permitted, trusted) }
	for _, list in ipairs(LISTS) do pack[list] = {} end
	for _, map in ipairs(MAPS) do pack[map] = {} end
	return pack
end

local function load_part(pack, path, name)
	pack.paths[#pack.paths + 1] = path
	local told, message, code = run_file(pack, path, name, NAMES)
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

--- What the manifest says, on the pack.
local function begin_folder(folder, trusted)
	local path = folder .. "/pack.lua"
	local text, message = source.read(path)
	if not text then return nil, message, "not_found" end
	local given, problem = manifest.read(text, path)
	problem = problem or manifest.engine_problem(given)
	if problem then return nil, problem, "bad_pack" end
	local pack = new_pack(given.name, given.permits, trusted)
	pack.uses = sorted_keys(given.requires or {})
	for key, value in pairs(given) do
		if key ~= "files" then pack[key] = value end
	end
	note(pack, given.name .. "/pack.lua", text)
	return pack, given.files or {}
end

--- Loads a pack folder.
---@param trusted boolean? its code runs without walls
---@return table? pack or nil, message ("file:line: reason"), code ("bad_pack", "not_found", "refused")
function packfile.load_folder(folder, trusted)
	local pack, files, code = begin_folder(folder, trusted)
	if not pack then return nil, files, code end
	for _, name in ipairs(files) do
		local file = name .. ".lua"
		local fine, problem, kind = load_part(pack, folder .. "/" .. file, pack.name .. "/" .. file)
		if not fine then return nil, problem, kind == "not_found" and "bad_pack" or kind end
	end
	pack.folder = folder
	return pack
end

--- Loads one rule script.
---@param trusted boolean? its code runs without walls
function packfile.load_script(path, trusted)
	local name = path:match "([^/]+)%.lua$" or path
	local pack = new_pack(name, manifest.PERMITS, trusted)
	local fine, message, code = load_part(pack, path, path:match "[^/]*$")
	if not fine then return nil, message, code end
	pack.name = pack.name or name
	pack.version = pack.version or "0"
	return pack
end

--- Why a pack cannot be used where another asks for it by a range of versions; nil: it can.
function packfile.range_problem(pack, used)
	local range = pack.requires and pack.requires[used.name]
	if not range or version.within(version.range(range), version.read(used.version)) then return nil end
	return ("pack %s needs %s %s, and that is %s"):format(pack.name, used.name, range, used.version)
end

--- Folder of the packs that come with the library.
function packfile.library()
	local folder = debug.getinfo(1, "S").source:match "^@(.*)/assay/[^/]*$"
	return (folder or ".") .. "/packs"
end

--- Whether a path is a pack's folder.
function packfile.is_folder(path) return source.exists(path .. "/pack.lua") end

--- The folder of a pack: where its name is installed, or in the library. A name with a slash is a path.
---@param name string
---@param where table<string, string>? name → folder of what is installed
---@return string? folder or nil, message, code
function packfile.find(name, where)
	local path = name:gsub("/+$", "")
	if path:find "/" and packfile.is_folder(path) then return path end
	if where and where[path] then return where[path] end
	local own = packfile.library() .. "/" .. path
	if not path:find "/" and packfile.is_folder(own) then return own end
	return nil, ("no pack '%s': there is no %s/pack.lua, and none of that name is installed or in %s"):format(name, path,
		packfile.library()), "not_found"
end

--- A pack by path, or by name.
---@param name string
---@param where table<string, string>? name → folder of what is installed
---@param trusted boolean? its code runs without walls
---@return table? pack or nil, message, code
function packfile.load(name, where, trusted)
	local folder, message, code = packfile.find(name, where)
	if not folder then return nil, message, code end
	return packfile.load_folder(folder, trusted)
end

return packfile
