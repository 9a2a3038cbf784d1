"""The rows of tables that are numbered, as items whose marker is their number."""

from collections.abc import Iterator
from dataclasses import replace

from lawcheck.structure.document import Document, Node


def numbered_rows(document: Document) -> Iterator[Node]:
    """The rows of tables that divide the work, each as an item whose marker is its number."""
    for task in document.rows:
        node = task.node
        if node.number and node.marker and task.part == 1:
            # A cell that goes over several rows may stand before the number.
            lines = f"\n{document.text[node.start : node.end]}\n"
            start = node.start + max(0, lines.find(f"\n{node.marker}\n"))
            yield replace(node, start=start, body_start=start + len(node.marker), form="ITEM", parts=(node.number,))
