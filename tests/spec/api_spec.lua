-- What docs/api/generate.lua makes is kept in the project, and must be what the comments say.
local function read(path)
	local file = assert(io.open(path))
	local text = file:read "a"
	file:close()
	return text
end

describe("docs/api/generate.lua", function()
	local folder = os.tmpname()
	os.remove(folder)
	assert(os.execute(("mkdir -p '%s/scripts/assay' '%s/docs/api'"):format(folder, folder)))
	assert(os.execute(("lua5.4 docs/api/generate.lua '%s'"):format(folder)))
	teardown(function() os.execute(("rm -r '%s'"):format(folder)) end)

	for _, path in ipairs { "scripts/assay/api.lua", "docs/api/README.md", "docs/api/assay.d.lua" } do
		it("has made " .. path .. " from the comments as they are (make api)", function()
			assert.equal(read(folder .. "/" .. path), read(path))
		end)
	end

	it("knows every method of an article, a sentence, a mention, a quote, an entity and a store", function()
		local assay, names = require "assay", {}
		for _, entry in ipairs(require "assay.api") do names[entry.name] = true end
		local article = assay.article "Oslo said on Monday: “We wait.”"
		local kinds = { article = article, entity = nil }
		for sentence in article:sentences() do kinds.sentence = sentence end
		for mention in article:mentions() do kinds.mention, kinds.entity = mention, mention:entity() end
		for quote in article:quotes() do kinds.quote = quote end
		kinds.store = assert(assay.open ":memory:")
		for noun, value in pairs(kinds) do
			for method in pairs(debug.getmetatable(value).__index) do
				local known = names[noun .. ":" .. method] or names["item:" .. method] or names["sentence:" .. method]
					or names["article:" .. method]
				assert.is_true(known, noun .. ":" .. method .. " is not documented")
			end
		end
		kinds.store:close()
	end)
end)
