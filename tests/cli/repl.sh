#!/bin/sh
# The interactive session: piped, with -e, and on a terminal (of script(1)).
. "$(dirname "$0")/harness"

# feeds CODE EXIT : runs the lines of CODE by standard input
feeds() {
	printf '%s\n' "$1" | timeout 60 "$assay" repl >out 2>err && status=0 || status=$?
	[ "$status" = "$2" ] || show_last
}

check "-e: a value" exits 0 repl -e '1 + 1'
check "-e: a value" test "$(cat out)" = 2
check "-e: statements" exits 0 repl -e 'local x = 2 print(x)'
check "-e: an error ends with 1" exits 1 repl -e 'error "no"'
check "-e: its message" says "^input:1:1: no\$"
check "-e: a syntax error" exits 1 repl -e 'local = 1'
check "-e: a syntax error's place" says '^input:1:7: '
check "-e: unfinished code" exits 1 repl -e 'for i = 1, 2 do'
check "the library is there" exits 0 repl -e 'type(assay)'
check "the library is there" test "$(cat out)" = '"table"'

check "piped: values without a prompt" feeds '1 + 1
"text"' 0
check "piped: values without a prompt" test "$(cat out)" = '2
"text"'
check "piped: nothing on standard error" empty err
check "piped: a chunk over several lines" feeds 'for i = 1, 2 do
  print(i)
end' 0
check "piped: a chunk over several lines" test "$(cat out)" = '1
2'
check "piped: an expression over several lines" feeds '{
  1,
}' 0
check "piped: an expression over several lines" test "$(cat out)" = '{ 1 }'
check "piped: the first mistake ends it" feeds 'print "one"
nil_value()
print "two"' 1
check "piped: the first mistake ends it" test "$(cat out)" = one
check "piped: its message" says "global 'nil_value'"
check "piped: no frames of the program in the traceback" not says 'repl.lua'
check "piped: an unfinished end" feeds 'function f(' 1

check "strings are quoted, control characters escaped" feeds '"a\n\27\"é"' 0
check "strings are quoted, control characters escaped" test "$(cat out)" = '"a\n\x1B\"é"'
check "tables: sorted, one level" feeds '{b = {1}, a = 1, 10, [2.5] = true, ["x y"] = {}}' 0
check "tables: sorted, one level" test "$(cat out)" = '{ 10, [2.5] = true, a = 1, b = {…}, ["x y"] = {} }'
check "tables: cycles" feeds 't = {} t.t = t
t' 0
check "tables: cycles" test "$(cat out)" = '{ t = {…} }'
check "tables: cut at 40" feeds 't = {} for i = 1, 100 do t[i] = i end
t' 0
check "tables: cut at 40" prints '… 60 more'
check "several values" feeds '1, nil, "x"' 0
check "several values" test "$(cat out)" = '1
nil
"x"'
check "_ is the last value" feeds '6 * 7
_ + 1' 0
check "_ is the last value" test "$(tail -n 1 out)" = 43
check "error objects" feeds 'error { code = 1 }' 1
check "error objects" says '{ code = 1 }'

# docs/repl.md: the transcript, line by line.
cp "$root/tests/fixtures/ferry.lua" .
printf '%s\n' "The board has refused night sailings. Islanders want night sailings." >monday.txt
printf '%s\n' "Has the board refused night sailings? About 20 crew met." >tuesday.txt
printf '%s\n' "The board refused to discuss night sailings before the vote. “We want night sailings,” islanders said.\
 Crossings may start in May." >wednesday.txt
sed -n '/^    assay> /,/^[^ ]/s/^    //p' "$root/docs/repl.md" | sed '/^assay kwic/,$d' >shown
sed -n 's/^assay> //p' shown >typed
check "docs/repl.md: 25 steps and more" test "$(wc -l <typed)" -ge 25
"$assay" repl --echo <typed >made 2>err && status=0 || status=$?
check "docs/repl.md: the session runs to its end" test "$status" = 0
check "docs/repl.md: the session prints what it shows" diff shown made
check "docs/repl.md: the sentence is a test from then on" exits 0 test ferry.lua
check "docs/repl.md: … and fails with the old rules" sh -c \
	'cp "$1/tests/fixtures/ferry.lua" . && ! "$2" test ferry.lua' - "$root" "$assay"
check "docs/repl.md: the saved script does the work again" exits 0 repl session.lua

if [ -d "$root/../shared/seeds" ]; then
	cp -r "$root/scripts/packs/$pack" mine
	cat >seeds.txt <<-END
		.load $root/../shared/seeds --meta $root/../shared/seeds/manifest.tsv
		.run ./mine
		wrong = run.articles[1].stances[1].evidence[1]
		why(wrong, run.articles[1].id)
		label(wrong, "wrong")
	END
	check "seeds: from opening them to a saved test" sh -c '"$1" repl <seeds.txt' - "$assay"
	check "seeds: the test is the pack's" test "$(wc -l <mine/spec/examples.jsonl)" -ge 1
	check "seeds: … and fails until the rule is mended" exits 1 test ./mine
else
	skip "the session on the seeds: ../shared/seeds is not there"
fi

if ! script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	skip "the session on a terminal: script is not there"
	finish
fi

XDG_STATE_HOME=$work/state
TERM=xterm
export XDG_STATE_HOME TERM
control_c=$(printf '\003') control_d=$(printf '\004')
# Each argument is typed after a moment, as it stands.
type_all() {
	sleep 0.7
	for keys; do
		printf '%s' "$keys"
		sleep 0.4
	done
}
line_end='
'
type_all "1 + 1$line_end" \
	"for i = 3, 3 do$line_end" "print('three ' .. i)$line_end" "end$line_end" "garbage" "$control_c" \
	"'after ' .. 'clear'$line_end" "while true do end$line_end" "$control_c" "'still ' .. 'here'$line_end" \
	"error 'a mistake'$line_end" " 'not ' .. 'kept'$line_end" "1 + 1$line_end" "$control_d" |
	timeout 60 script -qec "exec '$assay' repl" typescript >/dev/null 2>&1 && status=0 || status=$?
tr -d '\r' <typescript >out
: >err
check "terminal: ends with 0" test "$status" -eq 0
check "terminal: banner" prints '^assay [0-9.]*, Lua 5.4'
check "terminal: prompt" prints 'assay> '
check "terminal: prompt of an unfinished chunk" prints '\.\.\.\.> '
check "terminal: a chunk over several lines" prints '^three 3$'
check "terminal: ^C clears the line" prints '^"after clear"$'
check "terminal: ^C stops what runs" prints 'interrupted$'
check "terminal: … and keeps the session" prints '^"still here"$'
check "terminal: an error keeps the session" prints 'input:1:1: a mistake'
check "terminal: history, of the owner alone" test "$(stat -c %a state/assay/history)" = 600
check "terminal: history has each line once" test "$(grep -c '^1.*1$' state/assay/history)" -eq 1
check "terminal: a line that begins with a space is not kept" not grep -q kept state/assay/history
finish
