--- The heat map of claims by articles, the pairs of articles and what each article leaves out.

local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local claims = {}

-- With more pairs than this the claims of each are not listed: the list grows with pairs times claims.
local MOST_PAIRS = 66

-- In a cell, a value or wording longer than this is cut, and records after the first few are numbers only.
local VALUE_BYTES = 64
local MOST_RECORDS = 3

local function covering(entry)
  local count = 0
  for _ in pairs(entry.cells) do count = count + 1 end
  return count
end

--- h1 (nobody else gives this value) to h5 (every covering article does); h0 where only one article reports.
local function heat(alike, covered)
  if covered < 2 then return "h0" end
  if alike < 2 then return "h1" end
  return "h" .. 1 + math.ceil(alike / covered * 4)
end

--- What stands for a record in its cell: the article's words, or a value that differs from the cell's, or the status.
local function record_words(record, cell)
  local value = view.value(cell.value)
  local words, own = view.name(record.text), view.value(record.value)
  if words and words ~= value then return "“" .. view.cut(words, VALUE_BYTES) .. "”" end
  if record.value ~= nil and own ~= value then return view.cut(own, VALUE_BYTES) end
  return view.name(record.status) or "evidence"
end

local function record_line(page, item, record, cell)
  local glyph = page.claim_glyphs[record.status] or "·"
  local shown = record_words(record, cell)
  return h("span", { class = "record" },
    h("span", { class = "glyph", title = record.status }, glyph), " ",
    page:link(item.id, record.evidence and record.evidence[1], {}, shown),
    page:numbers(item.id, record.evidence, 2))
end

local function cell_attributes(item, class)
  return { class = "cell " .. class, ["data-label"] = item.letter .. " " .. item.outlet, role = "cell" }
end

local function reported_cell(page, item, entry, cell)
  local alike, covered, records = view.alike(entry, cell), covering(entry), {}
  for index, record in ipairs(cell.entries) do
    records[index] = index <= MOST_RECORDS and record_line(page, item, record, cell)
      or page:numbers(item.id, record.evidence, 1)
  end
  local first, value = cell.entries[1], view.value(cell.value)
  local full = { title = #value > VALUE_BYTES and value }
  local share = string.format("%d of %d reporting articles give this value", alike, covered)
  return h("td", cell_attributes(item, heat(alike, covered)),
    h("span", { class = "value" },
      page:link(item.id, first and first.evidence and first.evidence[1], full, view.cut(value, VALUE_BYTES)),
      " ", h("span", { class = "alike", title = share }, string.format("%d/%d", alike, covered))),
    records)
end

local function silent_cell(item)
  return h("td", cell_attributes(item, "silent"), h("span", { class = "hush" }, "silent"))
end

--- The class that colours a status.
---@param page table
---@param status string
---@return string
function claims.chip_class(page, status)
  return "t-" .. (page.status_glyphs[status] and status or "other")
end

--- The state of a claim over all articles as a chip: glyph and word.
---@param page table
---@param status string|nil
---@return table element
function claims.chip(page, status)
  status = view.name(status) or "unrated"
  return h("span", { class = "chip " .. claims.chip_class(page, status) },
    h("span", { class = "glyph" }, page.status_glyphs[status] or "?"), " ", status)
end

local function row_header(page, entry)
  local record = entry.agreement or {}
  local roots = page.roots(record.roots)
  return h("th", { class = "claimhead", id = page.claim_anchor(entry.claim), role = "rowheader", scope = "row" },
    h("span", { class = "name", title = entry.claim }, page.words(entry.claim)),
    claims.chip(page, record.status),
    h("span", { class = "meta" },
      h("span", nil, "coverage ", view.share(record.coverage)), " · ",
      h("span", nil, "agreement ", view.share(record.agreement)), roots and " · ", roots and h("span", nil, roots)))
end

local function row(page, entry)
  local cells = {}
  for index, item in ipairs(page.articles) do
    local cell = entry.cells[item.id]
    cells[index] = cell and reported_cell(page, item, entry, cell) or silent_cell(item)
  end
  return h("tr", { role = "row" }, row_header(page, entry), cells)
end

--- The column heads shared by every table with one column per article.
---@param page table
---@param first string head of the first column
---@return table element
function claims.column_heads(page, first)
  local heads = {}
  for index, item in ipairs(page.articles) do
    heads[index] = h("th", { role = "columnheader", scope = "col" }, page.badge(item), " ", h("span", nil, item.outlet))
  end
  return h("thead", { role = "rowgroup" },
    h("tr", { role = "row" }, h("th", { role = "columnheader", scope = "col" }, first), heads))
end

local LEGEND = {
  { "swatch h1", "1/4", "only this article gives the value" },
  { "swatch h5", "4/4", "all that report the claim give it" },
  { "swatch silent", "silent", "does not report the claim" }, { "glyph", "●", "asserted by the outlet" },
  { "glyph", "❝", "attributed to a source" }, { "glyph", "✕", "denied" },
}

local function legend()
  local items = {}
  for index, item in ipairs(LEGEND) do
    items[index] = h("span", nil, h("span", { class = item[1] }, item[2]), " ", item[3])
  end
  return h("p", { class = "legend" }, items)
end

--- A table with one column per article: it scrolls where it is too wide, and becomes a list on a narrow screen.
---@param page table
---@param caption string
---@param heads table element
---@param rows table[] elements
---@return table element
function claims.wide_table(page, caption, heads, rows)
  local width = string.format("min-width:%.1frem", 13 + 8.5 * #page.articles)
  return h("div", { class = "wide", role = "region", ["aria-label"] = caption, tabindex = 0 },
    h("table", { class = "even cards", role = "table", style = width },
      h("caption", { class = "hidden" }, caption), heads, h("tbody", { role = "rowgroup" }, rows)))
end

local function heat_map(page, list)
  local rows = {}
  for index, entry in ipairs(list) do rows[index] = row(page, entry) end
  return { legend(), claims.wide_table(page, "Claims by article", claims.column_heads(page, "Claim"), rows) }
end

local function pair_value(page, item, cell)
  local first = cell.entries[1]
  local value = view.cut(view.value(cell.value), VALUE_BYTES)
  return page:link(item.id, first and first.evidence and first.evidence[1], {}, value)
end

--- The claims that both articles of a pair report, with both values.
local function shared_claims(page, pair, list)
  local a, b, items = page.by_id[tostring(pair.a)], page.by_id[tostring(pair.b)], {}
  for _, entry in ipairs(list) do
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
  return item and page.badge(item) or h("span", { class = "badge" }, tostring(id))
end

--- The share of the same values, as the width of a bar.
local function bar(pair)
  local same, both = tonumber(pair.same), tonumber(pair.both)
  local share = same and both and both > 0 and math.max(0, math.min(1, same / both)) or 0
  return h("span", { class = "bar", ["aria-hidden"] = "true" },
    h("i", { style = string.format("width:%.0f%%", share * 100) }))
end

local function pair_item(page, pair, list)
  local interval = page.interval(pair.low, pair.high, view.share)
  return h(list and "details" or "div", { class = "pair" },
    h(list and "summary" or "div", nil, pair_badge(page, pair.a), pair_badge(page, pair.b), " ",
      h("b", nil, view.value(pair.same), " of ", view.value(pair.both)), bar(pair),
      interval and h("span", { class = "meta" }, interval)),
    list and h("ul", nil, shared_claims(page, pair, list)))
end

local function pair_section(page, list)
  local items, pairs_of = {}, page.result.agreement and page.result.agreement.pairs or {}
  for index, pair in ipairs(pairs_of) do
    items[index] = pair_item(page, pair, #pairs_of <= MOST_PAIRS and list or nil)
  end
  if #items == 0 then return nil end
  return { h("h3", nil, "Pairs of articles"),
    h("p", { class = "note" },
      "Of the claims both report: how many have the same value, and the interval of that share."),
    h("div", { class = "columns" }, items) }
end

local function silent_links(page, id, list)
  local links = {}
  for _, entry in ipairs(list) do
    for _, silent in ipairs(entry.silent) do
      if silent == id then
        local href = "#" .. page.claim_anchor(entry.claim)
        links[#links + 1] = { #links > 0 and ", ", h("a", { href = href }, page.words(entry.claim)) }
      end
    end
  end
  return #links > 0 and links or "nothing"
end

local function omission_section(page, list)
  local items = {}
  for index, record in ipairs(page.result.agreement and page.result.agreement.omission or {}) do
    items[index] = h("li", nil, pair_badge(page, record.article), " ", h("b", nil, view.share(record.value)),
      h("span", { class = "meta" }, " silent on ", silent_links(page, tostring(record.article), list)))
  end
  if #items == 0 then return nil end
  return { h("h3", nil, "Omission"),
    h("p", { class = "note" }, "The share of what the other articles report that this one does not, from 0 to 1."),
    h("ul", { class = "plain" }, items) }
end

--- The section "Where the sources agree".
---@param page table
---@return table element
function claims.section(page)
  local list = view.claims(page.result)
  return h("section", { id = "claims" }, h("h2", nil, "Where the sources agree"),
    h("p", { class = "note" }, "One row per claim, one column per article. Every value leads to its sentence. "
      .. "Coverage is the share of articles that report the claim, agreement how alike their values are; "
      .. "silence lowers coverage, never agreement."),
    #list > 0 and heat_map(page, list) or h("p", nil, "No claim of the pack was found in these articles."),
    pair_section(page, list), omission_section(page, list))
end

return claims
