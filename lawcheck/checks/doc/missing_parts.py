"""What a letter lacks: its title (DOC028), or who signs it (DOC029)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import Meaning

_SENTENCE_END = "。；：:"
_LONGEST_TITLE = 120
# What has no signature: minutes, and what its title dates.
_UNSIGNED = Pattern("(?:纪要|决议|公报|令|条例|议案)$")


def missing_title(document: Document) -> Iterator[Finding]:
    """DOC028: a document that begins with its number, its addressee or its first sentence."""
    frame = document.frame
    if frame.title is not None or not document.paragraphs:
        return
    first = document.paragraphs[0]
    number, addressee = frame.letterhead.number, frame.addressee
    heads = [part.start for part in (number, addressee) if part]
    if not heads and not (frame.signers and frame.date):
        return
    begins = first.start in heads or bool(number and document.text[first.start : number.start] in ("（", "("))
    line = document.text[first.start : first.end]
    is_text = frame.body.start == first.start and (line[-1] in _SENTENCE_END or len(line) > _LONGEST_TITLE)
    if begins or is_text:
        yield Finding(first.start, first.start)


def date_without_signer(document: Document) -> Iterator[Finding]:
    """DOC029: a letter that is dated and that nobody signs."""
    frame = document.frame
    title, signed = frame.title, frame.date
    if signed is None or frame.signers or frame.addressee is None or signed.start < frame.body.end:
        return
    if title is None or (title.meaning is Meaning.OFFICIAL and not _UNSIGNED.search(title.text)):
        yield Finding(signed.start, signed.end)
