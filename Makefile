# Needs Python 3.11 or later and pip; everything else is installed into .venv.
PYTHON ?= python3.11
BIN := .venv/bin
READY := .venv/.ready
# What lawcheck says of a document with findings: they are no failure of the demonstration.
FOUND = || test $$? -eq 1
COVERAGE := build/coverage
# Python rewrites the assertions of all tests, which takes half of what it takes to collect them; once is enough.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test types tests quick fuzz rule bench schemas docs site pictures launcher vscode clean libreoffice chromium node

demo: $(READY)
	@echo '== lawcheck check examples/plan-defects.txt'
	@$(BIN)/lawcheck check examples/plan-defects.txt $(FOUND)
	@echo '== lawcheck check examples/plan-scanned.txt'
	@$(BIN)/lawcheck check examples/plan-scanned.txt $(FOUND)
	@echo '== lawcheck outline examples/plan-scanned.txt'
	@$(BIN)/lawcheck outline examples/plan-scanned.txt
	@echo '== lawcheck tasks examples/plan-scanned.txt'
	@$(BIN)/lawcheck tasks examples/plan-scanned.txt

test: $(READY) libreoffice chromium node
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory -j 2 types tests

# They need one processor alone, and are done while the tests have begun.
types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	@rm -rf $(COVERAGE) && mkdir -p $(COVERAGE)
	LAWCHECK_COVERAGE=$(COVERAGE) $(BIN)/python -m pytest -n auto --dist worksteal
	$(BIN)/python -m slipcover --merge $(COVERAGE)/*.json --out $(COVERAGE).json --branch --skip-covered --fail-under 95

# Nine tests of ten: those that start no program, try no hundreds of texts and take a moment each.
quick: $(READY)
	$(BIN)/pytest -n auto --dist worksteal -m 'not program and not slow and not growth and not property'

# The tests of properties, with new examples at each run.
fuzz: $(READY)
	$(BIN)/pytest -n auto -m 'not program' --hypothesis-profile fuzz $(shell grep -rl 'import.*hypothesis\|from hypothesis' tests --include='test_*.py')

# A new rule: make rule CODE=STR NAME=my-rule [KIND=function]
KIND ?= pattern
rule: $(READY)
	@$(BIN)/python -m lawcheck.rulebook.scaffold '$(CODE)' '$(NAME)' '$(KIND)'

# The tests of Word files and workbooks compare with LibreOffice and convert with it. Debian has Calc in a package
# of its own.
DEBIAN_OFFICE := /usr/lib/libreoffice/program
libreoffice:
	@{ command -v soffice >/dev/null && { test ! -d $(DEBIAN_OFFICE) || test -e $(DEBIAN_OFFICE)/libsclo.so; }; } || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && \
			apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui >/dev/null; \
		else \
			echo 'LibreOffice is missing: please install it (Debian, Ubuntu: apt install libreoffice-writer-nogui libreoffice-calc-nogui)' >&2; \
			exit 1; \
		fi; }

# The tests of the local page use a real browser, and look at what it shows of Chinese.
chromium:
	@test -n "$$LAWCHECK_CHROMIUM" || command -v chromium chromium-browser google-chrome >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null; \
		else \
			echo 'Chromium is missing: please install it (Debian, Ubuntu: apt install chromium fonts-noto-cjk)' >&2; \
			exit 1; \
		fi; }

# The tests of the extension for VS Code run it.
node:
	@command -v node nodejs >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs >/dev/null; \
		else \
			echo 'Node.js is missing: please install it (Debian, Ubuntu: apt install nodejs)' >&2; \
			exit 1; \
		fi; }

bench: $(READY)
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks
	@test -z "$(AUTOCORRECT)" || $(BIN)/python -m benchmarks.beside "$(AUTOCORRECT)"

schemas: $(READY)
	$(BIN)/python -m lawcheck.reporting.schemas

docs: $(READY)
	$(BIN)/python -m lawcheck.reporting.rule_pages
	$(BIN)/python docs/tools/write_docs.py

site: $(READY)
	$(BIN)/python docs/tools/site_builder.py
	@echo 'build/site/index.html'

pictures: $(READY) chromium
	$(BIN)/python docs/tools/pictures.py

# One file that opens the page at a double click, for this system and this version of Python: build/lawcheck.pyz.
launcher: $(READY)
	rm -rf build/launcher
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target build/launcher/site '.[web,xlsx]'
	cp launcher/start.py build/launcher/__main__.py
	$(BIN)/python -m zipapp build/launcher --compress --python '/usr/bin/env python3' --output build/lawcheck.pyz
	@echo 'build/lawcheck.pyz'

# The extension for VS Code: build/lawcheck.vsix. Needs npm.
vscode:
	rm -rf build/vscode && mkdir -p build && cp -R editors/vscode build/vscode
	cd build/vscode && npm ci --silent && npx --yes @vscode/vsce@3.6.0 package --out ../lawcheck.vsix >/dev/null
	@echo 'build/lawcheck.vsix'

clean:
	rm -rf .venv build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Where PYTHONDONTWRITEBYTECODE is set, each call would compile all that it loads, which takes longer than a check.
$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q lawcheck
	touch $@
