--- Judgements as tests: an example in the pack's file of examples, with the least text in which the rule finds it.

local json = require "assay.core".json
local rule = require "assay.rule"

local label = {}

local KIND = { wrong = "no", right = "yes" }
local BEFORE = 3 -- sentences before the evidence's own that are tried

local ORDER = { "rule", "kind", "text", "holder", "sign" }

local function article_with(work, record)
	for _, article in ipairs(work:current().articles) do
		for _, stance in ipairs(article.stances) do
			for _, other in ipairs(stance.evidence) do
				if other == record then return work.articles[article.id] end
			end
		end
	end
	error("label: the record is not evidence of the last run", 0)
end

--- Whether the rule finds the same in the text.
local function finds(opened, record, text)
	local reading = opened:read(text, { id = "example" })
	for _, found in ipairs((rule.run(opened.rules, reading))) do
		if found.state == "live" and found.rule == record.rule and found.holder == record.holder
			and found.sign == record.sign and found.text == record.text then
			return true
		end
	end
	return false
end

--- The sentence, with up to BEFORE of those before it, or the whole text.
local function least_text(opened, article, record)
	local sentences, text = article:records "sentences", article:text()
	local last = sentences[record.n]["end"]
	for n = record.n, math.max(1, record.n - BEFORE), -1 do
		local piece = text:sub(sentences[n].start + 1, last)
		if finds(opened, record, piece) then return piece end
	end
	return text
end

--- The file of the pack's examples. What is installed is known by its content hash, so nothing is written there.
local function file_of(work)
	local path = require "assay.examples".path(work.spec) or error("label: no pack has been taken up: use NAME", 0)
	if work.spec.pack and require "assay.pack.store".holds(work.spec.pack) then
		error(("label: %s is installed, and not to be changed: take up its folder"):format(work.names.pack.name), 0)
	end
	return path
end

--- Appends the example.
---@param work table of assay.repl.work
---@param record table evidence of the last run
---@param verdict string "wrong" or "right"
---@return string message where it was written
function label.write(work, record, verdict)
	local kind = KIND[verdict] or error('label: the verdict is "wrong" or "right"', 0)
	if type(record) ~= "table" or not record.rule or not record.n then error("label: takes a record of evidence", 0) end
	local path = file_of(work)
	local example = {
		rule = record.rule, kind = kind, holder = record.holder, sign = record.sign > 0 and 1 or -1,
		text = least_text(work:analysis(), article_with(work, record), record),
	}
	if work.spec.pack then require "assay.host".make_folder(work.spec.pack .. "/spec") end
	local file = assert(io.open(path, "a"))
	assert(file:write(json.encode(example, { order = ORDER }), "\n"))
	assert(file:close())
	return ("%s: a `%s` example for %s, %d bytes"):format(path, kind, record.rule, #example.text)
end

return label
