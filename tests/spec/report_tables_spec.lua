local files = require "assay.report.files"
local kwic = require "assay.report.kwic"
local layout = require "assay.report.layout"
local report = require "assay.report"
local timeline = require "assay.report.timeline"
local view = require "assay.report.view"

local result, texts = dofile "tests/fixtures/report_result.lua"
local tables = report.tables
local source = tables.source(result, texts)

--- What a reader of RFC 4180 makes of CSV.
local function read_csv(bytes)
  local rows, row, at = {}, {}, 1
  while at <= #bytes do
    local cell
    if bytes:sub(at, at) == '"' then
      local stop = at + 1
      while bytes:sub(stop, stop) ~= '"' or bytes:sub(stop + 1, stop + 1) == '"' do
        stop = stop + (bytes:sub(stop, stop) == '"' and 2 or 1)
      end
      cell, at = bytes:sub(at + 1, stop - 1):gsub('""', '"'), stop + 1
    else
      cell = bytes:match("^[^,\r]*", at)
      at = at + #cell
    end
    row[#row + 1] = cell
    if bytes:sub(at, at) == "," then
      at = at + 1
    else
      assert(bytes:sub(at, at + 1) == "\r\n", "a line ends with CR LF")
      rows[#rows + 1], row, at = row, {}, at + 2
    end
  end
  return rows
end

local function articles_on(...)
  local list = {}
  for index, published in ipairs { ... } do
    list[index] = { id = tostring(index), article = { published = published } }
  end
  return list
end

describe("the tables behind the charts", function()
  for _, entry in ipairs(tables.list) do
    it("read back from CSV with all their columns: " .. entry[1], function()
      local made = tables.make(source, entry[1])
      local rows = read_csv(tables.csv(made))
      assert.are.same(made.columns, rows[1])
      assert.are.equal(#made.rows + 1, #rows)
      for _, row in ipairs(rows) do assert.are.equal(#made.columns, #row) end
    end)
  end

  it("give every position of an article with the place of its evidence", function()
    local count = 0
    for _, row in ipairs(tables.make(source, "stances-by-article").rows) do
      local start, stop, words = row[10], row[11], row[12]
      if start then
        count = count + 1
        assert.are.equal(words, texts[row[2]].text:sub(start + 1, stop))
      end
    end
    assert.is_true(count > 8)
  end)

  it("keep a formula from being one, but not a negative number", function()
    local bytes = tables.csv { columns = { "a", "b" }, rows = { { "=1+1", -0.5 }, { "@x", "-2" }, { "+1", "\tx" } } }
    assert.are.equal("a,b\r\n'=1+1,-0.5\r\n'@x,'-2\r\n'+1,'\tx\r\n", bytes)
  end)

  it("quote commas, quotation marks and line breaks", function()
    local cells = { 'a "b"', "c,d", "e\r\nf" }
    local bytes = tables.csv { columns = { "1", "2", "3" }, rows = { cells } }
    assert.are.same(cells, read_csv(bytes)[2])
  end)

  it("are in the page for downloading, the same bytes", function()
    local page = report.html.render(result, texts)
    local href = page:match 'download="stances.csv" href="data:text/csv;charset=utf%-8,([^"]*)"'
    local bytes = href:gsub("&#39;", "'"):gsub("&amp;", "&"):gsub("%%(%x%x)", function(hex)
      return string.char(tonumber(hex, 16))
    end)
    assert.are.equal(tables.csv(tables.make(source, "stances")), bytes)
  end)
end)

describe("the units of time", function()
  local cases = {
    { "hours", "hour", { "2025-01-01T08:10", "2025-01-01 10:59:00Z" },
      { "2025-01-01 08:00", "2025-01-01 09:00", "2025-01-01 10:00" } },
    { "days, over the end of February", "day", { "2024-02-28", "2024-03-01" },
      { "2024-02-28", "2024-02-29", "2024-03-01" } },
    { "weeks from Monday", "week", { "2025-11-09", "2025-12-15", "2025-11-10" },
      { "2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24", "2025-12-01", "2025-12-08", "2025-12-15" } },
    { "years", "year", { "1999-12-31", "2003-01-01" }, { "1999", "2000", "2001", "2002", "2003" } },
  }
  for _, case in ipairs(cases) do
    it("are " .. case[1], function()
      local units = timeline.units(articles_on(table.unpack(case[3])))
      assert.are.equal(case[2], units.unit)
      assert.are.same(case[4], units.names)
    end)
  end

  it("are months where weeks are too many", function()
    local units = timeline.units(articles_on("2024-11-30", "2025-12-01"))
    assert.are.equal("month", units.unit)
    assert.are.equal(14, #units.names)
    assert.are.same({ ["1"] = 1, ["2"] = 14 }, units.of)
  end)

  it("leave out what is no date, and are none without dates", function()
    assert.is_nil(timeline.units(articles_on("soon", "2025-13-40", "")))
    assert.are.same({ ["2"] = 1 }, timeline.units(articles_on("soon", "2025-01-02")).of)
  end)
end)

describe("words in context", function()
  local function groups(text, start, stop, sentences)
    return kwic.groups { { id = "a", text = { text = text, sentences = sentences or {} },
      article = { labels = { { term = "t", voice = "outlet", spans = { { start, stop } } } } } } }
  end

  it("begin and end with whole words", function()
    local text = ("aaaa "):rep(30) .. "HIT " .. ("bbbb "):rep(30)
    local row = groups(text, 150, 153)[1].rows[1]
    assert.are.equal("HIT", row.hit)
    assert.is_truthy(row.left:find "^aaaa " and row.left:find " $")
    assert.is_truthy(row.right:find "^ bbbb" and row.right:find "bbbb $")
  end)

  it("end with the paragraph, not with the line", function()
    local sentences = { { start = 0, ["end"] = 5, paragraph = 0 }, { start = 7, ["end"] = 20, paragraph = 1 } }
    local row = groups("First\n\nSecond\nhit end.", 14, 17, sentences)[1].rows[1]
    assert.are.same({ "Second ", "hit", " end." }, { row.left, row.hit, row.right })
  end)

  it("pass over what lies outside the text", function()
    assert.are.same({}, groups("short", 3, 99))
  end)
end)

describe("columns of a table", function()
  local function columns(count, outlets, most)
    local list = {}
    for index = 1, count do
      local outlet = "o" .. index % outlets
      list[index] = { id = tostring(index), outlet = outlet, letter = "L" .. index, article = { outlet = outlet } }
    end
    return view.columns(list, most)
  end

  it("are the articles, then their outlets, then none", function()
    assert.are.equal(16, #columns(16, 4, 16))
    assert.are.equal(4, #columns(17, 4, 16))
    assert.are.equal(5, #columns(20, 4, 16)[1].items)
    assert.is_nil(columns(40, 30, 16))
  end)
end)

describe("a side of a dispute", function()
  local function odd(status, ...)
    local articles, values = {}, {}
    for index, value in ipairs { ... } do
      articles[index] = { id = tostring(index), article = { claims = { { claim = "c", value = value } } } }
      values[tostring(index)] = value
    end
    local entry = view.claims({ agreement = { claims = { { claim = "c", status = status, values = values } } } },
      articles)[1]
    local list = {}
    for index, item in ipairs(articles) do list[index] = (view.is_odd(entry, entry.cells[item.id])) end
    return list
  end

  it("is marked where another value is more common", function()
    assert.are.same({ false, false, true }, odd("contradict", "a", "a", "b"))
  end)

  it("is marked on both sides where none is", function()
    assert.are.same({ true, true }, odd("contradict", "a", "b"))
  end)

  it("is marked nowhere without a dispute", function()
    assert.are.same({ false, false }, odd("compatible", "a", "b"))
  end)
end)

describe("charts in the terminal", function()
  local plain = report.text.render(result, texts, { width = 100 })

  it("show shares, stances, links, time and labels", function()
    for _, words in ipairs { "█3/3", "≠1/2", "▼-1.00", "◇+0.50", "WHEN EACH CLAIM WAS REPORTED", "own voice" } do
      assert.is_truthy(plain:find(words, 1, true), words)
    end
  end)

  it("are ASCII when asked for, and no wider", function()
    local bare = { question = "Q", articles = result.articles, stances = result.stances, agreement = result.agreement,
      dependence = {} }
    local ascii = report.text.render(bare, {}, { width = 100, ascii = true })
    for line in ascii:gmatch "[^\n]+" do assert.is_true(utf8.len(line) <= 100, line) end
    for _, sign in ipairs { "█", "≠", "▼", "─", "●", "‹", "“", "–", "…", "’", "λ" } do
      assert.is_nil(ascii:find(sign, 1, true), sign)
    end
  end)

  it("draw bars by eighths of a column", function()
    local signs = layout.signs(false)
    assert.are.equal("████▌", layout.bar(0.5, 9, signs))
    assert.are.equal("▏", layout.bar(0.001, 9, signs))
    assert.are.equal("", layout.bar(0, 9, signs))
    assert.are.equal("#####", layout.bar(0.5, 10, layout.signs(true)))
  end)
end)

describe("the report as Markdown", function()
  local notes = report.markdown.render(result, texts, { command = "assay run ferry texts" })

  it("has tables of equal width in every row", function()
    local wanted
    for line in notes:gmatch "([^\n]*)\n" do
      local bars = select(2, line:gsub("\\|", ""):gsub("|", ""))
      if line:find "^|" then
        wanted = wanted or bars
        assert.are.equal(wanted, bars, line)
      else
        wanted = nil
      end
    end
  end)

  it("takes nothing of a text for markup", function()
    assert.is_nil(notes:find("[^\\]<script"))
    assert.is_truthy(notes:find("\\<b\\>", 1, true))
    assert.is_nil((notes:gsub("\n", "")):find "%c")
  end)

  it("gives the sentences with their places, the command and what the numbers do not show", function()
    for _, words in ipairs { "> [000 ", "assay run ferry texts", "What these numbers do not show" } do
      assert.is_truthy(notes:find(words, 1, true), words)
    end
  end)

  it("gives the same bytes every time and renders an empty result", function()
    assert.are.equal(notes, report.markdown.render(result, texts, { command = "assay run ferry texts" }))
    assert.is_truthy(report.markdown.render({}, nil):find("0 articles", 1, true))
  end)
end)

describe("the command that makes a result again", function()
  it("quotes what a shell would take apart, and names what changes the result", function()
    assert.are.equal("assay run pack 'my file.txt' 'it'\\''s' --meta t.tsv --newline soft",
      files.command { "pack", "my file.txt", "it's", meta = "t.tsv", newline = "soft", output = "x", jobs = 3 })
  end)

  it("names the project in place of what was added to it, and few of many inputs", function()
    assert.are.equal("assay run pack --db p.db", files.command { "pack", "a.txt", db = "p.db" })
    local args = { "pack" }
    for index = 1, 50 do args[index + 1] = "a" .. index end
    assert.is_truthy(files.command(args):find "a20 … %(30 further inputs%)$")
  end)
end)

describe("a split report", function()
  local function many(count)
    local made, all = {}, {}
    for key, value in pairs(result) do made[key] = value end
    made.articles = {}
    for index = 1, count do
      local from = result.articles[(index - 1) % #result.articles + 1]
      local article = {}
      for key, value in pairs(from) do article[key] = value end
      article.id = from.id .. "/" .. index
      made.articles[index], all[article.id] = article, texts[from.id]
    end
    return made, all
  end

  local made, all = many(105)
  local pages, main = report.html.files(made, all, { name = "my report.html", folder = "my report-pages" })
  local by_name = { ["my report.html"] = main }
  for _, file in ipairs(pages) do by_name["my report-pages/" .. file.name] = file.bytes end

  it("begins beyond 100 articles", function()
    local few, few_texts = many(100)
    assert.are.same({}, (report.html.files(few, few_texts, { name = "r.html", folder = "r-pages" })))
    assert.is_true(#pages > 10)
  end)

  local function ids(bytes)
    local map = {}
    for id in bytes:gmatch ' id="([^"]*)"' do map[id] = true end
    return map
  end

  it("leads every link to a place that is there", function()
    local places = {}
    for name, bytes in pairs(by_name) do places[name] = name:find "html$" and ids(bytes) or {} end
    for name, bytes in pairs(by_name) do
      local here = name:match "^(.*/)" or ""
      for href in (name:find "html$" and bytes or ""):gmatch ' href="([^"]*)"' do
        local file, id = href:match "^([^#]*)#?(.*)$"
        file = file:gsub("%%20", " ")
        local target = file == "" and name or file:find "^%.%./" and file:sub(4) or here .. file
        assert.is_truthy(places[target], name .. ": " .. href)
        assert.is_true(id == "" or places[target][id] == true, name .. ": " .. href)
      end
    end
  end)

  it("keeps every article's text, the policy and the tables", function()
    local joined = {}
    for _, file in ipairs(pages) do
      joined[#joined + 1] = file.bytes
      if file.name:find "html$" then
        assert.is_truthy(file.bytes:find("default-src &#39;none&#39;", 1, true), file.name)
      end
    end
    joined = table.concat(joined)
    local count = select(2, joined:gsub("<article ", ""))
    assert.are.equal(105, count)
    assert.is_truthy(by_name["my report-pages/kwic.csv"])
  end)

  it("gives the same bytes every time", function()
    local again, again_main = report.html.files(made, all, { name = "my report.html", folder = "my report-pages" })
    assert.are.equal(main, again_main)
    for index, file in ipairs(again) do assert.are.equal(pages[index].bytes, file.bytes, file.name) end
  end)
end)
