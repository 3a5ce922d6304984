#!/bin/sh
# How a reading is shown: JSON Lines for programs, text for a reader.
. "$(dirname "$0")/harness"

cat >a.txt <<'END'
The harbour reopens

Egypt said on Monday that it would not close the harbour. "We may open it," said Moshe Cohen, an Israeli official. It rained.
END

check "json" exits 0 show --layer sentences,clauses a.txt
check "json: a clause" prints '"layer":"clauses","n":[0-9]*,"start":[0-9]*,"end":[0-9]*,"kind":"main"'
check "json: an embedded clause names the one around it" prints '"kind":"complement","parent":[0-9]'
check "json is the default" exits 0 show --layer mentions a.txt
check "json is the default" prints '^{"article":"a","layer":"mentions"'

check "text" exits 0 show --format text a.txt
check "text: nothing on standard error" empty err
check "text: the article" prints '^== a ==$'
check "text: a sentence with its number and kind" prints '^   1 headline The harbour reopens$'
check "text: the speaker, a name, the cue" prints '<\[Egypt\]> _said_'
check "text: the content, the cue of a context" prints '{it would \*not\* close the$'
check "text: words in quotation marks" prints '"{We \*may\* open it,}"'
check "text: who says what" prints '^              > Egypt, indirect: it would not close the harbour$'
check "text: a context" prints '^              ~ negation (not): close the harbour$'
check "text: no colour where there is no terminal" not grep -q "$(printf '\033')" out
check "text: no line is wider than 80 columns" not grep -q '^.\{81\}' out
check "text: a sentence without marks is bare" prints '^   4 body     It rained\.$'

check "text --layer: only that is marked" exits 0 show --format text --layer mentions a.txt
check "text --layer: only that is marked" prints '\[Egypt\] said'
check "text --layer: no line below" not grep -q '^ *[>~] ' out
check "text --layer sentences: no mark at all" exits 0 show --format text --layer sentences a.txt
check "text --layer sentences: no mark at all" prints '^   2 body     Egypt said'
check "text --layer clauses" exits 0 show --format text --layer clauses a.txt
check "text --layer clauses" prints '(that it would not close the harbour)'

check "--color always" exits 0 show --format text --color always a.txt
check "--color always: codes" grep -q "$(printf '\033\\[1;32;36mEgypt\033\\[0m')" out
check "--color always: no signs" not grep -q '<\[' out
check "--color never" exits 0 show --format text --color never a.txt
check "NO_COLOR" sh -c 'NO_COLOR=1 CLICOLOR_FORCE=1 "$0" show --format text a.txt >out' "$assay"
check "NO_COLOR" not grep -q "$(printf '\033')" out
check "CLICOLOR_FORCE" sh -c 'CLICOLOR_FORCE=1 "$0" show --format text a.txt >out' "$assay"
check "CLICOLOR_FORCE" grep -q "$(printf '\033')" out

printf 'The \033[31mred\033[0m \302\233flag \342\200\256rose.\n' >evil.txt
check "escapes of the text" exits 0 show --format text --color always evil.txt
check "escapes of the text are neutralised" prints 'u{1B}\[31mred'
check "escapes of the text are neutralised: C1, overrides" prints 'u{9B}flag .u{202E}rose'
check "escapes of the text: none gets through" not grep -q "$(printf '\033\\[31m')" out
printf 'Bad \377 bytes, a \000 too: Egypt said it would open.\n' >bytes.txt
check "ill-formed bytes" exits 0 show --format text bytes.txt
check "ill-formed bytes: marks stay in place" prints '<\[Egypt\]> _said_ {it would open}'

check "two articles" exits 0 show --format text a.txt bytes.txt
check "two articles: in order, one legend" sh -c 'test "$(grep -c "^== " out)" -eq 2 && test "$(grep -c "^\[name\]" out)" -eq 1'
check "-o" exits 0 show --format text -o page.txt a.txt
check "-o: the file" grep -q '^== a ==$' page.txt
check "paragraphs are a layer" exits 0 show --layer paragraphs a.txt
check "paragraphs are a layer" prints '^{"article":"a","layer":"paragraphs","n":1,"start":0,"end":19,"kind":"headline"}$'
check "unknown format: exit 2" exits 2 show --format txt a.txt
check "unknown format: the nearest one" says "did you mean text?"
check "unknown colour: exit 2" exits 2 show --format text --color maybe a.txt

# A hundred thousand marks in one another.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "(\""; print "x" }' >deep.txt
check "marks nested deeply" exits 0 show --format text deep.txt
finish
