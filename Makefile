# make site    install into .venv, extract events, build the chronology into site/
# make serve   the same, served with live reload
# make test    format, lint, strict types, tests, browser tests
# make audit   accessibility, HTML, links and performance; needs npm (and Java for one of the HTML ones). CI runs both

VENV := .venv
BIN := $(VENV)/bin
# The first Python that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site serve test lint nightly audit docs constraints clean

site: $(VENV)/installed
	$(BIN)/timeline build

serve: $(VENV)/installed
	$(BIN)/timeline serve

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n 2

# The search for lost edits, twenty times as long.
nightly: $(VENV)/installed-dev
	HYPOTHESIS_PROFILE=nightly $(BIN)/pytest tests/store/test_no_edit_is_lost.py

audit: $(VENV)/installed-dev
	PATH="$(CURDIR)/$(BIN):$$PATH" scripts/audit

# What is made from something else: pages of docs/, templates of `timeline new`. A test fails when it is behind.
docs: $(VENV)/installed-dev
	$(BIN)/python scripts/write_commands.py
	$(BIN)/python scripts/write_rules_page.py
	$(BIN)/python scripts/write_templates.py

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: https://www.python.org/downloads/"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/installed

# Takes the newest versions that pyproject.toml allows and writes them down.
constraints:
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install -e '.[dev]'
	{ sed -n '/^#/p' constraints.txt; $(BIN)/python -m pip freeze --all --exclude-editable --exclude pip; } > constraints.new
	mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) site
