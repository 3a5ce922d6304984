--- brat's standoff format: a text and an annotation file per article, and the types in annotation.conf. Offsets are
--- code points of the text as it is, carriage returns included. A span has no line break in it: it is cut there.

local annotations = require "assay.exchange.annotations"
local archive = require "assay.exchange.archive"
local line = require "assay.exchange.line"

local format = {
	name = "brat", unit = "characters", statements = true, texts = true, binary = true,
	summary = "statements and quotations for brat, as a tar archive",
}

local TYPES = { statement = "Statement", quotation = "Quotation", source = "Source", cue = "Cue" }
local LINKS = { source = "SaidBy", cue = "CuedBy" }

local CONFIGURATION = [[
[entities]
Statement
Quotation
Source
Cue
[relations]
SaidBy	Arg1:Quotation, Arg2:Source
CuedBy	Arg1:Quotation, Arg2:Cue
[events]
[attributes]
Agreement	Arg:Statement, Value:yes|no
Conditional	Arg:Statement
Form	Arg:Quotation, Value:direct|indirect|mixed|scare
Anonymous	Arg:Source
]]

local function fragments(text, item)
	local list = {}
	for _, part in ipairs(item.parts or { { item.start, item["end"] } }) do
		for _, piece in ipairs(line.pieces(text, part[1], part[2])) do list[#list + 1] = piece end
	end
	return list
end

local function attributes(item)
	local fields, list = item.fields, {}
	if item.kind == "statement" then list[1] = { "Agreement", fields.agreement and "yes" or "no" } end
	if fields.conditional then list[#list + 1] = { "Conditional" } end
	if fields.form then list[#list + 1] = { "Form", fields.form } end
	if fields.anonymous then list[#list + 1] = { "Anonymous" } end
	return list
end

--- Fields that are no attributes, as the annotator's note.
local function note(item)
	local list = {}
	for _, field in ipairs(annotations.FIELDS[item.kind]) do
		local value = item.fields[field[1]]
		if value ~= nil and field[2] ~= "boolean" and field[1] ~= "form" then
			list[#list + 1] = ("%s: %s"):format(field[1], field[2] == "number" and ("%.6g"):format(value) or value)
		end
	end
	return #list > 0 and line.one(table.concat(list, "; ")) or nil
end

local Writer = {}
Writer.__index = Writer

--- A line with the next number of its letter: T a span, A an attribute, R a relation, # a note.
function Writer:put(letter, ...)
	self.numbers[letter] = (self.numbers[letter] or 0) + 1
	local id = letter .. self.numbers[letter]
	self.lines[#self.lines + 1] = table.concat({ id, ... }, "\t") .. "\n"
	return id
end

function Writer:span(item, pieces)
	local places, words = {}, {}
	for i, piece in ipairs(pieces) do
		places[i] = self.places[piece[1]] .. " " .. self.places[piece[2]]
		words[i] = self.text:sub(piece[1] + 1, piece[2])
	end
	return self:put("T", TYPES[item.kind] .. " " .. table.concat(places, ";"), table.concat(words, " "))
end

function Writer:annotation(item, pieces, names)
	local name = self:span(item, pieces)
	for _, attribute in ipairs(attributes(item)) do
		self:put("A", table.concat({ attribute[1], name, attribute[2] }, " "))
	end
	if names[item.of] then self:put("R", ("%s Arg1:%s Arg2:%s"):format(LINKS[item.kind], names[item.of], name)) end
	local words = note(item)
	if words then self:put("#", "AnnotatorNotes " .. name, words) end
	return name
end

local function standoff(article, list)
	local pieces, ends, names = {}, {}, {}
	for i, item in ipairs(list) do
		pieces[i] = fragments(article.text, item)
		for _, piece in ipairs(pieces[i]) do ends[#ends + 1], ends[#ends + 2] = piece[1], piece[2] end
	end
	local writer = setmetatable({
		lines = {}, numbers = {}, text = article.text, places = annotations.places(article, list, format.unit, ends),
	}, Writer)
	for i, item in ipairs(list) do
		names[i] = #pieces[i] > 0 and writer:annotation(item, pieces[i], names) or false
	end
	return table.concat(writer.lines)
end

function format.write(out, data)
	local lists = annotations.of(data)
	archive.add(out, "annotation.conf", ("# Offsets: Unicode code points, 0-based and half-open.\n# %s\n# %s\n%s")
		:format(line.one(data.made_by), line.one(data.caveat), CONFIGURATION))
	for i, article in ipairs(data.documents) do
		local name = archive.name(article.id)
		archive.add(out, name .. ".txt", article.text)
		archive.add(out, name .. ".ann", standoff(article, lists[i]))
	end
	archive.finish(out)
end

return format
