local escape = require "assay.report.escape"
local report = require "assay.report"
local script = require "assay.report.html.script"
local spans = require "assay.report.spans"
local view = require "assay.report.view"

local FIXTURE = "tests/fixtures/report_result.lua"

local result, texts = dofile(FIXTURE)
local plain = report.text.render(result, texts, { width = 100 })
local page = report.html.render(result, texts, { command = "assay run ferry-landing texts" })

local function lines_of(text)
  return text:gmatch("([^\n]*)\n")
end

--- Every stance of every article that is a position, with the article's id.
local function each_position(visit)
  for _, article in ipairs(result.articles) do
    for _, stance in ipairs(article.stances) do
      if stance.stance ~= "none" then visit(article.id, stance) end
    end
  end
end

local ENTITIES = { amp = "&", lt = "<", gt = ">", quot = '"' }

local ACTIVE = {
  script = true, img = true, iframe = true, object = true, embed = true, form = true, link = true, base = true,
  image = true, use = true, foreignObject = true, animate = true, set = true,
}

--- What a browser reads out of markup: tags gone, references resolved.
local function read_back(html)
  local text = html:gsub("<[^>]*>", "")
  return (text:gsub("&(#?)(x?)(%w+);", function(number, hex, name)
    if number == "" then return ENTITIES[hex .. name] end
    return utf8.char(tonumber(name, hex == "x" and 16 or 10))
  end))
end

--- The text of one article as the page carries it.
local function article_text(html, id)
  local body = html:match('<article[^>]*id="a%-' .. escape.anchor(id):gsub("%-", "%%-") .. '".-</article>')
  local parts = {}
  for paragraph in body:gmatch('<p class="text" dir="auto">(.-)</p>') do parts[#parts + 1] = read_back(paragraph) end
  return table.concat(parts)
end

local function attribute_values(html, name)
  local values = {}
  for tag in html:gmatch("<%a[^>]*>") do
    for value in tag:gmatch(" " .. name .. '="([^"]*)"') do values[#values + 1] = value end
  end
  return values
end

--- The links of a page, without its tables for downloading, which are part of it.
local function links(html)
  local list = {}
  for _, href in ipairs(attribute_values(html, "href")) do
    if not href:find "^data:text/csv;charset=utf%-8," then list[#list + 1] = href end
  end
  return list
end

--- The names of elements left open, or closed out of turn; void elements do not count.
local function unbalanced(html)
  local open, wrong = {}, {}
  for slash, name in html:gmatch("<(/?)(%a[%w]*)[^>]*>") do
    if slash == "" and name ~= "meta" then
      open[#open + 1] = name
    elseif slash == "/" and table.remove(open) ~= name then
      wrong[#wrong + 1] = name
    end
  end
  return #wrong + #open
end

local function serialised(value)
  if type(value) ~= "table" then return tostring(value) end
  local parts = {}
  for key, item in pairs(value) do parts[#parts + 1] = tostring(key) .. "=" .. serialised(item) end
  table.sort(parts)
  return "{" .. table.concat(parts, ",") .. "}"
end

describe("the report as text", function()
  it("never exceeds its width", function()
    for _, width in ipairs { 30, 37, 60, 80, 100, 240 } do
      for line in lines_of(report.text.render(result, texts, { width = width })) do
        assert.is_true(utf8.len(line) <= width, width .. ": " .. line)
      end
    end
  end)

  it("cuts a word, a name or an id that is wider than the page", function()
    local word = ("é"):rep(500)
    local long = { question = word, articles = { { id = word, outlet = word, stances = {
      { actor = word, stance = "favours", score = 1.0, evidence = { { start = 0, ["end"] = 1000, text = word } } },
    } } } }
    for line in lines_of(report.text.render(long, { [word] = { text = word, sentences = {} } }, { width = 50 })) do
      assert.is_true(utf8.len(line) <= 50, line)
    end
  end)

  it("does not go below its least width", function()
    local least = report.text.render(result, texts, { width = 30 })
    assert.are.equal(least, report.text.render(result, texts, { width = 1 }))
  end)

  it("gives every position the byte range of its evidence", function()
    local wide = report.text.render(result, texts, { width = 400 })
    each_position(function(id, stance)
      local first = stance.evidence[1]
      local range = string.format("[%s %d-%d]", escape.terminal(id), first.start, first["end"])
      assert.is_truthy(wide:find(range, 1, true), range)
    end)
  end)

  it("quotes the words at that byte range", function()
    local wide = report.text.render(result, texts, { width = 400 })
    each_position(function(id, stance)
      local first = stance.evidence[1]
      local words = texts[id].text:sub(first.start + 1, first["end"])
      assert.is_truthy(wide:find(escape.terminal(words), 1, true), words)
    end)
  end)

  it("says who speaks, through whom and under which context", function()
    assert.is_truthy(plain:find("speaker: director of the Port Authority", 1, true))
    local wide = report.text.render({ articles = { {
      id = "a", stances = { { actor = "X", stance = "favours", score = 1, evidence = { {
        start = 0, ["end"] = 3, text = "yes", speaker = { text = "she" }, via = { "one", { name = "two" } },
        context = { { axis = "hedge" } }, rule = "r" } } } },
    } } }, {}, { width = 200 })
    assert.is_truthy(wide:find("[a 0-3] speaker: she; via: one, two; rule: r; context: hedge", 1, true))
  end)

  it("sums up articles without a position in one line per actor", function()
    assert.is_truthy(plain:find("\n  no position reported: 002\n", 1, true))
    assert.is_nil(plain:find("none n/a", 1, true))
  end)

  it("keeps silence apart from disagreement", function()
    assert.is_truthy(plain:find("\n  silent: 003, wire 04/05", 1, true))
  end)

  it("reports the run: rejects, rules that never fired, limits", function()
    local expected = { "notes/empty.txt: no text", "3 never fired", "stance.veto", "labels: cut after 200 terms" }
    for _, words in ipairs(expected) do
      assert.is_truthy(plain:find(words, 1, true), words)
    end
  end)

  it("says when a position has no evidence instead of hiding it", function()
    local bare = { articles = { { id = "a", stances = { { actor = "X", stance = "opposes", score = -1 } } } } }
    assert.is_truthy(report.text.render(bare, {}):find("! no evidence in the result", 1, true))
  end)

  it("lets no character of the input act on the terminal", function()
    assert.is_nil((plain:gsub("\n", "")):find("%c"))
    for _, code in utf8.codes(plain) do
      assert.is_false(code >= 0x7F and code <= 0x9F or code >= 0x202A and code <= 0x202E)
    end
    assert.is_truthy(plain:find("\\u{1B}[2J", 1, true))
  end)

  it("uses bold for headings only when asked for colour", function()
    local coloured = report.text.render(result, texts, { width = 100, colour = true })
    assert.is_truthy(coloured:find("\27[1mWHO STANDS WHERE\27[0m", 1, true))
    assert.are.equal(plain, (coloured:gsub("\27%[[01]m", "")))
  end)

  it("cuts a sentence without end around its evidence", function()
    local long = ("word "):rep(40000)
    local article = { id = "a", stances = { { actor = "X", stance = "favours", score = 1,
      evidence = { { start = 100000, ["end"] = 100004 } } } } }
    local text = report.text.render({ articles = { article } },
      { a = { text = long, sentences = { { start = 0, ["end"] = #long } } } })
    assert.is_true(#text < 5000)
    assert.is_truthy(text:find("‹word›", 1, true))
  end)
end)

describe("values of any shape", function()
  local cases = {
    { true, "yes" }, { false, "no" }, { 3, "3" }, { 2.5, "2.5" }, { "here", "here" }, { nil, "no value" },
    { { low = 150, high = 250 }, "150 to 250" }, { { low = 200 }, "200 or more" }, { { high = 9 }, "up to 9" },
    { { low = 40, high = 40, approx = true, unit = "people" }, "about 40 people" }, { { "a", "b" }, "a, b" },
    { { to = "x", from = 1 }, "from: 1, to: x" }, { {}, "none" }, { 0 / 0, "n/a" },
  }
  for index, case in ipairs(cases) do
    it("read well: " .. index .. " " .. case[2], function()
      assert.are.equal(case[2], view.value(case[1]))
    end)
  end

  it("name the keys of a map in order", function()
    local map, expected = {}, {}
    for code = 122, 97, -1 do map[string.char(code)] = true end
    for code = 97, 122 do expected[#expected + 1] = string.char(code) .. ": yes" end
    assert.are.equal(table.concat(expected, ", "), view.value(map))
  end)

  it("end even when a table holds itself", function()
    local loop = {}
    loop[1] = loop
    assert.is_truthy(view.value(loop):find("…", 1, true))
  end)

  it("give a score a sign, zero none", function()
    assert.are.equal("+0.50", view.score(0.5))
    assert.are.equal("0.00", view.score(-0.0001))
    assert.are.equal("n/a", view.score(nil))
  end)
end)

describe("escaping", function()
  it("shows what a terminal would act on", function()
    assert.are.equal("a\\u{1B}[2Jb c\\u{202E}d\\xFF\\u{9B}", escape.terminal("a\27[2Jb\nc\u{202E}d\xFF\u{9B}"))
  end)

  it("leaves letters, joiners and emoji alone", function()
    local text = "é ’ 中 می\u{200C}خواهم 👩\u{200D}🚀"
    assert.are.equal(text, escape.terminal(text))
  end)

  it("makes different names different anchors", function()
    local seen = {}
    for _, name in ipairs { "a b", "a_20b", "a/b", "a-b", "a.b", "", "_", "ä" } do
      local anchor = escape.anchor(name)
      assert.is_truthy(anchor:find("^[%w_-]+$"))
      assert.is_nil(seen[anchor], name)
      seen[anchor] = true
    end
  end)

  it("reads back exactly, but for what HTML cannot carry", function()
    local text = "<a href='x'>&amp;\27\r\n\u{202E}\u{FEFF}é\t\""
    assert.are.equal(text, read_back(escape.exact(text)))
    assert.are.equal("\u{FFFD}\u{FFFD}\u{FFFD}", read_back(escape.exact("\0\u{85}\xC3")))
  end)
end)

describe("overlapping evidence", function()
  -- A small generator with a fixed seed, so that the ranges are the same in every run.
  local seed = 7
  local function random(limit)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % limit
  end

  local function random_result(text, count)
    local evidence = {}
    for index = 1, count do
      local start = random(#text + 4)
      evidence[index] = { start = start, ["end"] = start + random(30), rule = "r" .. index, context = {} }
    end
    local stance = { actor = "X", stance = "mixed", score = 0.0, evidence = evidence }
    return { articles = { { id = "a", stances = { stance } } } }
  end

  it("is cut into segments that leave the text intact", function()
    local text = "Zwölf “Boxkämpfer” jagen — 维克多 — quer\nüber den <großen> Sylter & Deich.\n\nEnd’e 👩\u{200D}🚀!"
    local sentences = { { start = 0, ["end"] = 45 }, { start = 46, ["end"] = 60 }, { start = 70, ["end"] = #text } }
    for count = 0, 60 do
      local html = report.html.render(random_result(text, count), { a = { text = text, sentences = sentences } })
      assert.are.equal(text, article_text(html, "a"))
      assert.are.equal(0, unbalanced(html))
    end
  end)

  it("keeps one number for one byte range, whatever it is evidence for", function()
    local shared = { start = 0, ["end"] = 4 }
    local article = { stances = { { actor = "X", evidence = { shared } } },
      claims = { { claim = "c", evidence = { { start = 0, ["end"] = 4 }, { start = 2, ["end"] = 4 } } } } }
    local list, number = spans.number(article, "abcdef")
    assert.are.equal(2, #list)
    assert.are.equal(2, #list[1].uses)
    assert.are.equal(1, number(shared))
    assert.are.equal(2, number { start = 2, ["end"] = 4 })
  end)

  it("marks a nested span and its surroundings", function()
    local evidence = { { start = 0, ["end"] = 9 }, { start = 3, ["end"] = 5 } }
    local list = spans.number({ stances = { { evidence = evidence } } }, "abcdefghi")
    local paragraph = spans.segment("abcdefghi", list, spans.paragraphs("abcdefghi", {}))[1]
    local depths = {}
    for _, segment in ipairs(paragraph.segments) do depths[#depths + 1] = #segment.covers end
    assert.are.same({ 1, 2, 1, 0 }, depths)
  end)

  it("moves offsets inside a character to its edges", function()
    local list = spans.number({ stances = { { evidence = { { start = 2, ["end"] = 5 } } } } }, "a“b”")
    assert.are.same({ 1, 5 }, { list[1].start, list[1].stop })
    list = spans.number({ stances = { { evidence = { { start = 4, ["end"] = 6 } } } } }, "a“b”c")
    assert.are.same({ 4, 8 }, { list[1].start, list[1].stop })
  end)
end)

describe("the report as HTML", function()
  it("carries every article's text unchanged", function()
    for _, article in ipairs(result.articles) do
      assert.are.equal(texts[article.id].text, article_text(page, article.id))
    end
  end)

  it("holds no image, frame or handler, and no script but the one whose digest its policy names", function()
    local rest, count = page:gsub("<script>(.-)</script>\n?", function(source)
      assert.are.equal(script.source, source)
      return ""
    end)
    assert.are.equal(1, count)
    for tag in rest:gmatch("<[^>]*>") do
      assert.is_nil(ACTIVE[tag:match("^</?(%a+)") or ""], tag)
      assert.is_nil(tag:find("%son%a+="), tag)
    end
    assert.is_truthy(page:find(("script-src %s;"):format(script.digest():gsub("'", "&#39;")), 1, true))
    assert.is_truthy(page:find("&lt;script&gt;document.title", 1, true))
  end)

  it("loads nothing", function()
    for _, href in ipairs(links(page)) do assert.are.equal("#", href:sub(1, 1)) end
    assert.are.same({}, attribute_values(page, "src"))
    for _, words in ipairs { "url(", "@import", "http://", "https://", "xlink" } do
      assert.is_nil(page:find(words, 1, true), words)
    end
    assert.is_truthy(page:find("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;", 1, true))
  end)

  it("leads every link to a place in the page, and names no place twice", function()
    local places = {}
    for _, id in ipairs(attribute_values(page, "id")) do
      assert.is_nil(places[id], id)
      places[id] = true
    end
    for _, href in ipairs(links(page)) do assert.is_true(places[href:sub(2)], href) end
  end)

  it("opens every position and every claim value onto its sentence", function()
    local linked = {}
    for _, href in ipairs(attribute_values(page, "href")) do linked[href] = true end
    for _, article in ipairs(result.articles) do
      local _, number = spans.number(article, texts[article.id].text, spans.linked(result.dependence)[article.id])
      for _, records in ipairs { article.stances, article.claims } do
        for _, record in ipairs(records) do
          for _, evidence in ipairs(record.evidence) do
            assert.is_true(linked["#e-" .. escape.anchor(article.id) .. "-" .. number(evidence)])
          end
        end
      end
    end
  end)

  it("opens every corpus stance onto a list of sentences", function()
    for _, stance in ipairs(result.stances) do
      assert.is_truthy(page:find('href="#s-' .. escape.anchor(stance.actor) .. '"', 1, true))
      assert.is_truthy(page:find('id="s-' .. escape.anchor(stance.actor) .. '"', 1, true))
    end
  end)

  it("is well nested", function()
    assert.are.equal(0, unbalanced(page))
  end)

  it("names the language and escapes it", function()
    assert.is_truthy(page:find('<html lang="en">', 1, true))
    local odd = report.html.render({}, {}, { lang = '"><script>' })
    assert.is_truthy(odd:find('<html lang="&quot;&gt;&lt;script&gt;">', 1, true))
  end)

  it("marks silence, furniture and the pack", function()
    for _, words in ipairs { 'class="silent"', 'class="k-furniture"', ("0123456789abcdef"):rep(4) } do
      assert.is_truthy(page:find(words, 1, true), words)
    end
  end)

  it("still shows the evidence where an article's text is missing", function()
    local html = report.html.render(result, {})
    assert.is_truthy(html:find("Nobody should be locked in a steel box", 1, true))
    assert.are.equal(0, unbalanced(html))
  end)

  it("puts many articles at one score into one dot with their number", function()
    local many = { articles = {} }
    for index = 1, 30 do
      many.articles[index] = { id = tostring(index), stances = { { actor = "X", stance = "opposes", score = -1.0 } } }
    end
    assert.is_truthy(report.html.render(many, {}):find('text-anchor="middle" y="4">30</text>', 1, true))
  end)
end)

describe("both reports", function()
  local both = { text = report.text.render, html = report.html.render }
  for name, render in pairs(both) do
    it("give the same bytes every time: " .. name, function()
      local again, again_texts = dofile(FIXTURE)
      assert.are.equal(render(result, texts), render(again, again_texts))
    end)

    it("leave their input as it was: " .. name, function()
      local before = serialised { result, texts }
      render(result, texts)
      assert.are.equal(before, serialised { result, texts })
    end)

    it("render an empty corpus: " .. name, function()
      local empty = {
        v = 1, engine = "e", pack = {}, question = "q", articles = {}, stances = {},
        agreement = { claims = {}, pairs = {}, omission = {} }, dependence = {},
        summary = { articles = 0, rejected = {}, rules = { loaded = 0, fired = 0, never_fired = {} }, limits = {} },
      }
      assert.is_truthy(render(empty, {}):find("0 articles", 1, true))
      assert.is_truthy(render({}, nil, nil):find("0 articles", 1, true))
    end)

    it("refuse what is not a result: " .. name, function()
      assert.has_error(function() render(nil, {}) end)
    end)

    it("say what the numbers do not show: " .. name, function()
      assert.is_truthy(render(result, texts):lower():find("what these numbers do not show", 1, true))
    end)
  end
end)

describe("the text report of voices", function()
	local text = require "assay.report".text
	local function printed(fields)
		local object = { articles = { { id = "a1", outlet = "Tide", stances = {}, claims = {} } }, stances = {} }
		for key, value in pairs(fields) do object[key] = value end
		return text.render(object, {}, { width = 120 })
	end

	it("tells reports, names withheld, voices and distance by article", function()
		local told = {
			article = "a1", reports = 12, anonymous = { count = 3, of = 12, share = 0.25, low = 0.09, high = 0.53 },
			voices = { { voice = "Board", sentences = 2.5, cues = { { class = "distancing", count = 1, of = 4 } } } },
		}
		local out = printed { framing = { articles = { told } } }
		assert.matches("WHOSE VOICE", out)
		assert.matches("a1 +12 +3 of 12 %(0%.25 %[0%.09, 0%.53%]%) +Board 2%.5 +Board 1 of 4", out)
	end)
	it("is left out where the run has none", function() assert.is_nil(printed({}):find "WHOSE VOICE") end)
	it("shows a verdict without weights where it is another one", function()
		local stance = { actor = "Board", stance = "favours", score = 0.6, unweighted = { stance = "mixed", score = 0.1 } }
		assert.matches("every article counted alike: mixed %+0%.10", printed { stances = { stance } })
		local claim = { claim = "c", status = "agree", unweighted = { status = "compatible" } }
		assert.matches("every article counted alike: compatible", printed { agreement = { claims = { claim } } })
	end)
end)
