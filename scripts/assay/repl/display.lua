--- How values are shown: engine objects and what the tools give in a way of their own, lists of records as a table in
--- the mode that `.mode` sets, everything else as assay.inspect writes it. Long output goes through a pager.

local core = require "assay.core"
local counted = require "assay.counted"
local escape = require "assay.report.escape"
local host = require "assay.host"
local inspect = require "assay.inspect"
local layout = require "assay.report.layout"
local rows = require "assay.report.rows"
local terminal = require "assay.terminal"

local display = {}

local ROWS = 40 -- of a table that are shown at once

display.MODES = { "box", "csv", "json", "jsonl", "md", "tsv" }

local Display = {}
Display.__index = Display

--- Text that shows as it is.
local Text = { __name = "text", __tostring = function(self) return self.text end }

---@param text string
---@return table value that shows as the text
function display.text(text) return setmetatable({ text = (text:gsub("\n+$", "")) }, Text) end

--- Something to write to that gives its text.
function display.sink()
	local parts = {}
	return { write = function(_, ...)
		for i = 1, select("#", ...) do parts[#parts + 1] = (select(i, ...)) end
	end, text = function() return table.concat(parts) end }
end

--- Marks a table as one of a kind that shows in a way of its own.
function display.kind(name, value) return setmetatable(value, { __name = name }) end

---@param interactive boolean the output is a terminal
---@return table display with :print(value), :render(value)
function display.new(interactive)
	return setmetatable({
		interactive = interactive, mode = interactive and "box" or "tsv", pager = interactive,
		colour = interactive and terminal.colour(1) or false,
	}, Display)
end

--- Columns to write in.
function Display:width() return self.interactive and (host.width(1)) or 100 end

--- The text in an SGR style, on a terminal with colour.
function Display:styled(text, code) return self.colour and ("\27[%sm%s\27[0m"):format(code, text) or text end

local function is_scalar(value)
	return type(value) ~= "table" or getmetatable(value) ~= nil or next(value) == nil
end

local function is_record(value)
	if type(value) ~= "table" or getmetatable(value) or next(value) == nil then return false end
	for key, item in next, value do
		if type(key) ~= "string" or not is_scalar(item) then return false end
	end
	return true
end

--- Whether the value is a list of flat records; looks at the first ones.
local function is_table_of_records(value)
	local count = type(value) == "table" and rawlen(value) or 0
	for i = 1, math.min(count, ROWS) do
		if not is_record(rawget(value, i)) then return false end
	end
	return count > 0
end

--- A list of records in a mode; what a person reads is cut, what a program reads is whole.
function Display:records(list, mode)
	local shown = list
	if mode == "box" and #list > ROWS then shown = table.move(list, 1, ROWS, 1, {}) end
	local text = rows[mode](shown, rows.columns(shown), self:width())
	if #shown == #list then return text end
	return ("%s\n… %d more of %d (.mode csv shows all)"):format(text, #list - #shown, #list)
end

--- Ways of single kinds: the metatable's name → function(display, value).
local KIND = {}

KIND["assay.article"] = function(self, article)
	local meta, count = article:meta(), 0
	for _ in article:sentences() do count = count + 1 end
	local about = {}
	for _, key in ipairs { "outlet", "published", "title" } do about[#about + 1] = meta[key] and tostring(meta[key]) end
	local head = ("article %s%s: %s, %d bytes"):format(tostring(meta.id or "?"),
		#about > 0 and " (" .. table.concat(about, ", ") .. ")" or "", counted(count, "sentence"), #article:text())
	local start = escape.terminal(article:text():sub(1, 4 * self:width())):gsub("%s+", " ")
	return self:styled(head, "1") .. "\n" .. (layout.wrap(start, self:width() - 1)[1] or "") .. "…"
end

function KIND.text(_, value) return tostring(value) end

function KIND.kwic(self, lines)
	return require "assay.report.concordance".text(lines, self:width(), self.colour, ROWS)
end

function KIND.pack(_, pack)
	return ("pack %s %s: %s, %s, actors %s"):format(pack.name, pack.version, counted(#pack.rules, "rule"),
		counted(#pack.claims, "claim"), table.concat(pack.actors, ", "))
end

--- Names by what they have in common: "agree: a, b".
local function grouped(list, key, name)
	local groups, order = {}, {}
	for _, item in ipairs(list) do
		local group = item[key]
		if not groups[group] then
			groups[group] = {}
			order[#order + 1] = group
		end
		table.insert(groups[group], item[name])
	end
	table.sort(order)
	local lines = {}
	for i, group in ipairs(order) do lines[i] = group .. ": " .. table.concat(groups[group], ", ") end
	return lines
end

--- The heads of a run; its tables hold the rest.
function KIND.run(self, run)
	local list = {}
	for i, stance in ipairs(run.stances) do
		list[i] = { stance.actor, stance.stance, rows.cell(stance.score), stance.low and ("%.2f to %.2f"):format(stance.low,
			stance.high) or "", tostring(stance.articles), stance.dispute and "disputed: " .. stance.dispute or "" }
	end
	local lines = { ("%s %s over %s"):format(run.pack.name, run.pack.version, counted(#run.articles, "article")) }
	local grid = layout.grid({ "actor", "stance", "score", "interval", "articles", "" }, list, self:width())
	table.move(grid, 1, #grid, 2, lines)
	for _, text in ipairs(grouped(run.agreement.claims, "status", "claim")) do
		for _, line in ipairs(layout.wrap(text, self:width() - 1)) do lines[#lines + 1] = line end
	end
	return table.concat(lines, "\n")
end

local function is_evidence(value)
	return type(value) == "table" and value.rule and value.start and value["end"] and value.sign and value.text
end

local function evidence_text(self, value)
	local parts = { ("%s  %s %+d × %g"):format(self:styled(value.rule, "1"), tostring(value.holder or "?"), value.sign,
		value.weight or 1) }
	parts[2] = ("  “%s” [%d-%d]"):format(escape.terminal(value.text), value.start, value["end"])
	for _, key in ipairs { "state", "why", "speaker", "summary" } do
		if value[key] and value[key] ~= "live" then
			parts[#parts + 1] = ("  %s: %s"):format(key, escape.terminal(tostring(value[key])))
		end
	end
	return table.concat(parts, "\n")
end

local function kind_of(value)
	local meta = debug.getmetatable(value)
	return type(meta) == "table" and rawget(meta, "__name")
end

--- The text of a value.
---@return string
function Display:render(value)
	local render = KIND[kind_of(value) or ""]
	local machine = self.mode == "csv" or self.mode:find "json" or self.mode == "md"
	if kind_of(value) == "kwic" and (machine or not self.interactive and self.mode == "tsv") then render = nil end
	if render then return (render(self, value):gsub("\n+$", "")) end
	if kind_of(value) == "kwic" and #value > 0 or is_table_of_records(value) then
		return self:records(value, self.mode)
	end
	if is_evidence(value) and not machine then return evidence_text(self, value) end
	if self.mode:find "^json" and type(value) == "table" and not kind_of(value) then
		local fine, text = pcall(core.json.encode, value)
		if fine and text then return text end
	end
	return inspect(value, self:width() - 2)
end

local function count_lines(text)
	local _, breaks = text:gsub("\n", "")
	return breaks + 1
end

--- Writes a text, through the pager where it is taller than the terminal.
function Display:write(text)
	local _, height = host.width(1)
	if not (self.pager and count_lines(text) >= height) then
		io.stdout:write(text, "\n")
		return
	end
	io.stdout:flush()
	local pager = os.getenv "PAGER"
	local pipe = io.popen(pager and pager ~= "" and pager or "less -FRX", "w")
	if not pipe then return io.stdout:write(text, "\n") end
	pipe:write(text, "\n")
	pipe:close()
	if host.interrupted() then host.go_on() end
end

--- Shows a value.
function Display:print(value) self:write(self:render(value)) end

return display
