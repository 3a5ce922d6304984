local task = require "assay.task"

local option = task.options
local LAYERS = { "sentences", "tokens", "mentions", "descriptions", "quotes", "context", "clauses", "numbers",
  "paragraphs" }
local FORMATS = { "json", "text" }
local MARKED = { "mentions", "quotes", "context" } -- what format text marks without --layer

local function layers_of(words)
  local failure, meant = require "assay.failure", require "assay.meant"
  local known, list = {}, {}
  for _, layer in ipairs(LAYERS) do known[layer] = true end
  for word in (words .. ","):gmatch "([^,]*)," do
    if not known[word] then
      failure.raise("usage", "show: unknown layer '%s'%s (one of %s)", word,
        meant(word, LAYERS), table.concat(LAYERS, ", "))
    end
    list[#list + 1] = word
  end
  return list
end

--- The layers that format text asks for: sentences are its lines, and `text` is what their offsets are in.
local function with_sentences(layers)
  local list = { "text", "sentences" }
  for _, layer in ipairs(layers) do
    if layer ~= "sentences" then list[#list + 1] = layer end
  end
  return list
end

--- Writer of JSON Lines: what the workers give.
local function json_writer(out)
  return function(_, lines) out:write(lines) end
end

local function records_of(lines)
  local failure, json = require "assay.failure", require "assay.core".json
  local list, text = {}, nil
  for line in lines:gmatch "[^\n]+" do
    local record, message = json.decode(line)
    if type(record) ~= "table" then failure.raise("bug", "show: a worker's answer: %s", message or "no object") end
    if record.layer == "text" then text = record.text else list[#list + 1] = record end
  end
  return list, text
end

local function text_writer(out, args, layers)
  local reading, terminal = require "assay.report.reading", require "assay.terminal"
  local to_terminal = not args.output or args.output == "-"
  local settings = {
    width = to_terminal and terminal.width(1) or 80,
    colour = to_terminal and terminal.colour(1, args.color) or args.color == "always",
  }
  local before = reading.legend(layers, settings.colour)
  before = before ~= "" and before .. "\n" or before
  return function(item, lines)
    local records, text = records_of(lines)
    out:write(before, reading.render(item.id, text or item.text, records, settings))
    before = "\n"
  end
end

local function run(args)
  local tally = require "assay.tally"
  local as_text = args.format == "text"
  if not args.layer and not as_text then
    require "assay.failure".raise("usage", "show: needs --layer LAYER[,LAYER…] or --format text")
  end
  local layers, count = args.layer and layers_of(args.layer) or MARKED, tally.new()
  local reader = task.reader(args, 1)
  local out <close> = require "assay.output".open(args.output)
  local pool <close> = task.pool(args, task.rules(args, args.pack), as_text and with_sentences(layers) or layers)
  local write = as_text and text_writer(out, args, layers) or json_writer(out)
  for item, answer in pool:run(reader) do
    if answer.result then
      count:add()
      write(item, answer.result)
    else
      count:reject(item.input, answer.reason, item.code)
    end
  end
  if count.read > 0 then out:finish() end
  if #count.rejected > 0 then count:report(reader) end
  return count:exit_code(tally.bound(args.max_rejects))
end

return {
  name = "show",
  usage = "show --layer LAYER[,LAYER…] INPUT… [options]",
  summary = "Print how the engine reads a text, as JSON Lines or for reading.",
  details = "Layers: " .. table.concat(LAYERS, ", ") .. ". One object per line; start and end are bytes of the "
    .. "article's text, 0-based and half-open.\n"
    .. "Format text is a sentence per line, with its number and kind; the layers say what is marked in it ("
    .. table.concat(MARKED, ", ") .. " without --layer). Below a sentence: who says what (>), contexts (~).",
  options = {
    { "--layer", "LAYER[,…]", "what to show" },
    { "--format", "FORMAT", "json by default", choices = FORMATS },
    { "--color", "WHEN", "colour of format text", choices = { "auto", "always", "never" } },
    { "--pack", "PACK", "rule pack or script whose words and actors are added to the language pack" },
    option.metonyms,
    option.output, option.jobs, option.meta, option.max_rejects, option.deadline, option.memory, option.max_bytes,
    option.newline, option.trust,
  },
  operands = { min = 1 },
  run = run,
}
