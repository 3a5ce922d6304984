#!/bin/sh
# Packs on their way: made, checked, built, signed, installed from a folder, an archive and a git repository, verified,
# pinned, removed; and what is refused on that way.
. "$(dirname "$0")/harness"
printf 'The board has refused night sailings.\n' >monday.txt
opposes() { run run "$1" monday.txt --format json && prints '"actor":"Harbour Board","stance":"opposes"'; }
same() { cmp "$1" "$2"; }

check "new" exits 0 pack new ferry
check "new: not over what is there" exits 2 pack new ferry
check "new: a name that cannot be one" exits 2 pack new Ferry_1
check "check: a new pack passes" exits 0 pack check ferry
check "check: says what was checked" sh -c '[ "$(grep -c "^ok" out)" -eq 6 ]'
check "check: JSON" exits 0 pack check ferry --format json
check "check: JSON: one object" prints '^{"v":1,"failed":false,"checks":\[{"what":"form","fine":true,'
check "test: JSON" exits 0 pack test ferry --format json
check "test: JSON: one object" prints '^{"v":1,"failures":\[\],"accuracy":1'
check "test: a new pack passes" exits 0 pack test ferry
check "a folder runs" opposes ./ferry
check "build" exits 0 pack build ferry
cp ferry-0.1.0.tar.gz first.tar.gz
touch -d 2001-01-01 ferry/*
chmod 600 ferry/README.md
mkdir elsewhere
cp -r ferry elsewhere/
check "build: another folder, other times and modes" exits 0 pack build elsewhere/ferry
check "build: the same bytes" same ferry-0.1.0.tar.gz first.tar.gz
check "build: tar reads it" sh -c 'tar tzf first.tar.gz | grep -q "^ferry-0.1.0/pack.lua$"'
tar xzf first.tar.gz
check "build: sha256sum reads its pack.sum" sh -c 'cd ferry-0.1.0 && sha256sum --quiet -c pack.sum'
check "build: the content hash is that of pack.sum" grep -q "$(sha256sum <ferry-0.1.0/pack.sum | cut -c 1-64)" out

check "keygen" exits 0 pack keygen me
check "keygen: the secret key is its owner's" sh -c '[ "$(stat -c %a me.key)" = 600 ]'
check "keygen: not over what is there" exits 74 pack keygen me
check "keygen: another" exits 0 pack keygen other
check "install: unsigned is refused" exits 78 pack install first.tar.gz
check "install: unsigned is refused: how it is allowed" says 'not signed (--allow-unsigned'
cp first.tar.gz signed.tar.gz
check "sign an archive" exits 0 pack sign signed.tar.gz --key me.key
cp signed.tar.gz again.tar.gz
check "sign an archive again" exits 0 pack sign again.tar.gz --key me.key
check "sign an archive again: the same bytes" same signed.tar.gz again.tar.gz
check "sign with a public key" exits 65 pack sign again.tar.gz --key me.pub
check "install: by a key that is not trusted" exits 78 pack install signed.tar.gz
check "install: by a key that is not trusted: which" says 'signed by key [0-9A-F]\{16\}, which is not trusted'
check "install: by another key" exits 78 pack install signed.tar.gz --key other.pub
check "install: nothing is there yet" exits 66 run ferry-0 monday.txt
check "verify an archive" exits 0 pack verify signed.tar.gz --key me.pub
check "install an archive" exits 0 pack install signed.tar.gz --key me.pub
mkdir there
cd there || exit 70
cp ../monday.txt .
check "an installed pack runs by its name" opposes ferry
check "an installed pack: verify" exits 0 pack verify ferry
check "an installed pack: verify: by whom it is signed" prints 'signed by key [0-9A-F]\{16\}$'
check "an installed pack: verify: JSON" exits 0 pack verify ferry --format json
check "an installed pack: verify: JSON: one object" prints '"key":"[0-9A-F]\{16\}","problems":\[\]}$'
check "an installed pack: list" sh -c '"$0" pack list -l | grep -q "^ferry  *0.1.0  "' "$assay"
check "an installed pack: info" exits 0 pack info ferry --format json
check "an installed pack: info: the hash" prints '"sha256":"[0-9a-f]\{64\}"'
check "a name that is nearly one" exits 66 run fery monday.txt
check "a name that is nearly one: the name" says 'did you mean ferry'
cd ..
check "the key is trusted from then on" exits 0 pack install signed.tar.gz
cp first.tar.gz others.tar.gz
"$assay" pack sign others.tar.gz --key other.key >/dev/null
mkdir -p data/keys
number=$(sed -n '1s/.* //p' other.pub)
cp other.pub "data/keys/$number.pub"
check "another key than before, though it is trusted" exits 78 pack install others.tar.gz
check "another key than before: which" says "signed by key $number, and what is installed by"
rm "data/keys/$number.pub"
check "nothing is left beside the store" sh -c '! ls data/store data/packs | grep -q new-'

if command -v minisign >/dev/null; then
	rm -rf ferry-0.1.0
	tar xzf signed.tar.gz
	check "minisign verifies our signature" minisign -q -Vm ferry-0.1.0/pack.sum -p me.pub
	printf x >>ferry-0.1.0/pack.sum
	check "minisign refuses another file" not minisign -q -Vm ferry-0.1.0/pack.sum -p me.pub
	check "minisign signs with our key" minisign -q -Sm monday.txt -s me.key
	minisign -q -G -W -p theirs.pub -s theirs.key >/dev/null 2>&1 </dev/null
	cp first.tar.gz theirs.tar.gz
	check "a key of minisign signs" exits 0 pack sign theirs.tar.gz --key theirs.key
	check "a key of minisign verifies" exits 0 pack verify theirs.tar.gz --key theirs.pub
	cp -r ferry bysign
	check "sign a folder" exits 0 pack sign bysign --key me.key
	minisign -q -Sm bysign/pack.sum -s theirs.key -t 'signed by minisign'
	check "a signature of minisign verifies" exits 0 pack verify ./bysign --key theirs.pub
else
	skip "minisign is not installed"
fi

# One byte that is another.
rm -rf tampered
mkdir tampered
tar xzf signed.tar.gz -C tampered --strip-components=1
sed -i 's/wants night/wants Night/' tampered/rules.lua
check "a changed byte: verify" exits 1 pack verify ./tampered
check "a changed byte: verify: where" prints 'changed: rules.lua'
check "a changed byte: install" exits 78 pack install tampered
check "a changed byte: install: where" says 'pack.sum says: changed: rules.lua'
(cd tampered && sha256sum $(find . -type f ! -name 'pack.sum*' | sed 's,^\./,,' | LC_ALL=C sort) >pack.sum)
check "a changed byte, and pack.sum made to fit" exits 78 pack install tampered
check "a changed byte, and pack.sum made to fit: why" says 'the signature is not that of key'
printf more >tampered/more.lua
check "a file more" exits 1 pack verify ./tampered
check "a file more: which" prints 'not listed: more.lua'
rm tampered/more.lua tampered/claims.lua
check "a file less" sh -c '"$0" pack verify ./tampered; [ $? -eq 1 ]' "$assay"
head -c 900 signed.tar.gz >cut.tar.gz
check "an archive that is cut off" exits 78 pack install cut.tar.gz
installed=$(echo data/store/*)
cp "$installed/rules.lua" kept.lua
sed -i 's/wants night/wants Night/' "$installed/rules.lua"
check "installed files that were changed do not run" exits 78 run ferry monday.txt
check "installed files that were changed: which" says 'not what it was (changed: rules.lua)'
printf 'actor { name = "Harbour Board" }\nclaim { id = "c", type = "polarity", summary = "s", pattern = "x" }\n' >own.lua
check "installed files that were changed: other scripts run" exits 0 run own.lua monday.txt
check "installed files that were changed: verify" exits 1 pack verify ferry
check "installed files that were changed are put right" exits 0 pack install signed.tar.gz
check "installed files that were put right run" opposes ferry
check "the files are what they were" same "$installed/rules.lua" kept.lua

# What an archive may not hold. Each is the pack with something more.
plain() {
	rm -rf bad bad.tar
	cp -r ferry bad
}
packed() { tar --format="${1:-gnu}" -C bad -cf bad.tar . && gzip -nf <bad.tar >bad.tar.gz; }
refuses() {
	check "an archive with $1: refused" exits 78 pack install bad.tar.gz --allow-unsigned
	check "an archive with $1: why" says "$2"
	check "an archive with $1: the version before runs" opposes ferry
}
plain
ln -s /etc/passwd bad/more.lua
packed
refuses "a symbolic link" 'more.lua: a symbolic link'
plain
ln bad/rules.lua bad/zz.lua
packed
refuses "a hard link" ': a hard link'
plain
mkfifo bad/pipe
packed
refuses "a FIFO" 'pipe: a FIFO'
plain
chmod u+s bad/rules.lua
packed
refuses "a setuid bit" 'rules.lua: a setuid'
plain
packed
tar -C bad -rf bad.tar ./rules.lua
gzip -nf <bad.tar >bad.tar.gz
refuses "the same name twice" 'rules.lua: there twice'
plain
cp bad/rules.lua bad/Rules.lua
packed
refuses "names that differ by case" 'there twice, as R'
plain
printf x >"bad/$(printf 'e\314\201.lua')"
packed
refuses "a combining character" 'other characters than letters'
plain
printf x >"bad/$(printf 'e\351.lua')"
packed
refuses "a name that is not UTF-8" 'not UTF-8'
plain
printf x >"bad/$(printf 'a\033[2J.lua')"
packed
refuses "a control character" 'a.x1b'
plain
packed
tar -Prf bad.tar --transform='s,.*,../../escaped,' monday.txt
gzip -nf <bad.tar >bad.tar.gz
refuses "a path that leads out" 'leads out of the pack'
plain
packed
tar -Prf bad.tar --transform="s,.*,$work/escaped," monday.txt
gzip -nf <bad.tar >bad.tar.gz
refuses "an absolute path" 'an absolute path'
plain
packed pax
tar --format=pax -rf bad.tar --pax-option='path:=../../escaped' monday.txt 2>/dev/null
gzip -nf <bad.tar >bad.tar.gz
refuses "a path in a header of its own" 'leads out of the pack'
plain
head -c 20000000 /dev/zero >bad/zeros
packed
refuses "a bomb" 'compressed more than is allowed'
plain
mkdir bad/many
i=0
while [ $i -lt 600 ]; do
	: >bad/many/f$i
	i=$((i + 1))
done
packed
refuses "too many files" 'more entries than are allowed'
plain
mkdir -p bad/1/2/3/4/5/6/7/8
cp monday.txt bad/1/2/3/4/5/6/7/8
packed
refuses "deep folders" 'more than 7 deep'
printf 'no archive' >bad.tar.gz
refuses "no archive in it" 'bad.tar.gz: '
check "nothing has got out" sh -c '! [ -e escaped ] && ! [ -e ../escaped ]'
plain
ln -s /etc/passwd bad/more.lua
check "a folder with a symbolic link" exits 78 pack install bad --allow-unsigned
check "a folder with a symbolic link: why" says 'more.lua: a symbolic link'

# A manifest is data.
manifest() {
	plain
	sed -i "$1" bad/pack.lua
	check "a manifest with $2" exits 78 pack install bad --allow-unsigned
	check "a manifest with $2: where" says "$3"
}
manifest 's/summary/sumary/' "an unknown key" "bad/pack.lua:7:2: unknown key 'sumary'; did you mean 'summary'?"
manifest 's/engine = .*/engine = (function() return "x" end)(),/' "code in it" 'pack.lua:6:11: a data file has strings'
manifest 's/"0.1.0"/"one"/' "no version" "'one' is no version"
manifest 's/\^0.1"/^9.0"/' "another engine" 'needs an engine ^9.0, and this is'
manifest 's/requires = .*/requires = { nowhere = "*" },/' "a pack that is not here" 'needs the pack nowhere \*: install that first'
manifest 's/requires = .*/requires = { en = ">=7" },/' "another version of a pack" 'needs en >=7, and here is'
manifest 's/requires = .*/permits = { "network" },/' "a permit that there is not" "there is no permit 'network'"

# A version that does not hold what it promises leaves the one before.
second() { # VERSION: the next version of the pack, in second/
	rm -rf second
	cp -r ferry second
	sed -i "s/0\\.1\\.0/$1/" second/pack.lua
	printf '\n## %s\n\nMore.\n' "$1" >>second/CHANGES.md
}
second 0.1.1
sed -i 's/has refused new paint/has refused night sailings/' second/rules.lua
check "an example that fails" exits 1 pack install second --allow-unsigned
check "an example that fails: which" says 'does not hold what it promises: example of refuses, no'
check "an example that fails: the version before" sh -c '"$0" pack info ferry | grep -q "^version  *0.1.0"' "$assay"
second 0.1.1
sed -i 's/"opposes"/"favours"/g' second/gold/stances.jsonl
check "gold below its gate" exits 1 pack install second --allow-unsigned
check "gold below its gate: by how much" says 'gold: accuracy 0.500 is below the gate of 0.800'
second 0.1.1
sed -i 's/rules = {/rulez = {/' second/spec/stances.lua
check "a spec with an unknown key" exits 78 pack install second --allow-unsigned

# The version goes up as far as the change needs.
second 0.1.1
check "a change without consequence: a patch" exits 0 pack check second
second 0.1.0
printf '\nMore.\n' >>second/README.md
check "a change under the same version" exits 1 pack check second
check "a change under the same version: what it needs" prints 'the change is patch and needs 0.1.1 or more'
second 0.1.1
sed -i 's/id = "crew"/id = "crews"/' second/claims.lua
check "a claim that is gone: not a patch" exits 1 pack check second
check "a claim that is gone: which" prints "claim 'crew' is gone"
second 0.2.0
sed -i 's/id = "crew"/id = "crews"/' second/claims.lua
check "a claim that is gone: a breaking version" exits 0 pack check second
check "check: against an archive" exits 0 pack check second --against first.tar.gz

# Ended at any moment, an installation leaves a version that works.
second 0.1.1
rm second/pack.sum* 2>/dev/null
for moment in 0.005 0.01 0.02 0.03 0.05 0.08 0.12 0.2 0.3; do
	timeout -s KILL $moment "$assay" pack install second --allow-unsigned >/dev/null 2>&1 </dev/null
	check "killed after $moment s: a version runs" opposes ferry
	check "killed after $moment s: it is whole" exits 0 pack verify ferry
done
check "after that it is installed" exits 0 pack install second --allow-unsigned
check "after that it is installed: nothing is left over" sh -c '! ls data/store data/packs | grep -q new-'
check "after that it is installed: both versions are here" sh -c '[ "$(ls data/store | wc -l)" -eq 2 ]'

# Pinned.
mkdir pinned
cp monday.txt pinned
cd pinned || exit 70
check "lock: names are needed at first" exits 2 pack lock
check "lock" exits 0 pack lock ferry
check "lock: what it needs is pinned too" sh -c '[ "$(cut -d , -f 2 assay.lock)" = "\"name\":\"en\"
\"name\":\"ferry\"" ]'
cp assay.lock kept.lock
check "lock: another version is refused" exits 78 pack install ../signed.tar.gz
check "lock: another version is refused: which" says 'assay.lock pins ferry 0.1.1 .* and this is 0.1.0'
check "lock: nothing has written it" same assay.lock kept.lock
(cd .. && "$assay" pack install signed.tar.gz >/dev/null)
check "lock: the pinned version runs, whatever is installed" sh -c '"$0" run ferry monday.txt | grep -q "pack ferry 0.1.1"' \
	"$assay"
rm -rf ../data/store
check "lock: a pinned version that is not here does not run" exits 78 run ferry monday.txt
check "lock: install brings it back" exits 0 pack install
check "lock: it runs again" sh -c '"$0" run ferry monday.txt | grep -q "pack ferry 0.1.1"' "$assay"
check "lock: --update changes it" exits 0 pack install ../signed.tar.gz --update
check "lock: --update has changed it" grep -q '"version":"0.1.0"' assay.lock
printf 'x\n' >>assay.lock
check "lock: one that cannot be read" exits 78 run ferry monday.txt
check "lock: one that cannot be read: where" says 'assay.lock:3: not a record'
cd ..

# From a git repository.
if command -v git >/dev/null; then
	export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
	second 0.3.0
	git -C second init -q -b main
	printf '*.tmp\n' >second/.gitignore
	git -C second add . && git -C second commit -qm 'A pack'
	first=$(git -C second rev-parse HEAD)
	mkdir second/.git/hooks 2>/dev/null
	printf '#!/bin/sh\ntouch %s/hooked\n' "$work" >second/.git/hooks/post-checkout
	chmod +x second/.git/hooks/post-checkout
	url=file://$work/second
	check "git: install" exits 0 pack install "$url" --allow-unsigned
	check "git: the commit is noted" sh -c '"$0" pack info ferry | grep -q "^commit  *$1"' "$assay" "$first"
	sed -i 's/0\.3\.0/0.3.1/' second/pack.lua
	git -C second commit -qam 'Another'
	check "git: a pinned commit" exits 0 pack install "$url#$first" --allow-unsigned
	check "git: a pinned commit: its version" prints '^ferry 0.3.0'
	check "git: the head" exits 0 pack install "$url" --allow-unsigned
	check "git: the head: its version" prints '^ferry 0.3.1'
	check "git: a commit that is none" exits 2 pack install "$url#main" --allow-unsigned
	check "git: a commit that is not there" exits 74 pack install "$url#$(echo "$first" | tr 0-9a-f 1-9a-f0)" --allow-unsigned
	ln -s /etc/passwd second/more.lua
	git -C second add . && git -C second commit -qm 'A link'
	check "git: a symbolic link is refused" exits 78 pack install "$url" --allow-unsigned
	check "git: a symbolic link is refused: why" says 'more.lua: a symbolic link'
	check "git: no hook has run" sh -c '! [ -e hooked ]'
	check "git: other transports are no sources" exits 66 pack install "ext::sh -c touch% $work/hooked" --allow-unsigned
	check "git: a repository that is not there" exits 74 pack install "file://$work/none" --allow-unsigned
	check "git: the version before runs" opposes ferry
else
	skip "git is not installed"
fi

# Rules switched off and weighed anew.
echo 'return { rules = { refuses = { off = true } } }' >off.lua
check "overrides: a rule that is off" exits 0 run ferry monday.txt --overrides off.lua --format json
check "overrides: its evidence is gone" prints '"actor":"Harbour Board","stance":"none"'
check "overrides: the run says so" prints '"params":{"overrides":\[{"rule":"refuses","off":true}\]}'
hash() { "$assay" run ferry monday.txt --format json "$@" 2>/dev/null | grep -o '"sha256":"[0-9a-f]*"'; }
check "overrides: the hash of the run is another" sh -c '[ "$1" != "$2" ]' - "$(hash)" "$(hash --overrides off.lua)"
echo 'return { rules = { refuses = { weight = 0.5 } } }' >half.lua
check "overrides: a weight" exits 0 run ferry monday.txt --overrides half.lua --format json
check "overrides: the weight counts" prints '"weight":0.5'
echo 'return { rules = { refusess = { off = true } } }' >wrong.lua
check "overrides: a rule that is not there" exits 78 run ferry monday.txt --overrides wrong.lua
check "overrides: a rule that is not there: which is meant" says "wrong.lua:1:20: the pack has no rule 'refusess'; did you mean 'refuses'?"

# A pack that builds on another.
mkdir -p builds
cp ferry/LICENSE ferry/README.md ferry/CHANGES.md builds
cat >builds/pack.lua <<'END'
return { format = 1, name = "builds", version = "0.1.0", engine = "*", license = "MIT", requires = { ferry = ">=0.1" } }
END
check "a pack that needs another: install" exits 0 pack install builds --allow-unsigned
check "a pack that needs another: it has its rules" opposes builds
check "a pack that is needed is not removed" exits 2 pack remove ferry
check "a pack that is needed is not removed: by whom" says 'ferry is needed by builds'
before=$("$assay" run builds monday.txt --format json 2>/dev/null | grep -o '"sha256":"[0-9a-f]*"')
(cd there && "$assay" pack install ../signed.tar.gz >/dev/null)
after=$("$assay" run builds monday.txt --format json 2>/dev/null | grep -o '"sha256":"[0-9a-f]*"')
check "a used pack counts in the hash of a run" sh -c '[ -n "$1" ] && [ "$1" != "$2" ]' - "$before" "$after"
check "remove" exits 0 pack remove builds
check "remove the other" exits 0 pack remove ferry
check "remove: no files are left" sh -c '[ -z "$(ls data/store data/packs | grep -v :)" ]'
check "remove: what is not there" exits 66 pack remove ferry

check "without an action" exits 2 pack
check "an action that is nearly one" exits 2 pack instal x
check "an action that is nearly one: which" says 'did you mean install'
for action in new check test build keygen sign install verify list info remove lock; do
	check "help pack $action" exits 0 help pack $action
	check "help pack $action: its usage" prints "^usage: assay pack $action"
done
for name in en safe-passage stabilisation-force; do
	check "the pack $name holds what a shared one must" exits 0 pack check "$root/scripts/packs/$name"
done

# The blocks of docs/packs.md: lines `$ assay …`, each with its output behind it; keys and hashes are others each time.
mkdir docs
cp monday.txt docs
cd docs || exit 70
PATH=$(dirname "$assay"):$PATH
masked() { sed 's/[0-9A-F]\{16\}/KEY/; s/[0-9a-f]\{64\}/HASH/; s/[0-9a-f]\{12\}…/HASH/'; }
awk '/^    \$ /{on=1} !/^    /{on=0} on' "$root/docs/packs.md" | sed 's/^    //' >shown
grep '^\$ ' shown | sed 's/^\$ //' >lines
while IFS= read -r line; do
	echo "\$ $line"
	sh -c "$line" 2>/dev/null </dev/null || :
done <lines >made
check "docs/packs.md: there are commands" test "$(wc -l <lines)" -ge 12
masked <shown >shown.masked
masked <made >made.masked
check "docs/packs.md: its commands print what it shows" sh -c 'diff shown.masked made.masked'
finish
