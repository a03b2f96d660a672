# Trích Lục: everything that a newcomer or a developer runs. Needs make and any Python of 3.11 or newer.
.DEFAULT_GOAL := help
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALL := $(PIP) install --constraint constraints.txt --build-constraint constraints.txt
PYTEST_ARGS ?=
DEMO ?= corpus/samples/ke-hoach-cong-doan-tinh.txt corpus/samples/chi-thi-tinh-uy.txt

.PHONY: help demo test lint format bench clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

demo: $(VENV)/.installed  ## install, then show what is read in two sample directives
	@echo "In goes the text of a directive. $(firstword $(DEMO)) begins:"
	@echo
	@sed -n -e 's/^/    /' -e '1,14p' $(firstword $(DEMO))
	@echo
	@echo "Out comes a record, here as a page; every fact says where it stands (section and line)."
	@echo
	@$(BIN)/trichluc extract --format pretty $(DEMO)
	@echo "The same as JSON:  $(BIN)/trichluc extract --format json $(firstword $(DEMO))"
	@echo "Your own text:     $(BIN)/trichluc extract FILE.txt        In Vietnamese: --lang vi"

test: $(VENV)/.installed-test  ## install what tests need, then run them all
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

lint: $(VENV)/.installed-lint $(VENV)/.installed-test  ## style and types, of the tests too
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.installed-lint  ## put imports in order and lay the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-bench  ## speed on the samples beside peers, growth curves, cold starts
	$(BIN)/python -m benchmarks.pipeline
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.startup

clean:  ## remove what was installed and what tools leave behind
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The newest pip that constraints.txt names is installed first: dependency groups need pip 25.1.
$(VENV)/.created:
	@python=; for candidate in $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python; do \
	  if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    python="$$candidate"; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo "No Python of 3.11 or newer with the venv module was found. Install one (on Debian: python3-venv), or name it: make PYTHON=/path/to/python" >&2; \
	  exit 1; fi; \
	[ -x $(BIN)/python ] || "$$python" -m venv $(VENV)
	@$(PIP) install --constraint constraints.txt --upgrade pip
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml constraints.txt
	$(INSTALL) --editable ".[export,files,ocr]"
	@touch $@

$(VENV)/.installed-%: $(VENV)/.installed
	$(INSTALL) --group $*
	@touch $@
