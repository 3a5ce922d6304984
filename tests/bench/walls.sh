#!/bin/sh
# walls.sh BUILD [ROUNDS [ARTICLES]]: what the walls cost: processor time of parent and worker, behind walls and with
# --trust, interleaved; medians of the rounds, their ratio last. One worker, so that the two differ by the walls alone.
ROUNDS=${2:-5} ARTICLES=${3:-1000}
assay=$PWD/$1/assay
work=$(mktemp -d) || exit 74
trap 'rm -rf "$work"' EXIT
awk -v articles="$ARTICLES" 'BEGIN { RS = "\001" } { gsub(/[\\"]/, "\\\\&"); gsub(/\n/, "\\n"); text[++count] = $0 }
	END { for (i = 0; i < articles; i++) printf "{\"id\":\"a%d\",\"text\":\"%s\"}\n", i, text[i % count + 1] " " i }' \
	corpus/*.txt >"$work/many.jsonl"
head -n 1 "$work/many.jsonl" >"$work/one.jsonl"

# A rule with LPeg that calls a function: its pack is loaded anew for each article.
cat >"$work/peg.lua" <<'SCRIPT'
use "safe-passage"
rule { id = "capitals", summary = "A rule whose code runs for each article",
	peg = lpeg.Cmt(lpeg.R "AZ" ^ 2, function(_, at) return at end), emits = { { holder = "speaker", sign = 1 } },
	on = { negation = "flip", hedge = "halve", condition = "condition", question = "drop", denial = "flip", report = "keep" } }
SCRIPT

# microseconds ARGUMENT… : of processor time, for REPEAT runs (the clock of `times` ticks in hundredths of a second)
microseconds() {
	sh -c 'repeat=$1 && shift && while [ "$repeat" -gt 0 ]; do "$@" || exit; repeat=$((repeat - 1)); done && times' - "$REPEAT" \
		"$assay" run "$@" --format json -j 1 --no-progress -o "$work/out" 2>"$work/err" |
		tail -n 1 | awk -v repeat="$REPEAT" '{ split($0, part, /[ms ]+/); print (part[1] * 60 + part[2] + part[3] * 60 + part[4]) * 1e6 / repeat }'
}
measure() { # NAME PACK INPUT
	: >"$work/walls" && : >"$work/trust"
	for round in $(seq "$ROUNDS"); do
		microseconds "$2" "$3" >>"$work/walls"
		microseconds "$2" "$3" --trust >>"$work/trust"
	done
	paste "$work/walls" "$work/trust" | awk -v name="$1" '
		function median(values, n) { return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2 }
		function insert(values, n, x) { while (n > 1 && values[n - 1] > x) { values[n] = values[n - 1]; n-- } values[n] = x }
		{ insert(a, NR, $1 / 1e6); insert(b, NR, $2 / 1e6) }
		END { printf "%-44s %8.3f s walled %8.3f s trusted  %5.2f x\n", name, median(a, NR), median(b, NR), median(a, NR) / median(b, NR) }'
}
REPEAT=20
measure "start-up: one article, safe-passage" safe-passage "$work/one.jsonl"
REPEAT=1
measure "$ARTICLES articles, safe-passage" safe-passage "$work/many.jsonl"
measure "$ARTICLES articles, and a rule that runs code" "$work/peg.lua" "$work/many.jsonl"
