"""CIT016: one document that is cited with two numbers."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import DocumentNumber, document_numbers_in

_LONGEST = 80
_SHORTEST = 8
_SENTENCE_END = Pattern("[。；;！？\n]")


def number_in_two_ways(document: Document) -> Iterator[Finding]:
    """CIT016: 《…的通知》（示政发〔2024〕5号）, and the same title with 示政发〔2024〕15号."""
    text = document.text
    first: dict[str, DocumentNumber] = {}
    for number in document_numbers_in(text):
        title = _title_before(text, number.start)
        if title is None or len(title) < _SHORTEST:
            continue
        known = first.setdefault(title, number)
        # 《…的通知》（示办〔2024〕1号）和《…的通知》（示办〔2025〕1号）: one sentence tells of two documents.
        if _differs_in_one_part(known, number) and _SENTENCE_END.search(text, known.end, number.start):
            values = {"found": number.written, "known": known.written}
            yield Finding(number.start, number.end, values, related=((known.start, known.end, "related"),))


def _title_before(text: str, at: int) -> str | None:
    """The title in marks that a number stands behind in brackets."""
    if not text.startswith(("》（", "》("), max(0, at - 2)):
        return None
    start = text.rfind("《", max(0, at - _LONGEST), at)
    return "".join(text[start + 1 : at - 2].split()) if start >= 0 else None


def _differs_in_one_part(one: DocumentNumber, other: DocumentNumber) -> bool:
    """Whether agency, year and number agree but for one of them: other numbers may be those of other years."""
    parts = ((one.agency, other.agency), (one.year, other.year), (one.number, other.number))
    return sum(left != right for left, right in parts) == 1
