std = "lua54"
cache = false
files["tests/spec"].std = "+busted"
files["scripts/packs"].max_line_length = false -- examples and patterns read best in one line
