-- Collects the documentation that stands beside the functions (`/*** name(…) → … */` in the bindings, `---` before a
-- function of the library) into what is read elsewhere: scripts/assay/api.lua for `name?` in the session, the reference
-- page docs/api/README.md, and stubs for editors, docs/api/assay.d.lua. Run by `make api`; a spec compares.
--   lua5.4 docs/api/generate.lua [FOLDER]   writes below FOLDER (default .)

local out_folder = arg and arg[1] or "."

-- The files in the order of the page; a Lua file with what its tables are called by the user: a prefix of all their
-- functions, or the names of those that are theirs.
local SOURCES = {
	{ "scripts/assay/init.lua", { assay = "assay." }, "The library" },
	{ "scripts/assay/pack/opened.lua", { Pack = "pack:" } },
	{ "engine/bindings/lua_article.c", "article", "Articles" },
	{ "engine/bindings/lua_pattern.c", "article", "Patterns in articles" },
	{ "engine/bindings/lua_items.c", "item sentence token mention quote clause description", "What articles hold" },
	{ "engine/bindings/lua_entity.c", "entity", "Entities" },
	{ "engine/bindings/lua_store.c", "store", "The store" },
	{ "scripts/assay/repl/tools.lua", { make = "" }, "Tools of the session" },
}

table.insert(SOURCES, #SOURCES, { "scripts/assay/stats/units.lua", { units = { of = "assay.stats.units" } }, "Statistics" })
for _, part in ipairs { "alpha", "kappa", "counts", "fleiss", "ac1", "masi", "intervals", "random", "resampling" } do
	local path = ("scripts/assay/stats/%s.lua"):format(part)
	table.insert(SOURCES, #SOURCES, { path, { [part] = "assay.stats." } })
end

local function read(path)
	local file = assert(io.open(path))
	local text = file:read "a"
	file:close()
	return text
end

--- Entries of a C file: `noun:method(arguments) → what`, or a sentence before that. "likewise a, b" names its twins.
local function from_c(path, nouns)
	local wanted, list, text = {}, {}, read(path)
	for noun in nouns:gmatch "%S+" do wanted[noun] = true end
	for body in text:gmatch "/%*%*%*%s*(.-)%*/" do
		body = body:gsub("%s*\n%s*%*?%s*", " "):gsub("%s+$", "")
		local noun, method, arguments = body:match "(%l+):([%l_]+)(%b())"
		if wanted[noun] then
			local entry = { name = noun .. ":" .. method, signature = noun .. ":" .. method .. arguments, text = body,
				file = path }
			list[#list + 1] = entry
			for twin in (body:match "likewise ([%l_, ]+)" or ""):gmatch "[%l_]+" do
				list[#list + 1] = { name = noun .. ":" .. twin, signature = noun .. ":" .. twin .. arguments, text = body,
					file = path }
			end
		end
	end
	return list
end

local function add_line(entry, line)
	local name, kind, rest = line:match "^%-%-%-@param ([%w_.?]+) (%S+) ?(.*)$"
	local returned = line:match "^%-%-%-@return (.*)$"
	if name then
		table.insert(entry.params, { name = name, type = kind, text = rest })
	elseif returned then
		table.insert(entry.returns, returned)
	elseif #entry.params > 0 or #entry.returns > 0 then
		local last = #entry.returns > 0 and entry.returns or nil
		local more = " " .. line:gsub("^%-%-%-%s*", "")
		if last then
			last[#last] = last[#last] .. more
		else
			entry.params[#entry.params].text = entry.params[#entry.params].text .. more
		end
	else
		table.insert(line:find "^%-%-%-   " and entry.example or entry.words, (line:gsub("^%-%-%-%s*", "")))
	end
end

local function finish(entry, name, arguments)
	local names = {}
	for i, param in ipairs(entry.params) do names[i] = param.name end
	entry.name = name
	entry.signature = name .. "(" .. (#names > 0 and table.concat(names, ", ") or arguments) .. ")"
	entry.text = table.concat(entry.words, " "):gsub("^%s+", ""):gsub("%s+$", "")
	entry.words = nil
	return entry
end

--- Entries of a Lua file: the comment right before `function table.name`.
local function from_lua(path, prefixes)
	local list, entry = {}, nil
	for line in read(path):gmatch "([^\n]*)\n" do
		if line:find "^%-%-%-" then
			entry = entry or { words = {}, example = {}, params = {}, returns = {}, file = path }
			add_line(entry, line)
		else
			local owner, name, arguments = line:match "^function (%w+)[.:]([%w_]+)%(([^)]*)%)"
			local prefix = owner and prefixes[owner]
			local public = type(prefix) == "table" and prefix[name] or type(prefix) == "string" and prefix .. name
			if public and entry then list[#list + 1] = finish(entry, public, prefix == "" and "" or arguments) end
			entry = nil
		end
	end
	return list
end

local function collect()
	local sections = {}
	for i, source in ipairs(SOURCES) do
		local path, what = source[1], source[2]
		sections[i] = { title = source[3], entries = type(what) == "table" and from_lua(path, what) or from_c(path, what) }
	end
	return sections
end

local function write(path, text)
	local file = assert(io.open(out_folder .. "/" .. path, "w"))
	assert(file:write(text))
	file:close()
end

local function lua_string(text) return ("%q"):format(text):gsub("\\\n", "\\n") end

local function data(sections)
	local lines = { "-- Made by docs/api/generate.lua (make api) from the comments beside the functions.\n\nreturn {" }
	for _, section in ipairs(sections) do
		for _, entry in ipairs(section.entries) do
			lines[#lines + 1] = ("\t{ name = %s, signature = %s, file = %s,"):format(lua_string(entry.name),
				lua_string(entry.signature), lua_string(entry.file))
			lines[#lines + 1] = "\t\ttext = " .. lua_string(entry.text) .. ","
			for _, key in ipairs { "example", "returns" } do
				local list = entry[key] or {}
				if #list > 0 then
					local parts = {}
					for i, item in ipairs(list) do parts[i] = lua_string(item) end
					lines[#lines + 1] = ("\t\t%s = { %s },"):format(key, table.concat(parts, ", "))
				end
			end
			local params = {}
			for i, param in ipairs(entry.params or {}) do
				local text = param.text ~= "" and ": " .. param.text or ""
				params[i] = lua_string(("%s (%s)%s"):format(param.name, param.type, text))
			end
			if #params > 0 then lines[#lines + 1] = ("\t\tparams = { %s },"):format(table.concat(params, ", ")) end
			lines[#lines + 1] = "\t},"
		end
	end
	lines[#lines + 1] = "}\n"
	return table.concat(lines, "\n")
end

local function page(sections)
	local lines = {
		"# The Lua library", "",
		"Made by `make api` from the comments beside the functions. In the session, `name?` shows the same.",
		"Positions in Lua are bytes, 1-based and inclusive; in records of `assay show` they are 0-based and half-open.", "",
	}
	for _, section in ipairs(sections) do
		if section.title then lines[#lines + 1] = "## " .. section.title .. "\n" end
		for _, entry in ipairs(section.entries) do
			lines[#lines + 1] = ("### `%s`\n\n%s\n"):format(entry.signature, entry.text)
			for _, param in ipairs(entry.params or {}) do
				lines[#lines + 1] = ("- `%s` (%s)%s"):format(param.name, param.type, param.text ~= "" and ": " .. param.text or "")
			end
			for _, returned in ipairs(entry.returns or {}) do lines[#lines + 1] = "- returns " .. returned end
			if #(entry.params or {}) + #(entry.returns or {}) > 0 then lines[#lines + 1] = "" end
			if #(entry.example or {}) > 0 then
				lines[#lines + 1] = ("```lua\n%s\n```\n"):format(table.concat(entry.example, "\n"))
			end
		end
	end
	return table.concat(lines, "\n"):gsub("\n+$", "\n")
end

local function owner_of(name) return name:match "^(.*)[.:]" end

local function arguments_of(entry)
	local names = {}
	for word in entry.signature:match("%((.*)%)"):gmatch "[%w_.]+" do names[#names + 1] = word end
	return table.concat(names, ", ")
end

local function stubs(sections)
	local lines, seen = { "---@meta assay\n-- Made by docs/api/generate.lua (make api).\n" }, {}
	for _, section in ipairs(sections) do
		for _, entry in ipairs(section.entries) do
			local owner = owner_of(entry.name)
			if owner and not seen[owner] then
				seen[owner] = true
				lines[#lines + 1] = ("---@class %s\n%s%s = {}\n"):format(owner, owner:find "%." and "" or "local ", owner)
			end
			lines[#lines + 1] = "---" .. entry.text:gsub("\n", "\n---")
			for _, param in ipairs(entry.params or {}) do
				lines[#lines + 1] = (("---@param %s %s %s"):format(param.name, param.type, param.text):gsub(" +$", ""))
			end
			for _, returned in ipairs(entry.returns or {}) do lines[#lines + 1] = "---@return " .. returned end
			lines[#lines + 1] = ("function %s(%s) end\n"):format(entry.name, arguments_of(entry))
		end
	end
	lines[#lines + 1] = "return assay\n"
	return table.concat(lines, "\n")
end

local sections = collect()
write("scripts/assay/api.lua", data(sections))
write("docs/api/README.md", (page(sections)))
write("docs/api/assay.d.lua", stubs(sections))
