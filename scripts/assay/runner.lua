--- Runs items through worker processes: one article per worker at a time, results in the order of the items whatever
--- the number of workers is. A worker that dies, stalls or answers nonsense costs its article and is replaced.

local encoding = require "assay.encoding"
local failure = require "assay.failure"
local host = require "assay.host"
local worker = require "assay.worker"
local json = require "assay.core".json

local runner = {}

runner.DEFAULT_DEADLINE = 60   -- seconds per article
runner.DEFAULT_MEMORY = 1024   -- MiB of Lua heap per worker
local ANSWERING = 600          -- seconds for a question about the pack
local OPENING = 60             -- seconds to load a pack
local WINDOW = 32              -- articles per worker that may wait for an earlier one
local OPENING_DEATHS = 3       -- workers in a row that may die while they load the pack
local DEPTH = 64               -- of a result's tables

local Pool = {}
Pool.__index = Pool

--- Result of another process: a table for this article, whose spans lie in its text.
local function check_spans(value, length, depth)
  if depth > DEPTH then return "nested too deeply" end
  local first, last = value.start, value["end"]
  if first ~= nil and first ~= json.null or last ~= nil and last ~= json.null then
    if math.type(first) ~= "integer" or math.type(last) ~= "integer" then return "a span without integers" end
    if first < 0 or first > last or last > length then return "a span outside the text" end
  end
  for _, inner in pairs(value) do
    local problem = type(inner) == "table" and check_spans(inner, length, depth + 1)
    if problem then return problem end
  end
end

local function check_result(result, item)
  if type(result) ~= "table" then return "not an object" end
  if result.id ~= item.id then return "for another article" end
  if result.text ~= nil and type(result.text) ~= "string" then return "a text that is no string" end
  return check_spans(result, #(result.text or item.text), 0)
end

local function check_concordance(lines, item)
  if type(lines) ~= "table" then return "not a list" end
  for _, line in ipairs(lines) do
    for _, key in ipairs { "left", "match", "right" } do
      if type(line) ~= "table" or type(line[key]) ~= "string" then return "a line without its words" end
    end
    line.article = item.id
  end
  return check_spans(lines, #item.text * 3, 0)
end

local function check_lines(lines)
  if not json.are_lines(lines) then return "not lines of JSON" end
end

function Pool:read_result(item, payload)
  if item.question then return json.decode(payload) end
  if self.spec.layers then return payload, check_lines(payload) end
  local result, message = json.decode(payload)
  if not result then return nil, message end
  return result, (self.spec.kwic and check_concordance or check_result)(result, item)
end

function Pool:start()
  local process = failure.check(host.spawn())
  local member = { process = process, state = "opening" }
  self.members[#self.members + 1] = member
  failure.check(process:send("O", self.opening, OPENING * 1000))
  return member
end

function Pool:remove(member)
  for i, other in ipairs(self.members) do
    if other == member then table.remove(self.members, i) end
  end
  return member.process:stop()
end

function Pool:settle(member, answer)
  local item = member.item
  self.done[member.sequence] = { item = item, answer = answer }
  member.item, member.sequence, member.state = nil, nil, "idle"
end

function Pool:count_limit(name)
  self.limits[name] = (self.limits[name] or 0) + 1
end

--- The words for a worker that is gone, garbled or late. place: where the pack's code was running.
function Pool:describe_loss(state, reason, ending, place)
  local where = place and " in " .. place or ""
  if state == "late" then return ("deadline of %g s passed"):format(self.spec.deadline) .. where, "deadline" end
  if state == "garbled" then return "malformed answer of the worker: " .. tostring(reason) end
  if state == "stopped" then return "the worker was stopped by a signal" end
  return "the worker " .. ending .. where
end

--- A worker that is lost while it loads the pack is tried again, because the cause may be outside; not for ever.
function Pool:lose_opening(words)
  self.opening_deaths = self.opening_deaths + 1
  if self.opening_deaths >= OPENING_DEATHS then
    failure.raise("refused", "the pack cannot be loaded: %s", words)
  end
end

function Pool:lose(member, state, reason)
  local was = member.state
  local sequence, item = member.sequence, member.item
  local ending, status = self:remove(member)
  local words, limit = self:describe_loss(state, reason, ending, member.place)
  if was == "opening" then
    if state == "late" then failure.raise("refused", "the pack is not loaded after %d s", OPENING) end
    return self:lose_opening(words)
  end
  if was ~= "busy" then return end
  if status == worker.PIPE_FAILED and not item.again then
    item.again = true
    self.again[#self.again + 1] = { item = item, sequence = sequence }
    return
  end
  if limit then self:count_limit(limit) end
  self.walled = self.walled or member.place ~= nil
  self.done[sequence] = { item = item, answer = { reason = words } }
end

local ANSWERS = {}

local PLACE_LIMIT = 1000 -- bytes
local FILE_LIMIT = 16 << 20 -- bytes of a pack's file

local function has_manifest(folder) return folder ~= nil and host.look(folder .. "/pack.lua") == "file" end

--- A worker behind walls opens no file. It gets those of packs: the script of the run, and Lua files of a folder with
--- a manifest or of one in it.
function Pool:read_file(path)
  local folder = path:match "^(.*)/[^/]+%.lua$"
  local is_pack = has_manifest(folder) or folder and has_manifest(folder:match "^(.*)/[^/]+$")
  if path ~= self.spec.script and not is_pack then return nil, path .. ": not there", "not_found" end
  local text, reason, code = host.read_file(path, FILE_LIMIT)
  if text then return text end
  return nil, ("%s: %s"):format(path, reason), code == "missing" and "not_found" or "io"
end

function ANSWERS.N(self, member, path)
  if member.state ~= "opening" then return "an answer nobody asked for" end
  local text, message, code = self:read_file(path)
  local kind, payload = "T", text
  if not text then kind, payload = "M", json.encode { message = message, code = code } end
  failure.check(member.process:send(kind, payload, OPENING * 1000))
end

function ANSWERS.P(_, member, place)
  member.place = #place > 0 and #place < PLACE_LIMIT and place or nil
end

function ANSWERS.R(self, member, payload)
  if member.state ~= "opening" then return "an answer nobody asked for" end
  local description, message = json.decode(payload)
  if type(description) ~= "table" then return message or "not an object" end
  self.description = self.description or description
  self.opening_deaths = 0
  member.state = "idle"
end

function ANSWERS.F(_, _, payload)
  local told, message = json.decode(payload)
  if type(told) ~= "table" then return message or "not an object" end
  local code = failure.exit[told.code] and told.code or "bad_pack"
  failure.raise(code, "%s", tostring(told.message))
end

function ANSWERS.D(self, member, payload)
  if member.state ~= "busy" then return "an answer nobody asked for" end
  local result, problem = self:read_result(member.item, payload)
  if problem then return problem end
  self:settle(member, { result = result })
end

function ANSWERS.X(self, member, payload)
  if member.state ~= "busy" then return "an answer nobody asked for" end
  local told, message = json.decode(payload)
  if type(told) ~= "table" then return message or "not an object" end
  if type(told.limit) == "string" then self:count_limit(told.limit) end
  self.walled = self.walled or told.wall == true
  self:settle(member, { reason = tostring(told.reason) })
  if told.leaving then self:remove(member) end
end

function Pool:take(member)
  local state, kind, payload = member.process:take()
  if state == "busy" then return end
  if state ~= "answered" then return self:lose(member, state, kind) end
  local handler = ANSWERS[kind]
  local problem = not handler and "unknown frame" or handler and handler(self, member, payload)
  if problem then self:lose(member, "garbled", problem) end
end

function Pool:take_all()
  for i = #self.members, 1, -1 do self:take(self.members[i]) end
end

--- A worker that can take an article now, or nil. Starts one more when all are at work and more are allowed.
function Pool:free_member()
  local opening = false
  for _, member in ipairs(self.members) do
    if member.state == "idle" then return member end
    opening = opening or member.state == "opening"
  end
  if not opening and #self.members < self.spec.jobs then self:start() end
  return nil
end

function Pool:dispatch(member, item, sequence)
  member.state, member.item, member.sequence = "busy", item, sequence
  local sent, message =
    member.process:send("A", worker.pack_article(item.text, item.meta), math.ceil(self.spec.deadline * 1000))
  if not sent then self:settle(member, { reason = message }) end
end

--- The item that is next to be handed out; nil at the end.
function Pool:peek()
  if self.held == nil and not self.exhausted then
    self.held = self.items()
    self.exhausted = self.held == nil
  end
  return self.held
end

--- Hands out again what a failing pipe has taken back. Gives whether all is handed out.
function Pool:feed_again()
  while #self.again > 0 do
    local member = self:free_member()
    if not member then return false end
    local first = table.remove(self.again, 1)
    self:dispatch(member, first.item, first.sequence)
  end
  return true
end

--- Hands out items while there is a worker for them and room before the oldest one that is not done.
function Pool:feed()
  if not self:feed_again() then return end
  while self.next_in - self.next_out < self.window do
    local item = self:peek()
    if not item then return end
    if item.reason then
      self.done[self.next_in] = { item = item, answer = { reason = item.reason } }
    else
      local member = self:free_member()
      if not member then return end
      self:dispatch(member, item, self.next_in)
    end
    self.held = nil
    self.next_in = self.next_in + 1
  end
end

function Pool:wait()
  local processes = {}
  for i, member in ipairs(self.members) do processes[i] = member.process end
  host.wait(processes, -1)
  if host.interrupted() then error("interrupted", 0) end
  self:take_all()
end

--- The next item in order and what became of it.
---@return table? item nil at the end
---@return table? answer { result = … } or { reason = … }
function Pool:next()
  while true do
    self:feed()
    local ready = self.done[self.next_out]
    if ready then
      self.done[self.next_out] = nil
      self.next_out = self.next_out + 1
      return ready.item, ready.answer
    end
    if self.next_out == self.next_in and not self:peek() then return nil end
    self:wait()
  end
end

--- Ends the workers.
function Pool:close()
  for _, member in ipairs(self.members) do member.process:stop() end
  self.members = {}
end

Pool.__close = Pool.close

--- Starts the first worker and waits until it has loaded the pack. Raises a failure when it cannot be loaded.
---@param spec table pack or script, where?, overrides?, trust?, layers?, kwic?, newline?, metonyms?, inquiry?, jobs?,
--- deadline? (seconds), memory? (MiB)
---@return table pool description (of the session), limits (counts by name), walled (a wall has stopped the pack's
--- code), :run(items), :next(), :ask(request), :close()
function runner.open(spec)
  spec.jobs = spec.jobs or 1
  spec.deadline = spec.deadline or runner.DEFAULT_DEADLINE
  local memory = spec.memory or runner.DEFAULT_MEMORY
  local self = setmetatable({
    spec = spec,
    opening = json.encode {
      pack = spec.pack, script = spec.script, trust = spec.trust, layers = spec.layers, kwic = spec.kwic,
      newline = spec.newline, metonyms = spec.metonyms, inquiry = spec.inquiry, where = spec.where,
      overrides = spec.overrides,
      memory = memory > 0 and memory << 20 or nil,
    },
    members = {}, done = {}, again = {}, limits = {},
    next_in = 1, next_out = 1, window = WINDOW * spec.jobs, opening_deaths = 0,
  }, Pool)
  while not self.description do
    if #self.members == 0 then self:start() end
    self:wait()
  end
  return self
end

--- Iterates over the items with what became of each: `for item, answer in pool:run(items) do … end`.
---@param items function gives the next item or nil
function Pool:run(items)
  self.items = items
  return self.next, self
end

--- A request whose strings JSON can hold: what is ill-formed is repaired, as in an article.
local function well_formed(value)
  if type(value) == "string" then return encoding.repair(value) end
  for key, item in pairs(type(value) == "table" and value or {}) do value[key] = well_formed(item) end
  return value
end

--- Asks the session what spec.inquiry names. Raises a failure.
---@param request table of assay.inquiry
---@return table answer
function Pool:ask(request)
  local member = self.members[1]
  member.state, member.item, member.sequence = "busy", { question = true }, 1
  failure.check(member.process:send("Q", json.encode(well_formed(request)), ANSWERING * 1000))
  while not self.done[1] do self:wait() end
  local answer = self.done[1].answer
  return answer.result or failure.raise("refused", "%s", answer.reason)
end

return runner
