--- The examples of the rules, as tests: `yes` and `no`, and `todo_yes` and `todo_no`, which are not met yet. In a rule
--- an example is a text, or { text, holder = name, sign = 1 | -1 }. Further ones stand in spec/examples.jsonl of the
--- pack's folder, or beside a script as NAME.examples.jsonl: lines of { rule, kind, text, holder?, sign? }.

local failure = require "assay.failure"
local json = require "assay.core".json
local rule = require "assay.rule"

local examples = {}

examples.KINDS = { "yes", "no", "todo_yes", "todo_no" }

local WANTED = { yes = true, no = false, todo_yes = true, todo_no = false }

--- The parts of an example.
---@return string text
---@return table expected { holder?, sign? }
function examples.parts(example)
	if type(example) == "string" then return example, {} end
	return example[1], { holder = example.holder, sign = example.sign }
end

--- The file of further examples of a pack or script; it need not be there.
---@param rules table { pack = folder } or { script = path }, as of task.rules
---@return string? path nil for the language alone
function examples.path(rules)
	if rules.pack then return rules.pack .. "/spec/examples.jsonl" end
	return rules.script and (rules.script:gsub("%.lua$", "") .. ".examples.jsonl")
end

local LIMIT = 16 << 20 -- bytes

--- What stands in that file, for examples.run in a worker, which opens none itself. Raises a failure.
---@param rules table
---@return table? further { path, text }, nil when there is none
function examples.further(rules)
	local path, host = examples.path(rules), require "assay.host"
	if not path or not host.look(path) then return nil end
	local text, reason = host.read_file(path, LIMIT)
	if not text then failure.raise("io", "%s: %s", path, reason) end
	return { path = path, text = text }
end

local function check_line(object, ids, where)
	if type(object) ~= "table" then failure.raise("bad_pack", "%s: not an example", where) end
	if WANTED[object.kind] == nil then
		failure.raise("bad_pack", "%s: kind is one of %s", where, table.concat(examples.KINDS, ", "))
	end
	if type(object.text) ~= "string" then failure.raise("bad_pack", "%s: no 'text'", where) end
	if not ids[object.rule] then
		failure.raise("bad_pack", "%s: no rule '%s'%s", where, tostring(object.rule),
			require "assay.meant"(object.rule, ids))
	end
end

--- rule → kind → examples of the file.
local function by_rule(session, further)
	local map, ids, number = {}, {}, 0
	if not further then return map end
	for i, entry in ipairs(session.rules) do
		ids[i], ids[entry.item.id] = entry.item.id, true
		map[entry.item.id] = {}
	end
	for line in further.text:gmatch "[^\n]*" do
		number = number + 1
		if line:find "%S" then
			local object, message = json.decode(line)
			if object == nil then failure.raise("bad_pack", "%s:%d: %s", further.path, number, message) end
			check_line(object, ids, ("%s:%d"):format(further.path, number))
			local kinds = map[object.rule]
			kinds[object.kind] = kinds[object.kind] or {}
			table.insert(kinds[object.kind], { object.text, holder = object.holder, sign = object.sign })
		end
	end
	return map
end

--- Live evidence of the rule in the text.
local function evidence_in(session, id, text)
	local reading, message = session:read(text, { id = "example" })
	if not reading then error(message, 0) end
	local list = {}
	for _, record in ipairs((rule.run(session.rules, reading))) do
		if record.rule == id and record.state == "live" then list[#list + 1] = record end
	end
	return list
end

local function is_expected(record, expected)
	if expected.holder and record.holder ~= expected.holder then return false end
	return not expected.sign or (record.sign > 0) == (expected.sign > 0)
end

local function run_one(session, id, kind, example)
	local text, expected = examples.parts(example)
	local found, met = {}, false
	for i, record in ipairs(evidence_in(session, id, text)) do
		found[i] = { holder = record.holder, sign = record.sign, text = record.text }
		met = met or is_expected(record, expected)
	end
	return {
		rule = id, kind = kind, text = text, holder = expected.holder, sign = expected.sign, found = found,
		passed = met == WANTED[kind],
	}
end

--- Runs the examples of all rules, or of one.
---@param session table of assay.analysis
---@param id string? the rule
---@param further table? of examples.further
---@return table results list of { rule, kind, text, holder?, sign?, found = { { holder, sign, text }, … }, passed }
function examples.run(session, id, further)
	local results, more = {}, by_rule(session, further)
	for _, entry in ipairs(session.rules) do
		local wanted = not id or entry.item.id == id
		for _, given in ipairs(wanted and { entry.item.examples or {}, more[entry.item.id] or {} } or {}) do
			for _, kind in ipairs(examples.KINDS) do
				for _, example in ipairs(given[kind] or {}) do
					results[#results + 1] = run_one(session, entry.item.id, kind, example)
				end
			end
		end
	end
	return results
end

--- How many passed, failed, and are still to do or pass already.
function examples.count(results)
	local count = { passed = 0, failed = 0, todo = 0, todo_passing = 0 }
	for _, result in ipairs(results) do
		local todo = result.kind:find "^todo" ~= nil
		if todo then count.todo = count.todo + 1 end
		local key = todo and (result.passed and "todo_passing") or not todo and (result.passed and "passed" or "failed")
		if key then count[key] = count[key] + 1 end
	end
	return count
end

return examples
