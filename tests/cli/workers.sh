#!/bin/sh
# Workers that die, stall or answer nonsense, by a library that does so on demand; and the same bytes for any -j. The
# library kills and writes where the walls would not let it: --trust.
. "$(dirname "$0")/harness"
. "$here/stand_in"

for word in CRASH STOP LOOP EAT ERROR GARBAGE SPAN OTHER REJECT; do
	article "a$word.txt" "$word"
	printf '%s now' "$word" >"$word.txt"
done
set -- a*.txt
check "each lost article is rejected with its reason" exits 0 run any --trust --format json -j 2 --deadline 3 --memory 60 \
	aCRASH.txt CRASH.txt aSTOP.txt STOP.txt aLOOP.txt LOOP.txt aEAT.txt EAT.txt aERROR.txt ERROR.txt \
	GARBAGE.txt SPAN.txt OTHER.txt REJECT.txt aREJECT.txt
check "crash" says "^rejected CRASH.txt: the worker ended by SIGKILL$"
check "stop" says "^rejected STOP.txt: the worker was stopped by a signal$"
check "loop" says '^rejected LOOP.txt: deadline of 3 s passed$'
check "memory" says '^rejected EAT.txt: memory limit of 60 MiB reached$'
check "error" says '^rejected ERROR.txt: .*a mistake$'
check "garbage" says '^rejected GARBAGE.txt: malformed answer of the worker: '
check "a span outside the text" says '^rejected SPAN.txt: malformed answer of the worker: a span outside the text$'
check "an answer for another article" says '^rejected OTHER.txt: malformed answer of the worker: for another article$'
check "refused by the session" says '^rejected REJECT.txt: not for us$'
check "all others were read" says '^read 6 articles, rejected 9$'
check "limits are in the summary" prints '{"articles":1,"limit":"deadline"},{"articles":1,"limit":"memory"}'

i=0
while [ $i -lt 120 ]; do
	case $i in
	*7) text="REJECT $i" ;;
	*3) text="CRASH $i" ;;
	*5) text="SLOW $i" ;;
	*) text="Text $i." ;;
	esac
	echo "{\"id\":\"a$i\",\"text\":\"$text\"}"
	i=$((i + 1))
done >mixed.jsonl
for format in json jsonl; do
	for jobs in 1 4; do
		run run any mixed.jsonl nothing.txt --trust --format $format -j $jobs
		mv out out.$format.$jobs
		mv err err.$jobs
	done
	check "-j1 and -j4 give the same $format" cmp out.$format.1 out.$format.4
	check "-j1 and -j4 give the same messages" cmp err.1 err.4
done
check "and there were articles" grep -q '"articles":96' out.json.1

check "a pack that kills its worker ends the run: exit 77" exits 77 run crash aERROR.txt --trust
check "a pack that kills its worker: the cause" says 'the pack cannot be loaded: the worker ended by SIGKILL'

if ! command -v pgrep >/dev/null; then
	skip "signals from outside: pgrep is not there"
	finish
fi
printf 'SLOW %s\n' 1 2 3 4 5 6 7 8 | awk '{print "{\"text\":\"" $0 " " NR "\"}"}' >slow.jsonl

# start ARGUMENT… : a run in the background, $run, whose first worker $worker is up
start() {
	"$assay" run any slow.jsonl --format json "$@" >out 2>err </dev/null &
	run=$! worker= tries=0
	while [ -z "$worker" ] && [ $tries -lt 200 ]; do
		worker=$(pgrep -P "$run" | head -n 1)
		tries=$((tries + 1))
		sleep 0.02
	done
	sleep 0.2
}

for signal in KILL SEGV STOP; do
	start -j 1
	kill -$signal "$worker"
	wait "$run" && status=0 || status=$?
	check "SIG$signal to a worker costs one article" says '^read 7 articles, rejected 1$'
	check "SIG$signal to a worker: exit 0" test "$status" -eq 0
done

start -j 2 -o signal.json
kill -TERM "$run"
wait "$run" 2>/dev/null && status=0 || status=$?
check "SIGTERM ends the run" test "$status" -eq 143
check "SIGTERM leaves no file" test ! -e signal.json
check "SIGTERM leaves nothing beside it" not ls signal.json.*
start -j 2
workers=$(pgrep -P "$run")
kill -KILL "$run"
wait "$run" 2>/dev/null
sleep 0.5
# alive: a worker still runs; one that nobody waited for does not count
alive() {
	for process in $workers; do
		grep -q '^State:[[:space:]]*[RSDT]' "/proc/$process/status" 2>/dev/null && return 0
	done
	return 1
}
check "there were two workers" test "$(echo "$workers" | wc -w)" -eq 2
check "kill -9 of the parent leaves no worker" not alive

# timeout in the foreground gives the program the SIGINT that a background process of sh ignores.
timeout --foreground -k 5 -s INT --preserve-status 0.7 "$assay" run any slow.jsonl -j 1 --format json >out 2>err </dev/null &&
	status=0 || status=$?
check "SIGINT: exit 130" test "$status" -eq 130
check "SIGINT: says so" says '^assay: interrupted$'
check "SIGINT: no output" empty out
finish
