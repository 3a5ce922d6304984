#!/bin/sh
# The README's first screen is what the demonstration prints.
. "$(dirname "$0")/harness"
cd "$root" || exit 70

"$assay" run safe-passage corpus/*.txt --meta corpus/manifest.tsv >"$work/out" 2>"$work/err" && status=0 || status=$?
cd "$work" || exit 70
check "the sample corpus: exit 0" test "$status" -eq 0
check "the sample corpus: every article is read" says '^read 8 articles, rejected 0$'

# Between the words that announce it and the picture, indented by four.
sed -n '/begins like this/,/^!\[/s/^    //p' "$root/README.md" >excerpt
lines=$(grep -c . excerpt)
check "README.md: there is an excerpt" test "$lines" -gt 5
grep . excerpt >expected
grep . out | head -n "$lines" | diff expected - >difference
check "README.md: the excerpt is how the summary begins" sh -c 'cat difference; test ! -s difference'
finish
