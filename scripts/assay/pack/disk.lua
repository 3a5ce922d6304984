--- Folders and files of an installation: made whole or not at all, and on the disk before anything points to them. All
--- functions raise a failure when the system refuses.

local failure = require "assay.failure"
local host = require "assay.host"

local disk = {}

local function check(value, message)
	if not value then failure.raise("io", "%s", tostring(message)) end
	return value
end

local function above(path) return path:match "^(.+)/[^/]*$" or "." end

--- Makes a folder and those above it where they are missing.
function disk.make(path)
	if path == "" or host.look(path) == "folder" then return end
	disk.make(above(path))
	local made, message = host.make_folder(path)
	if not made and host.look(path) ~= "folder" then check(nil, message) end
end

--- Removes a file, or a folder with all that is in it; links are removed, not followed. What is not there is fine.
function disk.remove(path)
	local kind = host.entry(path)
	if not kind then return end
	for _, name in ipairs(kind == "folder" and host.list(path) or {}) do disk.remove(path .. "/" .. name) end
	check(os.remove(path))
end

--- Writes files below a folder that is there.
---@param files table list of { name, bytes }
function disk.write(folder, files)
	local folders = { [""] = true }
	for _, file in ipairs(files) do
		local inner = file[1]:match "^(.+)/[^/]*$" or ""
		disk.make(inner == "" and folder or folder .. "/" .. inner)
		folders[inner] = true
		check(host.write_new(folder .. "/" .. file[1], file[2]))
	end
	for inner in pairs(folders) do check(host.sync_folder(folder .. "/" .. inner)) end
end

--- Gives a file new bytes: whoever opens it sees the old ones or the new ones.
function disk.replace(path, bytes)
	local file, name = host.create_beside(path)
	check(file, name)
	check(file:write(bytes))
	check(host.sync(file))
	file:close()
	disk.rename(name, path)
end

--- Renames within one folder, so that it stays so.
function disk.rename(from, to)
	check(os.rename(from, to))
	check(host.sync_folder(above(to)))
end

return disk
