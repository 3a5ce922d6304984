--- The heat map of claims by articles, the sentences on each claim side by side, the pairs of articles and what each
--- article leaves out.

local escape = require "assay.report.escape"
local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local claims = {}

-- With more pairs than this the claims of each are not listed: the list grows with pairs times claims.
local MOST_PAIRS = 66

-- In a cell, a value longer than this is cut.
local VALUE_BYTES = 28
-- An article may say the same thing many times; side by side stand this many of its sentences.
local MOST_RECORDS = 2
-- A longer sentence is cut there.
local SIDE_BYTES = 320
local NAME_BYTES = 90
-- Where there are too many columns, this many values of a claim are named.
local MOST_VALUES = 6

--- h1 (nobody else gives this value) to h5 (every reporting article does); h0 where only one article reports.
local function heat(alike, reporting)
  if reporting < 2 then return "h0" end
  if alike < 2 then return "h1" end
  return "h" .. 1 + math.ceil(alike / reporting * 4)
end

--- The state of a claim over all articles as a chip: glyph and word.
---@param page table
---@param status string|nil
---@return table element
function claims.chip(page, status)
  status = view.name(status) or "unrated"
  return h("span", { class = "chip " .. claims.chip_class(page, status) },
    h("span", { class = "glyph", ["aria-hidden"] = "true" }, page.status_glyphs[status] or "?"), " ", status)
end

--- The class that colours a status.
---@param page table
---@param status string
---@return string
function claims.chip_class(page, status)
  return "t-" .. (page.status_glyphs[status] and status or "other")
end

--- The first article of a column that reports the claim with the column's most common value, and how many values
--- the column has.
local function of_column(entry, column)
  local counts, best, values = {}, nil, 0
  for _, item in ipairs(column.items) do
    local cell = entry.cells[item.id]
    if cell then
      local seen = counts[cell.shown] or { count = 0, item = item, cell = cell }
      if seen.count == 0 then values = values + 1 end
      seen.count, counts[cell.shown] = seen.count + 1, seen
      if not best or seen.count > best.count then best = seen end
    end
  end
  return best, values
end

local function cell_glyph(page, entry, cell)
  local is_odd, is_denied = view.is_odd(entry, cell)
  if is_odd then
    return { is_denied and "✕ " or "≠ ", h("span", { class = "hidden" }, "in dispute: ") }
  end
  local status = cell.entries[1] and cell.entries[1].status
  return h("span", { ["aria-hidden"] = "true" }, page.claim_glyphs[status] or "·", " ")
end

local function reported_cell(page, entry, column, best, values)
  local item, cell = best.item, best.cell
  local alike, first = view.alike(entry, cell), cell.entries[1]
  local value = view.cut(cell.shown, VALUE_BYTES)
  return h("td", { class = heat(alike, entry.reporting) .. (view.is_odd(entry, cell) and " odd" or ""),
    ["data-label"] = column.letter or column.label },
    cell_glyph(page, entry, cell),
    page:link(item.id, first and first.evidence and first.evidence[1], { title = value ~= cell.shown and cell.shown },
      value), " ", h("i", nil, string.format("%d/%d", alike, entry.reporting)),
    values > 1 and h("i", nil, " ≠", values))
end

local function silent_cell(column)
  return h("td", { class = "silent", ["data-label"] = column.letter or column.label },
    "silent")
end

--- Where there are too many columns: the values with the number of articles that give each.
local function values_cell(page, entry)
  local parts = {}
  for index = 1, math.min(#entry.values, MOST_VALUES) do
    local value = entry.values[index]
    parts[index] = h("a", { class = "dist " .. heat(value.count, entry.reporting),
      href = page:claim_href(entry.claim) },
      view.cut(value.shown, VALUE_BYTES), " ", h("b", nil, value.count))
  end
  local more = #entry.values - #parts
  return { h("td", { class = "dists" }, parts, more > 0 and { " and ", view.count(more, "other value") }),
    h("td", { class = "silent", ["data-label"] = "silent" },
      #entry.silent, " silent") }
end

local function row_header(page, entry)
  local record = entry.agreement or {}
  local roots = page.roots(record.roots)
  return h("th", { class = "claimhead", id = page.claim_anchor(entry.claim), scope = "row" },
    h("a", { class = "name", href = page:claim_href(entry.claim), title = entry.claim }, page.words(entry.claim)),
    h("span", { class = "meta" },
      "cov ", view.share(record.coverage), " · agr ", view.share(record.agreement), roots and " · ",
        roots and h("span", nil, roots),
      record.unweighted and { h("br"), "every article alike: ", view.value(record.unweighted.status) }))
end

local function row(page, entry)
  if not page.columns then return h("tr", nil, row_header(page, entry), values_cell(page, entry)) end
  local cells = {}
  for index, column in ipairs(page.columns) do
    local best, values = of_column(entry, column)
    cells[index] = best and reported_cell(page, entry, column, best, values) or silent_cell(column)
  end
  return h("tr", nil, row_header(page, entry), cells)
end

--- The heads of a table with a column per article, or per outlet.
---@param page table
---@param first string head of the first column
---@return table element
function claims.column_heads(page, first)
  local heads = {}
  for index, column in ipairs(page.columns) do
    heads[index] = h("th", { scope = "col" },
      column.letter and { page:badge(column.items[1]), " " }, h("span", nil, column.label),
      not column.letter and h("span", { class = "meta" }, " ", #column.items))
  end
  return h("thead", nil,
    h("tr", nil, h("th", { scope = "col" }, first), heads))
end

local function value_heads()
  local heads = {}
  for index, name in ipairs { "Claim", "Values, with their articles", "Silent" } do
    heads[index] = h("th", { scope = "col" }, name)
  end
  return h("thead", nil, h("tr", nil, heads))
end

local LEGEND = {
  { "swatch h1", "1/4", "no other article gives the value" },
  { "swatch h5", "4/4", "all that report the claim do" },
  { "swatch odd", "≠", "stands against the others in a dispute" },
  { "swatch silent", "silent", "does not report it" }, { "glyph", "●", "the outlet says it" },
  { "glyph", "❝", "a source says it" }, { "glyph", "✕", "denied" },
}

local function legend()
  local items = {}
  for index, item in ipairs(LEGEND) do
    items[index] = h("span", nil, h("span", { class = item[1] }, item[2]), " ", item[3])
  end
  return h("p", { class = "legend" }, items)
end

--- A table that scrolls where it is too wide, and becomes a list on a narrow screen.
---@param caption string
---@param class string
---@param width number least width in rem
---@param heads table element
---@param rows any elements
---@return table element
function claims.wide_table(caption, class, width, heads, rows)
  return h("div", { class = "wide", role = "region", ["aria-label"] = caption, tabindex = 0 },
    h("table", { class = class, style = string.format("min-width:%.1frem", width) },
      h("caption", { class = "hidden" }, caption), heads, rows))
end

local function status_rows(page, group)
  local rows = {}
  for index, entry in ipairs(group.items) do rows[index] = row(page, entry) end
  local span = page.columns and #page.columns + 1 or 3
  return h("tbody", nil,
    h("tr", nil, h("th", { class = "band", colspan = span, scope = "rowgroup" },
      claims.chip(page, group.name), " ", view.count(#group.items, "claim"))), rows)
end

local function heat_map(page)
  local bodies = {}
  for index, group in ipairs(view.by_status(page.claims)) do bodies[index] = status_rows(page, group) end
  local heads = page.columns and claims.column_heads(page, "Claim") or value_heads()
  local width = page.columns and 12 + 6.2 * #page.columns or 30
  local class = page.columns and "even map" or "map values"
  return { legend(), claims.wide_table("Claims by article", class, width, heads, bodies) }
end

local function side_record(page, item, record, cell)
  local evidence = record.evidence and record.evidence[1]
  local own = record.value ~= nil and view.value(record.value) or nil
  return { evidence and page:quote(item.id, evidence, SIDE_BYTES)
    or record.text and h("blockquote", { dir = "auto" }, record.text),
    h("p", { class = "meta" }, view.name(record.status), own and own ~= "yes" and own ~= cell.shown and { " · ",
      view.cut(own, 120) },
      evidence and view.name(evidence.speaker) and { " · ", view.cut(view.name(evidence.speaker), NAME_BYTES) },
      page:numbers(item.id, record.evidence, 2)) }
end

local function side(page, entry, item)
  local cell, records = entry.cells[item.id], {}
  for index, record in ipairs(cell.entries) do
    records[index] = index <= MOST_RECORDS and side_record(page, item, record, cell)
      or page:numbers(item.id, record.evidence, 1)
  end
  local others = view.alike(entry, cell)
  return h("li", { class = "side" .. (view.is_odd(entry, cell) and " odd" or "") },
    h("p", nil, page:badge(item, true), " ", h("b", nil, item.outlet), " ",
      h("span", { class = "meta" }, view.day(item.article) or "undated", " · ", view.cut(cell.shown, 120), " ",
        string.format("%d/%d", others, entry.reporting))), records)
end

--- What every article says on a claim, in the order of publication.
local function sides(page, entry)
  local items = {}
  for _, item in ipairs(page.by_day) do
    if entry.cells[item.id] then items[#items + 1] = side(page, entry, item) end
  end
  return h("ul", { class = "sides" }, items)
end

local function side_by_side(page)
  local leaves = {}
  for index, entry in ipairs(page.claims) do
    local words = page.words(entry.claim)
    leaves[index] = page:leaf(page.claim_files[entry.claim], "x-" .. escape.anchor(entry.claim),
      { h("b", nil, words), " ", h("span", { class = "meta" }, view.count(entry.reporting, "article"), ", ",
        view.name(entry.agreement and entry.agreement.status) or "unrated") },
      words, function() return sides(page, entry) end)
  end
  return { h("h3", nil, "Claim by claim, side by side"),
    h("p", { class = "note" }, "What each article writes on the same claim, in the order of publication."), leaves }
end

local function pair_value(page, item, cell)
  local first = cell.entries[1]
  return page:link(item.id, first and first.evidence and first.evidence[1], {}, view.cut(cell.shown, VALUE_BYTES))
end

--- The claims that both articles of a pair report, with both values.
local function shared_claims(page, pair)
  local a, b, items = page.by_id[tostring(pair.a)], page.by_id[tostring(pair.b)], {}
  for _, entry in ipairs(page.claims) do
    local first, second = a and entry.cells[a.id], b and entry.cells[b.id]
    if first and second then
      items[#items + 1] = h("li", nil, page.words(entry.claim), ": ",
        pair_value(page, a, first), " / ", pair_value(page, b, second))
    end
  end
  return items
end

local function pair_badge(page, id)
  local item = page.by_id[tostring(id)]
  return item and page:badge(item) or h("span", { class = "badge" }, tostring(id))
end

--- The share of the same values, as the width of a bar.
local function bar(pair)
  local same, both = tonumber(pair.same), tonumber(pair.both)
  local share = same and both and both > 0 and math.max(0, math.min(1, same / both)) or 0
  return h("span", { class = "bar", ["aria-hidden"] = "true" },
    h("i", { style = string.format("width:%.0f%%", share * 100) }))
end

local function pair_item(page, pair)
  local interval = page.interval(pair.low, pair.high, view.share)
  local shown = { pair_badge(page, pair.a), " ", pair_badge(page, pair.b), " ",
    h("b", nil, view.value(pair.same), " of ", view.value(pair.both)), bar(pair),
    interval and h("span", { class = "meta" }, interval) }
  return h("li", { class = "pair" }, shown,
    h("details", nil, h("summary", nil, "which"), h("ul", nil, shared_claims(page, pair))))
end

local function pair_section(page)
  local items, pairs_of = {}, page.result.agreement and page.result.agreement.pairs or {}
  if #pairs_of == 0 then return nil end
  if #pairs_of > MOST_PAIRS then
    return { h("h3", nil, "Pairs of articles"), h("p", { class = "note" },
      string.format("%d pairs are too many to draw; they stand in pairs.csv.", #pairs_of)) }
  end
  for index, pair in ipairs(pairs_of) do items[index] = pair_item(page, pair) end
  return { h("h3", nil, "Pairs of articles"),
    h("p", { class = "note" },
      "Of the claims both report: how many have the same value, and the interval of that share."),
    h("ul", { class = "columns plain" }, items) }
end

--- The claims on which each article is silent, by its id.
local function silences(page)
  local by_id = {}
  for _, entry in ipairs(page.claims) do
    for _, id in ipairs(entry.silent) do
      by_id[id] = by_id[id] or {}
      table.insert(by_id[id], entry)
    end
  end
  return by_id
end

local function silent_links(page, list)
  local links = {}
  for index, entry in ipairs(list or {}) do
    links[index] = { index > 1 and ", ", h("a", { href = "#" .. page.claim_anchor(entry.claim) },
      page.words(entry.claim)) }
  end
  return #links > 0 and links or "nothing"
end

local function omission_item(page, record, silent)
  local item = page.by_id[tostring(record.article)]
  return h("li", nil, pair_badge(page, record.article), " ", h("b", nil, view.share(record.value)), " ",
    item and item.outlet,
    h("details", nil, h("summary", nil, "silent on ", view.count(#(silent or {}), "claim")),
      h("p", { class = "meta" }, silent_links(page, silent))))
end

local function omission_section(page)
  local items, silent = {}, silences(page)
  local list = page.result.agreement and page.result.agreement.omission or {}
  if #list == 0 or page.split then return nil end
  for index, record in ipairs(list) do items[index] = omission_item(page, record, silent[tostring(record.article)]) end
  return { h("h3", nil, "Omission"),
    h("p", { class = "note" }, "The share of what the other articles report that this one does not, from 0 to 1."),
    h("ul", { class = "columns plain" }, items) }
end

--- The section "Where the sources agree".
---@param page table
---@return table element
function claims.section(page)
  local has_claims = #page.claims > 0
  return h("section", { id = "claims" }, h("h2", nil, "Where the sources agree"),
    h("p", { class = "note" }, "One row per claim, one column per ", page.columns and #page.articles > #page.columns
      and "outlet" or "article", ". Every value leads to its sentence, every claim to all sentences side by side. "
      .. "Coverage (cov) is the share of articles that report the claim, agreement (agr) how alike their values are; "
      .. "silence lowers coverage, never agreement."),
    has_claims and heat_map(page) or h("p", nil, "No claim of the pack was found in these articles."),
    has_claims and page:csv("claims", "claims-by-article", "pairs", "omission"),
    has_claims and side_by_side(page), pair_section(page), omission_section(page))
end

return claims
