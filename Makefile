# `make demo` and `make test` do all their own set-up; they need Python 3.11 or newer with pip, and nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
BOOK := samples.db
UV := uv==0.13.9
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
COMPILE := build/lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
           --quiet --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.PHONY: demo test evals bench readme lock clean
.DELETE_ON_ERROR:

# A book from the samples, its incidents in the terminal, and a report to open in a browser.
demo: .venv/.installed
	@rm -f $(BOOK) $(BOOK)-wal $(BOOK)-shm
	$(BIN)/tollbook build samples --book $(BOOK)
	$(BIN)/tollbook incidents $(BOOK)
	$(BIN)/tollbook report $(BOOK) --to report.html
	@echo
	@echo "The book is $(CURDIR)/$(BOOK). Open the report in a browser: file://$(CURDIR)/report.html"

# Everything that must hold before a change goes in, the slow tests too.
test: .venv/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy evals
	$(BIN)/pytest -m ""

# The scores on labelled reports, beside their floors. ARGS=--raise lifts the floors to what was reached.
evals: .venv/.installed
	$(BIN)/python -m evals $(ARGS)

# How quick, as ratios within one run on one machine.
bench: .venv/.installed
	$(BIN)/python -m evals.bench $(ARGS)

# The examples in README.md, as the program prints them now.
readme: .venv/.developing
	$(BIN)/python -m tests.readme

# Choose versions anew and pin them with their hashes. ARGS=--upgrade takes the newest that pyproject.toml allows.
lock: build/lock/.made
	$(COMPILE) $(ARGS) --output-file requirements.lock
	$(COMPILE) $(ARGS) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv build dist out report.html $(BOOK) $(BOOK)-wal $(BOOK)-shm
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Set-up. A stamp is older than what it was made from when that has changed, and only then is anything done again.

.venv/.made:
	@test -n "$(PYTHON)" || { echo "make: no python3.11 or python3 found; install Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "make: $(PYTHON) is older than Python 3.11; say which to use: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.made requirements.lock pyproject.toml
	@echo "Installing Tollbook and what it needs into .venv (once)"
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --editable .
	@touch $@

.venv/.developing: .venv/.installed requirements-dev.lock
	@echo "Installing what the tests need into .venv (once)"
	$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@

build/lock/.made: Makefile
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check install --quiet $(UV)
	@touch $@
