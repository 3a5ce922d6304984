--- Tables of literals, read and never run: `return { name = "value", list = { 1, true }, ["any key"] = "…" }`. Strings,
--- numbers, true, false and tables, nothing else; comments are Lua's. Every value keeps its place for messages.

local place = require "assay.place"

local data = {}

local LIMIT = 256 << 10 -- bytes
local DEPTH = 16        -- tables inside tables

local Data = {}
Data.__index = Data

--- Raises { message } with file, line, column and the line itself.
local function fail(source, position, format, ...)
	error({ message = source:describe(position, format:format(...)) }, 0)
end

local ESCAPES = { n = "\n", t = "\t", r = "\r", ["\\"] = "\\", ['"'] = '"', ["'"] = "'", ["\n"] = "\n" }

local function utf8_of(code)
	local number = #code <= 6 and tonumber(code, 16)
	return number and number <= 0x10FFFF and utf8.char(number) or nil
end

local function string_value(source, token)
	local text = token[3]
	local open = text:match "^%[=*%["
	if open then return (text:sub(#open + 1, -#open - 1):gsub("^\r?\n", "")) end
	local parts, at = {}, 2
	while true do
		local mark = text:find("\\", at, true)
		if not mark then break end
		local code = text:match("^u{(%x+)}", mark + 1)
		local character = code and (utf8_of(code)) or not code and ESCAPES[text:sub(mark + 1, mark + 1)]
		if not character then
			fail(source, token[2] + mark - 1, "an escape that a data file does not have: %s", text:sub(mark, mark + 1))
		end
		parts[#parts + 1] = text:sub(at, mark - 1) .. character
		at = mark + (code and #code + 4 or 2)
	end
	return table.concat(parts) .. text:sub(at, -2)
end

local Reader = {}
Reader.__index = Reader

function Reader:token() return self.source.tokens[self.at] or { "end", #self.source.text, "the end of the file" } end

function Reader:is(text)
	local token = self:token()
	return token[1] ~= "string" and token[3] == text
end

function Reader:skip(text)
	if self:is(text) then
		self.at = self.at + 1
		return true
	end
end

function Reader:expect(text)
	if not self:skip(text) then fail(self.source, self:token()[2], "expected '%s', found %s", text, self:token()[3]) end
end

local CONSTANTS = { ["true"] = true, ["false"] = false }

function Reader:scalar()
	local token = self:token()
	local sign = self:skip "-" and -1 or 1
	local literal = self:token()
	self.at = self.at + 1
	if literal[1] == "number" and tonumber(literal[3]) then return sign * tonumber(literal[3]) end
	if sign > 0 and literal[1] == "string" then return string_value(self.source, literal) end
	if sign > 0 and CONSTANTS[literal[3]] ~= nil then return CONSTANTS[literal[3]] end
	fail(self.source, token[2], "a data file has strings, numbers, true, false and tables, not %s", token[3])
end

--- The key of a field, or nil when it is the next of a list.
function Reader:key()
	local first, second = self:token(), self.source.tokens[self.at + 1]
	if first[1] == "name" and second and second[3] == "=" then
		self.at = self.at + 2
		return first[3]
	elseif self:is "[" then
		self.at = self.at + 1
		local key = self:scalar()
		self:expect "]"
		self:expect "="
		return key
	end
end

function Reader:table(depth)
	local value, places, count = {}, {}, 0
	if depth > DEPTH then fail(self.source, self:token()[2], "tables are nested more than %d deep", DEPTH) end
	self.places[value] = places
	self:expect "{"
	while not self:is "}" do
		local position = self:token()[2]
		local key = self:key()
		if key == nil then
			count = count + 1
			key = count
		end
		if value[key] ~= nil then fail(self.source, position, "'%s' is there twice", tostring(key)) end
		places[key] = position
		value[key] = self:is "{" and self:table(depth + 1) or self:scalar()
		if not (self:skip "," or self:skip ";") then break end
	end
	self:expect "}"
	return value
end

--- Raises { message } about a key of a table in the data.
function Data:fail(owner, key, format, ...)
	local places = self.places[owner] or {}
	fail(self.source, places[key] or places[1] or 1, format, ...)
end

local function no_data(path, format, ...)
	error({ message = path .. ":1:1: " .. format:format(...) }, 0)
end

--- Reads a data file. Raises { message }.
---@param text string
---@param path string for messages
---@return table data { value = table, fail = … }
function data.read(text, path)
	if #text > LIMIT then no_data(path, "larger than the limit of %d bytes", LIMIT) end
	if not utf8.len(text) then no_data(path, "not UTF-8") end
	local source = place.open(path, text)
	local self = setmetatable({ source = source, at = 1, places = {} }, Reader)
	self:skip "return"
	if not self:is "{" then fail(source, self:token()[2], "a data file is one table: return { … }") end
	local value = self:table(1)
	if self.source.tokens[self.at] then fail(source, self:token()[2], "something stands behind the table") end
	return setmetatable({ value = value, source = source, places = self.places }, Data)
end

return data
