--- Bytes of a file as UTF-8: byte order marks and UTF-16. Ill-formed UTF-8 is left to the engine, which repairs it.

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

return encoding
