"""Rows of a table of tasks that say the same under two numbers (STR012)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_SHORTEST_ROW = 10
_WORD = Pattern(f"[{HAN}]{{2}}")


def same_rows(document: Document) -> Iterator[Finding]:
    """Rows of a table that divides the work, alike in all but their number."""
    seen: dict[str, Node] = {}
    for task in document.rows:
        node = task.node
        row = document.text[node.start + len(node.marker) : node.end].strip()
        if task.part != 1 or len(row) < _SHORTEST_ROW or len(_WORD.compiled.findall(row)) < 2 or "\n" not in row:
            continue
        before = seen.setdefault(row, node)
        if before is not node and before.number != node.number:
            related = ((before.start, before.end, "original"),)
            yield Finding(node.start, node.end, {"marker": node.marker}, "row", related=related)
