--- How the numbers were made: rejects, limits, rules, versions, the command; and what they do not show.

local caveats = require "assay.report.caveats"
local markup = require "assay.report.html.markup"
local view = require "assay.report.view"

local h = markup.element

local methods = {}

-- A longer list is folded.
local FOLDED = 12

local function bullets(list, form)
  local items = {}
  for index, item in ipairs(list or {}) do items[index] = h("li", nil, form(item)) end
  if #items > FOLDED then
    return h("details", nil, h("summary", nil, #items), h("ul", nil, items))
  end
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

--- The conventions that turn evidence into scores.
local function model_entry(model)
  return type(model) == "table" and next(model) and entry("Conventions", view.value(model))
end

local function command_entry(page)
  return page.options.command and entry("To redo it", h("pre", nil, h("code", nil, tostring(page.options.command))),
    "The same texts, rules and engine give the same bytes.")
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
    model_entry(result.model), command_entry(page))
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
