--- Where something of a pack file stands in its source: for messages with file, line, column and the line itself.
---
--- A table that came out of a file is found again by what it holds: the constructor whose fields are its fields and
--- whose literals are its values. So rules need no wrapper that notes the line, and a field has a place of its own.

local lpeg = require "lpeg"
local source = require "assay.source"

local place = {}

local P, R, S, C, Cb, Cc, Cg, Cmt, Cp, Ct = lpeg.P, lpeg.R, lpeg.S, lpeg.C, lpeg.Cb, lpeg.Cc, lpeg.Cg, lpeg.Cmt,
	lpeg.Cp, lpeg.Ct

local OPENS = { ["function"] = true, ["if"] = true, ["do"] = true, ["repeat"] = true, ["("] = true, ["["] = true }
local CLOSES = { ["end"] = true, ["until"] = true, [")"] = true, ["]"] = true }

-- Tokens of Lua as { kind, from, text }; kind is name, string, number or mark.
local function lexer()
	local open = "[" * Cg(P "=" ^ 0, "level") * "["
	local close = Cmt("]" * C(P "=" ^ 0) * "]" * Cb "level", function(_, _, a, b) return a == b end)
	local long = open * (P(1) - close) ^ 0 * close / 0
	local skip = (S " \t\r\n" + P "--" * long + P "--" * (P(1) - "\n") ^ 0) ^ 0
	local function quoted(mark) return P(mark) * ("\\" * P(1) + (1 - S("\\\n" .. mark))) ^ 0 * mark end
	local name = (R("az", "AZ") + "_") * (R("az", "AZ", "09") + "_") ^ 0
	local function token(kind, p) return Ct(Cc(kind) * Cp() * C(p)) end
	return Ct(skip * ((token("name", name) + token("string", long + quoted '"' + quoted "'")
		+ token("number", R "09" * (R("az", "AZ", "09") + ".") ^ 0) + token("mark", P ".." + S "=~<>" * "=" + 1)) * skip) ^ 0)
end

local LEXER = lexer()

local function value_of(token)
	if token.value == nil then
		local chunk = load("return " .. token[3], "=", "t", {})
		token.value = chunk and chunk()
	end
	return token.value
end

-- A constructor is { from, parent, fields = { { key, from, first token, last token }, … } }.
local function constructors(tokens)
	local list, depth = {}, 0
	local current
	local function finish(i)
		local field = current and current.field
		if field and i > field.first then
			field.last = i - 1
			current.fields[#current.fields + 1] = field
		end
	end
	local function start(i)
		local key, at
		local a, b, c, d = tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]
		if a and b and a[1] == "name" and b[3] == "=" then
			key, at = a[3], i + 2
		elseif a and d and a[3] == "[" and b[1] == "string" and c[3] == "]" and d[3] == "=" then
			key, at = value_of(b), i + 4
		else
			current.count = current.count + 1
			key, at = current.count, i
		end
		current.field = { key = key, from = a and a[2], first = at }
	end
	for i, token in ipairs(tokens) do
		local text = token[1] ~= "string" and token[3]
		if text == "{" then
			current = { from = token[2], parent = current, fields = {}, count = 0, depth = depth, first = i }
			list[#list + 1] = current
			depth = 0
			start(i + 1)
		elseif text == "}" and current then
			finish(i)
			current.last = i
			depth, current = current.depth, current.parent
		elseif current and depth == 0 and (text == "," or text == ";") then
			finish(i)
			start(i + 1)
		elseif OPENS[text] then depth = depth + 1
		elseif CLOSES[text] then depth = math.max(0, depth - 1)
		end
	end
	return list
end

local Source = {}
Source.__index = Source

--- The source of a pack file, or of a text that was read from it; nil when it cannot be read.
---@param path string
---@param text string?
function place.open(path, text)
	text = text or source.text(path)
	if not text then return nil end
	local self = setmetatable({ path = path, text = text, tokens = LEXER:match(text) or {} }, Source)
	self.constructors = constructors(self.tokens)
	self.at_token = {}
	for _, item in ipairs(self.constructors) do self.at_token[item.first] = item end
	return self
end

--- A text of which only places are asked, by bytes: its tokens are not read.
---@param path string
---@param text string
function place.plain(path, text) return setmetatable({ path = path, text = text }, Source) end

local KEYWORDS = { ["true"] = true, ["false"] = true, ["nil"] = true }

--- Whether the constructor can have given the table.
function Source:agrees(constructor, value)
	local seen = { file = true }
	for _, field in ipairs(constructor.fields) do
		local own, token = value[field.key], self.tokens[field.first]
		seen[field.key] = true
		local inner = self.at_token[field.first]
		if inner and inner.last == field.last then
			if type(own) ~= "table" or not self:agrees(inner, own) then return false end
		elseif field.first == field.last and (token[1] == "string" or token[1] == "number" or KEYWORDS[token[3]]) then
			if own ~= value_of(token) then return false end
		end
	end
	for key in pairs(value) do
		if not seen[key] then return false end
	end
	return true
end

local function is_inside(constructor, outer)
	while constructor and constructor ~= outer do constructor = constructor.parent end
	return constructor ~= nil
end

--- The constructor of the table: the last that agrees, one inside `outer` where there is any.
function Source:constructor(value, outer)
	local found
	for _, item in ipairs(self.constructors) do
		if self:agrees(item, value) and not (found and outer and is_inside(found, outer) and not is_inside(item, outer)) then
			found = item
		end
	end
	if found or not (value.id or value.name) then return found end
	for _, item in ipairs(self.constructors) do -- a table that code has completed: its name must do
		for _, field in ipairs(item.fields) do
			if (field.key == "id" or field.key == "name") and field.first == field.last
				and value_of(self.tokens[field.first]) == value[field.key] then found = item end
		end
	end
	return found
end

--- Segments { value, token } of an expression made of literals, names that stand for such, and `..`; nil if it is not.
function Source:segments(first, last, depth)
	local list = {}
	for i = first, last do
		local token = self.tokens[i]
		if token[1] == "string" then
			list[#list + 1] = { value = value_of(token), token = token }
		elseif token[1] == "name" and depth < 8 then
			local inner = self:definition(token[3], depth)
			if not inner then return nil end
			table.move(inner, 1, #inner, #list + 1, list)
		elseif token[3] ~= ".." then
			return nil
		end
	end
	return list
end

--- The segments of `name = expression`.
function Source:definition(name, depth)
	for i = 1, #self.tokens - 2 do
		if self.tokens[i][3] == name and self.tokens[i + 1][3] == "=" then
			local last = i + 2
			while self.tokens[last + 1] and self.tokens[last + 1][3] == ".." do last = last + 2 end
			return self.tokens[last] and self:segments(i + 2, last, depth + 1)
		end
	end
end

local UNITS = { "^\\z%s*", "^\\x%x%x", "^\\%d%d?%d?", "^\\u%b{}", "^\\\r\n", "^\\." }

--- Position in the source of byte `at` of a string literal's value.
local function inside(token, at)
	local text = token[3]
	local long = text:match "^%[=*%[\r?\n?"
	if long then return token[2] + #long + at - 1 end
	local i, count = 2, 0
	while i < #text do
		local unit
		for _, form in ipairs(UNITS) do unit = unit or text:match(form, i) end
		unit = unit or text:sub(i, i)
		local size = #unit > 1 and #(load("return \"" .. unit .. "\"", "=", "t", {})() or "") or 1
		if count + size >= at then break end
		i, count = i + #unit, count + size
	end
	return token[2] + i - 1
end

--- Position of byte `at` of the string that the expression gives; its start when that cannot be told.
function Source:in_string(first, last, value, at)
	local segments, whole = self:segments(first, last, 0), {}
	for i, segment in ipairs(segments or {}) do whole[i] = tostring(segment.value) end
	if not segments or table.concat(whole) ~= value then return self.tokens[first][2] end
	for i, segment in ipairs(segments) do
		if at <= #whole[i] or i == #segments then return inside(segment.token, at) end
		at = at - #whole[i]
	end
	return self.tokens[first][2]
end

--- Position of what `path` leads to, as deep as it can be told: keys, one below the other.
---@param value table of the file
---@param path any[] keys; a key that the table has not got stands for the table
---@param at integer? byte of the string that the path leads to
function Source:position(value, path, at)
	local constructor = self:constructor(value)
	local from = constructor and constructor.from
	for _, key in ipairs(path) do
		local field
		for _, candidate in ipairs(constructor and constructor.fields or {}) do
			if candidate.key == key then field = candidate end
		end
		if not field then return from end
		from, value = field.from, value[key]
		if type(value) == "string" then return at and self:in_string(field.first, field.last, value, at) or from end
		if type(value) ~= "table" then return from end
		local inner = self.at_token[field.first]
		constructor = inner and inner.last == field.last and inner or self:constructor(value, constructor)
		if constructor and not inner then from = constructor.from end
	end
	return from
end

--- Position of byte `at` of a string literal with that value, wherever it stands; nil if there is none.
function Source:literal(value, at)
	for _, token in ipairs(self.tokens) do
		if token[1] == "string" and value_of(token) == value then return inside(token, at or 1) end
	end
end

--- Line and column (both 1-based, in bytes) of a position.
function Source:line(position)
	local before = self.text:sub(1, position - 1)
	local _, breaks = before:gsub("\n", "")
	return breaks + 1, position - #(before:match "^.*\n" or "")
end

--- `file:line:column: message`, the line, and a caret under the column.
---@param position integer? byte of the text; nil: the first
function Source:describe(position, message)
	local line, column = self:line(position or 1)
	local text = self.text:match("^[^\r\n]*", (position or 1) - column + 1)
	local before = text:sub(1, column - 1)
	local indent = before:match "^%s*"
	local width = utf8.len(before, #indent + 1) or #before - #indent
	return ("%s:%d:%d: %s\n    %s\n    %s^"):format(self.path, line, column, message,
		text:sub(#indent + 1):gsub("[%c]", " "), (" "):rep(width))
end

return place
