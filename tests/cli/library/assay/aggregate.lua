-- The run's object without any analysis.

local json = require "assay.core".json

local aggregate = { key_order = { "v", "articles", "id", "summary" } }

function aggregate.run(description, results, summary)
  return { v = 1, pack = { name = description.name }, articles = json.array(results), summary = summary }
end

return aggregate
