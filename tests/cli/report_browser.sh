#!/bin/sh
# The HTML report in headless Chromium: what tests/browser/report.lua checks. Pictures go to ASSAY_SHOTS, where given.
# axe-core is for development only: npm puts it into the build, where there is npm and a network.
. "$(dirname "$0")/harness"
if [ ! -x /usr/bin/chromium ]; then
	skip "report_browser: chromium is not installed"
	echo "0 passed, 0 failed, 1 skipped"
	exit 0
fi

axe=$root/build/npm/node_modules/axe-core/axe.min.js
if [ ! -f "$axe" ] && command -v npm >/dev/null; then
	mkdir -p "$root/build/npm"
	(cd "$root/build/npm" && timeout 60 npm install --silent --no-audit --no-fund axe-core@4) >/dev/null 2>&1
fi
[ -f "$axe" ] && AXE=$axe && export AXE
[ -n "${ASSAY_SHOTS:-}" ] && SHOTS=$ASSAY_SHOTS && export SHOTS

hostile >hostile.jsonl
"$assay" run safe-passage hostile.jsonl --format html -o hostile.html >/dev/null 2>&1
"$assay" run safe-passage "$root"/corpus/*.txt --meta "$root/corpus/manifest.tsv" --format html -o demo.html 2>/dev/null
cd "$root" || exit 70
WORK=$work timeout 200 "$assay" repl -e 'dofile "tests/browser/report.lua"' </dev/null
