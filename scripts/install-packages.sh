#!/bin/sh
# usage: sh install-packages.sh PACKAGE… [--optional PACKAGE…]
# Installs what is missing of these Debian packages; needs neither root nor a network when nothing is. NEW|OLD: either
# will do, the first is installed. Without an optional package it goes on and says so.
# Exit 75: a needed package is missing and cannot be installed from here.
set -u

if ! command -v dpkg-query >/dev/null; then
	echo "This is not a Debian-like system, so nothing is installed. Needed (Debian's names): $*" >&2
	exit 0
fi

is_installed() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

any_installed() {
	for name in $(echo "$1" | tr '|' ' '); do
		is_installed "$name" && return 0
	done
	return 1
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
		sudo "$@"
	else
		return 75
	fi
}

# install PACKAGE… : silent, unless it fails
install() {
	log=$(mktemp) || return 74
	# shellcheck disable=SC2016
	as_root sh -c 'export DEBIAN_FRONTEND=noninteractive
		apt-get update && exec apt-get install -y --no-install-recommends "$@"' - "$@" >"$log" 2>&1
	result=$?
	[ "$result" -eq 0 ] || tail -n 20 "$log" >&2
	rm -f "$log"
	return "$result"
}

needed='' optional='' list=needed
for package; do
	if [ "$package" = --optional ]; then
		list=optional
	elif ! any_installed "$package"; then
		eval "$list=\"\$$list \${package%%|*}\""
	fi
done
[ -n "$needed$optional" ] || exit 0

echo "Installing:$needed$optional" >&2
# shellcheck disable=SC2086
install $needed $optional && exit 0
if [ -n "$optional" ]; then
	echo "Going on without:$optional" >&2
	[ -n "$needed" ] || exit 0
	# shellcheck disable=SC2086
	install $needed && exit 0
fi
echo "Could not install what is missing. As root, run:" >&2
echo "apt-get update && apt-get install -y --no-install-recommends$needed" >&2
exit 75
