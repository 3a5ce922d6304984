--- What runs in a worker process, and the frames that both sides use.
---
--- Jobs: "O" opens a session (JSON: {pack?, script?, where?, overrides?, trust?, memory?, layers?, kwic?, newline?,
--- metonyms?, inquiry?}); "A" is an article: metadata as JSON and the text, each as a string with a length of four
--- bytes; "Q" asks about the pack (JSON, see assay.inquiry); "U" is an archive to unpack, without a session; "W"
--- raises the walls and tells of them. Answers: "N" needs a pack's file (its path), which comes as "T" (the text) or
--- "M" (JSON: {message, code}); "P" the pack's code runs (where; empty: no longer); "R" ready (JSON: the session's
--- description), "F" the session cannot be opened or asked (JSON: {message, code}), "D" done (JSON: the analysis, or
--- lines of JSON when layers were asked for, the lines of a concordance, or what the archive holds), "X" the article
--- is rejected (JSON: {reason, limit?, wall?, leaving?}; wall: one stopped the pack's code; leaving: the worker takes
--- no further job).

local guard = require "assay.core".guard
local json = require "assay.core".json
local sandbox = require "assay.sandbox"
local source = require "assay.source"

local worker = {}

--- Exit status of a worker that cannot read or write its pipes: the article is not to blame.
worker.PIPE_FAILED = 74

local ARTICLE = "<s4s4"

---@return string payload of an "A" frame
function worker.pack_article(text, meta)
  return ARTICLE:pack(json.encode(meta), text)
end

local function unpack_article(payload)
  local meta, text = ARTICLE:unpack(payload)
  return text, json.decode(meta)
end

--- Order of the keys in a line of `assay show`.
local SHOW_ORDER = {
	"article", "layer", "n", "start", "end", "kind", "norm", "stem", "entity", "class", "form", "side", "role", "axis",
	"cue", "parts", "speaker", "candidates", "text", "anonymous", "via", "low", "high", "approx", "unit", "antecedents",
	"why", "score",
}

local function lines_of(list)
  local lines = {}
  for i, record in ipairs(list) do
    lines[i] = type(record) == "string" and record or json.encode(record, { order = SHOW_ORDER }) .. "\n"
  end
  return table.concat(lines)
end

local Serving = {}
Serving.__index = Serving

--- Sends an answer; one that cannot be sent is answered by the reason, and without that the process is of no use.
function Serving:send(kind, payload)
  local sent, message = self.jobs:send(kind, payload)
  if not sent and not self.jobs:send("X", json.encode { reason = message }) then self.host.leave(worker.PIPE_FAILED) end
end

function Serving:answer(kind, value)
  self:send(kind, json.encode(value))
end

--- Address space beyond the Lua heap: the engine's own memory for one article, and the program.
local BESIDE_HEAP = 2 << 30 -- bytes

--- The walls go up when all that is needed of the library is loaded: behind them no file opens.
function Serving:wall()
  local inquiry = self.spec.inquiry and require "assay.inquiry"
  self.inquiry = inquiry and inquiry[self.spec.inquiry]
  require "assay.report.escape"
  if self.spec.kwic then require "assay.kwic" end
  if self.spec.trust then return end
  self.host.wall(self.spec.memory and self.spec.memory + BESIDE_HEAP)
  source.use(function(path) return self:fetch(path) end)
end

--- A pack's file, from the parent.
function Serving:fetch(path)
  self:send("N", path)
  local kind, payload = self.jobs:receive()
  if kind == "T" then return payload end
  if kind ~= "M" then self.host.leave(worker.PIPE_FAILED) end
  local told = json.decode(payload)
  return nil, told.message, told.code
end

--- Readies what is said when the pack's code does not come back, and tells whose code it is, should the process die.
function Serving:expect(pack, part)
  if not pack then return self:send("P", "") end
  local place = ("%s of pack '%s'"):format(part, pack)
  local words = ("time limit of %d s passed in %s"):format(guard.seconds, place)
  self:send("P", place)
  if self.session then
    self.host.last_words("X", json.encode { reason = words, limit = "time", wall = true, leaving = true })
  else
    self.host.last_words("F", json.encode { message = words, code = "refused" })
  end
end

function Serving:open(payload)
  local analysis = require "assay.analysis"
  self.spec = json.decode(payload)
  self:wall()
  sandbox.listen(function(pack, part) self:expect(pack, part) end)
  if self.spec.memory then self.host.memory(self.spec.memory) end
  local session, message, code = analysis.open(self.spec)
  self.session = session
  if session and self.spec.kwic then
    self.finder = assert(require "assay.kwic".finder(session, self.spec.kwic.pattern, self.spec.kwic))
  end
  if session then self:answer("R", session.description) end
  if not session then self:answer("F", { message = message, code = code or "bad_pack" }) end
end

function Serving:analyse(payload)
  local text, meta = unpack_article(payload)
  if self.spec.kwic then
    local article, problem = self.session:article(text, meta)
    if not article then return self:answer("X", { reason = problem }) end
    return self:answer("D", self.finder:lines(article))
  end
  if self.spec.layers then
    local list, reason = self.session:show(text, meta, self.spec.layers, true)
    if not list then return self:answer("X", { reason = reason }) end
    return self:send("D", lines_of(list))
  end
  local result, reason, code, limit = self.session:analyse(text, meta)
  if result then return self:answer("D", result) end
  self:answer("X", { reason = reason, limit = limit, wall = code == "refused" })
end

function Serving:ask(payload)
  local answer, message, code = self.inquiry(self.session, json.decode(payload))
  if answer then self:answer("D", answer) else self:answer("F", { message = message, code = code }) end
end

function Serving:tell_walls()
  local walls = self.host.wall()
  walls.leak = self.host.leak()
  self:answer("D", walls)
end

--- Memory that an archive takes, of which no more than assay.pack.policy allows is ever unpacked.
local UNPACKING = 1 << 30 -- bytes

function Serving:unpack(payload)
  local archive = require "assay.pack.archive"
  self.host.wall(UNPACKING)
  local entries, reason = archive.unpack(payload)
  if entries then self:send("D", entries) else self:answer("X", { reason = reason }) end
end

local HANDLERS = {
  O = { Serving.open, function(message) return "F", { message = message, code = "bad_pack" } end },
  A = { Serving.analyse, function(message) return "X", { reason = message } end },
  Q = { Serving.ask, function(message) return "X", { reason = message } end },
  U = { Serving.unpack, function(message) return "X", { reason = message } end },
  W = { Serving.tell_walls, function(message) return "X", { reason = message } end },
}

local function first_line(message)
  return tostring(message):match "^[^\n]*"
end

--- A job that fails answers for itself alone; after one that ran out of memory the process is not used further.
function Serving:handle(kind, payload)
  local handler = HANDLERS[kind] or error("unknown frame " .. kind)
  local fine, message = pcall(handler[1], self, payload)
  if fine then return end
  local wall = sandbox.is_failure(message) and message or nil
  message = first_line(message)
  local out_of_memory = message:find("not enough memory", 1, true)
  if out_of_memory then
    local _, limit = self.host.memory()
    self.host.memory(0) -- the answer needs some
    message = limit > 0 and ("memory limit of %d MiB reached"):format(limit >> 20) or "out of memory"
  end
  local answer, value = handler[2](message)
  if wall then value.limit, value.wall = wall.limit, wall.code == "refused" end
  if out_of_memory then value.limit, value.code, value.leaving = "memory", "refused", true end
  self:answer(answer, value)
  if out_of_memory then self.host.leave(0) end
end

--- Serves jobs until the parent closes the pipe. Never returns to the caller's clean-up: the process just ends.
function worker.serve()
  local host = require "assay.host"
  local jobs, message = host.jobs()
  if not jobs then return nil, message end
  local self = setmetatable({ host = host, jobs = jobs }, Serving)
  while true do
    local kind, payload = jobs:receive()
    if not kind then host.leave(payload and worker.PIPE_FAILED or 0) end
    self:handle(kind, payload)
  end
end

return worker
