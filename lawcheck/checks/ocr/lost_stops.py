"""Stops that recognition has lost at the end of a paragraph (OCR016)."""

from collections.abc import Iterator

from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_OPEN_END = Pattern(f"[{HAN}”%％]\\Z")
_STOP = Pattern("[，。；]")
# A heading has no full stop inside, and neither has the beginning of a list.
_FULL_STOP = Pattern("[。；]")
_HEADING = Pattern(
    "[（(〈《]?[一二三四五六七八九十0-9]{1,3}[、.．）)》〉 ]|第[一二三四五六七八九十百]{1,5}[条章]|附件|.*[：:]"
)
_SHORTEST = 12


def lost_stop(document: Document) -> Iterator[Finding]:
    """OCR016: a paragraph of sentences in a scan that ends without a stop."""
    if not is_scanned(document):
        return
    bodies = [text.body for text in document.frame.texts]
    for paragraph in document.paragraphs:
        words = document.text_of(paragraph)
        if len(words) < _SHORTEST or not _OPEN_END.search(words[-1:]) or not _STOP.search(words):
            continue
        if _HEADING.match(words) and not _FULL_STOP.search(words):
            continue
        inside = any(body.start <= paragraph.start and paragraph.end <= body.end for body in bodies)
        if inside and not document.is_in_cell(paragraph.start):
            yield Finding(paragraph.end - 1, paragraph.end, {"found": words[-_SHORTEST:]})
