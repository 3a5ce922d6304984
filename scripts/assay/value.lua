--- Values of claims, by type: read from a match, put into words, compared. Sources: method F4–F6.
---
---   polarity   true; whether it holds is the record's status
---   interval   { low, high (nil: open), approx }, from a number with its hedge
---   date       { from, to }, ISO days
---   nominal    a word or phrase that excludes others
---   set        a list of words: several hold at once
---   text       a wording; wordings differ and do not contradict
---   label      how something is called

local calendar = require "assay.calendar"
local json = require "assay.core".json

local value = {}

value.TYPES = { "polarity", "interval", "date", "nominal", "set", "text", "label" }

local READ = {}

function READ.interval(reading, tokens)
	local from, to = reading.article:bytes(tokens[1], tokens[2])
	for _, number in ipairs(reading.numbers) do
		if number.start < to and number["end"] > from - 1 then
			return { low = number.low, high = number.high, approx = number.approx }
		end
	end
end

--- The words, or the name that they are a mention of.
local function words_of(reading, tokens)
	local from, to = reading.article:bytes(tokens[1], tokens[2])
	local entity = reading.mention_of(from - 1, to)
	if entity then return entity end
	return (reading.text:sub(from, to):gsub("%s+", " "))
end

function READ.date(reading, tokens)
	local day = calendar.resolve(reading.calendar, words_of(reading, tokens), reading.published)
	return day and { from = day, to = day }
end

function READ.set(reading, tokens) return json.array { words_of(reading, tokens) } end

--- The value of a match: the pattern's constant, else what the capture `value` reads as, else true; nil where that
--- cannot be read.
---@param kind string one of value.TYPES
---@param constant any of the pattern
---@param match table of pattern.find
function value.read(reading, kind, constant, match)
	if constant ~= nil then return kind == "set" and json.array { constant } or constant end
	local tokens = match.captures.value
	if not tokens then return true end
	return (READ[kind] or words_of)(reading, tokens)
end

--- A value in one line, the same for equal values.
---@return string
function value.text(given)
	if type(given) ~= "table" then return given == true and "yes" or tostring(given):lower() end
	if given.low then return ("%s-%s"):format(given.low, given.high or "") end
	if given.from then return given.from == given.to and given.from or given.from .. " to " .. given.to end
	local members = {}
	for i, member in ipairs(given) do members[i] = tostring(member):lower() end
	table.sort(members)
	return table.concat(members, ", ")
end

local MEMBERS = 64 -- of a set

--- Adds the members of b to a, as long as there is room.
function value.join(a, b)
	if #a >= MEMBERS then return end
	local seen = {}
	for _, member in ipairs(a) do seen[tostring(member):lower()] = true end
	for _, member in ipairs(b) do
		local key = tostring(member):lower()
		if not seen[key] and #a < MEMBERS then a[#a + 1], seen[key] = member, true end
	end
end

--- F5: length of what two intervals share over the length of both; 1 for two equal points. An open top counts as twice
--- the bottom. Where a point lies in an interval it is 0 although they meet.
---@return number in [0, 1]
function value.overlap(a, b)
	local a_high, b_high = a.high or 2 * a.low, b.high or 2 * b.low
	if a.low == b.low and a_high == b_high then return 1 end
	local union = math.max(a_high, b_high) - math.min(a.low, b.low)
	local shared = math.min(a_high, b_high) - math.max(a.low, b.low)
	return union > 0 and math.max(0, shared) / union or 0
end

local function jaccard(a, b)
	local set, shared, size = {}, 0, #b
	for _, member in ipairs(a) do set[tostring(member):lower()] = true end
	for _, member in ipairs(b) do shared = shared + (set[tostring(member):lower()] and 1 or 0) end
	size = size + #a - shared
	return size > 0 and shared / size or 1
end

local ALIKE = {}

local function meet(a, b) return a.low <= (b.high or math.huge) and b.low <= (a.high or math.huge) end

--- A point has no length to share: it is in the other or not.
function ALIKE.interval(a, b)
	if a.low == a.high or b.low == b.high then return meet(a, b) and 1 or 0 end
	return value.overlap(a, b)
end
function ALIKE.date(a, b) return a.from <= b.to and b.from <= a.to and 1 or 0 end
ALIKE.set = jaccard

--- How alike two values are, in [0, 1]: intervals by what they share of both (F5), sets by Jaccard, dates that meet 1,
--- all others 1 when equal.
function value.alike(kind, a, b)
	local both = type(a) == "table" and type(b) == "table"
	if both and ALIKE[kind] then return ALIKE[kind](a, b) end
	return value.text(a) == value.text(b) and 1 or 0
end

--- Types of which two values can contradict each other: members and wordings only add up.
local EXCLUSIVE = { polarity = true, interval = true, date = true, nominal = true }

--- Whether both values can hold.
function value.compatible(kind, a, b)
	if kind == "interval" and type(a) == "table" and type(b) == "table" then return meet(a, b) end
	return not EXCLUSIVE[kind] or value.alike(kind, a, b) > 0
end

return value
