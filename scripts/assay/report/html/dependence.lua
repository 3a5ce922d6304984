--- Who depends on whom: one row per linked pair, the articles as columns in order of publication.

local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local dependence = {}

--- The articles by day of publication, undated ones last, as their place on the axis in per cent.
local function columns(page)
  local order, places = table.move(page.articles, 1, #page.articles, 1, {}), {}
  local rank = {}
  for index, item in ipairs(page.articles) do rank[item.id] = index end
  table.sort(order, function(a, b)
    local day_a, day_b = view.day(a.article) or "~", view.day(b.article) or "~"
    if day_a ~= day_b then return day_a < day_b end
    return rank[a.id] < rank[b.id]
  end)
  for index, item in ipairs(order) do places[item.id] = string.format("%.2f%%", (index - 0.5) / #order * 100) end
  return order, places
end

local function node(item, x, linked)
  return h("a", { href = "#a-" .. item.anchor },
    h("svg", { x = x, y = 16, overflow = "visible", class = linked and "node on" or "node" },
      h("title", nil, item.outlet .. " (" .. item.id .. ")"), h("circle", { r = linked and 11 or 3 }),
      linked and h("text", { y = 4, ["text-anchor"] = "middle" }, item.letter)))
end

local function drawing(link, order, places)
  local a, b, nodes = tostring(link.a), tostring(link.b), {}
  for index, item in ipairs(order) do
    nodes[index] = node(item, places[item.id], item.id == a or item.id == b)
  end
  local level = math.max(1, math.min(4, math.tointeger(tonumber(link.level)) or 1))
  local edge = { class = "edge", x1 = places[a], x2 = places[b], y1 = 16, y2 = 16, ["stroke-width"] = 1 + level }
  local label = a .. " and " .. b
  return h("svg", { class = "pairline", width = "100%", height = 32, role = "group", ["aria-label"] = label },
    places[a] and places[b] and h("line", edge), nodes)
end

local function place_item(page, place)
  local item = page.by_id[place.article or ""]
  if not place.start then return h("li", nil, page.words(place.what), " ", place.text) end
  return h("li", nil, item and { page.badge(item), " " },
    h("span", { class = "meta" }, page.words(place.what)), page:quote(place.article, place))
end

local function evidence_items(page, link)
  local items = {}
  for _, evidence in ipairs(link.evidence or {}) do
    for _, place in ipairs(view.places(link, evidence)) do items[#items + 1] = place_item(page, place) end
  end
  return items
end

local function link_row(page, link, order, places)
  local items = evidence_items(page, link)
  return h("div", { class = "linkrow" }, drawing(link, order, places),
    h("details", nil,
      h("summary", nil, h("b", nil, "level ", view.value(link.level)),
        link.rho and { " · shared weight ", view.share(link.rho) }, " · ", view.count(#items, "place")),
      h("ul", { class = "plain" }, items)))
end

--- The section "Who depends on whom".
---@param page table
---@return table element
function dependence.section(page)
  local order, places = columns(page)
  local rows, links = {}, page.result.dependence or {}
  for index, link in ipairs(links) do rows[index] = link_row(page, link, order, places) end
  return h("section", { id = "dependence" }, h("h2", nil, "Who depends on whom"),
    h("p", { class = "note" }, "A line joins two articles that share a source or text, the thicker the more; the "
      .. "columns run from the first published to the last. Articles that depend on each other count as less than "
      .. "two witnesses."),
    #rows > 0 and h("div", { class = "links" }, rows)
      or h("p", nil, "No link between the articles was found. That does not make them independent."))
end

return dependence
