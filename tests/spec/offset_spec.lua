local offset = require "assay.offset"

local TEXT = "a😀é–b🇪🇬" -- 1, 4, 2, 3, 1, 4 and 4 bytes

describe("offsets", function()
	local starts = { 0, 1, 5, 7, 10, 11, 15, 19 }

	it("count characters", function()
		assert.same({ [0] = 0, [1] = 1, [5] = 2, [7] = 3, [10] = 4, [11] = 5, [15] = 6, [19] = 7 },
			offset.units(TEXT, starts, "characters"))
	end)

	it("count UTF-16 code units", function()
		assert.same({ [0] = 0, [1] = 1, [5] = 3, [7] = 4, [10] = 5, [11] = 6, [15] = 8, [19] = 10 },
			offset.units(TEXT, starts, "utf16"))
	end)

	it("come back as the bytes they were, in any order", function()
		for _, unit in ipairs { "characters", "utf16" } do
			local units = offset.units(TEXT, starts, unit)
			local list = {}
			for _, byte in ipairs(starts) do table.insert(list, 1, units[byte]) end
			local bytes = offset.bytes(TEXT, list, unit)
			for _, byte in ipairs(starts) do assert.equal(byte, bytes[units[byte]]) end
		end
	end)

	it("are none inside a character or beyond the text", function()
		local bytes = offset.bytes(TEXT, { 1, 2, 3, 7, 9, 10, 11, 400 }, "utf16")
		assert.same({ [1] = 1, [3] = 5, [10] = 19 }, bytes)
		assert.same({}, offset.bytes("", { 1 }, "characters"))
		assert.same({ [0] = 0 }, offset.bytes("", { 0 }, "utf16"))
	end)

	it("are found in a long text with many of them", function()
		local text, list = ("é😀"):rep(20000), {}
		for i = 0, 20000 do list[#list + 1] = i * 6 end
		local units = offset.units(text, list, "utf16")
		assert.equal(60000, units[120000])
		local back = {}
		for _, byte in ipairs(list) do back[#back + 1] = units[byte] end
		assert.equal(120000, offset.bytes(text, back, "utf16")[60000])
	end)
end)
