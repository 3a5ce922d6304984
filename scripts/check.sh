#!/bin/sh
# Installs what the tests need, builds, and runs every test. A line per step, details of what fails; the last line is
# `N passed, N failed, N skipped`. Exit 1 when something failed. `make help` lists the steps that can be run alone.
set -u
cd "$(dirname "$0")/.." || exit 70

sh scripts/install-packages.sh gcc make libc6-dev pkgconf liblua5.4-dev lua-lpeg lua-lpeg-dev libsqlite3-dev \
	libedit-dev libjansson-dev libutf8proc-dev libstemmer-dev libsodium-dev libarchive-dev zlib1g-dev libseccomp-dev \
	lua5.4 lua-busted lua-check procps binutils \
	--optional clang 'libclang-rt-dev|libclang-rt-14-dev' valgrind chromium fonts-dejavu-core git minisign tmux less \
	|| exit

passed=0 failed=0 skipped=0
jobs=$(getconf _NPROCESSORS_ONLN)
make="make -s --no-print-directory"
log=$(mktemp) || exit 74
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT TERM
unset MAKEFLAGS MAKELEVEL

count() {
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
	printf '%-36s %5d passed, %d failed, %d skipped\n' "$step" "$1" "$2" "$3"
}

# step NAME COMMAND… : a command that prints no count is one test itself
step() {
	step=$1
	shift
	"$@" >"$log" 2>&1
	code=$?
	# shellcheck disable=SC2046
	set -- $(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p' "$log" | tail -n 1)
	if [ $# -eq 0 ]; then
		set -- $((code == 0)) $((code != 0)) 0
	elif [ $code -ne 0 ] && [ "$2" -eq 0 ]; then
		set -- "$1" 1 "$3"
	fi
	count "$@"
	if [ "$2" -gt 0 ]; then
		sed 's/^/    /' "$log"
	else
		sed -n 's/^SKIP/    SKIP/p' "$log"
	fi
}

skip() {
	step=$1
	count 0 0 1
	echo "    SKIP $2 is not installed"
}

# step_with TOOL NAME COMMAND…
step_with() {
	if command -v "$1" >/dev/null; then
		shift
		step "$@"
	else
		skip "$2" "$1"
	fi
}

step "build" $make -j "$jobs"
if [ ! -x build/assay ]; then
	echo "$passed passed, $failed failed, $skipped skipped"
	exit 1
fi
step "layers" $make layers
step "luacheck" $make lint
step "install and uninstall" $make install-test
step "scripts/demo.sh" sh scripts/demo.sh
step "C units" $make -j "$jobs" unit
step "Lua specs" $make spec
step "command line" $make cli
step "C units, ASan and UBSan" $make -j "$jobs" asan-unit
step "Lua specs, ASan and UBSan" $make asan-spec
step "command line, ASan and UBSan" $make asan-cli
step_with clang "build by clang, no warnings" $make -j "$jobs" warnings
step_with clang "fuzzing" $make -j "$jobs" fuzz
step_with valgrind "valgrind" $make memcheck

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
