--- How the engine reads an article, for a terminal: a sentence per line with its marks, below it who says what and
--- under which context. A pure function from the records of `assay show` to a string.

local escape = require "assay.report.escape"
local layout = require "assay.report.layout"
local view = require "assay.report.view"

local reading = {}

local DEPTH = 16      -- marks around one place; deeper ones are not shown
local EXCERPT = 72    -- bytes of a content or scope in the lines below a sentence
local MIN_ROOM = 24   -- columns that a sentence keeps where the terminal is narrow
local RESET = "\27[0m"

--- What is marked, in the order of the legend: SGR codes, and the signs that stand for them without colour.
local STYLES = {
  name = { code = "36", open = "[", close = "]" },
  description = { code = "2;36", open = "=", close = "=" },
  speaker = { code = "1;32", open = "<", close = ">" },
  cue = { code = "33", open = "_", close = "_" },
  content = { code = "4", open = "{", close = "}" },
  quoted = { code = "4;94", open = "{", close = "}" },
  context = { code = "1;35", open = "*", close = "*" },
  number = { code = "34", open = "#", close = "#" },
  clause = { code = "2", open = "(", close = ")" },
  token = { code = "2", open = "", close = "|" },
  evidence = { code = "1;4", open = "‹", close = "›" },
}
local ORDER = { "clause", "content", "quoted", "speaker", "description", "name", "cue", "context", "number", "token",
  "evidence" }

--- The styles that a layer brings in, as the legend names them.
local LEGEND = {
  mentions = { { "name", "name" } },
  descriptions = { { "description", "description" } },
  quotes = { { "speaker", "speaker" }, { "cue", "cue" }, { "content", "content" }, { "quoted", "words quoted" } },
  context = { { "context", "cue of a context" } },
  numbers = { { "number", "number" } },
  clauses = { { "clause", "clause" } },
  tokens = { { "token", "token" } },
}

local Page = {}
Page.__index = Page

function Page:mark(style, start, stop)
  if type(start) ~= "number" or type(stop) ~= "number" or stop <= start then return end
  local from, to = view.snap(self.text, start), view.snap(self.text, stop)
  if to > from then self.marks[#self.marks + 1] = { style = style, start = from, stop = to } end
end

local ADD = {
  mentions = function(page, record) page:mark("name", record.start, record["end"]) end,
  descriptions = function(page, record) page:mark("description", record.start, record["end"]) end,
  numbers = function(page, record) page:mark("number", record.start, record["end"]) end,
  tokens = function(page, record) page:mark("token", record.start, record["end"]) end,
  clauses = function(page, record)
    if record.kind ~= "main" then page:mark("clause", record.start, record["end"]) end
  end,
  context = function(page, record) page:mark("context", record.cue[1], record.cue[2]) end,
  evidence = function(page, record) page:mark("evidence", record.start, record["end"]) end,
  quotes = function(page, record)
    local style = (record.kind == "direct" or record.kind == "scare" or record.partial) and "quoted" or "content"
    local parts = record.parts or { { record.start, record["end"] } }
    for _, part in ipairs(parts) do page:mark(style, part[1], part[2]) end
    if record.speaker then page:mark("speaker", record.speaker.start, record.speaker["end"]) end
    if record.cue then page:mark("cue", record.cue.start, record.cue["end"]) end
  end,
}

--- Outer marks first, so that they open first and close last.
local function before(a, b)
  if a.start ~= b.start then return a.start < b.start end
  if a.stop ~= b.stop then return a.stop > b.stop end
  return a.rank < b.rank
end

--- The marks in order, each once.
local function ranked(marks)
  local rank, list, last = {}, {}, {}
  for i, style in ipairs(ORDER) do rank[style] = i end
  for _, mark in ipairs(marks) do mark.rank = rank[mark.style] end
  table.sort(marks, before)
  for _, mark in ipairs(marks) do
    if mark.start ~= last.start or mark.stop ~= last.stop or mark.style ~= last.style then list[#list + 1] = mark end
    last = mark
  end
  return list
end

--- The marks that reach into a sentence, cut to it; sentences are asked for in order.
function Page:marks_in(sentence)
  local list, open = {}, {}
  while self.marks[self.next] and self.marks[self.next].start < sentence["end"] do
    self.open[#self.open + 1] = self.marks[self.next]
    self.next = self.next + 1
  end
  for _, mark in ipairs(self.open) do
    local start, stop = math.max(mark.start, sentence.start), math.min(mark.stop, sentence["end"])
    if stop > start then list[#list + 1] = { style = mark.style, start = start, stop = stop, rank = mark.rank } end
    if mark.stop > sentence["end"] and #open < DEPTH then open[#open + 1] = mark end
  end
  self.open = open
  table.sort(list, before)
  return list
end

local function cut_points(sentence, marks)
  local seen, points = {}, { sentence.start, sentence["end"] }
  for _, mark in ipairs(marks) do
    points[#points + 1], points[#points + 2] = mark.start, mark.stop
  end
  table.sort(points)
  local unique = {}
  for _, point in ipairs(points) do
    if not seen[point] then unique[#unique + 1], seen[point] = point, true end
  end
  return unique
end

--- Pieces { text =, codes = } of a sentence: with colour the codes of all marks around them, without it their signs.
function Page:pieces(sentence, marks)
  local pieces, open, next_mark = {}, {}, 1
  local points = cut_points(sentence, marks)
  local function add(text, codes) pieces[#pieces + 1] = { text = text, codes = codes } end
  local function close_until(point)
    for i = #open, 1, -1 do
      if open[i].stop <= point then
        if not self.colour then add(STYLES[open[i].style].close) end
        table.remove(open, i)
      end
    end
  end
  local function codes()
    local list = {}
    for _, mark in ipairs(open) do list[#list + 1] = STYLES[mark.style].code end
    return self.colour and #list > 0 and table.concat(list, ";") or nil
  end
  for i, point in ipairs(points) do
    close_until(point)
    while marks[next_mark] and marks[next_mark].start == point do
      if #open < DEPTH then
        open[#open + 1] = marks[next_mark]
        if not self.colour then add(STYLES[marks[next_mark].style].open) end
      end
      next_mark = next_mark + 1
    end
    if points[i + 1] then add(escape.terminal(self.text:sub(point + 1, points[i + 1])), codes()) end
  end
  return pieces
end

--- Words { width =, text = } out of pieces; a word wider than the line is cut.
local function words_of(pieces, room)
  local words, parts, width = {}, {}, 0
  local function finish()
    if width > 0 then words[#words + 1] = { text = table.concat(parts), width = width } end
    parts, width = {}, 0
  end
  local function add(text, codes)
    local length = utf8.len(text)
    if width + length > room then finish() end
    parts[#parts + 1] = codes and "\27[" .. codes .. "m" .. text .. RESET or text
    width = width + length
  end
  for _, piece in ipairs(pieces) do
    for space, word in piece.text:gmatch "( *)([^ ]*)" do
      if space ~= "" then finish() end
      while utf8.len(word) > room do
        local cut = utf8.offset(word, room + 1)
        add(word:sub(1, cut - 1), piece.codes)
        word = word:sub(cut)
      end
      if word ~= "" then add(word, piece.codes) end
    end
  end
  finish()
  return words
end

local function fill(words, room)
  local lines, line, width = {}, {}, 0
  for _, word in ipairs(words) do
    if width > 0 and width + 1 + word.width > room then
      lines[#lines + 1] = table.concat(line, " ")
      line, width = {}, 0
    end
    line[#line + 1] = word.text
    width = width + (width > 0 and 1 or 0) + word.width
  end
  lines[#lines + 1] = table.concat(line, " ")
  return lines
end

function Page:excerpt(record)
  local from, to = view.snap(self.text, record.start), view.snap(self.text, record["end"])
  return (view.cut(self.text:sub(from + 1, to), EXCERPT):gsub("%s+", " "))
end

local function who(record)
  local speaker = record.speaker
  if not speaker then return "unknown" end
  local entity = speaker.entity or speaker.side
  local name = entity and entity ~= speaker.text and ("%s (%s)"):format(speaker.text, entity) or speaker.text
  return name
end

--- "the envoy (Egypt), via Reuters, indirect: the plan would hold"
local function quote_line(page, record)
  local via = record.via and #record.via > 0 and ", via " .. table.concat(record.via, ", ") or ""
  return ("%s%s, %s: %s"):format(who(record), via, record.kind, page:excerpt(record))
end

local function context_line(page, record)
  local cue = page.text:sub(view.snap(page.text, record.cue[1]) + 1, view.snap(page.text, record.cue[2]))
  return ("%s (%s): %s"):format(record.axis, (cue:gsub("%s+", " ")), page:excerpt(record))
end

function Page:indented(gutter, lead, text, code)
  local room = math.max(MIN_ROOM, self.width - gutter - #lead)
  for i, line in ipairs(layout.wrap(text, room)) do
    if self.colour then line = "\27[" .. code .. "m" .. line .. RESET end
    self.out[#self.out + 1] = (" "):rep(gutter) .. (i == 1 and lead or (" "):rep(#lead)) .. line
  end
end

function Page:sentence(record)
  local label = ("%4d %-8s "):format(record.n or 0, escape.terminal(tostring(record.kind or "")))
  local gutter = #label
  local room = math.max(MIN_ROOM, self.width - gutter)
  local lines = fill(words_of(self:pieces(record, self:marks_in(record)), room), room)
  for i, line in ipairs(lines) do self.out[#self.out + 1] = (i == 1 and label or (" "):rep(gutter)) .. line end
  for _, quote in ipairs(self.quotes[record.n] or {}) do
    if quote.kind ~= "scare" then self:indented(gutter, "> ", quote_line(self, quote), "32") end
  end
  for _, item in ipairs(self.evidence[record.n] or {}) do
    self:indented(gutter, ("%d. "):format(item.number), item.label .. " “" .. self:excerpt(item) .. "”", "1")
  end
  for _, scope in ipairs(self.contexts[record.n] or {}) do
    self:indented(gutter, "~ ", context_line(self, scope), "35")
  end
end

--- Records by the number of the sentence in which `at` of them lies.
local function by_sentence(sentences, records, at)
  local map, s = {}, 1
  local sorted = table.move(records, 1, #records, 1, {})
  table.sort(sorted, function(a, b)
    if at(a) ~= at(b) then return at(a) < at(b) end
    return (a.n or 0) < (b.n or 0)
  end)
  for _, record in ipairs(sorted) do
    while sentences[s + 1] and sentences[s + 1].start <= at(record) do s = s + 1 end
    local n = sentences[s] and sentences[s].n
    if n then
      map[n] = map[n] or {}
      table.insert(map[n], record)
    end
  end
  return map
end

local function grouped(records)
  local groups = {}
  for layer in pairs(ADD) do groups[layer] = {} end
  groups.sentences = {}
  for _, record in ipairs(records) do
    local group = groups[record.layer]
    if group then group[#group + 1] = record end
  end
  return groups
end

--- What the marks mean; empty where nothing is marked.
---@param layers string[]
---@param colour boolean
---@return string
function reading.legend(layers, colour)
  local parts = {}
  for _, layer in ipairs(layers) do
    for _, entry in ipairs(LEGEND[layer] or {}) do
      local style = STYLES[entry[1]]
      if colour then
        parts[#parts + 1] = "\27[" .. style.code .. "m" .. entry[2] .. RESET
      elseif entry[1] ~= "quoted" then
        parts[#parts + 1] = style.open .. entry[2] .. style.close
      end
    end
  end
  return #parts > 0 and table.concat(parts, "  ") .. "\n" or ""
end

--- One article.
---@param id string
---@param text string the text that the records' offsets are in
---@param records table[] of `assay show`, with the layer `sentences`; and of layer `evidence`: { number, label,
---  start, end }
---@param settings { width: integer, colour: boolean }
---@return string
function reading.render(id, text, records, settings)
  local groups = grouped(records)
  local page = setmetatable({ text = text, width = settings.width, colour = settings.colour, marks = {}, next = 1,
    open = {}, out = {} }, Page)
  for layer, add in pairs(ADD) do
    for _, record in ipairs(groups[layer]) do add(page, record) end
  end
  page.marks = ranked(page.marks)
  page.quotes = by_sentence(groups.sentences, groups.quotes, function(record) return record.start end)
  page.evidence = by_sentence(groups.sentences, groups.evidence, function(record) return record.start end)
  page.contexts = by_sentence(groups.sentences, groups.context, function(record) return record.cue[1] end)
  local head = escape.terminal(id)
  page.out[1] = page.colour and "\27[1m" .. head .. RESET or "== " .. head .. " =="
  for _, record in ipairs(groups.sentences) do page:sentence(record) end
  return table.concat(page.out, "\n") .. "\n"
end

return reading
