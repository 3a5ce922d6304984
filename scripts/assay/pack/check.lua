--- What a pack must hold before it is shared.

local bump = require "assay.pack.bump"
local examples = require "assay.examples"
local failure = require "assay.failure"
local find = require "assay.pack.find"
local host = require "assay.host"
local proof = require "assay.pack.proof"
local source = require "assay.pack.source"
local store = require "assay.pack.store"
local tree = require "assay.pack.tree"
local version = require "assay.pack.version"

local check = {}

local Report = {}
Report.__index = Report

function Report:add(what, fine, format, ...)
	self.failed = self.failed or not fine
	self[#self + 1] = { what = what, fine = fine, words = format:format(...) }
end

local function missing_files(files)
	local list = {}
	for _, name in ipairs { "README.md", "LICENSE", "CHANGES.md" } do
		if not tree.file(files, name) then list[#list + 1] = name end
	end
	return list
end

local function check_form(report, files, read)
	local missing = missing_files(files)
	for _, key in ipairs { "summary", "license" } do
		if not read[key] then missing[#missing + 1] = key .. " in pack.lua" end
	end
	if #missing > 0 then return report:add("form", false, "%s is missing", table.concat(missing, ", ")) end
	local changes = tree.file(files, "CHANGES.md")
	if not changes:find(read.version, 1, true) then
		return report:add("form", false, "CHANGES.md says nothing of %s", read.version)
	end
	report:add("form", true, "%d files, sha256 %s", #files, tree.hash(files))
end

local function check_lint(report, told, gates)
	local count = { error = 0, warning = 0 }
	for _, finding in ipairs(told.findings) do
		count[finding.severity] = count[finding.severity] + 1
		if finding.severity == "error" or gates.lint == "warning" then
			report:add("lint", false, "%s:%d: [%s] %s: %s", finding.file, finding.line, finding.code, finding.subject,
				finding.message)
		end
	end
	report:add("lint", count.error == 0 and (gates.lint ~= "warning" or count.warning == 0), "%d errors, %d warnings",
		count.error, count.warning)
end

local function check_examples(report, told)
	local count = examples.count(told.examples)
	for _, result in ipairs(told.examples) do
		if not result.passed and not result.kind:find "^todo" then
			report:add("examples", false, "%s, %s: %s", result.rule, result.kind, result.text)
		end
	end
	report:add("examples", count.failed == 0, "%d passed, %d failed", count.passed, count.failed)
end

local function check_specs(report, told, is_question)
	local failed = 0
	for _, spec in ipairs(told.specs) do
		for _, problem in ipairs(spec.problems) do
			report:add("specs", false, "%s: “%s”: %s", spec.file, spec.name, problem)
		end
		failed = failed + (#spec.problems > 0 and 1 or 0)
	end
	if is_question and #told.specs == 0 then return report:add("specs", false, "there are none (spec/*.lua)") end
	report:add("specs", failed == 0, "%d passed, %d failed", #told.specs - failed, failed)
end

local function check_gold(report, told, gates)
	if not told.gold then
		return report:add("gold", false, "there is none (gold/articles.jsonl, gold/stances.jsonl)")
	elseif not gates.accuracy then
		return report:add("gold", false, "pack.lua has no gate for it: gates = { accuracy = … }")
	end
	local accuracy = told.gold.accuracy.estimate or 0
	report:add("gold", accuracy >= gates.accuracy, "accuracy %.3f of %d pairs, the gate is %.3f", accuracy,
		told.gold.pairs, gates.accuracy)
end

--- The version before: its files, and a folder that it can run in.
local function version_before(name, against)
	if not against then
		local record = store.record(name)
		return record and store.folder(record.sha256)
	end
	if not host.entry(against) and not require "assay.pack.git".parts(against) then return (find.folder(against)) end
	local files = source.read(against)
	return nil, files
end

local function description_of(told)
	local made = told.description
	return {
		question = made.question, rules = made.rules, claims = made.claims, actors = made.actors, labels = told.labels,
	}
end

--- The pairs of the gold of the version before, as one version of the pack says them.
local function gold_pairs(folder, gold_files, where)
	return proof.gold_pairs({ pack = folder, where = find.needed(folder) }, gold_files, where)
end

local function compare(report, now, before)
	local reasons = bump.reasons(description_of(before.told), description_of(now.told))
	local old = gold_pairs(before.folder, before.files, "the version before")
	if old then bump.compare_gold(old, gold_pairs(now.folder, before.files, now.where), reasons) end
	local least, level = bump.least(before.read.version, reasons)
	local fine = version.compare(version.read(now.read.version), version.read(least)) >= 0
	for _, reason in ipairs(fine and {} or reasons) do report:add("version", false, "%s", reason[2]) end
	report:add("version", fine, "%s after %s%s", now.read.version, before.read.version,
		fine and "" or (": the change is %s and needs %s or more"):format(level, least))
end

--- Runs `use` with the folder of the files; one that is made for them is removed afterwards.
local function in_folder(files, use)
	local disk = require "assay.pack.disk"
	local folder = failure.check(host.make_folder_beside((os.getenv "TMPDIR" or "/tmp") .. "/assay-pack"))
	disk.write(folder, files)
	local fine, problem = pcall(use, folder)
	disk.remove(folder)
	if not fine then error(problem, 0) end
end

local function check_version(report, now, against)
	local folder, files = version_before(now.read.name, against)
	if not folder and not files then return report:add("version", true, "%s, none before it is here", now.read.version) end
	files = files or tree.read(folder)
	if tree.hash(files) == tree.hash(now.files) then
		return report:add("version", true, "%s, the same files as before", now.read.version)
	end
	local function use(place)
		local before = { folder = place, files = files, read = source.manifest(files, "the version before") }
		before.told = proof.show({ pack = place, where = find.needed(place) })
		compare(report, now, before)
	end
	if folder then use(folder) else in_folder(files, use) end
end

--- Checks a pack. Raises a failure when it cannot be loaded.
---@param folder string
---@param against string? the version before
---@return table lines list of { what, fine, words }
---@return boolean? failed
function check.run(folder, against)
	local files = tree.read(folder)
	local read = source.manifest(files, folder)
	local gates, is_question = read.gates or {}, read.kind ~= "language"
	local report = setmetatable({}, Report)
	check_form(report, files, read)
	local rules = { pack = folder, where = find.needed(folder) }
	local told = proof.run(rules, files, folder)
	check_lint(report, told, gates)
	check_examples(report, told)
	check_specs(report, told, is_question)
	if is_question then check_gold(report, told, gates) end
	check_version(report, { folder = folder, files = files, read = read, told = told, where = folder }, against)
	return report, report.failed
end

return check
