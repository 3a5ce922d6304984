#!/bin/sh
# export and import: formats, files that appear whole or not at all, mistakes.
. "$(dirname "$0")/harness"
printf '\360\237\230\200 Egypt said on Monday that the crossing would open.\n' >a.txt
printf 'Israel rejected safe passage for the Hamas men on Monday. Turkey demanded safe passage for them.\n' >b.txt
check "a run" exits 0 run "$pack" a.txt b.txt --format json -o run.json

for format in csv jsonl graphml nodes edges; do
	check "export $format" exits 0 export $format run.json
	check "export $format: something came" test -s out
done
check "export csv: the unit of offsets" exits 0 export csv run.json --table claims
check "export csv: the unit of offsets is named" prints 'start_byte,end_byte'
check "export jsonl: the unit of offsets" exits 0 export jsonl run.json
check "export jsonl: the unit of offsets is named" prints '"offsets":"bytes"'
check "export graphml: declared keys" exits 0 export graphml run.json --network actor-actor
check "export graphml: keys have types" prints 'attr.name="conflict" attr.type="int"'
if command -v python3 >/dev/null; then
	check "export graphml: well-formed" python3 -c 'import xml.dom.minidom; xml.dom.minidom.parse("out")'
else
	skip "export graphml: well-formed: without python3"
fi

check "export dna" exits 0 export dna run.json a.txt b.txt --statements all -o run.dna
check "import dna" exits 0 import dna run.dna -o back.jsonl --articles articles.jsonl
check "export jsonl of statements" exits 0 export jsonl run.json --table statements --statements all -o there.jsonl
tail -n +2 back.jsonl >back
tail -n +2 there.jsonl >there
check "dna: the statements come back as they were" cmp back there
check "dna: there were some" test -s there
check "export dna-csv" exits 0 export dna-csv run.json a.txt b.txt --statements all -o run.csv
check "import dna-csv" exits 0 import dna-csv run.csv a.txt b.txt -o back.jsonl
tail -n +2 back.jsonl >back
check "dna-csv: the statements come back as they were" cmp back there
check "the articles of a dna file are input" exits 0 run "$pack" articles.jsonl --format json -o again.json
check "the articles of a dna file give the same run" sh -c '
	sed "s/.*\"agreement\":/\"agreement\":/" run.json >x; sed "s/.*\"agreement\":/\"agreement\":/" again.json | cmp - x'
check "ingest" exits 0 ingest --db p.db a.txt b.txt
check "a run in a project" exits 0 run "$pack" --db p.db --format json
check "export from a project" exits 0 export dna --db p.db -o project.dna
check "export from a project: it reads" exits 0 import dna project.dna

check "import for a network" exits 0 import dna run.dna -o said.jsonl
check "a network of statements" exits 0 export edges said.jsonl
cp out edges
check "a network of statements: that of the run" exits 0 export edges run.json --statements all
check "a network of statements: the same" cmp out edges
check "a table of statements alone: exit 2" exits 2 export csv said.jsonl
check "a network of something else: exit 65" exits 65 export edges articles.jsonl
check "a network of something else: the line" says 'articles\.jsonl:1: not a table of statements'

check "an unknown format: exit 2" exits 2 export grafml run.json
check "an unknown format: the nearest" says 'did you mean graphml'
check "an option of another format: exit 2" exits 2 export graphml run.json --table claims
check "an option of another format: which it is for" says -- '--table is for csv, jsonl'
check "dna without a file: exit 2" exits 2 export dna run.json a.txt b.txt
check "dna without the texts: exit 66" exits 66 export dna run.json -o none.dna
check "dna without the texts: nothing is left" sh -c '! ls none.dna* 2>/dev/null'
check "dna into a folder that is not there: exit 74" exits 74 export dna run.json a.txt b.txt -o no/where.dna
cp a.txt b.txt
check "dna with other texts: exit 65" exits 65 export dna run.json a.txt b.txt -o none.dna
check "dna with other texts: where they differ" says "article 'b' is not the text of the run: bytes"
check "import of no dna file: exit 65" exits 65 import dna run.json
check "import of a project: exit 65" exits 65 import dna p.db
check "import of a project: why" says 'so no file of DNA'
check "import of what is not there: exit 66" exits 66 import dna none.dna
mkfifo pipe
check "import of a pipe: it does not wait" exits 65 import dna pipe
check "import of a format that is only written: exit 2" exits 2 import graphml run.json
printf 'statement_id;document_id\n1;"a\n' >bad.csv
check "a csv with a broken line: exit 65" exits 65 import dna-csv bad.csv
check "a csv with a broken line: its number" says 'bad\.csv:2: a quotation mark without its end'
finish
