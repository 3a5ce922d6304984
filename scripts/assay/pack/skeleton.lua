--- A small pack that passes its own checks: what `pack new` makes, to be changed line by line.

local skeleton = {}

local FILES = {}

FILES["pack.lua"] = [[
-- What this pack is. This file is data: it is read, not run (docs/packs.md).
return {
	format = 1,
	name = "NAME",
	version = "0.1.0",
	engine = "^ENGINE",
	summary = "Who wants the ferry to sail at night, and who does not",
	question = "Should the ferry be allowed to sail at night?",
	license = "MIT",
	authors = { "the authors of NAME" },
	requires = { en = "^0.1" },
	files = { "actors", "lexicons", "rules", "claims" },
	gates = { lint = "warning", accuracy = 0.8 },
}
]]

FILES["actors.lua"] = [[
-- Whose stances are counted; a person or body with a side counts for it.
return {
	actors = {
		{ name = "Harbour Board", class = "organisation", aliases = { "the board" } },
		{ name = "Islanders", class = "group", aliases = { "islanders", "the islanders" } },
	},
}
]]

FILES["lexicons.lua"] = [[
-- Words of the question. Every entry holds for every actor.
return {
	lexicons = {
		sailing = { "night sailing", "night sailings", "sail at night" },
		want = { "~want", "~demand", "~support", "~back" },
		refuse = { "~refuse", "~reject", "~oppose", "ruled out" },
		stop = { ";", "but" },
	},
}
]]

FILES["rules.lua"] = [[
-- Who takes which position, frame by frame (docs/rules.md).
local ON = {
	negation = "flip", hedge = "keep", condition = "condition", question = "drop", denial = "flip", report = "keep",
}

return {
	rules = {
		{
			id = "wants", summary = "A party wants night sailings",
			pattern = "<holder: @actor> ..4!%stop <at: %want> ..4!%stop %sailing",
			emits = { { holder = "holder", sign = 1 } }, on = ON,
			examples = {
				yes = { { "Islanders want night sailings.", holder = "Islanders", sign = 1 } },
				no = { "Islanders want a new pier." },
			},
		},
		{
			id = "refuses", summary = "A party refuses night sailings",
			pattern = "<holder: @actor> ..4!%stop <at: %refuse> ..4!%stop %sailing",
			emits = { { holder = "holder", sign = -1 } }, on = ON,
			examples = {
				yes = { { "The board has refused night sailings.", holder = "Harbour Board", sign = -1 } },
				no = { "The board has refused new paint.", "Has the board refused night sailings?" },
			},
		},
	},
}
]]

FILES["claims.lua"] = [[
-- What texts say of the facts, to compare outlets.
return {
	claims = {
		{ id = "crew", type = "interval", summary = "How many crew a night sailing takes", pattern = "<value: #> crew" },
	},
}
]]

FILES["spec/stances.lua"] = [[
-- What must hold of whole texts. Data, like pack.lua: read, not run.
return {
	{
		"a negation turns a refusal round",
		text = "The board has not refused night sailings.",
		stances = { ["Harbour Board"] = "favours" },
	},
	{
		"a question is no position",
		text = "Has the board refused night sailings? Islanders want night sailings.",
		stances = { ["Harbour Board"] = "none", Islanders = "favours" },
		rules = { refuses = false, wants = true },
	},
}
]]

FILES["gold/articles.jsonl"] = [[
{"id": "monday", "text": "The board has refused night sailings. Islanders want night sailings all the same."}
{"id": "tuesday", "text": "Islanders met on Tuesday. The board has ruled out night sailings for this year."}
]]

FILES["gold/stances.jsonl"] = [[
{"id": "monday", "actors": {"Harbour Board": {"stance": "opposes"}, "Islanders": {"stance": "favours"}}}
{"id": "tuesday", "actors": {"Harbour Board": {"stance": "opposes"}, "Islanders": {"stance": "none"}}}
]]

FILES["README.md"] = [[
# NAME

Who wants the ferry to sail at night, and who does not.

    assay run NAME article.txt

What the rules do not see, and on which texts they were measured, belongs here.
]]

FILES["CHANGES.md"] = [[
# Changes

## 0.1.0

The first version.
]]

FILES["LICENSE"] = [[
MIT License

Copyright (c) the authors of NAME

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
]]

--- The files of a new pack.
---@param name string
---@return table list of { name, bytes }
function skeleton.files(name)
	local engine = require "assay.core".version.engine:match "^%d+%.%d+"
	local list = {}
	for path, text in pairs(FILES) do
		list[#list + 1] = { path, (text:gsub("NAME", name):gsub("ENGINE", engine)) }
	end
	table.sort(list, function(a, b) return a[1] < b[1] end)
	return list
end

return skeleton
