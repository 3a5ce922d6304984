#!/bin/sh
# Rule packs and rule scripts as the command line meets them; articles with bad bytes.
. "$(dirname "$0")/harness"
article good.txt
printf 'rule = (\n' >broken.lua

check "a script with a syntax error: exit 78" exits 78 run broken.lua good.txt
check "a script with a syntax error: file:line" says 'broken\.lua:[12]:'
check "a script with a syntax error: no output" empty out
printf 'error "on purpose"\n' >raises.lua
check "a script that raises: exit 78" exits 78 run raises.lua good.txt
check "a script that raises: file:line" says 'raises\.lua:1'
check "a pack that is not there: exit 66" exits 66 run no-such-pack good.txt
mkdir builds-on
builds_on() {
	printf 'return { format = 1, name = "builds-on", version = "1.0.0", engine = "*", requires = { ["%s"] = "%s" } }\n' \
		"$1" "$2" >builds-on/pack.lua
}
builds_on no-such-pack '*'
check "a pack that uses one that is not there: exit 66" exits 66 run ./builds-on good.txt
check "a pack that uses one that is not there: its name" says no-such-pack
builds_on "$pack" '>=99'
check "a pack that needs another version of one: exit 78" exits 78 run ./builds-on good.txt
check "a pack that needs another version of one: both versions" says "needs $pack >=99, and that is"
builds_on "$pack" '*'
check "a pack folder has the rules of the pack it uses" exits 0 run ./builds-on good.txt --format json
check "a pack folder has the rules of the pack it uses: they are loaded" sh -c '! grep -q "\"loaded\":0" out'
echo 'use "safe-passage"' >uses.lua
check "a script can use a pack" exits 0 run uses.lua good.txt
check "a script that is not there: exit 66" exits 66 run none.lua good.txt

check "the pack runs" exits 0 run "$pack" good.txt --format json
check "the pack runs: one object" prints '^{"v":1,'
check "the pack runs: the article" prints '"id":"good"'
for format in text html jsonl; do
	check "format $format" exits 0 run "$pack" good.txt --format $format
	check "format $format: something came" test -s out
done
printf 'Egypt said \377\376 on Monday that \000 it would open.\n' >bytes.txt
check "bad bytes are repaired" exits 0 run "$pack" good.txt bytes.txt --format json
check "bad bytes are repaired: both were read" says '^read 2 articles, rejected 0, 1 text repaired$'
check "show: valid UTF-8 keeps its offsets" exits 0 show --layer sentences good.txt
last=$(($(wc -c <good.txt) - 1))
check "show: the last sentence ends where the text does" sh -c 'tail -n 1 out | grep -q "\"end\":$0[,}]"' "$last"
check "show: bad bytes" exits 0 show --layer tokens bytes.txt
for i in 1 2 3 4 5 6 7 8; do sed "s/Monday/day $i/" good.txt >n$i.txt; done
check "-j1" exits 0 run "$pack" n*.txt --format json -j 1
cp out one
check "-j4" exits 0 run "$pack" n*.txt --format json -j 4
check "-j1 and -j4 give the same bytes" cmp out one
finish
