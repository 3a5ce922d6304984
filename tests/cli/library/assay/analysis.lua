-- An analysis that misbehaves on demand, for the tests of what surrounds it: a text's first word says how.

local analysis = {}

local Session = {}
Session.__index = Session

local function kill_self(signal)
  local status <close> = assert(io.open "/proc/self/stat")
  os.execute(("kill -%s %s"):format(signal, status:read "n"))
  while true do end
end

local WORDS = {
  CRASH = function() kill_self "KILL" end,
  STOP = function() kill_self "STOP" end,
  LOOP = function() while true do end end,
  EAT = function()
    local all = {}
    while true do all[#all + 1] = ("x"):rep(1 << 20) .. #all end
  end,
  ERROR = function() error "a mistake" end,
  GARBAGE = function()
    local answers = io.open("/proc/self/fd/4", "w")
    answers:write "this is no frame"
    answers:flush()
    while true do end
  end,
  SLOW = function()
    local stop = os.clock() + 0.3
    while os.clock() < stop do end
  end,
}

function analysis.open(spec)
  if spec.pack == "crash" then kill_self "KILL" end
  return setmetatable({ description = { name = spec.pack or "none", version = "1", question = "?" } }, Session)
end

local function sentence(text)
  return { start = 0, ["end"] = #text, kind = "body", paragraph = 0 }
end

function Session.analyse(_, text, meta)
  local word = text:match "^%u+"
  if word == "REJECT" then return nil, "not for us" end
  if word == "SPAN" then return { id = meta.id, sentences = { { start = 0, ["end"] = #text + 1 } } } end
  if word == "OTHER" then return { id = "another" } end
  if WORDS[word] then WORDS[word]() end
  return { id = meta.id, outlet = meta.outlet, meta = meta, sentences = { sentence(text) } }
end

function Session.show(_, text, meta, layers)
  local list = {}
  for i, layer in ipairs(layers) do
    list[i] = { article = meta.id, layer = layer, n = 0, start = 0, ["end"] = #text }
  end
  return list
end

return analysis
