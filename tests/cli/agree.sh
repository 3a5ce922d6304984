#!/bin/sh
# agree: codings by people, and a run beside them.
. "$(dirname "$0")/harness"
printf 'Israel rejected safe passage for the Hamas men on Monday.\n' >a.txt
printf 'Turkey demanded safe passage for the Hamas men on Monday.\n' >b.txt
check "a run" exits 0 run "$pack" a.txt b.txt --format json -o run.json
printf 'article,actor,stance\na,Israel,opposes\nb,Turkey,favours\nb,Israel,none\n' >ann.csv
printf '{"id":"a","actors":{"Israel":{"stance":"opposes"}}}\n{"id":"b","actor":"Turkey","stance":"mixed"}\n' >bob.jsonl

check "two codings" exits 0 agree ann.csv bob.jsonl
check "two codings: what counts" prints '^2 units that two or more coded$'
check "two codings: raw agreement with an interval" prints '^raw agreement  0\.500 \[0\.095, 0\.905\]$'
check "two codings: alpha" prints '^alpha          0\.400 (no interval: too_few_units)$'
check "two codings: kappa" prints "^Cohen's kappa  0\\.333"
check "two codings: what they differ on" prints '^  b, Turkey: favours | mixed$'
check "two codings: by actor" prints '^by actor$'
check "two codings: by document" prints '^by document$'
check "two codings: what it means" prints 'agreement can be a shared error'
check "three codings" exits 0 agree ann.csv bob.jsonl run.json
check "three codings: Fleiss' kappa" prints "^Fleiss' kappa"
check "a run beside a coding" exits 0 agree ann.csv run.json --format json
check "a run beside a coding: it agrees" prints '"raw":{"estimate":1\.0'
cp out first
run agree ann.csv run.json --format json
check "a run beside a coding: the same bytes again" cmp out first
check "a floor that holds" exits 0 agree ann.csv run.json --fail-under 0.9
check "a floor that does not: exit 1" exits 1 agree ann.csv bob.jsonl --fail-under 0.9
printf 'article,claim,coder,label\na,crew,x,3\na,crew,y,4\nb,crew,x,9\nb,crew,y,9\n' >both.csv
check "two coders in one file" exits 0 agree both.csv --metric ratio
check "two coders in one file: their names" prints '^2  both\.csv, y: 2 coded'
check "two coders in one file: by claim" prints '^by claim$'

check "statements of a dna file" exits 0 export dna run.json a.txt b.txt -o run.dna
check "statements of a dna file: read" exits 0 import dna run.dna -o said.jsonl
check "statements of a dna file are a coding" exits 0 agree said.jsonl run.json
check "statements of a dna file are a coding: its coder" prints '^1  said\.jsonl, assay '
check "statements of a dna file are a coding: it agrees" prints '^raw agreement  1\.000'

printf 'article,actor,stance\na,Israel,oposes\n' >slip.csv
check "an unknown label: exit 65" exits 65 agree ann.csv slip.csv
check "an unknown label: line and nearest" says "slip\\.csv:2: unknown label 'oposes', did you mean opposes"
printf 'article,actor,stance\na,Israel,none\na,Israel,none\n' >twice.csv
check "a unit coded twice: exit 65" exits 65 agree ann.csv twice.csv
check "a unit coded twice: both lines" says 'twice\.csv:3: a, Israel is already in line 2'
check "one coder alone: exit 65" exits 65 agree ann.csv
check "a metric of numbers over words: exit 65" exits 65 agree ann.csv bob.jsonl --metric interval
check "what is not there: exit 66" exits 66 agree ann.csv none.csv
check "an unknown metric: exit 2" exits 2 agree ann.csv bob.jsonl --metric nominel
check "an unknown metric: the nearest" says 'did you mean nominal'
check "no operand: exit 2" exits 2 agree
finish
