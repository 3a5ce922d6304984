--- Tables of literals, read and never run: `return { name = "value", list = { 1, true }, ["any key"] = "…" }`. Strings,
--- numbers, true, false and tables, nothing else; comments are Lua's. Every value keeps its place for messages.

local place = require "assay.place"

local data = {}

local LIMIT = 256 << 10 -- bytes
local DEPTH = 16        -- tables inside tables

-- Tokens are { kind, from, text }; kind is name, number, string, long, mark, or bad: something that never ends, behind
-- which nothing is read. Each byte is looked at once.

--- Where a quoted string ends, or nil.
local function quoted_end(text, at)
	local mark = text:sub(at, at)
	local found = at
	while true do
		found = text:find("[\\\n" .. mark .. "]", found + 1)
		local character = found and text:sub(found, found)
		if character == mark then return found end
		if character ~= "\\" then return nil end
		found = found + 1
	end
end

--- Where a long string or comment ends that opens at `at`; nil: none opens there; false: it never ends.
local function long_end(text, at)
	local level = text:match("^%[(=*)%[", at)
	if not level then return nil end
	local _, last = text:find("]" .. level .. "]", at + #level + 2, true)
	return last or false
end

local function skip_blank(text, at)
	while true do
		at = text:find("[^ \t\r\n]", at) or #text + 1
		if text:sub(at, at + 1) ~= "--" then return at end
		local last = long_end(text, at + 2)
		if last == false then return at end
		at = (last or text:find("\n", at, true) or #text) + 1
	end
end

local FORMS = { { "name", "^[%a_][%w_]*" }, { "number", "^%d[%w.]*" }, { "mark", "^%.%." }, { "mark", "^." } }

local function token_at(text, at)
	local first = text:sub(at, at)
	local last
	if first == '"' or first == "'" then last = quoted_end(text, at) or false else last = long_end(text, at) end
	if last == false then return { "bad", at, "something that never ends" } end
	if last then return { first == "[" and "long" or "string", at, text:sub(at, last) } end
	if text:find("^%-%-%[=*%[", at) then return { "bad", at, "a comment that never ends" } end
	for _, form in ipairs(FORMS) do
		local found = text:match(form[2], at)
		if found then return { form[1], at, found } end
	end
	return { "bad", at, "a byte that is not text" }
end

local function tokens_of(text)
	local list, at = {}, skip_blank(text, 1)
	while at <= #text do
		local token = token_at(text, at)
		list[#list + 1] = token
		if token[1] == "bad" then break end
		at = skip_blank(text, at + #token[3])
	end
	return list
end

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
	if token[1] == "long" then
		local open = text:match "^%[=*%["
		return (text:sub(#open + 1, -#open - 1):gsub("^\r?\n", ""))
	end
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

function Reader:token() return self.tokens[self.at] or { "end", #self.source.text, "the end of the file" } end

function Reader:is(text)
	local token = self:token()
	return (token[1] == "mark" or token[1] == "name") and token[3] == text
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
	if sign > 0 and (literal[1] == "string" or literal[1] == "long") then return string_value(self.source, literal) end
	if sign > 0 and CONSTANTS[literal[3]] ~= nil then return CONSTANTS[literal[3]] end
	fail(self.source, token[2], "a data file has strings, numbers, true, false and tables, not %s", token[3])
end

--- The key of a field, or nil when it is the next of a list.
function Reader:key()
	local first, second = self:token(), self.tokens[self.at + 1]
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
	local source = place.plain(path, text)
	local self = setmetatable({ source = source, tokens = tokens_of(text), at = 1, places = {} }, Reader)
	self:skip "return"
	if not self:is "{" then fail(source, self:token()[2], "a data file is one table: return { … }") end
	local value = self:table(1)
	if self.tokens[self.at] then fail(source, self:token()[2], "something stands behind the table") end
	return setmetatable({ value = value, source = source, places = self.places }, Data)
end

return data
