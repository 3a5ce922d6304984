-- How writing a report grows with its articles: the sample corpus, read once, then repeated under other names, outlets
-- and days. Run from the project's folder, after a build:
--   LUA_PATH='scripts/?.lua;scripts/?/init.lua;;' LUA_CPATH='build/?.so;;' lua5.4 tests/bench/report.lua [RUN.json]
local json = require "assay.core".json
local report = require "assay.report"

local COMMAND = "build/assay run safe-passage corpus/*.txt --meta corpus/manifest.tsv --format json --no-progress 2>&1"
local OUTLETS, DAYS = 40, 28

local function read_run()
  local pipe = assert(io.popen("ASSAY_PATH=scripts " .. COMMAND))
  local bytes = pipe:read "a"
  pipe:close()
  return assert(json.decode(bytes:match "^({.*})%s"))
end

local function read_text(id)
  local file <close> = assert(io.open("corpus/" .. id .. ".txt", "rb"))
  local text, sentences, from = file:read "a", {}, 1
  for stop in text:gmatch "[.!?\n]()%s" do
    sentences[#sentences + 1] = { start = from - 1, ["end"] = stop - 1, kind = "body", paragraph = from // 500 }
    from = stop + 1
  end
  return { text = text, sentences = sentences }
end

local function copy(table_of, changes)
  local made = {}
  for key, value in pairs(table_of) do made[key] = value end
  for key, value in pairs(changes) do made[key] = value end
  return made
end

--- The run with its articles repeated until there are `count`, and a link from each to the next.
local function repeated(run, texts, count)
  local articles, all, links = {}, {}, {}
  for index = 1, count do
    local source = run.articles[(index - 1) % #run.articles + 1]
    local id = ("%s-%04d"):format(source.id, index)
    articles[index] = copy(source, { id = id, outlet = "Outlet " .. index % OUTLETS,
      published = ("2025-11-%02d"):format(index % DAYS + 1) })
    all[id] = texts[source.id]
    if index > 1 then
      links[index - 1] = { a = articles[index - 1].id, b = id, level = 2, rho = 0.5, evidence = { { kind = "shared_run",
        a = { start = 0, ["end"] = 40 }, b = { start = 0, ["end"] = 40 } } } }
    end
  end
  local claims = {}
  for index, record in ipairs(run.agreement.claims) do claims[index] = copy(record, { values = {} }) end
  return copy(run, { articles = articles, dependence = links,
    agreement = { claims = claims, pairs = {}, omission = {} } }), all
end

local function measure(run, texts, count)
  local result, all = repeated(run, texts, count)
  collectgarbage()
  local start = os.clock()
  local files, main = report.html.files(result, all, { name = "report.html", folder = "report-pages" })
  local seconds, bytes, largest = os.clock() - start, #main, 0
  for _, file in ipairs(files) do bytes, largest = bytes + #file.bytes, math.max(largest, #file.bytes) end
  start = os.clock()
  local text = #report.text.render(result, all, { width = 80 })
  print(("%5d articles: html %6.2f s, %5.2f ms each; %4d files, %7.2f MB, report %5.2f MB, largest of the others %5.2f MB; "
    .. "text %5.2f s, %5.2f MB"):format(count, seconds, seconds / count * 1e3, #files + 1, bytes / 1e6, #main / 1e6,
    largest / 1e6, os.clock() - start, text / 1e6))
end

local run, texts = read_run(), {}
for _, article in ipairs(run.articles) do texts[article.id] = read_text(article.id) end
for _, count in ipairs { 8, 90, 100, 250, 500, 1000 } do measure(run, texts, count) end
