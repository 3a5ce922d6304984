--- Completion: what the word before the cursor may become. Nobody's code is run for it (see help.field).

local help = require "assay.repl.help"
local host = require "assay.host"

local complete = {}

local SHOWN = 60 -- candidates below the line

local KEYWORDS = {}
for word in ("and break do else elseif end false for function goto if in local nil not or repeat return then true "
	.. "until while"):gmatch "%a+" do
	KEYWORDS[#KEYWORDS + 1] = word
end

local function names_in(owner, into)
	for _ = 1, 8 do
		local meta = debug.getmetatable(owner)
		if type(owner) == "table" then
			for key in next, owner do
				if type(key) == "string" and key:find "^[%a_][%w_]*$" then into[key] = true end
			end
		end
		owner = type(meta) == "table" and rawget(meta, "__index") or nil
		if type(owner) ~= "table" then return end
	end
end

local function candidates_in(session, before)
	local path, mark, word = before:match "([%w_.:]-)([.:]?)([%a_]?[%w_]*)$"
	local set = {}
	if mark ~= "" and path ~= "" then
		local owner = help.resolve(session.env, path)
		if owner ~= nil then names_in(owner, set) end
	else
		names_in(session.env, set)
		names_in(_G, set)
		for _, keyword in ipairs(KEYWORDS) do set[keyword] = true end
	end
	return set, word
end

--- The part of the line inside an open string, or nil.
local function open_string(before)
	local mark, start
	local at = 1
	while at <= #before do
		local byte = before:sub(at, at)
		if mark then
			if byte == "\\" then at = at + 1 elseif byte == mark then mark = nil end
		elseif byte == '"' or byte == "'" then
			mark, start = byte, at + 1
		end
		at = at + 1
	end
	return mark and before:sub(start), mark and before:sub(1, start - 2)
end

local function files(prefix)
	local folder, name = prefix:match "^(.*/)([^/]*)$"
	folder, name = folder or "", name or prefix
	local set = {}
	for _, item in ipairs(host.list(folder == "" and "." or folder) or {}) do
		if item:sub(1, 1) ~= "." or name:sub(1, 1) == "." then
			set[folder .. item .. (host.look(folder .. item) == "folder" and "/" or "")] = true
		end
	end
	return set
end

local function lexicon_names(session, kind)
	local set = {}
	for _, name in ipairs(session.work:analysis().analyzer:names(kind)) do set[name] = true end
	return set
end

local function article_ids(session)
	local set = {}
	for _, article in ipairs(session.work.articles) do set[tostring(article:meta().id)] = true end
	return set
end

local function rule_ids(session)
	local set = {}
	for _, entry in ipairs(session.work:analysis().rules) do set[entry.item.id] = true end
	return set
end

local function actors_and_claims(session)
	local set, description = {}, session.work:analysis().description
	for _, name in ipairs(description.actors) do set[name] = true end
	for _, claim in ipairs(description.claims) do set[claim.id] = true end
	return set
end

--- Functions whose first string has names of its own.
local IN_CALL = {
	whynot = rule_ids, why = actors_and_claims, hl = article_ids, articles = article_ids,
}

local function add_all(set, more)
	for name in pairs(more) do set[name] = true end
end

local function in_string(session, inside, outside)
	local class = inside:match "%%([%w_.-]*)$"
	if class then return lexicon_names(session, "class"), class end
	local tag = inside:match "@([%w_.-]*)$"
	if tag then return lexicon_names(session, "class"), tag end
	local entity = inside:match '@\\?"([^"]*)$'
	if entity then return lexicon_names(session, "entity"), entity end
	local call = IN_CALL[outside:match "([%w_]+)%s*[%(%[]?%s*$" or ""]
	if call then return call(session), inside end
	local set = files(inside)
	add_all(set, article_ids(session))
	return set, inside
end

local function in_command(name, argument)
	local commands = require "assay.repl.commands"
	local set = {}
	if not argument then
		for _, known in ipairs(commands.names()) do set[known] = true end
		return set, name
	end
	local word = argument:match "%S*$"
	if name == "mode" then
		for _, mode in ipairs(require "assay.repl.display".MODES) do set[mode] = true end
	elseif name == "help" then
		for _, tool in ipairs(help.tools()) do set[tool] = true end
	else
		set = files(word)
		if name == "run" then
			for _, pack in ipairs(host.list(require "assay.packfile".library()) or {}) do set[pack] = true end
		end
	end
	return set, word
end

local function choose(session, before)
	local name, argument = before:match "^%s*%.(%a*)()"
	if name then
		local rest = before:sub(argument)
		return in_command(name, rest:find "^%s" and rest or nil)
	end
	local inside, outside = open_string(before)
	if inside then return in_string(session, inside, outside) end
	return candidates_in(session, before)
end

--- The longest beginning that all have.
local function common(list)
	local first, last = list[1], list[#list]
	local n = 0
	while n < #first and first:byte(n + 1) == last:byte(n + 1) do n = n + 1 end
	while n > 0 and n < #first and first:byte(n + 1) & 0xC0 == 0x80 do n = n - 1 end
	return first:sub(1, n)
end

--- What Tab does.
---@param session table
---@param before string the line up to the cursor
---@return string? inserted
---@return string? listed
function complete.line(session, before)
	local set, word = choose(session, before)
	local list = {}
	for name in pairs(set) do
		if name:sub(1, #word) == word and (word ~= "" or name:sub(1, 1) ~= "_") then list[#list + 1] = name end
	end
	if #list == 0 then return nil end
	table.sort(list)
	local more = common(list):sub(#word + 1)
	if more ~= "" then return more end
	if #list == 1 then return nil end
	local shown = table.concat(list, "  ", 1, math.min(#list, SHOWN))
	if #list > SHOWN then shown = ("%s  … %d more"):format(shown, #list - SHOWN) end
	return nil, table.concat(require "assay.report.layout".wrap(shown, session.display:width() - 1), "\n")
end

return complete
