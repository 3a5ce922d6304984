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
---@param text string
---@param width integer
---@return string
function layout.pad(text, width)
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
    for column, width in ipairs(widths) do parts[column] = layout.pad(cells[column][level] or "", width) end
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

-- What charts are drawn with: `bar` a bar's last cell by eighths, `heat` shares, `spark` counts, each from little to
-- much. ASCII has fewer steps.
local SIGNS = {
  unicode = {
    line = "─", low = "├", middle = "┼", high = "┤", interval = "━", score = "●", silent = "·", dispute = "≠",
    bar = { "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█" }, heat = { "░", "▒", "▓", "█" },
    spark = { "▁", "▂", "▃", "▅", "▇" }, none = " ",
  },
  ascii = {
    line = "-", low = "|", middle = "|", high = "|", interval = "=", score = "O", silent = ".", dispute = "!",
    bar = { "#" }, heat = { ".", ":", "+", "#" }, spark = { "1", "2", "3", "4", "5" }, none = "-",
  },
}

--- The signs of charts.
---@param ascii boolean|nil
---@return table signs
function layout.signs(ascii)
  return ascii and SIGNS.ascii or SIGNS.unicode
end

--- The scale from -1 to +1 as one line: the ends and the middle, the interval, the score.
---@param score number|nil in [-1, 1]
---@param low number|nil
---@param high number|nil
---@param width integer code points, odd
---@param signs table|nil of layout.signs
---@return string line
function layout.scale(score, low, high, width, signs)
  local marks = {}
  signs = signs or SIGNS.unicode
  draw(marks, 1, width, signs.line)
  if low and high then draw(marks, column_of(low, width), column_of(high, width), signs.interval) end
  marks[1], marks[width], marks[width // 2 + 1] = signs.low, signs.high, signs.middle
  if score then marks[column_of(score, width)] = signs.score end
  return table.concat(marks)
end

--- A bar of a share of `width`, its last cell by eighths where the signs have them.
---@param share number in [0, 1]
---@param width integer code points
---@param signs table of layout.signs
---@return string
function layout.bar(share, width, signs)
  local steps = #signs.bar
  local filled = math.floor(share * width * steps + 0.5)
  if share > 0 then filled = math.max(1, filled) end
  local rest = filled % steps
  return signs.bar[steps]:rep(filled // steps) .. (rest > 0 and signs.bar[rest] or "")
end

--- A sign for a share, from little to much.
---@param steps string[]
---@param share number in [0, 1]
---@return string
function layout.step(steps, share)
  return steps[math.max(1, math.min(#steps, math.ceil(share * #steps)))]
end

-- Marks that the report itself writes, and what stands for them in ASCII; each is one sign wide.
local ASCII = {
  ["‹"] = "<", ["›"] = ">", ["“"] = '"', ["”"] = '"', ["‘"] = "'", ["’"] = "'", ["–"] = "-", ["—"] = "-", ["−"] = "-",
  ["·"] = ".", ["λ"] = "L", ["…"] = "~",
}

--- Text with typographic marks in ASCII; the letters of other alphabets stay.
---@param text string
---@return string
function layout.plain(text)
  return (text:gsub("[\xC2-\xF4][\x80-\xBF]+", ASCII))
end

local Writer = {}
Writer.__index = Writer

--- A page of lines no wider than `width`.
---@param width integer code points
---@param colour boolean bold headings by ANSI codes, which take no width
---@param ascii boolean|nil typographic marks in ASCII
---@return table writer with methods line, exact, heading, strong, rows, blank, text
function layout.writer(width, colour, ascii)
  return setmetatable({ lines = {}, width = width, colour = colour, ascii = ascii }, Writer)
end

--- One line of a chart as it is; it must be safe and fit.
function Writer:exact(line)
  self.lines[#self.lines + 1] = (line:gsub(" +$", ""))
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
  local text = table.concat(self.lines, "\n") .. "\n"
  return self.ascii and layout.plain(text) or text
end

return layout
