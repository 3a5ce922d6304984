-- What annotation tools, parsers and fact-checkers get of a made-up run. A reader on other ground is in tests/cli.
local archive = require "assay.exchange.archive"
local core = require "assay.core"
local exchange = require "assay.exchange"
local line = require "assay.exchange.line"

local json = core.json

local TEXT = "😀 The board\r\nhas re\u{301}fused | night\u{2028}sailings. "
	.. "“We 🇬🇷 stay,” Ada said, “in\n\nport.” About 20 met.\n"

local function span(part, more)
	local from, to = TEXT:find(part, 1, true)
	local made = { start = from - 1, ["end"] = to, text = part }
	for key, value in pairs(more or {}) do made[key] = value end
	return made
end

local function result()
	local inner = { span "We 🇬🇷 stay,", span "in\n\nport." }
	return {
		v = 1, pack = { name = "ferry", version = "1" }, question = "Night\tsailings?",
		articles = { {
			id = "a/1 ü", outlet = "Gazette", published = "2025-03-30", title = "A \"title\"",
			stances = { { actor = "Board", stance = "opposes", score = -1, evidence = {
				span("The board\r\nhas re\u{301}fused | night\u{2028}sailings", { rule = "refuses", sign = -1, weight = 1 }),
			} } },
			claims = {
				{ claim = "crew", status = "denied", value = { low = 20, high = 20 }, origin = "Board",
					evidence = { span("20", { rule = "claim.crew" }) } },
				{ claim = "open", status = "asserted", value = true, evidence = { span("port", { rule = "claim.open" }) } },
			},
			quotes = { {
				start = inner[1].start, ["end"] = inner[2]["end"], kind = "direct",
				parts = { { inner[1].start, inner[1]["end"] }, { inner[2].start, inner[2]["end"] } },
				speaker = span("Ada", { anonymous = false, entity = json.null }), cue = span("said", { class = "neutral" }),
			} },
		} },
	}
end

local function written(name, text)
	local parts = {}
	local out = { write = function(_, ...) parts[#parts + 1] = table.concat { ... } end }
	local data = exchange.data(result(), { ["a/1 ü"] = text or TEXT }, "all")
	exchange.format(name, "test").write(out, data, {})
	return table.concat(parts)
end

--- The files of an archive by name; each header has its sum.
local function unpacked(bytes)
	local files, at = {}, 1
	while bytes:byte(at) ~= 0 do
		local head = bytes:sub(at, at + 511)
		local sum = 256
		for i = 1, 512 do sum = sum + ((i < 149 or i > 156) and head:byte(i) or 0) end
		assert.equal(sum, tonumber(head:sub(149, 154), 8))
		local size = tonumber(head:sub(125, 135), 8)
		files[head:sub(1, 100):match "^%Z+"] = bytes:sub(at + 512, at + 511 + size)
		at = at + 512 + (size + 511) // 512 * 512
	end
	assert.equal(at + 1023, #bytes)
	return files
end

local NAME = "a%2F1%20%C3%BC"

describe("an archive", function()
	it("has names without folders, that differ and fit", function()
		local long = ("x/"):rep(200)
		local names = { archive.name "../a", archive.name "-a", archive.name(long), archive.name(long .. "y") }
		assert.same({ "%2E.%2Fa", "%2Da" }, { names[1], names[2] })
		assert.is_true(#names[3] <= 80 and names[3] ~= names[4])
		assert.is_nil(names[3]:find "[^%w%%~]")
		assert.equal(archive.name "plain-1.b_c", "plain-1.b_c")
	end)

	it("gives back what was put in", function()
		local parts = {}
		local out = { write = function(_, ...) parts[#parts + 1] = table.concat { ... } end }
		local files = { [("n"):rep(100)] = "", a = ("x"):rep(512), b = "\0y" }
		for _, name in ipairs { ("n"):rep(100), "a", "b" } do archive.add(out, name, files[name]) end
		archive.finish(out)
		assert.same(files, unpacked(table.concat(parts)))
	end)
end)

describe("a line", function()
	it("has no character that ends one", function()
		assert.equal("a b c d  e", line.one "a\nb\u{85}c\u{2029}d\r\ne")
	end)

	it("leaves out pieces without a word", function()
		assert.same({ { 1, 2 }, { 9, 10 } }, line.pieces("xa\r\n \n\u{2028}bcx", 1, 10))
	end)
end)

describe("brat", function()
	local files = unpacked(written "brat")

	it("has the text as it is, and annotations in code points, cut at line breaks", function()
		assert.equal(TEXT, files[NAME .. ".txt"])
		local annotation = files[NAME .. ".ann"]
		assert.matches("T1\tStatement 2 11;13 33;34 42\tThe board has re\u{301}fused | night sailings\n",
			annotation, 1, true)
		assert.matches("\nA1\tAgreement T1 no\n", annotation, 1, true)
		assert.matches("Quotation 45 56;69 71;73 78\tWe 🇬🇷 stay, in port.\n", annotation, 1, true)
	end)

	it("links a quotation with its source and its cue", function()
		local annotation = files[NAME .. ".ann"]
		local quotation = annotation:match "(T%d+)\tQuotation"
		local source, cue = annotation:match "(T%d+)\tSource %d+ %d+\tAda", annotation:match "(T%d+)\tCue"
		assert.matches(("SaidBy Arg1:%s Arg2:%s\n"):format(quotation, source), annotation, 1, true)
		assert.matches(("CuedBy Arg1:%s Arg2:%s\n"):format(quotation, cue), annotation, 1, true)
	end)

	it("has notes on one line, and declares every type", function()
		assert.matches("AnnotatorNotes T1\torganization: Board; concept: Night sailings?; weight: 1;",
			files[NAME .. ".ann"], 1, true)
		for kind in files[NAME .. ".ann"]:gmatch "\n[TAR]%d+\t(%w+)" do
			assert.matches("\n" .. kind, files["annotation.conf"])
		end
		assert.matches("^# Offsets: Unicode code points", files["annotation.conf"])
	end)
end)

describe("a W3C collection", function()
	local collection = json.decode(written "w3c")
	local items = collection.first.items

	it("has positions in code points, and the words with what stands around them", function()
		local position, quote = table.unpack(items[1].target.selector)
		assert.same({ 2, 42 }, { position.start, position["end"] })
		assert.same({ "😀 ", ". “We 🇬🇷 stay,” Ada said, “in\n\np" }, { quote.prefix, quote.suffix })
		assert.equal(#items, collection.total)
		assert.equal("Unicode code points", collection.offsets)
	end)

	it("names its article by an IRI", function()
		local iri = exchange.format("w3c", "test").iri
		assert.equal("a%2F1%20%C3%BC", items[1].target.source)
		assert.equal("https://example.org/a?b=c", iri "https://example.org/a?b=c")
		assert.equal("https%3A%2F%2Fexample.org%2F%20x", iri "https://example.org/ x")
	end)

	it("points from a source to its quotation", function()
		local number = {}
		for i, item in ipairs(items) do number[item.body[1].value] = i end
		assert.equal("#" .. number.quotation, items[number.source].body[2])
		assert.equal("linking", items[number.cue].motivation)
		assert.same({ form = "direct" }, json.decode(items[number.quotation].body[2].value))
	end)
end)

describe("UIMA CAS JSON", function()
	local cas = json.decode(unpacked(written "uima")[NAME .. ".json"])
	local structures = cas["%FEATURE_STRUCTURES"]

	it("counts UTF-16 code units and says so", function()
		assert.same({ 3, 43 }, { structures[3].begin, structures[3]["end"] })
		assert.equal("UTF-16 code units", structures[2].offsets)
		assert.equal(utf8.len(TEXT) + 3, structures[2]["end"])
	end)

	it("declares the types and features that it has, none of them a keyword of a language", function()
		for i = 2, #structures do
			local declared = assert(cas["%TYPES"][structures[i]["%TYPE"]])
			for key in pairs(structures[i]) do
				local base = key == "@sofa" or key == "begin" or key == "end" or key == "language" or key:find "^%%"
				assert.is_true(base and true or declared[key:gsub("^@", "")] ~= nil, key)
				assert.is_true(key ~= "class" and key ~= "type" and key ~= "self")
			end
		end
		assert.equal(#structures - 1, #cas["%VIEWS"]._InitialView["%MEMBERS"])
	end)
end)

describe("ClaimReview", function()
	local graph = json.decode(written "claimreview")["@graph"]

	it("has claims with where they appear, and no verdict", function()
		assert.same({ "not crew: 20", "open" }, { graph[2].claimReviewed, graph[3].claimReviewed })
		local appearance = graph[2].itemReviewed.appearance[1]
		assert.same({ "20", "Board", "a/1 ü", "2025-03-30" }, {
			appearance.text, appearance.creator.name, appearance.isPartOf.identifier, appearance.isPartOf.datePublished,
		})
		for i = 2, #graph do assert.is_nil(graph[i].reviewRating) end
	end)

	it("says what it leaves out", function() assert.matches("reviewRating", graph[1].description) end)
end)

describe("CoNLL-U", function()
	local session = assert(require "assay.analysis".open {})
	local format = exchange.format("conllu", "test")

	local function lines_of(text, meta)
		local parts, given = {}, {}
		local out = { write = function(_, ...) parts[#parts + 1] = table.concat { ... } end }
		meta = meta or { id = "a" }
		for i, item in ipairs(assert(session:show(text, meta, format.articles, true))) do
			given[i] = type(item) == "string" and item or json.encode(item) .. "\n"
		end
		format.article(out, { id = meta.id, text = text, meta = meta }, table.concat(given))
		return table.concat(parts)
	end

	it("has a form, its place in code points and what stands behind it", function()
		assert.equal("# newdoc id = a\n# offsets = Unicode code points\n# newpar\n# sent_id = a-1\n# kind = body\n"
			.. "# text = 😀 go home.\n"
			.. "1\t😀\t_\t_\t_\t_\t_\t_\t_\tSpacesBefore=\\s|SpacesAfter=\\r\\n|start_char=1|end_char=2|Stem=😀\n"
			.. "2\tgo\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\u{2028}\\t|start_char=4|end_char=6|Stem=go\n"
			.. "3\thome\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|start_char=8|end_char=12|Stem=home\n"
			.. "4\t.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|start_char=12|end_char=13|Stem=.\n\n",
			lines_of " 😀\r\ngo\u{2028}\thome.")
	end)

	it("has no line that any program would break, whatever stands between letters", function()
		local separators = { "\u{2028}", "\u{2029}", "\u{85}" }
		for code = 1, 31 do separators[#separators + 1] = utf8.char(code) end
		for _, separator in ipairs(separators) do
			local text = lines_of("The ca" .. separator .. "t sat | on_\\it.")
			assert.is_nil(text:find "[\1-\8\11-\31]", separator:byte())
			assert.is_nil(text:find "\u{2028}" or text:find "\u{2029}" or text:find "\u{85}", separator:byte())
			for row in text:gmatch "\n(%d[^\n]*)" do assert.equal(9, select(2, row:gsub("\t", ""))) end
		end
	end)

	it("keeps a stem with a bar in its field", function()
		assert.matches("\n2\t|\t.-|Stem=\\p\n", lines_of "One | two.")
	end)

	it("has nothing of a text without words", function() assert.equal("", lines_of "\u{200B}\n") end)
end)

describe("a run with another text", function()
	it("is refused, also inside a character or beyond the end", function()
		for _, text in ipairs { TEXT:sub(1, 50), "x" .. TEXT, TEXT:gsub("Ada", "Bea"), "é" .. TEXT:sub(2) } do
			for _, name in ipairs { "brat", "w3c", "uima" } do
				local ok, problem = pcall(written, name, text)
				assert.is_false(ok)
				assert.matches("is not the text of the run", problem.message)
			end
		end
	end)
end)
