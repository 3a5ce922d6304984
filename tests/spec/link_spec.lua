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
		local text = "Egypt refused to oppose safe passage for the men."
		local record = evidence(text)["Egypt +1"]
		assert.same({ "refusal" }, kinds(record, "operator"))
		assert.equal("refused to", text:sub(record.links[1].start + 1, record.links[1]["end"]))
	end)
end)

describe("what the text has spoken of", function()
	it("is linked to where it did", function()
		local text = "Qatar asked for safe passage for the men. Israel rejected the request."
		local record = evidence(text)["Israel -1"]
		assert.same({ "it" }, kinds(record, "antecedent"))
		assert.equal("safe passage", text:sub(record.links[1].start + 1, record.links[1]["end"]))
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
