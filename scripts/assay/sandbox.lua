--- The box of one pack: its code runs in a Lua state of its own (engine/walls/box.h) and gives data. Each article finds
--- the box as it was when the pack was loaded.

local core = require "assay.core"

local sandbox = {}

local Sandbox = {}
Sandbox.__index = Sandbox

local Peg = {}
Peg.__index = Peg

local Wall = {}
Wall.__index = Wall
function Wall:__tostring() return self.reason end

local LIMITS = { instruction = "instructions", memory = "memory", file = "file size" }

--- Raises what happened in a rule's code: { reason, limit? }.
local function fail(message, code)
	local limit = code == "refused" and LIMITS[message:match "^%a+"] or nil
	error(setmetatable({ reason = message, limit = limit, code = code }, Wall), 0)
end

--- Whether an error is of a rule's code.
function sandbox.is_failure(problem) return getmetatable(problem) == Wall end

local announce = function() end

--- Has a function told the pack and the rule (or file) whose code is about to run, and told nothing when it has.
---@param listener function(pack?, part?)
function sandbox.listen(listener) announce = listener end

--- The opener of LPeg: part of the program, or the module that `require` would find.
local function lpeg_opener()
	local preloaded = package.preload.lpeg
	if preloaded then return preloaded end
	local path = package.searchpath("lpeg", package.cpath)
	return path and package.loadlib(path, "luaopen_lpeg") or nil
end

local function open(self)
	local box, message = core.box { lpeg = self.permitted.lpeg and lpeg_opener() or nil, open = self.trusted }
	self.box = box or error(message, 0)
end

--- A sandbox for a pack.
---@param name string of the pack, for messages
---@param permitted table set of what its code may have: lpeg
---@param trusted boolean? no walls
function sandbox.new(name, permitted, trusted)
	local at = setmetatable({}, { __mode = "v" }) -- the article that was searched last
	local self = setmetatable({ name = name, permitted = permitted, trusted = trusted, files = {}, at = at }, Sandbox)
	open(self)
	return self
end

--- Runs a file of the pack.
---@param text string
---@param name string as its messages name it
---@param names string[] functions that it may call with what it declares
---@return table? calls list of { name, arguments… }; nil, message, code, is_syntax when it fails
---@return any result what the file returned
function Sandbox:run(text, name, names)
	announce(self.name, name)
	self.files[#self.files + 1] = { text, "@" .. name, names }
	local calls, result, code, is_syntax = self.box:run(text, "@" .. name, names)
	announce()
	if not calls then return nil, result, code, is_syntax end
	return calls, result
end

--- A pattern that came out of the box.
function Sandbox:pattern(number) return setmetatable({ sandbox = self, number = number }, Peg) end

--- The box as it was after loading, with a new budget.
function Sandbox:reset()
	if not self.is_over and not self.box:keeps_state() then return self.box:refill() end
	self.box:close()
	open(self)
	self.is_over = nil
	for _, file in ipairs(self.files) do
		local calls, message, code = self.box:run(table.unpack(file))
		if not calls then fail(message, code) end
	end
	self.box:refill()
end

--- Searches texts of an article for the pattern. Raises a failure.
---@param rule string its id, for messages
---@param article table anything that is the article's own
---@param texts string[]
---@return table list of { first, last } (bytes, 1-based), or false where there is no match
function Peg:find(rule, article, texts)
	local own = self.sandbox
	announce(own.name, ("rule '%s'"):format(rule))
	if own.at.article ~= article then
		own:reset()
		own.at.article = article
	end
	local list, message, code = own.box:find(self.number, texts)
	announce()
	if list then return list end
	own.is_over = true
	fail(("%s in rule '%s' of pack '%s'"):format(message, rule, own.name), code)
end

--- Whether a value is a pattern of some sandbox.
function sandbox.is_pattern(value) return getmetatable(value) == Peg end

return sandbox
