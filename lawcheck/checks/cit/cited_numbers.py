"""CIT015: a cited document whose number is of a year that had not come when this one was signed."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.vocabulary.document_numbers import document_numbers_in


def number_of_later_year(document: Document) -> Iterator[Finding]:
    """CIT015: 示政发〔2027〕8号 in the body of a document that is dated 2026."""
    frame = document.frame
    signed = frame.date
    if signed is None or signed.iso is None or signed.start < frame.body.end:
        return
    year = int(signed.iso[:4])
    begin = frame.addressee.end if frame.addressee else frame.body.start
    for number in document_numbers_in(document.text, begin, frame.body.end):
        if number.year > year and number.is_coded:
            values = {"year": number.year, "date": document.text[signed.start : signed.end]}
            yield Finding(number.start, number.end, values, related=((signed.start, signed.end, "date"),))
