-- Patterns with the English pack on a small text; matches lie in one sentence, captures in their match.
local analysis = require "assay.analysis"
local pattern = require "assay.pattern"

local session = assert(analysis.open {})
local article = assert(session:article("About 200 crew have not left the harbour, Oslo said. “We wait,” she added."))
local sentences = {}
for sentence in article:sentences() do
	local first, last
	for token in sentence:tokens() do
		first, last = first or token:index(), token:index()
	end
	sentences[#sentences + 1] = { first, last }
end

return function(source)
	local compiled, message, column = pattern.compile(session.analyzer, source)
	if not compiled then
		assert(type(message) == "string" and math.type(column) == "integer")
		assert(column >= 1 and column <= #source + 1, "a column outside the pattern")
		return
	end
	for _, match in ipairs(pattern.find(compiled, article)) do
		local range = sentences[match.sentence]
		assert(range[1] <= match.first and match.last <= range[2], "a match outside its sentence")
		for _, capture in pairs(match.captures) do
			assert(range[1] <= capture[1] and capture[2] <= range[2], "a capture outside its sentence")
		end
	end
end
