-- How pairing texts grows with their number: 1,000, 3,000 and 10,000 made-up articles of 300 to 500 words, every tenth a
-- cut copy of an earlier one, all with a common last sentence. Ratios of times from one run; none is a pass or a fail.
require "assay"
local reuse = require "assay.reuse"

local state = 42
local function random(n) -- 1 to n
	state = state * 6364136223846793005 + 1442695040888963407
	return (state >> 33) % n + 1
end

-- A few words are frequent and most are rare, as in any language.
local function word() return ("w%d"):format(30000 // random(30000) + random(200)) end

local function article(list)
	local words = {}
	if #list > 0 and #list % 10 == 0 then
		for piece in list[random(#list)]:gmatch "%S+" do words[#words + 1] = piece end
		for _ = 1, #words // 4 do words[random(#words)] = word() end
	else
		for i = 1, 300 + random(200) do words[i] = word() end
	end
	return table.concat(words, " ") .. " all of this was written by people of this house"
end

local function measure(count)
	local list = {}
	for i = 1, count do list[i] = article(list) end
	collectgarbage()
	local start = os.clock()
	local found = reuse.index(list):pairs()
	return os.clock() - start, #found
end

print "articles   seconds   per article (µs)   pairs found"
local first
for _, count in ipairs { 1000, 3000, 10000 } do
	local seconds, found = measure(count)
	first = first or seconds / count
	print(("%8d %9.2f %12.0f (x %.2f) %10d"):format(count, seconds, seconds / count * 1e6, seconds / count / first, found))
end
