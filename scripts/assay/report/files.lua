--- What the verbs `run` and `report` write: a report in one of its formats, the folder beside a split one, the tables.

local failure = require "assay.failure"

local files = {}

--- Options of the verbs that write reports.
files.options = {
  color = { "--color", "WHEN", "colour of format text", choices = { "auto", "always", "never" } },
  ascii = { "--ascii", false, "charts of format text in ASCII" },
  csv = { "--csv", "FOLDER", "write the tables behind the charts there, as CSV" },
}

local function write_file(path, bytes)
  local out <close> = require "assay.output".open(path)
  out:write(bytes)
  out:finish()
end

local function make_folder(path)
  local fine, reason = require "assay.host".make_folder(path)
  if not fine then failure.raise("io", "cannot make %s", reason) end
end

--- A word as a shell reads it back.
local function quoted(word)
  if word:find "^[%w%-%._/=:,@%%+]+$" then return word end
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

-- Options that change what is found, in the order in which the command names them.
local KEPT = { "trust", "db", "meta", "overrides", "max_bytes", "newline", "metonyms", "deadline", "memory" }
-- A command names this many inputs.
local MOST_INPUTS = 20

--- The command that makes a result again.
---@param args table of run: the pack, then the inputs, unless a project has them
---@return string
function files.command(args)
  local words = { "assay", "run", quoted(args[1]) }
  local last = args.db and 1 or #args
  for index = 2, math.min(last, MOST_INPUTS + 1) do words[#words + 1] = quoted(args[index]) end
  if last > MOST_INPUTS + 1 then words[#words + 1] = ("… (%d further inputs)"):format(last - MOST_INPUTS - 1) end
  for _, key in ipairs(KEPT) do
    local value = args[key]
    if value then words[#words + 1] = "--" .. key:gsub("_", "-") end
    if value and value ~= true then words[#words + 1] = quoted(tostring(value)) end
  end
  return table.concat(words, " ")
end

local RENDER = {}

function RENDER.text(object, texts, args)
  local terminal = require "assay.terminal"
  local to_stdout = not args.output or args.output == "-"
  return require "assay.report".text.render(object, texts, {
    width = to_stdout and terminal.width(1) or 80, ascii = args.ascii,
    colour = to_stdout and terminal.colour(1, args.color) or args.color == "always",
  })
end

function RENDER.md(object, texts, _, command)
  return require "assay.report".markdown.render(object, texts, { command = command })
end

--- To standard output it is one file, whatever its size. The folder is complete before the report is.
function RENDER.html(object, texts, args, command)
  local html = require "assay.report".html
  if not args.output or args.output == "-" then return html.render(object, texts, { command = command }) end
  local stem, name = args.output:gsub("%.html?$", "") .. "-pages", args.output:match "[^/]*$"
  local list, main = html.files(object, texts, { command = command, name = name, folder = stem:match "[^/]*$" })
  if #list > 0 then make_folder(stem) end
  for _, file in ipairs(list) do write_file(stem .. "/" .. file.name, file.bytes) end
  return main
end

--- The formats that this module renders.
files.formats = { "text", "html", "md" }

--- The bytes of a report. For html with --output, the folder beside it is written when it needs one.
---@param object table the object of a run
---@param texts table<string, {text: string, sentences: table[]}>
---@param args table options of the verb: format, output, color, ascii
---@param command string|nil that made the object
---@return string|nil bytes nil where the format is not one of files.formats
function files.render(object, texts, args, command)
  local render = RENDER[args.format]
  return render and render(object, texts, args, command)
end

--- Writes every table behind the charts as CSV into a folder, which is made when it is not there.
---@param object table
---@param texts table
---@param folder string
function files.write_tables(object, texts, folder)
  local tables = require "assay.report".tables
  local source = tables.source(object, texts)
  make_folder(folder)
  for _, entry in ipairs(tables.list) do
    write_file(folder .. "/" .. entry[1] .. ".csv", tables.csv(tables.make(source, entry[1])))
  end
end

return files
