"""Automatic numbers of Word files: typed ones beside them, and lists that begin anew by accident (STR001, STR003)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.lexer import marker_patterns

# What is typed after an automatic number may begin with a figure: 1. 5G网络.
_DIGIT = re.compile(r"\d")
_FINISHED = frozenset("。；！？”）")


def typed_beside(document: Document) -> Iterator[Finding]:
    """A number that was typed after the automatic one of the same form."""
    view = document.view
    for start, end in view.labels:
        label = view.source_text[start:end].strip()
        at = view.view_offset(end)
        for pattern in marker_patterns().values():
            typed = pattern.match(document.text, at)
            if typed and pattern.fullmatch(label) and not _DIGIT.match(document.text, typed.end()):
                yield Finding(*typed.span(), {"marker": typed[0], "before": label}, "typed")


def restarted(document: Document) -> Iterator[Finding]:
    """An automatic number that begins at 1 again, with nothing between that could begin another list."""
    labels = {document.view.view_offset(start) for start, _ in document.view.labels}
    if not labels:
        return
    for siblings in document.families:
        for before, node in pairwise(siblings):
            both = before.start in labels and node.start in labels and before.level == node.level
            if both and node.number == 1 and (before.number or 0) > 1 and _goes_on(document, before, node):
                values = {"marker": node.marker.strip(), "before": before.marker.strip()}
                related = ((before.start, before.body_start, "before"),)
                yield Finding(node.start, node.body_start, values, "restarted", related=related)


def _goes_on(document: Document, before: Node, node: Node) -> bool:
    """Whether all that stands between is the text of the item before: no title, no sentence that introduces a list."""
    paragraphs = document.paragraphs
    first = bisect_right(paragraphs, before.start, key=lambda p: p.start)
    between = paragraphs[first : bisect_left(paragraphs, node.start, key=lambda p: p.start)]
    ordinals = {inner.start for inner in before.walk()}
    if not between and document.text[paragraphs[first - 1].end - 1] in "：:":
        return False
    return all(p.start in ordinals or document.text[p.end - 1] in _FINISHED for p in between)
