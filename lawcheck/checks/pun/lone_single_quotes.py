"""Single quotation marks that point the wrong way or have no partner (PUN002)."""

from collections.abc import Iterator
from itertools import groupby

from lawcheck.checks.pun.stretch import stretch_after, stretch_before
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# An apostrophe (It’s, 1990’s) and the sign of minutes or feet (30’) stand behind a letter or a figure. A mark that
# quotes has a Chinese character beside it.
_MARK = Pattern(f"(?<![0-9A-Za-z０-９Ａ-Ｚａ-ｚ])[‘’](?:(?=[{HAN}])|(?<=[{HAN}].))", first="‘’")
# ’97, ’９８: an apostrophe, which stands for the century and is often typed as an opening mark.
_YEAR = Pattern(r"(?<![0-9０-９])[‘’]\d{2}(?!\d)", first="‘’")
_TURNED = {"‘": "’", "’": "‘"}
_DIVIDES = Pattern("[，。；：！？\n]")
_LONGEST_REVERSED = 14
_STOPS = "，。；\n‘’“”"


def lone_single_quotes(document: Document) -> Iterator[Finding]:
    """PUN002: a single quotation mark of a paragraph that does not pair with the next one.

    A paragraph with other single marks (two for a double one, apostrophes) or with a double mark that has no partner is
    left to the findings about those.
    """
    text = document.text
    places = (match.start() for match in _MARK.finditer(text))
    for line, marks in groupby(places, key=lambda at: text.rfind("\n", 0, at)):
        end = text.find("\n", line + 1)
        paragraph = text[line + 1 : end if end >= 0 else len(text)]
        years = {line + 1 + match.start() for match in _YEAR.finditer(paragraph)}
        own = sorted({*marks, *years})
        paired = paragraph.count("“") == paragraph.count("”") and paragraph.count('"') % 2 == 0
        if paired and len(own) == paragraph.count("‘") + paragraph.count("’"):
            yield from _judged(text, _without_years(text, own, years))


def _without_years(text: str, marks: list[int], years: set[int]) -> list[int]:
    """The marks of a paragraph but for the apostrophes of years.

    A mark before two figures quotes only where its partner stands there: ‘97行动’, ‘双减’97项.
    """
    kept: list[int] = []
    is_open = False
    for at, after in zip(marks, [*marks[1:], -1], strict=True):
        closed_next = after >= 0 and after not in years and text[after] == "’"
        # ’97行动’: turned round, since what closes it stands there.
        quotes = is_open or closed_next if text[at] == "’" else closed_next
        if at in years and not quotes:
            continue
        kept.append(at)
        is_open = text[at] == "‘"
    return kept


def _judged(text: str, marks: list[int]) -> Iterator[Finding]:
    """The findings about the marks of one paragraph, pair by pair."""
    index = 0
    while index < len(marks):
        start, end = marks[index], marks[index + 1] if index + 1 < len(marks) else -1
        pair = text[start] + text[end] if end >= 0 else text[start]
        if pair == "‘’":
            index += 2
        elif pair in ("‘‘", "’’") and not len(marks[index:]) % 2 and _is_short(text, start, end):
            yield _flipped(text, end if pair == "‘‘" else start)
            index += 2
        else:
            yield _lonely(text, start)
            index += 1


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether what stands between two marks is short enough to be what they quote."""
    return end - start <= _LONGEST_REVERSED and not _DIVIDES.search(text, start, end)


def _flipped(text: str, at: int) -> Finding:
    right = _TURNED[text[at]]
    return Finding(at, at + 1, {"sign": text[at], "right": right}, edits=(Edit(at, at + 1, right),))


def _lonely(text: str, at: int) -> Finding:
    values = {"sign": text[at], "right": _TURNED[text[at]]}
    if text[at] == "‘":
        return Finding(at, stretch_after(text, at, _STOPS), values, "lonely")
    return Finding(stretch_before(text, at, _STOPS), at + 1, values, "lonely")
