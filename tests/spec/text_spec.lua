local assay = require "assay"
local json = require "assay.core".json

describe("the text of an article", function()
	it("has U+FFFD for what is ill-formed, as the collected cases of UTF-8 ask", function()
		local file = io.open "../shared/data/torture/utf8_cases.jsonl"
		if not file then return pending "without ../shared/data/torture" end
		local function bytes(hex) return (hex:gsub("%x%x", function(pair) return string.char(tonumber(pair, 16)) end)) end
		local count = 0
		for line in file:lines() do
			local case = json.decode(line)
			local expected = bytes(case.replace_hex):gsub("\0", "\u{FFFD}") -- a NUL is no text either
			assert.equal(expected, assay.article(bytes(case.hex)):text(), case.id)
			count = count + 1
		end
		file:close()
		assert.equal(222, count)
	end)
end)

describe("article:lines", function()
	it("writes what the records say", function()
		local article = assay.article "The “aid” isn't here. Über-large\ttrucks wait — 1,200 of them; the aid waits."
		for _, layer in ipairs { "sentences", "tokens" } do
			local records = article:records(layer)
			for line in article:lines(layer, 'a"b'):gmatch "[^\n]+" do
				local record = json.decode(line)
				assert.equal('a"b', record.article)
				record.article = nil
				assert.same(records[record.n], record)
				records[record.n] = nil
			end
			assert.is_nil(next(records))
		end
	end)

	it("knows sentences and tokens only, and an id that is UTF-8", function()
		local article = assay.article "A word."
		assert.error(function() article:lines("quotes", "a") end)
		assert.error(function() article:lines("tokens", "\xFF") end)
		assert.error(function() article:lines "tokens" end)
	end)
end)
