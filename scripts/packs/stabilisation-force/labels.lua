-- What texts call the force and who serves in it. Each label is counted by voice; none carries a value.
local terms = {
	{ "stabilisation force", "(stabilisation | stabilization) force" },
	{ "peacekeeping force", "peacekeeping (force | mission)" },
	{ "international force", "(international | multinational) force" }, { "task force", "task force" },
	{ "troops", "troops" }, { "soldiers", "~soldier" }, { "peacekeepers", "~peacekeeper" },
	{ "volunteers", "~volunteer" },
}

local labels = {}
for i, term in ipairs(terms) do labels[i] = { term = term[1], pattern = "<label: " .. term[2] .. ">" } end
return { labels = labels }
