--- The articles: full text by paragraph, evidence underlined and numbered, a note for every number beside it.

local escape = require "assay.report.escape"
local markup = require "assay.report.html.markup"
local spans = require "assay.report.spans"
local view = require "assay.report.view"

local h = markup.element

local articles = {}

-- Numbers up to here light up as a whole when a link leads to them.
local MOST_TARGETS = 200
-- A note names this many of the articles that share its words.
local MOST_OTHERS = 12
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

--- What a span is evidence for: the stances and claims, once each with the records behind them; and the links.
local function grouped_uses(span)
  local list, links, by_target = {}, {}, {}
  for _, use in ipairs(span.uses) do
    local target = use.stance or use.claim
    local group = target and by_target[target]
    if not target then
      links[#links + 1] = use
    elseif not group then
      group = { use = use, records = {} }
      by_target[target], list[#list + 1] = group, group
    end
    if group then group.records[#group.records + 1] = use.evidence end
  end
  return list, links
end

local function stance_use(page, use)
  return h("a", { href = page:actor_href(tostring(use.stance.actor)) },
    tostring(use.stance.actor), " ", view.name(use.stance.stance), " ", page.score(use.stance.score))
end

--- The claim, and where the other articles' sentences on it stand.
local function claim_use(page, use)
  local claim = use.claim
  local id = tostring(claim.claim)
  local status = claim.status and " (" .. view.value(claim.status) .. ")"
  local others = page.reporting[id] - 1
  return { h("a", { href = page:to(nil, page.claim_anchor(id)) },
    page.words(id), ": ", view.cut(view.value(claim.value), VALUE_BYTES), status),
    others > 0 and { " ", h("a", { class = "others", href = page:claim_href(id) }, view.count(others, "other"),
      " side by side") } }
end

--- "common source with B, G": the other articles of the links, by what is shared.
local function links_line(page, item, uses)
  local whats, by_what = {}, {}
  for _, use in ipairs(uses) do
    local what, link = page.words(use.evidence.what or ""), use.link
    local other = page.by_id[tostring(tostring(link.a) == item.id and link.b or link.a)]
    if not by_what[what] then by_what[what], whats[#whats + 1] = {}, what end
    table.insert(by_what[what], other and page:badge(other) or tostring(link.b))
  end
  local lines = {}
  for index, what in ipairs(whats) do
    local others, list = {}, by_what[what]
    for at = 1, math.min(#list, MOST_OTHERS) do others[at] = { " ", list[at] } end
    lines[index] = h("p", nil, h("a", { href = page:to(nil, "dependence") }, what), " with", others,
      #list > MOST_OTHERS and { " and ", #list - MOST_OTHERS, " more" })
  end
  return lines
end

local function cue_words(item, cue)
  local text, at = item.text and item.text.text, cue.cue
  if type(at) ~= "table" or not text or #at < 2 or at[1] < 0 or at[2] > #text then return nil end
  return " “" .. text:sub(view.snap(text, at[1]) + 1, view.snap(text, at[2])) .. "”"
end

--- The contexts that hold, with their cues and what the rule does under them.
local function cues(item, evidence)
  local parts = {}
  for _, cue in ipairs(evidence.cues or {}) do
    if cue.axis ~= "report" or cue.policy ~= "keep" then
      parts[#parts + 1] = { " · ", view.name(cue.axis), cue_words(item, cue), ": ", view.name(cue.policy) }
    end
  end
  return parts
end

--- One record behind a stance or claim: what it adds, its rule, who speaks, and under which contexts.
local function record_line(page, item, use, evidence)
  local share = type(evidence.share) == "number" and page.score(evidence.share)
  local shown = { speaker = evidence.speaker, via = evidence.via, holder = evidence.holder, rule = evidence.rule,
    context = not evidence.cues and evidence.context or nil }
  return h("span", { class = "rec" }, share and { h("b", nil, share), " · " },
    page.detail(shown, use.stance and tostring(use.stance.actor)), cues(item, evidence))
end

--- The records of a group: those that add something, then in one line the rules whose part a stronger record has.
local function record_lines(page, item, group)
  local lines, rules = {}, {}
  for _, evidence in ipairs(group.records) do
    if evidence.share == 0 and #lines > 0 then
      rules[#rules + 1] = { #rules > 0 and ", ", h("code", nil, view.name(evidence.rule)) }
    else
      lines[#lines + 1] = record_line(page, item, group.use, evidence)
    end
  end
  if #rules > 0 then lines[#lines + 1] = h("span", { class = "rec" }, h("b", nil, "0.00"), " · as well: ", rules) end
  return lines
end

local function note(page, item, span)
  local lines = {}
  local groups, links = grouped_uses(span)
  for index, group in ipairs(groups) do
    local target = group.use.stance and stance_use or claim_use
    lines[index] = h("p", nil, target(page, group.use), record_lines(page, item, group))
  end
  return h("li", { id = string.format("n-%s-%d", item.anchor, span.n) },
    h("a", { class = "num", href = string.format("#e-%s-%d", item.anchor, span.n), ["aria-label"] = "evidence "
      .. span.n },
      span.n), lines, links_line(page, item, links))
end

local function paragraph_row(page, item, index, paragraph)
  local nodes, notes = {}, {}
  for _, segment in ipairs(paragraph.segments) do
    nodes[#nodes + 1] = segment_nodes(item, segment)
    for _, span in ipairs(segment.opens) do notes[#notes + 1] = note(page, item, span) end
  end
  return h("div", { class = "row", id = ("p-%s-%d"):format(item.anchor, index) },
    h("p", { class = "text", dir = "auto" }, nodes), #notes > 0 and h("ol", { class = "notes" }, notes))
end

local function body(page, item)
  local rows = {}
  for index, paragraph in ipairs(spans.segment(item.text.text, item.spans, spans.paragraphs_of(item))) do
    rows[index] = paragraph_row(page, item, index, paragraph)
  end
  return rows
end

local function not_counted(page, item)
  local items = {}
  for index, evidence in ipairs(item.article.dropped or {}) do
    items[index] = h("li", nil, page:quote(item.id, evidence), h("span", { class = "meta" },
      h("code", nil, view.name(evidence.rule)), " · ", view.name(evidence.why) or view.name(evidence.state),
      evidence.superseded_by and { " by ", h("code", nil, view.name(evidence.superseded_by)) }, cues(item, evidence)))
  end
  if #items == 0 then return nil end
  return h("details", nil, h("summary", nil, "What rules found here and did not count (", #items, ")"),
    h("ul", { class = "plain" }, items))
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
  return h("article", { id = "a-" .. item.anchor, lang = view.name(article.lang), tabindex = -1 },
    h("header", nil, h("h3", nil, h("span", { class = "badge" }, item.letter), " ", h("bdi", nil,
      title or item.outlet)),
      h("p", { class = "meta" }, title and { h("bdi", nil, item.outlet), " · " }, view.day(article) or "undated",
        " · article ", h("code", nil, item.id), cites(article))),
    item.text and body(page, item) or evidence_only(page, item), not_counted(page, item))
end

local function explanation()
  return h("p", { class = "note" }, "Underlined words are evidence: ", h("mark", { class = "ev pro" }, "in favour"),
    ", ",
    h("mark", { class = "ev con" }, "against"), ", ", h("mark", { class = "ev for-claim" }, "for a claim"), ", ",
    h("mark", { class = "ev for-link" }, "for a link"),
    ". The number leads to the note: what the words count for, what they add to the article's score, the rule that "
      .. "found them, who speaks, and what the rule does under a negation, a hedge or a condition.")
end

--- In a split report: the articles by their files.
local function by_file(page)
  local list = {}
  for _, item in ipairs(page.articles) do
    local last = list[#list]
    if not last or last.file ~= item.file then
      last = { file = item.file, items = {} }
      list[#list + 1] = last
    end
    table.insert(last.items, item)
  end
  return list
end

local function shown(page, items)
  local list = {}
  for index, item in ipairs(items) do list[index] = one_article(page, item) end
  return list
end

local function linked(page)
  local rows = {}
  for index, group in ipairs(by_file(page)) do
    local first, last = group.items[1], group.items[#group.items]
    local title = ("Articles %s to %s"):format(first.letter, last.letter)
    page.leaves[#page.leaves + 1] = { file = group.file, title = title,
      build = function() return { explanation(), shown(page, group.items) } end }
    rows[index] = h("li", nil, h("a", { href = page:to(group.file) }, title), " ",
      h("span", { class = "meta" }, first.outlet, " … ", last.outlet))
  end
  return h("ul", { class = "columns plain" }, rows)
end

--- The section "The articles".
---@param page table
---@return table element
function articles.section(page)
  local is_empty = #page.articles == 0
  return h("section", { id = "articles" }, h("h2", nil, "The articles"),
    is_empty and h("p", nil, "No article was read.")
      or page.split and linked(page) or { explanation(), shown(page, page.articles) })
end

return articles
