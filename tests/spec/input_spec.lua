--- A host without a file system: folders are tables, files strings, anything else a reason why it cannot be read.
local tree

local function find(path)
  local node = tree
  for name in path:gmatch "[^/]+" do
    if name ~= "." then node = type(node) == "table" and node[name] end
    if node == nil or node == false then return nil end
  end
  return node
end

local host = {}

function host.look(path)
  local node = find(path)
  if type(node) == "table" then return "folder", tostring(node), 0 end
  if type(node) == "string" then return "file", path, #node end
  return nil, "no such file", "missing"
end

function host.list(path)
  local names = {}
  for name in pairs(find(path)) do names[#names + 1] = name end
  table.sort(names)
  return names
end

function host.read_file(path, limit)
  local bytes = find(path)
  if #bytes > limit then return nil, "larger than the limit", "refused" end
  return bytes
end

--- Gives two bytes at a time, so that every line crosses a boundary.
function host.open_file(path)
  local bytes, at = find(path), 1
  local function read()
    if at > #bytes then return nil end
    at = at + 2
    return bytes:sub(at - 2, at - 1)
  end
  return setmetatable({ read = read }, { __close = function() end })
end

package.preload["assay.host"] = function() return host end

local input = require "assay.input"
local manifest = require "assay.manifest"

--- All items of the operands, and the reader.
local function read(operands, settings)
  local reader, items = input.open(operands, settings or {}), {}
  for item in reader do items[#items + 1] = item end
  return items, reader
end

local function ids(items)
  local list = {}
  for i, item in ipairs(items) do list[i] = item.id or "!" .. item.reason end
  return list
end

describe("an input", function()
  before_each(function()
    tree = { ["a.txt"] = "Text a.", ["b.txt"] = "Text b." }
  end)

  it("that is a file is its bytes, named by the file", function()
    local items = read { "a.txt" }
    assert.same({ { input = "a.txt", id = "a", text = "Text a.", meta = { id = "a" } } }, items)
  end)

  it("keeps its place among others", function()
    assert.same({ "b", "!no such file", "a" }, ids(read { "b.txt", "gone.txt", "a.txt" }))
  end)

  it("loses only its last extension", function()
    tree = { ["2025.11.10.txt"] = "x", [".txt"] = "y", noext = "z" }
    assert.same({ "2025.11.10", ".txt", "noext" }, ids(read { "2025.11.10.txt", ".txt", "noext" }))
  end)

  it("without a visible character is empty", function()
    tree = { ["a.txt"] = " \n\t" }
    assert.same({ "!empty" }, ids(read { "a.txt" }))
  end)

  it("over the limit is rejected", function()
    assert.same({ "!larger than the limit" }, ids(read({ "a.txt" }, { limit = 3 })))
  end)

  it("with a file name that is no UTF-8 has an id that is", function()
    tree = { ["a\xFF.txt"] = "x" }
    assert.same({ "a\\xFF" }, ids(read { "a\xFF.txt" }))
  end)
end)

describe("a folder", function()
  it("is read in byte order, without hidden names", function()
    tree = { f = { ["b.txt"] = "1", ["B.md"] = "2", a = { ["z.txt"] = "3" }, [".h.txt"] = "4", ["c.csv"] = "5" } }
    local items, reader = read { "f" }
    assert.same({ "B", "z", "b" }, ids(items))
    assert.equal("f/a/z.txt", items[2].input)
    assert.equal(1, reader.skipped)
  end)

  it("inside itself is a loop", function()
    tree = { f = { ["a.txt"] = "1" } }
    tree.f.again = tree.f
    assert.same({ "a", "!a loop of folders" }, ids(read { "f" }))
  end)

  it("without articles is missing input", function()
    tree = { f = { ["x.csv"] = "1", g = {} } }
    local items = read { "f" }
    assert.equal(1, #items)
    assert.equal("missing", items[1].code)
  end)
end)

describe("an id", function()
  it("that comes again with the same text is dropped and counted", function()
    tree = { f = { ["a.txt"] = "one" }, g = { ["a.txt"] = "one" } }
    local items, reader = read { "f", "g" }
    assert.same({ "a" }, ids(items))
    assert.equal(1, reader.duplicates)
  end)

  it("that comes again with another text is rejected", function()
    tree = { f = { ["a.txt"] = "one" }, g = { ["a.txt"] = "two" } }
    assert.same({ "a", "!the id 'a' is taken by f/a.txt, whose text differs" }, ids(read { "f", "g" }))
  end)

  it("with control characters is rejected", function()
    tree = { ["a.jsonl"] = '{"id":"x\\u0007","text":"t"}' }
    assert.truthy(read({ "a.jsonl" })[1].reason:find "control characters")
  end)
end)

describe("JSON Lines", function()
  local function lines(text)
    tree = { ["f.jsonl"] = text }
    return read { "f.jsonl" }
  end

  it("are one article each, in whatever pieces they come", function()
    assert.same({ "x", "f-2" }, ids(lines '{"id":"x","text":"one"}\n{"text":"two"}\n'))
  end)

  it("need no line end at the end", function()
    assert.same({ "f-1" }, ids(lines '{"text":"one"}'))
  end)

  it("may be blank or end in CR LF", function()
    assert.same({ "f-1", "f-3" }, ids(lines '{"text":"one"}\r\n\r\n{"text":"two"}\r\n'))
  end)

  it("keep their scalars and nothing else", function()
    local item = lines('{"text":"t","outlet":"O","n":1,"b":true,"z":null,"list":[1],"o":{}}')[1]
    assert.same({ id = "f-1", outlet = "O", n = 1, b = true }, item.meta)
  end)

  it("with a mistake name line and column, and the rest goes on", function()
    local items = lines '{"text":"one"}\n{"text":}\n{"text":"three"}'
    assert.same({ "f-1", "f-3" }, { items[1].id, items[3].id })
    assert.truthy(items[2].input:find "^f.jsonl:2:%d+$")
  end)

  it("must be objects with a text", function()
    for line, reason in pairs {
      ["[1]"] = "not a JSON object", ["[]"] = "not a JSON object", ["3"] = "not a JSON object",
      ["{}"] = "no 'text'", ['{"text":null}'] = "no 'text'", ['{"text":1}'] = "'text' is not a string",
      ['{"text":"t","title":[]}'] = "'title' is not a string",
    } do
      assert.equal(reason, lines(line)[1].reason, line)
    end
  end)

  it("that are too long are rejected alone", function()
    tree = { ["f.jsonl"] = '{"text":"one"}\n{"text":"' .. ("x"):rep(70000) .. '"}\n{"text":"three"}' }
    local items = read({ "f.jsonl" }, { limit = 10 })
    assert.same({ "f-1", "!a line longer than the limit for one article", "f-3" }, ids(items))
  end)
end)

describe("a JSON file", function()
  it("is one article or an array of them", function()
    tree = { ["a.json"] = '{"text":"x"}', ["b.json"] = '[{"text":"y"},{"id":"q","text":"z"}]', ["c.json"] = "[]" }
    assert.same({ "a", "b-1", "q", "!no articles in it" }, ids(read { "a.json", "b.json", "c.json" }))
  end)
end)

describe("an encoding", function()
  local decode = require "assay.encoding".decode

  it("that is UTF-8 is left alone", function()
    assert.equal("é\xFF", (decode "é\xFF"))
  end)

  it("mark is removed", function()
    local text, warnings = decode "\xEF\xBB\xBFtext"
    assert.equal("text", text)
    assert.equal(1, #warnings)
  end)

  it("UTF-16 of both kinds is decoded", function()
    assert.equal("hé€😀", (decode "\xFF\xFEh\0\xE9\0\xAC\x20\x3D\xD8\x00\xDE"))
    assert.equal("hé€😀", (decode "\xFE\xFF\0h\0\xE9\x20\xAC\xD8\x3D\xDE\x00"))
  end)

  it("UTF-16 with lone surrogates or half a unit is replaced and counted", function()
    local text, warnings = decode "\xFF\xFE\x3D\xD8a\0\x00\xDCb"
    assert.equal("\u{FFFD}a\u{FFFD}\u{FFFD}", text)
    assert.equal("3 ill-formed UTF-16 units replaced", warnings[2])
  end)

  it("UTF-16 may be long", function()
    local text = decode("\xFF\xFE" .. ("ab"):rep(30000))
    assert.equal(30000, utf8.len(text))
  end)
end)

describe("a manifest", function()
  local function parse(text) return manifest.parse(text, "m/m.tsv") end

  before_each(function()
    tree = { m = { ["a.txt"] = "one", ["b.txt"] = "two" } }
  end)

  it("gives id and metadata by file, relative to itself or by name", function()
    local table_of_rows = assert(parse "id\tfile\toutlet\n1\ta.txt\tA\n2\tm/b.txt\t\n")
    local items = read({ "m/a.txt", "./m/b.txt" }, { manifest = table_of_rows })
    assert.same({ "1", "2" }, ids(items))
    assert.same({ id = "1", outlet = "A" }, items[1].meta)
    assert.equal(0, table_of_rows:unused())
  end)

  it("gives metadata by id", function()
    local items = read({ "m/a.txt" }, { manifest = assert(parse "id\ttitle\textra\na\tT\tE\nz\tZ\t\n") })
    assert.same({ id = "a", title = "T", extra = "E" }, items[1].meta)
  end)

  it("counts rows that nothing asked for", function()
    local table_of_rows = assert(parse "file\na.txt\nq.txt\n")
    read({ "m/a.txt" }, { manifest = table_of_rows })
    assert.equal(1, table_of_rows:unused())
  end)

  it("with a mistake names file and line", function()
    for text, message in pairs {
      ["id\tfile\n1\n"] = "m/m.tsv:2: 1 columns where the header has 2",
      ["id\tid\n"] = "m/m.tsv:1: column 'id' is there twice",
      ["outlet\n"] = "m/m.tsv:1: needs a column 'file' or 'id'",
      ["id\n1\n\n1\n"] = "m/m.tsv:4: '1' is already in line 2",
      ["id\t\n"] = "m/m.tsv:1: a column without a name",
      ["id\n\xFF\n"] = "m/m.tsv: not UTF-8",
    } do
      local table_of_rows, got = parse(text)
      assert.is_nil(table_of_rows)
      assert.equal(message, got)
    end
  end)
end)
