--- A project file as the verbs use it: articles in as the workers read them, articles out as items for the workers.

local failure = require "assay.failure"
local store = require "assay.core".store

local project = {}

local Project = {}
Project.__index = Project

local KNOWN = { id = true, outlet = true, published = true, title = true }

--- Opens the project. Raises a failure.
---@param path string
---@param create boolean whether a file that is not there is made
---@param foreign boolean? whether its pages are checked first
---@return table project
function project.open(path, create, foreign)
  local opened, message, code = store.open(path, { create = create, foreign = foreign })
  if not opened and not message:find(path, 1, true) then message = path .. ": " .. message end
  return setmetatable({ store = failure.check(opened, message, code) }, Project)
end

--- What is added between begin and commit is durable after commit, all of it or nothing.
function Project:begin()
  failure.check(self.store:begin())
end

function Project:commit()
  failure.check(self.store:commit())
end

function Project:rollback()
  failure.check(self.store:rollback())
end

function Project:close()
  self.store:close()
end

Project.__close = Project.close

--- The sentences as the store takes them; nil when the worker's are malformed.
local function sentences_of(result)
  local list = {}
  for i, sentence in ipairs(type(result.sentences) == "table" and result.sentences or {}) do
    local start, stop, paragraph = sentence.start, sentence["end"], sentence.paragraph or 0
    local fine = math.type(start) and math.type(stop) and math.type(paragraph) == "integer" and paragraph >= 0
    if not fine then return nil end
    list[i] = { start + 1, stop, tostring(sentence.kind), paragraph + 1 }
  end
  return list
end

local function further(meta)
  local rest = {}
  for name, value in pairs(meta) do
    if not KNOWN[name] then rest[name] = value end
  end
  return next(rest) and rest or nil
end

--- Adds an article as a worker has read it.
---@param item assay.Item
---@param result table the worker's: sentences, and text where it differs from the item's
---@return boolean? is_new nil when the article cannot be stored
---@return string? reason
function Project:add(item, result)
  local meta, sentences = item.meta, sentences_of(result)
  if not sentences then return nil, "malformed answer of the worker: sentences" end
  local is_new, message, code = self.store:add {
    id = item.id, text = result.text or item.text,
    outlet = meta.outlet, published = meta.published, title = meta.title,
    meta = further(meta), sentences = sentences,
  }
  if is_new == nil and code == "bad_input" then return nil, message end
  if is_new == nil then failure.raise(code, "%s", message) end
  return is_new
end

local function item_of(record)
  local meta = record.meta or {}
  for name in pairs(KNOWN) do meta[name] = record[name] end
  return { input = record.id, id = record.id, text = record.text, meta = meta }
end

--- Iterates over the articles: those of the ids in their order, or all in the order of their ids.
---@param ids string[]?
---@return function
function Project:items(ids)
  local at = 0
  local next_stored = not ids and failure.check(self.store:articles())
  local function next_record()
    if not ids then
      local fine, record = pcall(next_stored)
      if not fine then failure.raise("io", "%s", tostring(record)) end
      return record
    end
    at = at + 1
    return ids[at] and failure.check(self.store:article(ids[at]))
  end
  return function()
    local record = next_record()
    return record and item_of(record) or nil
  end
end

--- One article: { input, id, text, meta }.
---@param id string
function Project:article(id) return item_of(failure.check(self.store:article(id))) end

--- Keeps the run's object.
function Project:save_run(object, order)
  failure.check(self.store:save_run(object, order))
end

--- The object of the run that was kept last, or nil.
function Project:last_run()
  local id
  for run in self.store:runs() do id = run.id end
  return id and failure.check(self.store:run(id))
end

--- Rows of one SELECT, which only reads and has bounded steps.
---@return function gives the next row, an array, or nil at the end; raises a failure
---@return string[] columns
function Project:query(sql)
  local next_row, columns, code = self.store:query(sql)
  failure.check(next_row, columns, code)
  return function()
    local row, message, kind = next_row()
    if not row and message then failure.check(row, message, kind) end
    return row
  end, columns
end

--- What is wrong with the file, or nil.
function Project:damage()
  local fine, message = self.store:integrity()
  return not fine and message or nil
end

--- Sentences that match the query, best first: {article, start, end, text}, bytes, 0-based and half-open.
---@return table[]
function Project:search(query, limit)
  local hits = failure.check(self.store:search(query, limit))
  for _, hit in ipairs(hits) do hit.start = hit.start - 1 end
  return hits
end

return project
