#!/bin/sh
# export for annotation tools, parsers and fact-checkers: a second reader finds the same words.
. "$(dirname "$0")/harness"

# Two code points of four bytes, combining marks, CRLF, spans over line breaks, what programs take for line ends.
printf '\360\237\230\200 Egypt said on Monday that the crossing would open.\r\n\r\nThe cabine\314\201t met. ' >a.txt
printf '\360\237\207\256\360\237\207\261 Israel rejected safe\r\npassage for about 200 Hamas men \360\237\230\200.\r\n\r\n' >>a.txt
printf '\342\200\234We reject,\342\200\235 Israel\342\200\231s e\314\201nvoy said, \342\200\234safe passage\nfor them.' >>a.txt
printf '\342\200\235\r\nAn official said Turkey demanded safe\342\200\250passage  for\tthem.\n\n\302\240 The' >>a.txt
printf ' a\013b\014c\034d\302\205e\342\200\251f\033[31mg\177h \342\200\256i_j | k\\l "m" <n> 10\302\240000 end.\n' >>a.txt
printf '  \377Israel rejected safe\npassage for the Hamas\000 men on Monday. \360\237 Turkey demanded safe passage.' >b.txt
printf '{"id":"c/d \\u2028 e%%","text":"Turkey demanded safe passage for the men.","title":"A\\ttitle"}\n' >c.jsonl
check "a run" exits 0 run "$pack" a.txt b.txt --format json -o run.json

for format in brat w3c uima claimreview; do
	check "export $format" exits 0 export $format run.json a.txt b.txt --statements all -o $format.out
	check "export $format: again" exits 0 export $format run.json a.txt b.txt --statements all
	check "export $format: the same bytes" cmp out $format.out
done
check "export conllu" exits 0 export conllu a.txt b.txt -o conllu.out
check "export conllu: with one worker" exits 0 export conllu a.txt b.txt -j 1
check "export conllu: the same bytes" cmp out conllu.out

if command -v python3 >/dev/null; then
	for format in brat w3c uima claimreview conllu; do
		check "export $format: a second reader finds the same words" \
			python3 "$here/read_exports.py" $format $format.out run.json a.txt b.txt
	done
else
	skip "export: the second reader: without python3"
fi

check "ingest" exits 0 ingest --db p.db a.txt b.txt
check "a run in a project" exits 0 run "$pack" --db p.db --format json
for format in brat w3c uima claimreview; do
	check "export $format from a project" exits 0 export $format --db p.db --statements all
	check "export $format from a project: the same" cmp out $format.out
done
check "export conllu from a project" exits 0 export conllu --db p.db
check "export conllu from a project: the same" cmp out conllu.out

check "export conllu of JSON Lines" exits 0 export conllu c.jsonl
check "export conllu: an id on one line" prints '^# newdoc id = c/d   e%$'
check "export conllu: an id for sentences" prints '^# sent_id = c%2Fd%20%20%20e%25-1$'
check "export conllu: a title on one line" prints '^# title = A title$'
check "a run of an odd id" exits 0 run "$pack" c.jsonl --format json -o odd.json
check "export brat of an odd id" exits 0 export brat odd.json c.jsonl -o odd.tar
printf '%s\n' annotation.conf c%2Fd%20%E2%80%A8%20e%25.txt c%2Fd%20%E2%80%A8%20e%25.ann >expected
check "export brat: its files have plain names" sh -c 'tar -tf odd.tar | diff - expected'
check "export brat without the texts: exit 66" exits 66 export brat run.json
printf '{"id":"a","text":"Another text."}\n' >other.jsonl
check "export w3c with other texts: exit 65" exits 65 export w3c run.json other.jsonl b.txt -o none
check "export w3c with other texts: why" says "article 'a' is not the text of the run: bytes"
check "export w3c with other texts: nothing is left" sh -c '! ls none* 2>/dev/null'
check "export conllu without input: exit 2" exits 2 export conllu
check "export conllu of what is not there: exit 66" exits 66 export conllu none.txt
check "export conllu, too many rejects: exit 65" exits 65 export conllu a.txt run.json --max-rejects 0
check "an option for articles: exit 2" exits 2 export brat run.json a.txt --max-rejects 0
check "an option for articles: which it is for" says -- '--max-rejects is for conllu, not for brat'
finish
