#!/bin/sh
# Where results go: whole files or none, and no lost write.
. "$(dirname "$0")/harness"
. "$here/stand_in"
article a.txt

check "-o" exits 0 run any a.txt --format json -o result.json
check "-o: nothing on standard output" empty out
check "-o: the file" grep -q '^{"v":1' result.json
check "-o: nothing left beside it" test "$(ls result* | wc -l)" -eq 1
chmod 600 result.json
check "-o again" exits 0 run any a.txt --format json -o result.json
check "-o again: the permissions stay" test "$(stat -c %a result.json)" = 600
ln -s result.json link.json
check "-o to a link" exits 0 run any a.txt --format json -o link.json
check "-o to a link: it stays one" test -L link.json
check "-o to a folder: exit 74" exits 74 run any a.txt --format json -o .
check "-o in no folder: exit 74" exits 74 run any a.txt --format json -o none/x.json
check "-o in no folder: one line" one_line err
echo old >keep.json
check "a failed run" exits 66 run any none.txt --format json -o keep.json
check "a failed run leaves the old file" grep -q old keep.json
check "a failed run leaves nothing beside it" test "$(ls keep* | wc -l)" -eq 1
if [ -c /dev/full ]; then
	check "-o /dev/full: exit 74" exits 74 run any a.txt --format json -o /dev/full
	check "-o /dev/full: one line" one_line err
	check "-o /dev/full: the cause" says 'No space left on device'
	for words in "run any a.txt --format json" "show --layer tokens a.txt" "help" "--version" "repl -e 1"; do
		# shellcheck disable=SC2086
		check "$words >/dev/full: exit 74" sh -c '"$0" '"$words"' >/dev/full 2>err; test $? -eq 74' "$assay"
		check "$words >/dev/full: the cause" says 'cannot write standard output: No space left on device'
	done
else
	skip "/dev/full is not there"
fi
check "closed standard output: exit 74" sh -c '"$0" help >&- 2>err; test $? -eq 74' "$assay"
check "closed descriptors do not matter otherwise" sh -c '"$0" run any a.txt --format json -o c.json <&- 2>&-' "$assay"
i=0
while [ $i -lt 2000 ]; do
	echo "{\"text\":\"line $i\"}"
	i=$((i + 1))
done >many.jsonl
"$assay" show --layer tokens many.jsonl 2>err | head -n 1 >/dev/null
check "a reader that goes away is no message" empty err
check "jsonl: a line per article and one more" exits 0 run any many.jsonl --format jsonl
check "jsonl: a line per article and one more" test "$(wc -l <out)" -eq 2001
check "jsonl: the last is the summary" sh -c 'tail -n 1 out | grep -q "\"summary\":{\"articles\":2000"'
check "no colour and no progress where there is no terminal" exits 0 run any a.txt --format json
check "no colour and no progress where there is no terminal" not grep -q "$(printf '\033')" out err
finish
