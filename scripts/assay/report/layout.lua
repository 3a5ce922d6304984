--- Lines of a fixed width for a terminal. Widths count code points; every string is made safe for the terminal here.

local escape = require "assay.report.escape"

local layout = {}

local MIN_COLUMN = 8
local GAP = "  "

local function width_of(text)
  return utf8.len(text)
end

--- Cuts a word that is wider than `width` into pieces of that width.
local function pieces(word, width)
  local list = {}
  while width_of(word) > width do
    local cut = utf8.offset(word, width + 1)
    list[#list + 1] = word:sub(1, cut - 1)
    word = word:sub(cut)
  end
  list[#list + 1] = word
  return list
end

local function add_word(lines, word, width)
  local line = lines[#lines]
  if line == "" then
    lines[#lines] = word
  elseif width_of(line) + 1 + width_of(word) <= width then
    lines[#lines] = line .. " " .. word
  else
    lines[#lines + 1] = word
  end
end

--- Breaks text at white space into lines of at most `width` code points; a longer word is cut.
---@param text string any bytes; hidden characters are made visible
---@param width integer code points, at least 1
---@return string[] lines at least one
function layout.wrap(text, width)
  local lines = { "" }
  for word in escape.terminal(text):gmatch("[^ ]+") do
    for _, piece in ipairs(pieces(word, width)) do add_word(lines, piece, width) end
  end
  return lines
end

--- Pads text on the right to `width` code points.
local function pad(text, width)
  return text .. (" "):rep(width - width_of(text))
end

local function natural_widths(headers, rows)
  local widths = {}
  for column, header in ipairs(headers) do
    widths[column] = math.max(1, width_of(escape.terminal(header)))
    for _, row in ipairs(rows) do
      widths[column] = math.max(widths[column], width_of(escape.terminal(row[column])))
    end
  end
  return widths
end

local function sum(numbers)
  local total = 0
  for _, number in ipairs(numbers) do total = total + number end
  return total
end

local function widest(widths)
  local best = 1
  for column, width in ipairs(widths) do
    if width > widths[best] then best = column end
  end
  return best
end

--- Narrows the widest columns until the row fits; nil when that would leave a column too narrow to read.
local function fit(widths, width)
  local room = width - #GAP * (#widths - 1)
  while sum(widths) > room do
    local column = widest(widths)
    if widths[column] <= MIN_COLUMN then return nil end
    widths[column] = widths[column] - 1
  end
  return widths
end

local function add_row(lines, row, widths)
  local cells, height = {}, 0
  for column, width in ipairs(widths) do
    cells[column] = layout.wrap(row[column], width)
    height = math.max(height, #cells[column])
  end
  for level = 1, height do
    local parts = {}
    for column, width in ipairs(widths) do parts[column] = pad(cells[column][level] or "", width) end
    lines[#lines + 1] = (table.concat(parts, GAP):gsub(" +$", ""))
  end
end

--- A table too wide for the page, as one list item per row.
local function listed(headers, rows, width)
  local lines = {}
  for _, row in ipairs(rows) do
    for column, header in ipairs(headers) do
      local label = header ~= "" and header .. ": " or ""
      for _, line in ipairs(layout.wrap(label .. row[column], width)) do lines[#lines + 1] = line end
    end
    lines[#lines + 1] = ""
  end
  return lines
end

--- A table with a header row; as a list where `width` is too small for its columns.
---@param headers string[]
---@param rows string[][] one string per column
---@param width integer code points
---@return string[] lines
function layout.grid(headers, rows, width)
  local widths = fit(natural_widths(headers, rows), width)
  if not widths then return listed(headers, rows, width) end
  local lines, rule = {}, {}
  for column, size in ipairs(widths) do rule[column] = ("-"):rep(size) end
  add_row(lines, headers, widths)
  add_row(lines, rule, widths)
  for _, row in ipairs(rows) do add_row(lines, row, widths) end
  return lines
end

local function column_of(score, width)
  local clamped = math.max(-1, math.min(1, score))
  return math.floor((clamped + 1) / 2 * (width - 1) + 0.5) + 1
end

local function draw(marks, from, to, mark)
  for column = from, to do marks[column] = mark end
end

--- The scale from -1 to +1 as one line: `|` the ends and the middle, `=` the interval, `O` the score.
---@param score number|nil in [-1, 1]
---@param low number|nil
---@param high number|nil
---@param width integer code points, odd
---@return string line
function layout.scale(score, low, high, width)
  local marks = {}
  draw(marks, 1, width, "-")
  if low and high then draw(marks, column_of(low, width), column_of(high, width), "=") end
  marks[1], marks[width], marks[width // 2 + 1] = "|", "|", "|"
  if score then marks[column_of(score, width)] = "O" end
  return table.concat(marks)
end

local Writer = {}
Writer.__index = Writer

--- A page of lines no wider than `width`.
---@param width integer code points
---@param colour boolean bold headings by ANSI codes, which take no width
---@return table writer with methods line, heading, strong, rows, blank, text
function layout.writer(width, colour)
  return setmetatable({ lines = {}, width = width, colour = colour }, Writer)
end

function Writer:styled(text, indent)
  for _, line in ipairs(layout.wrap(text, self.width - indent)) do
    local shown = self.colour and line ~= "" and "\27[1m" .. line .. "\27[0m" or line
    self.lines[#self.lines + 1] = (" "):rep(indent) .. shown
  end
end

--- Text wrapped under `indent` columns, further lines under `hang` more; `lead` opens the first line and the others
--- stand under its end, unless it takes more than a third of the width.
function Writer:line(indent, text, lead, hang)
  lead, hang = escape.terminal(lead or ""), hang or 0
  if width_of(lead) > self.width // 3 then lead, text, hang = "", lead .. text, hang + 2 end
  hang = hang + width_of(lead)
  for index, line in ipairs(layout.wrap(text, math.max(1, self.width - indent - hang))) do
    local start = index == 1 and lead or (" "):rep(hang)
    self.lines[#self.lines + 1] = (((" "):rep(indent) .. start .. line):gsub(" +$", ""))
  end
end

function Writer:heading(text)
  self:blank()
  self:styled(text:upper(), 0)
end

function Writer:strong(indent, text)
  self:styled(text, indent)
end

function Writer:rows(indent, headers, rows)
  for _, line in ipairs(layout.grid(headers, rows, self.width - indent)) do
    self.lines[#self.lines + 1] = line == "" and "" or (" "):rep(indent) .. line
  end
end

--- One empty line, never two in a row and none at the top.
function Writer:blank()
  if #self.lines > 0 and self.lines[#self.lines] ~= "" then self.lines[#self.lines + 1] = "" end
end

function Writer:text()
  return table.concat(self.lines, "\n") .. "\n"
end

return layout
