--- Makes strings safe for the place they are shown in: a terminal line, HTML text, an HTML anchor.

local escape = {}

-- Code points that move a cursor, reorder text or hide in it: C0, DEL and C1; line and paragraph separators;
-- bidirectional marks, embeddings, overrides and isolates; zero-width spaces; annotation and tag characters.
-- The joiners U+200C and U+200D stay: Persian, Hindi and emoji are written with them.
local HIDDEN = {
  { 0x00, 0x1F }, { 0x7F, 0x9F }, { 0x061C, 0x061C }, { 0x180E, 0x180E }, { 0x200B, 0x200B }, { 0x200E, 0x200F },
  { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
}

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;" }

local function is_hidden(code)
  for _, range in ipairs(HIDDEN) do
    if code >= range[1] and code <= range[2] then return true end
  end
  return false
end

--- One code point or one bad byte of `run` at `at`, rewritten; and the position after it.
local function rewrite_one(run, at, on_hidden, on_bad)
  if not utf8.len(run, at, at) then return on_bad(run:byte(at)), at + 1 end
  local code = utf8.codepoint(run, at)
  local bytes = utf8.char(code)
  return is_hidden(code) and on_hidden(code) or bytes, at + #bytes
end

local function rewrite(text, on_hidden, on_bad)
  return (text:gsub("[%c\128-\255]+", function(run)
    local out, at = {}, 1
    while at <= #run do
      out[#out + 1], at = rewrite_one(run, at, on_hidden, on_bad)
    end
    return table.concat(out)
  end))
end

local function visible_code(code)
  return string.format("\\u{%X}", code)
end

local function visible_byte(byte)
  return string.format("\\x%02X", byte)
end

local function keep_breaks(code)
  if code == 0x0A or code == 0x09 then return utf8.char(code) end
  if code == 0x0D then return " " end
  return visible_code(code)
end

--- Text for one line of a terminal: valid UTF-8 without any character a terminal could act on.
--- Tabs and line breaks become spaces; other hidden characters become `\u{1B}`, bad bytes `\xFF`.
---@param text string any bytes
---@return string line valid UTF-8
function escape.terminal(text)
  return rewrite(text:gsub("[\t\n\r]", " "), visible_code, visible_byte)
end

--- Text for HTML content, attribute values, SVG and the page title. Hidden characters become visible, as in
--- `escape.terminal`; line feeds and tabs stay.
---@param text string any bytes
---@return string html valid UTF-8
function escape.html(text)
  return (rewrite(text, keep_breaks, visible_byte):gsub("[&<>\"']", ENTITIES))
end

-- HTML drops NUL and reads references to C1 code points as Windows-1252, so those two stand as U+FFFD.
local function control_markup(code)
  if code == 0x0A or code == 0x09 then return utf8.char(code) end
  if code == 0x0D then return "&#13;" end
  local lost = code == 0 or (code >= 0x80 and code <= 0x9F)
  local body = lost and "\u{FFFD}" or string.format("&#x%X;", code)
  return string.format('<bdi class="ctl" data-u="U+%04X">%s</bdi>', code, body)
end

local function byte_markup(byte)
  return string.format('<bdi class="ctl" data-u="byte %02X">\u{FFFD}</bdi>', byte)
end

--- Text for HTML content that must read back unchanged: without the tags and with the references resolved it is
--- the same text again. Hidden characters get a visible label and sit in an isolate of their own, so that an
--- override cannot reach the text around it. NUL, C1 and bad bytes, which HTML cannot carry, read back as U+FFFD.
---@param text string any bytes
---@return string html valid UTF-8
function escape.exact(text)
  return rewrite(text:gsub("[&<>\"']", ENTITIES), control_markup, byte_markup)
end

--- A name usable in an `id` attribute and after `#` in a link. Different names give different anchors.
---@param name string any bytes
---@return string anchor made of A–Z a–z 0–9 - and _; never empty
function escape.anchor(name)
  if name == "" then return "_" end
  return (name:gsub("[^A-Za-z0-9-]", function(byte)
    return string.format("_%02X", byte:byte())
  end))
end

return escape
