local core = require "assay.core"
local store, json = core.store, core.json

local TEXT = "Israel refused. Häuser fell; the tunnels hold."

local function sentences(text)
	return { { 1, 15, "body", 1 }, { 17, #text, "body", 2 } }
end

local function record(fields)
	local copy = { id = "one", text = TEXT, outlet = "Courier", sentences = sentences(TEXT) }
	for name, value in pairs(fields or {}) do copy[name] = value end
	return copy
end

--- A result with one stance and one claim of the article.
local function result(id)
	local evidence = { { rule = "refuse", start = 0, ["end"] = 15, text = "Israel refused.", holder = "Israel" } }
	return {
		v = 1, engine = "assay test", question = "?", pack = { name = "pack", version = "1", sha256 = ("0"):rep(64) },
		articles = { {
			id = id, stances = { { actor = "Israel", stance = "opposes", score = -0.8, evidence = evidence } },
			claims = { { claim = "count", status = "asserted", value = { low = 1, high = 2 }, evidence = evidence } },
		} },
		stances = { { actor = "Israel", stance = "opposes", score = -0.8, low = -1.0, high = 0.5, articles = 1 } },
		agreement = { claims = { { claim = "count", status = "single-source", coverage = 1.0 } } },
		dependence = json.array(),
	}
end

describe("a store", function()
	local path, project

	before_each(function()
		path = os.tmpname()
		project = assert(store.open(path, { timeout = 0 }))
	end)

	after_each(function()
		project:close()
		os.remove(path)
	end)

	it("adds an article once", function()
		assert.is_true(project:add(record()))
		assert.is_false(project:add(record { title = "Another title" }))
		assert.is_true(project:add(record { text = TEXT .. " More.", sentences = {} }))
		assert.equal(1, project:count())
	end)

	it("gives back what it was given", function()
		local meta = { url = "https://example.org/1", tags = { "a", "b" }, n = 3, deep = { yes = true } }
		assert.is_true(project:add(record { title = "Title", published = "2025-11-10", meta = meta }))
		local article = project:article "one"
		assert.equal(TEXT, article.text)
		assert.equal("one", article.id)
		assert.equal("Courier", article.outlet)
		assert.equal("Title", article.title)
		assert.equal("2025-11-10", article.published)
		assert.equal(json.encode(meta), json.encode(article.meta))
	end)

	it("leaves out what is not known", function()
		assert.is_true(project:add { id = "bare", text = "x" })
		assert.same({ id = "bare", text = "x" }, project:article "bare")
	end)

	it("iterates by id, whatever the order of adding", function()
		for _, id in ipairs { "c", "a", "b" } do assert.is_true(project:add { id = id, text = id }) end
		local ids = {}
		for article in project:articles() do
			for inner in project:articles() do ids[#ids + 1] = article.id .. inner.id end
		end
		assert.equal("aa ab ac ba bb bc ca cb cc", table.concat(ids, " "))
	end)

	it("says what is not there", function()
		local article, message, code = project:article "none"
		assert.is_nil(article)
		assert.matches("no article 'none'", message, 1, true)
		assert.equal("not_found", code)
	end)

	it("finds sentences, with positions that string.sub takes", function()
		assert.is_true(project:add(record()))
		local hits = project:search "hauser OR tunnel*"
		assert.equal(1, #hits)
		local hit = hits[1]
		assert.equal("one", hit.article)
		assert.equal(2, hit.n)
		assert.equal(hit.text, TEXT:sub(hit.start, hit["end"]))
		assert.equal("Häuser", TEXT:sub(table.unpack(hit.matches[1])))
		assert.equal("tunnels", TEXT:sub(table.unpack(hit.matches[2])))
		assert.same({}, project:search "nothing")
		assert.same({}, project:search("tunnels", 0))
	end)

	it("reports a query that cannot be read", function()
		for _, query in ipairs { '"open', "a AND", "x:y", "" } do
			local hits, message, code = project:search(query)
			assert.is_nil(hits)
			assert.matches("^query: ", message)
			assert.equal("bad_input", code)
		end
	end)

	it("keeps or undoes a batch", function()
		assert.is_true(project:begin())
		assert.is_true(project:add(record()))
		assert.is_true(project:rollback())
		assert.equal(0, project:count())
		assert.is_true(project:begin())
		assert.is_true(project:add(record()))
		assert.is_true(project:commit())
		assert.equal(1, project:count())
		assert.equal("usage", select(3, project:commit()))
	end)

	it("tells a second writer to try again", function()
		local other = assert(store.open(path, { timeout = 0 }))
		assert.is_true(project:begin())
		local added, message, code = other:add(record())
		assert.is_nil(added)
		assert.matches("in use", message)
		assert.equal("try_again", code)
		assert.is_true(project:commit())
		assert.is_true(other:add(record()))
		other:close()
	end)

	it("returns what is wrong with the data", function()
		local cases = {
			{ id = "" }, { id = "a\nb" }, { title = "a\0b" }, { id = "a\0b" }, { text = "a\0b", sentences = {} },
			{ text = "\xFF", sentences = {} }, { outlet = "\xFF" }, { meta = { x = "\xFF" } }, { meta = { 1, x = 2 } },
			{ sentences = { 1 } }, { sentences = { { 0, 3, "body", 1 } } }, { sentences = { { 1, 999, "body", 1 } } },
			{ sentences = { { 1, 3, "body" } } }, { sentences = { { 1, 3, "body", 0 } } },
			{ sentences = { { 1.0, 3, "body", 1 } } }, { sentences = { { 1, 18, "body", 1 } } },
		}
		for _, fields in ipairs(cases) do
			local added, message, code = project:add(record(fields))
			assert.is_nil(added)
			assert.is_string(message)
			assert.equal("bad_input", code)
		end
		assert.equal(0, project:count())
	end)

	it("raises on misuse", function()
		local cases = {
			{ id = 7 }, { text = false }, { meta = "x" }, { sentences = "x" },
		}
		for _, fields in ipairs(cases) do
			assert.has_error(function() project:add(record(fields)) end)
		end
		assert.has_error(function() project:add { id = "x" } end)
		assert.has_error(function() project:add() end)
		assert.has_error(function() project:search("x", -1) end)
		assert.has_error(function() project.add({}, record()) end)
		assert.has_error(function() store.open(path, { creat = true }) end)
		assert.has_error(function() store.open "a\0b" end)
	end)

	it("keeps runs with their results", function()
		assert.is_true(project:add(record()))
		assert.equal(1, project:save_run(result "one"))
		assert.equal(2, project:save_run(result "one", { "v", "engine" }))
		local packs = {}
		for run in project:runs() do
			packs[#packs + 1] = run.id .. run.pack.name .. run.pack.version .. run.engine .. run.question
		end
		assert.same({ "1pack1assay test?", "2pack1assay test?" }, packs)
		assert.equal(json.encode(result "one"), json.encode(project:run(1)))
		assert.equal("not_found", select(3, project:run(3)))
		assert.is_true(project:integrity())
	end)

	it("refuses a run that does not fit its articles, as a whole", function()
		local saved, message, code = project:save_run(result "one")
		assert.is_nil(saved)
		assert.matches("no article 'one'", message, 1, true)
		assert.equal("not_found", code)
		assert.is_true(project:add { id = "one", text = "Short" })
		assert.equal("bad_input", select(3, project:save_run(result "one")))
		local bad = result "one"
		bad.articles[1].stances[1].actor = nil
		assert.equal("bad_input", select(3, project:save_run(bad)))
		assert.equal("bad_input", select(3, project:save_run { articles = {} }))
		assert.is_nil(project:runs()())
	end)

	it("is dead once it is closed", function()
		local each = project:articles()
		project:close()
		project:close()
		assert.equal("assay.store (closed)", tostring(project))
		assert.error_matches(function() project:count() end, "closed store")
		assert.error_matches(each, "closed store")
	end)

	it("closes at the end of its block", function()
		local kept
		do
			local inner <close> = assert(store.open(path))
			kept = inner
			assert.matches("^assay%.store %(/?[^)]*%)$", tostring(inner))
		end
		assert.error_matches(function() kept:count() end, "closed store")
	end)

	it("lives as long as its iterators", function()
		assert.is_true(project:add(record()))
		local each = assert(store.open(path)):articles()
		collectgarbage()
		collectgarbage()
		assert.equal("one", each().id)
	end)

	it("hides its metatable", function()
		assert.is_false(getmetatable(project))
	end)
end)

describe("store.open", function()
	local path

	before_each(function() path = os.tmpname() end)
	after_each(function() os.remove(path) end)

	local function refused(where, options)
		local project, message, code = store.open(where, options)
		assert.is_nil(project)
		assert.is_string(message)
		return code
	end

	it("makes a file only when it may", function()
		os.remove(path)
		assert.equal("not_found", refused(path, { create = false }))
		assert.equal("not_found", refused(path .. "/none/x"))
		assert(store.open(path)):close()
		assert(store.open(path, { create = false })):close()
	end)

	it("refuses what is no project file and leaves it as it is", function()
		local text = ("this is a text\n"):rep(100)
		local file <close> = assert(io.open(path, "w"))
		file:write(text)
		file:close()
		assert.equal("bad_input", refused(path))
		local again <close> = assert(io.open(path))
		assert.equal(text, again:read "a")
	end)

	it("takes :memory: for a store without a file", function()
		local project <close> = assert(store.open ":memory:")
		assert.is_true(project:add { id = "x", text = "y" })
		assert.equal(1, project:count())
	end)
end)
