-- What evidence rests on outside its own words: operators, antecedents, terms.
local analysis = require "assay.analysis"

local session = assert(analysis.open { pack = "safe-passage" })

--- Live evidence of the article: "holder sign" → record.
local function evidence(text)
	local found = {}
	for _, stance in ipairs(assert(session:analyse(text, { id = "a" })).stances) do
		for _, record in ipairs(stance.evidence) do
			found[("%s %+d"):format(stance.actor, record.sign)] = record
		end
	end
	return found
end

local function kinds(record, kind)
	local list = {}
	for _, link in ipairs(record.links) do
		if link.kind == kind then list[#list + 1] = link.name end
	end
	return list
end

-- Text, what it shows, what it must not show.
local COMPOSED = {
	{ "Egypt opposes safe passage for the men.", "Egypt -1", "Egypt +1" },
	{ "Egypt refused to oppose safe passage for the men.", "Egypt +1", "Egypt -1" },
	{ "Egypt did not refuse to oppose safe passage for the men.", "Egypt -1", "Egypt +1" },
	{ "Egypt does not oppose safe passage for the men.", "Egypt +1", "Egypt -1" },
	{ "Egypt no longer opposes safe passage for the men.", "Egypt +1", "Egypt -1" },
	{ "Egypt denied that it had rejected safe passage for the men.", "Egypt +1", "Egypt -1" },
	{ "Egypt does not support safe passage for the men.", "Egypt -1", "Egypt +1" },
	{ "Egypt refused to support safe passage for the men.", "Egypt -1", "Egypt +1" },
	{ "Egypt has not refused to support safe passage for the men.", "Egypt +1", "Egypt -1" },
	{ "Egypt ruled out allowing the fighters to leave.", "Egypt -1", "Egypt +1" },
	{ "Egypt did not rule out allowing the fighters to leave.", "Egypt +1", "Egypt -1" },
	{ "Egypt withdrew its support for safe passage.", "Egypt -1", "Egypt +1" },
	{ "Egypt has not withdrawn its support for safe passage.", "Egypt +1", "Egypt -1" },
	{ "Egypt dropped its objection to safe passage.", "Egypt +1", "Egypt -1" },
	{ "Egypt stopped demanding safe passage for the men.", "Egypt -1", "Egypt +1" },
}

describe("operators compose", function()
	for _, case in ipairs(COMPOSED) do
		it(case[1], function()
			local found = evidence(case[1])
			assert.is_table(found[case[2]])
			assert.is_nil(found[case[3]])
		end)
	end

	it("and stand in the evidence with their bytes", function()
		local text = "Egypt ceased to oppose safe passage for the men."
		local record = evidence(text)["Egypt +1"]
		assert.same({ "stopping" }, kinds(record, "operator"))
		assert.equal("ceased to", text:sub(record.links[1].start + 1, record.links[1]["end"]))
	end)

	it("not over a comma", function()
		assert.is_table(evidence("Egypt, which refused to speak, supports safe passage for the men.")["Egypt +1"])
	end)
end)

-- Text, what it shows, what it must not show.
local NESTED = {
	{ "Egypt opposes letting the fighters leave.", "Egypt -1", "Egypt +1" },
	{ "Egypt rejected a plan to let the fighters leave.", "Egypt -1", "Egypt +1" },
	{ "Egypt welcomed the refusal to let the fighters leave.", "Egypt -1", "Egypt +1" },
	{ "Egypt denounced the refusal to let the fighters leave.", "Egypt +1", "Egypt -1" },
	{ "Egypt urged Israel to reject safe passage for the men.", "Egypt -1", "Israel -1" },
	{ "Letting the fighters leave would be madness, Egypt said.", "Egypt -1", "Egypt +1" },
}

describe("an attitude to an attitude", function()
	for _, case in ipairs(NESTED) do
		it("is one: " .. case[1], function()
			local found = evidence(case[1])
			assert.is_table(found[case[2]])
			assert.is_nil(found[case[3]])
		end)
	end

	it("is linked to what it is about", function()
		local text = "Egypt denounced the refusal to let the fighters leave."
		local record = evidence(text)["Egypt +1"]
		assert.equal("within", record.links[#record.links].kind)
	end)

	it("of another holder leaves that one's alone", function()
		local found = evidence("Egypt denounced Israel's refusal to let the fighters leave.")
		assert.is_table(found["Egypt +1"])
		assert.is_table(found["Israel -1"])
	end)
end)

-- Text, what it shows.
local FOLLOWING = {
	{ "Egypt backs safe passage for the men. So does Turkey.", "Turkey +1" },
	{ "Egypt backs safe passage for the men. Turkey does not.", "Turkey -1" },
	{ "Egypt opposes safe passage for the men. Turkey took the same view. Qatar did not.", "Qatar +1" },
}

describe("what follows another", function()
	for _, case in ipairs(FOLLOWING) do
		it("has its sign: " .. case[1], function() assert.is_table(evidence(case[1])[case[2]]) end)
	end

	it("is none where there is nothing to follow", function()
		assert.same({}, evidence("The men want to leave Rafah. So does Turkey."))
	end)
end)

describe("what the text has spoken of", function()
	it("is linked to where it did", function()
		local text = "Qatar asked for safe passage for the men. Israel rejected the request."
		local record = evidence(text)["Israel -1"]
		assert.same({ "it" }, kinds(record, "antecedent"))
		assert.equal("safe passage", text:sub(record.links[1].start + 1, record.links[1]["end"]))
	end)

	it("is not where another matter has been told of since", function()
		local text = "Qatar asked for safe passage for the men. Turkey asked for safe passage for lorries. Israel agreed."
		assert.is_nil(evidence(text)["Israel +1"])
	end)

	it("is not the demand where terms have been told of since", function()
		local text = "Egypt would let the fighters leave only if they disarm. Hamas rejected that demand."
		assert.is_nil(evidence(text)["Hamas -1"])
	end)

	it("must be the passage", function()
		assert.is_nil(evidence("Qatar asked for a new road. Israel rejected the request.")["Israel -1"])
	end)
end)

describe("terms", function()
	it("make consent conditional, and are in the evidence", function()
		local record = evidence("Israel would allow the fighters to leave only if they disarm.")["Israel +1"]
		assert.is_true(record.conditional)
		assert.equal(1, #kinds(record, "terms"))
	end)

	it("turn a refusal with an exception into conditional consent", function()
		local found = evidence("Israel will not allow the fighters to leave unless they disarm.")
		assert.is_true(found["Israel +1"].conditional)
		assert.is_nil(found["Israel -1"])
	end)

	it("are none in “even if” and “as soon as possible”", function()
		local record = evidence("Israel would allow the fighters to leave even if they keep their rifles.")["Israel +1"]
		assert.is_nil(record.conditional)
	end)

	it("stand in the sentence behind as well", function()
		local record = evidence("Israel would allow the fighters to leave. First they must disarm.")["Israel +1"]
		assert.is_true(record.conditional)
		assert.equal(1, #kinds(record, "terms"))
	end)

	it("but not in the paragraph behind", function()
		local record = evidence("Israel would allow the fighters to leave.\n\nFirst they must disarm.")["Israel +1"]
		assert.is_nil(record.conditional)
	end)

	it("of a refusal are exceptions only, of a refusal denied all", function()
		assert.is_nil(evidence("Egypt rejected safe passage in exchange for money.")["Egypt +1"])
		assert.is_true(evidence("Egypt would not oppose safe passage in exchange for money.")["Egypt +1"].conditional)
	end)

	it("do not make whoever urges conditional", function()
		local record = evidence("Egypt urged Israel to let the fighters go if they disarm.")["Egypt +1"]
		assert.is_nil(record.conditional)
	end)
end)

describe("a pack's operator", function()
	local function open_script(body)
		local path = os.tmpname() .. ".lua"
		local handle = assert(io.open(path, "w"))
		handle:write(body)
		handle:close()
		local made, message = analysis.open { script = path }
		os.remove(path)
		return made, message
	end

	it("has a sign", function()
		local made, message = open_script 'operator { id = "x", summary = "x", pattern = "refused to" }'
		assert.is_nil(made)
		assert.matches("sign is 1 or -1", message, 1, true)
	end)

	it("has no other fields", function()
		local made, message = open_script 'operator { id = "x", sing = 1, pattern = "refused to" }'
		assert.is_nil(made)
		assert.matches("did you mean 'sign'", message, 1, true)
	end)
end)
