#!/bin/sh
# bench.sh BUILD [ROUNDS]: the engine's layers beside ICU, the calibrator and wc, interleaved, medians of the rounds; ratios
# last. Nothing here passes or fails by time.
B=$1/bench ROUNDS=${2:-5} SHARED=${ASSAY_SHARED:-../shared}
input=$SHARED/data/reuters21578/articles.jsonl
[ -r "$input" ] || { echo "SKIP reuters21578: the text of corpus/ is repeated instead"; input=$(ls corpus/*.txt); }
[ -x "$B/icu" ] || echo "SKIP icu: install libicu-dev"
"$B/layers" dump "$B/text" $input || exit 1
bytes=$(wc -c <"$B/text")
: >"$B/results"
for round in $(seq "$ROUNDS"); do
	"$B/layers" time $input || exit 1
	"$B/calibrator" "$B/text"
	[ ! -x "$B/icu" ] || "$B/icu" "$B/text"
	"$B/timed" wc-w "$bytes" wc -w "$B/text"
done >>"$B/results"
"$B/timed" show-sentences-tokens "$bytes" "$1/assay" show --layer sentences,tokens $input >>"$B/results" 
awk -f tests/bench/summary.awk "$B/results"
