--- The word someone may have meant.

--- Edit distance in bytes: insertions, deletions, replacements, and swaps of neighbours, each costing 1.
local function distance(a, b)
  local before, last, current = {}, {}, {}
  for j = 0, #b do last[j] = j end
  for i = 1, #a do
    current[0] = i
    for j = 1, #b do
      local same = a:byte(i) == b:byte(j)
      local best = math.min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (same and 0 or 1))
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        best = math.min(best, before[j - 2] + 1)
      end
      current[j] = best
    end
    before, last, current = last, current, before
  end
  return last[#b]
end

--- The nearest of the words that is near enough to be a slip, the first of equals; or nil.
---@param word string
---@param words string[]
---@return string?
return function(word, words)
  if #word > 64 then return nil end
  local nearest, least = nil, (#word <= 3 and 1 or math.max(2, #word // 3)) + 1
  for _, candidate in ipairs(words) do
    if math.abs(#candidate - #word) < least then
      local d = distance(word, candidate)
      if d < least then nearest, least = candidate, d end
    end
  end
  return nearest
end
