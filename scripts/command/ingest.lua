local task = require "assay.task"

local option = task.options

local function report_each(out)
  local cli = require "assay.cli"
  return function(items)
    for _, item in ipairs(items) do out:write("ingested ", cli.printable(item.id), "\n") end
    out:flush()
  end
end

local function run(args)
  local tally = require "assay.tally"
  if not args.db then require "assay.failure".raise("usage", "ingest: needs --db FILE") end
  local bound, count = tally.bound(args.max_rejects), tally.new()
  local reader = task.reader(args, 1)
  local project <close> = require "assay.project".open(args.db, true)
  local out = require "assay.output".open()
  local progress <close> = require "assay.progress".new("ingested", args.no_progress)
  local added, unchanged = task.ingest(args, project, reader, count, {
    batch = args.batch,
    committed = args.report_each and report_each(out),
    each = function() progress:update(count.read, #count.rejected) end,
  })
  progress:clear()
  count:report(reader)
  out:write(("added %d, unchanged %d, rejected %d\n"):format(added, unchanged, #count.rejected))
  out:flush()
  return count:exit_code(bound)
end

return {
  name = "ingest",
  usage = "ingest --db FILE INPUT… [options]",
  summary = "Add articles to a project file; what it has already stays.",
  details = "One transaction per batch: what a line or the last line reports is on the disk. INPUT as for run.",
  options = {
    option.made_db, option.meta,
    { "--batch", "N", "articles per transaction (256)", kind = "integer", min = 1 },
    { "--report-each", false, "print a line per article once it is safe", short = "-v" },
    option.jobs, option.max_rejects, option.deadline, option.memory, option.max_bytes,
    option.newline, option.no_progress,
  },
  operands = { min = 1 },
  run = run,
}
