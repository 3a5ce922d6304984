#!/bin/sh
# Installs what the build needs, builds, and analyses the sample corpus: a summary here, the details in report.html.
set -eu
cd "$(dirname "$0")/.."

sh scripts/install-packages.sh gcc make libc6-dev pkgconf liblua5.4-dev lua-lpeg lua-lpeg-dev libsqlite3-dev \
	libedit-dev libjansson-dev libutf8proc-dev libstemmer-dev libsodium-dev libarchive-dev zlib1g-dev libseccomp-dev

log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT TERM
if ! make -j "$(getconf _NPROCESSORS_ONLN)" >"$log" 2>&1; then
	cat "$log" >&2
	echo "demo: the build failed" >&2
	exit 70
fi

# Not the folder itself: gold/ holds annotations, not articles.
run() {
	build/assay run safe-passage corpus/*.txt --meta corpus/manifest.tsv --no-progress "$@"
}
run
run --format html -o report.html 2>"$log" || { code=$?; cat "$log" >&2; exit "$code"; }
echo
echo "Each figure with the sentences behind it: open $PWD/report.html in a browser."
