--- Text reuse among many texts: which pairs share runs of words, how much, and where. Containment and Jaccard
--- are over sets of five-word runs (method F10). Found through an inverted index (engine/reuse): work grows with the
--- words, not with the pairs of texts.

local native = require "assay.core".reuse

local reuse = {}

reuse.SHINGLE = 5 -- words of the runs that are compared
local LEAST = 3   -- shared runs of a pair that is worth a look: seven words in a row have as many
local REACH = 64  -- texts that one shared run leads to: beyond, a run is everybody's phrase

local Index = {}
Index.__index = Index

--- Compares the texts.
---@param texts string[] in UTF-8
---@return table index :pairs(least?), :spread(number, passage)
function reuse.index(texts)
	local self = setmetatable({ native = native.index(reuse.SHINGLE) }, Index)
	for _, text in ipairs(texts) do self.native:add(text) end
	return self
end

--- The pairs of texts that share at least `least` runs of five words, by their numbers.
---@param least integer? default 3
---@return table list of { a, b (numbers, a < b), shared (runs of both), jaccard [0,1], containment [0,1]: the share of
---  the runs of the text that has fewer }
function Index:pairs(least)
	local list = {}
	for i, pair in ipairs(self.native:pairs(least or LEAST, REACH)) do
		local a, b, shared, size_a, size_b = table.unpack(pair)
		list[i] = {
			a = a, b = b, shared = shared, jaccard = shared / (size_a + size_b - shared),
			containment = shared / math.min(size_a, size_b),
		}
	end
	return list
end

--- In how many of the texts the rarest five-word run of the passage stands; 0 if it has none.
---@param number integer a text that has the passage
---@param passage string
---@return integer
function Index:spread(number, passage) return self.native:spread(number, passage) end

--- The runs of at least `words` words that both texts have, in the order of a.
---@param a string
---@param b string
---@param words integer
---@return table list of { words, a = { start, end }, b = { start, end } }, bytes 0-based and half-open
function reuse.runs(a, b, words)
	local list = {}
	for i, run in ipairs(native.runs(a, b, words)) do
		list[i] = {
			words = run[1], a = { start = run[2] - 1, ["end"] = run[3] }, b = { start = run[4] - 1, ["end"] = run[5] },
		}
	end
	return list
end

--- Words of a text, as runs count them.
---@param text string
---@return integer
function reuse.count(text) return native.count(text) end

--- Pairs of lists that share at least `least` of their strings: by their numbers, exact count.
---@param lists string[][]
---@param least integer
---@return table list of { a, b, shared, size of a, size of b } (sizes: different strings)
function reuse.common(lists, least)
	local index = native.index()
	for _, strings in ipairs(lists) do index:add(strings) end
	return index:pairs(least, REACH)
end

return reuse
