"""Paragraphs that show nothing at all: what keeps others apart where a space above or below them should."""

from collections.abc import Iterator, Sequence

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.formatting import is_outside_tables
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import child, w

# What may stand in a paragraph without being seen. Pictures, breaks, fields and formulas are not among it.
_UNSEEN = frozenset(
    w(name)
    for name in (
        *("pPr", "r", "rPr", "t", "tab", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "hyperlink", "smartTag"),
    )
)
# A paragraph with these ends a section, stands elsewhere or begins a page.
_MORE = ("sectPr", "framePr", "pageBreakBefore")
_RUN = w("r")


def read_blanks(paragraphs: Sequence[WordParagraph], part: str, text: str) -> Iterator[int]:
    """Where the paragraphs of a part stand that have no more than spaces, outside tables and text boxes."""
    for paragraph in paragraphs:
        if (
            paragraph.part == part
            and not text[paragraph.start : paragraph.end].strip()
            and _shows_nothing(paragraph.element)
        ):
            yield paragraph.start


def _shows_nothing(paragraph: Element) -> bool:
    properties = child(paragraph, "pPr")
    if any(child(properties, name) is not None for name in _MORE) or not is_outside_tables(paragraph):
        return False
    for element in paragraph:
        if element.tag not in _UNSEEN:
            return False
        if element.tag == _RUN and any(inner.tag not in _UNSEEN for inner in element):
            return False
    return True
