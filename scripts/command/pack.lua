local failure = require "assay.failure"

local function list()
  local host = require "assay.host"
  local root = host.scripts() .. "/packs"
  for _, name in ipairs(failure.check(host.list(root))) do
    if host.look(root .. "/" .. name) == "folder" then io.stdout:write(name, "\n") end
  end
  return 0
end

local ACTIONS = { list = list }

local function run(args)
  local action = ACTIONS[args[1]]
  if action then return action(args) end
  return failure.raise("usage", "pack: unknown action '%s' (there is list)", args[1])
end

return {
  name = "pack",
  usage = "pack list",
  summary = "List the rule packs that come with the program.",
  operands = { min = 1, max = 1 },
  run = run,
}
