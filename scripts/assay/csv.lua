--- Comma-separated values after RFC 4180, but with plain line feeds; safe to open in a spreadsheet: a text that would
--- be taken for a formula there (it begins with = + - @, a tab or a carriage return) has an apostrophe before it, which
--- reading takes off.

local csv = {}

local FORMULA = "^'*[=+@\t\r-]"

local function cell(value, special)
	if value == nil then return "" end
	if math.type(value) == "float" then
		local brief = ("%.14g"):format(value)
		return tonumber(brief) == value and brief or ("%.17g"):format(value)
	end
	if type(value) ~= "string" then return tostring(value) end
	if value:find(FORMULA) then value = "'" .. value end
	if value:find(special) or value:find "^%s" or value:find "%s$" then
		return '"' .. value:gsub('"', '""') .. '"'
	end
	return value
end

--- One line.
---@param cells table strings, numbers or booleans at 1 to n; nil is an empty cell
---@param n integer
---@param separator string? "," by default
---@return string line with its end
function csv.line(cells, n, separator)
	separator = separator or ","
	local special, out = "[\"\r\n" .. separator .. "]", {}
	for i = 1, n do out[i] = cell(cells[i], special) end
	return table.concat(out, separator) .. "\n"
end

--- The line of a row by its columns.
---@param row table by column
---@param columns string[]
---@param separator string?
---@return string line
function csv.row(row, columns, separator)
	local cells = {}
	for i, column in ipairs(columns) do cells[i] = row[column] end
	return csv.line(cells, #columns, separator)
end

local function unguarded(text)
	return text:find("^'" .. FORMULA:sub(2)) and text:sub(2) or text
end

--- The quoted cell that begins at `at`: its text, the place behind it, the line breaks in it; nil when it has no end.
local function quoted(bytes, at)
	local from, parts = at + 1, {}
	while true do
		local mark = bytes:find('"', from, true)
		if not mark then return nil end
		parts[#parts + 1] = bytes:sub(from, mark - 1)
		if bytes:byte(mark + 1) ~= 34 then
			local text = table.concat(parts)
			local _, breaks = text:gsub("\n", "")
			return text, mark + 1, breaks
		end
		parts[#parts + 1] = '"'
		from = mark + 2
	end
end

--- The cells of the record that begins at `at`, the place of the next one, the line breaks in it; nil, message.
local function record(bytes, at, separator)
	local cells, breaks, plain = {}, 1, "[\r\n" .. separator .. "]"
	while true do
		local text, more
		if bytes:byte(at) == 34 then
			text, at, more = quoted(bytes, at)
			if not text then return nil, "a quotation mark without its end" end
			breaks = breaks + more
		else
			local stop = bytes:find(plain, at) or #bytes + 1
			text, at = bytes:sub(at, stop - 1), stop
		end
		cells[#cells + 1] = unguarded(text)
		if at > #bytes then return cells, at, breaks end
		local _, stop = bytes:find("^\r?\n", at)
		if stop then return cells, stop + 1, breaks end
		if bytes:sub(at, at) ~= separator then return nil, "text behind a closing quotation mark" end
		at = at + 1
	end
end

--- Whichever of comma, semicolon and tab comes first in the header line.
local function separator_of(bytes)
	local header = bytes:match "^[^\r\n]*":gsub('"[^"]*"', "")
	return header:match "[,;\t]" or ","
end

--- Reads a table with a header line; the separator is the one that the header shows.
---@param bytes string
---@return table? rows each { line = integer, COLUMN = text, … } without empty cells; .columns lists the names
---@return integer? line where it is malformed
---@return string? message
function csv.read(bytes)
	bytes = bytes:gsub("^\xEF\xBB\xBF", "")
	local separator, rows, at, line = separator_of(bytes), {}, 1, 1
	while at <= #bytes do
		local cells, next_at, breaks = record(bytes, at, separator)
		if not cells then return nil, line, next_at end
		if not rows.columns then
			rows.columns = cells
		elseif #cells > 1 or cells[1] ~= "" then
			if #cells ~= #rows.columns then
				return nil, line, ("%d cells where the header has %d"):format(#cells, #rows.columns)
			end
			local row = { line = line }
			for i, name in ipairs(rows.columns) do row[name] = cells[i] ~= "" and cells[i] or nil end
			rows[#rows + 1] = row
		end
		at, line = next_at, line + breaks
	end
	if not rows.columns then return nil, 1, "no header line" end
	return rows
end

return csv
