--- Intervals of shares, and the quantiles of Student's distribution.

local argument = require "assay.stats.argument"

local check, is_number = argument.check, argument.is_number

local intervals = {}

local DEFAULT_Z = 1.959963984540054 -- standard normal quantile of .975

--- Wilson's score interval of a share. Wilson 1927; Newcombe 1998, method 3; F15 of the method, which puts fractional
--- n into it.
---@param p number the share, 0 to 1
---@param n number observations, not below 0
---@param z number? standard normal quantile above 0, by default that of 95 %
---@return number? low 0 to p
---@return number|string high p to 1, or the reason: no_observations
function intervals.wilson_share(p, n, z)
	z = z or DEFAULT_Z
	check(is_number(n) and n >= 0 and n < math.huge, "'%s' observations", tostring(n))
	check(is_number(z) and z > 0 and z < math.huge, "'%s' is no quantile", tostring(z))
	if n == 0 then return nil, "no_observations" end
	check(is_number(p) and p >= 0 and p <= 1, "'%s' is no share", tostring(p))
	local scale = 1 + z * z / n
	local centre = (p + z * z / (2 * n)) / scale
	local half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
	local low, high = p > 0 and centre - half or 0.0, p < 1 and centre + half or 1.0
	return math.max(0.0, low), math.min(1.0, high)
end

--- Wilson's score interval of k successes in n observations. intervals.wilson_share takes a share.
---@param k number successes, 0 to n; need not be whole
---@param n number observations
---@param z number? standard normal quantile, by default that of 95 %
---@return number? low 0 to 1
---@return number|string high 0 to 1, or the reason: no_observations
function intervals.wilson(k, n, z)
	if n == 0 then return nil, "no_observations" end
	check(is_number(k) and is_number(n) and k >= 0 and k <= n, "%s of %s observations", tostring(k), tostring(n))
	return intervals.wilson_share(k / n, n, z)
end

--- P(|T| ≤ √df · tan θ) for Student's T. Abramowitz and Stegun 26.7.3, 26.7.4.
local function t_mass(theta, df)
	local cosine, sine = math.cos(theta), math.sin(theta)
	local odd = df % 2 == 1
	local term, sum = odd and cosine or 1, 0
	for k = odd and 3 or 2, df, 2 do
		sum = sum + term
		term = term * cosine * cosine * (k - 1) / k
	end
	return odd and 2 / math.pi * (theta + sine * sum) or sine * sum
end

--- The two-sided quantile of Student's distribution.
---@param confidence number between 0 and 1: mass within ± the quantile
---@param df integer degrees of freedom, 1 or more
---@return number quantile above 0
function intervals.t_quantile(confidence, df)
	check(is_number(confidence) and confidence > 0 and confidence < 1, "confidence '%s'", tostring(confidence))
	check(math.type(df) == "integer" and df >= 1, "'%s' degrees of freedom", tostring(df))
	local low, high = 0, math.pi / 2
	for _ = 1, 60 do
		local middle = (low + high) / 2
		if t_mass(middle, df) < confidence then low = middle else high = middle end
	end
	return math.sqrt(df) * math.tan((low + high) / 2)
end

return intervals
