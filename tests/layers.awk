# usage: awk -v order="lowest … highest" -f layers.awk engine/*/*.[ch]
# Names every include that goes up, and every library header outside the layer that may know the library.
BEGIN {
	count = split(order, layers, " ")
	for (i = 1; i <= count; i++) rank[layers[i]] = i
	owner["sqlite3.h"] = "store"
	owner["lua.h"] = owner["lauxlib.h"] = owner["lualib.h"] = "walls bindings host"
	owner["lua-lpeg.h"] = owner["histedit.h"] = "host"
}
FNR == 1 { split(FILENAME, path, "/"); layer = path[2] }
/^#include "/ {
	split($2, included, "[\"/]")
	other = included[2]
	if ((other in rank) && (rank[other] > rank[layer] || (layer == "store" && other ~ /^(lexicon|context|attribution|match)$/))) {
		print FILENAME ":" FNR ": " layer " must not include " other
		bad = 1
	}
}
/^#include </ {
	split($2, included, "[<>]")
	if ((included[2] in owner) && index(" " owner[included[2]] " ", " " layer " ") == 0) {
		print FILENAME ":" FNR ": only " owner[included[2]] " may include " included[2]
		bad = 1
	}
}
END { exit bad }
