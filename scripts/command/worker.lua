local function run()
  local _, message = require "assay.worker".serve()
  return require "assay.failure".raise("usage", "%s", message)
end

return {
  name = "worker",
  usage = "worker",
  summary = "Serve the program's own jobs; started by the other verbs, never by hand.",
  hidden = true,
  operands = { max = 0 },
  run = run,
}
