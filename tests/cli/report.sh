#!/bin/sh
# Reports as files: the verb `report`, the folder beside a split report, tables, hostile articles in every format.
. "$(dirname "$0")/harness"
pack=safe-passage
set -- "$root"/corpus/*.txt --meta "$root/corpus/manifest.tsv"

check "run: the project keeps the run" exits 0 ingest --db p.db "$@"
check "run --db: a report" exits 0 run $pack --db p.db --format html -o run.html
for format in text html md; do
	check "report --db is the report of the run: $format" exits 0 run $pack --db p.db --format $format -o run.$format
	check "report --db is the report of the run: $format" exits 0 report --db p.db --format $format -o again.$format
	check "report --db is the report of the run: $format" cmp run.$format again.$format
done
check "the report names the command" grep -q 'assay run safe-passage --db p.db' run.html
check "workers do not change it" exits 0 run $pack --db p.db --format html -o jobs.html -j 3
check "workers do not change it" cmp run.html jobs.html
check "report RUN.json" exits 0 run $pack "$@" --format json -o run.json
check "report RUN.json without texts" exits 0 report run.json --format md
check "report RUN.json with texts" exits 0 report run.json "$@" --format html -o texts.html
check "report RUN.json with texts: whole articles" grep -q 'class="text"' texts.html
check "report without anything: exit 2" exits 2 report
check "report --db with an operand: exit 2" exits 2 report --db p.db run.json
check "report of no run: exit 65" exits 65 report "$root/corpus/manifest.tsv"
check "report of no project: exit 66" exits 66 report --db none.db

check "--csv" exits 0 run $pack "$@" --csv tables --format json -o x.json
check "--csv: ten tables" test "$(ls tables | wc -l)" -eq 10
check "--csv: a table has its columns" grep -q '^actor,stance,score,low,high,' tables/stances.csv
check "--csv again writes over them" exits 0 report --db p.db --csv tables
check "--csv into a file: exit 74" exits 74 report --db p.db --csv run.json
check "--ascii" exits 0 report --db p.db --ascii
check "--ascii: no drawing outside it" not grep -q '[─█●▲≠]' out

# One article a hundred and one times under other names.
i=0
while [ $i -lt 101 ]; do
	i=$((i + 1))
	printf '{"id":"a %d","outlet":"O%d","published":"2025-11-%02d","text":"Israel has rejected the request. %d"}\n' \
		$i $((i % 7)) $((i % 28 + 1)) $i
done >many.jsonl
check "a large report: exit 0" exits 0 run $pack many.jsonl --format html -o "large one.html"
check "a large report: its folder" test -f "large one-pages/articles-001.html"
check "a large report: it leads there" grep -q 'href="large%20one-pages/articles-001.html#a-a_201"' "large one.html"
check "a large report to standard output is one file" exits 0 run $pack many.jsonl --format html
check "a large report to standard output is one file" test "$(grep -c '<article ' out)" -eq 101

hostile >hostile.jsonl
escape=$(printf '\033') override=$(printf '\342\200\256')
for format in text md; do
	check "hostile articles: $format" exits 0 run $pack hostile.jsonl --format $format
	check "hostile articles: no control reaches the terminal: $format" not grep -q "$escape\|$override" out
done
check "hostile articles: no tag in Markdown" not grep -q '\(^\|[^\\]\)<script' out
check "hostile articles: tables" exits 0 run $pack hostile.jsonl --csv bad --format text
check "hostile articles: no formula in a table" not grep -q '\(^\|,\)[=+@]' bad/stances-by-article.csv
check "hostile articles: a formula is text" grep -q "'=HYPERLINK(0)" bad/stances-by-article.csv
check "hostile articles: html" exits 0 run $pack hostile.jsonl --format html -o bad.html
check "hostile articles: one script in the page" test "$(grep -c '<script' bad.html)" -eq 1
finish
