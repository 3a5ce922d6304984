local task = require "assay.task"

local option = task.options
local LAYERS = { "sentences", "tokens", "mentions", "quotes", "context", "clauses", "numbers" }

local function layers_of(words)
  local failure, nearest = require "assay.failure", require "assay.nearest"
  local known, list = {}, {}
  for _, layer in ipairs(LAYERS) do known[layer] = true end
  for word in (words .. ","):gmatch "([^,]*)," do
    if not known[word] then
      local near = nearest(word, LAYERS)
      failure.raise("usage", "show: unknown layer '%s'%s (one of %s)", word,
        near and (", did you mean %s?"):format(near) or "", table.concat(LAYERS, ", "))
    end
    list[#list + 1] = word
  end
  return list
end

local function run(args)
  local tally = require "assay.tally"
  if not args.layer then require "assay.failure".raise("usage", "show: needs --layer LAYER[,LAYER…]") end
  local layers, count = layers_of(args.layer), tally.new()
  local reader = task.reader(args, 1)
  local out <close> = require "assay.output".open(args.output)
  local pool <close> = task.pool(args, task.rules(args.pack), layers)
  for item, answer in pool:run(reader) do
    if answer.result then
      count:add()
      out:write(answer.result)
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
  summary = "Print how the engine reads a text, as JSON Lines.",
  details = "Layers: " .. table.concat(LAYERS, ", ") .. ". One object per line; start and end are bytes of the "
    .. "article's text, 0-based and half-open.",
  options = {
    { "--layer", "LAYER[,…]", "what to show" },
    { "--pack", "NAME", "rule pack or script whose lexicon is added to the language pack" },
    option.output, option.jobs, option.meta, option.max_rejects, option.deadline, option.memory, option.max_bytes,
  },
  operands = { min = 1 },
  run = run,
}
