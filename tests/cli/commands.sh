#!/bin/sh
# The verbs for who writes rules and who reads results: test, lint, why-not, explain, eval, profile, diff. What
# docs/commands.md shows in blocks of `$ assay …` is run here, and its output compared.
. "$(dirname "$0")/harness"
rules=$root/tests/fixtures/ferry.lua
cp "$rules" ferry.lua
printf 'The board has refused night sailings. Islanders want night sailings.\n' >monday.txt
printf 'Nobody knew: the board has refused night sailings. Islanders want them.\n' >evening.txt
printf 'Has the board refused night sailings? About 20 crew met.\n' >tuesday.txt
printf '%s\n' '{"id":"monday","actor":"Harbour Board","stance":"opposes"}' \
	'{"id":"tuesday","actors":{"Harbour Board":{"stance":"opposes","alt":["none"]}}}' >gold.jsonl
printf 'article,actor,stance\nmonday,Harbour Board,opposes\ntuesday,Harbour Board,mixed\n' >ann.csv
run run ferry.lua monday.txt tuesday.txt --format json -o run.json
sed 's/"~reject", //' ferry.lua >ferry2.lua

check "test: exit 0 when the examples hold" exits 0 test ferry.lua
check "test: counts" prints '^4 rules, 11 examples: 10 passed, 0 failed, 1 to do (0 pass)$'
sed 's/yes = { { "Islanders want night/yes = { { "Islanders met at night/' ferry.lua >wrong.lua
check "test: exit 1 when one fails" exits 1 test wrong.lua
check "test: says which, and how to see why" prints "see: assay why-not wrong.lua wants"
check "test: an unknown rule" exits 2 test ferry.lua --rule refusez
check "test: the nearest rule" says "did you mean refuses?"
check "test: JSON" exits 0 test ferry.lua --format json
check "test: JSON: one object" prints '^{"v":1,"pack":"ferry","rules":4,"passed":10,'

check "lint: exit 0 without findings" exits 0 lint ferry.lua
sed 's/no = { "Islanders want no/maybe = { "Islanders want no/' ferry.lua >bare.lua
check "lint: exit 1 with an error" exits 1 lint bare.lua
check "lint: file, line, code" prints "^bare.lua:[0-9]*: error\[E401\]: wants: no example of kind 'no'$"
sed 's/summary = "A party wants[^"]*",//' ferry.lua >mute.lua
check "lint: a warning is no error" exits 0 lint mute.lua
check "lint: unless it is asked for" exits 1 lint mute.lua --fail-on warning
check "lint: an unknown code" exits 2 lint --explain E40l
check "lint: JSON" exits 1 lint bare.lua --format json
check "lint: JSON: one object" prints '^{"v":1,"pack":"bare","errors":1,'
check "lint: nothing to look at" exits 2 lint

check "why-not: the sentence of a byte" exits 0 why-not ferry.lua refuses tuesday.txt:5
check "why-not: the policy and its cue" prints 'question, cue “?”: on.question = "drop"'
check "why-not: no sentence there" exits 2 why-not ferry.lua refuses tuesday.txt:5000
check "why-not: JSON" exits 0 why-not ferry.lua refuses 'The board met.' --format json
check "why-not: JSON: the element" prints '"element":{"pattern":"%refuse"'
check "why-not: control characters" exits 0 why-not ferry.lua refuses "$(printf 'The board \033[31m met.')"
check "why-not: … do not reach the terminal" not grep -q "$(printf '\033')" out

check "explain: everything holds" exits 0 explain run.json 'Harbour Board' monday.txt tuesday.txt --pack ferry.lua
check "explain: says so" prints 'checks against the texts and the model: all hold$'
check "explain: what does not count" prints 'under question'
printf 'The board has accepted night sailings. Islanders want night sailings.\n' >other.txt
mv monday.txt kept; mv other.txt monday.txt
check "explain: another text: exit 1" exits 1 explain run.json 'Harbour Board' monday.txt tuesday.txt --pack ferry.lua
check "explain: … says what does not hold" prints 'monday: bytes 0-36 are not'
mv kept monday.txt
check "explain: an unknown actor" exits 2 explain run.json 'Harbor Board' --pack ferry.lua
check "explain: the nearest" says 'did you mean Harbour Board?'
check "explain: no run" exits 66 explain none.json Islanders
check "explain: something else than a run" exits 65 explain gold.jsonl Islanders
check "explain: JSON" exits 0 explain run.json Islanders monday.txt --pack ferry.lua --format json
run run ferry.lua monday.txt tuesday.txt --db press.db --format json
check "explain: the last run of a project" exits 0 explain --db press.db 'Harbour Board' --pack ferry.lua
check "explain: … is checked" prints 'all hold$'
check "explain: a claim" exits 0 explain --db press.db crew --pack ferry.lua
check "why-not: an article of a project" exits 0 why-not ferry.lua refuses monday:0 --db press.db
check "why-not: … fires" prints 'it fires: Harbour Board -1'

check "eval: of a run" exits 0 eval run.json --gold gold.jsonl
check "eval: an alternative counts half" prints '^accuracy   0.750 '
check "eval: of a pack" exits 0 eval ferry.lua monday.txt tuesday.txt --gold gold.jsonl --format json
check "eval: JSON" prints '^{"v":1,"pack":{"name":"ferry"'
check "eval: a floor that does not hold" exits 1 eval run.json --gold gold.jsonl --fail-under 0.8
check "eval: no gold" exits 2 eval run.json
check "eval: gold that is not there" exits 66 eval run.json --gold none
echo '{"id":1}' >bad.jsonl
check "eval: gold that is none" exits 65 eval run.json --gold bad.jsonl
check "eval: … names the line" says 'bad.jsonl:1: not a line of gold'

check "profile" exits 0 profile ferry.lua monday.txt tuesday.txt
check "profile: dead rules" prints '^never fired: refuses-plan, refuses-two$'
check "profile: JSON" exits 0 profile ferry.lua monday.txt --format json

check "diff: of a run with itself" exits 0 diff run.json run.json --check
check "diff: … is none" prints '^no difference$'
sed 's/lexicon("refuse", .*/lexicon("refuse", { "ruled out" })/' ferry.lua >ferry2.lua
check "diff: of two packs" exits 1 diff ferry.lua ferry2.lua monday.txt tuesday.txt --check
check "diff: the stance" prints '^~ monday Harbour Board: opposes -1.00, now none +0.00$'
check "diff: the rule" prints '^refuses: 0 added, 1 lost, 0 moved$'
check "diff: JSON" exits 0 diff run.json run.json --format json
check "diff: JSON: the same" prints '"same":true'
check "diff: a pack without inputs" exits 2 diff ferry.lua ferry2.lua

check "kwic: lines in the order of the texts" exits 0 kwic 'night sailings' monday.txt tuesday.txt
check "kwic: … with their places" prints 'monday 22\]$'
check "kwic: lexicons of a pack" exits 0 kwic '@actor ..3 %refuse' monday.txt --pack ferry.lua --format jsonl
check "kwic: … as JSON Lines" prints '^{"article":"monday","n":1,"start":0,"end":21,"left":"","match":"The board has refused"'
check "kwic: CSV that no spreadsheet runs" exits 0 kwic 'sailings' monday.txt --format csv --left 1 --right 0
check "kwic: … with a header" prints '^article,n,start,end,left,match,right$'
check "kwic: a wrong pattern" exits 2 kwic '%nonsense' monday.txt
check "kwic: … with its place" says '^assay: kwic: pattern:1:1: unknown lexicon'
check "kwic: a wrong sort key" exits 2 kwic x monday.txt --sort wright1
check "kwic: … with the nearest" says 'did you mean right1?'
check "kwic: one worker or two, the same bytes" sh -c '"$1" kwic the "$2"/corpus/*.txt --jobs 1 >one &&
	"$1" kwic the "$2"/corpus/*.txt --jobs 2 >two && cmp one two' - "$assay" "$root"

# The blocks of docs/commands.md: lines `$ assay …`, each with its output behind it.
PATH=$(dirname "$assay"):$PATH
sed -n '/^    /s/^    //p' "$root/docs/commands.md" >shown
grep '^\$ ' shown | sed 's/^\$ //' >lines
while IFS= read -r line; do
	echo "\$ $line"
	sh -c "$line" 2>/dev/null </dev/null || :
done <lines >made
check "docs/commands.md: there are commands" test "$(wc -l <lines)" -ge 5
check "docs/commands.md: its commands print what it shows" sh -c 'diff shown made'
finish
