-- The HTML report in headless Chromium. Run by tests/cli/report_browser.sh, inside the program:
--   assay repl -e 'dofile "tests/browser/report.lua"'
-- WORK is a folder of its own; SHOTS, where given, keeps pictures; AXE is axe-core's axe.min.js, where it is there.
package.path = "tests/browser/?.lua;" .. package.path
local devtools = require "devtools"
local json = require "assay.core".json
local report = require "assay.report"

local work, shots, axe = os.getenv "WORK", os.getenv "SHOTS", os.getenv "AXE"
local WIDTHS, SCHEMES = { 400, 800, 1400 }, { "light", "dark" }
local passed, failed, skipped = 0, 0, 0

local function check(name, body)
  local fine, problem = xpcall(body, function(thrown) return tostring(thrown) end)
  passed, failed = passed + (fine and 1 or 0), failed + (fine and 0 or 1)
  if not fine then print("FAIL " .. name .. "\n     " .. problem) end
end

local function equal(expected, found, what)
  local a, b = json.encode { expected }, json.encode { found }
  if a ~= b then error((what and what .. ": " or "") .. "expected " .. a .. ", found " .. b, 2) end
end

local function write(name, bytes)
  local path = work .. "/" .. name
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(bytes))
  return "file://" .. path
end

local function none(list, what)
  if #list > 0 then error((what and what .. ": " or "") .. table.concat(list, "\n     "), 2) end
end

--- The fixture, and the same many times over: a split report.
local function render()
  local result, texts = dofile "tests/fixtures/report_result.lua"
  local url = write("report.html", report.html.render(result, texts, { command = "assay run ferry texts" }))
  local first = #result.articles
  for index = first + 1, 101 do
    local source, copy = result.articles[(index - 1) % first + 1], {}
    for key, value in pairs(source) do copy[key] = value end
    copy.id = source.id .. " " .. index
    texts[copy.id], result.articles[index] = texts[source.id], copy
  end
  assert(os.execute("mkdir '" .. work .. "/split-pages'"))
  local files, main = report.html.files(result, texts, { name = "split.html", folder = "split-pages" })
  for _, file in ipairs(files) do write("split-pages/" .. file.name, file.bytes) end
  return url, write("split.html", main), files
end

local OPEN_ALL = "for (const fold of document.querySelectorAll('details')) fold.open = true"

local function silent(page, url)
  page:open(url)
  local requests, messages = page:noise()
  none(requests, "requests")
  none(messages, "messages")
end

--- Every value of the table of claims: the article's letter in its column, and the letter of the article that it leads
--- to.
local CELLS = [[[...document.querySelectorAll("#claims .map td")].filter(cell => cell.querySelector("a")).map(cell => {
  const target = document.getElementById(decodeURIComponent(cell.querySelector("a").hash.slice(1)));
  const place = target && target.matches(".ref") ? target.closest("article").querySelector(".badge") : null;
  return [cell.dataset.label, place && place.textContent];
})]]

local OUTSIDE = [[[...document.querySelectorAll("main *")].filter(node => !node.closest(".wide") &&
  !node.closest("svg") && !node.closest(".hidden") && node.getBoundingClientRect().right > innerWidth + 0.5)
  .map(node => node.tagName + "." + node.className).slice(0, 5)]]

--- All that is shown but the articles' own texts, which are carried unchanged, each control in an isolate with a label.
local OUTSIDE_TEXTS = [[(() => {
  const body = document.body.cloneNode(true);
  for (const node of body.querySelectorAll(".text, script")) node.remove();
  return document.title + body.innerHTML;
})()]]

local function check_keys(page, url)
  page:open(url)
  local refs = page:eval "[...document.querySelectorAll('.ref')].map(node => node.id)"
  local articles = page:eval "[...document.querySelectorAll('article')].map(node => node.id)"
  local function press(key) page:key(key) return page:eval "decodeURIComponent(location.hash.slice(1))" end
  equal({ refs[1], refs[2], refs[3], refs[2] }, { press "j", press "j", press "j", press "k" }, "j and k")
  equal(refs[2], page:eval "document.activeElement.id", "the focus")
  equal({ articles[2], articles[3], articles[2] }, { press "n", press "n", press "p" }, "n and p")
  page:open "about:blank"
  page:open(url)
  equal({ articles[1], articles[1] }, { press "n", press "p" }, "the first article has none before it")
end

local function violations(page)
  local found = page:eval [[axe.run(document, {resultTypes: ["violations"]}).then(result => result.violations.map(
    one => one.id + ": " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")))]]
  none(found)
end

local function check_axe(page, url, name)
  local file <close> = assert(io.open(axe, "rb"))
  local source = file:read "a"
  for _, width in ipairs { 400, 1400 } do
    for _, scheme in ipairs(SCHEMES) do
      check(("axe finds nothing in %s at %d px, %s"):format(name, width, scheme), function()
        page:window(width, 1000, scheme)
        page:open(url)
        page:eval(OPEN_ALL)
        page:eval(source)
        violations(page)
      end)
    end
  end
end

local function check_layout(page, url, name)
  for _, width in ipairs(WIDTHS) do
    for _, scheme in ipairs(SCHEMES) do
      check(("nothing sticks out of %s at %d px, %s"):format(name, width, scheme), function()
        page:window(width, 1000, scheme)
        page:open(url)
        if shots then page:screenshot(("%s/%s-%d-%s.png"):format(shots, name, width, scheme), true) end
        page:eval(OPEN_ALL)
        none(page:eval(OUTSIDE))
        equal(width, page:eval "document.documentElement.scrollWidth", "the page's width")
      end)
    end
  end
end

local function check_split(page, url, files)
  check("a split report makes no request and no message", function() silent(page, url) end)
  for _, kind in ipairs { "articles", "claim", "actor" } do
    check("a page of a split report makes no request and no message: " .. kind, function()
      local name
      for _, file in ipairs(files) do name = name or file.name:find("^" .. kind) and file.name end
      silent(page, url:gsub("split.html$", "split-pages/" .. name))
      equal("SPLIT.HTML", page:eval "document.querySelector('.kicker a').pathname.split('/').pop().toUpperCase()")
    end)
  end
  check("a value of a split report leads to its sentences on another page", function()
    page:open(url)
    page:open(page:eval "document.querySelector('#claims .map td a').href")
    equal(true, page:eval "document.querySelectorAll('.side, .ref').length > 0")
  end)
end

local function check_hostile(page, path)
  check("hostile titles, names and texts are shown as text", function()
    silent(page, "file://" .. path)
    equal("How do things stand?", page:eval "window.owned || 'How do things stand?'")
    equal(0, page:eval "document.querySelectorAll('img, iframe, script:not(:last-child)').length")
    local text = page:eval "document.body.innerText"
    for _, words in ipairs { "<script>window.owned", "<img src=x", "\\u{202E}", "\\u{1B}" } do
      equal(true, text:find(words, 1, true) ~= nil, words)
    end
    local outside = page:eval(OUTSIDE_TEXTS)
    equal(false, outside:find "\27" ~= nil or outside:find "\u{202E}" ~= nil, "controls outside the articles' texts")
  end)
end

local function run(browser)
  local page = browser:page()
  local url, split, files = render()
  page:window(1400, 1000, "light")
  for _, on in ipairs { true, false } do
    check("no request and no message, scripts " .. (on and "on" or "off"), function()
      page:scripts(on)
      silent(page, url)
      equal(5, page:eval "document.querySelectorAll('article').length", "articles")
      equal(false, page:eval "document.title.includes('owned')", "the hostile article's script ran")
    end)
    check("every value of the table leads to its sentence, scripts " .. (on and "on" or "off"), function()
      local cells = page:eval(CELLS)
      equal(true, #cells > 10, "many cells")
      for _, cell in ipairs(cells) do equal(cell[1], cell[2], "letter of the column") end
    end)
    check("a link into a fold opens it, scripts " .. (on and "on" or "off"), function()
      page:open(url .. "#x-crew_5Fcount")
      equal(true, page:eval "document.querySelector('#x-crew_5Fcount .side').getBoundingClientRect().height > 20")
    end)
  end
  page:scripts(true)
  check("j, k, n and p walk through the evidence and the articles", function() check_keys(page, url) end)
  check("the others' sentences on a claim open below the paragraph, and close", function()
    page:open(url)
    local click = "document.querySelector('.others').click()"
    local count = "document.querySelectorAll('article .beside .side blockquote').length"
    page:eval(click)
    equal(true, page:eval(count) > 1, "sentences")
    equal("", page:eval "location.hash", "the place")
    page:eval(click)
    equal(0, page:eval(count), "sentences after a second click")
  end)
  check_layout(page, url, "fixture")
  check_layout(page, "file://" .. work .. "/demo.html", "demo")
  check_split(page, split, files)
  check_hostile(page, work .. "/hostile.html")
  if axe then
    check_axe(page, url, "the report")
    check_axe(page, split, "a split report")
  else
    skipped = skipped + 1
    print "SKIP axe-core is not there (npm, or the network, is missing)"
  end
end

local browser = devtools.start(work)
local fine, problem = xpcall(run, debug.traceback, browser)
browser:close()
if not fine then
  failed = failed + 1
  print("FAIL the browser\n     " .. tostring(problem))
end
print(("%d passed, %d failed, %d skipped"):format(passed, failed, skipped))
if failed > 0 then os.exit(1) end
