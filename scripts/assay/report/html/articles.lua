--- The articles: full text by paragraph, evidence underlined and numbered, a note for every number beside it.

local escape = require "assay.report.escape"
local markup = require "assay.report.html.markup"
local spans = require "assay.report.spans"
local view = require "assay.report.view"

local h = markup.element

local articles = {}

-- Numbers up to here light up as a whole when a link leads to them.
local MOST_TARGETS = 200
-- A longer value is cut in the notes.
local VALUE_BYTES = 80

--- The style rules that light up an evidence span, all its segments, when its number is the target of a link.
---@param page table
---@return string css
function articles.target_rules(page)
  local most, rules = 0, {}
  for _, item in ipairs(page.articles) do most = math.max(most, #item.spans) end
  for n = 1, math.min(most, MOST_TARGETS) do
    rules[n] = string.format(".i%d:target~.k%d", n, n)
  end
  return #rules > 0 and table.concat(rules, ",") .. "{background:var(--target)}\n" or ""
end

-- A mixed stance takes no side: its evidence goes both ways.
local SIDES = { favours = "pro", conditional = "pro", opposes = "con" }

--- The side of the first stance with one that a span is evidence for.
local function side(span)
  for _, use in ipairs(span.uses) do
    local found = use.kind == "stance" and SIDES[use.stance.stance]
    if found then return found end
  end
end

--- The tone of a segment: the side of the innermost span with one, else what the innermost is evidence for.
local function tone(covers)
  for index = #covers, 1, -1 do
    local found = side(covers[index])
    if found then return found end
  end
  return "for-" .. covers[#covers].uses[1].kind
end

local function anchor_of(item, span)
  return h("a", {
    class = "ref i" .. span.n, id = string.format("e-%s-%d", item.anchor, span.n),
    href = string.format("#n-%s-%d", item.anchor, span.n), ["data-n"] = span.n,
    ["aria-label"] = "evidence " .. span.n,
  })
end

local function segment_class(segment)
  local classes = {}
  if segment.kind and segment.kind ~= "body" then classes[1] = "k-" .. escape.anchor(tostring(segment.kind)) end
  if #segment.covers > 0 then
    classes[#classes + 1] = "ev " .. tone(segment.covers) .. (#segment.covers > 1 and " deep" or "")
    for index = 1, math.min(#segment.covers, 8) do classes[#classes + 1] = "k" .. segment.covers[index].n end
  end
  return #classes > 0 and table.concat(classes, " ") or nil
end

local function segment_nodes(item, segment)
  local nodes = {}
  for index, span in ipairs(segment.opens) do nodes[index] = anchor_of(item, span) end
  local bytes = item.text.text:sub(segment.start + 1, segment.stop)
  if bytes ~= "" then
    local class = segment_class(segment)
    local exact = markup.raw(escape.exact(bytes))
    nodes[#nodes + 1] = class and h(#segment.covers > 0 and "mark" or "span", { class = class }, exact) or exact
  end
  return nodes
end

local function stance_use(page, use)
  return h("a", { href = "#" .. page.actor_anchor(tostring(use.stance.actor)) },
    tostring(use.stance.actor), " ", view.name(use.stance.stance), " ", page.score(use.stance.score))
end

local function claim_use(page, use)
  local claim = use.claim
  local status = claim.status and " (" .. view.value(claim.status) .. ")"
  return h("a", { href = "#" .. page.claim_anchor(tostring(claim.claim)) },
    page.words(tostring(claim.claim)), ": ", view.cut(view.value(claim.value), VALUE_BYTES), status)
end

local function link_use(_, use)
  local link = use.link
  return h("a", { href = "#dependence" }, tostring(link.a), " – ", tostring(link.b), ": level ", view.value(link.level))
end

local USES = { stance = stance_use, claim = claim_use, link = link_use }

local function use_line(page, use)
  local detail = page.words(use.evidence.what or "")
  if use.kind ~= "link" then detail = page.detail(use.evidence, use.stance and tostring(use.stance.actor)) end
  return h("div", { class = "use" }, USES[use.kind](page, use), " ", h("span", { class = "meta" }, detail))
end

local function note(page, item, span)
  local lines = {}
  for index, use in ipairs(span.uses) do lines[index] = use_line(page, use) end
  return h("li", { id = string.format("n-%s-%d", item.anchor, span.n) },
    h("a", { class = "num", href = string.format("#e-%s-%d", item.anchor, span.n) }, span.n), h("div", nil, lines))
end

local function paragraph_row(page, item, paragraph)
  local nodes, notes = {}, {}
  for _, segment in ipairs(paragraph.segments) do
    nodes[#nodes + 1] = segment_nodes(item, segment)
    for _, span in ipairs(segment.opens) do notes[#notes + 1] = note(page, item, span) end
  end
  return h("div", { class = "row" }, h("p", { class = "text", dir = "auto" }, nodes),
    #notes > 0 and h("ol", { class = "notes" }, notes))
end

local function body(page, item)
  local paragraphs = spans.paragraphs(item.text.text, item.text.sentences)
  local rows = {}
  for index, paragraph in ipairs(spans.segment(item.text.text, item.spans, paragraphs)) do
    rows[index] = paragraph_row(page, item, paragraph)
  end
  return rows
end

--- Without the text the evidence still stands, sentence by sentence.
local function evidence_only(page, item)
  local rows = { h("p", { class = "note" }, "The text is not at hand; these are the sentences the result carries.") }
  for _, span in ipairs(item.spans) do
    local sentence = view.name(span.uses[1].evidence.text) or "(no text)"
    rows[#rows + 1] = h("div", { class = "row" },
      h("p", { class = "text", dir = "auto" }, anchor_of(item, span), sentence),
      h("ol", { class = "notes" }, note(page, item, span)))
  end
  return rows
end

local function cites(article)
  local names, seen = {}, {}
  for _, cite in ipairs(article.cites or {}) do
    local name = view.name(cite.name)
    if name and not seen[name] then seen[name], names[#names + 1] = true, name end
  end
  return #names > 0 and " · cites " .. table.concat(names, ", ") or nil
end

local function one_article(page, item)
  local article = item.article
  local title = view.name(article.title)
  return h("article", { id = "a-" .. item.anchor, lang = view.name(article.lang) },
    h("header", nil, h("h3", nil, h("span", { class = "badge" }, item.letter), " ", title or item.outlet),
      h("p", { class = "meta" }, title and item.outlet .. " · ", view.day(article) or "undated",
        " · article ", h("code", nil, item.id), cites(article))),
    item.text and body(page, item) or evidence_only(page, item))
end

--- The section "The articles".
---@param page table
---@return table element
function articles.section(page)
  local list = {}
  for index, item in ipairs(page.articles) do list[index] = one_article(page, item) end
  return h("section", { id = "articles" }, h("h2", nil, "The articles"),
    h("p", { class = "note" }, "Underlined words are evidence: ", h("mark", { class = "ev pro" }, "in favour"), ", ",
      h("mark", { class = "ev con" }, "against"), ", ", h("mark", { class = "ev for-claim" }, "for a claim"), ", ",
      h("mark", { class = "ev for-link" }, "for a link"),
      ". The number leads to the note, the note's number back to the text. Small grey text is page furniture."),
    #list > 0 and list or h("p", nil, "No article was read."))
end

return articles
