"""Headings that run into their text where the others of their list stand in lines of their own (part of STR009)."""

from collections.abc import Iterator, Sequence

from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.structure.document import Document, Node
from lawcheck.structure.heading_splits import splits_of
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern

_LEVELS = frozenset({"section", "subsection"})
_STOP = Pattern("[。；，：！？]")
_END = Pattern("[。；]")
# A heading is not longer, and what runs into its text is longer by a sentence.
_SHORTEST, _LONGEST, _LEAST = 4, 40, 25
# So many headings in lines of their own show that the list has such.
_FEWEST = 2
# 治理要求——伦理先行。, 主要问题一是经费不足: what begins so follows a heading.
_BEGINS = Pattern("[—–-]{2}|[一首][是先]")


def glued_heading_ends(document: Document, families: Sequence[Sequence[Node]]) -> Iterator[int]:
    """Where a heading ends that its text follows with nothing between them."""
    if document.run_on or document.kind is Kind.STATUTE:
        return
    glued = [node for family in families for node in _long_among_headings(document, family)]
    splits = splits_of(document.text, glued)
    for node in glued:
        begins = _BEGINS.search(document.text, node.body_start + _SHORTEST, node.body_start + _LONGEST)
        end = begins.start() if begins else splits.get(node.start)
        if end is not None and not _STOP.search(document.text, node.body_start, end):
            yield end


def _long_among_headings(document: Document, family: Sequence[Node]) -> list[Node]:
    """The members of a list that hold a sentence, where most of them are headings without one."""
    members = [node for node in family if node.level in _LEVELS and not document.is_in_cell(node.start)]
    headings: list[Node] = []
    glued: list[Node] = []
    for node in members:
        start, end = own_line(document, node)
        stop = _STOP.search(document.text, start, end)
        if stop is None and end - start <= _LONGEST:
            headings.append(node)
        elif end - start >= _LEAST and _END.search(document.text, start, end) and at_line_start(document, node):
            glued.append(node)
    return glued if len(headings) >= max(_FEWEST, len(glued)) else []
