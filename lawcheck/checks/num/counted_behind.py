"""How many things a line says that a list above it has: 以上五项, where there are four (NUM009)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from sys import maxsize

from lawcheck.checks.num.announced_series import counted
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_BEHIND = Pattern(
    "(?:以上|上述|前述|上列|前列)(?P<announced>(?P<count>[三四五六七八九]|十[一二三四五六]?|[3-9]|1[0-9])"
    "(?P<unit>个方面|方面|[项条点种类大](?![第月年日])|个(?=环节|阶段|步骤|要点|事项|问题|项目)))",
    needs=("以上", "上述", "前述", "上列", "前列"),
)
# So much stands before it in its line at most, and no point.
_BEFORE = 12
_POINTS = frozenset("。；：，、（等")
# 以上三项中的第二项, 以上五种以上: what is told is of a part.
_OPEN = frozenset("第中之以任")
_FEWEST, _NEAREST = 3, 2
_REACH = 1500


def counted_behind(document: Document) -> Iterator[Finding]:
    """Counts of a list right above, which no list near it has."""
    text = document.text
    runs: list[tuple[int, int, int]] | None = None
    for match in _BEHIND.finditer(text):
        line = text.rfind("\n", max(0, match.start() - _BEFORE - 1), match.start()) + 1
        if line == 0 or _POINTS & set(text[line : match.start()]) or text[match.end() : match.end() + 1] in _OPEN:
            continue
        path = document.path_at(document.view.source_offset(match.start()))
        if not path or path[-1].start >= line or document.is_in_cell(match.start()):
            continue
        count = counted(match["count"])
        runs = _runs(document) if runs is None else runs
        above = _length(runs, path[-1].start)
        near = _near(runs, match.start())
        near |= {_length(runs, node.start) for node in path}
        if above >= _FEWEST and abs(above - count) <= _NEAREST and count not in near:
            yield Finding(*match.span("announced"), {"announced": match["count"], "found": above}, "behind")


def _runs(document: Document) -> list[tuple[int, int, int]]:
    """For each item of a list where it begins, where the next of its list does, and how many there are up to it."""
    found: list[tuple[int, int, int]] = []
    for family in document.families:
        length, last = 0, 0
        for at, node in enumerate(family):
            length = length + 1 if node.number == last + 1 else 1
            last = node.number or 0
            after = family[at + 1] if at + 1 < len(family) else None
            goes_on = after is not None and after.number == last + 1
            found.append((node.start, after.start if goes_on and after else maxsize, length))
    return sorted(found)


def _length(runs: Sequence[tuple[int, int, int]], start: int) -> int:
    """How many items a list has up to the one that begins at a place."""
    at = bisect_left(runs, (start,))
    return runs[at][2] if at < len(runs) and runs[at][0] == start else 0


def _near(runs: Sequence[tuple[int, int, int]], end: int) -> set[int]:
    """How many items each list has that ends not far before a place."""
    first, stop = bisect_left(runs, (end - _REACH,)), bisect_left(runs, (end,))
    return {length for _, after, length in runs[first:stop] if after >= end}
