"""Chapters that have lost their number above 1.1, 2.1, 3.1, in documents that count 1, 1.1, 1.2, 2, 2.1 (STR002)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_FIRST_PART = Pattern(
    f"[ \u3000]{{0,8}}(?P<chapter>[0-9]{{1,2}})[.．]1(?![0-9.．])[ \u3000]{{0,3}}(?=[{HAN}])", needs=(".1", "．1")
)
_HEADING = Pattern(
    f"[ \u3000]{{0,8}}(?P<heading>(?!第?[一二三四五六七八九十]{{1,3}}[、章节部编])[{HAN}、“”]{{2,20}})[ \u3000]*"
)
_NUMBERED = Pattern(f"[ \u3000]{{0,8}}(?P<number>[0-9]{{1,2}})[.．、]?[ \u3000]{{0,3}}[{HAN}]")
_OTHER = Pattern("目[ \u3000]*[录次]|附[件录则].*|.*[:：。；]")
# So many chapters show how the document counts.
_FEWEST = 3
_LATEST = 2


def lost_chapters(document: Document) -> Iterator[Finding]:
    """The headings above 1.1, 2.1, 3.1 without 1, 2, 3, where the chapters count on."""
    text = document.text
    found: list[tuple[int, re.Match[str] | None]] = []
    before = None
    numbers: set[int] = set()
    for line in document.paragraphs:
        part = _FIRST_PART.match(text, line.start, line.end)
        if part and before is not None and not document.is_in_cell(line.start):
            heading = _HEADING.compiled.fullmatch(text, before.start, before.end)
            chapter = int(part["chapter"])
            if chapter in numbers:
                found.append((chapter, None))
            elif heading and not _OTHER.compiled.fullmatch(heading["heading"]):
                found.append((chapter, heading))
            numbers.clear()
        elif numbered := _NUMBERED.match(text, line.start, line.end):
            numbers.add(int(numbered["number"]))
        before = line if text[line.start : line.end].strip() else before
    # The contents count once, and the text again.
    first = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or found[index][0] != found[index - 1][0] + 1:
            if index - first >= _FEWEST and found[first][0] <= _LATEST:
                yield from _told(found[first:index])
            first = index


def _told(run: list[tuple[int, re.Match[str] | None]]) -> Iterator[Finding]:
    """The chapters of a run without their numbers; where none has its own, the author may want it so."""
    variant = "heading" if any(heading is None for _, heading in run) else "chapter"
    for chapter, heading in run:
        if heading:
            values = {"heading": heading["heading"], "missing": str(chapter)}
            yield Finding(*heading.span("heading"), values, variant)
