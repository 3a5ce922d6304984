std = "lua54"
cache = false
files["tests/spec"].std = "+busted"
files["scripts/packs"].max_line_length = false -- examples and patterns read best in one line
files["tests/fixtures/ferry.lua"].read_globals = { "question", "actor", "lexicon", "rule", "claim" } -- a rule script
files["scripts/assay/api.lua"] = { max_line_length = false } -- made by docs/api/generate.lua
files["tests/fixtures/claims.lua"].read_globals = { "actor", "entity", "lexicon", "claim" } -- a rule script
