--- An opened pack, as scripts have it from assay.pack and the session has it as `pack`: what it is (name, version,
--- rules, claims, actors, …, also as .description), and what it does.

local aggregate = require "assay.aggregate"

local Pack = { __name = "pack" }
Pack.__index = Pack

local opened = {}

---@param session table of assay.analysis
function opened.new(session)
	local pack = { session = session, description = session.description }
	for key, value in pairs(session.description) do pack[key] = value end
	return setmetatable(pack, Pack)
end

--- Analyses texts and compares them.
---@param session table of assay.analysis
---@param items table list of { text, meta = { id, … } }
---@return table run the object of `assay run --format json`
---@return table texts by the articles' ids: { text = as it was read, sentences }
function opened.run(session, items)
	local results, rejected, texts = {}, {}, {}
	for _, item in ipairs(items) do
		local result, reason = session:analyse(item.text, item.meta)
		if result then
			result.text = result.text or item.text
			texts[result.id] = { text = result.text, sentences = result.sentences }
			results[#results + 1] = result
		else
			rejected[#rejected + 1] = { input = item.meta.id, reason = reason }
		end
	end
	local summary = { articles = #results, rejected = rejected, limits = {} }
	return aggregate.run(session.description, results, summary), texts
end

local function item_of(given, n)
	local item = { text = given }
	if type(given) == "userdata" then
		item.text, item.meta = given:text(), given:meta()
	elseif type(given) == "table" then
		item.text, item.meta = given.text, {}
		for key, value in pairs(given) do
			if key ~= "text" then item.meta[key] = value end
		end
	end
	item.meta = item.meta or {}
	item.meta.id = item.meta.id or tostring(n)
	return item
end

--- Reads a text with this pack's words and actors.
---@param text string
---@param meta table? as of assay.article
---@param options table? as of assay.article
---@return userdata? article, or nil, message, code
function Pack:article(text, meta, options) return self.session:article(text, meta, options) end

--- Runs the pack.
---@param articles table list of articles, texts, or tables with text, id, outlet, published, title
---@return table the object of `assay run --format json`; articles that cannot be read are in summary.rejected
function Pack:run(articles)
	local items = {}
	for n, given in ipairs(articles) do items[n] = item_of(given, n) end
	return (opened.run(self.session, items))
end

function Pack.__tostring(pack) return "pack " .. pack.name .. " " .. pack.version end

return opened
