#!/bin/sh
# usage: run_units.sh PROGRAM… : runs each, prints what fails and a sum; the last line is `N passed, N failed, N skipped`.
passed=0 failed=0 skipped=0
for program; do
	output=$("$program" 2>&1) && status=0 || status=$?
	line=$(printf '%s\n' "$output" | grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' | tail -n 1)
	if [ -z "$line" ]; then
		printf '%s\n%s: ended with %s and no count\n' "$output" "$program" "$status"
		failed=$((failed + 1))
		continue
	fi
	# shellcheck disable=SC2086
	set_counts() { passed=$((passed + $1)); failed=$((failed + $3)); skipped=$((skipped + $5)); }
	set_counts $line
	case $status:$line in
	0:*) ;;
	*", 0 failed"*) printf '%s\n%s: ended with %s\n' "$output" "$program" "$status"; failed=$((failed + 1)) ;;
	*) printf '%s\n' "$output" ;;
	esac
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
