"""The numbers of figures and tables: one that stands twice (STR001), and one that is left out (STR002)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_SET_OFF = "[：:、. \u3000]{1,3}"
_CAPTION = Pattern(
    "(?:(?<=\n)|^)[ \t\u3000]{0,8}(?P<mark>(?P<kind>[图表]) ?(?P<number>[0-9]{1,3}))"
    f"{_SET_OFF}(?!续)(?P<said>[{HAN}“《A-Za-z0-9][^，。；\n]{{0,60}})(?=\n|$)",
    needs=("图", "表"),
)


_FEWEST = 3


def _captions(document: Document, kind: str) -> list[re.Match[str]]:
    return [m for m in _CAPTION.finditer(document.text) if m["kind"] == kind and not document.is_in_cell(m.start())]


def caption_left_out(document: Document) -> Iterator[Finding]:
    """表1, 表2, 表4: of captions that count from 1 and in order the one number that is missing."""
    for kind in "图表":
        found = _captions(document, kind)
        numbers = [int(match["number"]) for match in found]
        gaps = [index for index, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
        # It may be spoken of with another form of caption: 表3（续）, 附表3.
        if len(found) < _FEWEST or numbers[0] != 1 or len(gaps) != 1 or numbers[gaps[0]] != numbers[gaps[0] - 1] + 2:
            continue
        before, match = found[gaps[0] - 1], found[gaps[0]]
        missing = f"{kind}{int(match['number']) - 1}"
        if not re.search(f"{kind} ?{missing[1:]}(?![0-9])", document.text[before.end() : match.start()]):
            values = {"marker": match["mark"], "missing": missing, "before": before["mark"]}
            at = match.start("mark")
            yield Finding(at, at, values, related=((*before.span("mark"), "before"),))


def caption_twice(document: Document) -> Iterator[Finding]:
    """图4：围挡, 图4：水马, 图6：…: of two captions with one number the second has that of the one that is missing."""
    for kind in "图表":
        found = _captions(document, kind)
        numbers = [int(match["number"]) for match in found]
        for index, (before, match) in enumerate(pairwise(found), 1):
            number = numbers[index]
            following = numbers[index + 1 : index + 2]
            differs = before["said"] != match["said"]
            if number == numbers[index - 1] and following in ([], [number + 2]) and differs:
                values = {"marker": match["mark"], "before": before["mark"]}
                at = match.start("mark") + len(match["mark"]) - len(match["number"])
                edits = (Edit(at, match.end("mark"), str(number + 1)),)
                yield Finding(*match.span("mark"), values, edits=edits, related=((*before.span("mark"), "before"),))
