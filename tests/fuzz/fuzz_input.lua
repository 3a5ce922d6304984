-- The first byte says which file it is, the others are its bytes. Files are read a few bytes at a time.
local LIMIT = 4096 -- bytes of an article
local STEP = 7

local bytes -- of the file
local host = {}

function host.look(path) return "file", path, #bytes end

function host.read_file(_, limit)
	if #bytes > limit then return nil, "larger than the limit", "refused" end
	return bytes
end

function host.open_file()
	local at = 1 - STEP
	local function read()
		at = at + STEP
		if at <= #bytes then return bytes:sub(at, at + STEP - 1) end
	end
	return setmetatable({ read = read }, { __close = function() end })
end

package.preload["assay.host"] = function() return host end

local input = require "assay.input"
local manifest = require "assay.manifest"

local files = { "a.jsonl", "a.json", "a.txt" }

local function check_item(item)
	assert(type(item.input) == "string")
	if item.reason then
		assert(type(item.reason) == "string" and not item.text)
		return
	end
	assert(item.text:find "%S" and #item.text <= LIMIT, "a text that is empty or too long")
	assert(item.id == item.meta.id and #item.id <= 512 and utf8.len(item.id) and not item.id:find "%c", "a bad id")
	for _, name in ipairs { "outlet", "published", "title" } do
		assert(item.meta[name] == nil or type(item.meta[name]) == "string")
	end
end

local function read_articles(path, rows)
	local known = {}
	for item in input.open({ path }, { limit = LIMIT, manifest = rows }) do
		check_item(item)
		assert(item.reason or not known[item.id], "an id given twice")
		if item.id then known[item.id] = true end
	end
end

local function read_manifest()
	local rows, message = manifest.parse(bytes, "meta.tsv")
	if not rows then
		assert(message:find "^meta%.tsv:")
		return
	end
	local unused = rows:unused()
	assert(unused == #rows.rows)
	bytes = '{"text": "A harbour.", "id": "b"}\n{"text": "A harbour."}'
	read_articles("a.jsonl", rows)
	assert(rows:unused() <= unused)
end

return function(data)
	if #data == 0 then return end
	bytes = data:sub(2)
	local path = files[data:byte() % (#files + 1)]
	if path then read_articles(path) else read_manifest() end
end
