local ORDER = { "v", "fine", "versions", "engine", "lua", "lpeg", "sqlite", "walls", "limits", "privileges", "landlock",
  "seccomp", "off", "leak", "project", "damage" }

--- What a worker says of the walls around it.
local function ask()
  local failure, host, json = require "assay.failure", require "assay.host", require "assay.core".json
  local process = failure.check(host.spawn())
  failure.check(process:send("W", "", 10000))
  host.wait({ process }, -1)
  local state, kind, payload = process:take()
  local ending = process:stop()
  if state ~= "answered" or kind ~= "D" then failure.raise("bug", "the worker did not answer: %s", ending) end
  return failure.check(json.decode(payload))
end

local function text_of(told)
  local printable = require "assay.cli".printable
  local walls, version = told.walls, told.versions
  local function wall(up, name, what) return ("  %-4s %-13s %s\n"):format(up and "up" or "NO", name, what) end
  local landlock = walls.landlock > 0 and ("Landlock, version %d: no file, no TCP"):format(walls.landlock)
    or "Landlock: this kernel has none"
  return ("assay %s, Lua %s, LPeg %s, SQLite %s\n"):format(version.engine, version.lua, version.lpeg, version.sqlite)
    .. "Inside a worker, a pack's code runs in a Lua state of its own with bounded steps, memory and time.\n"
    .. "Walls around a worker:" .. (walls.off and " off, " .. walls.off or "") .. "\n"
    .. wall(walls.limits, "limits", "no file, no process, no core dump, bounded address space")
    .. wall(walls.privileges, "privileges", "no new privileges, closed to other processes")
    .. wall(walls.landlock > 0, "files", landlock)
    .. wall(walls.seccomp, "system calls", walls.seccomp and "only those of reading, writing and memory"
      or "no filter: built without libseccomp, or the kernel refuses it")
    .. (walls.leak and ("A worker could go on to: %s\n"):format(walls.leak)
      or "A worker tried to open a file and a socket and to start a process: all refused.\n")
    .. (told.project and ("Project file: %s\n"):format(printable(told.damage or "whole")) or "")
end

local function run(args)
  local told = { v = 1, versions = require "assay.cli".versions(), walls = ask() }
  if args.db then
    local project <close> = require "assay.project".open(args.db, false, true)
    told.project, told.damage = args.db, project:damage()
  end
  told.fine = not told.walls.leak and not told.damage
  if args.format == "json" then
    io.stdout:write(require "assay.core".json.encode(told, { order = ORDER }), "\n")
  else
    io.stdout:write(text_of(told))
  end
  return told.fine and 0 or require "assay.failure".exit.check_failed
end

return {
  name = "doctor",
  usage = "doctor [--db FILE] [options]",
  summary = "Tell which walls this machine has for packs; check a project.",
  details = "Ends with 1 when a worker can open a file or a socket or start a process, or when the project file of "
    .. "--db is damaged: every page, reference, digest and offset of it is checked.",
  options = { require "assay.task".options.db, require "assay.task".options.format },
  operands = { max = 0 },
  run = run,
}
