#!/bin/sh
# Articles that share text: found without comparing all pairs, each run with its bytes in both.
. "$(dirname "$0")/harness"

mkdir papers
echo 'The board will open the harbour to all ships again on Friday, officials said. It rained.' >papers/a.txt
echo 'On Monday: “the Board will open the harbour, to all ships again” – nobody else knew.' >papers/b.txt
echo 'Nothing was said about the ferry, the island or the weather of that week.' >papers/c.txt

check "reuse" exits 0 reuse papers
check "reuse: the pair" prints '^a – b: 55 % of the shorter text.s runs of five words, Jaccard 0\.[0-9]*$'
check "reuse: no other pair" sh -c 'test "$(wc -l <out)" -eq 1'
check "reuse --runs" exits 0 reuse --runs papers
check "reuse --runs: the words and their bytes" prints '^  10 words: “The board will open the harbour to all ships again” \[0-50, 14-65\]$'
check "reuse --format json" exits 0 reuse --format json papers
check "reuse --format json: one object" prints '^{"v":1,"pairs":\[{"a":"a","b":"b","shared":6,.*}\]}$'
check "reuse --format jsonl" exits 0 reuse --runs --format jsonl papers
check "reuse --format jsonl: the record" prints '^{"a":"a","b":"b","shared":6,"jaccard":0\.[0-9]*,"containment":0\.545455,"runs":\[{"a":{"start":0,"end":50},"b":{"start":14,"end":65},"words":10}\]}$'
check "reuse --least" exits 0 reuse --least 0.9 papers
check "reuse --least: none" empty out
check "reuse --format json: no pair" exits 0 reuse --least 0.9 --format json papers
check "reuse --format json: no pair" prints '^{"v":1,"pairs":\[\]}$'
check "reuse: one article" exits 0 reuse papers/a.txt
check "reuse: one article shares with nobody" empty out
check "reuse: an input that is missing" exits 66 reuse nothing.txt
check "reuse: no input" exits 2 reuse
printf 'A \377 bad byte before the board will open the harbour to all ships.' >papers/d.txt
check "reuse: ill-formed bytes" exits 0 reuse --runs papers/a.txt papers/d.txt
check "reuse: offsets are those of the repaired text" prints '\[0-44, 22-66\]'
finish
