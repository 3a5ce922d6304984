--- What every section of the HTML report shares: the articles with their numbered evidence, addresses, badges, glyphs;
--- and which parts stand in files of their own.

local escape = require "assay.report.escape"
local markup = require "assay.report.html.markup"
local spans = require "assay.report.spans"
local tables = require "assay.report.tables"
local view = require "assay.report.view"

local h = markup.element

local QUOTE_BYTES = 900
-- Articles in one file of a split report.
local FILE_ARTICLES = 20
-- A table with more columns than this cannot be read.
local MOST_COLUMNS = 16
-- A table with more bytes than this is not put into the page for downloading.
local MOST_DATA = 64 << 10

local Page = {}
Page.__index = Page

-- A glyph beside every colour, so that colour is never the only signal.
Page.stance_glyphs = { favours = "▲", opposes = "▼", conditional = "◇", mixed = "◆", none = "○" }
Page.status_glyphs = {
  agree = "=", compatible = "≈", contradict = "≠", ["reported-dispute"] = "⇄", changed = "→",
  ["labelled-differently"] = "Aa", ["single-source"] = "1",
}
Page.claim_glyphs = { asserted = "●", attributed = "❝", denied = "✕" }

local function add_article(page, item, index, linked)
  item.anchor = escape.anchor(item.id)
  item.spans, item.number = spans.number(item.article, item.text and item.text.text, linked[item.id])
  item.file = page.split and string.format("articles-%03d", (index - 1) // FILE_ARTICLES + 1) or nil
  item.rtl = item.text and item.text.text:find "[\xD6-\xDD]" ~= nil -- Hebrew to Thaana
  page.by_id[item.id] = item
end

--- The files of a split report in which a list's items stand, by their names.
local function files(page, list, stem, field)
  local map = {}
  for index, item in ipairs(list) do
    map[item[field]] = page.split and string.format("%s-%03d", stem, index) or nil
  end
  return map
end

--- The shared state of one rendering.
---@param result table
---@param texts table
---@param options table as in html.files; `split` true puts articles, sentences and words into files of their own
---@return table page
function Page.new(result, texts, options)
  local page = setmetatable({
    result = result, texts = texts, options = options, by_id = {}, split = options.split, leaves = {}, data = {},
  }, Page)
  page.articles = view.articles(result)
  page.source = tables.source(result, texts, page.articles)
  page.actors, page.claims = page.source.actors, page.source.claims
  local linked = spans.linked(result.dependence)
  for index, item in ipairs(page.articles) do add_article(page, item, index, linked) end
  page.actor_files, page.claim_files = files(page, page.actors, "actor", "actor"), files(page, page.claims, "claim",
    "claim")
  page.reporting = {}
  for _, entry in ipairs(page.claims) do page.reporting[entry.claim] = entry.reporting end
  page.by_day = view.by_day(page.articles)
  page.columns = view.columns(page.articles, MOST_COLUMNS)
  return page
end

local function url(name)
  return (name:gsub("[^%w%-._~]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

--- The address of a place.
---@param file string|nil the file of a split report that holds it; nil is the report itself
---@param id string|nil
---@return string href
function Page:to(file, id)
  local target = id and "#" .. id or ""
  if not self.split or file == self.here then return target ~= "" and target or "#" end
  if not file then return "../" .. url(self.options.name) .. target end
  return (self.here and "" or url(self.options.folder) .. "/") .. file .. ".html" .. target
end

--- A part that is folded in the page; in a split report it is a file of its own, which this leads to.
---@param file string|nil its name in a split report
---@param id string
---@param summary any nodes
---@param title string in words, for the title of the file
---@param build fun(): any
---@return table element
function Page:leaf(file, id, summary, title, build)
  if not self.split then
    return h("details", { class = "leaf", id = id }, h("summary", nil, summary), build())
  end
  self.leaves[#self.leaves + 1] = { file = file, id = id, title = title, build = build }
  return h("p", { class = "leaf" }, h("a", { href = self:to(file, id) }, summary))
end

local function percent(bytes)
  return (bytes:gsub("[^%w%-._~,:;/@!$'()*+?= ]", function(byte)
    return string.format("%%%02X", byte:byte())
  end):gsub(" ", "%%20"))
end

--- Links to the tables behind a chart as CSV: in a split report files, else in the page itself.
---@param ... string names of tables
---@return table element
function Page:csv(...)
  local links = {}
  for index, name in ipairs { ... } do
    local made = tables.make(self.source, name)
    local bytes, file = tables.csv(made), name .. ".csv"
    local href
    if self.split then
      self.data[#self.data + 1] = { name = file, bytes = bytes }
      href = (self.here and "" or url(self.options.folder) .. "/") .. file
    elseif #bytes <= MOST_DATA then
      href = "data:text/csv;charset=utf-8," .. percent(bytes)
    end
    links[index] = { index > 1 and " · ", href and h("a", { href = href, download = file }, file)
      or { file, " is too large for this page: write it with --csv" }, " (", #made.rows, ")" }
  end
  return h("p", { class = "meta data" }, "The figures as tables: ", links)
end

--- A score for reading: with a true minus sign.
---@param score number|nil in [-1, 1]
---@return string
function Page.score(score)
  return (view.score(score):gsub("-", "−"))
end

--- An interval for reading; nil when it is unknown.
---@return string|nil
function Page.interval(low, high, form)
  local text = view.interval(low, high, form)
  return text and (text:gsub("-", "−"):gsub(", ", " to "))
end

--- The number of roots for reading; nil when it is unknown.
---@return string|nil
function Page.roots(roots)
  local text = view.roots(roots)
  return text and (text:gsub("-", "–"))
end

--- The id of a claim, or of a kind of evidence, in words.
---@param id string
---@return string
function Page.words(id)
  return (id:gsub("_", " "))
end

--- The class that colours a score: s0 (opposes) to s6 (favours); "sn" without a score.
---@param score number|nil in [-1, 1]
---@return string
function Page.score_class(score)
  if type(score) ~= "number" or score ~= score then return "sn" end
  return "s" .. math.floor((math.max(-1, math.min(1, score)) + 1) * 3 + 0.5)
end

--- Where the sentences on an actor stand.
function Page:actor_href(actor)
  return self:to(self.actor_files[actor], "s-" .. escape.anchor(actor))
end

--- The row of a claim in the table.
function Page.claim_anchor(claim)
  return "c-" .. escape.anchor(claim)
end

--- Where the sentences on a claim stand, side by side.
function Page:claim_href(claim)
  return self:to(self.claim_files[claim], "x-" .. escape.anchor(claim))
end

--- Where an article's text stands.
function Page:article_href(item)
  return self:to(item.file, "a-" .. item.anchor)
end

--- Where the paragraph stands that holds an offset of the article's text.
function Page:paragraph_href(item, offset)
  local _, index = spans.paragraph_at(item, offset)
  return self:to(item.file, ("p-%s-%d"):format(item.anchor, index))
end

--- The address of a piece of evidence in its article; nil where the article or the byte range is unknown.
---@param article_id string|nil
---@param evidence table|nil
---@return string|nil href
---@return integer|nil n its number in the article
function Page:address(article_id, evidence)
  local item = self.by_id[article_id or ""]
  local n = item and evidence and item.number(evidence)
  if not n then return nil end
  return self:to(item.file, string.format("e-%s-%d", item.anchor, n)), n
end

--- Content as a link to a piece of evidence; the bare content where there is no such place.
---@param article_id string
---@param evidence table|nil
---@param attributes table
---@param ... any
---@return table element
function Page:link(article_id, evidence, attributes, ...)
  attributes.href = self:address(article_id, evidence)
  return h(attributes.href and "a" or "span", attributes, ...)
end

--- The letter of an article as a small badge that leads to its text.
---@param item AssayArticleView
---@param is_named boolean|nil the outlet stands beside it, or the badges are too many to name each
---@return table element
function Page:badge(item, is_named)
  return h("a", { class = "badge", href = self:article_href(item), title = not is_named and item.outlet }, item.letter)
end

--- Links to all pieces of evidence of a record, as their numbers.
---@param article_id string
---@param list table[]|nil
---@param from integer first index to show
---@return table[] elements
function Page:numbers(article_id, list, from)
  local links = {}
  for index = from, #(list or {}) do
    local href, n = self:address(article_id, list[index])
    if href then links[#links + 1] = { " ", h("a", { class = "num", href = href, ["aria-label"] = "evidence " .. n },
      n) } end
  end
  return links
end

--- Who speaks, through whom, for whom, found by which rule, under which context.
---@param evidence table
---@param actor string|nil as in view.facts
---@return table parts
function Page.detail(evidence, actor)
  local parts = {}
  for index, fact in ipairs(view.facts(evidence, actor)) do
    local is_rule = fact.term == "rule"
    local value = is_rule and h("code", nil, fact.value) or { fact.term, " ", fact.value }
    parts[index] = { index > 1 and " · " or "", value }
  end
  return parts
end

--- A sentence with the evidence marked where it is only a part, and the link to its place in the article.
---@param article_id string
---@param evidence table
---@param limit integer|nil bytes
---@return table element
function Page:quote(article_id, evidence, limit)
  local before, marked, after = view.quote(self.texts[article_id], evidence, limit or QUOTE_BYTES)
  local href, n = self:address(article_id, evidence)
  local is_part = (before .. after):find("[^%s]") ~= nil
  return h("blockquote", { dir = "auto" }, before, is_part and h("b", nil, marked) or marked, after,
    href and { " ", h("a", { class = "num", href = href, ["aria-label"] = "evidence " .. n }, n) })
end

return Page
