#!/bin/sh
# usage: sh run.sh [-j N] [--uncounted] COMMAND… : runs each shell command, N at a time, prints what fails or is skipped,
# and sums their counts; the last line is `N passed, N failed, N skipped`. Busted's summary is understood. A command
# without a count has failed, or with --uncounted is one test itself.
set -u
passed=0 failed=0 skipped=0 uncounted=no jobs=1
if [ "${1:-}" = -j ]; then
	jobs=$2
	shift 2
fi
if [ "${1:-}" = --uncounted ]; then
	uncounted=yes
	shift
fi
logs=$(mktemp -d) || exit 74
trap 'rm -rf "$logs"' EXIT
trap 'exit 130' INT TERM

# The last count in the log: passed, failed, skipped
counts() {
	sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p
s|^\([0-9]*\) success[a-z]* / \([0-9]*\) failures* / \([0-9]*\) errors* / \([0-9]*\) pending.*|\1 \2+\3 \4|p' "$log" |
		tail -n 1
}

i=0
for command; do
	i=$((i + 1))
	printf '%s\n' "$command" >"$logs/$i.command"
done
# shellcheck disable=SC2016
seq $# | LOGS=$logs xargs -P "$jobs" -I N sh -c \
	'sh "$LOGS/N.command" >"$LOGS/N.log" 2>&1 </dev/null; echo $? >"$LOGS/N.code"'

i=0
for command; do
	i=$((i + 1))
	log=$logs/$i.log code=$(cat "$logs/$i.code")
	# shellcheck disable=SC2046
	set -- $(counts)
	if [ $# -eq 0 ] && [ $uncounted = yes ]; then
		set -- $((code == 0)) $((code != 0)) 0
	elif [ $# -eq 0 ] || { [ "$code" -ne 0 ] && [ $(($2)) -eq 0 ]; }; then
		echo "$command: ended with $code" >>"$log"
		set -- "${1:-0}" 1 "${3:-0}"
	fi
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
	if [ $(($2)) -gt 0 ]; then
		echo "--- $command"
		cat "$log"
	else
		grep '^SKIP' "$log"
	fi
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
