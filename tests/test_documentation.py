"""The pages of docs/ say what the code says."""

import ast
import re
import sys
from pathlib import Path

import pytest
from test_rooms import RANKS

import lawcheck
from lawcheck.structure import document, frame

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs" / "tools"))

import rooms  # noqa: E402
import write_docs  # noqa: E402

LANGUAGES = ("zh", "en")
_NAME = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def test_the_rooms_are_drawn_in_the_order_that_is_enforced():
    enforced = [name for row in RANKS for name in sorted(row) if name != "__main__"]
    assert [room.name for room in rooms.ROOMS] == enforced
    assert sum(not room.is_module for room in rooms.ROOMS) == 11
    assert all((ROOT / room.path).exists() for room in rooms.ROOMS)


@pytest.mark.parametrize("path", sorted(write_docs.files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_has_drifted(path):
    assert path.read_text(encoding="utf-8") == write_docs.files()[path], "run make docs"


def public_names(node):
    """The fields, properties and methods of a class."""
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            yield part.target.id
        elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
            yield part.targets[0].id
        elif isinstance(part, ast.FunctionDef):
            yield part.name


def classes():
    trees = (ast.parse(Path(module.__file__).read_text(encoding="utf-8")) for module in (document, frame))
    return {
        node.name: {name for name in public_names(node) if not name.startswith("_")}
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_api_names_every_part_and_nothing_else(language):
    text = (ROOT / "docs" / language / "document-api.md").read_text(encoding="utf-8")
    _, *sections = re.split(r"^## (\w+)$", text, flags=re.MULTILINE)
    described = {name: set(_NAME.findall(body)) for name, body in zip(sections[::2], sections[1::2], strict=True)}
    assert described == classes()
    # Who writes a rule names them in the types of helpers.
    assert described.keys() <= set(lawcheck.__all__)
