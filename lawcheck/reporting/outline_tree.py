"""The structure of a document as an indented tree."""

from collections.abc import Iterator

from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.report import OutlineFile, OutlineNode
from lawcheck.reporting.words import word
from lawcheck.structure.document import Node
from lawcheck.text.source import LineIndex

_TITLE_WIDTH = 72


def tree(file: OutlineFile, text: str, language: str) -> Iterator[str]:
    """Path, kind and title, then a line for each heading, indented by how it hangs, with its place."""
    yield f"{visible(file.path)}（{word(file.kind, language)}）"
    if file.title:
        yield visible(file.title.text)
    lines = LineIndex(text)
    for node in file.nodes:
        yield from _lines(node, 1, lines, language)


def _lines(node: OutlineNode, indent: int, lines: LineIndex, language: str) -> Iterator[str]:
    position = lines.position(node.offset)
    yield f"{'  ' * indent}{caption(node, language)}  [{position.line}:{position.column}]"
    for child in node.children:
        yield from _lines(child, indent + 1, lines, language)


def caption(node: OutlineNode | Node, language: str) -> str:
    """Marker and title of a heading, in one line; a marker that was lost is said to be."""
    marker = word("lost", language, number=node.number) if node.inferred else node.marker
    return clipped(visible(marker + node.title), _TITLE_WIDTH)
