std = "lua54"
cache = false
files["tests/spec"].std = "+busted"
