--- A count with its noun: "1 article", "2 articles".

---@param count integer
---@param one string the noun for one
---@param many string? for none and several; one with s by default
---@return string
return function(count, one, many)
	return ("%d %s"):format(count, count == 1 and one or many or one .. "s")
end
