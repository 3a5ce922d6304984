#!/bin/sh
# Project files: ingest, search, run --db.
. "$(dirname "$0")/harness"
mkdir in
for i in 1 2 3; do article in/$i.txt "number$i"; done

check "ingest" exits 0 ingest --db p.db in
check "ingest: the line" test "$(cat out)" = "added 3, unchanged 0, rejected 0"
check "ingest again" exits 0 ingest --db p.db in
check "ingest again: nothing changes" test "$(cat out)" = "added 0, unchanged 3, rejected 0"
: >in/empty.txt
check "ingest with a reject" exits 0 ingest --db p.db in none.txt
check "ingest with a reject" test "$(cat out)" = "added 0, unchanged 3, rejected 2"
check "ingest beyond --max-rejects" exits 65 ingest --db p.db in --max-rejects 0
check "ingest of what is not there" exits 66 ingest --db p.db none.txt
rm in/empty.txt
check "ingest reports each article" exits 0 ingest --db q.db in -v --batch 2
check "ingest reports each article" test "$(grep -c '^ingested [123]$' out)" -eq 3
check "no folder for the project" exits 66 ingest --db none/p.db in
echo "this is no database, only a text" >text.db
check "no project file" exits 65 ingest --db text.db in
check "no project file: it stays as it was" grep -q 'only a text' text.db

check "search" exits 0 search --db p.db number2
check "search: the sentence" prints '^2:[0-9]*-[0-9]*: .*number2'
check "search: only that" test "$(wc -l <out)" -eq 1
check "search: JSON" exits 0 search --db p.db number2 --format json
check "search: JSON: one object" prints '^{"v":1,"query":"number2","hits":\[{"article":"2","n":2,"start":[0-9]*,"end":[0-9]*,"text":".*number2.*"}\]}$'
check "search: nothing found: JSON" exits 0 search --db p.db zebra --format json
check "search: nothing found: JSON" prints '"hits":\[\]}$'
check "search: nothing found" exits 0 search --db p.db zebra
check "search: a query that cannot be read" exits 65 search --db p.db '"open'
check "search: no project" exits 66 search --db none.db word

check "run over the project" exits 0 run "$pack" --db p.db --format json
check "run over the project: its articles" says '^read 3 articles, rejected 0$'
cp out first
check "run over the project again: the same bytes" exits 0 run "$pack" --db p.db --format json -j 4
check "run over the project again: the same bytes" cmp out first
article new.txt new
check "run with INPUT and --db" exits 0 run "$pack" new.txt --db p.db --format json
check "run with INPUT and --db: only those" says '^read 1 article, rejected 0$'
check "… and they are in the project" exits 0 run "$pack" --db p.db --format json
check "… and they are in the project" says '^read 4 articles'
check "run over no project: exit 66" exits 66 run "$pack" --db none.db

i=0
while [ $i -lt 3000 ]; do
	echo "{\"id\":\"k$i\",\"text\":\"Article number $i of many. It has sentences.\"}"
	i=$((i + 1))
done >many.jsonl
timeout -s KILL 0.4 "$assay" ingest --db k.db many.jsonl -v --batch 20 >reported 2>err </dev/null
reported=$(grep -c '^ingested k[0-9]*$' reported)
check "after kill -9: ingest goes on" exits 0 ingest --db k.db many.jsonl
check "after kill -9: what was reported was there" test "$(sed 's/.*unchanged \([0-9]*\),.*/\1/' out)" -ge "$reported"
check "after kill -9: nothing is missing" exits 0 ingest --db k.db many.jsonl
check "after kill -9: nothing is missing" test "$(cat out)" = "added 0, unchanged 3000, rejected 0"
finish
