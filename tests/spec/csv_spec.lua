local csv = require "assay.csv"
local random = require "assay.stats".splitmix64(11)

local function read(bytes) return assert(csv.read(bytes)) end

describe("csv", function()
	it("writes what it reads", function()
		local cells = { "plain", 'with "marks", and a comma', "two\nlines", "", " blank ", "é😀", "'quoted'" }
		local header = csv.line({ "a", "b", "c", "d", "e", "f", "g" }, 7)
		local row = read(header .. csv.line(cells, 7))[1]
		assert.same({ line = 2, a = cells[1], b = cells[2], c = cells[3], e = cells[5], f = cells[6], g = cells[7] }, row)
	end)

	it("keeps a spreadsheet from running a text as a formula", function()
		for _, text in ipairs { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+x" } do
			local line = csv.line({ text }, 1)
			assert.matches("^\"?'", line)
			assert.equal(text, read("a\n" .. line)[1].a)
		end
		assert.equal("-0.5,-1,true\n", csv.line({ -0.5, -1, true }, 3))
	end)

	it("takes the separator that the header shows", function()
		assert.equal("x,y", read('"a;";b\r\n1;x,y\r\n')[1].b)
		assert.equal("y", read("a\tb\nx\ty")[1].b)
	end)

	it("knows the line of each row, also behind a cell of several lines", function()
		local rows = read('a,b\n"1\n2\n3",x\n\nlast,y\n')
		assert.same({ 2, 6 }, { rows[1].line, rows[2].line })
	end)

	it("tells what is malformed and where", function()
		assert.same({ nil, 3, "a quotation mark without its end" }, { csv.read 'a\n1\n"2\n3' })
		assert.same({ nil, 2, "text behind a closing quotation mark" }, { csv.read 'a\n"1"2\n' })
		assert.same({ nil, 3, "1 cells where the header has 2" }, { csv.read "a,b\n1,2\n3\n" })
		assert.same({ nil, 1, "no header line" }, { csv.read "" })
	end)

	it("reads back any cells that it wrote", function()
		local pieces = { "a", "é", '"', ",", "\n", "\r\n", "'", "=", "-", " ", ";", "\t", "\r" }
		for _ = 1, 500 do
			local cells, columns = {}, {}
			for i = 1, 1 + random:below(4) do
				columns[i], cells[i] = "c" .. i, "x" .. i
				for _ = 1, random:below(6) do cells[i] = pieces[1 + random:below(#pieces)] .. cells[i] end
			end
			local row = read(csv.line(columns, #columns) .. csv.line(cells, #columns))[1]
			for i, name in ipairs(columns) do assert.equal(cells[i], row[name]) end
		end
	end)
end)
