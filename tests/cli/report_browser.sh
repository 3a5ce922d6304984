#!/bin/sh
# Opens the HTML report of the fixture in headless Chromium: it must run nothing, refuse nothing, and fit the window.
# ASSAY_SHOTS=DIR keeps the screenshots.
set -u
cd "$(dirname "$0")/../.." || exit 70

browser=/usr/bin/chromium
lua=${LUA:-lua5.4}
passed=0 failed=0

if [ ! -x "$browser" ]; then
  echo "SKIP report_browser: chromium not installed"
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
fi

work=$(mktemp -d) || exit 70
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
shots=${ASSAY_SHOTS:-$work}

# check NAME COMMAND… : one line per check
check() {
  name=$1
  shift
  if "$@" >/dev/null 2>&1; then
    passed=$((passed + 1))
    echo "ok   $name"
  else
    failed=$((failed + 1))
    echo "FAIL $name"
  fi
}

# browse WIDTH HEIGHT FILE FLAG… : a browser of its own, stdout and stderr to FILE.out and FILE.err
browse() {
  size=$1,$2 file=$3
  shift 3
  profile=$(mktemp -d "$work/profile.XXXXXX")
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
    --enable-logging=stderr --user-data-dir="$profile" --window-size="$size" "$@" "file://$file" \
    >"$file.out" 2>"$file.err"
}

# render.lua writes the report; and, in a frame of the wanted width (the browser's window has a least width), a copy
# in which the policy is gone and a script of ours measures the layout with every fold open.
cat >"$work/render.lua" <<'LUA'
package.path = "./scripts/?.lua;./scripts/?/init.lua;" .. package.path
local report = require "assay.report"
local html = report.html.render(dofile("tests/fixtures/report_result.lua"))
local policy = '<meta content="default%-src[^>]*>'
local measure = [[<script>
for (const fold of document.querySelectorAll("details")) fold.open = true;
const wide = [...document.querySelectorAll("main *")].filter(node => !node.closest(".wide") && !node.closest("svg")
  && !node.closest(".hidden") && node.getBoundingClientRect().right > innerWidth + 0.5);
const page = document.documentElement.scrollWidth;
parent.document.body.dataset.measure = `window ${innerWidth} page ${page} out ${wide.length}`;
</script></body>]]
assert(html:find(policy) and html:find("</body>", 1, true))
local function write(name, bytes)
  local file <close> = assert(io.open(arg[1] .. "/" .. name, "wb"))
  assert(file:write(bytes))
end
write("report.html", html)
local measured = html:gsub(policy, "", 1):gsub("</body>", function() return measure end, 1)
local quoted = measured:gsub("&", "&amp;"):gsub('"', "&quot;")
local frame = '<!DOCTYPE html><meta charset="utf-8"><body><iframe style="border:0;width:%dpx" srcdoc="'
for _, width in ipairs { 1280, 400 } do
  write("measured-" .. width .. ".html", frame:format(width) .. quoted .. '"></iframe></body>')
end
LUA
if ! "$lua" "$work/render.lua" "$work"; then
  echo "FAIL the fixture renders"
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

browse 1280 1000 "$work/report.html" --dump-dom
dom=$work/report.html.out
check "the page loads" grep -q 'id="methods"' "$dom"
check "the title is the question" grep -q '<title>Should the crew' "$dom"
check "hostile markup stays text" grep -q '&lt;script&gt;document.title' "$dom"
check "no script, image or frame is in the page" sh -c '! grep -Eq "<(script|img|iframe|object)[ >]" "$1"' - "$dom"
check "the policy refuses nothing the page holds" sh -c '! grep -Eiq "refused|violates" "$1"' - "$work/report.html.err"
check "five articles" sh -c '[ "$(grep -c "<article " "$1")" -eq 5 ]' - "$dom"
check "a dot leads to its sentence" grep -q '<a href="#e-000-[0-9]*"><svg' "$dom"
check "silence is marked" grep -q 'class="cell silent"' "$dom"

for width in 1280 400; do
  browse 1400 1000 "$work/measured-$width.html" --dump-dom
  measure=$(sed -n 's/.*<body data-measure="\([^"]*\)".*/\1/p' "$work/measured-$width.html.out" | head -n 1)
  check "nothing sticks out at $width px ($measure)" [ "$measure" = "window $width page $width out 0" ]
  browse "$width" 2400 "$work/report.html" --screenshot="$shots/report-$width.png"
  check "a screenshot at $width px" [ -s "$shots/report-$width.png" ]
done

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
