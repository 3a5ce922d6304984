-- What the documentation shows must run.
local analysis = require "assay.analysis"

local function block(path)
	local handle = assert(io.open(path))
	local text = handle:read "a"
	handle:close()
	return text:match "```lua\n(.-)```"
end

describe("docs/rules.md", function()
	it("has a script that loads and finds what it says", function()
		local path = os.tmpname() .. ".lua"
		local handle = assert(io.open(path, "w"))
		handle:write(block "docs/rules.md")
		handle:close()
		local session, message = analysis.open { script = path }
		os.remove(path)
		assert(session, message)
		local text = "The board has refused night sailings. About 20 crew are on leave. "
			.. "Islanders have not rejected night sailings."
		local result = assert(session:analyse(text, { id = "a" }))
		assert.same({ "opposes", "favours" }, { result.stances[1].stance, result.stances[2].stance })
		assert.same({ low = 15, high = 25, approx = true }, result.claims[1].value)
	end)
end)
