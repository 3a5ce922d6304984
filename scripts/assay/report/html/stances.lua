--- Who stands where: the dot plot of actors by articles, its sentences and its table.

local claims = require "assay.report.html.claims"
local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local stances = {}

-- Two dots nearer than this would touch on a narrow screen; the later one goes a lane down.
local DOT_GAP = 0.16
local LANE = 24
-- With more positions than this a row shows one dot per score, with the number of articles in it.
local MOST_DOTS = 12

--- A score as a place on the axis, in per cent of its width; the ends leave room for a dot.
local function place(score)
  return string.format("%.2f%%", 50 + 45 * math.max(-1, math.min(1, score)))
end

local function positions(group)
  local list = {}
  for index, entry in ipairs(group.entries) do
    local score = entry.stance.score
    if view.has_position(entry.stance) and type(score) == "number" and score == score then
      list[#list + 1] = { entry = entry, score = score, order = index, label = entry.item.letter }
    end
  end
  table.sort(list, function(a, b)
    if a.score ~= b.score then return a.score < b.score end
    return a.order < b.order
  end)
  return list
end

--- One dot per score, for many articles.
local function clustered(dots)
  local list = {}
  for _, dot in ipairs(dots) do
    local last = list[#list]
    if last and dot.score - last.score < 0.05 then
      last.count = last.count + 1
    else
      list[#list + 1] = { score = dot.score, count = 1 }
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
  if not entry then return string.format("%s: %s at %s", group.actor, view.count(dot.count, "article"), score) end
  return string.format("%s in %s: %s %s", group.actor, entry.item.outlet, entry.stance.stance, score)
end

local function dot_mark(page, group, dot, lane)
  local evidence = dot.entry and dot.entry.stance.evidence
  local href = dot.entry and page:address(dot.entry.item.id, evidence and evidence[1])
  local at = { x = place(dot.score), y = (lane - 1) * LANE + 13, overflow = "visible" }
  at.class = page.score_class(dot.score)
  local mark = h("svg", at,
    h("title", nil, dot_title(page, group, dot)), h("circle", { r = 10 }),
    h("text", { y = 4, ["text-anchor"] = "middle" }, dot.label))
  return h("a", { href = href or "#" .. page.actor_anchor(group.actor) }, mark)
end

local function guide(score, class)
  return h("line", { class = class, x1 = place(score), x2 = place(score), y1 = 0, y2 = "100%" })
end

local function corpus_mark(page, group, y)
  local corpus = group.corpus
  if not corpus or type(corpus.score) ~= "number" then return nil end
  local interval = page.interval(corpus.low, corpus.high)
  local low, high = place(corpus.low or corpus.score), place(corpus.high or corpus.score)
  return h("a", { href = "#" .. page.actor_anchor(group.actor) },
    h("title", nil, group.actor, ", all articles: ", page.score(corpus.score), " ", interval),
    interval and h("line", { class = "interval", x1 = low, x2 = high, y1 = y, y2 = y }),
    h("svg", { x = place(corpus.score), y = y, overflow = "visible", class = "corpus" },
      h("path", { d = "M0-8L8 0L0 8L-8 0Z" })))
end

local function plot(page, group)
  local dots, lanes, marks, depth = positions(group), {}, {}, 0
  if #dots > MOST_DOTS then dots = clustered(dots) end
  for index, dot in ipairs(dots) do
    local lane = free_lane(lanes, dot.score)
    depth, marks[index] = math.max(depth, lane), dot_mark(page, group, dot, lane)
  end
  local y = depth * LANE + 14
  local label = "Scores of " .. group.actor
  return h("svg", { class = "plot", width = "100%", height = y + 14, role = "group", ["aria-label"] = label },
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
      { x = place(corpus.score), y = 11, overflow = "visible", class = page.score_class(corpus.score) },
      h("circle", { r = 7 })))
end

--- A stance as glyph and word.
---@param page table
---@param stance string|nil
---@return table element
function stances.word(page, stance)
  stance = view.name(stance) or "no stance"
  return h("span", { class = "stance" }, h("span", { class = "glyph" }, page.stance_glyphs[stance] or "·"), " ", stance)
end

local function corpus_head(page, group)
  local corpus = group.corpus
  if not corpus then return nil end
  local interval = page.interval(corpus.low, corpus.high)
  return markup.list(
    h("div", { class = "verdict" }, stances.word(page, corpus.stance), " ",
      h("a", { class = "score", href = "#" .. page.actor_anchor(group.actor) }, page.score(corpus.score)),
      interval and h("span", { class = "meta" }, " ", interval)),
    h("div", { class = "meta" }, corpus.articles and view.count(corpus.articles, "article"),
      corpus.roots and " · ", page.roots(corpus.roots),
      corpus.disputed and { " · ", view.dispute(corpus) }))
end

local function evidence_item(page, entry)
  local item, stance = entry.item, entry.stance
  local first = stance.evidence and stance.evidence[1]
  return h("li", nil,
    h("div", nil, page.badge(item), " ", item.outlet, ": ", stances.word(page, stance.stance), " ",
      page:link(item.id, first, { class = "score" }, page.score(stance.score))),
    first and page:quote(item.id, first) or h("p", { class = "meta" }, "No evidence in the result."),
    first and h("div", { class = "meta" }, page.detail(first, tostring(stance.actor)),
      #stance.evidence > 1 and { " · further evidence ", page:numbers(item.id, stance.evidence, 2) }))
end

local function evidence_list(page, group)
  local items, silent = {}, {}
  for _, entry in ipairs(group.entries) do
    if view.has_position(entry.stance) then
      items[#items + 1] = evidence_item(page, entry)
    else
      silent[#silent + 1] = { #silent > 0 and " ", page.badge(entry.item) }
    end
  end
  return h("details", { class = "evidence" },
    h("summary", nil, #items > 0 and "Sentences from " .. view.count(#items, "article") or "No position reported"),
    h("ul", { class = "plain", id = page.actor_anchor(group.actor) }, items,
      #silent > 0 and h("li", { class = "meta" }, "Mentioned, no position reported: ", silent)))
end

local function actor_row(page, group)
  return h("div", { class = "actor" },
    h("div", { class = "who" }, h("h3", nil, group.actor), corpus_head(page, group)),
    h("div", { class = "dots" }, plot(page, group)),
    evidence_list(page, group))
end

local function stance_of(group, item)
  for _, entry in ipairs(group.entries) do
    if entry.item.id == item.id then return entry.stance end
  end
end

local function table_cell(page, group, item)
  local stance = stance_of(group, item)
  local at = { class = "silent", ["data-label"] = item.letter .. " " .. item.outlet, role = "cell" }
  if not stance then return h("td", at, h("span", { class = "hush" }, "not mentioned")) end
  at.class = "nothing"
  if not view.has_position(stance) then return h("td", at, "no position") end
  at.class = page.score_class(stance.score)
  return h("td", at, stances.word(page, stance.stance), " ",
    page:link(item.id, stance.evidence and stance.evidence[1], { class = "score" }, page.score(stance.score)))
end

local function table_row(page, group)
  local cells = {}
  for index, item in ipairs(page.articles) do cells[index] = table_cell(page, group, item) end
  return h("tr", { role = "row" }, h("th", { role = "rowheader", scope = "row" }, group.actor), cells)
end

local function twin(page, groups)
  local rows = {}
  for index, group in ipairs(groups) do rows[index] = table_row(page, group) end
  return h("details", { class = "twin", open = true }, h("summary", nil, "The same as a table"),
    claims.wide_table(page, "Stances by actor and article", claims.column_heads(page, "Actor"), rows))
end

local function axis()
  return h("div", { class = "axis", ["aria-hidden"] = "true" },
    h("span", nil, "−1 opposes"), h("span", nil, "0"), h("span", nil, "favours +1"))
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
  for index, entry in ipairs(group.entries) do badges[index] = { page.badge(entry.item), " " } end
  return h("li", { id = page.actor_anchor(group.actor) }, group.actor, " ", badges)
end

local function rows(page, groups)
  local list, silent = {}, {}
  for _, group in ipairs(groups) do
    if is_silent(group) then
      silent[#silent + 1] = silent_actor(page, group)
    else
      list[#list + 1] = actor_row(page, group)
    end
  end
  return markup.list(
    h("div", { class = "actors" }, h("div", { class = "who" }), axis(), list),
    #silent > 0 and h("div", { class = "mentioned" }, "Mentioned, no position reported:", h("ul", nil, silent)),
    twin(page, groups))
end

--- The section "Who stands where".
---@param page table
---@return table element
function stances.section(page)
  local groups = view.actors(page.result)
  return h("section", { id = "stances" }, h("h2", nil, "Who stands where"),
    h("p", { class = "note" }, "A dot is one article, named by its letter; it leads to the strongest sentence. "
      .. "The diamond is the score over all articles, the bar its interval. "
      .. "What an article reports of an actor is not what the article or its outlet thinks."),
    #groups > 0 and rows(page, groups) or h("p", nil, "No actor of the pack is mentioned in these articles."))
end

return stances
