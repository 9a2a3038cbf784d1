"""The outline of a document for notebooks."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a document shows itself so
    from lawcheck.structure.document import Node


def outline_html(title: str, nodes: "Iterable[Node]") -> str:
    """The title, and the headings as nested lists; what a document says is text in it, not markup."""
    return f"<p><b>{escape(title)}</b></p>{_items(nodes)}"


def _items(nodes: "Iterable[Node]") -> str:
    lines = (f"<li>{escape(node.marker + node.title)}{_items(node.children)}</li>" for node in nodes)
    items = "".join(lines)
    return f'<ul style="list-style:none">{items}</ul>' if items else ""
