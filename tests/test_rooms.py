"""The modules import downwards only, and only the structure knows its parser."""

import ast
from collections import Counter
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import lawcheck

PACKAGE = Path(lawcheck.__file__).parent
# From the bottom to the top: a module imports what stands in its own room or lower. Beside the eleven rooms stand what
# a newcomer reads first, what is imported from outside, and the errors and classes that all may use.
RANKS = [
    {"records"},
    {"errors"},
    {"text"},
    {"reading"},
    {"structure"},
    {"rulebook"},
    {"checks"},
    {"fixing"},
    {"pipeline"},
    {"running"},
    {"comparing"},
    {"testing"},
    {"reporting"},
    {"api"},
    {"surfaces"},
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


@dataclass(frozen=True)
class Module:
    """What a file imports, whenever it is loaded or run, and which classes it has."""

    imports: list[ast.Import | ast.ImportFrom]
    # Without those that types alone need.
    at_run: list[ast.ImportFrom]
    classes: list[str]


@cache
def parsed(path: Path) -> Module:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    for_types = {
        id(part)
        for node in nodes
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for part in ast.walk(node)
    }
    return Module(
        imports=[node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)],
        at_run=[node for node in nodes if isinstance(node, ast.ImportFrom) and id(node) not in for_types],
        classes=[node.name for node in nodes if isinstance(node, ast.ClassDef)],
    )


def imported(path: Path):
    """Every module that a file imports, by its full name."""
    for node in parsed(path).imports:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "lawcheck":
            yield from (f"lawcheck.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_imports_point_downwards():
    upwards = [
        f"{path.relative_to(PACKAGE)} must not import {name}"
        for path in modules()
        if part(path) not in FREE
        for name in imported(path)
        if name.startswith("lawcheck.") and name != "lawcheck.__version__"
        if rank(name.split(".")[1]) > rank(part(path))
    ]
    assert upwards == []


def test_only_the_structure_imports_lark():
    users = {part(path) for path in modules() if any(name.split(".")[0] == "lark" for name in imported(path))}
    assert users == {"structure"}


def test_the_classes_are_those_of_records():
    """Those of the standard library take half a millisecond each to make."""
    slow = {str(path.relative_to(PACKAGE)) for path in modules() if "dataclasses.dataclass" in imported_names(path)}
    assert slow == {"records.py"}


def imported_names(path: Path) -> set[str]:
    """Every name that a file imports from a module, by its full name."""
    imports = (node for node in parsed(path).imports if isinstance(node, ast.ImportFrom))
    return {f"{node.module}.{alias.name}" for node in imports for alias in node.names}


def test_no_module_is_too_long():
    long = {str(path.relative_to(PACKAGE)): lines for path in modules() if (lines := count(path)) > 300}
    assert long == {}


def count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_two_modules_share_a_name():
    names = Counter(path.name for path in modules() if not path.name.startswith("__"))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_public_classes_share_a_name():
    classes = Counter(name for path in modules() for name in parsed(path).classes)
    assert [name for name, times in classes.items() if times > 1 and not name.startswith("_")] == []


def test_no_module_imports_itself_in_a_circle():
    imports = {dotted(path): set(needed(path)) for path in modules()}
    sorter = TopologicalSorter({name: found & imports.keys() for name, found in imports.items()})
    sorter.prepare()


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def needed(path: Path):
    """Every module that a file imports as it is loaded or run, types alone left out."""
    for node in parsed(path).at_run:
        if node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                is_module = (PACKAGE.parent / Path(*full.split("."))).with_suffix(".py").exists()
                if (name := full if is_module else node.module) != dotted(path):
                    yield name
