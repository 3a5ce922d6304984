local failure = require "assay.failure"

--- A session looks at a project; it makes none.
local function open_project(assay, path)
	require "assay.file".check(path, require "assay.host".look(path))
	return failure.check(assay.open(path))
end

local function names_of(args)
	local assay = require "assay"
	return { assay = assay, project = args.db and open_project(assay, args.db) or nil }
end

local SCRIPT_LIMIT = 1 << 24 -- bytes

local function run(args)
	local host = require "assay.host"
	local interactive = not args.e and not args[1] and not args.batch and host.isatty(0) and host.isatty(1)
	local session = require "assay.repl.session".new(names_of(args), { interactive = interactive })
	session.project = args.db
	if args.pack then session.work:use(args.pack) end
	if args.e then return session:run_code(args.e) end
	if args[1] then return session:run_code(require "assay.file".read(args[1], SCRIPT_LIMIT), args[1]) end
	if interactive then return require "assay.repl".talk(session, args) end
	return session:run_lines(io.stdin:lines(), args.echo)
end

return {
	name = "repl",
	usage = "repl [SCRIPT] [--db FILE] [--pack PACK] [-e CODE]",
	summary = "Talk to the engine in Lua.",
	details = "The library is there as assay, with tools to read, try, explain and judge (.help lists them; name? tells "
		.. "about one). What an expression gives is shown and kept as _, _1, _2, …. When standard input is no terminal its "
		.. "lines are run without prompts, up to the first mistake, which ends the session with 1; SCRIPT is an ordinary "
		.. "Lua script that is run so. ^C stops what runs, ^D leaves.",
	options = {
		{ "--db", "FILE", "open the project; it is there as project" },
		{ "--pack", "PACK", "take up the rule pack or script; it is there as pack" },
		{ "-e", "CODE", "run this instead of reading standard input" },
		{ "--batch", false, "no prompts, no colour, even on a terminal" },
		{ "--echo", false, "write the lines of standard input as well, as in a transcript" },
		{ "--no-rc", false, "without the start-up file ($XDG_CONFIG_HOME/assay/replrc.lua)" },
	},
	operands = { max = 1 },
	run = run,
}
