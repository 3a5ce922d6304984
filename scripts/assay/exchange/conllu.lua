--- CoNLL-U: the sentences and tokens of articles, without a run. Forms, SpacesAfter and SpacesBefore together are the
--- text byte for byte. What the engine does not know is `_`; a stem is no lemma and stands in MISC.

local failure = require "assay.failure"
local json = require "assay.core".json
local line = require "assay.exchange.line"

local format = {
	name = "conllu", unit = "characters", articles = { "text", "sentences", "tokens" },
	summary = "sentences and tokens as CoNLL-U, of articles",
}

-- UDPipe's escapes of spaces; what else is not plain ASCII between tokens is \u{HEX}.
local ESCAPES = { [" "] = "\\s", ["\t"] = "\\t", ["\r"] = "\\r", ["\n"] = "\\n", ["|"] = "\\p", ["\\"] = "\\\\" }

local function escape(spaces)
	return (spaces:gsub(utf8.charpattern, function(char)
		return ESCAPES[char] or char:find "[%c\x80-\xFF]" and ("\\u{%X}"):format(utf8.codepoint(char)) or nil
	end))
end

--- The spaces behind a token as an entry of MISC; of a single one there is none.
local function spaces_after(spaces)
	if spaces == " " then return "" end
	return spaces == "" and "SpaceAfter=No|" or "SpacesAfter=" .. escape(spaces) .. "|"
end

local function stem_of(token)
	local stem = token.stem
	return stem:find "[%c |\\\xC2\xE2]" and line.one(stem):gsub("[ |\\]", ESCAPES) or stem
end

--- Gives the records of the workers' lines, one by one.
local function records(lines)
	local at = 1
	return function()
		if at > #lines then return nil end
		local stop = lines:find("\n", at, true) or #lines + 1
		local record, message = json.decode(lines:sub(at, stop - 1))
		if type(record) ~= "table" then failure.raise("bug", "export: a worker's answer: %s", message or "no object") end
		at = stop + 1
		return record
	end
end

--- Characters before a byte offset; offsets have to come in their order.
local function counter(text)
	local at, count = 0, 0
	return function(byte)
		count, at = count + (byte > at and utf8.len(text, at + 1, byte) or 0), math.max(at, byte)
		return count
	end
end

local Writer = {}
Writer.__index = Writer

--- The token that is next, with the spaces behind it; moves on.
function Writer:take()
	local token = self.token
	self.token = self.next_record()
	local stop = self.token and self.token.start or #self.text
	return token, self.text:sub(token.start + 1, token["end"]), self.text:sub(token["end"] + 1, stop)
end

function Writer:row(number, token, form, spaces)
	local before = self.before and "SpacesBefore=" .. escape(self.before) .. "|" or ""
	self.before = nil
	return ("%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s%sstart_char=%d|end_char=%d|Stem=%s\n"):format(number, form, before,
		spaces_after(spaces), self.count(token.start), self.count(token["end"]),
		stem_of(token))
end

function Writer:comment(name, value)
	if value then self.out:write("# ", name, " = ", line.one(tostring(value)), "\n") end
end

function Writer:heading(sentence)
	if not self.paragraph then
		local article = self.article
		self:comment("newdoc id", article.id)
		for _, name in ipairs { "title", "outlet", "published" } do self:comment(name, article.meta[name]) end
		self:comment("offsets", "Unicode code points")
	end
	if self.paragraph ~= sentence.paragraph then self.out:write "# newpar\n" end
	self.paragraph = sentence.paragraph
	self:comment("sent_id", ("%s-%d"):format(self.id, sentence.n))
	self:comment("kind", sentence.kind)
end

function Writer:sentence(sentence)
	local rows, words, spaces = {}, {}, nil
	while self.token and self.token.start < sentence["end"] do
		local token, form
		if spaces then words[#words + 1] = spaces == "" and "" or " " end
		token, form, spaces = self:take()
		words[#words + 1], rows[#rows + 1] = form, self:row(#rows + 1, token, form, spaces)
	end
	if #rows == 0 then return end
	self:heading(sentence)
	self.out:write("# text = ", table.concat(words), "\n", table.concat(rows), "\n")
end

--- An id without what a sentence's must not have: spaces, slashes, percent signs.
local function sentence_id(id)
	return (line.one(id):gsub("[%s%%/]", function(char) return ("%%%02X"):format(char:byte()) end))
end

--- Writes an article.
---@param out table an output
---@param article table { id, text, meta }, the text as it was given
---@param lines string what the workers answer for the layers of format.articles
function format.article(out, article, lines)
	local text, sentences, next_record = article.text, {}, records(lines)
	local record = next_record()
	while record and record.layer ~= "tokens" do
		if record.layer == "text" then text = record.text else sentences[#sentences + 1] = record end
		record = next_record()
	end
	local writer = setmetatable({
		out = out, article = article, text = text, token = record, next_record = next_record, count = counter(text),
		id = sentence_id(article.id), before = record and record.start > 0 and text:sub(1, record.start) or nil,
	}, Writer)
	for _, sentence in ipairs(sentences) do writer:sentence(sentence) end
end

return format
