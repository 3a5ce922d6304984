--- A value as the REPL shows it: strings quoted, tables one level deep with sorted keys, cut at 40 entries.

local ENTRIES = 40
local WIDTH = 78 -- code points, where nothing else is said
local STRING = 2000 -- bytes of a string that are shown

local ESCAPES = { ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t", ["\\"] = "\\\\", ['"'] = '\\"' }

local function escape_byte(byte)
  return ESCAPES[byte] or ("\\x%02X"):format(byte:byte())
end

--- Cuts at a character.
local function cut(text)
  if #text <= STRING then return text, "" end
  local stop = utf8.len(text) and utf8.offset(text, 0, STRING + 1) - 1 or STRING
  return text:sub(1, stop), ("… (%d bytes)"):format(#text)
end

local function quote(text)
  local shown, rest = cut(text)
  local pattern = utf8.len(shown) and '[%c\\"]' or '[%c\\"\128-\255]'
  shown = shown:gsub(pattern, escape_byte):gsub("\u{80}", "\\x80")
  shown = shown:gsub("\xC2[\x81-\x9F]", function(c1) return ("\\u{%X}"):format(utf8.codepoint(c1)) end)
  return '"' .. shown .. '"' .. rest
end

local function plain(value)
  local fine, text = pcall(tostring, value)
  return fine and require "assay.cli".printable(text) or type(value)
end

local function has_own_text(value)
  local meta = getmetatable(value)
  return type(meta) == "table" and (rawget(meta, "__tostring") or rawget(meta, "__name"))
end

local function inner(value)
  if type(value) == "string" then return quote(value) end
  if type(value) ~= "table" or has_own_text(value) then return plain(value) end
  return next(value) == nil and "{}" or "{…}"
end

local TYPE_ORDER = { number = 1, string = 2, boolean = 3 }

local function before(a, b)
  local kind_a, kind_b = TYPE_ORDER[type(a)] or 4, TYPE_ORDER[type(b)] or 4
  if kind_a ~= kind_b then return kind_a < kind_b end
  if kind_a <= 2 then return a < b end
  return plain(a) < plain(b)
end

--- The first ENTRIES of the keys beside the list, sorted, and how many there are.
local function other_keys(value, length)
  local keys, count = {}, 0
  for key in next, value do
    if math.type(key) ~= "integer" or key < 1 or key > length then
      count = count + 1
      local last = keys[ENTRIES]
      if not last or before(key, last) then
        keys[ENTRIES] = nil
        local at = #keys + 1
        while at > 1 and before(key, keys[at - 1]) do at = at - 1 end
        table.insert(keys, at, key)
      end
    end
  end
  return keys, count
end

local function key_text(key)
  if type(key) == "string" and key:find "^[%a_][%w_]*$" and load("local " .. key) then return key end
  return "[" .. inner(key) .. "]"
end

local function entries(value)
  local list, length = {}, rawlen(value)
  local keys, others = other_keys(value, length)
  for i = 1, math.min(length, ENTRIES) do list[i] = inner(rawget(value, i)) end
  for i = 1, math.min(#keys, ENTRIES - #list) do
    list[#list + 1] = key_text(keys[i]) .. " = " .. inner(rawget(value, keys[i]))
  end
  local more = length + others - #list
  if more > 0 then list[#list + 1] = ("… %d more"):format(more) end
  return list
end

local function whole_table(value, width)
  local list = entries(value)
  if #list == 0 then return "{}" end
  local line = "{ " .. table.concat(list, ", ") .. " }"
  if (utf8.len(line) or #line) <= (width or WIDTH) then return line end
  return "{\n  " .. table.concat(list, ",\n  ") .. "\n}"
end

---@param value any
---@param width integer? code points of a line that a table is put on
---@return string
return function(value, width)
  if type(value) == "table" and not has_own_text(value) then return whole_table(value, width) end
  return inner(value)
end
