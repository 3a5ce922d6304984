--- Drives headless Chromium over the DevTools protocol by two pipes: --remote-debugging-pipe reads descriptor 3 and
--- writes descriptor 4, one JSON object and a NUL per message. Needs nothing but Lua and this project's JSON.
---
--- `devtools.start(folder)` makes the pipes there and starts the browser; `browser:page()` gives a tab.

local json = require "assay.core".json

local devtools = {}

local BROWSER = "/usr/bin/chromium"
local FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
  .. "--disable-background-networking --disable-component-update --disable-sync --disable-extensions "
  .. "--font-render-hinting=none --remote-debugging-pipe"

local Browser, Page = {}, {}
Browser.__index, Page.__index = Browser, Page

--- Starts the browser with its profile and its pipes in `folder`; `close` ends it.
---@param folder string a new one
---@return table browser
function devtools.start(folder)
  local quoted = "'" .. folder .. "'"
  local command = ("mkfifo %s/to %s/from && { %s %s --user-data-dir=%s/profile 3<>%s/to 4<>%s/from >%s/log 2>&1 & }")
    :format(quoted, quoted, BROWSER, FLAGS, quoted, quoted, quoted, quoted)
  assert(os.execute(command), "cannot start " .. BROWSER)
  local to, from = assert(io.open(folder .. "/to", "w")), assert(io.open(folder .. "/from", "r"))
  to:setvbuf "no"
  return setmetatable({ to = to, from = from, rest = "", last = 0, events = {} }, Browser)
end

--- One message: bytes up to the next NUL.
function Browser:message()
  while true do
    local stop = self.rest:find("\0", 1, true)
    if stop then
      local bytes = self.rest:sub(1, stop - 1)
      self.rest = self.rest:sub(stop + 1)
      return assert(json.decode(bytes))
    end
    self.rest = self.rest .. self:some()
  end
end

--- What is there, at least one byte: a long read would wait for bytes that never come.
function Browser:some()
  local parts = {}
  repeat
    local byte = assert(self.from:read(1), "the browser has gone away")
    parts[#parts + 1] = byte
  until byte == "\0"
  return table.concat(parts)
end

--- Sends a command and waits for its answer; events on the way are kept by their sessions.
---@return table result
function Browser:call(method, params, session)
  self.last = self.last + 1
  local text = json.encode { id = self.last, method = method, params = params, sessionId = session }
  assert(self.to:write(text, "\0"))
  while true do
    local message = self:message()
    if message.id == self.last then
      if message.error then error(method .. ": " .. tostring(message.error.message), 2) end
      return message.result
    elseif message.method then
      self.events[#self.events + 1] = message
    end
  end
end

--- Waits for an event of a session and takes it.
function Browser:await(method, session)
  while true do
    for index, event in ipairs(self.events) do
      if event.method == method and event.sessionId == session then return table.remove(self.events, index).params end
    end
    local message = self:message()
    if message.method then self.events[#self.events + 1] = message end
  end
end

--- Ends the browser and waits until it has gone.
function Browser:close()
  pcall(self.call, self, "Browser.close")
  self.to:close()
  self.from:read "a"
  self.from:close()
end

--- A new tab.
---@return table page
function Browser:page()
  local target = self:call("Target.createTarget", { url = "about:blank" }).targetId
  local session = self:call("Target.attachToTarget", { targetId = target, flatten = true }).sessionId
  local page = setmetatable({ browser = self, session = session }, Page)
  for _, domain in ipairs { "Page", "Runtime", "Log", "Network" } do page:call(domain .. ".enable") end
  return page
end

function Page:call(method, params)
  return self.browser:call(method, params, self.session)
end

--- The window: width and height in CSS pixels, scheme "light" or "dark"; scale of the screen, 1 by default.
function Page:window(width, height, scheme, scale)
  self:call("Emulation.setDeviceMetricsOverride",
    { width = width, height = height, deviceScaleFactor = scale or 1, mobile = false })
  self:call("Emulation.setEmulatedMedia", { features = json.array { { name = "prefers-color-scheme", value = scheme } } })
end

--- Turns the page's own scripts on or off.
function Page:scripts(on)
  self:call("Emulation.setScriptExecutionDisabled", { value = not on })
end

--- Opens an address and waits until it is loaded; a place in the page that is open is gone to without loading.
function Page:open(url)
  self.browser.events = {}
  local answer = self:call("Page.navigate", { url = url })
  if answer.loaderId then self.browser:await("Page.loadEventFired", self.session) end
end

--- What the page asked the network for, beyond the page itself, and every message of the console, since it was opened.
---@return string[] requests
---@return string[] messages
function Page:noise()
  local requests, messages = {}, {}
  for _, event in ipairs(self.browser.events) do
    local params = event.params
    if event.method == "Network.requestWillBeSent" and params.type ~= "Document" then
      requests[#requests + 1] = params.request.url
    elseif event.method == "Log.entryAdded" then
      messages[#messages + 1] = params.entry.text
    elseif event.method == "Runtime.consoleAPICalled" or event.method == "Runtime.exceptionThrown" then
      messages[#messages + 1] = json.encode(params)
    end
  end
  return requests, messages
end

--- The value of a JavaScript expression, as JSON knows it; a promise is awaited.
function Page:eval(expression)
  local answer = self:call("Runtime.evaluate", { expression = expression, returnByValue = true, awaitPromise = true })
  if answer.exceptionDetails then
    local thrown = answer.exceptionDetails.exception
    error(thrown and thrown.description or answer.exceptionDetails.text, 2)
  end
  local value = answer.result.value
  if value == json.null then return nil end
  return value
end

--- Types one key that writes a character.
function Page:key(character)
  local code = "Key" .. character:upper()
  for _, kind in ipairs { "keyDown", "keyUp" } do
    self:call("Input.dispatchKeyEvent", { type = kind, key = character, code = code,
      text = kind == "keyDown" and character or nil })
  end
end

local ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function from_base64(text)
  local bytes, bits, size = {}, 0, 0
  for letter in text:gmatch "[A-Za-z0-9+/]" do
    bits, size = bits << 6 | ALPHABET:find(letter, 1, true) - 1, size + 6
    if size >= 8 then
      size = size - 8
      bytes[#bytes + 1] = string.char(bits >> size & 255)
      bits = bits & (1 << size) - 1
    end
  end
  return table.concat(bytes)
end

--- Writes a picture of the window, or of the whole page.
function Page:screenshot(path, whole)
  local picture = self:call("Page.captureScreenshot", { format = "png", captureBeyondViewport = whole or nil,
    clip = whole and self:extent() or nil })
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(from_base64(picture.data)))
end

function Page:extent()
  local size = self:call("Page.getLayoutMetrics").cssContentSize
  return { x = 0, y = 0, width = size.width, height = math.min(size.height, 16000), scale = 1 }
end

return devtools
