# Parley's everyday commands. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help demo run test conformance check format eval bench lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Parley needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): $(VENV)/bin/python requirements.txt pyproject.toml
	@echo "Installing Parley into $(VENV) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): $(RUN_STAMP) requirements-dev.txt
	@echo "Installing the development tools …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

demo: $(RUN_STAMP) ## replay 10 July to 20 August 2025 into a local Discord, and look at it
	@$(BIN)/parley demo

run: $(RUN_STAMP) ## run the bot and its jobs (without a token: in the local Discord)
	@$(BIN)/parley run

test: $(DEV_STAMP) ## run the tests
	@$(BIN)/python -m pytest

conformance: $(DEV_STAMP) ## list the poller's 46 behaviours, each with its test's outcome
	@$(BIN)/python tests/feeds/behaviours.py

check: $(DEV_STAMP) ## lint, types, import contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(DEV_STAMP) ## rewrite the code in its one format
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

eval: $(DEV_STAMP) ## score the reader on labelled articles
	@$(BIN)/python -m eval

bench: $(DEV_STAMP) ## measure speed, as ratios
	@$(BIN)/python -m bench

lock: ## pin requirements anew (needs uv; names no index)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml --extra build -o requirements.txt
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml --extra build --extra dev -c requirements.txt -o requirements-dev.txt

clean: ## remove what the other targets made
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .import_linter_cache
