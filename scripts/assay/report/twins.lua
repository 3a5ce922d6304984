--- The charts of the report as lines for a terminal: the heat map, the table of stances, the links over time, the
--- timeline and the labels. Articles are columns under their letters; where there are too many, a chart is left out.

local escape = require "assay.report.escape"
local layout = require "assay.report.layout"
local timeline = require "assay.report.timeline"
local view = require "assay.report.view"

local twins = {}

local LEAST_NAME, NAME = 16, 34 -- columns of a row's name
local CELL = 7           -- columns of an article
local MOST_UNITS = 36    -- units of time in a row
local BAR = 24           -- columns of the longest bar
local STANCES = { favours = "▲", opposes = "▼", conditional = "◇", mixed = "◆" }
local ASCII_STANCES = { favours = "+", opposes = "-", conditional = "?", mixed = "~" }

--- A name cut and padded to a width.
local function fixed(name, width)
  name = escape.terminal(name)
  if utf8.len(name) >= width then name = name:sub(1, utf8.offset(name, width - 1) - 1) .. "…" end
  return layout.pad(name, width)
end

local function name_width(page)
  return math.max(LEAST_NAME, math.min(NAME, page.out.width - CELL * #page.articles))
end

--- The articles in groups that fit side by side.
local function blocks(page)
  local list, fitting = {}, math.max(1, (page.out.width - name_width(page)) // CELL)
  for index, item in ipairs(page.articles) do
    if (index - 1) % fitting == 0 then list[#list + 1] = {} end
    table.insert(list[#list], item)
  end
  return list
end

local function write_block(page, items, rows, cell)
  local width, head = name_width(page), {}
  for index, item in ipairs(items) do head[index] = layout.pad(item.letter, CELL) end
  page.out:exact((" "):rep(width) .. table.concat(head))
  for _, row in ipairs(rows) do
    local cells = {}
    for index, item in ipairs(items) do cells[index] = layout.pad(cell(row, item), CELL) end
    page.out:exact(fixed(row.name, width) .. table.concat(cells))
  end
end

local function write_matrix(page, rows, cell)
  for _, items in ipairs(blocks(page)) do
    page.out:blank()
    write_block(page, items, rows, cell)
  end
end

local function claim_cell(page, row, item)
  local entry, signs = row.entry, page.signs
  local cell = entry.cells[item.id]
  if not cell then return signs.silent end
  local alike = view.alike(entry, cell)
  local is_odd = view.is_odd(entry, cell)
  return (is_odd and signs.dispute or layout.step(signs.heat, alike / entry.reporting))
    .. ("%d/%d"):format(alike, entry.reporting)
end

--- Which letter is which article.
function twins.letters(page)
  if #page.articles > page.most then return end
  page.out:blank()
  local parts = {}
  for index, item in ipairs(page.articles) do
    parts[index] = ("%s %s (%s, %s)"):format(item.letter, item.outlet, item.id, view.day(item.article) or "undated")
  end
  for _, part in ipairs(parts) do page.out:line(0, part, nil, 2) end
end

--- The heat map: how many articles give the value of each.
function twins.claims(page)
  if #page.articles > page.most or #page.claims == 0 then return end
  local rows = {}
  for _, group in ipairs(view.by_status(page.claims)) do
    for _, entry in ipairs(group.items) do rows[#rows + 1] = { name = entry.claim, entry = entry } end
  end
  page.out:blank()
  page.out:line(0, ("Of the articles that report a claim, how many give the same value; %s silent, %s against the "
    .. "others in a dispute."):format(page.signs.silent, page.signs.dispute))
  write_matrix(page, rows, function(row, item) return claim_cell(page, row, item) end)
end

--- The score of every actor in every article.
function twins.stances(page)
  local glyphs, rows = page.ascii and ASCII_STANCES or STANCES, {}
  if #page.articles > page.most then return end
  for _, group in ipairs(page.actors) do
    local row = { name = group.actor, by_id = {} }
    local has_position = false
    for _, entry in ipairs(group.entries) do
      row.by_id[entry.item.id] = entry.stance
      has_position = has_position or view.has_position(entry.stance)
    end
    if has_position then rows[#rows + 1] = row end
  end
  if #rows == 0 then return end
  page.out:blank()
  page.out:line(0, ("%s favours, %s opposes, %s favours on a condition, %s mixed, %s no position."):format(
    glyphs.favours, glyphs.opposes, glyphs.conditional, glyphs.mixed, page.signs.silent))
  write_matrix(page, rows, function(row, item)
    local stance = row.by_id[item.id]
    if not stance or not view.has_position(stance) then return page.signs.silent end
    return (glyphs[stance.stance] or "?") .. view.score(stance.score):sub(1, 5)
  end)
end

--- The links: a row per article in the order of publication, a column per earlier one, the level where both meet.
function twins.dependence(page)
  local levels, linked, order = {}, {}, {}
  for _, link in ipairs(page.result.dependence or {}) do
    local a, b = tostring(link.a), tostring(link.b)
    levels[a .. "\0" .. b], levels[b .. "\0" .. a] = view.value(link.level), view.value(link.level)
    linked[a], linked[b] = true, true
  end
  for _, item in ipairs(page.by_day) do
    if linked[item.id] then order[#order + 1] = item end
  end
  if #order == 0 or #order > page.most or 14 + 3 * #order > page.out.width then return end
  page.out:blank()
  page.out:line(0, "Time runs downwards; where the row of an article meets the column of an earlier one stands the "
    .. "level of their link.")
  for row, item in ipairs(order) do
    local cells = {}
    for column = 1, row - 1 do
      cells[column] = layout.pad(levels[item.id .. "\0" .. order[column].id] or page.signs.silent, 3)
    end
    page.out:exact(fixed(view.day(item.article) or "undated", 14) .. table.concat(cells) .. item.letter)
  end
end

--- When each claim was reported: a sign per unit of time, higher where more of its articles are.
function twins.timeline(page)
  local units = timeline.units(page.articles)
  if not units or #units.names > MOST_UNITS or #page.claims == 0 then return end
  page.out:heading("When each claim was reported")
  page.out:line(0, ("One sign per %s from %s to %s, by the share of the claim's articles; then its first report.")
    :format(units.unit, units.names[1], units.names[#units.names]))
  page.out:blank()
  local width = math.min(NAME, page.out.width // 3)
  for _, entry in ipairs(page.claims) do
    local signs, first = {}, nil
    for index, list in ipairs(timeline.row(entry, page.by_day, units)) do
      signs[index] = #list > 0 and layout.step(page.signs.spark, #list / entry.reporting) or page.signs.none
      first = first or list[1] and list[1].item.id
    end
    local line = fixed(entry.claim, width) .. table.concat(signs) .. "  "
    local room = page.out.width - utf8.len(line)
    page.out:exact(line .. (room > 4 and fixed(first or "", room) or ""))
  end
end

local VOICES = { { "outlet", "own voice" }, { "attributed", "paraphrase" }, { "quoted", "quotation marks" } }

--- The bars of one term, the term itself before the first.
local function write_term(page, term, counts, most, width)
  local name = term
  for _, voice in ipairs(VOICES) do
    local n = counts[voice[1]]
    if n then
      page.out:exact(fixed(name, 16) .. layout.pad(voice[2], 16) .. layout.bar(n / most, width, page.signs) .. " " .. n)
      name = ""
    end
  end
end

--- Labels by voice: a bar for each.
function twins.labels(page)
  local list, most = view.label_counts(page.articles)
  local width = math.max(4, math.min(BAR, page.out.width - 46))
  if page.out.width < 46 then return end
  for _, entry in ipairs(list) do write_term(page, entry.term, entry.voices, most, width) end
end

return twins
