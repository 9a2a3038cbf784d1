"""Attacks by texts: as text, Markdown and HTML, and in any encoding."""

import random
from pathlib import Path

from benchmarks.attacks.pieces import text_of
from lawcheck import check_bytes, check_text, compare_texts
from lawcheck.pipeline import check, fix, parse
from lawcheck.reading import text_source
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import Selection

_NAMES = ("a.txt", "a.txt", "a.md", "a.html")
_KINDS = ("auto", "plan", "official", "statute")
_RULES = Selection().rules()
# What costs as much as all the rest is done with one text of so many.
_SOME = 20


def texts(chance: random.Random, folder: Path) -> None:
    """Checked, and fixed twice; a few are also reported and compared with what they were."""
    name, kind = chance.choice(_NAMES), chance.choice(_KINDS)
    text = text_of(chance)
    verify(text, name, kind)
    if not chance.randrange(_SOME):
        check_text(text, path=name, kind=kind).model_dump_json()
        compare_texts(text, text_of(chance), kind=kind)


def verify(text: str, name: str, kind: str) -> None:
    """Raises where a text is not checked as it should be, or loses by its safe fixes."""
    source, options = text_source(text, name), Options(_RULES, kind=kind)
    checked = check(source, options)
    for found in checked.diagnostics:
        assert found.code != "LAW000", f"LAW000: {found}"
        assert all(0 <= start <= end <= len(text) for start, end in found.spans), f"outside of the text: {found}"
    fixed = fix(source, options)
    if fixed.text == text:
        return
    again = fix(fixed.source, options)
    assert again.text == fixed.text, f"fixed twice: {sorted(again.edits)}"
    before, after = checked.document, parse(fixed.source, kind)
    assert len(tuple(after.walk())) >= len(tuple(before.walk())), f"a heading is lost: {sorted(fixed.edits)}"
    assert len(after.tasks) >= len(before.tasks), f"a task is lost: {sorted(fixed.edits)}"


def encodings(chance: random.Random, folder: Path) -> None:
    """In any encoding, with some bytes that are damaged."""
    encoding = chance.choice(("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-32"))
    data = bytearray(text_of(chance).encode(encoding, "replace"))
    for _ in range(chance.randint(0, 3) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    check_bytes(bytes(data), path=chance.choice(("a.txt", "a.md", "a.html", "a")))
