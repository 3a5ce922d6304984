#!/bin/sh
# assay sql reads a project file and does nothing else; doctor --db checks one.
. "$(dirname "$0")/harness"
article one.txt one
article two.txt two
check "a project" exits 0 ingest --db p.db one.txt two.txt

check "rows" exits 0 sql --db p.db 'SELECT key, bytes > 10 AS long FROM article ORDER BY key'
check "rows: names first, a tab between columns" test "$(cat out)" = "$(printf 'key\tlong\none\t1\ntwo\t1')"
check "rows as JSON" exits 0 sql --db p.db 'SELECT key, NULL FROM article ORDER BY key' --format json --limit 1
check "rows as JSON: the object" prints '^{"v":1,"columns":\["key","NULL"\],"rows":\[\["one",null\]\],"more":true}$'
check "more rows than shown: says so" says 'more than 1 rows'
run search --db p.db ready
check "the search's index can be asked" exits 0 sql --db p.db "SELECT count(*) FROM sentence_fts WHERE sentence_fts MATCH 'ready'"
check "the search's index: answers" prints '^2$'
check "control characters are escaped" exits 0 sql --db p.db "SELECT char(27) || '[31m'"
check "control characters are escaped: in the header, too" not grep -q "$(printf '\033')" out

before=$(cksum <p.db)
for query in 'DELETE FROM article' 'UPDATE article SET text = 1' 'INSERT INTO source VALUES(9, 1)' 'DROP TABLE article' \
	'CREATE TABLE x(y)' "ATTACH 'y.db' AS y" 'PRAGMA journal_mode = WAL' 'PRAGMA writable_schema = 1' 'VACUUM' 'BEGIN' \
	"VACUUM INTO 'copy.db'" "SELECT load_extension('x')" "SELECT hex(fts3_tokenizer('simple'))" \
	'SELECT randomblob(9)' "SELECT readfile('/etc/passwd')" "SELECT writefile('x', 'y')" \
	'WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT max(i) FROM c' \
	'SELECT 1; DELETE FROM article' 'selekt' ''; do
	check "refused: $query" exits 2 sql --db p.db "$query"
done
check "the file is as it was" test "$(cksum <p.db)" = "$before"
check "nothing was written beside it" sh -c '! ls copy.db y.db x 2>/dev/null | grep -q .'
many='sentence a, sentence b, sentence c, sentence d, sentence e, sentence f, sentence g'
check "a query without end: 77" exits 77 sql --db p.db "SELECT count(*) FROM $many, $(echo "$many" | sed 's/\([a-g]\)\(,\|$\)/\12\2/g'), sentence x, sentence y, sentence z, sentence w, sentence v, sentence u, sentence t, sentence s"
check "a query without end: says so" says 'too many steps'

run doctor --db p.db
check "doctor: a whole file" test "$status" -le 1
check "doctor: says so" prints '^Project file: whole$'
cp p.db bad.db
pages=$(($(wc -c <bad.db) / 4096))
i=2
while [ $i -lt $pages ]; do
	printf 'garbage garbage' | dd of=bad.db bs=1 seek=$((i * 4096 + 8)) conv=notrunc 2>/dev/null
	i=$((i + 1))
done
check "a damaged file: 65" exits 65 sql --db bad.db 'SELECT 1'
check "a damaged file: says so" says 'damaged project file'
check "not a project: 65" exits 65 sql --db one.txt 'SELECT 1'
check "no project: 66" exits 66 sql --db none.db 'SELECT 1'
check "no --db: 2" exits 2 sql 'SELECT 1'
finish
