--- The generator of random numbers: the same everywhere for a seed.

local argument = require "assay.stats.argument"

local check = argument.check

local random = {}

local BELOW_MAX = 1 << 35     -- so that the partial products of below() fit into 63 bits

local Generator = {}
Generator.__index = Generator

--- The next 64 bits, as a Lua integer: those from 2^63 on are negative.
---@return integer
function Generator:next()
	self.state = self.state + 0x9E3779B97F4A7C15
	local z = self.state
	z = (z ~ z >> 30) * 0xBF58476D1CE4E5B9
	z = (z ~ z >> 27) * 0x94D049BB133111EB
	return z ~ z >> 31
end

--- floor(x / 2^11 · n / 2^53) of the next x without rounding: the product has up to 88 bits, so the upper 26 and the
--- lower 27 bits of x / 2^11 are multiplied apart.
---@param n integer 1 to 2^35
---@return integer 0 to n − 1
function Generator:below(n)
	check(math.type(n) == "integer" and n >= 1 and n <= BELOW_MAX, "no number below '%s'", tostring(n))
	local x = self:next() >> 11
	local upper, lower = x >> 27, x & (1 << 27) - 1
	return upper * n + (lower * n >> 27) >> 26
end

--- The generator SplitMix64: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators; constants of
--- Vigna's splitmix64.c.
---@param seed integer any 64 bits
---@return table generator with :next() and :below(n)
function random.splitmix64(seed)
	check(math.type(seed) == "integer", "the seed '%s' is no integer", tostring(seed))
	return setmetatable({ state = seed }, Generator)
end

return random
