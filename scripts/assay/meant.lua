--- ", did you mean X?" behind a name that is not known.

local nearest = require "assay.nearest"

---@param word any
---@param words string[] what is known
---@param mark string? before the word that is meant
---@return string "" when nothing is near
return function(word, words, mark)
	local near = nearest(tostring(word), words)
	return near and (", did you mean %s%s?"):format(mark or "", near) or ""
end
