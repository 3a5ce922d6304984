--- Which article reports which claim when: the period of the articles cut into equal units of time.

local view = require "assay.report.view"

local timeline = {}

-- More units than this are put together into the next longer one.
local MOST = { hour = 30, day = 31, week = 31, month = 36, year = math.huge }
local UNITS = { "hour", "day", "week", "month", "year" }
local MONDAY = 3 -- 1970-01-01 was a Thursday

--- Days since 1970-01-01 of a date of the Gregorian calendar.
local function day_number(year, month, day)
  year = month <= 2 and year - 1 or year
  local era = year // 400
  local of_era, of_year = year - era * 400, (153 * ((month + 9) % 12) + 2) // 5 + day - 1
  return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
end

--- Year, month and day of a number of days.
local function date_of(number)
  number = number + 719468
  local era = number // 146097
  local of_era = number - era * 146097
  local year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
  local of_year = of_era - (365 * year + year // 4 - year // 100)
  local month = (5 * of_year + 2) // 153
  local day = of_year - (153 * month + 2) // 5 + 1
  month = month < 10 and month + 3 or month - 9
  return year + era * 400 + (month <= 2 and 1 or 0), month, day
end

local function parse(published)
  local year, month, day = tostring(published or ""):match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
  if not year then return nil end
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if month < 1 or month > 12 or day < 1 or day > 31 then return nil end
  return { day = day_number(year, month, day), year = year, month = month,
    hour = tonumber(published:match "^%d%d%d%d%-%d%d%-%d%d[T ](%d%d)") }
end

--- The number of the unit a moment falls into.
local INDEX = {
  hour = function(at) return at.day * 24 + at.hour end,
  day = function(at) return at.day end,
  week = function(at) return (at.day + MONDAY) // 7 end,
  month = function(at) return at.year * 12 + at.month - 1 end,
  year = function(at) return at.year end,
}

--- The name of a unit: the day, the hour, the week's Monday, the month, the year.
local NAME = {
  hour = function(n) return ("%04d-%02d-%02d "):format(date_of(n // 24)) .. ("%02d:00"):format(n % 24) end,
  day = function(n) return ("%04d-%02d-%02d"):format(date_of(n)) end,
  week = function(n) return ("%04d-%02d-%02d"):format(date_of(n * 7 - MONDAY)) end,
  month = function(n) return ("%04d-%02d"):format(n // 12, n % 12 + 1) end,
  year = function(n) return ("%04d"):format(n) end,
}

local function range(moments, unit)
  local low, high = math.huge, -math.huge
  for _, at in pairs(moments) do
    local n = INDEX[unit](at)
    low, high = math.min(low, n), math.max(high, n)
  end
  return low, high
end

local function fitting_unit(moments)
  for _, unit in ipairs(UNITS) do
    local has_hours = true
    for _, at in pairs(moments) do has_hours = has_hours and at.hour ~= nil end
    if unit ~= "hour" or has_hours then
      local low, high = range(moments, unit)
      if high - low < MOST[unit] then return unit, low, high end
    end
  end
end

--- The units of time of the articles.
---@param articles AssayArticleView[]
---@return {unit: string, names: string[], of: table<string, integer>}|nil units `of` gives the index of a unit by
---  article id, for dated articles; nil where no article has a date
function timeline.units(articles)
  local moments, of, names = {}, {}, {}
  for _, item in ipairs(articles) do moments[item.id] = parse(view.name(item.article.published)) end
  if not next(moments) then return nil end
  local unit, low, high = fitting_unit(moments)
  for n = low, high do names[#names + 1] = NAME[unit](n) end
  for id, at in pairs(moments) do of[id] = INDEX[unit](at) - low + 1 end
  return { unit = unit, names = names, of = of }
end

--- A claim's articles by unit, in the order of the articles: those with the most common value first among them.
---@param entry AssayClaimView
---@param articles AssayArticleView[]
---@param units table of timeline.units
---@return {item: AssayArticleView, cell: table, usual: boolean}[][] by_unit one list for every unit
function timeline.row(entry, articles, units)
  local by_unit, usual = {}, entry.values[1] and entry.values[1].shown
  for index = 1, #units.names do by_unit[index] = {} end
  for _, item in ipairs(articles) do
    local cell, at = entry.cells[item.id], units.of[item.id]
    if cell and at then table.insert(by_unit[at], { item = item, cell = cell, usual = cell.shown == usual }) end
  end
  return by_unit
end

return timeline
