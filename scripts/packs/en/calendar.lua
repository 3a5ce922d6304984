-- Words for days.
local words = { today = { day = 0 }, tonight = { day = 0 }, yesterday = { day = -1 }, tomorrow = { day = 1 } }

local function number(names, key)
	local n = 0
	for line in names:gmatch "[^\n]+" do
		for word in line:gmatch "%S+" do
			if word == line:match "%S+" then n = n + 1 end
			words[word] = { [key] = n }
		end
	end
end

number("monday mon\ntuesday tue tues\nwednesday wed\nthursday thu thurs\nfriday fri\nsaturday sat\nsunday sun", "weekday")
number([[
	january jan
	february feb
	march mar
	april apr
	may
	june jun
	july jul
	august aug
	september sept sep
	october oct
	november nov
	december dec
]], "month")

return {
	calendar = words,
	-- hedges that make something likely; the others leave it possible
	lexicons = {
		probable = {
			"likely", "expected", "probably", "believed", "thought", "expects", "expect", "presumably", "reportedly",
			"appears", "appear", "appeared", "seems", "seem", "seemed", "apparently", "set to", "due to", "probable",
		},
	},
}
