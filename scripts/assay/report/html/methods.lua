--- Labels by voice, and how the numbers were made: rejects, limits, rules, versions, what they do not show.

local caveats = require "assay.report.caveats"
local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local methods = {}

local VOICES = {
  { "outlet", "Outlet's own voice" }, { "attributed", "In a paraphrase" }, { "quoted", "In quotation marks" },
}

local function label_row(page, item)
  local voices, cells = view.labels(item.article), {}
  for index, voice in ipairs(VOICES) do
    cells[index] = h("td", { ["data-label"] = voice[2], role = "cell" }, voices[voice[1]])
  end
  return h("tr", { role = "row" },
    h("th", { role = "rowheader", scope = "row" }, page.badge(item), " ", item.outlet), cells)
end

--- The section "Labels by voice".
---@param page table
---@return table element
function methods.labels(page)
  local rows, heads = {}, {}
  for index, item in ipairs(page.articles) do rows[index] = label_row(page, item) end
  heads[1] = h("th", { role = "columnheader", scope = "col" }, "Article")
  for _, voice in ipairs(VOICES) do
    heads[#heads + 1] = h("th", { role = "columnheader", scope = "col" }, voice[2])
  end
  return h("section", { id = "labels" }, h("h2", nil, "Labels by voice"),
    h("p", { class = "note" },
      "Words used for the same people, counted by whose words they are. No label counts as good or bad."),
    h("div", { class = "wide" }, h("table", { class = "cards", role = "table" },
      h("caption", { class = "hidden" }, "Labels by article and voice"),
      h("thead", { role = "rowgroup" }, h("tr", { role = "row" }, heads)),
      h("tbody", { role = "rowgroup" }, rows))))
end

local function bullets(list, form)
  local items = {}
  for index, item in ipairs(list or {}) do items[index] = h("li", nil, form(item)) end
  return #items > 0 and h("ul", nil, items) or "none"
end

local function reject_line(item)
  return { h("code", nil, view.value(item.input)), ": ", view.value(item.reason) }
end

local function rule_name(rule)
  return h("code", nil, view.value(rule))
end

local function entry(term, ...)
  return { h("dt", nil, term), h("dd", nil, ...) }
end

local function run_facts(page)
  local result = page.result
  local summary, pack = result.summary or {}, result.pack or {}
  local rules = summary.rules or {}
  return h("dl", nil,
    entry("Articles", view.count(summary.articles or #page.articles, "article"), " read"),
    entry("Rejected", bullets(summary.rejected, reject_line)),
    entry("Rules", view.value(rules.loaded or 0), " loaded, ", view.value(rules.fired or 0), " fired"),
    entry("Never fired", bullets(rules.never_fired, rule_name)),
    entry("Limits hit", bullets(summary.limits, view.value)),
    entry("Pack", view.pack(result),
      pack.sha256 and { " · sha256 ", h("code", { class = "hash" }, tostring(pack.sha256)) }),
    entry("Engine", view.name(result.engine) or "unknown"),
    page.options.command and entry("Made by", h("code", nil, tostring(page.options.command))))
end

--- The section on method and validity.
---@param page table
---@return table element
function methods.section(page)
  return h("section", { id = "methods" },
    h("h2", nil, "The run"), run_facts(page),
    h("h2", nil, caveats.title), h("div", { class = "caveats" }, bullets(caveats.lines, view.value)))
end

return methods
