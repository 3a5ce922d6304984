--- Evidence as numbered, possibly overlapping byte ranges of one article, and their cut into flat segments.

local view = require "assay.report.view"

local spans = {}

---@class AssayNumberedSpan
---@field n integer number in the article, from 1, in text order
---@field start integer 0-based, at a character boundary
---@field stop integer half-open, at a character boundary
---@field uses table[] what the span is evidence for: {kind=, evidence=, …}

local function key_of(evidence)
  return string.format("%s:%s", tostring(evidence.start), tostring(evidence["end"]))
end

--- The end of a range, moved past the character it falls into.
local function snap_end(text, offset)
  local start = view.snap(text, offset)
  if start == offset or offset >= #text then return math.min(offset, #text) end
  local next_start = utf8.offset(text, 2, start + 1)
  return next_start and next_start - 1 or #text
end

--- Collects what is cited as evidence; `uses` of the same byte range share one number.
local Collector = {}
Collector.__index = Collector

function Collector:add(evidence, use)
  if type(evidence.start) ~= "number" then return end
  local key = key_of(evidence)
  local span = self.by_key[key]
  if not span then
    local start, stop = evidence.start, evidence["end"] or evidence.start
    if self.text then start, stop = view.snap(self.text, start), snap_end(self.text, stop) end
    span = { start = start, stop = math.max(start, stop), uses = {}, key = key }
    self.by_key[key] = span
    self.list[#self.list + 1] = span
  end
  use.evidence = evidence
  span.uses[#span.uses + 1] = use
end

local function add_stances(collector, article)
  for _, stance in ipairs(article.stances or {}) do
    for _, evidence in ipairs(stance.evidence or {}) do
      collector:add(evidence, { kind = "stance", stance = stance })
    end
  end
end

local function add_claims(collector, article)
  for _, claim in ipairs(article.claims or {}) do
    for _, evidence in ipairs(claim.evidence or {}) do
      collector:add(evidence, { kind = "claim", claim = claim })
    end
  end
end

--- The places of the links' evidence by article.
---@param links table[]|nil the result's `dependence`
---@return table<string, {place: table, link: table}[]>
function spans.linked(links)
  local by_article = {}
  for _, link in ipairs(links or {}) do
    for _, evidence in ipairs(link.evidence or {}) do
      for _, place in ipairs(view.places(link, evidence)) do
        local id = place.article
        if id then
          by_article[id] = by_article[id] or {}
          table.insert(by_article[id], { place = place, link = link })
        end
      end
    end
  end
  return by_article
end

local function by_position(a, b)
  if a.start ~= b.start then return a.start < b.start end
  if a.stop ~= b.stop then return a.stop > b.stop end
  return a.key < b.key
end

--- Numbers everything in `article` that is evidence for something.
---@param article table the article of the result
---@param text string|nil the article's bytes; offsets are moved to character boundaries where they are at hand
---@param linked {place: table, link: table}[]|nil the article's part of `spans.linked`
---@return AssayNumberedSpan[] list in text order
---@return fun(evidence: table): integer|nil number the number of a piece of evidence
function spans.number(article, text, linked)
  local collector = setmetatable({ text = text, list = {}, by_key = {} }, Collector)
  add_stances(collector, article)
  add_claims(collector, article)
  for _, entry in ipairs(linked or {}) do collector:add(entry.place, { kind = "link", link = entry.link }) end
  table.sort(collector.list, by_position)
  for index, span in ipairs(collector.list) do span.n = index end
  return collector.list, function(evidence)
    local span = collector.by_key[key_of(evidence)]
    return span and span.n
  end
end

local function breaks_paragraph(text, before, after)
  if before.paragraph ~= nil or after.paragraph ~= nil then return before.paragraph ~= after.paragraph end
  return text:sub(before["end"] + 1, after.start):find("\n", 1, true) ~= nil
end

--- The article's paragraphs as byte ranges that together cover the whole text, each with its own sentences.
---@param text string
---@param sentences table[]|nil in order; their `paragraph` where given, else a line break between two of them
---@return {start: integer, stop: integer, sentences: table[]}[] paragraphs at least one
function spans.paragraphs(text, sentences)
  local current = { start = 0, stop = #text, sentences = {} }
  local list = { current }
  for _, sentence in ipairs(sentences or {}) do
    local before = current.sentences[#current.sentences]
    if before and breaks_paragraph(text, before, sentence) then
      current.stop = math.max(current.start, view.snap(text, sentence.start))
      current = { start = current.stop, stop = #text, sentences = {} }
      list[#list + 1] = current
    end
    current.sentences[#current.sentences + 1] = sentence
  end
  return list
end

--- The paragraph of an article that holds an offset; the paragraphs are made once, and kept in `item.paragraphs`.
---@param item table with `text`, and in it `sentences`
---@param offset integer
---@return table paragraph of spans.paragraphs
---@return integer index
function spans.paragraph_at(item, offset)
  local list = spans.paragraphs_of(item)
  local low, high = 1, #list
  while low < high do
    local middle = (low + high + 1) // 2
    if list[middle].start <= offset then low = middle else high = middle - 1 end
  end
  return list[low], low
end

--- An article's paragraphs, made once.
function spans.paragraphs_of(item)
  item.paragraphs = item.paragraphs or spans.paragraphs(item.text.text, item.text.sentences)
  return item.paragraphs
end

--- Every offset at which something begins or ends, in order, once.
local function cut_points(text, list, paragraphs)
  local seen, points = {}, {}
  local function add(offset)
    if seen[offset] then return end
    seen[offset] = true
    points[#points + 1] = offset
  end
  for _, paragraph in ipairs(paragraphs) do
    add(paragraph.start)
    for _, sentence in ipairs(paragraph.sentences) do
      add(view.snap(text, sentence.start))
      add(view.snap(text, sentence["end"]))
    end
  end
  for _, span in ipairs(list) do add(span.start) add(span.stop) end
  add(#text)
  table.sort(points)
  return points
end

local function still_open(open, offset)
  local kept = {}
  for _, span in ipairs(open) do
    if span.stop > offset then kept[#kept + 1] = span end
  end
  return kept
end

local function kind_at(paragraph, offset)
  local at = paragraph.at or 1
  while paragraph.sentences[at] and paragraph.sentences[at]["end"] <= offset do at = at + 1 end
  paragraph.at = at
  local sentence = paragraph.sentences[at]
  return sentence and sentence.start <= offset and sentence.kind or nil
end

--- Moves the spans that begin at or before `start` from the list to the open ones.
local function open_spans(state, start)
  local opens, list = {}, state.list
  state.open = still_open(state.open, start)
  while list[state.next] and list[state.next].start <= start do
    local span = list[state.next]
    opens[#opens + 1] = span
    if span.stop > start then state.open[#state.open + 1] = span end
    state.next = state.next + 1
  end
  return opens
end

local function add_segment(state, paragraphs, start, stop)
  while paragraphs[state.paragraph + 1] and paragraphs[state.paragraph + 1].start <= start do
    state.paragraph = state.paragraph + 1
  end
  local paragraph = paragraphs[state.paragraph]
  local opens = open_spans(state, start)
  paragraph.segments[#paragraph.segments + 1] = {
    start = start, stop = stop, kind = kind_at(paragraph, start), opens = opens,
    covers = table.move(state.open, 1, #state.open, 1, {}),
  }
end

--- Cuts every paragraph wherever a span or a sentence begins or ends, so that overlapping and nested spans become a
--- flat row. The segments' texts, joined, are the article's text.
---@param text string
---@param list AssayNumberedSpan[] in text order
---@param paragraphs table[] as `spans.paragraphs` returns them; each gets `segments`
---@return table[] paragraphs each with segments `{start=, stop=, kind=, covers=, opens=}`: `covers` are the spans the
---  segment lies in, `opens` the spans that begin with it
function spans.segment(text, list, paragraphs)
  local state = { list = list, next = 1, open = {}, paragraph = 1 }
  for _, paragraph in ipairs(paragraphs) do paragraph.segments = {} end
  local points = cut_points(text, list, paragraphs)
  for index, start in ipairs(points) do
    add_segment(state, paragraphs, start, points[index + 1] or start)
  end
  return paragraphs
end

return spans
