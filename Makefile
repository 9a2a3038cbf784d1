# Needs Python 3.11 or later and pip; everything else is installed into .venv.
PYTHON ?= python3.11
BIN := .venv/bin
READY := .venv/.ready
# What lawcheck says of a document with findings: they are no failure of the demonstration.
FOUND = || test $$? -eq 1

.PHONY: demo test bench schemas docs clean

demo: $(READY)
	@echo '== lawcheck check examples/plan-defects.txt'
	@$(BIN)/lawcheck check examples/plan-defects.txt $(FOUND)
	@echo '== lawcheck check examples/plan-scanned.txt'
	@$(BIN)/lawcheck check examples/plan-scanned.txt $(FOUND)
	@echo '== lawcheck outline examples/plan-scanned.txt'
	@$(BIN)/lawcheck outline examples/plan-scanned.txt
	@echo '== lawcheck tasks examples/plan-scanned.txt'
	@$(BIN)/lawcheck tasks examples/plan-scanned.txt

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --cov

bench: $(READY)
	$(BIN)/python -m benchmarks

schemas: $(READY)
	$(BIN)/python -m lawcheck.schemas

docs: $(READY)
	$(BIN)/python -m lawcheck.docs

clean:
	rm -rf .venv dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
