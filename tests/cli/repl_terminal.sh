#!/bin/sh
# The session in a real terminal, of tmux: keys are sent, the screen is read. Nothing waits longer than it must.
. "$(dirname "$0")/harness"

if ! command -v tmux >/dev/null; then
	skip "the session in a terminal: tmux is not there"
	finish
fi

XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config
LC_ALL=C.UTF-8
unset TMUX
terminals=0
mux() { tmux -S "$work/tmux.$terminals" -f /dev/null "$@" 2>/dev/null; }
trap 'mux kill-server; rm -rf "$work"' EXIT

# start WIDTH HEIGHT ARGUMENT… : a session in a new terminal
start() {
	mux kill-server
	terminals=$((terminals + 1))
	width=$1 height=$2
	shift 2
	mux new-session -d -x "$width" -y "$height" -e XDG_STATE_HOME="$XDG_STATE_HOME" \
		-e XDG_CONFIG_HOME="$XDG_CONFIG_HOME" -e PAGER="${PAGER:-cat}" -e EDITOR="${EDITOR:-}" -e NO_COLOR=1 \
		"'$assay' repl $*; echo ended with \$?; cat"
	shows 'assay[^>]*> *$'
}
screen() { mux capture-pane -p -J -S -200 >out; }
keys() { mux send-keys "$@"; }
types() { mux send-keys -l "$1"; }
line() { types "$1" && keys Enter; }

# shows REGEX : the screen has a line like that, within ten seconds
shows() {
	for _ in $(seq 200); do
		screen
		grep -q -- "$1" out && return 0
		sleep 0.05
	done
	echo "no line like: $1"
	sed '/^$/d' out | tail -n 8
	return 1
}
# The last line that is not empty is a prompt again. Before it is, the terminal may swallow a control key.
at_prompt() {
	for _ in $(seq 200); do
		screen
		sed '/^$/d' out | tail -n 1 | grep -q '^assay[^>]*> *$' && return 0
		sleep 0.05
	done
	sed '/^$/d' out | tail -n 8
	return 1
}
clear_screen() { mux clear-history && keys C-l && at_prompt; }

start 100 40
check "banner and prompt" shows '^assay [0-9.]*, Lua 5.4'
types 'assay.op' && keys Tab
check "Tab completes a field" shows '^assay> assay.open'
keys C-u
types 'pri' && keys Tab && shows 'print' >/dev/null && types '("com" .. "pleted")' && keys Enter
check "Tab completes a global" shows '^completed$'
line 'read "'"$root"'/corpus/r000.txt"'
shows '^1$' >/dev/null
types 'article:se' && keys Tab
check "Tab completes methods of engine objects" shows '^assay> article:sentences'
keys C-u
types 'read "'"$root"'/corp' && keys Tab
check "Tab completes file names in strings" shows 'corpus/'
keys C-u
types 'try("%cue.ac' && keys Tab
check "Tab completes lexicons in patterns" shows 'try("%cue.according'
keys C-u
types '.rel' && keys Tab
check "Tab completes commands" shows '^assay> .reload'
keys C-u
line '.t'
check "a beginning that is not unique names both" shows '\.timer or \.trace'
line 'trap = setmetatable({}, {__index = function(_, k) ran = true end})'
at_prompt
types 'trap.fo' && keys Tab && keys Tab && keys C-u
line 'tostring(ran)'
check "completion runs nobody's code" shows '^"nil"$'

clear_screen
line 'for i = 1, 2 do'
check "an unfinished chunk has a prompt of its own" shows '^\.\.\.\.> *$'
line 'print("row " .. i)'
line 'end'
check "a chunk over several lines" shows '^row 2$'

stops() { # stops CODE : ^C ends it, the session goes on with what was there before
	clear_screen
	line 'kept = 40'
	at_prompt
	line "kept = kept + 1; started = true; $1"
	sleep 0.4
	keys C-c
	shows "$2" || return 1
	at_prompt || return 1
	line 'kept + 2'
	shows '^4[23]$'
}
check "^C stops an endless loop" stops 'while true do end' '^interrupted$'
check "^C stops a pathological pattern" stops \
	'string.find(("a"):rep(60), ("a*"):rep(60) .. "b")' '^stopped: the code did not heed'
line 'lpeg = require "lpeg"; big = ("a"):rep(50000000)'
at_prompt
check "^C stops LPeg over 50 MB" stops 'lpeg.match(((lpeg.P"a"^0 * "b") + 1)^0, big)' '^stopped: the code did not heed'
clear_screen
line 'lost = 1'
at_prompt
line 'lost = 2; os.execute("kill -SEGV $PPID")'
check "a chunk that brings the process down does not end the session" shows '^the code brought its process down'
at_prompt
line 'lost'
check "… and the session is as it was before it" shows '^1$'
line '"é" .. "ß"'
check "UTF-8 is edited as characters" shows '^"éß"$'

clear_screen
line 'many = {} for i = 1, 1000000 do many[i] = i end'
at_prompt
line 'many'
check "a million rows print cut, with their count" shows '999960 more'

clear_screen
for i in $(seq 200); do printf 'total = (total or 0) +\t%s\n' "$i"; done >paste.lua
mux load-buffer paste.lua && mux paste-buffer
line 'total'
check "a paste of 200 lines, tabs among them, runs as it stands" shows '^20100$'

clear_screen
mux resize-window -x 40 -y 24
line '{ alpha = "aaaaaaaaaaaaaaaaaaa", beta = "bbbbbbbbbbbbbbbbbbbbbb" }'
check "a narrow window breaks a table into lines" shows '^  beta = "b*"$'
line '1 + 1'
check "… and the session goes on" shows '^2$'
mux resize-window -x 100 -y 40

line '"a line for " .. "later"'
shows 'a line for later' >/dev/null
at_prompt
keys C-d
check "^D ends it with 0" shows '^ended with 0$'

start 100 40
keys Up
check "history reaches over sessions" shows '^assay> "a line for " .. "later"'
keys C-u
keys C-r && types 'total' && keys C-j
check "^R finds an earlier line" shows 'total'
keys C-u
EDITOR='sed -i s/40/90/'
at_prompt
keys C-d
shows '^ended with' >/dev/null
start 100 40
line 'edited = 40; print(edited)'
shows '^40$' >/dev/null
line '.edit'
check ".edit runs what the editor leaves" shows '^90$'
line 'os.exit(3)'
check "os.exit ends the session with its code" shows '^ended with 3$'

PAGER='sed s/^/paged:/'
start 100 20
line 'text = p("x") or {}; for i = 1, 60 do text[i] = ("%03d"):format(i):rep(9) end'
at_prompt
line 'text'
check "what is taller than the terminal goes through the pager" shows '^paged:'

mkdir -p config/assay && echo 'greeting = "from the start file"' >config/assay/replrc.lua
start 100 40
line 'greeting'
check "the start-up file is read" shows 'from the start file'
start 100 40 --no-rc
line 'tostring(greeting)'
check "--no-rc leaves it out" shows '^"nil"$'
"$assay" ingest "$root"/corpus/r000.txt --db dossier.db >/dev/null 2>&1
start 100 40 --db "$work/dossier.db"
check "the prompt names the open project" shows '^assay dossier.db> *$'
line 'database = require("assay.core").database.open("numbers.db", { create = true })'
at_prompt
check "^C stops a long query" stops \
	'for row in database:query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n") do end' \
	'^stopped: the code did not heed'
line 'for row in database:query("SELECT 40 + 2 AS n") do print(row.n or row[1]) end'
check "… and the database goes on" shows '^42$'
finish
