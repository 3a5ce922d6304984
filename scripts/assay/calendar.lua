--- Days: what a text's words for a day mean on the day it was published. Days are ISO dates, `YYYY-MM-DD`.
--- The words come from the language pack: `calendar = { monday = { weekday = 1 }, may = { month = 5 } }`.

local calendar = {}

local HALF_YEAR = 183 -- a day and month without a year lie at most so far ahead of the article

local function count_days(year, month, day)
	local shifted = month <= 2 and year - 1 or year -- March is the first month
	local era = shifted // 400
	local of_era, of_year = shifted - era * 400, (153 * ((month + 9) % 12) + 2) // 5 + day - 1
	return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
end

--- Days from 1970-01-01; nil for what is no date.
---@param date string? ISO date, with anything behind it
---@return integer?
function calendar.number(date)
	local year, month, day = tostring(date):match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
	if not year or month < "01" or month > "12" then return nil end
	local days = count_days(math.tointeger(year), math.tointeger(month), math.tointeger(day))
	return calendar.date(days) == ("%s-%s-%s"):format(year, month, day) and days or nil
end

--- The inverse of calendar.number.
---@param days integer
---@return string
function calendar.date(days)
	local z = days + 719468
	local era = z // 146097
	local of_era = z - era * 146097
	local year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
	local of_year = of_era - (365 * year + year // 4 - year // 100)
	local month = (5 * of_year + 2) // 153
	local day = of_year - (153 * month + 2) // 5 + 1
	month = month < 10 and month + 3 or month - 9
	return ("%04d-%02d-%02d"):format(year + era * 400 + (month <= 2 and 1 or 0), month, day)
end

--- 1 Monday to 7 Sunday.
local function weekday(days) return (days + 3) % 7 + 1 end

--- What the words name: month, weekday, day (from today), number (of the month), year.
local function read(words, text)
	local named = {}
	for word in text:lower():gmatch "[%w.]+" do
		local known, number = words[word] or words[(word:gsub("%.$", ""))], math.tointeger(tonumber(word:match "^%d+"))
		for key, meant in pairs(known or {}) do named[key] = named[key] or meant end
		if number and number >= 1000 then named.year = number elseif number then named.number = named.number or number end
	end
	return named
end

local function of_month(named, today)
	local year = named.year or math.tointeger(calendar.date(today):sub(1, 4))
	local days = calendar.number(("%04d-%02d-%02d"):format(year, named.month, named.number))
	if days and not named.year and days > today + HALF_YEAR then
		days = calendar.number(("%04d-%02d-%02d"):format(year - 1, named.month, named.number))
	end
	return days
end

--- The day that the words mean in an article of that day: a weekday is the last one up to the article's.
---@param words table<string, table> of the language pack
---@param text string
---@param published string? ISO date; without it only whole dates are known
---@return string? ISO date
function calendar.resolve(words, text, published)
	local days = calendar.number(text:match "%d%d%d%d%-%d%d%-%d%d")
	local today = calendar.number(published)
	if days then return calendar.date(days) end
	local named = read(words, text)
	if named.month and named.number and (today or named.year) then
		days = of_month(named, today or 0)
	elseif today and named.weekday then
		days = today - (weekday(today) - named.weekday) % 7
	elseif today and named.day then
		days = today + named.day
	end
	return days and calendar.date(days) or nil
end

return calendar
