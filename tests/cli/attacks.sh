#!/bin/sh
# The battery of hostile packs beside the project, where there is one: as a script's own code, and inside a rule that is
# being matched. Each must end as its first line demands.
. "$(dirname "$0")/harness"
battery=${ATTACKS:-$root/../shared/attacks}
if [ ! -r "$battery/run_packs.py" ] || ! command -v python3 >/dev/null; then
	skip "the battery of hostile packs: it is not in ${battery#"$root"/}, or there is no python3"
	finish
fi
run doctor
if grep -q "AddressSanitizer" out; then
	skip "the battery of hostile packs: it limits the address space, which AddressSanitizer needs"
	finish
fi
article good.txt

cat >template.lua <<'TEMPLATE'
actor { name = "Egypt" }
rule {
	id = "attack", summary = "What it tries while it is matched",
	peg = lpeg.Cmt(lpeg.P(1), function()
		(function()
@@BODY@@
		end)()
		return true
	end),
	emits = { { holder = "speaker", sign = 1 } },
	on = { negation = "flip", hedge = "halve", condition = "condition", question = "drop", denial = "flip", report = "keep" },
}
TEMPLATE

# battery WHERE OPTION… : a check for each pack, and one that no pack was left out
battery() {
	where=$1
	shift
	python3 "$battery/run_packs.py" --timeout 60 "$@" -- "$assay" run '{pack}' "$work/good.txt" >"table.$where" 2>&1
	while read -r verdict name rest; do
		case $verdict in
		ok | FAIL) check "$name $where: $rest" test "$verdict" = ok ;;
		esac
	done <"table.$where"
	check "$where: all packs ran" test "$(grep -c '^ok\|^FAIL' "table.$where")" -eq "$(ls "$battery"/packs/*.lua | wc -l)"
	# Twice the cap of 64 MiB, and the program.
	check "$where: memory under the cap" awk '$1 == "ok" && $4 + 0 > 200 { over = 1; print } END { exit over }' "table.$where"
}
battery loading
battery matching --template "$work/template.lua"
check "the machine is unharmed" test ! -e /tmp/assay_escape_marker
[ -z "${ATTACKS_TABLE:-}" ] || cat table.loading table.matching >"$ATTACKS_TABLE"
finish
