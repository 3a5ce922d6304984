#!/bin/sh
# Hostile packs: each class of attack as a file's own code and inside a rule that is being matched. A rule that is stopped
# costs its article, with the reason; nothing else. And what the walls leave alone: the same bytes in any order.
. "$(dirname "$0")/harness"
article good.txt
article other.txt soon

ON='on = { negation = "flip", hedge = "halve", condition = "condition", question = "drop", denial = "flip", report = "keep" }'
# rule_of CODE : a script whose one rule runs the code while it is matched
rule_of() {
	cat <<SCRIPT
actor { name = "Egypt" }
rule { id = "hostile", summary = "What it tries", peg = lpeg.Cmt(1, function()
	(function() $1 end)()
	return true
end), emits = { { holder = "speaker", sign = 1 } }, $ON }
SCRIPT
}

# stopped NAME LIMIT CODE : both ways end with 77 and a message that names the limit, the pack and the rule
stopped() {
	printf '%s\n' "$3" >loads.lua
	check "$1, while loading: 77" exits 77 run loads.lua good.txt
	check "$1, while loading: the limit and the pack" says "loads.*$2\|$2.*loads"
	check "$1, while loading: no result" empty out
	rule_of "$3" >matches.lua
	check "$1, in a rule: 77" exits 77 run matches.lua good.txt
	check "$1, in a rule: the limit, the rule, the pack" says "^rejected good.txt: .*$2.* in rule 'hostile' of pack 'matches'$"
	check "$1, in a rule: no result" empty out
}

# harmless NAME CODE : the code runs to its end as if nothing were there to take
harmless() {
	printf '%s\n' "$2" >loads.lua
	check "$1, while loading: runs" exits 0 run loads.lua good.txt
	rule_of "$2" >matches.lua
	check "$1, in a rule: runs" exits 0 run matches.lua good.txt
}

stopped "an endless loop" "instruction limit of [0-9]* passed" 'while true do end'
stopped "a loop that catches its end" "instruction limit" 'while true do pcall(function() while true do end end) end'
stopped "a handler that loops" "instruction limit" 'local function f() while true do end end while true do xpcall(f, f) end'
stopped "a slow pattern" "instruction limit" '("a"):rep(30000):find "a-a-a-b"'
stopped "memory" "memory limit of [0-9]* MiB passed" 'local t = {} while true do t[#t + 1] = ("x"):rep(1e6) .. #t end'
stopped "memory, caught" "memory limit" 'local t = {} while true do pcall(function() while true do t[#t+1] = ("x"):rep(1e6)..#t end end) end'
stopped "LPeg that goes round" "time limit of [0-9]* s passed" '((lpeg.P "a" ^ 0 * "b" + 1) ^ 0):match(("a"):rep(2000000))'

harmless "nothing of the system" 'for _, name in ipairs { "os", "io", "debug", "package", "require", "load", "loadfile", "dofile", "print",
	"coroutine", "collectgarbage", "warn" } do assert(({ pcall(function() return _ENV[name] end) })[2] == nil, name) end'
harmless "the string metatable is sealed" 'assert(getmetatable "" == nil and getmetatable(lpeg.P(1)) == nil)'
harmless "no finalizer" 'assert(not pcall(setmetatable, {}, { __gc = type }))'
harmless "no address" 'assert(not tostring({}):find "0x" and not pcall(string.format, "%p", {}))'
harmless "a fixed order" 'local s = "" for k in pairs { z = 1, y = 1, x = 1 } do s = s .. k end assert(s == "xyz")'

rule_of 'error("\27]0;title\7 and \27[31mred")' >raises.lua
run run raises.lua good.txt
check "an error in a rule rejects the article" says "^rejected good.txt: .*red in rule 'hostile' of pack 'raises'$"
check "a message of a pack is safe on a terminal" not grep -q "$(printf '\033')" err

printf 'return { rules = { { id = "x", pattern = type } } }\n' >function.lua
check "a function is no data: 78" exits 78 run function.lua good.txt
check "a function is no data: says so" says 'function.lua:1:1: a pack.s files give data; there is a function'
printf 'local t = {} for i = 1, 1000 do t = { t } end return t\n' >deep.lua
check "data nested without end: 78" exits 78 run deep.lua good.txt
check "data nested without end: the limit" says 'result limit'
printf '\033Lua' >bytecode.lua
check "bytecode is refused: 78" exits 78 run bytecode.lua good.txt

# A rule that counts articles: its memory is gone with each one.
cat >counts.lua <<SCRIPT
actor { name = "Egypt" }
local seen = 0
rule { id = "second", summary = "Matches from the second article on, if it can remember the first",
	peg = lpeg.Cmt(1, function(text, at) if at == 2 then seen = seen + 1 end return seen > 1 and at + 4 end),
	emits = { { holder = "speaker", sign = 1 } }, $ON }
SCRIPT
for i in 1 2 3 4 5 6; do echo "Egypt waits for day $i." >n$i.txt; done
check "nothing is carried over: it runs" exits 0 run counts.lua n*.txt -j 1 --format json
check "nothing is carried over: the rule has not matched" prints '"fired":0'

# Articles that stop the rule, and articles that do not.
cat >picky.lua <<SCRIPT
actor { name = "Egypt" }
rule { id = "picky", summary = "Loops on some articles", peg = lpeg.Cmt(1, function(text)
	while text:find "odd" do end
	return true
end), emits = { { holder = "speaker", sign = 1 } }, $ON }
SCRIPT
for i in 1 3 5; do echo "Egypt has an odd day $i." >n$i.txt; done
check "a stopped rule costs its articles alone" exits 77 run picky.lua n*.txt -j 1 --format json
check "a stopped rule: the count" says '^read 3 articles, rejected 3$'
check "a stopped rule: the limit is in the summary" prints '"limits":\[{"articles":3,"limit":"instructions"}\]'
cp out one
check "two workers" exits 77 run picky.lua n*.txt -j 2 --format json
check "one worker or two: the same bytes" cmp out one

mkdir corpus
cp "$root"/corpus/*.txt corpus
set -- corpus/*.txt
check "one worker" exits 0 run "$pack" "$@" n1.txt --meta "$root/corpus/manifest.tsv" --format json -j 1
cp out one
for file; do backward="$file ${backward:-}"; done
# shellcheck disable=SC2086
check "two workers, backwards" exits 0 run "$pack" n1.txt $backward --meta "$root/corpus/manifest.tsv" --format json -j 2
check "articles in another order, two workers: the same bytes" cmp one out

printf 'question(os.date "%%Y")\n' >own.lua
check "behind walls there is no clock: 78" exits 78 run own.lua good.txt
check "--trust: the owner's script may" exits 0 run own.lua good.txt --trust
check "--trust: says so" says '^assay: --trust: the code of own.lua runs without walls$'

printf 'while true do end\n' >loads.lua
for verb in test lint; do check "$verb is walled: 77" exits 77 $verb loads.lua; done
check "why-not is walled: 77" exits 77 why-not loads.lua x 'A text.'
check "profile is walled: 77" exits 77 profile loads.lua good.txt
check "show is walled: 77" exits 77 show --layer sentences --pack loads.lua good.txt

run doctor
check "doctor answers" test "$status" -le 1
check "doctor: the walls" prints '^Walls around a worker:'
check "doctor: behind a filter of system calls nothing leaks" sh -c '! grep -q "up   system calls" out || [ "$0" = 0 ]' "$status"
run doctor --format json
check "doctor: JSON: one object" prints '"walls":{'
finish
