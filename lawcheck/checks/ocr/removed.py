"""What the layers cut from the text, as findings (OCR001, OCR002, OCR011, OCR013, OCR015)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.layers import furniture, linebreaks, segments, watermark, web_page
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
    return _removed(document, linebreaks.KIND)


def page_furniture(document: Document) -> Iterator[Finding]:
    """OCR013: a page number inside the text."""
    return _trimmed(document, furniture.KIND)


def web_page_residue(document: Document) -> Iterator[Finding]:
    """OCR015: what a web page puts around a text."""
    source = document.view.source_text
    block: list[Finding] = []
    for finding in _trimmed(document, web_page.KIND):
        # Lines that follow each other are one place.
        if block and source[block[-1].end : finding.start].strip():
            yield _joined(block)
            block = []
        block.append(finding)
    if block:
        yield _joined(block)


def _joined(block: list[Finding]) -> Finding:
    edits = tuple(edit for finding in block for edit in finding.edits)
    return Finding(block[0].start, block[-1].end, edits=edits, in_source=True)


def _trimmed(document: Document, kind: str) -> Iterator[Finding]:
    """What was cut, without the space around it."""
    for finding in _removed(document, kind):
        source = document.view.source_text[finding.start : finding.end]
        start = finding.start + len(source) - len(source.lstrip())
        yield Finding(start, start + len(source.strip()), edits=finding.edits, in_source=True)


def _removed(document: Document, kind: str) -> Iterator[Finding]:
    source = document.view.source_text
    for removed in document.view.removed_as(kind):
        edits = () if _empties_item(source, removed.start, removed.end) else (Edit(removed.start, removed.end, ""),)
        yield Finding(removed.start, removed.end, edits=edits, in_source=True)


def _empties_item(source: str, start: int, end: int) -> bool:
    """Whether the mark of a list item would stay without its text, and what follows would be another item's or code."""
    mark = source[source.rfind("\n", 0, start) + 1 : start].strip()
    is_mark = 0 < len(mark) <= _LONGEST_MARK and not any(is_han(sign) for sign in mark)
    return is_mark and not source[start:end].isspace()
