--- What the charts show, as tables: for CSV, for Markdown, beside each chart.

local kwic = require "assay.report.kwic"
local timeline = require "assay.report.timeline"
local view = require "assay.report.view"

local tables = {}

---@class AssayTable
---@field name string the file's name without extension
---@field columns string[]
---@field rows any[][] a string, a number or nil for every column

--- What all tables are made from.
---@param result table
---@param texts table<string, table>
---@param articles AssayArticleView[]|nil
---@return table source
function tables.source(result, texts, articles)
  articles = articles or view.articles(result)
  local by_id = {}
  for _, item in ipairs(articles) do
    item.text = texts[item.id]
    by_id[item.id] = item
  end
  return { result = result, articles = articles, by_id = by_id, claims = view.claims(result, articles),
    actors = view.actors(result, articles) }
end

local function number(value)
  return type(value) == "number" and value == value and value or nil
end

local function roots(value)
  if type(value) ~= "table" then return value, value end
  return value[1], value[2] or value[1]
end

local function outlet(source, id)
  local item = source.by_id[tostring(id)]
  return item and view.name(item.article.outlet)
end

local MAKE = {}

function MAKE.stances(source, add)
  for _, group in ipairs(source.actors) do
    local corpus = group.corpus
    if corpus then
      local least, most = roots(corpus.roots)
      add(group.actor, view.name(corpus.stance), number(corpus.score), number(corpus.low), number(corpus.high),
        corpus.disputed and (view.name(corpus.dispute) or "disputed") or nil, corpus.articles, least, most)
    end
  end
end

MAKE["stances-by-article"] = function(source, add)
  for _, group in ipairs(source.actors) do
    for _, entry in ipairs(group.entries) do
      local evidence = (entry.stance.evidence or {})[1] or {}
      add(group.actor, entry.item.id, view.name(entry.item.article.outlet), view.name(entry.item.article.published),
        view.name(entry.stance.stance), number(entry.stance.score), #(entry.stance.evidence or {}),
        view.name(evidence.rule), view.name(evidence.speaker), evidence.start, evidence["end"],
          view.name(evidence.text))
    end
  end
end

function MAKE.claims(source, add)
  for _, entry in ipairs(source.claims) do
    local record = entry.agreement or {}
    local least, most = roots(record.roots)
    add(entry.claim, view.name(record.status), number(record.coverage), number(record.agreement), least, most,
      entry.reporting, #entry.silent, #entry.values)
  end
end

MAKE["claims-by-article"] = function(source, add)
  for _, entry in ipairs(source.claims) do
    for _, item in ipairs(source.articles) do
      local cell = entry.cells[item.id]
      for _, record in ipairs(cell and cell.entries or {}) do
        local evidence = (record.evidence or {})[1] or {}
        add(entry.claim, item.id, view.name(item.article.outlet), view.name(item.article.published),
          record.value ~= nil and view.value(record.value) or cell.shown, view.name(record.status),
          view.alike(entry, cell), entry.reporting, evidence.start, evidence["end"],
          view.name(record.text) or view.name(evidence.text))
      end
    end
  end
end

function MAKE.pairs(source, add)
  for _, pair in ipairs(source.result.agreement and source.result.agreement.pairs or {}) do
    add(view.value(pair.a), view.value(pair.b), number(pair.same), number(pair.both), number(pair.low),
      number(pair.high))
  end
end

function MAKE.omission(source, add)
  for _, record in ipairs(source.result.agreement and source.result.agreement.omission or {}) do
    add(view.value(record.article), outlet(source, record.article), number(record.value))
  end
end

function MAKE.dependence(source, add)
  for _, link in ipairs(source.result.dependence or {}) do
    for _, evidence in ipairs(link.evidence or {}) do
      local places = view.places(link, evidence)
      local a, b = places[1], places[2] or {}
      add(view.value(link.a), view.value(link.b), view.value(link.level), number(link.rho), a.what, a.start, a["end"],
        b.start, b["end"], tables.words(source, a))
    end
  end
end

--- The words at a place, from the text where it is at hand.
---@param source table
---@param place table of view.places
---@return string|nil
function tables.words(source, place)
  local item = source.by_id[place.article or ""]
  local text, start, stop = item and item.text and item.text.text, place.start, place["end"]
  if place.text or not text or not start or not stop or stop > #text then return place.text end
  return text:sub(view.snap(text, start) + 1, view.snap(text, stop))
end

function MAKE.timeline(source, add)
  local units = timeline.units(source.articles)
  if not units then return end
  for _, entry in ipairs(source.claims) do
    for index, list in ipairs(timeline.row(entry, source.articles, units)) do
      local usual = 0
      for _, dot in ipairs(list) do usual = usual + (dot.usual and 1 or 0) end
      if #list > 0 then
        add(entry.claim, units.names[index], units.unit, #list, usual, entry.values[1].shown, #list - usual)
      end
    end
  end
end

function MAKE.labels(source, add)
  for _, item in ipairs(source.articles) do
    for _, label in ipairs(item.article.labels or {}) do
      add(view.value(label.term), view.value(label.voice), item.id, view.name(item.article.outlet), label.count)
    end
  end
end

function MAKE.kwic(source, add)
  for _, group in ipairs(kwic.groups(source.articles)) do
    for _, row in ipairs(group.rows) do
      add(group.kind, group.key, row.item.id, view.name(row.item.article.outlet), row.voice, row.start, row.stop,
        row.left, row.hit, row.right)
    end
  end
end

--- The tables in the order of the report, with their columns.
tables.list = {
  { "stances", "actor", "stance", "score", "low", "high", "disputed", "articles", "roots_least", "roots_most" },
  { "stances-by-article", "actor", "article", "outlet", "published", "stance", "score", "evidence", "rule", "speaker",
    "start", "end", "text" },
  { "claims", "claim", "status", "coverage", "agreement", "roots_least", "roots_most", "reporting", "silent",
    "values" },
  { "claims-by-article", "claim", "article", "outlet", "published", "value", "status", "alike", "reporting", "start",
    "end", "text" },
  { "pairs", "a", "b", "same", "both", "low", "high" },
  { "omission", "article", "outlet", "omission" },
  { "dependence", "a", "b", "level", "rho", "kind", "a_start", "a_end", "b_start", "b_end", "text" },
  { "timeline", "claim", "from", "unit", "articles", "usual", "usual_value", "other" },
  { "labels", "term", "voice", "article", "outlet", "count" },
  { "kwic", "kind", "key", "article", "outlet", "voice", "start", "end", "left", "words", "right" },
}

--- One table.
---@param source table of tables.source
---@param name string
---@return AssayTable
function tables.make(source, name)
  for _, entry in ipairs(tables.list) do
    if entry[1] == name then
      local made = { name = name, columns = table.move(entry, 2, #entry, 1, {}), rows = {} }
      MAKE[name](source, function(...) made.rows[#made.rows + 1] = { ... } end)
      return made
    end
  end
  error("no table " .. tostring(name))
end

local function csv_cell(value)
  if value == nil then return "" end
  if type(value) == "number" then
    return math.type(value) == "integer" and tostring(value) or ("%.10g"):format(value)
  end
  local text = tostring(value)
  if text:find "^[=+%-@\t\r]" then text = "'" .. text end
  return text:find '[",\r\n]' and '"' .. text:gsub('"', '""') .. '"' or text
end

--- A table as CSV (RFC 4180, line ends CR LF). A text that a spreadsheet would take for a formula gets an apostrophe
--- in front.
---@param made AssayTable
---@return string
function tables.csv(made)
  local lines = { table.concat(made.columns, ",") }
  for index, row in ipairs(made.rows) do
    local cells = {}
    for column = 1, #made.columns do cells[column] = csv_cell(row[column]) end
    lines[index + 1] = table.concat(cells, ",")
  end
  return table.concat(lines, "\r\n") .. "\r\n"
end

return tables
