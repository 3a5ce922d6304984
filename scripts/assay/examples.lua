--- The examples that stand in the rules, as tests: `yes` and `no`, and `todo_yes` and `todo_no`, which are not met yet.
--- An example is a text, or { text, holder = name, sign = 1 | -1 }.

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
---@return table results list of { rule, kind, text, holder?, sign?, found = { { holder, sign, text }, … }, passed }
function examples.run(session, id)
	local results = {}
	for _, entry in ipairs(session.rules) do
		local given = (not id or entry.item.id == id) and entry.item.examples or {}
		for _, kind in ipairs(examples.KINDS) do
			for _, example in ipairs(given[kind] or {}) do
				results[#results + 1] = run_one(session, entry.item.id, kind, example)
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
