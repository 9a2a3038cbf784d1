"""Marks of notes that a copied text keeps without its notes: 水质提升[1]，…, as encyclopaedias have them (OCR014)."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 见[1] and 式[2] speak of what is numbered so.
_MARK = Pattern(
    f"(?<=[{HAN}”》）0-9%])(?<![见第表图式献注章节文如及和与])(?P<mark>\\[(?P<number>[0-9]{{1,3}})\\](?:\\[[0-9]{{1,3}}\\]){{0,3}})(?=[，。；、]|$|\n)",
    needs=("]",),
)
# The notes themselves, or what lists the sources.
_NOTES = Pattern("(?m)^[ \u3000]*(?:\\[[0-9]{1,3}\\]|参考(?:文献|资料)|注释|尾注|引文)")
_FEWEST = 2


def note_marks(text: str) -> Iterator[tuple[int, int]]:
    """Each mark of a text that has at least two, in their order, and no notes."""
    found = list(_MARK.finditer(text))
    numbers = [int(match["number"]) for match in found]
    if len(found) < _FEWEST or numbers[0] != 1 or numbers != sorted(numbers) or _NOTES.search(text):
        return
    yield from (match.span("mark") for match in found)
