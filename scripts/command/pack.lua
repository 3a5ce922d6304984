local actions = {
  "new", "check", "test", "build", "keygen", "sign", "install", "verify", "list", "info", "remove", "lock",
}

local function summaries()
  local rows = { title = "actions (assay help pack ACTION tells more)" }
  for i, name in ipairs(actions) do rows[i] = { name, require("command.pack." .. name).summary } end
  return rows
end

return setmetatable({
  name = "pack",
  actions = actions,
  usage = "pack ACTION …",
  summary = "Make, check, share and install rule packs (docs/packs.md).",
  operands = { max = 0 },
  run = function()
    return require "assay.failure".raise("usage", "pack: needs an action (one of %s)", table.concat(actions, ", "))
  end,
}, { __index = function(_, key) return key == "lists" and { summaries() } or nil end })
