"""The numbers of figures and tables, where one stands below two of them and the next is left out (STR001)."""

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


def caption_twice(document: Document) -> Iterator[Finding]:
    """图4：围挡, 图4：水马, 图6：…: of two captions with one number the second has that of the one that is missing."""
    for kind in "图表":
        found = [
            m for m in _CAPTION.finditer(document.text) if m["kind"] == kind and not document.is_in_cell(m.start())
        ]
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
