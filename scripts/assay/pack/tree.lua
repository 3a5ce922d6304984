--- A pack as its files: a sorted list of { name, bytes }, names relative with / between their parts. pack.sum and its
--- signature are about the files and none of them; what a folder holds under a name with a dot in front is left out.

local core = require "assay.core"
local failure = require "assay.failure"
local checked = require "assay.file".check
local host = require "assay.host"
local policy = require "assay.pack.policy"

local tree = {}

tree.SUM = "pack.sum"
tree.SIGNATURE = "pack.sum.minisig"

local function by_name(a, b) return a[1] < b[1] end

local function add_folder(root, inner, files)
	local folder = inner == "" and root or root .. "/" .. inner
	for _, name in ipairs(checked(folder, host.list(folder))) do
		local path = inner == "" and name or inner .. "/" .. name
		if not policy.is_hidden(path) then
			local problem = policy.name_problem(path)
			local kind = host.entry(root .. "/" .. path)
			if kind ~= "file" and kind ~= "folder" then
				problem = kind == "link" and "a symbolic link" or "neither a file nor a folder"
			end
			if problem then failure.raise("bad_pack", "%s: %s: %s", root, policy.shown(path), problem) end
			if kind == "folder" then
				add_folder(root, path, files)
			else
				local bytes, why = host.read_file(root .. "/" .. path, policy.BYTES)
				if not bytes then failure.raise("bad_pack", "%s: %s: %s", root, path, why) end
				files[#files + 1] = { path, bytes }
				if #files > policy.FILES then failure.raise("bad_pack", "%s: more than %d files", root, policy.FILES) end
			end
		end
	end
end

--- Checks a list of files by the policy and sorts it. Raises a failure.
---@param files table
---@param where string for messages
---@return table files
function tree.check(files, where)
	local problem = policy.problem(files)
	if problem then failure.raise("bad_pack", "%s: %s", where, problem) end
	table.sort(files, by_name)
	return files
end

--- The files of a folder. Raises a failure.
---@param folder string
---@return table files
function tree.read(folder)
	local files = {}
	add_folder(folder, "", files)
	return tree.check(files, folder)
end

--- The bytes of one file of the list, or nil.
function tree.file(files, name)
	for _, file in ipairs(files) do
		if file[1] == name then return file[2] end
	end
end

local function is_content(name) return name ~= tree.SUM and name ~= tree.SIGNATURE end

--- The text of pack.sum, as `sha256sum` writes it: a line for each file, sorted by the bytes of the names.
---@param files table
---@return string
function tree.sum(files)
	local lines = {}
	for _, file in ipairs(files) do
		if is_content(file[1]) then lines[#lines + 1] = core.sha256(file[2]) .. "  " .. file[1] .. "\n" end
	end
	return table.concat(lines)
end

--- The content hash: SHA-256 of pack.sum.
---@return string
function tree.hash(files) return core.sha256(tree.sum(files)) end

--- The files with pack.sum and, where there is one, its signature.
---@return table files
function tree.with_sum(files, signature)
	local list = {}
	for _, file in ipairs(files) do
		if is_content(file[1]) then list[#list + 1] = file end
	end
	list[#list + 1] = { tree.SUM, tree.sum(files) }
	if signature then list[#list + 1] = { tree.SIGNATURE, signature } end
	table.sort(list, by_name)
	return list
end

local function read_sum(text)
	local hashes = {}
	for line in text:gmatch "[^\n]+" do
		local hash, name = line:match "^(%x+)  (.+)$"
		if not hash or #hash ~= 64 or hashes[name] then return nil end
		hashes[name] = hash
	end
	return hashes
end

--- How the files differ from their pack.sum.
---@return string[]? differences "changed: NAME", "not listed: NAME", "missing: NAME"; nil: there is no pack.sum
function tree.differences(files)
	local text = tree.file(files, tree.SUM)
	if not text then return nil end
	local hashes, list = read_sum(text), {}
	if not hashes then return { "changed: " .. tree.SUM } end
	for _, file in ipairs(files) do
		local name = file[1]
		if is_content(name) then
			if not hashes[name] then
				list[#list + 1] = "not listed: " .. name
			elseif hashes[name] ~= core.sha256(file[2]) then
				list[#list + 1] = "changed: " .. name
			end
			hashes[name] = nil
		end
	end
	local missing = {}
	for name in pairs(hashes) do missing[#missing + 1] = "missing: " .. policy.shown(name) end
	table.sort(missing)
	table.move(missing, 1, #missing, #list + 1, list)
	if #list == 0 and text ~= tree.sum(files) then list[1] = "changed: " .. tree.SUM end
	return list
end

return tree
