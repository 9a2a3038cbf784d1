"""One heading whose list is of a deeper level than the lists under all others beside it (STR004)."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern

_HEADINGS = frozenset({"section", "subsection"})
_LISTS = frozenset({"SUBSECTION", "ITEM", "SUBITEM"})
_FEWEST = 3
# The cells of a table that stand as lines have no stops.
_STOP = Pattern("[。；，：]")


def unlike_siblings(document: Document) -> Iterator[Finding]:
    """1. directly under 二、, where each of the other sections has （一） there."""
    for family in (document.nodes, *(node.children for node in document.walk())):
        for level in _HEADINGS:
            firsts = [(node, first) for node in family if node.level == level and (first := _first(document, node))]
            forms = Counter(LEVEL[first.form].symbol for _, first in firsts)
            if len(firsts) < _FEWEST or len(forms) != 2:
                continue
            (usual, _), (other, times) = forms.most_common(2)
            for node, first in firsts:
                is_other = LEVEL[first.form].symbol == other and times == 1 and {usual, other} <= _LISTS
                if is_other and first.depth > _depth(firsts, usual) and not first.breach:
                    values = {"parent": node.marker.strip(), "marker": first.marker.strip()}
                    yield Finding(first.start, first.body_start, values, "unlike")


def _first(document: Document, node: Node) -> Node | None:
    """The first of the list of lines under a heading, where it is a list of sentences or headings."""
    first = next((child for child in node.children if not child.inferred), None)
    if first is None or not at_line_start(document, first) or document.is_in_cell(first.start):
        return None
    # What a colon leads in is a list, whatever the headings are.
    if document.text[node.body_start : first.start].rstrip().endswith(("：", ":")):
        return None
    return first if first.children or _STOP.search(document.text, own_line(document, first)[0], first.end) else None


def _depth(firsts: list[tuple[Node, Node]], usual: str) -> int:
    return next(first.depth for _, first in firsts if LEVEL[first.form].symbol == usual)
