-- Runs written for other programs and read back. The statements of T27 are made up to its table of counts.
local core = require "assay.core"
local exchange = require "assay.exchange"
local document = require "assay.exchange.dna_document"
local network = require "assay.exchange.network"
local statements = require "assay.exchange.statements"

local TEXT = "😀 Ferries: «the board» has refused 🇬🇷 night sailings, =SUM(A1) says; \"about 20\" crew met.\n"

local function span(part)
	local from, to = TEXT:find(part, 1, true)
	return from - 1, to
end

local function evidence(part, more)
	local record = { rule = "refuses", text = part, sign = -1, weight = 1, holder = "Board", via = {}, context = {} }
	record.start, record["end"] = span(part)
	for key, value in pairs(more or {}) do record[key] = value end
	return record
end

local function result()
	return {
		v = 1, pack = { name = "ferry", version = "1" }, question = "Night sailings; yes or no?",
		articles = {
			{
				id = "a;1", outlet = "Gazette", published = "2025-03-30", title = nil,
				stances = {
					{ actor = "Board", stance = "opposes", score = -1, evidence = {
						evidence("has refused 🇬🇷 night"), evidence("has refused 🇬🇷 night", { rule = "again", weight = 0.25 }),
						evidence("=SUM(A1) says", {
							sign = 1, conditional = true, weight = 1 / 3, person = "=cmd", speaker = "a \"source\"\n;",
						}),
					} },
					{ actor = "Crew", stance = "none", score = 0, evidence = {} },
				},
				claims = {
					{ claim = "crew", status = "denied", value = { low = 15, high = 25 }, text = "20", origin = "Board",
						evidence = { evidence("\"about 20\" crew", { rule = "claim.crew" }) } },
					{ claim = "open", status = "asserted", value = true, text = "x",
						evidence = { evidence("😀", { rule = "claim.open" }) } },
				},
			},
			{ id = "b", outlet = nil, published = "in spring", title = ("ü"):rep(300), stances = {}, claims = {} },
		},
		stances = {
			{ actor = "Board", stance = "mixed", score = -0.5, low = -1, high = 0.5, articles = 1, roots = { 1, 2 } },
		},
	}
end

local function data() return exchange.data(result(), { ["a;1"] = TEXT, b = "Nothing.\n" }, "all") end

--- What a format writes, as a string.
local function written(name, options)
	local parts = {}
	local out = { write = function(_, ...) parts[#parts + 1] = table.concat { ... } end }
	exchange.format(name, "test").write(out, data(), options or {})
	return table.concat(parts)
end

local function saved()
	local path = os.tmpname()
	exchange.format("dna", "test").save(path, data())
	return path
end

describe("statements", function()
	it("are one for words that several rules find", function()
		local list = statements.of(result())
		assert.equal(2, #list)
		assert.same({ "refuses, again", 1, false }, { list[1].rule, list[1].weight, list[1].agreement })
		assert.same({ true, true, "=cmd" }, { list[2].agreement, list[2].conditional, list[2].person })
	end)

	it("of claims say who says it and what", function()
		local list = statements.of(result(), "claims")
		assert.same({ "Gazette", "open", true }, { list[1].organization, list[1].concept, list[1].agreement })
		assert.same({ "Board", "crew: 15 to 25", false }, { list[2].organization, list[2].concept, list[2].agreement })
	end)
end)

describe("a table of statements", function()
	it("reads back equal", function()
		assert.same(data().statements, statements.parse(written("jsonl", { table = "statements", statements = "all" }), "s"))
	end)

	it("is refused with the line", function()
		local head = '{"table":"statements"}\n'
		for bytes, message in pairs {
			['{"table":"claims"}'] = "s:1: not a table of statements", [head .. "{"] = "s:2: not JSON",
			[head .. "\n7\n"] = "s:3: not an object", [head .. '{"agreement":true}'] = "s:2: not a statement",
			[head .. '{"article":"a","concept":{}}'] = "s:2: not a statement",
		} do
			local ok, problem = pcall(statements.parse, bytes, "s")
			assert.is_false(ok)
			assert.equal(message, problem.message)
		end
	end)
end)

describe("a claim", function()
	it("comes from its outlet, from a person for a side, or from whoever speaks", function()
		local article, record = { id = "a", outlet = "Gazette" }, { speaker = "a clerk" }
		local function source(claim) return { statements.source(article, claim, record) } end
		assert.same({ "Gazette" }, source { status = "asserted" })
		assert.same({ "Board", "Ada Brook" },
			source { status = "attributed", root = { kind = "named", name = "Ada Brook", side = "Board" } })
		assert.same({ "Board" }, source { status = "denied", root = { kind = "named", name = "Board", side = "Board" } })
		assert.same({ "a clerk" }, source { status = "attributed", root = { kind = "unknown" } })
		assert.same({ "a clerk" }, source { status = "attributed" })
	end)

	it("has its value in words", function()
		for _, case in ipairs {
			{ { low = 15, high = 25 }, "15 to 25" }, { { low = 4, high = 4 }, "4" }, { { low = 200 }, "200 to more" },
			{ { from = "2025-03-01", to = "2025-03-01" }, "2025-03-01" }, { { "a", "b" }, "a, b" }, { "word", "word" },
		} do
			assert.equal(case[2], statements.value(case[1]))
		end
		assert.is_nil(statements.value(true))
	end)
end)

describe("a file of Discourse Network Analyzer", function()
	it("reads back equal, with characters beyond U+FFFF before and in the words", function()
		local path = saved()
		local back = exchange.format("dna", "test").read(path)
		local expected = data()
		assert.same(expected.statements, back.statements)
		assert.same(expected.documents, back.documents)
		assert.same({}, back.rejected)
		os.remove(path)
	end)

	it("is sound: integrity, references, DNA's tables and checks", function()
		local path = saved()
		local database = assert(core.database.open(path))
		assert.equal("ok", database:query("PRAGMA integrity_check")[1].integrity_check)
		assert.same({}, database:query "PRAGMA foreign_key_check")
		local names = {}
		for _, row in ipairs(database:query "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") do
			names[#names + 1] = row.name
		end
		assert.equal("ATTRIBUTEVALUES ATTRIBUTEVARIABLES CODERRELATIONS CODERS DATABOOLEAN DATAINTEGER DATALONGTEXT "
			.. "DATASHORTTEXT DOCUMENTS ENTITIES REGEXES SETTINGS STATEMENTS STATEMENTTYPES VARIABLELINKS VARIABLES",
			table.concat(names, " "))
		assert.equal("UTF-16 code units",
			database:query("SELECT Value FROM SETTINGS WHERE Property = 'offsets'")[1].Value)
		database:close()
		local own = assert(core.database.open(path, { create = true }))
		for _, sql in ipairs {
			"INSERT INTO STATEMENTS(StatementTypeId, DocumentId, Start, Stop, Coder) VALUES(1, 1, 5, 5, 1)",
			"INSERT INTO STATEMENTS(StatementTypeId, DocumentId, Start, Stop, Coder) VALUES(1, 99, 1, 5, 1)",
			"INSERT INTO ENTITIES(VariableId, Value) VALUES(1, '" .. ("x"):rep(191) .. "')",
		} do
			local made, message = own:query(sql)
			assert.is_nil(made)
			assert.matches("constraint", message)
		end
		own:close()
		os.remove(path)
	end)

	it("has offsets in UTF-16 code units", function()
		local path = saved()
		local database = assert(core.database.open(path))
		local row = database:query("SELECT Start, Stop FROM STATEMENTS s JOIN DATASHORTTEXT d ON d.StatementId = s.ID "
			.. "JOIN ENTITIES e ON e.ID = d.Entity WHERE e.Value = 'Night sailings; yes or no?' ORDER BY Start LIMIT 1")[1]
		assert.same({ Start = 24, Stop = 46 }, row) -- the first emoji and the two of the flag count two each
		database:close()
		os.remove(path)
	end)

	it("is the same bytes each time", function()
		local digests = {}
		for i = 1, 2 do
			local path = saved()
			local file = assert(io.open(path, "rb"))
			digests[i] = core.sha256(file:read "a")
			file:close()
			os.remove(path)
		end
		assert.equal(digests[1], digests[2])
	end)

	local function change(sql, ...)
		local path = saved()
		local database <close> = assert(core.database.open(path, { create = true }))
		assert(database:query(sql, ...))
		return path
	end

	it("keeps what was changed there against the note", function()
		local path = change("UPDATE DOCUMENTS SET Title = 'A new title', Date = ?1", 86400 * 365 + 3600)
		local first = exchange.format("dna", "test").read(path).documents[1]
		assert.same({ "a;1", "A new title", "1971-01-01T01:00:00" }, { first.id, first.title, first.published })
		os.remove(path)
	end)

	it("loses no sound statement to one that points into a character or outside", function()
		local path = change "UPDATE STATEMENTS SET Start = 1 WHERE Start = 0"
		local read = exchange.format("dna", "test").read(path)
		assert.equal(3, #read.statements)
		assert.same({ "statement 1: 1 to 2 is not in its document" }, read.rejected)
		os.remove(path)
	end)

	it("is refused when it is none, of another version, or lacks the type", function()
		local function refused(path, pattern, options)
			local ok, problem = pcall(exchange.format("dna", "test").read, path, options)
			assert.is_false(ok)
			assert.matches(pattern, problem.message)
		end
		local path = change "UPDATE SETTINGS SET Value = '2.0' WHERE Property = 'version'"
		refused(path, "of DNA 2%.0; only 3 is read")
		os.remove(path)
		path = saved()
		refused(path, "no statement type 'DNA Statment', did you mean 'DNA Statement'%?", { type = "DNA Statment" })
		os.remove(path)
		refused("Makefile", "not a database")
		refused("no-such.dna", "no such file")
	end)

	it("knows dates", function()
		for date, seconds in pairs {
			["1970-01-01"] = 0, ["2000-02-29"] = 951782400, ["2025-11-10T23:59:59"] = 1762819199, ["1969-12-31"] = -86400,
		} do
			assert.equal(seconds, document.seconds(date))
			assert.equal(date, document.date(seconds))
		end
		assert.equal(0, document.seconds "in spring")
	end)
end)

describe("an event list", function()
	it("reads back equal where the texts are at hand", function()
		local parse, bytes = exchange.format("dna-csv", "test").parse, written "dna-csv"
		assert.same(data().statements, parse(bytes, "x.csv", { texts = { ["a;1"] = TEXT } }).statements)
		local first = parse(bytes, "x.csv").statements[1]
		assert.same({ 0, 2 }, { first.start_utf16, first.end_utf16 })
		assert.is_nil(first.start)
	end)

	it("is refused where a statement has no place", function()
		local ok, problem = pcall(exchange.format("dna-csv", "test").parse, "statement_id;document_id\n1;a\n", "x.csv")
		assert.is_false(ok)
		assert.equal("x.csv:2: needs document_id, start_position and stop_position", problem.message)
	end)
end)

describe("tables", function()
	it("name the unit of their offsets", function()
		assert.matches("start_byte,end_byte", (written "csv"))
		assert.matches('"offsets":"bytes"', (written "jsonl"))
		assert.matches("position_unit\n1;.*;UTF%-16 code units\n", (written "dna-csv"))
	end)

	it("keep formulas from running", function()
		assert.matches(",'=SUM%(A1%) says,'=cmd,", (written "csv"))
	end)

	it("have a line per record in either format", function()
		for name, lines in pairs { evidence = 4, stances = 3, overall = 2, claims = 3, statements = 5 } do
			for _, format in ipairs { "csv", "jsonl" } do
				local text = written(format, { table = name, statements = "all" }):gsub('"a ""source""\n;"', "")
				assert.equal(lines, select(2, text:gsub("\n", "")), format .. " " .. name)
			end
		end
	end)
end)

-- T27: agree/disagree counts by organization and concept.
local COUNTS = {
	{ "ASE", "0/0 0/0 1/0 0/0 2/0 1/0" }, { "EEA", "0/2 0/0 0/0 0/0 1/1 0/0" }, { "EPA", "0/1 0/0 0/0 0/0 0/0 10/0" },
	{ "NPRA", "0/2 0/0 0/0 0/0 0/0 0/2" }, { "Senate", "0/2 0/0 0/0 0/0 0/1 2/0" },
	{ "Sierra", "2/0 0/0 1/0 1/0 1/0 1/0" }, { "PIRG", "1/0 1/0 1/0 2/0 1/0 0/0" },
}

local function counted()
	local list = {}
	for _, row in ipairs(COUNTS) do
		local concept = 0
		for agree, disagree in row[2]:gmatch "(%d+)/(%d+)" do
			concept = concept + 1
			for i = 1, agree + disagree do
				local side = i <= tonumber(agree)
				list[#list + 1] = { article = row[1], organization = row[1], concept = "c" .. concept, agreement = side }
			end
		end
	end
	return list
end

local function total(edges, key)
	local sum = 0
	for _, edge in ipairs(edges) do sum = sum + edge[key] end
	return sum
end

describe("networks", function()
	it("T27: are DNA's with every statement", function()
		local two = network.of(counted(), "actor-concept", "include")
		assert.equal(13, #two.nodes)
		assert.equal(40, total(two.edges, "combine"))
		local one = network.of(counted(), "actor-actor", "include")
		for key, sum in pairs { ignore = 276, congruence = 160, conflict = 116, subtract = 44 } do
			assert.equal(sum, 2 * total(one.edges, key), key) -- both triangles of the matrix
		end
		local epa_senate
		for _, edge in ipairs(one.edges) do
			if edge.source == "a3" and edge.target == "a6" then epa_senate = edge.congruence end
		end
		assert.equal(22, epa_senate)
	end)

	it("T27: are DNA's with one statement a document", function()
		assert.equal(23, total(network.of(counted(), "actor-concept").edges, "combine"))
		local one = network.of(counted(), "actor-actor")
		for key, sum in pairs { ignore = 86, congruence = 48, conflict = 38, subtract = 10 } do
			assert.equal(sum, 2 * total(one.edges, key), key)
		end
	end)

	it("have no node for what is not named, and keep ambivalence apart", function()
		local made = network.of({
			{ article = "x", organization = "A", concept = "c", agreement = true },
			{ article = "x", organization = "A", concept = "c", agreement = false },
			{ article = "x", concept = "c", agreement = false },
		}, "actor-concept")
		assert.same({ "A", "c" }, { made.nodes[1].label, made.nodes[2].label })
		assert.same({ 1, 1, 0 }, { made.edges[1].agree, made.edges[1].disagree, made.edges[1].subtract })
	end)

	it("declare every attribute of their GraphML with a type, and escape its text", function()
		for _, name in ipairs(network.NAMES) do
			local text = written("graphml", { network = name })
			local declared = {}
			for id, kind in text:gmatch '<key id="([^"]+)"[^>]- attr%.type="(%a+)"' do declared[id] = kind end
			for id in text:gmatch '<data key="([^"]+)"' do assert.is_string(declared[id], id) end
			assert.equal("int", declared.edge_subtract)
			assert.is_nil(text:find "[%z\1-\8\14-\31]")
		end
		assert.matches("crew: 15 to 25", written "graphml")
	end)

	it("are also two tables that belong together", function()
		local nodes, edges = written "nodes", written "edges"
		for id in edges:gmatch "\n(a%d+),c%d+," do assert.matches("\n" .. id .. ",", nodes) end
		assert.matches("source,target,congruence", written("edges", { network = "actor-actor" }))
	end)
end)

describe("formats", function()
	it("are named, with the nearest where one is not", function()
		for _, name in ipairs(exchange.FORMATS) do assert.equal(name, exchange.format(name, "test").name) end
		local ok, problem = pcall(exchange.format, "graphl", "export")
		assert.is_false(ok)
		assert.matches("unknown format 'graphl', did you mean graphml%?", problem.message)
	end)
end)
