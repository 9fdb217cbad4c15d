# `make run` and `make test` are all a newcomer needs; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DO_NOT_TRACK := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false

.PHONY: help run test lint types check lock samples docs accuracy clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# uv is used where it is there, because it is quicker; pip gives the same packages by the same hashes. The lock is
# complete, so nothing is resolved: older pips would look for an extra's newest version and not find it in the lock.
$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Guihua needs Python 3.11 or newer; name one: make run PYTHON=python3.12"; exit 2; }
	@if command -v uv >/dev/null 2>&1; then \
	  { [ -x $(BIN)/python ] || uv venv -q --python $(PYTHON) $(VENV); } && \
	  uv pip install -q --python $(BIN)/python --no-deps --require-hashes -r requirements.lock && \
	  uv pip install -q --python $(BIN)/python --no-build-isolation --no-deps -e . ; \
	else \
	  { [ -x $(BIN)/pip ] || $(PYTHON) -m venv $(VENV) || { echo "python3 has no venv module; on Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 2; }; } && \
	  echo "Installing the packages of requirements.lock into $(VENV), once (a minute or two) ..." && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e . ; \
	fi
	@touch $@

run: $(VENV)/.installed ## the pipeline on the sample collection; the release lies in output/
	@$(BIN)/guihua run --sources sources --output output

test: $(VENV)/.installed ## all tests
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/.installed ## ruff: rules and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.installed ## mypy --strict
	@$(BIN)/mypy

check: lint types test ## everything CI runs

accuracy: $(VENV)/.installed ## the figures of benchmarks/RESULTS.md (needs ../shared)
	@$(BIN)/python benchmarks/accuracy.py

lock: ## requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --group dev --group build pyproject.toml -o requirements.lock

samples: $(VENV)/.installed ## the sample collection anew from its content files (needs fonts, see the script)
	$(BIN)/python sources/make_samples.py

docs: $(VENV)/.installed ## docs/data-dictionary.md anew from schemas/
	$(BIN)/python -m schemas.dictionary

clean: ## what was built, but no release
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis output/.state
