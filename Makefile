# Trích Lục: everything that a newcomer or a developer runs. Needs make and any Python of 3.11 or newer.
.DEFAULT_GOAL := help
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALL := $(PIP) install --constraint constraints.txt --build-constraint constraints.txt
PYTEST_ARGS ?=
DEMO_TEXT := corpus/samples/chain/6-ke-hoach-ubnd-xa.txt
DEMO_DIR := build/demo
DEMO_STORE := $(DEMO_DIR)/archive.db

.PHONY: help demo test lint format bench docs clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

demo: $(VENV)/.installed  ## install, index the sample directives and ask them three questions
	@rm -rf $(DEMO_DIR) && mkdir -p $(DEMO_DIR)
	@echo "1. In go directives, one of them begins:"
	@echo
	@sed -n -e 's/^/    /' -e '1,11p' $(DEMO_TEXT)
	@echo
	@echo "   What is read in each becomes a record: who issued it, what it cites, what is due when, who answers for what."
	@echo "   Some facts of this one, each with the line and the section that say so:"
	@echo
	@$(BIN)/trichluc extract --format text $(DEMO_TEXT) | cut -f2- | sed -n -e '/^header.issuer/p' -e '/^citation/p' -e '/^deadline/p' | sed -e 's/^/    /' | head -5
	@echo
	@echo "2. Many of them become an archive, one file that is searched and asked:"
	@echo "   trichluc index corpus/samples/*.txt corpus/samples/chain"
	@echo
	@$(BIN)/trichluc index corpus/samples/*.txt corpus/samples/chain --store $(DEMO_STORE)
	@echo
	@echo "3. Who cites the province's resolution 61-NQ/TU, and to what end?"
	@echo "   trichluc cites 61-NQ/TU"
	@$(BIN)/trichluc cites 61-NQ/TU --store $(DEMO_STORE)
	@echo "4. What must the People's Committees of districts do from August to October 2023, whoever said so?"
	@echo "   trichluc deadlines --from 2023-08-01 --to 2023-10-31 --body 'uy ban nhan dan huyen'"
	@$(BIN)/trichluc deadlines --from 2023-08-01 --to 2023-10-31 --body "uy ban nhan dan huyen" --store $(DEMO_STORE)
	@echo "5. What is written about tourism in communities? (Typed without diacritics.)"
	@echo "   trichluc search du lich cong dong"
	@echo
	@$(BIN)/trichluc search du lich cong dong --limit 3 --store $(DEMO_STORE)
	@echo
	@echo "Your own texts:  $(BIN)/trichluc index FOLDER   and then: search, cites, deadlines, targets, bodies, export"
	@echo "In Vietnamese:   add --lang vi to any command"

test: $(VENV)/.installed-test  ## install what tests need, then run them all
	$(BIN)/python -m pytest -n auto --dist loadgroup $(PYTEST_ARGS)

lint: $(VENV)/.installed-lint $(VENV)/.installed-test  ## style and types, of the tests too
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.installed-lint  ## put imports in order and lay the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-bench  ## speed on the samples beside peers, growth curves, cold starts, in spaCy
	$(BIN)/python -m benchmarks.pipeline
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.spacy_pipe

docs: $(VENV)/.installed-docs  ## build the documentation in build/site, strictly
	$(BIN)/mkdocs build --quiet

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
	$(INSTALL) --editable ".[files,ocr,web]"
	@touch $@

$(VENV)/.installed-%: $(VENV)/.installed
	$(INSTALL) --group $*
	@touch $@
