"""FMT: empty paragraphs and spaces between the paragraphs of the text, whose lines keep to a grid."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.fmt.layout_parts import Part, gathered, in_both, official_layout, pieces, said
from lawcheck.errors import Words
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document

# So many empty paragraphs in front of an annex are there to fill the page.
_FILLS_PAGE = 4
# Less than this is rounding.
_HALF_POINT = 0.5


def blank_paragraphs(document: Document) -> Iterator[Finding]:
    """FMT011: empty paragraphs between headings and texts, and rows of them that stand for a new page."""
    layout = official_layout(document)
    if layout is None or not layout.blanks:
        return
    text = document.view.source_text
    found = [piece for piece in pieces(document) if piece.part is not Part.TITLE]
    spans: list[tuple[int, int]] = []
    for one, other in pairwise(found):
        start, end = one.paragraph.end, other.paragraph.start
        first = bisect_left(layout.blanks, start)
        blanks = layout.blanks[first : bisect_left(layout.blanks, end, lo=first)]
        # Whatever else has no text, such as a picture, wants its space.
        if blanks and not text[start:end].strip() and text.count("\n", start, end) == len(blanks) + 1:
            spans.append((other.start, other.end))
    if spans:
        yield gathered(spans, {}, of=len(found))
    for annex in document.frame.annexes:
        start = document.view.source_offset(annex.start)
        last = bisect_left(layout.blanks, start)
        before = layout.blanks[max(0, last - _FILLS_PAGE) : last]
        if len(before) == _FILLS_PAGE and not text[before[0] : start].strip():
            yield Finding(*_line(text, start), {}, "page", in_source=True)


def _line(text: str, start: int) -> tuple[int, int]:
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end


def paragraph_spacing(document: Document) -> Iterator[Finding]:
    """FMT012: spaces above or below the paragraphs of the text: one finding for each that says so."""
    places: dict[Words | None, list[tuple[int, int]]] = {}
    amounts: dict[Words | None, float] = {}
    texts = [piece for piece in pieces(document) if piece.part is Part.TEXT]
    for piece in texts:
        form = piece.paragraph.format
        gap = max(form.before, form.after, key=lambda each: each.value)
        if gap.value > _HALF_POINT:
            places.setdefault(gap.origin, []).append((piece.start, piece.end))
            amounts.setdefault(gap.origin, gap.value)
    for where, spans in places.items():
        values = {"points": f"{amounts[where]:.3g}", **in_both(origin=said(where))}
        yield gathered(spans, values, of=len(texts))
