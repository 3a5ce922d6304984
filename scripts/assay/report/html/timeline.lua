--- Claims over time: one row per claim, one column per unit of time, the articles as their letters.

local claims = require "assay.report.html.claims"
local markup = require "assay.report.html.markup"
local timeline = require "assay.report.timeline"

local h = markup.element

local section = {}

-- More articles than this in a cell are a number.
local MOST_LETTERS = 8

local function dot(page, one)
  local record = one.cell.entries[1]
  local evidence = record and record.evidence and record.evidence[1]
  local title = ("%s: %s"):format(one.item.outlet, one.cell.shown)
  return page:link(one.item.id, evidence, {
    class = one.usual and "at" or "at other", title = title,
    ["aria-label"] = evidence and one.item.letter .. ": " .. title,
  }, one.item.letter)
end

--- The articles of one unit: their letters, or their number on a ground that is darker the more there are.
local function cell(page, entry, list, most)
  if #list == 0 then return h("td", { class = "none" }, h("span", { class = "hidden" }, "none")) end
  if #list <= MOST_LETTERS and not page.split then
    local dots = {}
    for index, one in ipairs(list) do dots[index] = dot(page, one) end
    return h("td", nil, h("div", { class = "ats" }, dots))
  end
  local usual = 0
  for _, one in ipairs(list) do usual = usual + (one.usual and 1 or 0) end
  return h("td", { class = "n h" .. 1 + math.ceil(#list / most * 4) },
    h("a", { href = page:claim_href(entry.claim) }, usual), #list > usual and { "+", #list - usual })
end

local function first_report(page, entry)
  for _, item in ipairs(page.by_day) do
    if entry.cells[item.id] then return item end
  end
end

local function row(page, entry, units)
  local cells, first = {}, first_report(page, entry)
  local by_unit, most = timeline.row(entry, page.articles, units), 1
  for _, list in ipairs(by_unit) do most = math.max(most, #list) end
  for index, list in ipairs(by_unit) do cells[index] = cell(page, entry, list, most) end
  return h("tr", nil, h("th", { scope = "row" },
    h("a", { class = "name", href = page:claim_href(entry.claim) }, page.words(entry.claim)),
    first and h("span", { class = "meta" }, "first ", first.outlet)), cells)
end

local function heads(units)
  local list = { h("th", { scope = "col" }, "Claim") }
  for index, name in ipairs(units.names) do
    local before = units.names[index - 1]
    local same_year = before and #name == 10 and before:sub(1, 5) == name:sub(1, 5)
    list[index + 1] = h("th", { scope = "col", title = name },
      same_year and { h("span", { class = "hidden" }, name:sub(1, 5)), name:sub(6) } or name)
  end
  return h("thead", nil, h("tr", nil, list))
end

local function body(page, units)
  local rows = {}
  for index, entry in ipairs(page.claims) do rows[index] = row(page, entry, units) end
  local width = 14 + #units.names * (#page.articles > 12 and 3.4 or 2.6)
  return { h("p", { class = "legend" }, h("span", nil, h("span", { class = "at" }, "A"),
    " the most common value of the claim"),
      h("span", nil, h("span", { class = "at other" }, "A"), " another value"),
      page.split and h("span", nil, h("span", { class = "swatch h5" }, "5+2"), " articles with the one and the other"),
      h("span", nil, "one column per ",
        units.unit)),
    claims.wide_table("Claims over time", "times", width, heads(units), h("tbody", nil, rows)),
    page:csv("timeline") }
end

--- The section "When each claim was reported".
---@param page table
---@return table element
function section.section(page)
  local units = timeline.units(page.articles)
  return h("section", { id = "timeline" }, h("h2", nil, "When each claim was reported"),
    h("p", { class = "note" },
      "By the day of publication as the articles give it. A later report with another value is "
      .. "not by itself a contradiction."),
    units and #page.claims > 0 and body(page, units) or h("p", nil,
      "Without dates, or without claims, there is no order to show."))
end

return section
