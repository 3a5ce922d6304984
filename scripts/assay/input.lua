--- The articles that INPUT… names: files, folders and "-", plain text or JSON.
---
--- A folder is read recursively in the byte order of its names: *.txt, *.text, *.md (plain text), *.jsonl, *.ndjson
--- and *.json. Hidden names are passed over, other files counted. A file that is named is read whatever its name is.
--- Ids: what the manifest or the record says, else the name of the file without its extension (feed-12 for line 12 of
--- feed.jsonl). A second article with the id of an earlier one is rejected when its text differs, and dropped and
--- counted when it is the same.

local core = require "assay.core"
local encoding = require "assay.encoding"
local host = require "assay.host"
local printable = require "assay.cli".printable
local records = require "assay.records"

local input = {}

input.DEFAULT_LIMIT = 16 << 20 -- bytes of an article

local PLAIN = { txt = true, text = true, md = true }
local LINES = { jsonl = true, ndjson = true }
local ID_LIMIT = 512 -- bytes

---@class assay.Item what an input holds: an article, or the reason why there is none
---@field input string where it comes from: path, path:line or path[index]
---@field id string?
---@field text string?
---@field meta table? id, outlet, published, title and further scalars
---@field warnings string[]? what was done to the text
---@field reason string? why it is rejected
---@field code string? "missing", "refused", "failed" or "bad_input", with reason

local Reader = {}
Reader.__index = Reader

local yield = coroutine.yield

local function reject(where, reason, code)
  yield { input = where, reason = reason, code = code or "bad_input" }
end

local function stem(path)
  local name = path:match "[^/]*$"
  return name:match "^(.+)%.[^.]*$" or name
end

local function extension(path)
  return (path:match "[^/]%.([^./]*)$" or ""):lower()
end

local function size_problem(text, limit)
  if not text:find "%S" then return "empty" end
  if #text > limit then return ("larger than the limit of %d bytes"):format(limit) end
end

local function id_problem(id)
  if #id > ID_LIMIT then return ("an id longer than %d bytes"):format(ID_LIMIT) end
  if id:find "%c" or not utf8.len(id) then return "an id with control characters or ill-formed UTF-8" end
end

--- The reason why an id cannot be used again; "same" for the same article.
function Reader:id_clash(id, text, where)
  local digest = core.sha256(text)
  local known = self.seen[id]
  if not known then
    self.seen[id] = digest .. where
    return nil
  end
  if known:sub(1, #digest) == digest then return "same" end
  return ("the id '%s' is taken by %s, whose text differs"):format(printable(id), printable(known:sub(#digest + 1)))
end

--- Gives an article, after the last checks.
function Reader:give(where, path, text, meta, default_id, warnings)
  local problem = size_problem(text, self.limit)
  if problem then return reject(where, problem) end
  local known = self.manifest and self.manifest:find(path, meta.id or default_id)
  for name, value in pairs(known or {}) do meta[name] = value end
  meta.id = meta.id or default_id
  problem = id_problem(meta.id)
  if problem then return reject(where, problem) end
  local clash = self:id_clash(meta.id, text, where)
  if clash == "same" then
    self.duplicates = self.duplicates + 1
  elseif clash then
    reject(where, clash)
  else
    yield { input = where, id = meta.id, text = text, meta = meta, warnings = warnings }
  end
end

function Reader:give_bytes(path, bytes)
  local text, warnings = encoding.decode(bytes)
  self:give(path, path, text, {}, printable(stem(path)), warnings)
end

function Reader:give_record(where, path, object, default_id)
  local text, meta = records.article(object)
  if not text then return reject(where, meta) end
  self:give(where, path, text, meta, default_id)
end

function Reader:give_line(path, number, line)
  local where = ("%s:%d"):format(path, number)
  if not line then return reject(where, "a line longer than the limit for one article") end
  if not line:find "%S" then return end
  local object, column, problem = records.line(line)
  if problem then return reject(where .. ":" .. column, problem) end
  self:give_record(where, path, object, ("%s-%d"):format(printable(stem(path)), number))
end

--- Escapes make a record longer than its text.
function Reader:line_limit()
  return 4 * self.limit + 65536
end

function Reader:give_lines(path, handle)
  local number = 0
  local next_line = records.lines(handle, self:line_limit())
  while true do
    local line, problem = next_line()
    if line == nil then
      if problem then reject(path, problem, "failed") end
      break
    end
    number = number + 1
    if number == 1 and line then line = line:gsub("^\xEF\xBB\xBF", "") end
    self:give_line(path, number, line)
  end
  if number == 0 then reject(path, "empty") end
end

function Reader:read_lines(path)
  local handle <close>, reason, code = host.open_file(path)
  if not handle then return reject(path, reason, code) end
  self:give_lines(path, handle)
end

function Reader:read_json(path)
  local bytes, reason, code = host.read_file(path, self:line_limit())
  if not bytes then return reject(path, reason, code) end
  local text = encoding.decode(bytes)
  if not text:find "%S" then return reject(path, "empty") end
  local list, position, problem = records.whole(text)
  if not list then return reject(position and path .. ":" .. position or path, problem) end
  if #list == 0 then return reject(path, "no articles in it") end
  local single = #list == 1
  for i, object in ipairs(list) do
    local name = printable(stem(path))
    self:give_record(single and path or ("%s[%d]"):format(path, i), path, object, single and name or name .. "-" .. i)
  end
end

function Reader:read_text(path)
  local bytes, reason, code = host.read_file(path, self.limit)
  if not bytes then return reject(path, reason, code) end
  self:give_bytes(path, bytes)
end

function Reader:read_file(path)
  local kind = extension(path)
  if LINES[kind] then return self:read_lines(path) end
  if kind == "json" then return self:read_json(path) end
  return self:read_text(path)
end

--- What stands before a handle's own bytes, for looking ahead.
local function handle_after(first, handle)
  return {
    read = function(_, count)
      local bytes = first
      first = nil
      if bytes then return bytes end
      return handle:read(count)
    end,
  }
end

--- Standard input is JSON Lines when its first character is a brace, else one article.
function Reader:read_standard_input()
  local first, problem = io.stdin:read(4096)
  if not first then
    return reject("-", problem or "empty", problem and "failed")
  end
  if first:gsub("^\xEF\xBB\xBF", ""):find "^%s*{" then
    return self:give_lines("stdin", handle_after(first, io.stdin))
  end
  local parts, length = { first }, #first
  while length <= self.limit do
    local more
    more, problem = io.stdin:read(65536)
    if problem then return reject("-", problem, "failed") end
    if not more then break end
    parts[#parts + 1] = more
    length = length + #more
  end
  if length > self.limit then
    return reject("-", ("larger than the limit of %d bytes"):format(self.limit))
  end
  self:give_bytes("stdin", table.concat(parts))
end

--- One name in a folder; gives whether it is an input.
function Reader:read_entry(path, above)
  local kind, key_or_reason, code = host.look(path)
  if kind == "folder" then
    if above[key_or_reason] then
      reject(path, "a loop of folders", "refused")
      return true
    end
    return self:read_folder(path, key_or_reason, above)
  end
  local ending = extension(path)
  if not (PLAIN[ending] or LINES[ending] or ending == "json") then
    if kind then self.skipped = self.skipped + 1 end
    return false
  end
  if kind then
    self:read_file(path)
  else
    reject(path, key_or_reason, code)
  end
  return true
end

--- Gives whether the folder holds any input.
function Reader:read_folder(path, key, above)
  local names, reason, code = host.list(path)
  if not names then
    reject(path, reason, code)
    return true
  end
  local found = false
  local prefix = path:find "/$" and path or path .. "/"
  above[key] = true
  for _, name in ipairs(names) do
    if name:byte() ~= 46 then found = self:read_entry(prefix .. name, above) or found end -- no hidden ones
  end
  above[key] = nil
  return found
end

function Reader:read_operand(path)
  if path == "-" then return self:read_standard_input() end
  local kind, key_or_reason, code = host.look(path)
  if not kind then return reject(path, key_or_reason, code) end
  if kind == "file" then return self:read_file(path) end
  if not self:read_folder(path, key_or_reason, {}) then
    reject(path, "no articles in this folder (.txt, .md, .jsonl, .json)", "missing")
  end
end

--- Opens the inputs. The reader is called for one item after the other, nil at the end; it counts in its fields
--- duplicates (dropped) and skipped (files of other kinds in folders).
---@param operands string[]
---@param settings { limit: integer?, manifest: table? }
---@return table reader
function input.open(operands, settings)
  local self = setmetatable({
    limit = settings.limit or input.DEFAULT_LIMIT,
    manifest = settings.manifest,
    seen = {},
    duplicates = 0,
    skipped = 0,
  }, Reader)
  self.resume = coroutine.wrap(function()
    for _, path in ipairs(operands) do self:read_operand(path) end
    return nil
  end)
  return self
end

Reader.__call = function(self)
  if self.ended then return nil end
  local item = self.resume()
  if item == nil then self.ended = true end
  return item
end

return input
