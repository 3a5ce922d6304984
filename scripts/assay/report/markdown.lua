--- The result of a run as Markdown, for notes: the headline, a table for every chart, the sentences behind the scores.

local caveats = require "assay.report.caveats"
local escape = require "assay.report.escape"
local tables = require "assay.report.tables"
local view = require "assay.report.view"

local markdown = {}

local QUOTE_BYTES = 640
-- With more articles than this, the tables have no column per article.
local MOST_COLUMNS = 16

--- Text on one line that Markdown and HTML take for nothing but text.
local function plain(text)
  return (escape.terminal(tostring(text)):gsub("[\\`*_{}%[%]<>|#!&~$]", "\\%0"))
end

local function write_table(out, columns, rows)
  local function line(cells, form)
    local parts = {}
    for index = 1, #columns do parts[index] = form(cells[index]) end
    out[#out + 1] = "| " .. table.concat(parts, " | ") .. " |"
  end
  out[#out + 1] = ""
  line(columns, plain)
  line(columns, function() return "---" end)
  for _, row in ipairs(rows) do
    line(row, function(cell) return cell and plain(cell) or "" end)
  end
end

local function heading(out, text)
  out[#out + 1] = ""
  out[#out + 1] = "## " .. plain(text)
end

local function paragraph(out, text)
  out[#out + 1] = ""
  out[#out + 1] = text
end

local function write_head(out, page)
  local result = page.result
  out[1] = "# " .. plain(view.name(result.question) or "No question given")
  paragraph(out, plain(table.concat(view.headline(page.articles, page.actors, page.claims), " ")))
  paragraph(out, plain(("Pack %s, %s."):format(view.pack(result), view.name(result.engine) or "engine unknown")))
  local rows = {}
  for index, item in ipairs(page.articles) do
    rows[index] = { item.letter, item.outlet, view.day(item.article), view.name(item.article.title), item.id }
  end
  if #rows > 0 then write_table(out, { "", "Outlet", "Published", "Title", "Article" }, rows) end
end

local function actor_row(page, group)
  local corpus = group.corpus or {}
  local row = { group.actor, view.name(corpus.stance) or "–", view.score(corpus.score),
    view.interval(corpus.low, corpus.high) or "–", view.dispute(corpus) or "" }
  if not page.columns then return row end
  local by_id = {}
  for _, entry in ipairs(group.entries) do by_id[entry.item.id] = entry.stance end
  for index, column in ipairs(page.columns) do
    local stance = by_id[column.items[1].id]
    row[5 + index] = stance and (view.has_position(stance) and view.score(stance.score) or "–") or ""
  end
  return row
end

local function with_letters(page, columns)
  for index, column in ipairs(page.columns or {}) do columns[#columns + 1] = column.letter or tostring(index) end
  return columns
end

--- The sentence in which a piece of evidence stands, with its place.
local function quote(page, item, evidence)
  local before, marked, after = view.quote(page.texts[item.id], evidence, QUOTE_BYTES)
  local is_part = (before .. after):find "[^%s]" ~= nil
  local words = is_part and plain(before) .. "**" .. plain(marked) .. "**" .. plain(after) or plain(marked)
  return ("> %s  \n> [%s %d-%d]"):format(words, plain(item.id), evidence.start or 0, evidence["end"] or 0)
end

local function write_stances(out, page)
  heading(out, "Who stands where")
  local rows = {}
  for index, group in ipairs(page.actors) do rows[index] = actor_row(page, group) end
  if #rows == 0 then return paragraph(out, "No actor of the pack is mentioned.") end
  write_table(out, with_letters(page, { "Actor", "Stance", "Score", "Interval", "Dispute" }), rows)
  paragraph(out, "Scores run from -1 (opposes) to +1 (favours); – is no position, empty is no mention.")
  for _, group in ipairs(page.actors) do
    for _, entry in ipairs(group.entries) do
      local first = view.has_position(entry.stance) and (entry.stance.evidence or {})[1]
      if first then
        paragraph(out, ("**%s** in %s: %s %s"):format(plain(group.actor), plain(entry.item.outlet),
          plain(entry.stance.stance), view.score(entry.stance.score)))
        paragraph(out, quote(page, entry.item, first))
      end
    end
  end
end

local function claim_row(page, entry)
  local record = entry.agreement or {}
  local row = { entry.claim, view.name(record.status) or "unrated", view.share(record.coverage),
    view.share(record.agreement), view.roots(record.roots) or "" }
  if not page.columns then
    local value = entry.values[1]
    row[6] = value and ("%s (%d of %d)"):format(value.shown, value.count, entry.reporting) or ""
    return row
  end
  for index, column in ipairs(page.columns) do
    local cell = entry.cells[column.items[1].id]
    row[5 + index] = cell and ("%s %d/%d"):format(cell.shown, view.alike(entry, cell), entry.reporting) or ""
  end
  return row
end

local function write_claims(out, page)
  heading(out, "Where the sources agree")
  local rows = {}
  for _, group in ipairs(view.by_status(page.claims)) do
    for _, entry in ipairs(group.items) do rows[#rows + 1] = claim_row(page, entry) end
  end
  if #rows == 0 then return paragraph(out, "No claim of the pack was found.") end
  local columns = { "Claim", "Status", "Coverage", "Agreement", "Roots" }
  write_table(out, page.columns and with_letters(page, columns) or { "Claim", "Status", "Coverage", "Agreement",
    "Roots",
    "Most common value" }, rows)
  paragraph(out, "Beside a value: how many of the reporting articles give it. Empty is silence.")
end

local TITLES = {
  { "dependence", "Who depends on whom" }, { "timeline", "When each claim was reported" },
  { "labels", "Labels by voice" },
}

local function write_rest(out, page)
  for _, entry in ipairs(TITLES) do
    local made = tables.make(page, entry[1])
    heading(out, entry[2])
    if #made.rows > 0 then write_table(out, made.columns, made.rows) else paragraph(out, "Nothing was found.") end
  end
end

local function write_run(out, page)
  local summary, pack = page.result.summary or {}, page.result.pack or {}
  local rules = summary.rules or {}
  heading(out, "The run")
  local function item(text) out[#out + 1] = "- " .. plain(text) end
  out[#out + 1] = ""
  item(("%s read, %d rejected"):format(view.count(summary.articles or #page.articles, "article"),
    #(summary.rejected or {})))
  for _, reject in ipairs(summary.rejected or {}) do item(view.value(reject.input) .. ": "
    .. view.value(reject.reason)) end
  item(("rules: %s loaded, %s fired; never fired: %s"):format(view.value(rules.loaded or 0),
    view.value(rules.fired or 0),
    view.names(rules.never_fired) or "none"))
  item("limits hit: " .. (#(summary.limits or {}) > 0 and view.value(summary.limits) or "none"))
  item(("pack sha256 %s"):format(view.name(pack.sha256) or "unknown"))
  if page.command then item("to redo it: " .. page.command) end
  heading(out, caveats.title)
  out[#out + 1] = ""
  for _, line in ipairs(caveats.lines) do item(line) end
end

--- Renders the result of a run as Markdown (tables as GitHub writes them). Nothing in a text or a name is markup.
--- The same arguments give the same bytes. Raises an error when `result` is not a table.
---@param result table as for report.html
---@param texts table<string, table> as for report.html
---@param options {command: string|nil}|nil the command that made the result
---@return string markdown UTF-8, ends with a line feed
function markdown.render(result, texts, options)
  assert(type(result) == "table", "report.markdown: result must be a table")
  local page = tables.source(result, texts or {})
  page.texts, page.command = texts or {}, options and options.command
  page.columns = #page.articles <= MOST_COLUMNS and view.columns(page.articles, MOST_COLUMNS) or nil
  local out = {}
  write_head(out, page)
  write_stances(out, page)
  write_claims(out, page)
  write_rest(out, page)
  write_run(out, page)
  return table.concat(out, "\n") .. "\n"
end

return markdown
