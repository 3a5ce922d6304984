-- Whose stance is counted. States and the United Nations have their other names from the language pack; only who is not
-- there, and the people who count for a side in this story, are described here.
local states = {
	"Israel", "United States", "Turkey", "Egypt", "Qatar", "United Arab Emirates", "Saudi Arabia", "Jordan", "Indonesia",
	"Azerbaijan", "Pakistan",
}

local actors = {
	{ name = "Hamas", class = "group" },
	{ name = "Palestinian Authority", class = "organisation", aliases = { "the PA" } },
	{ name = "United Nations", class = "organisation" },
	{ name = "mediators", class = "group", aliases = { "the mediators", "mediating countries", "mediating parties" } },
}
for _, name in ipairs(states) do actors[#actors + 1] = { name = name, class = "state" } end

return {
	actors = actors,
	entities = {
		{ name = "Benjamin Netanyahu", class = "person", side = "Israel", aliases = { "Netanyahu" } },
		{ name = "Shosh Bedrosian", class = "person", side = "Israel" },
		{ name = "Donald Trump", class = "person", side = "United States", aliases = { "Trump" } },
		{ name = "Jared Kushner", class = "person", side = "United States", aliases = { "Kushner" } },
		{ name = "Steve Witkoff", class = "person", side = "United States", aliases = { "Witkoff" } },
		{ name = "Recep Tayyip Erdoğan", class = "person", side = "Turkey", aliases = { "Erdoğan", "Erdogan" } },
	},
}
