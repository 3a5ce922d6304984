--- Who depends on whom: outlets as columns, time downwards, a line for every linked pair of articles; below it what
--- they share.

local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local dependence = {}

-- The drawing: pixels of a column, of a row, of the margin with the days, of the head with the names.
local COLUMN, ROW, MARGIN, HEAD = 104, 38, 92, 40
-- More links than this cannot be told apart; the closest are drawn.
local MOST_LINKS = 40
-- A longer name is cut at the head of its column.
local NAME_LETTERS = 14

local function level_of(link)
  return math.max(1, math.min(4, math.tointeger(tonumber(link.level)) or 1))
end

--- The links to be drawn, numbered: all in their order, or the closest where there are too many.
local function drawn_links(page)
  local list = {}
  for index, link in ipairs(page.result.dependence or {}) do
    local a, b = page.by_id[tostring(link.a)], page.by_id[tostring(link.b)]
    list[index] = { n = index, link = link, a = a, b = b }
  end
  local all = #list
  table.sort(list, function(x, y)
    if level_of(x.link) ~= level_of(y.link) then return level_of(x.link) > level_of(y.link) end
    return x.n < y.n
  end)
  local kept = table.move(list, 1, math.min(all, MOST_LINKS), 1, {})
  table.sort(kept, function(x, y) return x.n < y.n end)
  for index, entry in ipairs(kept) do entry.n = index end
  return kept, all
end

--- The linked articles from the first published to the last, and the columns of their outlets.
local function places(page, links)
  local is_linked, at, columns, by_outlet = {}, {}, {}, {}
  for _, entry in ipairs(links) do
    if entry.a and entry.b then is_linked[entry.a.id], is_linked[entry.b.id] = true, true end
  end
  local row = 0
  for _, item in ipairs(page.by_day) do
    if is_linked[item.id] then
      row = row + 1
      local outlet = view.name(item.article.outlet) or item.id
      if not by_outlet[outlet] then
        columns[#columns + 1] = item.outlet
        by_outlet[outlet] = #columns
      end
      at[item.id] = { item = item, x = MARGIN + (by_outlet[outlet] - 0.5) * COLUMN, y = HEAD + (row - 0.5) * ROW }
    end
  end
  return at, columns, row
end

local function short(name)
  local stop = utf8.offset(name, NAME_LETTERS + 1)
  return stop and stop <= #name and name:sub(1, stop - 1) .. "…" or name
end

local function heads(columns, height)
  local nodes = {}
  for index, name in ipairs(columns) do
    local x = MARGIN + (index - 0.5) * COLUMN
    nodes[index] = { h("line", { class = "lane", x1 = x, x2 = x, y1 = HEAD - 8, y2 = height }),
      h("text", { class = "head", x = x, y = 20, ["text-anchor"] = "middle" }, h("title", nil, name), short(name)) }
  end
  return nodes
end

--- The days at the left, each once.
local function days(page, at)
  local nodes, last = {}, nil
  for _, item in ipairs(page.by_day) do
    local place = at[item.id]
    local day = place and (view.day(item.article) or "undated")
    if place and day ~= last then
      nodes[#nodes + 1] = h("text", { class = "day", x = 0, y = place.y + 4 }, day)
      last = day
    end
  end
  return nodes
end

--- The way from the earlier article down its column, then along the row of the later one; and the corner, where the
--- number stands: a place that no other pair of outlets has. Two articles of an outlet are joined straight down.
local function route(from, to)
  if from.x == to.x then
    return ("M%.0f %.0fV%.0f"):format(from.x, from.y, to.y), from.x, (from.y + to.y) / 2
  end
  local turn = to.x > from.x and 8 or -8
  return ("M%.0f %.0fV%.0fq0 8 %.0f 8H%.0f"):format(from.x, from.y, to.y - 8, turn, to.x), from.x, to.y
end

local function edge(entry, at, taken)
  local from, to = entry.a and at[entry.a.id], entry.b and at[entry.b.id]
  if not from or not to then return nil end
  if from.y > to.y then from, to = to, from end
  local d, x, y = route(from, to)
  local place = x .. ":" .. y
  taken[place] = (taken[place] or -1) + 1
  local level = level_of(entry.link)
  local title = ("%s and %s: level %d"):format(entry.a.outlet, entry.b.outlet, level)
  return h("path", { class = "edge l" .. level, d = d, ["stroke-width"] = level * 1.25 }, h("title", nil, title)),
    h("a", { href = "#l-" .. entry.n, ["aria-label"] = entry.n .. ": " .. title }, h("svg",
      { class = "tag", x = x // 1 + taken[place] * 20, y = y // 1, overflow = "visible" },
      h("circle", { r = 9 }), h("text", { y = 4, ["text-anchor"] = "middle" }, entry.n)))
end

local function node(page, place)
  local title = place.item.outlet .. " (" .. place.item.id .. ")"
  return h("a", { href = page:article_href(place.item), ["aria-label"] = place.item.letter .. ": " .. title },
    h("svg", { class = "node", x = place.x, y = place.y, overflow = "visible" }, h("title", nil, title),
      markup.pill(place.item.letter),
      h("text", { y = 4, ["text-anchor"] = "middle" }, place.item.letter)))
end

local function drawing(page, links)
  local at, columns, rows = places(page, links)
  if rows == 0 then return nil end
  local width, height = MARGIN + #columns * COLUMN, HEAD + rows * ROW + 6
  local edges, tags, nodes, taken = {}, {}, {}, {}
  for _, entry in ipairs(links) do
    edges[#edges + 1], tags[#tags + 1] = edge(entry, at, taken)
  end
  for _, item in ipairs(page.by_day) do
    if at[item.id] then nodes[#nodes + 1] = node(page, at[item.id]) end
  end
  return h("div", { class = "wide", role = "region", ["aria-label"] = "Links between articles", tabindex = 0 },
    h("svg", { class = "graph", width = width, height = height, role = "group",
      ["aria-label"] = "Outlets as columns, time downwards, a line for every link" },
      heads(columns, height), days(page, at), edges, tags, nodes))
end

local function place_item(page, place)
  local item = page.by_id[place.article or ""]
  if not place.start then return h("li", nil, page.words(place.what), " ", place.text) end
  return h("li", nil, item and { page:badge(item), " " },
    h("span", { class = "meta" }, page.words(place.what)), page:quote(place.article, place))
end

local function evidence_items(page, link)
  local items = {}
  for _, evidence in ipairs(link.evidence or {}) do
    for _, place in ipairs(view.places(link, evidence)) do items[#items + 1] = place_item(page, place) end
  end
  return items
end

local function side(page, item, id)
  if not item then return h("span", { class = "badge" }, tostring(id)) end
  return { page:badge(item), " ", item.outlet }
end

local function link_item(page, entry)
  local link = entry.link
  local items = evidence_items(page, link)
  return h("li", { class = "linkrow", id = "l-" .. entry.n },
    h("p", nil, h("b", { class = "tagno" }, entry.n), " ", side(page, entry.a, link.a), " – ", side(page, entry.b,
      link.b),
      h("span", { class = "meta" }, " level ", view.value(link.level),
        link.rho and { " · shared weight ", view.share(link.rho) })),
    h("details", nil, h("summary", nil, view.count(#items, "place")), h("ul", { class = "plain" }, items)))
end

local function body(page)
  local links, all = drawn_links(page)
  local items = {}
  for index, entry in ipairs(links) do items[index] = link_item(page, entry) end
  return { drawing(page, links),
    all > #links and h("p", { class = "note" }, ("The %d closest of %d links; all stand in dependence.csv."):format(
      #links, all)),
    h("ul", { class = "plain links" }, items), page:csv("dependence") }
end

--- The section "Who depends on whom".
---@param page table
---@return table element
function dependence.section(page)
  return h("section", { id = "dependence" }, h("h2", nil, "Who depends on whom"),
    h("p", { class = "note" },
      "A line joins two articles that share a source or text, the thicker the more; its number "
      .. "leads to what they share. Columns are outlets, time runs downwards. Articles that depend on each other count "
      .. "as less than two witnesses."),
    #(page.result.dependence or {}) > 0 and body(page)
      or h("p", nil, "No link between the articles was found. That does not make them independent."))
end

return dependence
