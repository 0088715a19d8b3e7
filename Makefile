# calque's build: one file, no configure step. `make help` lists what it does.
#
# Adding a source file, a rule, a format, a report, a command or a test edits nothing here: all are
# found by their place in the tree, and the lists that the C code includes are made from file names.

VERSION = 0.1.0

# ---- Variables to set: on the command line or in the environment ------------------------------

# release or debug; SAN=1 adds ASan and UBSan; STRESS=1 makes arenas tiny and arrays grow by one.
# Each combination is built in its own folder, build/$(BUILD_NAME).
BUILD ?= $(if $(filter 1,$(SAN) $(STRESS)),debug,release)
SAN ?= 0
STRESS ?= 0
BUILD_NAME ?= $(BUILD)$(if $(filter 1,$(SAN)),-san)$(if $(filter 1,$(STRESS)),-stress)
# 1: a warning in our own code is an error.
WERROR ?= 0
# 1: tree-sitter's core from the system (0.20 or later) instead of npm's.
SYSTEM_TREE_SITTER ?= 0
# 1: whole commands are shown.
V ?= 0
PREFIX ?= /usr/local
DESTDIR ?=
# What `make model` learns the tagger from.
TREEBANK ?= ../shared/data/ud/train.conllu
# Seconds for each fuzzing harness.
FUZZ_SECONDS ?= 10

CC ?= cc
AR ?= ar
PKG_CONFIG ?= pkg-config
ifeq ($(SAN),1)
CFLAGS ?= -O1 -g
else ifeq ($(BUILD),debug)
CFLAGS ?= -O0 -g3
else
CFLAGS ?= -O3 -g
endif
CPPFLAGS ?=
LDFLAGS ?=

# ---- Flags ------------------------------------------------------------------------------------

WARNINGS := -Wall -Wextra
# a local that hides another is read as the other one
WARNINGS += -Wshadow
# `f()` takes anything; every function that is not static is declared in a header
WARNINGS += -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
# source text and borrowed strings are const; a cast that drops it hides a write
WARNINGS += -Wcast-qual -Wwrite-strings
# arithmetic on void *, and arrays whose size the input chooses
WARNINGS += -Wpointer-arith -Wvla
# a misspelt macro in #if is 0
WARNINGS += -Wundef
# a format that is not a literal, or does not fit its arguments
WARNINGS += -Wformat=2
# libgit2's and others' INIT macros name some fields only, and so do we: C sets the rest to zero.
WARNINGS += -Wno-missing-field-initializers
# Globs stand in comments here: calque/*.lua.
WARNINGS += -Wno-comment
# Not -Wconversion: lengths go from size_t to uint32_t once, in text/source, which checks them; the
# casts that it asks for everywhere else would hide the one that matters.

B := build/$(BUILD_NAME)
GEN := $(B)/gen
MODULES := build/deps/node_modules

# _GNU_SOURCE: timer_create with SIGEV_THREAD_ID, which stops a rule that runs away.
# NDEBUG is never defined: an assertion is cheaper than a wrong finding.
DEFINES := -D_GNU_SOURCE -DCQ_VERSION='"$(VERSION)"'
DEFINES += -DCQ_RULES_DIR='"$(PREFIX)/share/calque/rules"' -DCQ_LUA_DIR='"$(PREFIX)/share/calque/lua"'
DEFINES += $(if $(filter debug,$(BUILD)),-DCQ_DEBUG) $(if $(filter 1,$(STRESS)),-DCQ_STRESS)
# "base/str.h" is below core/, "lua/host.h" and "plugins/..." below the root, "gen/..." below $(B).
INCLUDES := -Icore -I. -I$(B)

ASAN := $(if $(filter 1,$(SAN)),-fsanitize=address -fno-omit-frame-pointer)
UBSAN := $(if $(filter 1,$(SAN)),-fsanitize=undefined -fno-sanitize-recover=all)
ifeq ($(FUZZ),1)
ASAN := -fsanitize=fuzzer-no-link,address -fno-omit-frame-pointer
UBSAN := -fsanitize=undefined -fno-sanitize-recover=all
endif

# ---- Dependencies -----------------------------------------------------------------------------

# Goals that compile nothing ask for nothing.
NO_BUILD := clean deps deps-editors dist format help uninstall try check vsix
COMPILES := $(filter-out $(NO_BUILD),$(or $(MAKECMDGOALS),all))

ifneq ($(COMPILES),)
MISSING := $(shell CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' SYSTEM_TREE_SITTER='$(SYSTEM_TREE_SITTER)' .ci/deps missing)
endif

ifneq ($(COMPILES),)
LUA := $(shell for name in lua5.4 lua-5.4 lua; do \
    $(PKG_CONFIG) --exists "$$name >= 5.4 $$name < 5.5" 2>/dev/null && echo $$name && break; done)
PACKAGES := $(LUA) libgit2 libpcre2-8 jansson md4c libsodium $(if $(filter 1,$(SYSTEM_TREE_SITTER)),tree-sitter)
# -isystem: our warnings are not for other people's headers.
PACKAGE_CFLAGS := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null))
# libgit2 is loaded when it is needed, see plugins/git/libgit2.h.
PACKAGE_LIBS := $(shell $(PKG_CONFIG) --libs $(filter-out libgit2,$(PACKAGES)) 2>/dev/null)
endif

TREE_SITTER := $(MODULES)/tree-sitter/vendor/tree-sitter/lib
ifneq ($(SYSTEM_TREE_SITTER),1)
PACKAGE_CFLAGS += -isystem $(TREE_SITTER)/include
DEPS_OBJECTS := $(B)/deps/tree-sitter/lib.o
endif
# One grammar a package (tree-sitter-c/src), or several (@scope/name/src, tree-sitter-xml/dtd/src).
GRAMMARS := $(patsubst $(MODULES)/%/src/parser.c,%,$(wildcard $(MODULES)/*/src/parser.c $(MODULES)/*/*/src/parser.c))
GRAMMAR_SOURCES := $(foreach g,$(GRAMMARS),$(wildcard $(MODULES)/$g/src/parser.c $(MODULES)/$g/src/scanner.c))
DEPS_OBJECTS += $(patsubst $(MODULES)/%.c,$(B)/deps/%.o,$(subst /src/,/,$(GRAMMAR_SOURCES)))

# ---- Sources ----------------------------------------------------------------------------------

SOURCES := $(sort $(wildcard core/*/*.c core/*/*/*.c lua/*.c \
    plugins/cli/*.c plugins/cli/*/*.c plugins/config/*.c plugins/git/*.c plugins/git/*/*.c plugins/lsp/*.c plugins/lsp/*/*.c))
MAIN := plugins/cli/main.c
OBJECTS := $(patsubst %.c,$(B)/obj/%.o,$(filter-out $(MAIN),$(SOURCES)))
MAIN_OBJECT := $(B)/obj/$(MAIN:.c=.o)
HEADERS := $(filter-out %_tables.h,$(wildcard core/*/*.h core/*/*/*.h lua/*.h plugins/*/*.h plugins/*/*/*.h))
STOCK_WRITER := $(patsubst %.c,$(B)/obj/%.o,$(wildcard lua/stock/*.c))
STOCK_FILES := $(shell find rules lua/calque -name '*.lua' -o -name '*.tsv' | sort)
STOCK := $(if $(STOCK_WRITER),$(B)/obj/stock.o)
UNITS := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/*.c))
BENCHES := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/*.c))
FUZZERS := $(patsubst %.c,$(B)/%,$(wildcard tests/fuzz/*.c))

# A kind of test is a folder of tests/ with a program `run`; these are not, or are built below.
KINDS := $(filter-out bench fuzz model sample unicode unit,$(notdir $(patsubst %/,%,$(sort $(wildcard tests/*/)))))
RUN := $(addprefix check-,$(filter-out rules lint valgrind,$(KINDS)))

ifneq ($(V),1)
Q := @
say = @printf '  %-5s %s\n' '$1' '$2';
endif

COMPILE := $(CC) -std=c11 -pthread $(DEFINES) $(INCLUDES) $(PACKAGE_CFLAGS) $(CPPFLAGS) $(WARNINGS) \
    $(CFLAGS) $(ASAN) $(UBSAN)
# No warnings and no UBSan for other people's code, but ASan: a scanner that overruns is our crash.
COMPILE_DEPS := $(CC) -std=c11 -w -D_GNU_SOURCE $(CPPFLAGS) $(CFLAGS) $(ASAN)
# The build id tells one build from another, see plugins/cli/identity.h; not every compiler asks for it.
LINK := $(CC) -pthread -Wl,--build-id $(CFLAGS) $(ASAN) $(UBSAN) $(LDFLAGS)
LIBS := $(B)/libcalque.a $(B)/libdeps.a $(PACKAGE_LIBS) -lm -lrt -ldl

# ---- Building ---------------------------------------------------------------------------------

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: FORCE missing

## all: the program, build/release/calque (BUILD=debug, SAN=1, STRESS=1: a folder each; WERROR=1; V=1)
.PHONY: all
all: $(B)/calque

.PHONY: units benches
units: $(UNITS)
benches: $(BENCHES)

$(B)/calque: $(MAIN_OBJECT) $(STOCK) $(B)/libcalque.a $(B)/libdeps.a
	$(call say,LINK,$@)$(LINK) -o $@ $(MAIN_OBJECT) $(STOCK) $(LIBS)

# What the rules are is found out here, once, and linked in before the library, which has an empty stock
# (lua/stock_built.c). calque reads a rule that was changed since then from its file.
$(B)/write-stock: $(STOCK_WRITER) $(B)/libcalque.a $(B)/libdeps.a
	$(call say,LINK,$@)$(LINK) -o $@ $(STOCK_WRITER) $(LIBS)

$(GEN)/stock.c: $(B)/write-stock $(STOCK_FILES) $(GEN)/stock-files
	$(call say,STOCK,rules)$(B)/write-stock rules lua >$@

$(B)/obj/stock.o: $(GEN)/stock.c $(GEN)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(COMPILE) $(if $(filter 1,$(WERROR)),-Werror) -MMD -MP -c -o $@ $<

$(B)/libcalque.a: $(OBJECTS) $(GEN)/objects
	$(call say,AR,$@)rm -f $@ && $(AR) rcs $@ $(OBJECTS)

$(B)/libdeps.a: $(DEPS_OBJECTS) $(GEN)/deps-objects
	$(call say,AR,$@)rm -f $@ && $(AR) rcs $@ $(DEPS_OBJECTS)

$(B)/obj/%.o: %.c $(GEN)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(COMPILE) $(if $(filter 1,$(WERROR)),-Werror) -MMD -MP -c -o $@ $<

# A model that a file takes in by .incbin: X_model.c reads X.model.
MODELS := $(wildcard core/text/*.model)
$(foreach m,$(MODELS),$(eval $(B)/obj/$(m:.model=_model.o): $m))
# Likewise the style sheet of the html report.
$(B)/obj/core/report/html_style.o: core/report/html_style.css

# What npm unpacks carries dates of long ago: the lock file of the last `make deps` says when it came.
$(B)/deps/tree-sitter/lib.o: build/deps/fetched.json $(GEN)/deps-flags
	@mkdir -p $(@D)
	$(call say,CC,tree-sitter)$(COMPILE_DEPS) -I$(TREE_SITTER)/include -I$(TREE_SITTER)/src -c -o $@ $(TREE_SITTER)/src/lib.c

$(B)/deps/%.o: build/deps/fetched.json $(GEN)/deps-flags
	@mkdir -p $(@D)
	$(call say,CC,$*)$(COMPILE_DEPS) -I$(MODULES)/$(*D)/src -c -o $@ $(MODULES)/$(*D)/src/$(*F).c

build/deps/fetched.json: | missing

# Unit tests are cmocka programs, one a file; benchmarks are programs too.
$(B)/tests/unit/%: $(B)/obj/tests/unit/%.o $(B)/libcalque.a $(B)/libdeps.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(LINK) -o $@ $(filter %.o,$^) $(LIBS) $$($(PKG_CONFIG) --libs cmocka)

# The others read every rule from its file.
$(B)/tests/unit/test_stock: $(STOCK)
$(B)/tests/unit/test_stock_code: $(B)/obj/lua/stock/code.o

TRAINER := $(patsubst %.c,$(B)/obj/%.o,$(wildcard tests/model/tagger/*.c))

$(B)/tests/model/tagger/train: $(TRAINER) $(B)/libcalque.a $(B)/libdeps.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(LINK) -o $@ $(TRAINER) $(LIBS)

$(B)/tests/bench/%: $(B)/obj/tests/bench/%.o $(B)/libcalque.a $(B)/libdeps.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(LINK) -o $@ $< $(LIBS)

$(B)/tests/fuzz/%: $(B)/obj/tests/fuzz/%.o $(B)/libcalque.a $(B)/libdeps.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(LINK) -fsanitize=fuzzer -o $@ $< $(LIBS)

.PRECIOUS: $(B)/obj/%.o
ALL_OBJECTS := $(OBJECTS) $(MAIN_OBJECT) $(STOCK) $(STOCK_WRITER) $(TRAINER) $(patsubst $(B)/tests/%,$(B)/obj/tests/%.o,$(UNITS) $(BENCHES) $(FUZZERS))
-include $(wildcard $(ALL_OBJECTS:.o=.d))

# What is missing is said once and in words, before a compiler stumbles over it.
ifneq ($(MISSING),)
$(ALL_OBJECTS) $(DEPS_OBJECTS): | missing
missing:
	@echo "calque: $(strip $(MISSING)) $(if $(word 2,$(MISSING)),are,is) missing: run 'make deps'" >&2; exit 1
endif

# ---- Lists made from file names ---------------------------------------------------------------
# Each is written only when what it would hold has changed; what includes it is compiled again then.

same = $(if $(subst x$(strip $1),,x$(strip $2))$(subst x$(strip $2),,x$(strip $1)),,same)
quote = '$(subst ','\'',$1)'

# $(call list,FILE,VARIABLE): gen/FILE holds the words of VARIABLE, one a line.
define list_rule
$(GEN)/$1: $(if $(wildcard $(GEN)/$1),$(if $(call same,$($2),$(file <$(GEN)/$1)),,FORCE))
	@mkdir -p $$(@D)
	@for word in $$(foreach word,$$($2),$$(call quote,$$(word))); do echo "$$$$word"; done >$$@.new
	@if cmp -s $$@.new $$@; then rm $$@.new; else mv $$@.new $$@; fi
endef
list = $(eval $(call list_rule,$1,$2))

# $(call registry,FILE,MACRO,SOURCES,PREFIX): gen/FILE holds a line MACRO(name) for each PREFIXname.c.
define registry
$(eval REGISTRY_$1 := $(patsubst %,$2(%),$(subst -,_,$(sort $(patsubst $4%.c,%,$(notdir $3))))))
$(eval REGISTRIES += $(GEN)/$1)
$(call list,$1,REGISTRY_$1)
endef

$(call registry,formats.def,CQ_FORMAT,$(wildcard core/text/markup/*.c))
$(call registry,stages.def,CQ_STAGE,$(wildcard core/text/stage/*.c))
$(call registry,reports.def,CQ_REPORT,$(wildcard core/report/format/*.c))
$(call registry,commands.def,CQ_COMMAND,$(wildcard plugins/cli/command/*.c))
$(call registry,methods.def,CQ_LSP_METHOD,$(wildcard plugins/lsp/method/*.c))
$(call registry,views.def,CQ_VIEW,$(wildcard lua/view_*.c),view_)
# What plugins/git calls of libgit2: a line CQ_GIT_CALL(git_blob_free) for each, and a #define.
open := (
GIT_CALLS := $(sort $(shell grep -ohE '\<git_[a-z0-9_]+[$(open)]' plugins/git/*.[ch] 2>/dev/null | tr -d '$(open)'))
GIT_CALL_LINES := $(patsubst %,CQ_GIT_CALL(%),$(GIT_CALLS))
$(call list,libgit2.def,GIT_CALL_LINES)
$(GEN)/libgit2_names.h: $(GEN)/libgit2.def
	@sed 's/CQ_GIT_CALL.\(.*\)./#define \1 cq_libgit2_calls.call_\1/' $< >$@
REGISTRIES += $(GEN)/libgit2.def $(GEN)/libgit2_names.h
# They are there before anything is compiled; afterwards -MMD knows who includes which.
$(ALL_OBJECTS): | $(REGISTRIES)

# What an object was made with, and what an archive was made of: other flags or files, and it is made
# again. What was compiled with -Werror is good without.
FLAGS := $(COMPILE) $(if $(filter 1,$(WERROR)),-Werror)
ifneq ($(call same,$(COMPILE) -Werror,$(file <$(GEN)/flags)),)
FLAGS := $(COMPILE) -Werror
endif
$(call list,flags,FLAGS)
$(call list,deps-flags,COMPILE_DEPS)
$(call list,objects,OBJECTS)
$(call list,deps-objects,DEPS_OBJECTS)
$(call list,stock-files,STOCK_FILES)

# ---- Using ------------------------------------------------------------------------------------

# Makes again from the start, now that dependencies or flags are others; in parallel unless told how.
PROCESSORS := $(shell nproc 2>/dev/null || echo 2)
JOBS = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(PROCESSORS))
SAMPLE := tests/sample/article.txt
export MAKE JOBS

## deps: install what is missing to build calque, each command said first
.PHONY: deps
deps:
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' SYSTEM_TREE_SITTER='$(SYSTEM_TREE_SITTER)' .ci/deps
	@echo "calque: all that it is built from is here"

## try: from a fresh clone to findings: dependencies, the program, and a sample article linted
.PHONY: try
try: deps
	@$(MAKE) --no-print-directory $(JOBS) all
	@if [ ! -f $(SAMPLE) ]; then echo "calque: $(SAMPLE) is not there"; exit 2; fi; \
	echo "calque: $(B)/calque check --source-language es $(SAMPLE)"; \
	$(B)/calque check --source-language es $(SAMPLE); status=$$?; \
	[ $$status -le 1 ] || exit $$status; \
	echo "calque: that was $(SAMPLE); next: '$(B)/calque check FILE' with a text of yours, or 'make install'"

## install: the program, its rules and Lua library, and its documentation, to $(DESTDIR)$(PREFIX)
.PHONY: install uninstall
INSTALLED = '$(DESTDIR)$(PREFIX)'/share/calque/installed
install: all
	@if [ -f $(INSTALLED) ]; then $(MAKE) --no-print-directory uninstall; fi
	@set -e; umask 022; to='$(DESTDIR)$(PREFIX)'; mkdir -p "$$to/share/calque"; \
	put() { mkdir -p "$$(dirname "$$to/$$3")" && install -m "$$1" "$$2" "$$to/$$3" && echo "$$3"; }; \
	{ put 755 $(B)/calque bin/calque; \
	find rules lua/calque lua/meta -type f ! -name '.*' | sort | while read -r file; do \
	    put 644 "$$file" "share/calque/$$file" || exit 1; done; \
	for file in README.md CHANGELOG.md LICENSE plugins/config/README.md; do put 644 $$file share/doc/calque/$$file; done; \
	} >"$$to/share/calque/files"; \
	mv "$$to/share/calque/files" $(INSTALLED); \
	echo "calque: $$(wc -l <$(INSTALLED)) files below $$to; make uninstall removes them"

## uninstall: remove exactly what install put there
uninstall:
	@to='$(DESTDIR)$(PREFIX)'; \
	[ -f $(INSTALLED) ] || { echo "calque: $$to/share/calque/installed is not there: nothing to remove"; exit 0; }; \
	cd "$$to" && { cat share/calque/installed; echo share/calque/installed; } | while read -r file; do rm -f "$$file"; done; \
	find share/calque share/doc/calque -depth -type d -exec rmdir {} \; 2>/dev/null; \
	echo "calque: removed from $$to"

## clean: remove what was built, in all variants; what `make deps` fetched stays
.PHONY: clean
clean:
	find build -mindepth 1 -maxdepth 1 ! -name deps -exec rm -rf {} + 2>/dev/null || true

## dist: the sources of the last commit as build/calque-$(VERSION).tar.gz
.PHONY: dist
dist:
	@mkdir -p build
	git archive --format=tar.gz --prefix=calque-$(VERSION)/ -o build/calque-$(VERSION).tar.gz HEAD

## format: lay out our C files as .clang-format says
.PHONY: format
format:
	@command -v clang-format >/dev/null || { echo "calque: clang-format is missing: run '.ci/deps check'"; exit 1; }
	clang-format -i $$(find core lua plugins tests -name '*.[ch]' ! -name '*_tables.h')

## help: this list
.PHONY: help
help:
	@sed -n 's/^## \([a-z*-]*\): /\1\t/p' Makefile | awk -F '\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

# ---- Checking ---------------------------------------------------------------------------------
# Each kind prints what failed, and at last a line `N passed, N failed`. A kind is a folder of tests/
# with a program `run`, called from the root with CALQUE, the program's path; the others are below.

export CALQUE = $(abspath $(B)/calque)
# What a sanitizer says ends the program with a status that no test expects.
export ASAN_OPTIONS ?= exitcode=99
export UBSAN_OPTIONS ?= print_stacktrace=1
# Seconds for one kind.
KIND_SECONDS ?= 240
export KIND_SECONDS

# Kinds that look at the tree and not at the program.
STATIC := $(filter check-structure check-build,$(RUN))
# Kinds that also run with the sanitizers and with tiny arenas (those that are there), and in which
# order all are run: where each allocation has a chunk of its own, an overrun is seen.
SANITIZED := check-cli check-hostile check-lsp
CHECKS := $(STATIC) all check-unit check-rules \
    $(patsubst check-worst,check-worst@PART=4,$(filter-out $(STATIC),$(RUN))) check-lint \
    check-unit@SAN=1@STRESS=1 $(addsuffix @SAN=1@STRESS=1,$(filter $(SANITIZED),$(RUN))) check-valgrind

## check: every kind of test; installs the tools it needs; the last line counts what passed and failed
.PHONY: check
check:
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' SYSTEM_TREE_SITTER='$(SYSTEM_TREE_SITTER)' .ci/deps check
	@$(MAKE) --no-print-directory run-checks

.PHONY: run-checks
run-checks:
	@sh tests/build/run-all $(CHECKS)

## check-*: one kind: check-unit, check-rules, check-lint, check-valgrind, or a folder of tests/ (SAN=1 ...)
.PHONY: check-unit check-rules check-lint check-valgrind $(RUN)
check-unit: $(UNITS)
	@sh tests/build/run-units $(UNITS)

check-rules: all
	@$(B)/calque test

# Two compilers, and two linters for our scripts and rules.
check-lint: all $(UNITS) $(BENCHES)
	@sh tests/build/run-lint

# A header that leans on what its reader included before breaks the next reader.
.PHONY: headers
headers: | $(REGISTRIES)
	@status=0; for header in $(HEADERS); do \
	    echo "#include \"$$header\"" | $(COMPILE) -Werror -x c -fsyntax-only - || status=1; done; exit $$status

check-valgrind: all $(UNITS)
	@sh tests/build/run-valgrind $(UNITS)

$(filter-out $(STATIC),$(RUN)): all $(BENCHES)
$(RUN): check-%:
	@if [ -x tests/$*/run ]; then tests/$*/run; else echo "calque: tests/$* has no program 'run'"; exit 1; fi

## histories: HISTORIES random histories of a repository (500; 50 more without git), of which `make check` tries one of each
.PHONY: histories
HISTORIES ?= 500
histories: all
	@tests/git/run $$(seq -f 'history@%.0f' $(HISTORIES)) $$(seq -f 'history-library@%.0f' $$(($(HISTORIES) / 10)))

## lint: the same as check-lint
.PHONY: lint
lint: check-lint

## fuzz: each harness of tests/fuzz for FUZZ_SECONDS, from its seeds in tests/fuzz/seeds/NAME
.PHONY: fuzz run-fuzzers
fuzz:
	@$(MAKE) --no-print-directory $(JOBS) CC=clang FUZZ=1 BUILD_NAME=fuzz run-fuzzers

run-fuzzers: $(FUZZERS)
	@FUZZ_SECONDS='$(FUZZ_SECONDS)' sh tests/build/run-fuzzers $(FUZZERS)

## model: the English tagger's model, from TREEBANK
.PHONY: model
model: $(B)/tests/model/tagger/train
	$< $(TREEBANK) tests/model/tagger/words core/text/tagger.model

## bench: how fast it is
.PHONY: bench
bench: all $(BENCHES)
	@MEASURE='$(B)/tests/bench/measure' STAGES='$(B)/tests/bench/stages' tests/bench/run

## bench-lsp: what an edit costs in an editor, in an article and in a megabyte
.PHONY: bench-lsp
bench-lsp: all $(BENCHES)
	@TYPING='$(B)/tests/bench/typing' tests/bench/run-lsp

## deps-editors: install the editors that check-editors tries, as far as they can be had
.PHONY: deps-editors
deps-editors:
	@.ci/deps-editors
	@$(MAKE) --no-print-directory vsix

## vsix: the extension for VS Code, build/calque.vsix
.PHONY: vsix
vsix:
	@rm -rf build/vsix && mkdir -p build/vsix && cp -R plugins/editors/vscode/. LICENSE build/vsix
	cd build/vsix && npm ci --loglevel=error && npm run --silent compile && \
	    npx vsce package --no-dependencies --out ../calque.vsix

## accept: take what the command-line tests print now as what they expect; look at the diff
.PHONY: accept
accept: all
	@tests/cli/accept

## corpus-diff: which findings in the corpora a change adds and removes
.PHONY: corpus-diff
corpus-diff: all
	@tests/corpus/diff
