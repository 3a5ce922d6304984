-- What a reading costs grows with the text and no faster: counted in instructions of the virtual machine, not in time.
local analysis = require "assay.analysis"

local session = assert(analysis.open { pack = "safe-passage" })

local PIECES = 120 -- a text has so many of one kind, and its double twice as many
local MOST = 2.4   -- times the work that twice the text may take

local function work(text)
	local steps = 0
	debug.sethook(function() steps = steps + 1 end, "", 100)
	local result, why = session:analyse(text, { id = "a", outlet = "The Outlet" })
	debug.sethook()
	assert(result, why)
	return steps
end

local KINDS = {
	["quotations"] = '“Egypt must let the civilians out of Gaza,” an Egyptian official said.\n\n',
	["one quotation over all paragraphs"] = "“Egypt opposes letting the terrorists leave Gaza. Israel may agree.\n\n",
	["reports in reports"] = "Egypt said Israel told Reuters “we support letting them go” and “Hamas refuses it”.\n",
	["claims"] = "The United Nations said 40,000 people crossed at Rafah and 12 were killed there. ",
	["names"] = "Egypt Israel Hamas Qatar ",
	["labels"] = "The terrorists and the militants fled to Rafah. ",
	["clauses of one sentence"] = "and Egypt refused to let them leave and Israel said it allows their exit ",
	["fragments in one sentence"] = "and Egypt “rejected the passage” of terrorists and Israel said it “allows exits” ",
	["scopes of one sentence"] = "and if Egypt may have rejected the passage of terrorists Israel may not allow it ",
	["terms of one sentence"] = "and Egypt rejected the passage of terrorists even if Israel allows it and if it must ",
}

describe("twice the text takes twice the work:", function()
	for name, piece in pairs(KINDS) do
		it(name, function()
			local once, twice = work(piece:rep(PIECES)), work(piece:rep(2 * PIECES))
			assert.is_true(twice < MOST * once, ("%d steps, then %d: %.2f times"):format(once, twice, twice / once))
		end)
	end
end)
