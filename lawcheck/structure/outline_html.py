"""The outline of a document for notebooks."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a document shows itself so
    from lawcheck.structure.document import Node


def outline_html(title: str, nodes: "Iterable[Node]") -> str:
    """The title, and the headings as nested lists; what a document says is text in it, not markup."""
    from html import escape  # of no use where nothing is shown

    return f"<p><b>{escape(title)}</b></p>{_items(nodes, escape)}"


def _items(nodes: "Iterable[Node]", escape: Callable[[str], str]) -> str:
    lines = (f"<li>{escape(node.marker + node.title)}{_items(node.children, escape)}</li>" for node in nodes)
    items = "".join(lines)
    return f'<ul style="list-style:none">{items}</ul>' if items else ""
