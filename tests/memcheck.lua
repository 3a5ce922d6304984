--- The demonstration in one process, for valgrind: `assay repl -e 'dofile "tests/memcheck.lua"'`. Workers cannot be
--- traced: they are started as /proc/self/exe, which under valgrind is valgrind's own program.

local assay = require "assay"

local manifest = assert(io.open "corpus/manifest.tsv")
manifest:read() -- the header

local articles = {}
for line in manifest:lines() do
  local id, name, outlet, published, title = line:match "^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)"
  local file <close> = assert(io.open("corpus/" .. name))
  articles[#articles + 1] = { text = file:read "a", id = id, outlet = outlet, published = published, title = title }
end
manifest:close()

local result = assert(assay.pack "safe-passage"):run(articles)
assert(#result.articles == #articles and #result.summary.rejected == 0)

local order = { order = require "assay.aggregate".key_order }
local store = assert(assay.open(assert(os.getenv "PROJECT")))
for _, article in ipairs(articles) do assert(store:add(article)) end
assert(store:save_run(result, order.order))
store:close()
assert(#require "assay.core".json.encode(result, order) > 0)
