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

--- What analysis.open takes for a name. In the program a name also means what is installed (assay.pack.find); the
--- module of another Lua knows folders, scripts and the library alone.
local function rules_of(name)
	if package.loaded["assay.host"] then return require "assay.pack.find".rules(name) end
	return name:find "%.lua$" and { script = name } or { pack = name }
end

--- A rule pack by name or path, or a rule script (*.lua). In the program a name means what it means to `assay run`;
--- elsewhere a folder, or a pack of the library.
---@param name string
---@param options table? newline, as of assay.article; where: folders of the packs that it requires, by name
---@return table? pack with :article(text, meta, options), :run(articles), .name, .version, .rules, .actors, …; or nil,
---  message, code
function assay.pack(name, options)
	local failure = require "assay.failure"
	local fine, spec = pcall(rules_of, name)
	if not fine then
		if not failure.is(spec) then error(spec, 0) end
		return nil, spec.message, spec.code
	end
	for key, value in pairs(options or {}) do spec[key] = value end
	local made, message, code = require "assay.analysis".open(spec)
	if not made then return nil, message, code end
	return require "assay.pack.opened".new(made)
end

--- Loaded when first asked for: assay.stats.
return setmetatable(assay, {
	__index = function(self, key)
		if key ~= "stats" then return nil end
		local module = require "assay.stats"
		rawset(self, key, module)
		return module
	end,
})
