--- What may be in a pack, wherever it comes from: names that mean the same on every system, few files, small ones. A
--- name that starts with a dot is nobody's business (.git, .luarc.json): it is not part of the pack.

local policy = {}

policy.FILES = 500          -- files, and folders where they are listed
policy.BYTES = 8 << 20      -- of all files together
policy.RATIO = 100          -- unpacked bytes for one of an archive
policy.ARCHIVE = 8 << 20    -- bytes of an archive
policy.DEPTH = 8            -- folders
policy.NAME = 100           -- bytes of a path

--- A name with what is not printable ASCII as \xNN.
function policy.shown(name)
	return (name:gsub("[^\32-\126]", function(byte) return ("\\x%02x"):format(byte:byte()) end))
end

local shown = policy.shown

local function part_problem(part)
	if part == "" or part == "." or part == ".." then return "a path that leads out of the pack" end
	if not part:find "^[%w._-]+$" then return "a name with other characters than letters, digits, '.', '_' and '-'" end
	if part:find "%.$" or part:find "^%-" then return "a name that ends with a dot or starts with a hyphen" end
end

--- What is wrong with a relative path; nil: nothing.
---@param name string parts with / between them
---@return string?
function policy.name_problem(name)
	if name:find "^/" then return "an absolute path" end
	if not utf8.len(name) then return "a name that is not UTF-8" end
	if #name > policy.NAME then return ("a path longer than %d bytes"):format(policy.NAME) end
	local depth = 0
	for part in (name .. "/"):gmatch "([^/]*)/" do
		local problem = part_problem(part)
		if problem then return problem end
		depth = depth + 1
	end
	if depth > policy.DEPTH then return ("folders more than %d deep"):format(policy.DEPTH - 1) end
end

--- Whether a path is no part of the pack.
function policy.is_hidden(name)
	return name:find "^%.[^./]" ~= nil or name:find "/%.[^./]" ~= nil
end

--- Checks files as a whole: each name, no two that one system would take for the same, count and size.
---@param files table list of { name, bytes }
---@return string? problem with the name it is about
function policy.problem(files)
	local seen, folders, total = {}, {}, 0
	if #files > policy.FILES then return ("more than %d files"):format(policy.FILES) end
	for _, file in ipairs(files) do
		local problem = policy.name_problem(file[1])
		if problem then return ("%s: %s"):format(shown(file[1]), problem) end
		local key = file[1]:lower() -- names are ASCII: that is their case folding, and they have no other normal form
		if seen[key] then return ("%s: there twice, as %s"):format(shown(file[1]), shown(seen[key])) end
		seen[key] = file[1]
		total = total + #file[2]
		for above in file[1]:gmatch "()/" do
			local folder = file[1]:sub(1, above - 1)
			local known = folders[folder:lower()]
			if known and known ~= folder then return ("%s: there twice, as %s"):format(shown(folder), shown(known)) end
			folders[folder:lower()] = folder
		end
	end
	for _, file in ipairs(files) do
		if folders[file[1]:lower()] then return ("%s: a file and a folder"):format(shown(file[1])) end
	end
	if total > policy.BYTES then return ("more than %d MiB of files"):format(policy.BYTES >> 20) end
end

return policy
