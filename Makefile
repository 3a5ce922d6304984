# make help lists the targets. CFLAGS, LDFLAGS and CC are the user's; what the project needs stands in WARN and friends.
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
B      ?= build

# The architecture, lowest layer first: a file includes only what stands left of its own layer (make layers).
LAYERS := base reuse text document lexicon context attribution match pipeline store walls bindings
UPPER  := host cli

PKGS     := lua5.4 sqlite3 libutf8proc jansson libsodium
WARN     := -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
CPPFLAGS += -Iengine -Iinclude -D_GNU_SOURCE -DASSAY_PREFIX='"$(PREFIX)"' $(shell pkg-config --cflags $(PKGS))

# The program links Lua, LPeg, SQLite and the small libraries statically where Debian ships the archives; the module
# (assay.so) leaves lua_* to its host and must not carry a Lua of its own.
static = $(if $(wildcard $(shell $(CC) -print-file-name=lib$(1).a)),-l:lib$(1).a,-l$(1))
ENGINE_LIBS = $(call static,sqlite3) $(call static,utf8proc) $(call static,stemmer) $(call static,jansson) $(call static,sodium)
# What only the host needs.
HOST_LIBS   = $(call static,archive) $(call static,z) -ledit
LUA_LIBS    = $(call static,lua5.4-lpeg) $(call static,lua5.4)
SHARED_LIBS = -lsqlite3 -lutf8proc -lstemmer -ljansson -lsodium
SYSTEM_LIBS = -lm -ldl -lpthread $(SECCOMP)

# Without libseccomp workers are not kept from system calls; assay doctor says so.
ifeq ($(shell pkg-config --exists libseccomp && echo yes),yes)
CPPFLAGS += -DASSAY_SECCOMP $(shell pkg-config --cflags libseccomp)
SECCOMP := -lseccomp
endif

LINK_TEST = $(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) -Wl,-E -o $@ $< $(HOST) $(ENGINE) \
	$(LUA_LIBS) $(ENGINE_LIBS) $(HOST_LIBS) $(SYSTEM_LIBS)

objects = $(patsubst engine/%.c,$(B)/%.o,$(foreach l,$(1),$(wildcard engine/$l/*.c)))
ENGINE := $(call objects,$(LAYERS))
HOST   := $(call objects,host)
CLI    := $(call objects,cli)
UNIT   := $(patsubst tests/c/%.c,$(B)/tests/%,$(wildcard tests/c/test_*.c))
FUZZ   := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

CLI_TESTS := $(wildcard tests/cli/*.sh)
JOBS      ?= $(shell getconf _NPROCESSORS_ONLN)
BUSTED    := lua5.4 /usr/bin/busted --ignore-lua --output=plainTerminal
ASAN      := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FUZZ_SECONDS ?= 5
to = $(addprefix $(DESTDIR)$(PREFIX)/,$(1))

all: $(B)/assay $(B)/assay.so $(B)/libassay.a ## build the program, the Lua module and the library

$(B)/assay: $(CLI) $(HOST) $(ENGINE)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,-E -o $@ $^ $(LUA_LIBS) $(ENGINE_LIBS) $(HOST_LIBS) $(SYSTEM_LIBS)
$(B)/assay.so: $(ENGINE)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -o $@ $^ $(SHARED_LIBS) $(SECCOMP) -lm
$(B)/libassay.a: $(HOST) $(ENGINE)
	rm -f $@ && $(AR) rcs $@ $^
$(B)/tests/%: tests/c/%.c tests/c/test.h tests/c/reading.h tests/c/invariants.h $(HOST) $(ENGINE)
	@mkdir -p $(@D)
	$(LINK_TEST)
$(B)/fuzz/%: tests/fuzz/%.c tests/c/invariants.h tests/fuzz/script.h $(HOST) $(ENGINE)
	@mkdir -p $(@D)
	$(LINK_TEST) -fsanitize=fuzzer
$(B)/%.o: engine/%.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) -fPIC -fvisibility=hidden -MMD -MP -c -o $@ $<
-include $(ENGINE:.o=.d) $(HOST:.o=.d) $(CLI:.o=.d)

# The installed library's place is compiled in.
$(B)/host/state.o $(B)/bindings/lua_assay.o: $(B)/prefix
$(B)/prefix: always
	@mkdir -p $(@D); echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@

layers: ## check that no file includes a higher layer
	@awk -v order="$(LAYERS) $(UPPER)" -f tests/layers.awk engine/*/*.[ch]
api: ## collect the comments beside the functions: reference page, stubs, help of the session
	@lua5.4 docs/api/generate.lua
lint: ## check the Lua code with luacheck
	@luacheck --quiet --no-color scripts tests/spec tests/fixtures

unit: $(UNIT) ## run the C unit tests of this build
	@sh tests/run.sh $(UNIT)
spec: $(B)/assay.so ## run the Lua specs on this build
	@sh tests/run.sh "$(PRELOAD) $(BUSTED) --cpath=./$(B)/?.so"
differential: $(B)/assay.so ## compare the matcher with the reference on CASES (200000) random cases from SEED (2)
	@CASES=$(or $(CASES),200000) SEED=$(or $(SEED),2) $(BUSTED) --cpath=./$(B)/?.so tests/spec/differential_spec.lua
bench-match: $(B)/assay.so ## how matching grows with tokens and with rules
	@LUA_CPATH="$(B)/?.so;;" LUA_PATH="scripts/?.lua;scripts/?/init.lua;;" lua5.4 tests/bench/match.lua
bench-reuse: $(B)/assay.so ## how finding shared text grows with the number of articles
	@LUA_CPATH="$(B)/?.so;;" LUA_PATH="scripts/?.lua;scripts/?/init.lua;;" lua5.4 tests/bench/reuse.lua
cli: $(B)/assay ## run the command line tests on this build
	@ASSAY=$(CURDIR)/$(B)/assay ASSAY_PATH=$(CURDIR)/scripts sh tests/run.sh -j $(JOBS) $(CLI_TESTS:%="sh %")

# Sanitizers, in a build of their own. A report ends the process with 99, which no test expects.
asan: asan-unit asan-spec asan-cli ## run units, specs and command line tests with ASan and UBSan
asan-spec: export PRELOAD = LD_PRELOAD=$(shell $(CC) -print-file-name=libasan.so)
asan-unit asan-spec asan-cli: asan-%:
	@ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=print_stacktrace=1 \
	$(MAKE) --no-print-directory B=build/asan CFLAGS='-Werror $(ASAN)' $*

# Each fuzzer starts from tests/fuzz/NAME/, where there is one, and keeps what it finds in the build.
fuzz: ## run each fuzzer of tests/fuzz for FUZZ_SECONDS (clang)
	@$(MAKE) --no-print-directory B=build/fuzz CC=clang CFLAGS='-fsanitize=fuzzer-no-link $(ASAN)' run-fuzzers
run-fuzzers: $(FUZZ)
	@mkdir -p $(FUZZ:=.found)
	@sh tests/run.sh --uncounted $(foreach f,$(FUZZ),"$f -max_total_time=$(FUZZ_SECONDS) -artifact_prefix=$f. \
		$f.found $(wildcard tests/fuzz/$(notdir $f))")

memcheck: $(B)/assay ## run the demonstration in one process under valgrind
	@rm -rf $(B)/memcheck && mkdir -p $(B)/memcheck
	@PROJECT=$(B)/memcheck/project.db ASSAY_PATH=scripts valgrind -q --leak-check=full --error-exitcode=99 \
		$(B)/assay repl -e 'dofile "tests/memcheck.lua"'

# ICU is a yardstick only: without libicu-dev its line is left out, visibly.
BENCH := $(addprefix $(B)/bench/,layers calibrator timed $(shell pkg-config --exists icu-uc && echo icu))
bench: $(BENCH) $(B)/assay ## time the layers beside ICU, the calibrator and wc, in one run
	@ASSAY_PATH=scripts sh tests/bench/bench.sh $(B)
bench-walls: $(B)/assay ## what the walls around packs cost, beside the same runs with --trust
	@ASSAY_PATH=$(CURDIR)/scripts sh tests/bench/walls.sh $(B)
bench-callgrind: $(B)/bench/layers ## count instructions per byte and layer, and per function
	@ASSAY_PATH=scripts sh tests/bench/callgrind.sh $(B)
$(B)/bench/layers: tests/bench/layers.c tests/bench/bench.h $(HOST) $(ENGINE)
	@mkdir -p $(@D)
	$(LINK_TEST)
$(B)/bench/icu: LDLIBS = -licuuc
$(B)/bench/%: tests/bench/%.c tests/bench/bench.h
	@mkdir -p $(@D)
	$(CC) $(WARN) -O3 -march=native -D_GNU_SOURCE -o $@ $< $(LDLIBS)

docs: $(B)/assay ## make the README's picture again (Chromium)
	@rm -rf $(B)/docs && mkdir -p $(B)/docs
	@export ASSAY_PATH=scripts WORK=$(CURDIR)/$(B)/docs PAGE=$(CURDIR)/$(B)/docs/report.html PICTURE=docs/report.png; \
	$(B)/assay run safe-passage corpus/*.txt --meta corpus/manifest.tsv --no-progress --format html -o $$PAGE && \
	$(B)/assay repl -e 'dofile "tests/browser/picture.lua"' && rm -r $(B)/docs

warnings: ## compile with clang, in a build of its own; a warning is an error
	@$(MAKE) --no-print-directory B=build/clang CC=clang CFLAGS='-O2 -Werror' all

install: all ## install under PREFIX (the one it was built with), below DESTDIR
	install -d $(call to,bin lib/lua/5.4 include share)
	install -m 755 $(B)/assay $(call to,bin)
	install -m 644 $(B)/assay.so $(call to,lib/lua/5.4)
	install -m 644 $(B)/libassay.a $(call to,lib)
	install -m 644 include/assay.h $(call to,include)
	rm -rf $(call to,share/assay) && install -d $(call to,share/assay)
	cp -R scripts/assay scripts/command scripts/packs $(call to,share/assay)
	chmod -R u=rwX,go=rX $(call to,share/assay)
uninstall: ## remove what install has put there
	rm -f $(call to,bin/assay lib/lua/5.4/assay.so lib/libassay.a include/assay.h)
	rm -rf $(call to,share/assay)
install-test: ## install into the build, run that, uninstall
	@rm -rf $(B)/stage
	@$(MAKE) --no-print-directory -s install DESTDIR=$(CURDIR)/$(B)/stage
	@cd $(B)/stage && ASSAY_PATH=.$(PREFIX)/share/assay .$(PREFIX)/bin/assay run safe-passage \
		$(CURDIR)/corpus/brief.txt --format json >/dev/null
	@$(MAKE) --no-print-directory -s uninstall DESTDIR=$(CURDIR)/$(B)/stage
	@! find $(B)/stage -type f | grep .

clean: ## remove everything that make built
	rm -rf build

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-15s %s\n",$$1,$$2}' $(MAKEFILE_LIST)

.PHONY: all always docs layers api lint unit spec differential cli asan asan-unit asan-spec asan-cli fuzz run-fuzzers memcheck \
	warnings bench bench-match bench-walls bench-reuse bench-callgrind \
	install uninstall install-test clean help
.DELETE_ON_ERROR:
