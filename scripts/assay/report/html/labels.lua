--- Labels by voice, and words in their context.

local escape = require "assay.report.escape"
local kwic = require "assay.report.kwic"
local markup = require "assay.report.html.markup"
local view = require "assay.report.view"
local voice_table = require "assay.report.voices"

local h = markup.element

local labels = {}

local VOICES = {
  { "outlet", "Outlet's own voice" }, { "attributed", "In a paraphrase" }, { "quoted", "In quotation marks" },
}
-- With more articles than this, labels are listed by term alone.
local MOST_ARTICLES = 60

local function anchor(group)
  return "w-" .. group.kind .. "-" .. escape.anchor(group.key)
end

local function bar_cell(voice, n, most)
  return h("td", { ["data-label"] = voice[2] },
    h("span", { class = "voice v-" .. voice[1], style = ("width:%.1f%%"):format((n or 0) / most * 72),
      ["aria-hidden"] = "true" }), n and h("b", nil, n) or h("span", { class = "meta" }, 0))
end

local function heads(first)
  local list = { h("th", { scope = "col" }, first) }
  for _, voice in ipairs(VOICES) do list[#list + 1] = h("th", { scope = "col" }, voice[2]) end
  return h("thead", nil, h("tr", nil, list))
end

local function chart(page, index)
  local rows = {}
  local list, most = view.label_counts(page.articles)
  for position, entry in ipairs(list) do
    local cells, group = {}, index["label\0" .. entry.term]
    for at, voice in ipairs(VOICES) do cells[at] = bar_cell(voice, entry.voices[voice[1]], most) end
    local name = group and h("a", { href = page:to(group.file, anchor(group)) }, entry.term) or entry.term
    rows[position] = h("tr", nil, h("th", { scope = "row" }, name), cells)
  end
  if #rows == 0 then return h("p", nil, "No label of the pack was found.") end
  return h("table", { class = "voices cards" }, h("caption", { class = "hidden" }, "Labels by voice"),
    heads "Label", h("tbody", nil, rows))
end

local function label_row(page, item)
  local voices, cells = view.labels(item.article), {}
  for index, voice in ipairs(VOICES) do
    cells[index] = h("td", { ["data-label"] = voice[2] }, voices[voice[1]])
  end
  return h("tr", nil,
    h("th", { scope = "row" }, page:badge(item), " ", item.outlet), cells)
end

local function by_article(page)
  local rows = {}
  if #page.articles > MOST_ARTICLES then return nil end
  for index, item in ipairs(page.articles) do rows[index] = label_row(page, item) end
  return h("details", nil, h("summary", nil, "By article"), h("table", { class = "cards" },
    h("caption", { class = "hidden" }, "Labels by article and voice"), heads "Article",
    h("tbody", nil, rows)))
end

--- "Whose voice": how each article sources what it tells; nil where the run has not counted it.
local function voices(page)
  local rows, list = {}, {}
  for index, row in ipairs(voice_table.rows(page.result)) do
    local cells, item = {}, page.by_id[row[1]]
    for at = 2, #row do cells[at - 1] = h("td", { ["data-label"] = voice_table.HEADS[at] }, row[at]) end
    rows[index] = h("tr", nil, h("th", { scope = "row" }, item and { page:badge(item), " ", item.outlet } or row[1]),
      cells)
  end
  if #rows == 0 or #rows > MOST_ARTICLES then return nil end
  for at, name in ipairs(voice_table.HEADS) do list[at] = h("th", { scope = "col" }, name) end
  return h("details", nil, h("summary", nil, "Whose voice: reports, sources without a name, distance"),
    h("p", { class = "note" },
      "Reports of what others said, the sentences they fill, and the verbs that take distance from "
      .. "them: counts, without a judgement."),
    h("table", { class = "cards" }, h("caption", { class = "hidden" }, "Whose voice"),
      h("thead", nil, h("tr", nil, list)), h("tbody", nil, rows)))
end

--- The section "Labels by voice".
---@param page table
---@return table element
function labels.section(page)
  return h("section", { id = "labels" }, h("h2", nil, "Labels by voice"),
    h("p", { class = "note" }, "Words used for the same people, counted by whose words they are; a word leads to its "
      .. "places. No label counts as good or bad."),
    chart(page, labels.groups(page)), by_article(page), voices(page), page:csv "labels")
end

--- The groups of words in context by kind and key, each with its file in a split report; and as a list.
---@param page table
---@return table<string, AssayKwicGroup> index
---@return AssayKwicGroup[] list
function labels.groups(page)
  if not page.kwic then
    local index, list = {}, kwic.groups(page.articles)
    for position, group in ipairs(list) do
      group.file = page.split and ("words-%03d"):format(position) or nil
      index[group.kind .. "\0" .. group.key] = group
    end
    page.kwic = { index, list }
  end
  return page.kwic[1], page.kwic[2]
end

local function place_of(page, row)
  local evidence = { start = row.start, ["end"] = row.stop }
  return page:address(row.item.id, evidence) or page:paragraph_href(row.item, row.start)
end

--- One row. Only where the article is written from right to left the cells ask for their direction.
local function kwic_row(page, row)
  local dir = row.item.rtl and "auto" or nil
  return h("tr", nil, h("td", nil, page:badge(row.item, true)), h("td", { dir = dir }, row.left),
    h("td", { dir = dir }, h("a", { href = place_of(page, row) }, row.hit)), h("td", { dir = dir }, row.right))
end

local function kwic_table(page, group)
  local rows = {}
  for index, row in ipairs(group.rows) do rows[index] = kwic_row(page, row) end
  return h("table", { class = group.kind == "label" and "kwic short" or "kwic" }, h("caption", { class = "hidden" },
    group.key, " in context"),
    h("thead", nil, h("tr", nil, h("th", nil, h("span", { class = "hidden" }, "article")), h("th", nil, "before"),
      h("th", nil, "words"), h("th", nil, "after"))), h("tbody", nil, rows))
end

local KINDS = { { "label", "Labels" }, { "rule", "What each rule found" } }

local function groups_of(page, list, kind)
  local leaves = {}
  for _, group in ipairs(list) do
    if group.kind == kind[1] then
      leaves[#leaves + 1] = page:leaf(group.file, anchor(group), { h("code", nil, group.key), " ",
        h("span", { class = "meta" }, view.count(#group.rows, "place")) }, group.key,
        function() return kwic_table(page, group) end)
    end
  end
  if #leaves == 0 then return nil end
  return h("details", { class = "group" }, h("summary", nil, kind[2], " (", #leaves, ")"), leaves)
end

--- The section "Words in context".
---@param page table
---@return table element
function labels.kwic_section(page)
  local _, list = labels.groups(page)
  local parts = {}
  for index, kind in ipairs(KINDS) do parts[index] = groups_of(page, list, kind) or "" end
  return h("section", { id = "words" }, h("h2", nil, "Words in context"),
    h("p", { class = "note" },
      "Every label and everything a rule found for a stance, with the words before and after it; it "
      .. "leads to the article. The words found for claims stand side by side above, and in kwic.csv."),
    #list > 0 and { parts, page:csv "kwic" } or h("p", nil, "The texts are not at hand."))
end

return labels
