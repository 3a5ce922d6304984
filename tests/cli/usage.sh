#!/bin/sh
# The command line itself: help, version, and what is said about mistakes.
. "$(dirname "$0")/harness"
article a.txt

check "no verb: exit 2" exits 2
check "no verb: nothing on standard output" empty out
check "no verb: the verbs on standard error" says '^  run '
check "no verb: what fits on a screen" test "$(wc -l <err)" -le 24
check "--help: exit 0" exits 0 --help
check "--help: on standard output" prints '^  run '
check "the hidden verb is not listed" not grep -q worker out
check "help: the same" exits 0 help
check "help VERB" exits 0 help run
check "help VERB: has the options" prints '[-]-max-rejects'
check "VERB --help" exits 0 run --help
check "VERB --help: has a usage line" prints '^usage: assay run '
check "help lines are at most 80 columns wide" not grep -q '^.\{90\}' out
check "--version" exits 0 --version
check "--version: the program first" test "$(sed -n '1s/[0-9.]*$//p' out)" = "assay "
for name in Lua LPeg SQLite; do
	check "--version: $name" prints "^$name [0-9.]*$"
done

check "unknown verb: exit 2" exits 2 rnu a.txt
check "unknown verb: the nearest one" says "did you mean run?"
check "unknown verb: one line" one_line err
check "unknown verb far from all" exits 2 xyzzyxyzzy
check "unknown verb far from all: no guess" not says "did you mean"
check "a verb that looks like a path: exit 2" exits 2 ../command/run
check "unknown option: exit 2" exits 2 run "$pack" a.txt --fromat json
check "unknown option: the nearest one" says "did you mean --format?"
check "abbreviated option: exit 2" exits 2 run "$pack" a.txt --form json
check "unknown format: exit 2" exits 2 run "$pack" a.txt --format jsno
check "unknown format: the nearest one" says "did you mean json?"
check "unknown layer: exit 2" exits 2 show --layer tokenz a.txt
check "unknown layer: the nearest one" says "did you mean tokens?"
check "unknown --newline: exit 2" exits 2 show --layer sentences --newline none a.txt
check "no layer: exit 2" exits 2 show a.txt
check "option without its argument: exit 2" exits 2 run "$pack" a.txt --db
check "option without its argument: says which" says "[-]-db needs FILE"
check "option instead of an argument: exit 2" exits 2 run "$pack" a.txt --db --format json
check "flag with a value: exit 2" exits 2 run "$pack" a.txt --no-progress=yes
check "option given twice: exit 2" exits 2 run "$pack" a.txt --format json --format text
check "no number: exit 2" exits 2 run "$pack" a.txt -j many
check "zero workers: exit 2" exits 2 run "$pack" a.txt -j0
check "bad --max-rejects: exit 2" exits 2 run "$pack" a.txt --max-rejects 1.5
check "bad --max-rejects in percent: exit 2" exits 2 run "$pack" a.txt --max-rejects 101%
check "run without anything: exit 2" exits 2 run
check "run without inputs: exit 2" exits 2 run "$pack"
check "ingest without --db: exit 2" exits 2 ingest a.txt
check "worker by hand: exit 2" exits 2 worker
check "an option before the verb: exit 2" exits 2 --format json run
check "help for nothing known: exit 2" exits 2 help rnu
check "-- ends the options" exits 66 run "$pack" -- --format
check "control characters are not passed to the terminal" exits 2 "$(printf 'a\033[31mb')"
check "… but shown" says 'a.u{1B}'
check "pack list" exits 0 pack list
check "pack list: the language pack" prints '^en$'
finish
