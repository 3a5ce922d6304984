--- Concordance: each match of a token pattern in its line, keyword in context.

local json = require "assay.core".json
local pattern = require "assay.pattern"

local kwic = {}

kwic.WORDS = 8 -- of context on each side, where nothing else is said

--- What lines can be sorted by: the match itself, and the first or second word beside it.
kwic.KEYS = { "match", "left1", "left2", "right1", "right2", "article" }

local Finder = {}
Finder.__index = Finder

--- Token range of the context: `left` and `right` words, or sentences around the match's.
function Finder:window(article, sentences, match)
	local options = self.options
	if options.sentences then
		local from = sentences[math.max(1, match.sentence - options.sentences + 1)]
		local to = sentences[math.min(#sentences, match.sentence + options.sentences - 1)]
		local first = article:tokens_in(from.start + 1, from["end"])
		local _, last = article:tokens_in(to.start + 1, to["end"])
		return first, last
	end
	local words = options.words or kwic.WORDS
	local left, right = options.left or words, options.right or words
	local first, last = article:tokens_in(1, #article:text())
	return math.max(first, match.first - left), math.min(last, match.last + right)
end

--- The line of a match.
---@return table { article, n, start, end, left, match, right }: bytes are 0-based and half-open
function Finder:line(article, sentences, match)
	local first, last = self:window(article, sentences, match)
	local from, to = article:bytes(match.first, match.last)
	local begin = article:bytes(first, first)
	local _, stop = article:bytes(last, last)
	local text = article:text()
	return {
		article = article:meta().id, n = match.sentence, start = from - 1, ["end"] = to, left = text:sub(begin, from - 1),
		match = text:sub(from, to), right = text:sub(to + 1, stop),
	}
end

--- The lines of an article, in the order of its text.
---@param article userdata read with the finder's analyzer
---@return table list
function Finder:lines(article)
	local matches = pattern.find(self.compiled, article)
	local sentences, lines = #matches > 0 and article:records "sentences" or {}, json.array {}
	for i, match in ipairs(matches) do lines[i] = self:line(article, sentences, match) end
	return lines
end

--- A search for a pattern.
---@param session table of assay.analysis: its lexicons and macros can be named
---@param source string token pattern
---@param options table? { words = 8, left, right = words of context; sentences = 1: whole sentences instead, 2: one
---  more on each side, … }
---@return table? finder with :lines(article), or nil, message, column (byte of the pattern, 1-based)
function kwic.finder(session, source, options)
	local compiled, message, column = pattern.compile(session.analyzer, source, session.macros)
	if not compiled then return nil, message, column end
	return setmetatable({ compiled = compiled, options = options or {} }, Finder)
end

local function word(text, n)
	local words = {}
	for piece in text:lower():gmatch "%S+" do words[#words + 1] = piece end
	return words[n < 0 and #words + 1 + n or n] or ""
end

local KEY = {
	match = function(line) return line.match:lower() end,
	left1 = function(line) return word(line.left, -1) end,
	left2 = function(line) return word(line.left, -2) end,
	right1 = function(line) return word(line.right, 1) end,
	right2 = function(line) return word(line.right, 2) end,
	article = function(line) return line.article or "" end,
}

--- Sorts lines; those that are alike stay as they are.
---@param lines table
---@param keys string[] of kwic.KEYS, the first counts most
function kwic.sort(lines, keys)
	local rows = {}
	for i, line in ipairs(lines) do
		rows[i] = { line = line, at = i }
		for k, key in ipairs(keys) do rows[i][k] = KEY[key](line) end
	end
	table.sort(rows, function(a, b)
		for k = 1, #keys do
			if a[k] ~= b[k] then return a[k] < b[k] end
		end
		return a.at < b.at
	end)
	for i, row in ipairs(rows) do lines[i] = row.line end
	return lines
end

return kwic
