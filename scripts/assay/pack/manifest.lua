--- A pack's manifest, `pack.lua`: what it is, what it needs, what it promises. It is data: read by a grammar of
--- literals, never run; a key that is not known is an error.

local core = require "assay.core"
local data = require "assay.pack.data"
local nearest = require "assay.nearest"
local sorted_keys = require "assay.sorted"
local version = require "assay.pack.version"

local manifest = {}

--- Of what the format is now.
manifest.FORMAT = 1

--- What a pack may be permitted beyond its rules' data; a script has all of them.
manifest.PERMITS = { "lpeg" }

local CHECKS = {}

local function list_of_strings(read, owner, key)
	local value = owner[key]
	if type(value) ~= "table" then read:fail(owner, key, "%s is a list of strings", key) end
	local count = 0
	for _ in pairs(value) do count = count + 1 end
	for i, item in ipairs(value) do
		if type(item) ~= "string" then read:fail(value, i, "%s is a list of strings", key) end
	end
	if count ~= #value then read:fail(owner, key, "%s is a list, without keys", key) end
end

local function is_string(read, owner, key)
	if type(owner[key]) ~= "string" or owner[key] == "" then read:fail(owner, key, "%s is a string", key) end
end

local function check_keys(read, owner, known, what)
	local names = sorted_keys(known)
	for _, key in ipairs(sorted_keys(owner)) do
		if not known[key] then
			local near = type(key) == "string" and nearest(key, names)
			read:fail(owner, key, "unknown %s '%s'%s", what, tostring(key), near and ("; did you mean '%s'?"):format(near) or "")
		end
	end
	for _, key in ipairs(names) do
		if owner[key] ~= nil then known[key](read, owner, key) end
	end
end

--- Whether a word can name a pack.
function manifest.is_name(word)
	return type(word) == "string" and #word <= 64 and word:find "^%l[%l%d-]*$" ~= nil and not word:find "%-$"
end

local function check_range(read, owner, key)
	is_string(read, owner, key)
	if not version.range(owner[key]) then
		read:fail(owner, key, "'%s' is no range of versions (^1.2, ~0.3, >=1.0 <2)", owner[key])
	end
end

function CHECKS.format(read, owner, key)
	if owner[key] ~= manifest.FORMAT then
		read:fail(owner, key, "format %s is not known here (there is %d)", tostring(owner[key]), manifest.FORMAT)
	end
end

function CHECKS.name(read, owner, key)
	if not manifest.is_name(owner[key]) then
		read:fail(owner, key, "a pack's name has lower-case letters, digits and hyphens, and starts with a letter")
	end
end

function CHECKS.version(read, owner, key)
	if not version.read(owner[key]) then
		read:fail(owner, key, "'%s' is no version (major.minor.patch)", tostring(owner[key]))
	end
end

CHECKS.engine = check_range
CHECKS.summary, CHECKS.question, CHECKS.stemmer, CHECKS.license = is_string, is_string, is_string, is_string
CHECKS.authors, CHECKS.sources, CHECKS.replaces = list_of_strings, list_of_strings, list_of_strings

local KINDS = { question = true, language = true }

function CHECKS.kind(read, owner, key)
	if not KINDS[owner[key]] then read:fail(owner, key, "kind is 'question' or 'language'") end
end

function CHECKS.files(read, owner, key)
	list_of_strings(read, owner, key)
	for i, name in ipairs(owner[key]) do
		if not name:find "^[%w_-]+$" and not name:find "^[%w_-]+/[%w_-]+$" then
			read:fail(owner[key], i, "a file is named without its extension, in the pack or in one folder of it")
		end
	end
end

function CHECKS.requires(read, owner, key)
	if type(owner[key]) ~= "table" then read:fail(owner, key, "requires is a table: { en = \"^0.1\" }") end
	for name in pairs(owner[key]) do
		if not manifest.is_name(name) then read:fail(owner[key], name, "'%s' is no pack's name", tostring(name)) end
		check_range(read, owner[key], name)
	end
end

function CHECKS.permits(read, owner, key)
	list_of_strings(read, owner, key)
	local known = {}
	for _, name in ipairs(manifest.PERMITS) do known[name] = true end
	for i, name in ipairs(owner[key]) do
		if not known[name] then
			read:fail(owner[key], i, "there is no permit '%s' (there is %s)", name, table.concat(manifest.PERMITS, ", "))
		end
	end
end

local GATES = { accuracy = function(read, owner, key)
	if type(owner[key]) ~= "number" or owner[key] < 0 or owner[key] > 1 then
		read:fail(owner, key, "%s is a number from 0 to 1", key)
	end
end }

function GATES.lint(read, owner, key)
	if owner[key] ~= "error" and owner[key] ~= "warning" then read:fail(owner, key, "lint is 'error' or 'warning'") end
end

function CHECKS.gates(read, owner, key)
	if type(owner[key]) ~= "table" then
		read:fail(owner, key, "gates is a table: { lint = \"warning\", accuracy = 0.8 }")
	end
	check_keys(read, owner[key], GATES, "gate")
end

--- Reads a manifest.
---@param text string
---@param path string for messages
---@return table? manifest or nil, message ("file:line:column: reason" and the line)
function manifest.read(text, path)
	local fine, result = pcall(function()
		local read = data.read(text, path)
		check_keys(read, read.value, CHECKS, "key")
		for _, key in ipairs { "format", "name", "version", "engine" } do
			if read.value[key] == nil then read:fail(read.value, 1, "a manifest has a %s", key) end
		end
		return read.value
	end)
	if fine then return result end
	if type(result) ~= "table" then error(result, 0) end
	return nil, result.message
end

--- Why the engine that runs cannot use the pack; nil: it can.
function manifest.engine_problem(given)
	local own = core.version.engine
	if version.within(version.range(given.engine), version.read(own)) then return nil end
	return ("pack %s %s needs an engine %s, and this is %s"):format(given.name, given.version, given.engine, own)
end

return manifest
