--- What every section of the HTML report shares: the articles with their numbered evidence, links, badges, glyphs.

local escape = require "assay.report.escape"
local markup = require "assay.report.html.markup"
local spans = require "assay.report.spans"
local view = require "assay.report.view"

local h = markup.element

local QUOTE_BYTES = 900

local Page = {}
Page.__index = Page

-- A glyph beside every colour, so that colour is never the only signal.
Page.stance_glyphs = { favours = "▲", opposes = "▼", conditional = "◇", mixed = "◆", none = "○" }
Page.status_glyphs = {
  agree = "=", compatible = "≈", contradict = "≠", ["reported-dispute"] = "⇄", changed = "→",
  ["labelled-differently"] = "Aa", ["single-source"] = "1",
}
Page.claim_glyphs = { asserted = "●", attributed = "❝", denied = "✕" }

local function add_article(page, item)
  item.anchor = escape.anchor(item.id)
  item.text = page.texts[item.id]
  item.spans, item.number = spans.number(item.article, item.id, item.text and item.text.text, page.result.dependence)
  page.by_id[item.id] = item
end

--- The shared state of one rendering.
---@param result table
---@param texts table
---@param options table
---@return table page
function Page.new(result, texts, options)
  local page = setmetatable({ result = result, texts = texts, options = options, by_id = {} }, Page)
  page.articles = view.articles(result)
  for _, item in ipairs(page.articles) do add_article(page, item) end
  return page
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

function Page.actor_anchor(actor)
  return "s-" .. escape.anchor(actor)
end

function Page.claim_anchor(claim)
  return "c-" .. escape.anchor(claim)
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
  return string.format("#e-%s-%d", item.anchor, n), n
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
---@return table element
function Page.badge(item)
  local href = "#a-" .. escape.anchor(item.id)
  return h("a", { class = "badge", href = href, title = item.outlet .. " (" .. item.id .. ")" }, item.letter)
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
    if href then links[#links + 1] = h("a", { class = "num", href = href }, n) end
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
    local value = is_rule and h("code", { title = "rule" }, fact.value) or { fact.term, " ", fact.value }
    parts[index] = { index > 1 and " · " or "", value }
  end
  return parts
end

--- A sentence with the evidence marked where it is only a part, and the link to its place in the article.
---@param article_id string
---@param evidence table
---@return table element
function Page:quote(article_id, evidence)
  local before, marked, after = view.quote(self.texts[article_id], evidence, QUOTE_BYTES)
  local href, n = self:address(article_id, evidence)
  local is_part = (before .. after):find("[^%s]") ~= nil
  return h("blockquote", { dir = "auto" }, before, is_part and h("b", nil, marked) or marked, after,
    href and { " ", h("a", { class = "num", href = href, title = "in the article" }, n) })
end

return Page
