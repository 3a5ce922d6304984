-- What texts call the trapped men. Each label is counted by voice; none carries a value.
local terms = {
	{ "terrorist", "~terrorist" }, { "militant", "~militant" }, { "operative", "operative | operatives" },
	{ "fighter", "~fighter" }, { "combatant", "~combatant" }, { "gunman", "(gunman | gunmen)" }, { "member", "@\"Hamas\" members | their members" },
	{ "people", "# people ..3!%stop %hiding | (trapped | besieged | encircled) people" },
	{ "Palestinian", "# palestinians" }, { "civilian", "~civilian" },
}

local labels = {}
for i, term in ipairs(terms) do labels[i] = { term = term[1], pattern = "<label: " .. term[2] .. ">" } end
return { labels = labels }
