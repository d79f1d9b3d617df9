# Every command of the project. `make VENV=<folder>` uses another virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: generate test check lint types bench clean

generate: $(VENV)/.run ## set up, then regenerate generated/ from spec/
	$(BIN)/tablewright generate

test: $(VENV)/.dev ## set up, then run every test
	$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV)/.run ## is generated/ what spec/ says today?
	$(BIN)/tablewright check

lint: $(VENV)/.dev ## style and types
	$(BIN)/ruff check gen tests benchmarks templates
	$(BIN)/ruff format --check gen tests benchmarks templates
	$(BIN)/mypy --strict gen

bench: $(VENV)/.bench ## the measurements in benchmarks/
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.bench: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev,bench]'
	@touch $@ $(VENV)/.run $(VENV)/.dev
