--- The table of --meta: tab-separated, a header line, one row per input. Columns id, file, outlet, published and title
--- are known; others are kept as metadata under their name.

local encoding = require "assay.encoding"

local manifest = {}

local Manifest = {}
Manifest.__index = Manifest

local function cells(line)
  local list = {}
  for cell in (line .. "\t"):gmatch "([^\t]*)\t" do list[#list + 1] = cell:match "^%s*(.-)%s*$" end
  return list
end

local function check_header(columns)
  local seen = {}
  for _, column in ipairs(columns) do
    if column == "" then return "a column without a name" end
    if seen[column] then return ("column '%s' is there twice"):format(column) end
    seen[column] = true
  end
  if not seen.file and not seen.id then return "needs a column 'file' or 'id'" end
end

local function row_of(columns, list, line)
  local row = { line = line, meta = {} }
  for i, column in ipairs(columns) do
    if list[i] ~= "" then row.meta[column] = list[i] end
  end
  row.file, row.meta.file = row.meta.file, nil
  return row
end

--- Files are known by the path in the table, which may be relative to the table or to here.
local function add_row(self, row)
  local key = row.file or row.meta.id
  if not key then return "neither file nor id" end
  local rows = row.file and self.by_file or self.by_id
  if rows[key] then return ("'%s' is already in line %d"):format(key, rows[key].line) end
  rows[key] = row
  self.rows[#self.rows + 1] = row
end

local function add_line(self, line, number)
  local list = cells(line)
  if #list ~= #self.columns then
    return ("%d columns where the header has %d"):format(#list, #self.columns)
  end
  return add_row(self, row_of(self.columns, list, number))
end

--- Reads the table's text.
---@param bytes string
---@param path string for messages and for file names relative to it
---@return table? manifest
---@return string? message path:line: what is wrong
function manifest.parse(bytes, path)
  local text = encoding.decode(bytes)
  if not utf8.len(text) then return nil, path .. ": not UTF-8" end
  local self = setmetatable({ path = path, rows = {}, by_file = {}, by_id = {} }, Manifest)
  self.folder = path:match "^(.*/)[^/]*$" or ""
  local number = 0
  for line in (text:gsub("\r\n?", "\n") .. "\n"):gmatch "([^\n]*)\n" do
    number = number + 1
    local problem
    if not self.columns then
      self.columns = cells(line)
      problem = check_header(self.columns)
    elseif line:find "%S" then
      problem = add_line(self, line, number)
    end
    if problem then return nil, ("%s:%d: %s"):format(path, number, problem) end
  end
  return self
end

local function tidy(path)
  return (path:gsub("^%./", ""):gsub("//+", "/"))
end

--- The row for an input: by its path, by its path seen from the table, by its file name, by its id.
---@param path string
---@param id string
---@return table? meta id, outlet, published, title and other columns that are not empty
function Manifest:find(path, id)
  path = tidy(path)
  local folder = tidy(self.folder)
  local relative = folder ~= "" and path:sub(1, #folder) == folder and path:sub(#folder + 1)
  local row = self.by_file[path] or relative and self.by_file[relative] or self.by_file[path:match "[^/]*$"]
    or self.by_id[id]
  if not row then return nil end
  row.used = true
  return row.meta
end

--- Rows that no input has asked for.
---@return integer
function Manifest:unused()
  local count = 0
  for _, row in ipairs(self.rows) do
    if not row.used then count = count + 1 end
  end
  return count
end

return manifest
