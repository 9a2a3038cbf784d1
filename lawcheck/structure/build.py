"""From the view to the frozen document."""

import re

from lawcheck.structure.model import Document, Kind, Paragraph
from lawcheck.view import View

_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def build_document(view: View, text_format: str, kind: str = "auto") -> Document:
    """The document in a view; `kind` is "auto" or the name of a Kind."""
    paragraphs = tuple(Paragraph(*m.span()) for m in _PARAGRAPH.finditer(view.text))
    return Document(view, Kind.PLAN if kind == "auto" else Kind(kind), text_format, paragraphs, None, ())
