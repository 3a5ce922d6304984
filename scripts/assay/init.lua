--- assay: measures how far news sources agree and who takes which stance.
---
---   local assay = require "assay"
---   local article = assay.article("Egypt said on Monday it would open the crossing.")
---   for sentence in article:sentences() do print(sentence:text()) end

local core = require "assay.core"

local assay = { version = core.version }

local default -- the session that reads articles without a pack

local function session()
	if not default then
		local analysis = require "assay.analysis"
		local made, message = analysis.open {}
		default = made or error(message, 0)
	end
	return default
end

--- Reads a text with the language pack (see assay.pack for one that knows a question's actors too).
---@param text string UTF-8; ill-formed sequences become U+FFFD (article:replaced() counts them)
---@param meta table? id, outlet, published (ISO date), title, and anything else
---@param options table? newline = "auto" (default), "hard" or "soft": what a line break is
---@return userdata? article, or nil, message, code
function assay.article(text, meta, options) return session():article(text, meta, options) end

--- Opens a project file, making it if it is not there.
---@param path string
---@return userdata? store with :add :article :articles :search :close, or nil, message, code
function assay.open(path) return core.store.open(path) end

local Pack = {}
Pack.__index = Pack

--- A rule pack by name (of the library) or path, or a rule script (*.lua).
---@param name string
---@param options table? newline, as of assay.article; where: folders of installed packs by name
---@return table? pack with :article(text, meta, options), :run(articles), .description; or nil, message, code
function assay.pack(name, options)
	local analysis = require "assay.analysis"
	local spec = name:find "%.lua$" and { script = name } or { pack = name }
	for key, value in pairs(options or {}) do spec[key] = value end
	local made, message, code = analysis.open(spec)
	if not made then return nil, message, code end
	return setmetatable({ session = made, description = made.description, name = made.description.name }, Pack)
end

--- Reads a text with this pack's words and actors.
function Pack:article(text, meta, options) return self.session:article(text, meta, options) end

local function as_input(item, n)
	if type(item) == "userdata" then return item:text(), item:meta() end
	if type(item) == "string" then return item, { id = tostring(n) } end
	local meta = {}
	for key, value in pairs(item) do
		if key ~= "text" then meta[key] = value end
	end
	return item.text, meta
end

--- Runs the pack.
---@param articles table list of articles, texts, or tables with text, id, outlet, published, title
---@return table the object of `assay run --format json`; articles that cannot be read are in summary.rejected
function Pack:run(articles)
	local aggregate = require "assay.aggregate"
	local results, rejected = {}, {}
	for n, item in ipairs(articles) do
		local text, meta = as_input(item, n)
		meta.id = meta.id or tostring(n)
		local result, reason = self.session:analyse(text, meta)
		if result then
			result.text = result.text or text
			results[#results + 1] = result
		else
			rejected[#rejected + 1] = { input = meta.id, reason = reason }
		end
	end
	return aggregate.run(self.description, results, { articles = #results, rejected = rejected, limits = {} })
end

function Pack.__tostring(pack) return "pack " .. pack.name .. " " .. pack.description.version end

--- Loaded when first asked for: assay.stats.
return setmetatable(assay, {
	__index = function(self, key)
		if key ~= "stats" then return nil end
		local module = require "assay.stats"
		rawset(self, key, module)
		return module
	end,
})
