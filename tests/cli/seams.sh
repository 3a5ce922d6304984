#!/bin/sh
# What several parts do together: the session, concordances, exports and people's codings with packs that are installed,
# in a folder, a script, or built on another pack; and the words and exit codes in which every verb refuses a bad pack.
. "$(dirname "$0")/harness"
printf 'The board has refused night sailings. Islanders want night sailings.\n' >monday.txt
printf 'Has the board refused night sailings? About 20 crew met.\n' >tuesday.txt
cp "$root/tests/fixtures/ferry.lua" script.lua
mkdir folder there
run pack new harbour
run pack install harbour --allow-unsigned
mv harbour folder/
mkdir built
cat >built/pack.lua <<'LUA'
return { format = 1, name = "built", version = "0.1.0", engine = "^0.1", requires = { harbour = "^0.1" } }
LUA

# for_each COMMAND : with each pack as its last word
for_each() { for pack in harbour folder/harbour ./folder/harbour/ script.lua built; do "$@" "$pack" || return 1; done; }
runs() { run run "$1" monday.txt --format json && prints '"actor":"Harbour Board","stance":"opposes"'; }
finds() { run kwic '%refuse ..2 %sailing' monday.txt --pack "$1" --format csv && prints ',refused night sailings,'; }
knows() { run show --layer mentions monday.txt --pack "$1" && prints '"entity":"Harbour Board"'; }
talks() {
	run repl --pack "$1" -e 'print(pack) read "monday.txt" print(execute().stances[1].stance, #kwic "%refuse")'
	prints '^opposes	1$'
}
opens() {
	printf 'p = assert(assay.pack "%s")\nprint(p, p:run { "The board has refused night sailings." }.stances[1].stance)' \
		"$1" >open.lua
	run repl open.lua && prints '^pack [a-z]* [0-9.]*	opposes$'
}
why_not() { run why-not "$1" refuses 'The board refused night sailings.' && prints 'it fires: Harbour Board -1'; }
check "run: a pack by name, folder or script, or built on another" for_each runs
check "kwic --pack: the same" for_each finds
check "show --pack: the same" for_each knows
check "repl --pack: the same" for_each talks
check "assay.pack in the session: the same" for_each opens
check "why-not: the same" for_each why_not

check "repl --pack: what pack shows" exits 0 repl --pack script.lua -e 'pack'
check "repl --pack: what pack shows" prints '^pack script 0: 4 rules, 1 claim, actors Harbour Board, Islanders$'
check "the session's pack is what assay.pack gives" exits 0 repl --pack script.lua \
	-e 'read "monday.txt" print(pack:run(articles).stances[1].stance, pack:article("The board."):text(), tostring(pack))'
check "the session's pack is what assay.pack gives" prints '^opposes	The board.	pack script 0$'

# label PACK : judges the first piece of evidence in a session
label() {
	printf 'read "monday.txt"\nprint(label(execute().articles[1].stances[1].evidence[1], "right"))\n' >label.lua
	run repl --pack "$1" label.lua
	[ "$status" = "$2" ] || show_last
}
check "label: a script" label script.lua 0
check "label: a folder" label folder/harbour 0
check "label: the example runs" exits 0 test folder/harbour
check "label: the example runs" prints '^2 rules, 6 examples: 6 passed'
check "label: a rule of the pack that it is built on" label built 0
check "label: a rule of the pack that it is built on" exits 0 test built
check "label: not into what is installed" label harbour 1
check "label: where to" says 'label: harbour is installed, and not to be changed: take up its folder'
check "label: what is installed stays whole" exits 0 pack verify harbour

ran() { run run "$1" monday.txt tuesday.txt --format json -o run.json && run run "$1" monday.txt tuesday.txt --db p.db; }
check "a project" exits 0 ingest --db p.db monday.txt tuesday.txt
check "a project: a run" ran built
same_export() {
	run export "$@" run.json monday.txt tuesday.txt && mv out from_file
	run export "$@" --db p.db && cmp out from_file
}
check "export: the same from a file and from a project: csv" same_export csv --table claims
check "export: the same from a file and from a project: statements" same_export dna-csv
check "export: the same from a file and from a project: a network" same_export graphml
check "explain: a run of a pack that is built on another" exits 0 explain run.json 'Harbour Board' monday.txt tuesday.txt
check "explain: from the project" exits 0 explain --db p.db 'Harbour Board'
printf 'Seen \377 here. The board has refused night sailings.\n' >bytes.txt
check "ill-formed bytes: a run" exits 0 run script.lua bytes.txt --format json -o bytes.json
check "ill-formed bytes: explain finds the places" exits 0 explain bytes.json 'Harbour Board' bytes.txt --pack script.lua
check "ill-formed bytes: export finds the places" exits 0 export dna-csv bytes.json bytes.txt
printf '{"id":"monday","actor":"Harbour Board","stance":"opposes"}\n' >gold.jsonl
printf '{"id":"bytes","actors":{"Harbour Board":{"stance":"none","evidence":[{"start":15,"end":24}]}}}\n' >bytes.jsonl
check "ill-formed bytes: eval finds the places" exits 0 eval bytes.json bytes.txt --gold bytes.jsonl
check "ill-formed bytes: eval finds the places" prints 'gold: “The board”'
check "ill-formed bytes: why-not" exits 0 why-not script.lua refuses bytes.txt:20
check "ill-formed bytes: profile" exits 0 profile script.lua bytes.txt
check "ill-formed bytes: a rule that is not there" exits 2 test script.lua --rule "$(printf 'r\377')"
check "explain: an input that is missing" exits 66 explain run.json 'Harbour Board' monday.txt none.txt
check "export: an input that is missing" exits 66 export dna-csv run.json monday.txt none.txt
check "eval: an input that is missing" exits 66 eval run.json none.txt --gold gold.jsonl
printf 'article,actor,stance\nmonday,Harbour Board,opposes\nmonday,Islanders,opposes\n' >people.csv
check "agree: people and a run" exits 0 agree people.csv run.json
check "agree: people and a run" prints '^raw agreement  0.500 '
head -n 2 people.csv >one.csv
check "agree: one unit, in words" exits 0 agree one.csv run.json
check "agree: one unit, in words" prints '^1 unit that two or more coded$'

# refuses CODE WORDS PACK : every verb that takes a pack ends so and says so
refuses() {
	code=$1 words=$2 bad=$3
	refused run "$bad" monday.txt && refused show --layer quotes monday.txt --pack "$bad" &&
		refused kwic board monday.txt --pack "$bad" && refused lint "$bad" && refused test "$bad" &&
		refused why-not "$bad" refuses 'The board refused.' && refused profile "$bad" monday.txt &&
		refused eval "$bad" monday.txt --gold gold.jsonl && refused diff "$bad" script.lua monday.txt &&
		refused explain run.json 'Harbour Board' monday.txt --pack "$bad" && refused repl --pack "$bad" -e 'print(1)'
}
refused() { exits "$code" "$@" && grep -q "^assay: $words" err && [ ! -s out ] || show_last; }
refused_as_pack() { code=$1 words=$2; shift 2; refused "$@"; }
mkdir hollow
sed 's/"built"/"hollow"/; s/requires = { harbour = "^0.1" }/files = { "rules" }/' \
	built/pack.lua >hollow/pack.lua
mkdir older
sed 's/"built"/"older"/; s/\(harbour = "\)^0.1/\1^0.2/' built/pack.lua >older/pack.lua
sed 's/%sailing/%sailng/' script.lua >slip.lua
echo 'rule {' >torn.lua
check "bad packs: none of that name" refuses 66 "no pack 'harbor', did you mean harbour?: there is no " harbor
check "bad packs: no such script" refuses 66 'none.lua: no such file$' none.lua
check "bad packs: a file is missing" refuses 78 'hollow/rules.lua: no such file$' hollow
check "bad packs: another version is needed" refuses 78 'pack older needs harbour ^0.2, and that is 0.1.0$' ./older
check "bad packs: a slip in a pattern" refuses 78 "slip.lua:19:84: rule 'refuses': unknown lexicon 'sailng'; did you" slip.lua
check "bad packs: Lua that ends too early" refuses 78 'torn.lua:1:7: unexpected symbol near <eof>$' torn.lua
check "pack install: a mistake is told where the pack is" refused_as_pack 78 'hollow/rules.lua: no such file$' \
	pack install hollow --allow-unsigned
for verb in test info verify lock; do
	check "pack $verb: none of that name" refused_as_pack 66 "no pack 'harbor', did you mean harbour?: there is no " \
		pack $verb harbor
done
for verb in check build install; do
	check "pack $verb: no such folder" refused_as_pack 66 'harbor: no such file$' pack $verb harbor
done
finish
