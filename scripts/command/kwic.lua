local task = require "assay.task"

local option = task.options
local FORMATS = { "text", "json", "jsonl", "csv" }
local COLUMNS = { "article", "n", "start", "end", "left", "match", "right" }
local ORDER = { "v", "lines", table.unpack(COLUMNS) }

local RENDER = {}

function RENDER.text(lines)
	local terminal = require "assay.terminal"
	return require "assay.report.concordance".text(lines, terminal.width(1), terminal.colour(1)) .. "\n"
end

function RENDER.json(lines)
	local json = require "assay.core".json
	return json.encode({ v = 1, lines = json.array(lines) }, { order = ORDER }) .. "\n"
end

function RENDER.jsonl(lines)
	local json, list = require "assay.core".json, {}
	for i, line in ipairs(lines) do list[i] = json.encode(line, { order = ORDER }) .. "\n" end
	return table.concat(list)
end

function RENDER.csv(lines)
	return require "assay.report.rows".csv(lines, COLUMNS) .. "\n"
end

local function sort_keys(words)
	local kwic = require "assay.kwic"
	local known, list = {}, {}
	for _, key in ipairs(kwic.KEYS) do known[key] = true end
	for word in (words .. ","):gmatch "([^,]*)," do
		if not known[word] then
			require "assay.failure".raise("usage", "kwic: unknown sort key '%s'%s (one of %s)", word,
				require "assay.meant"(word, kwic.KEYS), table.concat(kwic.KEYS, ", "))
		end
		list[#list + 1] = word
	end
	return list
end

--- The pattern is checked before anything is read.
local function checked(args, settings)
	local failure = require "assay.failure"
	local told = task.ask(args, args.pack, "concordance", settings)
	if not told.message then return end
	failure.raise("usage", "kwic: %s", require "assay.place".open("pattern", args[1]):describe(told.column, told.message))
end

local function run(args)
	local tally = require "assay.tally"
	local settings = { pattern = args[1], words = args.words, left = args.left, right = args.right,
		sentences = args.sentences }
	local keys = args.sort and sort_keys(args.sort)
	checked(args, settings)
	local count, lines = tally.new(), {}
	local reader = task.reader(args, 2)
	local out <close> = require "assay.output".open(args.output)
	local pool <close> = task.pool(args, task.rules(args, args.pack), nil, settings)
	for item, answer in pool:run(reader) do
		if answer.result then
			count:add()
			table.move(answer.result, 1, #answer.result, #lines + 1, lines)
		else
			count:reject(item.input, answer.reason, item.code)
		end
	end
	if keys then require "assay.kwic".sort(lines, keys) end
	if count.read > 0 then
		out:write(RENDER[args.format or "text"](lines))
		out:finish()
	end
	if #count.rejected > 0 then count:report(reader) end
	return count:exit_code(tally.bound(args.max_rejects))
end

return {
	name = "kwic",
	usage = "kwic PATTERN INPUT… [options]",
	summary = "List the matches of a token pattern, each in its context.",
	details = "PATTERN is a token pattern (docs/rules.md); plain words are one. Bytes are 0-based and half-open. Sort "
		.. "keys: " .. table.concat(require "assay.kwic".KEYS, ", ")
		.. "; left1 is the word before the match, right1 the one behind it.",
	options = {
		{ "--words", "N", "words of context on each side (8)", kind = "integer", min = 0 },
		{ "--left", "N", "words before the match", kind = "integer", min = 0 },
		{ "--right", "N", "words behind the match", kind = "integer", min = 0 },
		{ "--sentences", "N", "whole sentences instead: 1 the match's own, 2 one more on each side, …", kind = "integer",
			min = 1 },
		{ "--sort", "KEY[,…]", "sort the lines" },
		{ "--format", "FORMAT", "text by default", choices = FORMATS },
		{ "--pack", "PACK", "rule pack or script whose lexicons and macros the pattern may name" },
		option.output, option.jobs, option.meta, option.max_rejects, option.deadline, option.memory, option.max_bytes,
		option.newline,
	},
	operands = { min = 2 },
	run = run,
}
