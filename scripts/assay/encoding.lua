--- Bytes of a file as UTF-8: byte order marks and UTF-16. Ill-formed UTF-8 of an article is left to the engine, which
--- repairs it as `encoding.repair` does.

local encoding = {}

local REPLACEMENT = 0xFFFD
local BATCH = 4096 -- code units turned into one string at a time

--- UTF-16 from `at` on as UTF-8. Unpaired surrogates and an odd byte at the end become U+FFFD.
local function from_utf16(bytes, at, format)
  local parts, codes, bad = {}, {}, 0
  local high -- a high surrogate that waits for its low one
  local function add(code)
    codes[#codes + 1] = code
  end
  local function lose()
    bad = bad + 1
    add(REPLACEMENT)
  end
  for position = at, #bytes - 1, 2 do
    local code = string.unpack(format, bytes, position)
    local is_low = code >= 0xDC00 and code < 0xE000
    if high and is_low then
      add(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
      high = nil
    else
      if high then lose() end
      high = code >= 0xD800 and code < 0xDC00 and code or nil
      if is_low then lose() elseif not high then add(code) end
    end
    if #codes >= BATCH then
      parts[#parts + 1] = utf8.char(table.unpack(codes))
      codes = {}
    end
  end
  if high then lose() end
  if (#bytes - at + 1) % 2 == 1 then lose() end
  parts[#parts + 1] = utf8.char(table.unpack(codes))
  return table.concat(parts), bad
end

local UTF16 = { ["\xFF\xFE"] = { "UTF-16LE", "<I2" }, ["\xFE\xFF"] = { "UTF-16BE", ">I2" } }

--- The text behind the bytes, and what was done to get it.
---@param bytes string
---@return string text UTF-8 where the bytes were well-formed
---@return string[]? warnings
function encoding.decode(bytes)
  if bytes:sub(1, 3) == "\xEF\xBB\xBF" then return bytes:sub(4), { "byte order mark removed" } end
  local found = UTF16[bytes:sub(1, 2)]
  if not found then return bytes end
  local text, bad = from_utf16(bytes, 3, found[2])
  local warnings = { "read as " .. found[1] }
  if bad > 0 then warnings[2] = ("%d ill-formed UTF-16 units replaced"):format(bad) end
  return text, warnings
end

--- Lead bytes of sequences: the first and last, the least and greatest second byte, the length (Unicode, table 3-7).
local LEADS = {
  { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
  { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 }, { 0xF0, 0xF0, 0x90, 0xBF, 4 },
  { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
}

--- Bytes of the ill-formed sequence at `at` that one U+FFFD stands for: the longest beginning of a well-formed one.
local function subpart(text, at)
  local lead, second = text:byte(at, at + 1)
  for _, row in ipairs(LEADS) do
    if lead >= row[1] and lead <= row[2] and second and second >= row[3] and second <= row[4] then
      return 2 + #text:sub(at + 2, at + row[5] - 1):match "^[\x80-\xBF]*"
    end
  end
  return 1
end

--- The text with U+FFFD for ill-formed sequences and NUL, as the engine reads it.
---@param text string
---@return string
function encoding.repair(text)
  local parts, at = {}, 1
  local length, bad = utf8.len(text)
  while not length do
    parts[#parts + 1] = text:sub(at, bad - 1)
    at = bad + subpart(text, bad)
    length, bad = utf8.len(text, at)
  end
  parts[#parts + 1] = text:sub(at)
  return (table.concat(parts, utf8.char(REPLACEMENT)):gsub("%z", utf8.char(REPLACEMENT)))
end

return encoding
