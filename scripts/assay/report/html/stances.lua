--- Who stands where: the dot plot of actors by articles, its sentences and its table.

local claims = require "assay.report.html.claims"
local escape = require "assay.report.escape"
local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local stances = {}

-- Two dots nearer than this would touch on a narrow screen; the later one goes a lane down.
local DOT_GAP = 0.15
local LANE = 20
-- An actor without a position is in so many articles that they are counted, not named.
local MOST_BADGES = 12
-- With more positions than this a row shows one dot per score, with the number of articles in it.
local MOST_DOTS = 12

--- A score as a place on the axis, in per cent of its width; the ends leave room for a dot.
local function place(score)
  return string.format("%.2f%%", 50 + 45 * math.max(-1, math.min(1, score)))
end

local function dots_of(group)
  local list = {}
  for index, entry in ipairs(group.entries) do
    local score = entry.stance.score
    if view.has_position(entry.stance) and type(score) == "number" and score == score then
      list[#list + 1] = { entry = entry, stance = entry.stance.stance, score = score, order = index,
        label = entry.item.letter }
    end
  end
  table.sort(list, function(a, b)
    if a.score ~= b.score then return a.score < b.score end
    return a.order < b.order
  end)
  return list
end

local OWN_CLASS = { conditional = true, mixed = true }

--- One dot per score, for many articles; conditional and mixed stances stay apart.
local function clustered(dots)
  local list, last = {}, {}
  for _, dot in ipairs(dots) do
    local class = OWN_CLASS[dot.stance] and dot.stance or "side"
    local near = last[class]
    if near and dot.score - near.score < 0.05 then
      near.count = near.count + 1
    else
      last[class] = { stance = dot.stance, score = dot.score, count = 1 }
      list[#list + 1] = last[class]
    end
  end
  for _, dot in ipairs(list) do dot.label = tostring(dot.count) end
  return list
end

local function free_lane(lanes, score)
  local lane = 1
  while lanes[lane] and score - lanes[lane] < DOT_GAP do lane = lane + 1 end
  lanes[lane] = score
  return lane
end

local function dot_title(page, group, dot)
  local score, entry = page.score(dot.score), dot.entry
  if not entry then
    return string.format("%s: %s %s at %s", group.actor, view.count(dot.count, "article"), dot.stance, score)
  end
  return string.format("%s in %s: %s %s", group.actor, entry.item.outlet, entry.stance.stance, score)
end

--- A circle for a side, a square for mixed, a hollow lozenge for a condition: told apart without colour.
local function shape(stance)
  if stance == "mixed" then return h("rect", { x = -8, y = -8, width = 16, height = 16, rx = 2 }) end
  if stance == "conditional" then return h("path", { class = "hollow", d = "M0-11L11 0L0 11L-11 0Z" }) end
  return h("circle", { r = 9 })
end

--- The colour of a stance: by its score, but a condition and a mixed one have their own.
local function mark_class(page, stance)
  if stance.stance == "conditional" then return "on-condition" end
  return stance.stance == "mixed" and "s3" or page.score_class(stance.score)
end

--- The mark of a dot: its shape around one letter; a longer label needs a box, and its glyph where it has a class of
--- its own.
local function face(page, dot)
  local label = dot.label
  if #label == 1 then return shape(dot.stance), label end
  if OWN_CLASS[dot.stance] then label = page.stance_glyphs[dot.stance] .. label end
  return markup.pill(label), label
end

local function dot_mark(page, group, dot, lane)
  local stance = dot.entry and dot.entry.stance
  local href = stance and page:address(dot.entry.item.id, stance.evidence and stance.evidence[1])
  local title = dot_title(page, group, dot)
  local mark, label = face(page, dot)
  local at = { x = place(dot.score), y = (lane - 1) * LANE + 12, overflow = "visible", class = mark_class(page, dot) }
  return h("a", { href = href or page:actor_href(group.actor), ["aria-label"] = label .. ": " .. title },
    h("svg", at, h("title", nil, title), mark, h("text", { y = 4, ["text-anchor"] = "middle" }, label)))
end

local function guide(score, class)
  return h("line", { class = class, x1 = place(score), x2 = place(score), y1 = 0, y2 = "100%" })
end

local function corpus_mark(page, group, y)
  local corpus = group.corpus
  if not corpus or type(corpus.score) ~= "number" then return nil end
  local interval = page.interval(corpus.low, corpus.high)
  local low, high = place(corpus.low or corpus.score), place(corpus.high or corpus.score)
  local title = group.actor .. ", all articles: " .. page.score(corpus.score) .. " " .. (interval or "")
  return h("a", { href = page:actor_href(group.actor), ["aria-label"] = title }, h("title", nil, title),
    interval and h("line", { class = "interval", x1 = low, x2 = high, y1 = y, y2 = y }),
    h("svg", { x = place(corpus.score), y = y, overflow = "visible", class = "corpus" },
      h("path", { d = "M0-7L7 0L0 7L-7 0Z" })))
end

local function plot(page, group)
  local dots, lanes, marks, depth = dots_of(group), {}, {}, 0
  if #dots > MOST_DOTS then dots = clustered(dots) end
  for index, dot in ipairs(dots) do
    local lane = free_lane(lanes, dot.score)
    depth, marks[index] = math.max(depth, lane), dot_mark(page, group, dot, lane)
  end
  local y = depth * LANE + 11
  local label = "Scores of " .. group.actor
  return h("svg", { class = "plot", width = "100%", height = y + 11, role = "group", ["aria-label"] = label },
    guide(-1, "end"), guide(0, "middle"), guide(1, "end"), marks, corpus_mark(page, group, y))
end

--- The corpus score and its interval on one small axis, for the overview.
---@param page table
---@param group table
---@return table element
function stances.mini(page, group)
  local corpus = group.corpus
  local low, high = corpus.low or corpus.score, corpus.high or corpus.score
  return h("svg", { class = "plot", width = "100%", height = 22, ["aria-hidden"] = "true" },
    guide(-1, "end"), guide(0, "middle"), guide(1, "end"),
    low and high and h("line", { class = "interval", x1 = place(low), x2 = place(high), y1 = 11, y2 = 11 }),
    corpus.score and h("svg",
      { x = place(corpus.score), y = 11, overflow = "visible", class = mark_class(page, corpus) },
      shape(corpus.stance)))
end

--- A stance as glyph and word.
---@param page table
---@param stance string|nil
---@return table element
function stances.word(page, stance)
  stance = view.name(stance) or "no stance"
  return h("span", { class = "stance" }, h("span", { class = "glyph", ["aria-hidden"] = "true" },
    page.stance_glyphs[stance] or "·"), " ", stance)
end

local function corpus_head(page, group)
  local corpus = group.corpus
  if not corpus then return nil end
  local interval = page.interval(corpus.low, corpus.high)
  return markup.list(
    h("div", { class = "verdict" }, stances.word(page, corpus.stance), " ",
      h("a", { class = "score", href = page:actor_href(group.actor) }, page.score(corpus.score)),
      interval and h("span", { class = "meta" }, " ", interval)),
    h("div", { class = "meta" }, corpus.articles and view.count(corpus.articles, "article"),
      corpus.roots and " · ", page.roots(corpus.roots),
      corpus.disputed and { " · ", h("b", nil, "≠ ", view.dispute(corpus)) },
      corpus.insufficient and " · too few observations",
      corpus.depends_on_weighting and " · the side depends on the weighting",
      corpus.unweighted and { " · every article counted alike: ", view.value(corpus.unweighted.stance), " ",
        page.score(corpus.unweighted.score) }))
end

local function evidence_item(page, entry)
  local item, stance = entry.item, entry.stance
  local first = stance.evidence and stance.evidence[1]
  return h("li", nil,
    h("div", nil, page:badge(item), " ", item.outlet, ": ", stances.word(page, stance.stance), " ",
      page:link(item.id, first, { class = "score" }, page.score(stance.score))),
    first and page:quote(item.id, first) or h("p", { class = "meta" }, "No evidence in the result."),
    first and h("div", { class = "meta" }, page.detail(first, tostring(stance.actor)),
      #stance.evidence > 1 and { " · further evidence", page:numbers(item.id, stance.evidence, 2) }))
end

local function evidence_items(page, group)
  local items, silent = {}, {}
  for _, entry in ipairs(group.entries) do
    if view.has_position(entry.stance) then
      items[#items + 1] = evidence_item(page, entry)
    else
      silent[#silent + 1] = { " ", page:badge(entry.item) }
    end
  end
  return h("ul", { class = "plain" }, items,
    #silent > 0 and h("li", { class = "meta" }, "Mentioned, no position reported:", silent))
end

local function evidence_list(page, group)
  local count = 0
  for _, entry in ipairs(group.entries) do count = count + (view.has_position(entry.stance) and 1 or 0) end
  local summary = count > 0 and "Sentences from " .. view.count(count, "article") or "No position reported"
  return h("div", { class = "evidence" }, page:leaf(page.actor_files[group.actor], "s-" .. escape.anchor(group.actor),
    summary, group.actor, function() return evidence_items(page, group) end))
end

local function actor_row(page, group)
  return h("div", { class = "actor" },
    h("div", { class = "who" }, h("h3", nil, group.actor), corpus_head(page, group)),
    h("div", { class = "dots" }, plot(page, group)),
    evidence_list(page, group))
end

--- The mean score of the articles of a column that report a position, and the first of them; how many positions,
--- how many mentions.
local function of_column(column, by_id)
  local sum, first, positions, mentions = 0, nil, 0, 0
  for _, item in ipairs(column.items) do
    local stance = by_id[item.id]
    if stance then
      mentions = mentions + 1
      if view.has_position(stance) then
        positions, sum = positions + 1, sum + (tonumber(stance.score) or 0)
        first = first or { item = item, stance = stance }
      end
    end
  end
  return first, positions, mentions, positions > 0 and sum / positions or nil
end

local function table_cell(page, column, by_id)
  local first, positions, mentions, mean = of_column(column, by_id)
  local at = { class = "silent", ["data-label"] = column.letter or column.label }
  if mentions == 0 then return h("td", at, "not mentioned") end
  at.class = "nothing"
  if not first then return h("td", at, "no position") end
  at.class = positions == 1 and mark_class(page, first.stance) or page.score_class(mean)
  if positions == 1 then
    return h("td", at, stances.word(page, first.stance.stance), " ",
      page:link(first.item.id, first.stance.evidence and first.stance.evidence[1], { class = "score" },
        page.score(first.stance.score)))
  end
  return h("td", at, "mean ", page:link(first.item.id, first.stance.evidence and first.stance.evidence[1],
    { class = "score" }, page.score(mean)), " of ", positions)
end

local function table_row(page, group)
  local cells, by_id = {}, {}
  for _, entry in ipairs(group.entries) do by_id[entry.item.id] = entry.stance end
  for index, column in ipairs(page.columns) do cells[index] = table_cell(page, column, by_id) end
  return h("tr", nil, h("th", { scope = "row" }, group.actor), cells)
end

local function twin(page)
  local rows = {}
  if not page.columns or #page.columns == 0 then return nil end
  for index, group in ipairs(page.actors) do rows[index] = table_row(page, group) end
  local title = #page.columns == #page.articles and "Actor by article" or "Actor by outlet"
  return { h("h3", nil, title), claims.wide_table("Stances: " .. title, "even map", 12 + 6.2 * #page.columns,
    claims.column_heads(page, "Actor"), h("tbody", nil, rows)) }
end

local function axis()
  return h("div", { class = "axis", ["aria-hidden"] = "true" },
    h("span", nil, "−1 opposes"), h("span", nil, "0"), h("span", nil, "favours +1"))
end

local function legend()
  local function key(class, mark, words)
    return h("span", nil, h("svg", { class = "plot key-mark", width = 24, height = 24, ["aria-hidden"] = "true" },
      h("svg", { x = 12, y = 12, overflow = "visible", class = class }, mark)), " ", words)
  end
  return h("p", { class = "legend" }, key("s6", shape "favours", "favours"), key("s0", shape "opposes", "opposes"),
    key("on-condition", shape "conditional", "favours on a condition"), key("s3", shape "mixed", "mixed"),
    key("corpus", h("path", { d = "M0-7L7 0L0 7L-7 0Z" }), "all articles, with the interval"))
end

--- An actor with neither a position in an article nor a corpus score has nothing to plot.
local function is_silent(group)
  for _, entry in ipairs(group.entries) do
    if view.has_position(entry.stance) then return false end
  end
  return not group.corpus or not view.has_position(group.corpus)
end

local function silent_actor(page, group)
  local badges = {}
  for index, entry in ipairs(group.entries) do badges[index] = { " ", page:badge(entry.item) } end
  if #badges > MOST_BADGES then badges = { " ", view.count(#badges, "article") } end
  return h("li", { id = "s-" .. escape.anchor(group.actor) }, group.actor, badges)
end

local function rows(page)
  local list, silent = {}, {}
  for _, group in ipairs(page.actors) do
    if is_silent(group) then
      silent[#silent + 1] = silent_actor(page, group)
    else
      list[#list + 1] = actor_row(page, group)
    end
  end
  return { legend(), h("div", { class = "actors" }, h("div", { class = "who" }), axis(), list),
    #silent > 0 and h("div", { class = "mentioned" }, h("span", nil, "Mentioned, no position reported:"), h("ul", nil,
      silent)),
    twin(page), page:csv("stances", "stances-by-article") }
end

--- The section "Who stands where".
---@param page table
---@return table element
function stances.section(page)
  return h("section", { id = "stances" }, h("h2", nil, "Who stands where"),
    h("p", { class = "note" }, "A dot is one article, named by its letter; it leads to the strongest sentence. "
      .. "What an article reports of an actor is not what the article or its outlet thinks."),
    #page.actors > 0 and rows(page) or h("p", nil, "No actor of the pack is mentioned in these articles."))
end

return stances
