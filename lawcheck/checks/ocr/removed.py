"""What the layers cut from the text, as findings (OCR001, OCR002, OCR011, OCR013, OCR015)."""

from collections.abc import Iterator
from dataclasses import replace

from lawcheck.checks.ocr.parted_words import parted_words
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.layers import copies, furniture, linebreaks, segments, watermark, web_page
from lawcheck.text.view import Removed, View
from lawcheck.text.vocabulary.han import is_han

# > - 10. of Markdown
_LONGEST_MARK = 12


def watermark_line(document: Document) -> Iterator[Finding]:
    """OCR001: a line that a document-sharing site put in."""
    for finding in _removed(document, watermark.KIND):
        stop = len(document.view.source_text[finding.start : finding.end].rstrip("\r\n"))
        yield Finding(finding.start, finding.start + stop, edits=finding.edits, in_source=True)


def segment_marker(document: Document) -> Iterator[Finding]:
    """OCR002: a counter of such a site in the middle of the text. The line end before it came with it."""
    breaks = (linebreaks.KIND, segments.BETWEEN_SENTENCES)
    line_ends = {removed.end: removed.start for kind in breaks for removed in document.view.removed_as(kind)}
    for removed in document.view.removed_as(segments.KIND):
        edit = Edit(line_ends.get(removed.start, removed.start), removed.end, "")
        yield Finding(removed.start, removed.end, edits=(edit,), in_source=True)


def hard_line_break(document: Document) -> Iterator[Finding]:
    """OCR011: a line end in mid-sentence."""
    yield from _removed(document, linebreaks.KIND)
    yield from parted_words(document)


def page_furniture(document: Document) -> Iterator[Finding]:
    """OCR013: a page number or a running head inside the text."""
    for kind, variant in ((furniture.KIND, "default"), (furniture.RUNNING_HEAD, "head")):
        for finding in _trimmed(document, kind):
            yield replace(finding, variant=variant)


def web_page_residue(document: Document) -> Iterator[Finding]:
    """OCR015: what a web page puts around a text. What stands between it and its copy is told with that (DOC014)."""
    source = document.view.source_text
    copy = next((removed.start for removed in document.view.removed_as(copies.KIND)), None)
    for block in _residue(document.view):
        if copy is None or not _leads_to(source, block, copy):
            edits = tuple(edit for removed in block for edit in _without(source, removed))
            yield Finding(*_trimmed_span(source, block[0].start, block[-1].end), edits=edits, in_source=True)


def start_of_residue(view: View, at: int) -> int | None:
    """Where what a web page left behind begins that ends before a place of the source."""
    for block in _residue(view):
        if _leads_to(view.source_text, block, at):
            return _trimmed_span(view.source_text, block[0].start, block[-1].end)[0]
    return None


def _leads_to(source: str, block: list[Removed], at: int) -> bool:
    """Whether only blanks are between a block and a place; what was cut at its end belongs to it in the source."""
    return block[0].start <= at and (block[-1].end > at or not source[block[-1].end : at].strip())


def _residue(view: View) -> Iterator[list[Removed]]:
    """What a web page left behind; lines that follow each other are one place."""
    block: list[Removed] = []
    for removed in view.removed_as(web_page.KIND):
        if block and view.source_text[block[-1].end : removed.start].strip():
            yield block
            block = []
        block.append(removed)
    if block:
        yield block


def _trimmed_span(source: str, start: int, end: int) -> tuple[int, int]:
    """A span without the space around it."""
    shown = source[start:end]
    return start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip())


def _trimmed(document: Document, kind: str) -> Iterator[Finding]:
    """What was cut, without the space around it."""
    source = document.view.source_text
    for finding in _removed(document, kind):
        span = _trimmed_span(source, finding.start, finding.end)
        yield Finding(*span, edits=finding.edits, in_source=True)


def _removed(document: Document, kind: str) -> Iterator[Finding]:
    source = document.view.source_text
    for removed in document.view.removed_as(kind):
        yield Finding(removed.start, removed.end, edits=tuple(_without(source, removed)), in_source=True)


def _without(source: str, removed: Removed) -> Iterator[Edit]:
    if not _empties_item(source, removed.start, removed.end):
        yield Edit(removed.start, removed.end, "")


def _empties_item(source: str, start: int, end: int) -> bool:
    """Whether the mark of a list item would stay without its text, and what follows would be another item's or code."""
    mark = source[source.rfind("\n", 0, start) + 1 : start].strip()
    is_mark = 0 < len(mark) <= _LONGEST_MARK and not any(is_han(sign) for sign in mark)
    return is_mark and not source[start:end].isspace()
