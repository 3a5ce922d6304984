#!/bin/sh
# How well texts are read, against gold by others; needs the sibling folder ../shared and python3, else it skips. The
# floors are those that were promised, not what is reached.
. "$(dirname "$0")/harness"
shared=$root/../shared
gold=$shared/gold
if [ ! -f "$gold/score_reading.py" ] || ! command -v python3 >/dev/null; then
	skip "gold: ../shared or python3 is not there"
	echo "$passed passed, $failed failed, $skipped skipped"
	exit 0
fi

# at_least FLOOR KEY : the figure behind KEY in the file `scores`
at_least() {
	awk -v floor="$1" -v key="$2" '{ for (i = 1; i < NF; i++) if ($i == key) { seen = 1; bad = $(i + 1) < floor } print }
	END { exit !seen || bad }' scores
}

run show --layer sentences,quotes "$shared/seeds"
cp out show.jsonl
python3 "$gold/score_reading.py" show.jsonl "$gold" >scores 2>&1
check "sentence boundaries" at_least 0.97 sentences_f1
check "direct quotations" at_least 0.95 direct_recall
check "speakers of direct quotations" at_least 0.95 direct_speaker
check "indirect content" at_least 0.85 indirect_recall

# The twelve vectors of a quotation library; textacy-4 gives two letters inside a word for its speaker.
vectors=$shared/data/quote_units/textacy.jsonl
if [ -f "$vectors" ]; then
	run show --layer quotes "$vectors"
	python3 "$root/tests/cli/quote_units.py" "$vectors" <out >quotes.jsonl
	check "quotation vectors" sh -c 'python3 "$1/data/scorers/score_quote_units.py" "$2" quotes.jsonl >scores
		cat scores; grep -v -e "^FAIL textacy-4$" -e "^1[12]/12 " scores && exit 1; true' - "$shared" "$vectors"
fi

check "the run" exits 0 run "$pack" "$shared/seeds" --meta "$shared/seeds/manifest.tsv" --format json -o run.json
python3 "$gold/score_stance.py" run.json "$gold/stances.jsonl" --seeds >scores 2>&1
check "stances" at_least 0.60 accuracy
sed -n 's/^pairs.*accuracy \([0-9.]*\) macroF1 \([0-9.]*\)$/\1 \2/p' scores >theirs
run eval run.json --gold "$gold/stances.jsonl" \
	--actors 'Israel,United States,Hamas,Turkey,Egypt,Qatar,mediators,United Nations'
awk '/^accuracy/ { a = $2 } /^macro F1/ { print a, $3 }' out >ours
check "eval gives the figures of the scorer" cmp ours theirs

python3 "$gold/score_claims.py" run.json "$gold/claims.jsonl" >scores 2>&1
check "claims: found" at_least 0.75 F1
check "claims: right" at_least 0.80 right
check "claims: status" at_least 0.85 status
check "claims: evidence" at_least 0.85 evidence

# Who depends on whom: the pair that is known to have one origin at level 2, no other at 2 or above.
python3 -c 'import json
for link in json.load(open("run.json"))["dependence"]:
    if link["level"] >= 2: print(link["a"], link["b"], link["level"])' >links
check "dependence: the pair of one origin, and no false link" sh -c 'test "$(cat links)" = "000 001 2"'

# Every key of the interface, by name.
for key in v engine pack question articles stances agreement dependence summary title outlet published claims labels \
	quotes cites actor stance score evidence rule holder speaker via context disputed roots coverage values pairs omission \
	same both level rho rejected loaded fired never_fired limits low high; do
	check "key $key" grep -q "\"$key\":" run.json
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
