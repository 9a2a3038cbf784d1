"""Headings that run into their text behind a comma, where those of all other items end in a full stop (STR010)."""

from collections.abc import Iterator

from lawcheck.checks.scanned import is_scanned
from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.structure.document import Document, Node
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_LEVELS = frozenset({"section", "subsection", "item", "subitem", "clause"})
_HEAD = Pattern(f"[{HAN}、“”]{{4,18}}。(?=[{HAN}“《])")
# So short a heading has no comma of its own, and so long a text behind it is none of its parts.
_AT_COMMA = Pattern(f"[{HAN}、“”]{{4,14}}(?P<comma>[，,])[^。；\n]{{26,300}}。")
# So many items there must be at least, and of so many one may have no heading.
_FEWEST, _SHARE = 3, 4


def run_in_heads(document: Document) -> Iterator[int]:
    """Where the comma stands."""
    # What a scan shows as a comma may have been read for the stop, or the stop been lost before.
    if document.kind is Kind.STATUTE or is_scanned(document):
        return
    forms: dict[str | None, list[Node]] = {}
    for node in document.walk():
        if node.level in _LEVELS and not node.inferred and not document.is_in_cell(node.start):
            forms.setdefault(node.form, []).append(node)
    for nodes in forms.values():
        if len(nodes) <= _FEWEST or not all(at_line_start(document, node) for node in nodes):
            continue
        lines = [own_line(document, node) for node in nodes]
        others = [line for line in lines if not _HEAD.match(document.text, *line)]
        at_comma = [match for line in others if (match := _AT_COMMA.match(document.text, *line))]
        if len(at_comma) == 1 and _SHARE * len(others) <= len(lines):
            yield at_comma[0].start("comma")
