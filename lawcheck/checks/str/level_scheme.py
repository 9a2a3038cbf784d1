"""The scheme of levels that a document really uses, and the one place that departs from it (STR004).

Any scheme is legal that is kept: 一、 › 1. as well as 一、 › （一） › 1. What is looked for is the one heading whose
list begins deeper than those of its peers, a list that stands before the first heading, and divisions in the wrong
order.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.levels import LEVEL, SYMBOLS, Breach

_LADDER = tuple(SYMBOLS.index(s) for s in ("CHAPTER", "SECTION", "SUBSECTION", "ITEM", "SUBITEM", "POINT"))
_SECTION = SYMBOLS.index("SECTION")
# What leads in a list is no heading: 实现以下目标： 1.…
_COLON = ("：", ":")
_STOPS = ("。", "；", "！", "？", "）")
# So many headings whose lists begin one level further out make the scheme; fewer, where the level that one heading
# begins at hangs under that level elsewhere.
_USUAL, _USUAL_WITH_BELOW = 3, 2
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _List:
    """The list right below a heading, in one part of the document: the body or an annex."""

    part: int
    parent: Node
    first: Node
    above: int
    rank: int
    passes_by: bool


def odd_levels(document: Document) -> Iterator[Finding]:
    """The only heading with a list of a deeper level than the lists of the headings like it begin at."""
    families: dict[tuple[int, int], list[_List]] = {}
    for each in _lists(document):
        families.setdefault((each.part, each.above), []).append(each)
    for (part, _), peers in families.items():
        usual, count = Counter(each.rank for each in peers).most_common(1)[0]
        odd = [each for each in peers if each.rank > usual]
        if len(odd) != 1 or odd[0].passes_by or odd[0].first.breach in (Breach.SKIPPED, Breach.INVERTED):
            continue
        below = any(each.rank == odd[0].rank for each in families.get((part, usual), ()))
        if count >= _USUAL or (count >= _USUAL_WITH_BELOW and below):
            like = next(each.first.marker for each in peers if each.rank == usual)
            yield _told(odd[0].first, "scheme", parent=odd[0].parent.marker, like=like)


def _lists(document: Document) -> Iterator[_List]:
    starts = [annex.start for annex in document.frame.annexes]
    for node in document.walk():
        if len(node.children) < _FEWEST or node.inferred or not _is_of_ladder(document, node):
            continue
        first, rank = node.children[0], _rank(node.children[0])
        if first.number != 1 or first.inferred or not _is_of_ladder(document, first):
            continue
        if sum(_rank(child) == rank for child in node.children) < _FEWEST:
            continue
        if not _is_led_in_by_heading(document, node, first):
            continue
        passes_by = any(_rank(child) < rank for child in node.children)
        yield _List(bisect_right(starts, node.start), node, first, _rank(node), rank, passes_by)


def _is_led_in_by_heading(document: Document, node: Node, first: Node) -> bool:
    """Whether a heading, or whole sentences under it, stand above a list: no colon and no line without a stop."""
    heading = document.text[node.body_start : node.title_end].strip()
    own = document.text[node.body_start : first.start].strip()
    return not own.endswith(_COLON) and (own == heading or own.endswith(_STOPS))


def _rank(node: Node) -> int:
    return LEVEL[node.form].rank if node.form else -1


def _is_of_ladder(document: Document, node: Node) -> bool:
    return _rank(node) in _LADDER and at_line_start(document, node) and not document.is_in_cell(node.start)


def lists_before_sections(document: Document) -> Iterator[Finding]:
    """（一） （二） with nothing to lead them in, and 一、 only below them."""
    starts = [annex.start for annex in document.frame.annexes]
    outside: list[Node] = []
    for node in document.nodes:
        if outside and bisect_right(starts, outside[0].start) != bisect_right(starts, node.start):
            outside = []
        if node.breach is Breach.OUTSIDE:
            outside.append(node)
            continue
        if len(outside) >= _FEWEST and _rank(node) == _SECTION and node.number == 1 and _begins(document, outside):
            yield _told(outside[0], "before", like=node.marker)
        return


# Each division with what it encloses.
_ENCLOSED = (("VOLUME", "CHAPTER"), ("CHAPTER", "DIVISION"), ("CHAPTER", "ARTICLE"))
_EMPTY = ("CHAPTER", "DIVISION")


def divisions_out_of_place(document: Document) -> Iterator[Finding]:
    """第一节 or 第一条 above the heading of the chapter that it belongs to."""
    nodes = [node for node in document.walk() if node.form and at_line_start(document, node)]
    told = set()
    for node, after in pairwise(nodes):
        is_heading = LEVEL[node.form].symbol in _EMPTY and not node.children and not node.inferred
        nothing = is_heading and not document.text[node.title_end : after.start].strip()
        if nothing and _rank(after) < _rank(node) and LEVEL[after.form].symbol != "ANNEX":
            told.add(node.start)
            yield _told(node, "above", like=after.marker)
    for outer, inner in _ENCLOSED:
        yield from (finding for finding in _above(nodes, outer, inner) if finding.start not in told)


def _above(nodes: Sequence[Node], outer: str, inner: str) -> Iterator[Finding]:
    """The first of the inner divisions, where the first outer one stands below it and the inner ones count on."""
    before: list[Node] = []
    border: Node | None = None
    for node in nodes:
        symbol = LEVEL[node.form].symbol
        if symbol == "ANNEX" or (symbol == outer and (border or node.number != 1)):
            return
        if symbol == outer:
            border = node
        elif symbol == inner and border is None:
            before.append(node)
        elif symbol == inner:
            if before and before[0].number == 1 and node.number == (before[-1].number or 0) + 1:
                yield _told(before[0], "above", like=border.marker if border else "")
            return


def _begins(document: Document, nodes: Sequence[Node]) -> bool:
    """Whether nodes make one list that nothing leads in."""
    text, first = document.text, nodes[0]
    before = text[max(0, first.start - 40) : first.start].rstrip()
    one_list = [node.number for node in nodes] == list(range(1, len(nodes) + 1)) and len({n.level for n in nodes}) == 1
    lines = all(_is_of_ladder(document, node) for node in nodes)
    return one_list and lines and not before.endswith(_COLON)


def _told(node: Node, variant: str, **values: str) -> Finding:
    return Finding(node.start, node.body_start, {"marker": node.marker, **values}, variant)
