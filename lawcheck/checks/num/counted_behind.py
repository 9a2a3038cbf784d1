"""How many things a line says that a list above it has: 以上五项, where there are four (NUM009)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.checks.num.announced_series import counted
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern

_BEHIND = Pattern(
    "(?:以上|上述|前述|上列|前列)(?P<announced>(?P<count>[三四五六七八九]|十[一二三四五六]?|[3-9]|1[0-9])"
    "(?P<unit>个方面|方面|[项个条点种类大](?![第月年日])))",
    needs=("以上", "上述", "前述", "上列", "前列"),
)
# So much stands before it in its line at most, and no point.
_BEFORE = 12
_POINTS = frozenset("。；：，、（")
# 以上三项中的第二项, 以上五种以上: what is told is of a part.
_OPEN = frozenset("第中之以任")
_FEWEST, _NEAREST = 3, 2
_REACH = 6000


def counted_behind(document: Document) -> Iterator[Finding]:
    """Counts of a list right above, which no list near it has."""
    text = document.text
    for match in _BEHIND.finditer(text):
        line = text.rfind("\n", max(0, match.start() - _BEFORE - 1), match.start()) + 1
        if line == 0 or _POINTS & set(text[line : match.start()]) or text[match.end() : match.end() + 1] in _OPEN:
            continue
        path = document.path_at(document.view.source_offset(match.start()))
        if not path or path[-1].start >= line or document.is_in_cell(match.start()):
            continue
        count = counted(match["count"])
        above = _run(document, path, len(path) - 1)
        near = {run for run in _runs(document, match.start())}
        if above >= _FEWEST and abs(above - count) <= _NEAREST and count not in near:
            yield Finding(*match.span("announced"), {"announced": match["count"], "found": above}, "behind")


def _run(document: Document, path: Sequence[Node], at: int) -> int:
    """How many of a list go on from 1 to the last one above."""
    family = path[at - 1].children if at else document.nodes
    own = [node for node in family if node.form == path[at].form and node.start <= path[at].start]
    count = 0
    for node in own:
        count = count + 1 if node.number == count + 1 else int(node.number == 1)
    return count


def _runs(document: Document, end: int) -> Iterator[int]:
    """How many members each list has up to a place, and each of its parts that begins anew."""
    for family in (document.nodes, *(node.children for node in document.walk())):
        near = [node for node in family if end - _REACH <= node.start < end]
        if not near:
            continue
        yield len(near)
        length = 1
        for before, node in pairwise(near):
            if node.number == (before.number or 0) + 1:
                length += 1
            else:
                yield length
                length = 1
        yield length
