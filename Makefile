# make help lists the targets. CFLAGS, LDFLAGS and CC are the user's; what the project needs stands in WARN and friends.
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
B      ?= build

# The architecture, lowest layer first: a file includes only what stands left of its own layer (make layers).
LAYERS := base text document lexicon context attribution match store bindings
UPPER  := host cli

PKGS     := lua5.4 sqlite3 libutf8proc jansson libsodium
WARN     := -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
CPPFLAGS += -Iengine -Iinclude -D_GNU_SOURCE -DASSAY_PREFIX='"$(PREFIX)"' $(shell pkg-config --cflags $(PKGS))

# The program links Lua, LPeg, SQLite and the small libraries statically where Debian ships the archives; the module
# (assay.so) leaves lua_* to its host and must not carry a Lua of its own.
static = $(if $(wildcard $(shell $(CC) -print-file-name=lib$(1).a)),-l:lib$(1).a,-l$(1))
ENGINE_LIBS = $(call static,sqlite3) $(call static,utf8proc) $(call static,stemmer) $(call static,jansson) $(call static,sodium)
LUA_LIBS    = $(call static,lua5.4-lpeg) $(call static,lua5.4)
SHARED_LIBS = -lsqlite3 -lutf8proc -lstemmer -ljansson -lsodium
SYSTEM_LIBS = -lm -ldl -lpthread

objects = $(patsubst engine/%.c,$(B)/%.o,$(foreach l,$(1),$(wildcard engine/$l/*.c)))
ENGINE := $(call objects,$(LAYERS))
HOST   := $(call objects,host)
CLI    := $(call objects,cli)
UNIT   := $(patsubst tests/c/%.c,$(B)/tests/%,$(wildcard tests/c/test_*.c))
FUZZ   := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

all: $(B)/assay $(B)/assay.so $(B)/libassay.a ## build the program, the Lua module and the library

$(B)/assay: $(CLI) $(HOST) $(ENGINE)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,-E -o $@ $^ $(LUA_LIBS) $(ENGINE_LIBS) -ledit $(SYSTEM_LIBS)
$(B)/assay.so: $(ENGINE)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -o $@ $^ $(SHARED_LIBS) -lm
$(B)/libassay.a: $(HOST) $(ENGINE)
	rm -f $@ && $(AR) rcs $@ $^
$(B)/tests/%: tests/c/%.c tests/c/test.h $(HOST) $(ENGINE)
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) -Wl,-E -o $@ $< $(HOST) $(ENGINE) $(LUA_LIBS) $(ENGINE_LIBS) -ledit $(SYSTEM_LIBS)
$(B)/%.o: engine/%.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) -fPIC -fvisibility=hidden -MMD -MP -c -o $@ $<
-include $(ENGINE:.o=.d) $(HOST:.o=.d) $(CLI:.o=.d)

layers: ## check that no file includes a higher layer
	@awk -v order="$(LAYERS) $(UPPER)" -f tests/layers.awk engine/*/*.[ch]

unit: $(UNIT) ## run the C unit tests of this build
	@sh tests/run_units.sh $(UNIT)

clean: ## remove everything that make built
	rm -rf build

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-10s %s\n",$$1,$$2}' $(MAKEFILE_LIST)

.PHONY: all layers unit clean help
.DELETE_ON_ERROR:
