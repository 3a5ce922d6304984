--- Words in their context: every label and every piece of evidence with what stands before and after it.

local spans = require "assay.report.spans"
local view = require "assay.report.view"

local kwic = {}

local SIDE = 56 -- bytes of context on either side
local HIT = 96  -- bytes of the words themselves

---@class AssayKwicGroup
---@field kind string "label", "rule" (of a stance) or "claim"
---@field key string the label's term, the rule's name
---@field rows {item: AssayArticleView, start: integer, stop: integer, left: string, hit: string, right: string,
---  voice: string|nil}[]

local function one_line(text)
  return (text:gsub("%s+", " "))
end

--- The bytes before `start` in the same paragraph, at most SIDE of them, from the start of a word on.
local function left_of(text, start, first)
  local from = view.snap(text, math.max(first, start - SIDE))
  local bytes = text:sub(from + 1, start)
  return one_line(from > first and bytes:match "^%S*%s+(.*)$" or bytes)
end

local function right_of(text, stop, last)
  local to = view.snap(text, math.min(last, stop + SIDE))
  local bytes = text:sub(stop + 1, to)
  return one_line(to < last and bytes:match "^(.*%s)%S*$" or bytes)
end

--- One row; nil where the text is missing or the range lies outside it.
local function row(item, start, stop, voice)
  local text = item.text and item.text.text
  if not text or not start or not stop or start < 0 or stop > #text or start >= stop then return nil end
  start, stop = view.snap(text, start), math.max(view.snap(text, stop), view.snap(text, start) + 1)
  local paragraph = spans.paragraph_at(item, start)
  return { item = item, start = start, stop = stop, voice = voice, left = left_of(text, start, paragraph.start),
    hit = one_line(view.cut(text:sub(start + 1, stop), HIT)),
    right = right_of(text, stop, math.max(stop, paragraph.stop)) }
end

local Index = {}
Index.__index = Index

function Index:add(kind, key, made)
  if not made then return end
  local name = kind .. "\0" .. key
  local group = self.groups[name]
  if not group then
    group = { kind = kind, key = key, rows = {}, seen = {} }
    self.groups[name], self.list[#self.list + 1] = group, group
  end
  local place = made.item.id .. "\0" .. made.start .. ":" .. made.stop
  if group.seen[place] then return end
  group.seen[place], group.rows[#group.rows + 1] = true, made
end

local function add_article(index, item)
  for _, label in ipairs(item.article.labels or {}) do
    for _, span in ipairs(label.spans or {}) do
      index:add("label", view.value(label.term), row(item, span[1], span[2], view.name(label.voice)))
    end
  end
  for name, kind in pairs { stances = "rule", claims = "claim" } do
    for _, record in ipairs(item.article[name] or {}) do
      for _, evidence in ipairs(record.evidence or {}) do
        index:add(kind, view.value(evidence.rule), row(item, evidence.start, evidence["end"]))
      end
    end
  end
end

--- The claims, the labels, then the rules, each by name; within one, by article and place.
---@param articles AssayArticleView[] with their `text`
---@return AssayKwicGroup[]
function kwic.groups(articles)
  local index = setmetatable({ groups = {}, list = {} }, Index)
  local order = {}
  for position, item in ipairs(articles) do
    order[item.id] = position
    add_article(index, item)
  end
  table.sort(index.list, function(a, b)
    if a.kind ~= b.kind then return a.kind < b.kind end
    return a.key < b.key
  end)
  for _, group in ipairs(index.list) do
    table.sort(group.rows, function(a, b)
      if a.item ~= b.item then return order[a.item.id] < order[b.item.id] end
      if a.start ~= b.start then return a.start < b.start end
      return a.stop < b.stop
    end)
  end
  return index.list
end

return kwic
