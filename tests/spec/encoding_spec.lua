-- encoding.repair reads ill-formed bytes as the engine does.
local assay = require "assay"
local encoding = require "assay.encoding"

local PIECES = { "a", "é", "€", "😀", "\xC3", "\x80", "\xE2\x82", "\xE0\x80", "\xED\xA0\x80", "\xF0\x9F\x98", "\xF0\x80",
	"\xF4\x90\x80\x80", "\xF5", "\xFF", "\xC0\xAF", "\0" }

describe("repair of ill-formed UTF-8", function()
	it("leaves what is well-formed", function() assert.equal("aé€😀", encoding.repair "aé€😀") end)

	it("puts one U+FFFD for the longest beginning of a character", function()
		assert.equal("\u{FFFD}a\u{FFFD}\u{FFFD}", encoding.repair "\xF0\x9F\x98a\xC0\xAF")
	end)

	it("does what the engine does with any two and three pieces", function()
		local texts = {}
		for _, a in ipairs(PIECES) do
			for _, b in ipairs(PIECES) do
				for _, c in ipairs(PIECES) do texts[#texts + 1] = a .. b .. c end
			end
		end
		local together = table.concat(texts, " ")
		assert.equal(assay.article(together):text(), encoding.repair(together))
	end)

	it("takes linear time and memory", function()
		assert.equal(3 * 10 ^ 6, #encoding.repair(("\xFF"):rep(10 ^ 6)))
	end)
end)
