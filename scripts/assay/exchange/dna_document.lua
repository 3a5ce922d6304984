--- An article as a row of DNA's DOCUMENTS, and back. What the columns cannot hold (the id, a title that is unknown or
--- too long, a date that is no day or second) stands in Notes, false for what is unknown; it counts as long as the
--- column still says the same.

local json = require "assay.core".json
local schema = require "assay.exchange.dna_schema"

local document = {}

local MARK = "assay "
local DAY = 86400

--- Days since 1970-01-01 of a date in the Gregorian calendar, and back; exact for every year.
local function days_of(year, month, day)
	local y = month <= 2 and year - 1 or year
	local m = (month + 9) % 12
	return 365 * y + y // 4 - y // 100 + y // 400 + (153 * m + 2) // 5 + day - 1 - 719468
end

local function date_of(days)
	local z = days + 719468
	local era = z // 146097
	local of_era = z - era * 146097
	local y = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
	local of_year = of_era - (365 * y + y // 4 - y // 100)
	local m = (5 * of_year + 2) // 153
	local month = m < 10 and m + 3 or m - 9
	return y + era * 400 + (month <= 2 and 1 or 0), month, of_year - (153 * m + 2) // 5 + 1
end

--- Seconds since 1970 of an ISO date with or without a time; 0 for what is none.
function document.seconds(published)
	local year, month, day, rest = (published or ""):match "^(%d%d%d%d)%-(%d%d)%-(%d%d)(.*)$"
	if not year then return 0 end
	local hour, minute, second = rest:match "^[T ](%d%d):(%d%d):?(%d?%d?)"
	return days_of(tonumber(year), tonumber(month), tonumber(day)) * DAY
		+ (tonumber(hour) or 0) * 3600 + (tonumber(minute) or 0) * 60 + (tonumber(second) or 0)
end

--- The ISO date; with a time unless that is midnight.
function document.date(seconds)
	local date = ("%04d-%02d-%02d"):format(date_of(seconds // DAY))
	local rest = seconds % DAY
	if rest == 0 then return date end
	return ("%sT%02d:%02d:%02d"):format(date, rest // 3600, rest // 60 % 60, rest % 60)
end

--- Cut to what a short text of DNA may have.
---@param text string?
---@return string
function document.short(text)
	text = text or ""
	if (utf8.len(text) or 0) <= schema.LENGTH then return text end
	return text:sub(1, utf8.offset(text, schema.LENGTH) - 1) .. "…"
end

local function columns_of(article)
	return {
		title = document.short(article.title or article.id), outlet = document.short(article.outlet),
		published = document.seconds(article.published),
	}
end

local function read_columns(columns)
	return {
		title = columns.title ~= "" and columns.title or nil, outlet = columns.outlet ~= "" and columns.outlet or nil,
		published = document.date(columns.published),
	}
end

--- The columns Title, Source, Date and Notes.
---@param article table { id, title, outlet, published }
---@return table row { title, outlet, published = seconds, notes }
function document.row(article)
	local row = columns_of(article)
	local plain, note = read_columns(row), { id = article.id }
	for _, key in ipairs { "title", "outlet", "published" } do
		if plain[key] ~= article[key] then note[key] = article[key] or false end
	end
	row.notes = MARK .. json.encode(note, { order = { "id" } })
	return row
end

local function note_of(notes)
	local text = notes:match("^" .. MARK .. "(%b{})")
	local note = text and json.decode(text)
	return type(note) == "table" and type(note.id) == "string" and note or nil
end

--- The article of a row.
---@param row table { ID, Title, Source, Date, Notes }
---@return table article { id, title, outlet, published }; the id is the note's, else the row's number
function document.article(row)
	local columns = { title = row.Title, outlet = row.Source, published = row.Date }
	local article, note = read_columns(columns), note_of(row.Notes)
	article.id = note and note.id or tostring(row.ID)
	if not note then return article end
	for _, key in ipairs { "title", "outlet", "published" } do
		local told = note[key]
		if told ~= nil then
			local value = told or nil
			if columns_of({ id = article.id, [key] = value })[key] == columns[key] then article[key] = value end
		end
	end
	return article
end

return document
