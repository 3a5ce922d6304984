#!/bin/sh
# callgrind.sh BUILD: instructions per byte of each layer, then per function, over 2,000 news articles, each read once with
# spellings that are learned on the way; or over corpus/, repeated. Unlike times, instructions repeat to a thousandth.
B=$1/bench input=${ASSAY_SHARED:-../shared}/data/reuters21578/articles.jsonl
if [ -r "$input" ]; then
	head -2000 "$input" >"$B/callgrind.jsonl" && set -- "$B/callgrind.jsonl"
else
	set -- corpus/*.txt
fi
valgrind --tool=callgrind --callgrind-out-file="$B/callgrind" "$B/layers" once "$@" >"$B/instructions" 2>/dev/null || exit 1
callgrind_annotate --inclusive=yes --threshold=100 "$B/callgrind" >>"$B/instructions"
awk -f tests/bench/instructions.awk "$B/instructions"
callgrind_annotate "$B/callgrind" | head -60
