--- What the functions of assay.stats accept; other arguments raise an error.

local argument = {}

local LIMIT = 1e300           -- magnitude of a value that is measured: sums of two stay finite

local function check(condition, format, ...)
	if not condition then error("stats: " .. format:format(...), 0) end
	return condition
end

local function is_number(value)
	return type(value) == "number" and value == value
end

argument.check, argument.is_number = check, is_number

--- A category: a number, a string or true.
function argument.nominal(value)
	local kind = type(value)
	check(is_number(value) or kind == "string" or value == true, "'%s' is no category", tostring(value))
	return value
end

--- A number on a scale, as a float.
function argument.measured(value)
	check(is_number(value) and value >= -LIMIT and value <= LIMIT, "'%s' cannot be measured", tostring(value))
	return value + 0.0
end

--- One that is not below 0.
function argument.ratio(value)
	value = argument.measured(value)
	return check(value >= 0 and value, "'%s' on a ratio scale, which starts at 0", value)
end

function argument.count(count)
	return check(math.type(count) == "integer" and count >= 0 and count, "'%s' is no count", tostring(count))
end

--- The size of a square matrix of counts.
function argument.matrix(matrix)
	check(type(matrix) == "table", "a matrix is a list of rows, not a %s", type(matrix))
	local size = #matrix
	for i, row in ipairs(matrix) do
		check(type(row) == "table" and #row == size, "row %d of a matrix with %d has another length", i, size)
		for _, count in ipairs(row) do argument.count(count) end
	end
	return size
end

return argument
