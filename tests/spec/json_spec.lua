local json = require "assay.core".json

local function nested(depth)
	local value = {}
	for _ = 2, depth do value = { value } end
	return value
end

local function fails(value, message)
	local ok, reason = pcall(json.encode, value)
	assert.is_false(ok)
	assert.equal(message, (reason:gsub("^[^:]*:%d+: ", "")))
end

local function refuses(text, message)
	local value, reason, code = json.decode(text)
	assert.is_nil(value)
	assert.matches(message, reason)
	assert.equal("bad_input", code)
end

describe("json.encode", function()
	it("writes scalars", function()
		assert.equal("true", json.encode(true))
		assert.equal("false", json.encode(false))
		assert.equal("null", json.encode(json.null))
		assert.equal('"text"', json.encode "text")
		assert.equal("-7", json.encode(-7))
		assert.equal("-9223372036854775808", json.encode(math.mininteger))
		assert.equal("null", tostring(json.null))
	end)

	it("writes floats as short as they read back", function()
		local cases = { [0.5] = "0.5", [0.1] = "0.1", [1 / 3] = "0.3333333333333333", [3.0] = "3.0", [1e300] = "1e+300",
			[0.1 + 0.2] = "0.30000000000000004", [-2.5e-8] = "-2.5e-08", [2.0 ^ 53] = "9007199254740992.0" }
		for number, text in pairs(cases) do assert.equal(text, json.encode(number + 0.0)) end
		assert.equal("-0.0", json.encode(-0.0))
	end)

	it("keeps the difference between integers and floats", function()
		assert.equal("float", math.type(json.decode(json.encode(3.0))))
		assert.equal("integer", math.type(json.decode(json.encode(3))))
	end)

	it("sorts keys by bytes, those of order first", function()
		assert.equal('{"B":1,"a":2,"id":3,"ä":4}', json.encode { ["ä"] = 4, a = 2, id = 3, B = 1 })
		assert.equal('{"id":3,"z":0,"B":1,"a":2}', json.encode({ a = 2, id = 3, B = 1, z = 0 }, { order = { "id", "z" } }))
		assert.equal('[{"b":1,"a":2}]', json.encode({ { a = 2, b = 1 } }, { order = { "b" } }))
	end)

	it("tells arrays from objects", function()
		assert.equal("[1,2]", json.encode { 1, 2 })
		assert.equal("{}", json.encode {})
		assert.equal("[]", json.encode(json.array()))
		assert.equal("[]", json.encode(json.array {}))
		assert.equal("[]", json.encode(setmetatable({}, json.array_mt)))
		assert.equal("[null,1]", json.encode { json.null, 1 })
		assert.equal('{"1":2}', json.encode { ["1"] = 2 })
	end)

	it("indents", function()
		assert.equal('{\n  "a": [\n    1\n  ],\n  "b": {}\n}', json.encode({ a = { 1 }, b = {} }, { indent = 2 }))
		assert.equal('{"a":1}', json.encode({ a = 1 }, { indent = 0 }))
	end)

	it("escapes what must not be shown raw", function()
		assert.equal([["\"\\\b\f\n\r\t\u0000\u001b/"]], json.encode '"\\\b\f\n\r\t\0\27/')
		assert.equal([["\u007f\u009b\u2028\u2029"]], json.encode "\u{7F}\u{9B}\u{2028}\u{2029}")
		assert.equal('"é€😀\u{A0}"', json.encode "é€😀\u{A0}")
	end)

	it("names the path to what has no JSON form", function()
		fails({ articles = { 1, { title = "x\xFF" } } }, "articles[2].title: invalid UTF-8 at byte 2")
		fails({ a = { [3] = 1 } }, "a: an array with holes (use json.null)")
		fails({ a = { 1, x = 2 } }, "a: string keys and array items in one table")
		fails({ [true] = 1 }, "a key that is neither a string nor a positive integer")
		fails({ [0] = 1 }, "a key that is neither a string nor a positive integer")
		fails({ ["a b\n"] = { print } }, '["a b\\x0A"][1]: a function has no JSON form')
		fails({ x = 0 / 0 }, "x: not a number (NaN)")
		fails({ x = math.huge }, "x: an infinite number")
		fails(coroutine.create(print), "a thread has no JSON form")
		fails({ ["k\xFF"] = 1 }, '["k\\xFF"]: invalid UTF-8 at byte 2')
		fails(json.array { x = 1 }, "an array with string keys")
	end)

	it("refuses cycles and depth", function()
		local cycle = { child = {} }
		cycle.child.parent = cycle
		fails(cycle, "child.parent: a table that contains itself")
		assert.equal(("["):rep(199) .. "{}" .. ("]"):rep(199), json.encode(nested(200)))
		assert.error_matches(function() json.encode(nested(201)) end, "more than 200 tables")
	end)

	it("takes the same table twice when it is no cycle", function()
		local shared = { 1 }
		assert.equal("[[1],[1]]", json.encode { shared, shared })
	end)

	it("does not run metamethods", function()
		local guarded = setmetatable({ a = 1 }, { __index = error, __len = error, __pairs = error })
		assert.equal('{"a":1}', json.encode(guarded))
	end)

	it("refuses options that it does not know", function()
		assert.error_matches(function() json.encode(1, { indnet = 2 }) end, "unknown option 'indnet'")
		assert.error_matches(function() json.encode(1, { indent = -1 }) end, "indent must be 0 to 16")
		assert.error_matches(function() json.encode(1, { order = "id" }) end, "order must be an array")
		assert.error_matches(function() json.encode(1, { order = { 1 } }) end, "order must be an array")
		assert.error(function() json.encode() end)
	end)
end)

describe("json.decode", function()
	it("reads every kind of value", function()
		local value = json.decode ' {"a":[1,2.5,true,false,"x"],"b":{"c":-3},"d":"\\u00e9\\ud83d\\ude00"} '
		assert.same({ 1, 2.5, true, false, "x" }, { table.unpack(value.a) })
		assert.equal(-3, value.b.c)
		assert.equal("é😀", value.d)
		assert.equal("integer", math.type(value.a[1]))
	end)

	it("reads null as absent in objects and as json.null elsewhere", function()
		assert.is_nil(next(json.decode '{"a":null}'))
		assert.equal(json.null, json.decode "[null]"[1])
		assert.equal(json.null, json.decode "null")
	end)

	it("gives arrays that encode as arrays", function()
		local text = '{"a":[],"b":{},"c":[[]]}'
		assert.equal(text, json.encode(json.decode(text)))
		assert.is_false(getmetatable(json.decode "[]"))
	end)

	it("names line and column", function()
		refuses("", "^1:0: ")
		refuses("[1,\n  2,]", "^2:5: ")
		refuses('{"a":1} x', "^1:9: ")
	end)

	it("is strict", function()
		refuses('{"a":1,"a":2}', "duplicate object key")
		refuses([[{"a":1,"\u0061":2}]], "duplicate object key")
		refuses([["\u0000"]], "u0000")
		refuses([[{"a\u0000":1}]], "NUL")
		refuses('"a\0"', "control character")
		refuses('"\xFF"', "0xff")
		refuses('"\xED\xA0\x80"', "0xed")
		refuses([["\ud800"]], "invalid Unicode")
		refuses('"\t"', "control character")
		refuses("9223372036854775808", "too big")
		refuses("1e999", "overflow")
		refuses("NaN", "invalid")
		refuses("01", "")
		refuses("[1,]", "")
		refuses("{a:1}", "")
		refuses("'a'", "")
		refuses("// x\n1", "")
		refuses("\xEF\xBB\xBF1", "")
	end)

	it("limits the depth, also of a text that never ends", function()
		assert.is_table(json.decode(("["):rep(200) .. ("]"):rep(200)))
		refuses(("["):rep(201) .. ("]"):rep(201), "^1:201: more than 200")
		refuses(("\n["):rep(201), "^202:1: more than 200")
		refuses(('{"a":'):rep(1000000), "more than 200")
		assert.is_table(json.decode('["' .. ("["):rep(300) .. '\\"' .. ("["):rep(300) .. '"]'))
	end)

	it("reads back what encode wrote", function()
		local value = { text = "“x”\n", list = { 1, 2.25, { deep = json.array() } }, yes = true, big = math.maxinteger }
		local text = json.encode(value)
		assert.equal(text, json.encode(json.decode(text)))
	end)

	it("takes strings only", function()
		assert.error(function() json.decode {} end)
		assert.error(function() json.decode() end)
	end)

	it("reads megabytes", function()
		local items = {}
		for i = 1, 20000 do items[i] = { id = i, text = ("word "):rep(10), score = i / 7 } end
		local text = json.encode(items)
		assert.equal(text, json.encode(json.decode(text)))
	end)
end)

describe("json.are_lines", function()
	it("takes UTF-8 with line feeds and without other control characters", function()
		assert.is_true(json.are_lines "")
		assert.is_true(json.are_lines '{"a":"“é”"}\n[]\n')
		for _, bad in ipairs { "\0", "\t", "\r", "\127", "\xFF", "\xED\xA0\x80" } do
			assert.is_false(json.are_lines("{}" .. bad .. "\n"))
		end
	end)
end)
