"""The modules import downwards only, and only the structure knows its parser."""

import ast
from pathlib import Path

import pytest

import lawcheck

PACKAGE = Path(lawcheck.__file__).parent
# From the bottom to the top: a module imports what stands in its own row or lower.
RANKS = [
    {
        *(
            "complaints",
            "errors",
            "house_style",
            "kind",
            "layout",
            "numerals",
            "patterns",
            "resources",
            "search",
            "settings",
        ),
        *("source", "storage", "typography", "view"),
    },
    {"diagnostics", "docx", "expressions", "fingerprint", "readers", "layers"},
    {"structure"},
    {"checked", "rule", "rule_file", "rule_words"},
    {"registry"},
    {"checks", "suppress"},
    {"declarative"},
    {"own_rules"},
    {"engine", "fixer"},
    {"pipeline"},
    {"specimen", "testing", "report", "comparison"},
    {"configuration", "reporters", "schemas"},
    {"baseline", "narrowing", "running", "since"},
    {"annotation", "api", "docs", "overview"},
    {"lsp", "web"},
    {"cli"},
    {"__main__"},
]
# The package itself holds the version, and loads the rest only when asked.
FREE = {"__init__"}


def modules():
    return sorted(path for path in PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rank(name: str) -> int:
    (found,) = [index for index, row in enumerate(RANKS) if name in row]
    return found


def imported(path: Path):
    """Every module that a file imports, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "lawcheck":
            yield from (f"lawcheck.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards(path):
    if part(path) in FREE:
        return
    for name in imported(path):
        if name.startswith("lawcheck.") and name != "lawcheck.__version__":
            assert rank(name.split(".")[1]) <= rank(part(path)), f"{part(path)} must not import {name}"


def test_only_the_structure_imports_lark():
    users = {part(path) for path in modules() if any(name.split(".")[0] == "lark" for name in imported(path))}
    assert users == {"structure"}


def test_no_module_is_too_long():
    long = {str(path.relative_to(PACKAGE)): lines for path in modules() if (lines := count(path)) > 300}
    assert long == {}


def count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
