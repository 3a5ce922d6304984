local actions = {
  "new", "check", "test", "build", "keygen", "sign", "install", "verify", "list", "info", "remove", "lock",
}

--- The summaries of the actions, one a line.
local function summaries()
  local lines = {}
  for i, name in ipairs(actions) do lines[i] = name .. ": " .. require("command.pack." .. name).summary end
  return table.concat(lines, "\n")
end

return setmetatable({
  name = "pack",
  actions = actions,
  usage = "pack ACTION …",
  summary = "Make, check, share and install rule packs (docs/packs.md).",
  operands = { max = 0 },
  run = function()
    return require "assay.failure".raise("usage", "pack: needs an action (there are %s)", table.concat(actions, ", "))
  end,
}, { __index = function(_, key) return key == "details" and summaries() or nil end })
