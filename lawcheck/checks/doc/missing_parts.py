"""What a letter lacks: its title (DOC028), who signs it above its date (DOC029), or its date (DOC047)."""

from collections.abc import Iterator

from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame_names import is_signature
from lawcheck.structure.frame_tails import date_line
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import PUBLIC_GENRE, Meaning

_SENTENCE_END = "。；：:"
_ENDS = "。！"
_LONGEST_TITLE = 120
_FEWEST = 2
_HEAD_LINES = 4
# Until GB/T 9704—2012 took effect, on 1 July 2012, the seal alone signed.
_IN_FORCE = "2012-07"
# What has no signature: minutes, and what its title dates.
_UNSIGNED = Pattern(f"(?:{PUBLIC_GENRE})$")


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
    # A line or two that were cut out of a document need none.
    divided = bool(frame.annexes) or len(document.sections) > 1
    if len(heads) + bool(frame.date) + divided < _FEWEST:
        return
    begins = first.start in heads or bool(number and document.text[first.start : number.start] in ("（", "("))
    line = document.text[first.start : first.end]
    is_text = frame.body.start == first.start and (line[-1] in _SENTENCE_END or len(line) > _LONGEST_TITLE)
    if begins or is_text:
        yield Finding(first.start, first.start)


def date_without_signer(document: Document) -> Iterator[Finding]:
    """DOC029: a letter that is dated and that nobody signs, or whose signature stands below the date."""
    frame, title = document.frame, document.title
    if frame.addressee is None or (title and (title.meaning is not Meaning.OFFICIAL or _UNSIGNED.search(title.text))):
        return
    signed, signers = frame.date, frame.signers
    if signed is None or signed.start < frame.body.end or not _is_of_today(signed.iso):
        return
    # In a scan the name above the date is there, and misread.
    if not signers and not is_scanned(document):
        yield Finding(signed.start, signed.end)
    elif signers and "\n" in document.text[signed.end : signers[0].start]:
        yield Finding(signers[0].start, signers[-1].end, {}, "below")


def signer_without_date(document: Document) -> Iterator[Finding]:
    """DOC047: a letter that ends in the names of those who sign it."""
    frame, text = document.frame, document.text
    if frame.addressee is None or frame.title is None or any(part.date or part.signers for part in frame.texts):
        return
    if len(document.paragraphs) <= _FEWEST:
        return
    above, last = document.paragraphs[-2:]
    named = frame.title.issuer == "".join(document.text_of(last).split())
    closed = text[above.end - 1] in _ENDS or (named and text[above.end - 1] not in _SENTENCE_END)
    # A date may stand above the signature, or below the title.
    dated = any(date_line(document.text_of(line)) for line in (*document.paragraphs[:_HEAD_LINES], above))
    if closed and not dated and not document.is_in_cell(last.start) and is_signature(text, last.start, last.end):
        yield Finding(last.start, last.end)


def _is_of_today(day: str | None) -> bool:
    return day is not None and day >= _IN_FORCE
