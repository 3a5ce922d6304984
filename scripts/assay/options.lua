--- Reads a command's words by its table of options, and writes its help from the same table.
---
--- An option is { "--db", "FILE", "help", … }: its name, the name of its value (false for a flag) and a line of help.
--- Further fields: short = "-o"; kind = "integer" | "number" | nil (string), with min; choices = { … };
--- hidden = true. Its value is in args under the name without dashes and with _ for -.

local failure = require "assay.failure"
local meant = require "assay.meant"

local options = {}

local WIDTH = 78
local HELP = { "--help", false, "show this help", short = "-h" }

local function key_of(option)
  return (option[1]:gsub("^%-+", ""):gsub("%-", "_"))
end

--- All options of a command by their names, and the long names in the order of the table.
local function index(command)
  local by_name, names = { ["-h"] = HELP, ["--help"] = HELP }, { "--help" }
  for _, option in ipairs(command.options or {}) do
    by_name[option[1]] = option
    names[#names + 1] = option[1]
    if option.short then by_name[option.short] = option end
  end
  return by_name, names
end

local function fail(command, format, ...)
  failure.raise("usage", "%s: %s (see assay help %s)", command.name, format:format(...), command.name)
end

local function number_of(command, option, name, word)
  local number = tonumber(word)
  if option.kind == "integer" then number = number and math.tointeger(number) end
  if not number or number ~= number or math.abs(number) == math.huge then
    fail(command, "%s needs %s, not '%s'", name, option.kind == "integer" and "a whole number" or "a number", word)
  end
  if option.min and number < option.min then fail(command, "%s must be at least %s", name, option.min) end
  return number
end

local function value_of(command, option, name, word)
  if option.kind then return number_of(command, option, name, word) end
  if not option.choices then return word end
  for _, choice in ipairs(option.choices) do
    if choice == word then return word end
  end
  return fail(command, "unknown %s '%s'%s (one of %s)", name:gsub("^%-+", ""), word, meant(word, option.choices),
    table.concat(option.choices, ", "))
end

local function looks_like_option(word)
  return word:find "^%-%-?%a" ~= nil
end

--- Splits one word into the option's name and the value that is written with it: --name=value, -n5.
local function split(word)
  local name, value = word:match "^(%-%-[^=]*)=(.*)$"
  if name then return name, value end
  if word:find "^%-%-" then return word, nil end
  return word:sub(1, 2), #word > 2 and word:sub(3) or nil
end

local function set(command, args, option, name, value)
  local key = key_of(option)
  if args[key] ~= nil and option[2] then fail(command, "%s is given twice", name) end
  args[key] = option[2] and value_of(command, option, name, value) or true
end

local function take_option(command, args, words, at, by_name, names)
  local name, value = split(words[at])
  local option = by_name[name]
  if not option then
    return fail(command, "unknown option %s%s", name, meant(name, names))
  end
  if not option[2] then
    if value then fail(command, "%s takes no value", name) end
  elseif not value then
    at = at + 1
    value = words[at]
    if not value or looks_like_option(value) then fail(command, "%s needs %s", name, option[2]) end
  end
  set(command, args, option, name, value)
  return at
end

local function check_count(command, args)
  local operands = command.operands or {}
  if #args < (operands.min or 0) then fail(command, "something is missing; usage: assay %s", command.usage) end
  if operands.max and #args > operands.max then fail(command, "'%s' is too much", args[operands.max + 1]) end
end

--- Reads the words that follow a verb. Raises a usage failure.
---@param command table
---@param words string[]
---@return table args operands at 1, 2, …; options by key; help = true when help was asked for
function options.parse(command, words)
  local by_name, names = index(command)
  local args, at, only_operands = {}, 1, false
  while at <= #words do
    local word = words[at]
    if only_operands or word == "-" or not word:find "^%-" then
      args[#args + 1] = word
    elseif word == "--" then
      only_operands = true
    else
      at = take_option(command, args, words, at, by_name, names)
    end
    at = at + 1
  end
  if not args.help then check_count(command, args) end
  return args
end

--- Breaks text into lines of at most `width` bytes.
local function wrap(text, width)
  local lines, line = {}, ""
  for word in text:gmatch "%S+" do
    if line ~= "" and #line + 1 + #word > width then
      lines[#lines + 1] = line
      line = word
    else
      line = line == "" and word or line .. " " .. word
    end
  end
  lines[#lines + 1] = line
  return lines
end

--- Rows of { left, right } as two columns.
---@param rows string[][]
---@return string
function options.columns(rows)
  local left = 0
  for _, row in ipairs(rows) do left = math.max(left, utf8.len(row[1]) or #row[1]) end
  left = math.min(left, 26)
  local out = {}
  for _, row in ipairs(rows) do
    local length = utf8.len(row[1]) or #row[1]
    local lines = wrap(row[2], WIDTH - left - 4)
    local first = "  " .. row[1] .. (" "):rep(left - length) .. "  " .. lines[1]
    if length > left then first = "  " .. row[1] .. "\n" .. (" "):rep(left + 4) .. lines[1] end
    out[#out + 1] = first
    for i = 2, #lines do out[#out + 1] = (" "):rep(left + 4) .. lines[i] end
  end
  return table.concat(out, "\n")
end

local function option_row(option)
  local left = option.short and option.short .. ", " .. option[1] or option[1]
  if option[2] then left = left .. " " .. option[2] end
  local right = option[3]
  if option.choices then right = right .. ": " .. table.concat(option.choices, ", ") end
  return { left, right }
end

--- The help of one command.
---@param command table
---@return string
function options.help(command)
  local rows = {}
  for _, option in ipairs(command.options or {}) do
    if not option.hidden then rows[#rows + 1] = option_row(option) end
  end
  rows[#rows + 1] = option_row(HELP)
  local parts = { "usage: assay " .. command.usage, "", table.concat(wrap(command.summary, WIDTH), "\n"), "" }
  for paragraph in (command.details or ""):gmatch "[^\n]+" do
    parts[#parts + 1] = table.concat(wrap(paragraph, WIDTH), "\n")
    parts[#parts + 1] = ""
  end
  for _, list in ipairs(command.lists or {}) do
    parts[#parts + 1] = list.title .. ":"
    parts[#parts + 1] = options.columns(list)
    parts[#parts + 1] = ""
  end
  parts[#parts + 1] = "options:"
  parts[#parts + 1] = options.columns(rows)
  return table.concat(parts, "\n") .. "\n"
end

return options
