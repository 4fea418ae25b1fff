# The one entry. `make` alone prints what there is to do.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PRESET ?= ship
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
SEEDS ?= 1..30
PROOF_SEEDS ?= 1..200
TESTS ?= .
ARGS ?=
SECONDS_EACH ?= 20

TRUEFILL := build/ship/truefill
SOURCES = $(shell find src tests -name '*.h' -o -name '*.cpp' 2>/dev/null | sort)

# Configures build/<preset> once; ninja notices later changes to CMakeLists.txt and new files by itself.
define configure
[ -f build/$(1)/build.ninja ] || cmake --preset $(1)
endef

# Thread sanitizer wants its shadow memory at a fixed place: run it without address randomisation where allowed.
FIXED_ADDRESSES = $$(setarch "$$(uname -m)" -R true 2>/dev/null && echo setarch "$$(uname -m)" -R || true)

.NOTPARALLEL:
.PHONY: help setup setup-develop demo test browser fuzz contract test-dev test-tsan build ship fmt fmt-check tidy lint check sim bench \
        proof times clean

help: ## Print this list.
	@echo "make demo and make test are all you need to start. Everything there is:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  %-14s %s\n", $$1, $$2 }'

setup: ## Install the packages that are missing (Debian 12).
	@tools/setup

setup-develop: ## The same, with the formatter and the linter.
	@tools/setup --develop

demo: setup ship ## Build the program and open a living distributor: console, systems, the proof (ARGS=--headless: proof only).
	$(TRUEFILL) demo $(ARGS)

test: setup build ## Build the programs and the tests, and run them all (TESTS=regex for some).
	ctest --test-dir build/$(PRESET) --output-on-failure --no-tests=error -j $(JOBS) -LE browser -R '$(TESTS)'

build: ## Build the programs and the tests with one preset (PRESET=fast, dev, tsan or ship).
	@$(call configure,$(PRESET))
	cmake --build build/$(PRESET) -j $(JOBS)

ship: ## Build the optimised program only, as build/ship/truefill.
	@$(call configure,ship)
	cmake --build build/ship -j $(JOBS) --target truefill

fmt: ## Format all sources in place.
	clang-format-19 -i $(SOURCES)

fmt-check: ## Say which sources are not formatted.
	clang-format-19 --dry-run --Werror $(SOURCES)

tidy: ## Check ladder, sizes, names, purity and banned words; each finding names its mend.
	@$(call configure,fast)
	cmake --build build/fast -j $(JOBS)
	tools/tidy --build build/fast

lint: ## Run clang-tidy over the sources (FILES=src/base/json.cpp for some).
	@[ -f build/lint/build.ninja ] || cmake --preset fast -B build/lint -DTRUEFILL_PCH=OFF \
	  -DTRUEFILL_CCACHE=OFF -DTRUEFILL_WERROR=OFF
	@cmake build/lint >/dev/null
	printf '%s\n' $(or $(FILES),$(filter %.cpp,$(SOURCES))) | \
	  xargs -P $(JOBS) -n 1 clang-tidy-19 -p build/lint --quiet --warnings-as-errors='*' \
	  --extra-arg=-Wno-unknown-warning-option

browser: ## Run the console's tests in Chromium, on the real server (after make test; about two minutes).
	@tools/setup --browser
	ctest --test-dir build/$(PRESET) --output-on-failure --no-tests=error -L browser

fuzz: ## Fuzz what reads from outside: JSON commands, HTTP requests, CSV files (SECONDS_EACH=20, TARGETS=...).
	@tools/setup --fuzz
	SECONDS_EACH=$(SECONDS_EACH) tests/fuzz.sh run

contract: ship ## Take over what the API says today as what tests/contract.sh compares with; only for additions.
	$(TRUEFILL) openapi | python3 -m json.tool --indent 1 >tests/contract/v1.json

test-dev: ## Run all tests under the address and undefined-behaviour sanitizers.
	@$(MAKE) build PRESET=dev
	ctest --test-dir build/dev --output-on-failure --no-tests=error -j $(JOBS) -LE browser

test-tsan: ## Run the tests of the rooms with threads under the thread sanitizer.
	@$(call configure,tsan)
	cmake --build build/tsan -j $(JOBS) --target test_loop test_http test_server test_views test_connectors_web
	@$(FIXED_ADDRESSES) ctest --test-dir build/tsan --output-on-failure --no-tests=error -R '^(loop|http|server|views|connectors_web)$$'

check: setup-develop fmt-check tidy test-dev test-tsan ## Format, tidy and the tests under the sanitizers: run it before you hand over a change.

sim: ship ## Simulate whole worlds, one per seed (SEEDS=1..30): calm, faulty, crashing.
	$(TRUEFILL) sim --seeds $(SEEDS) $(ARGS)

bench: ship ## Measure lifecycles per second, latency, replay, memory; beside each figure the raw limit.
	$(TRUEFILL) bench $(ARGS)

proof: build ## The long proofs: all tests, 200 worlds, 50 kills, five minutes of each fuzz target, the run against hledger.
	ctest --test-dir build/ship --output-on-failure --no-tests=error -j $(JOBS)
	$(TRUEFILL) sim --seeds $(PROOF_SEEDS)
	KILLS=50 TRUEFILL_BIN=$(TRUEFILL) bash tests/kill.sh
	$(MAKE) fuzz SECONDS_EACH=300
	HLEDGER_DAYS=42 TRUEFILL_BIN=$(TRUEFILL) bash tests/hledger.sh

times: ## Print how long a clean build without ccache and the tests take here.
	@rm -rf build/times
	@cmake --preset ship -B build/times -DTRUEFILL_CCACHE=OFF >/dev/null
	@start=$$SECONDS; cmake --build build/times -j $(JOBS) >/dev/null; built=$$((SECONDS - start)); \
	start=$$SECONDS; ctest --test-dir build/times -j $(JOBS) >build/times/tests.txt || { cat build/times/tests.txt; exit 1; }; \
	tested=$$((SECONDS - start)); tail -4 build/times/tests.txt; \
	echo "A clean build without ccache took $$built s on $(JOBS) cores, all tests $$tested s."
	@rm -rf build/times

clean: ## Remove everything that was built.
	rm -rf build
