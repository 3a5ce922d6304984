# The RESULT line of layers and callgrind's inclusive counts → instructions per byte of text, by layer.
function layer(name, functions,   i, n, list) {
	order[++layers] = name
	n = split(functions, list, " ")
	for (i = 1; i <= n; i++) of[list[i]] = name
}
BEGIN {
	layer("utf8", "document_new")
	layer("tokens", "tokenise")
	layer("phrases", "lexicon_find_phrases")
	layer("sentences", "line_split lexicon_mark_furniture line_join line_classify paragraph_split quotemark_pair sentence_split")
	layer("mentions", "lexicon_find_mentions lexicon_find_descriptions")
	layer("numbers", "lexicon_find_numbers")
	layer("context", "context_find")
	layer("attribution", "attribution_find")
}
$1 == "RESULT" { for (i = 2; i <= NF; i++) if (split($i, pair, "=") && pair[1] == "bytes") bytes = pair[2] }
match($0, /:[a-z0-9_]+ \[/) {
	name = substr($0, RSTART + 1, RLENGTH - 3)
	count = $1
	gsub(",", "", count)
	if (name in of && count > most[name]) most[name] = count
}
END {
	for (name in most) spent[of[name]] += most[name]
	for (i = 1; i <= layers; i++) {
		printf "%-12s %7.1f instructions per byte\n", order[i], spent[order[i]] / bytes
		all += spent[order[i]]
	}
	printf "%-12s %7.1f\n", "all", all / bytes
}
