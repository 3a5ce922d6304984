-- Who joins, who declines, whose troops another rejects: one claim of each kind for every country, from the same
-- patterns.
local countries = {
	"Turkey", "United Arab Emirates", "Egypt", "Qatar", "Saudi Arabia", "Jordan", "Indonesia", "Azerbaijan", "Pakistan",
	"United States",
}

local function filled(patterns, country)
	local list = {}
	for i, pattern in ipairs(patterns) do list[i] = pattern:gsub("COUNTRY", '@"' .. country .. '"') end
	return list
end

local JOINS = {
	"COUNTRY (..2 %say ..3!%contrast (it | they))? ..6!%clause!%give_up %offer ..8!%stop %join"
		.. " ..6!%stop (%force | %soldiers)",
	"COUNTRY (and @_)? ..8!%clause!%give_up %offer ..2 (take part | join) =(%halt | ..4 %force | as well)",
	"COUNTRY ..2!%clause (joins | joined | is sending | contributes) ..6!%stop (%force | %soldiers)",
	"COUNTRY ..3!%clause!%give_up %offer ..4!%stop %soldiers",
}
local DECLINES = {
	"COUNTRY ..16!%contrast (would | will | could | does | did) not ..2 %join"
		.. " (..4!%stop (%force | %soldiers) | =(%halt | under))",
	"COUNTRY ..6!%clause (~decline | ~refuse | ruled out | rules out | %give_up) ..5!%stop %join"
		.. " ..4!%stop (%force | %soldiers)",
}
local VETOED = {
	"(^ | !(no | not | never | without) _) %oppose ..6!%stop COUNTRY ..2!%clause %troops",
	"(not | never) ..3!%stop (%favour | %consent) ..3!%stop COUNTRY ..2!%clause %troops",
	"COUNTRY ..2!%clause %troops ..6!%clause (%opposed_by | %shut_out)",
}

local claims = {
	{ id = "force_planned", negation = "keep", summary = "An international force is planned",
		patterns = { "(proposed | planned | envisions | creation of | deployment of | future) ..6!%stop %force",
			"%force ..3!%stop (planned | proposed | to oversee)" } },
	{ id = "force_size", type = "interval", summary = "How many the force is to have",
		patterns = { "(%force | plan | total) (of | for) <value: #> ..1!%stop %soldiers", "<value: #> strong? %force" } },
	{ id = "volunteers", type = "interval", summary = "How many are recruited for it",
		patterns = { "<value: #> ..1 (volunteers | recruits)" }, near = { "force" } },
	{ id = "framework_unclear", negation = "keep", summary = "The force has no clear framework or mandate",
		patterns = { "(no | not ..2 | without ..1 | lacks ..1) clear (framework | mandate | rules) ..5 %force",
			"(no | without a | lacks a) mandate" } },
	{ id = "mandate_demanded", summary = "A mandate of the Security Council is asked for",
		patterns = { "(gives | give | needs | need | exists | demands | requires) ..4 mandate", "mandate ..2 exists" } },
	{ id = "included_by_mediating", summary = "A country mediates to earn a place in the force",
		patterns = { "(prove | show) that ..2 must be included ..6 %force" } },
}

for _, country in ipairs(countries) do
	local key = country:lower():gsub(" ", "_")
	claims[#claims + 1] = { id = "joins_" .. key, summary = country .. " joins or offers to join the force",
		patterns = filled(JOINS, country), near = { "force", "strip", "soldiers" } }
	claims[#claims + 1] = { id = "declines_" .. key, negation = "keep", summary = country .. " declines to join the force",
		patterns = filled(DECLINES, country) }
	claims[#claims + 1] = { id = "vetoed_" .. key, negation = "keep", summary = "Another rejects troops of " .. country,
		patterns = filled(VETOED, country) }
end

return { claims = claims }
