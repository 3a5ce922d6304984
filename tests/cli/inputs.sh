#!/bin/sh
# What can be an input, and what is said about the rest. The misbehaving library makes the texts' content irrelevant.
. "$(dirname "$0")/harness"
. "$here/stand_in"

# ids: the ids of the articles in out, in order
ids() { sed 's/"summary".*//' out | grep -o '"id":"[^"]*"' | cut -d'"' -f4 | awk '!seen[$0]++' | tr '\n' ' '; }
# reads IDS ARGUMENT… : runs and compares the ids
reads() {
	expected=$1
	shift
	run run any --format json "$@"
	[ "$(ids)" = "$expected" ] || { echo "got: $(ids)"; show_last; }
}

article good.txt
article other.txt other

check "missing beside good: exit 0" exits 0 run any good.txt missing.txt other.txt
check "missing: its reason" says '^rejected missing.txt: no such file$'
check "the summary line" says '^read 2 articles, rejected 1$'
check "the summary line is the last" test "$(tail -n 1 err)" = "read 2 articles, rejected 1"
check "only missing: exit 66" exits 66 run any missing.txt nothing.txt
check "only missing: no output" empty out
check "all rejected: exit 65" exits 65 run any /dev/null

mkdir empty
check "empty folder: exit 66" exits 66 run any empty
check "empty folder: one reason" says '^rejected empty: no articles in this folder'
check "empty folder beside good" exits 0 run any empty good.txt

check "/dev/zero" exits 0 run any good.txt /dev/zero
check "/dev/zero: its reason" says '^rejected /dev/zero: a character device, not a file$'
check "/dev/null: its reason" exits 65 run any /dev/null
check "/dev/null: its reason" says 'a character device'
mkfifo fifo.txt
check "a FIFO does not block" exits 0 run any good.txt fifo.txt
check "a FIFO: its reason" says '^rejected fifo.txt: a FIFO, not a file$'
ln -s loop.txt loop.txt
check "a link to itself" exits 0 run any good.txt loop.txt
check "a link to itself: its reason" says '^rejected loop.txt: a loop of symbolic links$'

: >zero.txt
printf ' \n\t\n' >blank.txt
check "0 bytes" exits 0 run any good.txt zero.txt blank.txt
check "0 bytes: its reason" says '^rejected zero.txt: empty$'
check "blank: its reason" says '^rejected blank.txt: empty$'

if [ "$(id -u)" -ne 0 ]; then
	article locked.txt locked
	chmod 0 locked.txt
	check "unreadable" exits 0 run any good.txt locked.txt
	check "unreadable: its reason" says '^rejected locked.txt: no permission to read it$'
else
	skip "unreadable file: root reads everything"
fi

check "too large" exits 0 run any good.txt other.txt --max-bytes 90
check "too large: its reason" says '^rejected other.txt: larger than the limit of 90 bytes$'
truncate -s 17M large.txt
check "too large by default" exits 0 run any good.txt large.txt
check "too large by default: its reason" says '^rejected large.txt: larger than the limit of 16 MiB$'

mkdir -p tree/b/c tree/.hidden
article tree/b/two.txt two
article tree/b/c/three.md three
article tree/Zero.txt zero
article tree/.hidden/no.txt no
article tree/.no.txt no
article tree/data.csv csv
ln -s .. tree/b/up
check "a folder: sorted, recursive, hidden and other kinds left out" reads "Zero three two " tree
check "a folder loop: its reason" says '^rejected tree/b/up: a loop of folders$'
check "other kinds are counted" says '1 file of another kind skipped'
check "another kind, named" reads "data " tree/data.csv
ln -s nowhere tree/dangling.txt
check "a dangling link in a folder is reported" exits 0 run any tree
check "a dangling link in a folder: its reason" says '^rejected tree/dangling.txt: no such file$'

check "stdin as text" sh -c 'cat good.txt | "$0" run any - --format json >out' "$assay"
check "stdin as text: id" prints '"id":"stdin"'
printf '{"id":"x","text":"one"}\n{"text":"two"}' >lines
check "stdin as JSON Lines" sh -c '"$0" run any - --format json <lines >out' "$assay"
check "stdin as JSON Lines: ids" test "$(ids)" = "x stdin-2 "
check "empty stdin" exits 65 run any -

cat >feed.jsonl <<'END'
{"id":"first","text":"one","outlet":"O","published":"2025-11-10","title":"T","rank":3,"deep":{"a":1}}
{"id":"bad","text":

{"id":"notext"}
[1,2]
{"id":7,"text":"seven","title":null}
{"text":5}
{"text":""}
{"text":"last"}
END
check "JSON Lines: the good lines" reads "first 7 feed-9 " feed.jsonl
check "JSON Lines: a bad line with line and column" says '^rejected feed.jsonl:2:[0-9]*: '
check "JSON Lines: no text" says "^rejected feed.jsonl:4: no 'text'$"
check "JSON Lines: no object" says '^rejected feed.jsonl:5: not a JSON object$'
check "JSON Lines: text that is no string" says "^rejected feed.jsonl:7: 'text' is not a string$"
check "JSON Lines: empty text" says '^rejected feed.jsonl:8: empty$'
check "JSON Lines: known members" prints '"outlet":"O"'
check "JSON Lines: other scalars are kept" prints '"rank":3'
check "JSON Lines: nested members are not" not prints '"deep"'
printf '{"id":"one","text":"1"}' >one.json
printf '[{"id":"a","text":"1"},{"text":"2"},3]' >many.json
check "a JSON object" reads "one " one.json
check "a JSON array" reads "a many-2 " many.json
check "a JSON array: the bad item" says '^rejected many.json\[3\]: not a JSON object$'
printf '{"id": x}' >broken.json
check "broken JSON: line and column" exits 65 run any broken.json
check "broken JSON: line and column" says '^rejected broken.json:1:[0-9]*: '

cp good.txt copy.txt
mkdir same
cp good.txt same/good.txt
article same/other.txt different
check "same id, same text: dropped and counted" exits 0 run any good.txt same/good.txt
check "same id, same text: counted" says '^read 1 article, rejected 0, 1 duplicate dropped$'
check "same id, other text: rejected" exits 0 run any other.txt same/other.txt
check "same id, other text: names the first" says "^rejected same/other.txt: the id 'other' is taken by other.txt"

tr '|' '\t' >m.tsv <<'END'
id|file|outlet|published|note
001|good.txt|The Paper|2025-11-10|x
002|other.txt||2025-11-11|
003|gone.txt|G||
END
check "--meta" reads "001 002 " --meta m.tsv good.txt other.txt
check "--meta: the outlet" prints '"outlet":"The Paper"'
check "--meta: unknown columns are metadata" prints '"note":"x"'
check "--meta: rows without an input are counted" says '1 row of --meta without an input'
printf 'id\tfile\n1\tgood.txt\n2\n' >bad.tsv
check "--meta with a short row: exit 65" exits 65 run any --meta bad.tsv good.txt
check "--meta with a short row: file:line" says 'bad.tsv:3: 1 columns where the header has 2'
check "--meta that is missing: exit 66" exits 66 run any --meta none.tsv good.txt

printf '\357\273\277with a mark' >bom.txt
printf '\377\376h\000i\000\075\330\000\336' >le.txt
printf '\376\377\000h\000i' >be.txt
check "byte order marks and UTF-16" reads "bom le be " bom.txt le.txt be.txt
check "byte order marks and UTF-16: counted" says '3 texts repaired'
check "the mark is gone" grep -q '"end":11,' out
check "a surrogate pair is four bytes" grep -q '"end":6,' out

printf 'REJECT' >reject.txt
check "--max-rejects not passed" exits 0 run any good.txt reject.txt --max-rejects 1
check "--max-rejects passed: exit 65" exits 65 run any good.txt reject.txt --max-rejects 0
check "--max-rejects in percent, not passed" exits 0 run any good.txt reject.txt --max-rejects 50%
check "--max-rejects in percent, passed" exits 65 run any good.txt reject.txt --max-rejects 49%
i=0
while [ $i -lt 30 ]; do
	set -- "$@" "none$i.txt"
	i=$((i + 1))
done
check "many rejects" exits 0 run any good.txt "$@"
check "many rejects: 20 lines" test "$(grep -c '^rejected ' err)" -eq 20
check "many rejects: the rest is counted" says '^… and 10 more rejected$'
check "a name with control characters is shown escaped" exits 66 run any "$(printf 'a\033[2Jb.txt')"
check "a name with control characters is shown escaped" says 'a.u{1B}\[2Jb.txt'
finish
