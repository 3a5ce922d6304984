--- What runs in a worker process, and the frames that both sides use.
---
--- Jobs: "O" opens a session (JSON: {pack?, script?, memory?, layers?, kwic?, newline?, metonyms?}); "A" is an article:
--- metadata as JSON and the text, each as a string with a length of four bytes. Answers: "R" ready (JSON: the session's
--- description), "F" the session cannot be opened (JSON: {message, code}), "D" done (JSON: the analysis, lines of JSON
--- when layers were asked for, or the lines of a concordance), "X" the article is rejected (JSON: {reason, limit?,
--- leaving?}: the worker takes no further job).

local json = require "assay.core".json

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

function Serving:open(payload)
  local analysis = require "assay.analysis"
  self.spec = json.decode(payload)
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
  local result, reason = self.session:analyse(text, meta)
  if result then self:answer("D", result) else self:answer("X", { reason = reason }) end
end

local HANDLERS = {
  O = { Serving.open, function(message) return "F", { message = message, code = "bad_pack" } end },
  A = { Serving.analyse, function(message) return "X", { reason = message } end },
}

local function first_line(message)
  return tostring(message):match "^[^\n]*"
end

--- A job that fails answers for itself alone; after one that ran out of memory the process is not used further.
function Serving:handle(kind, payload)
  local handler = HANDLERS[kind] or error("unknown frame " .. kind)
  local fine, message = pcall(handler[1], self, payload)
  if fine then return end
  message = first_line(message)
  local out_of_memory = message:find("not enough memory", 1, true)
  if out_of_memory then
    local _, limit = self.host.memory()
    self.host.memory(0) -- the answer needs some
    message = limit > 0 and ("memory limit of %d MiB reached"):format(limit >> 20) or "out of memory"
  end
  local answer, value = handler[2](message)
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
