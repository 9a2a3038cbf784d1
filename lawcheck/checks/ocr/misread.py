"""Characters that were taken for others of similar shape (OCR009)."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.misreadings import Misreading, frequent_misreadings, likely_misreadings
from lawcheck.checks.old_prose import is_old_prose
from lawcheck.checks.scanned import is_misread
from lawcheck.checks.trm.phrases import misread_phrases
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit

_LONGEST_PHRASE = 20
# Misreading is haphazard: what recurs while the other word is nowhere in the document is a term of its own.
_RECURRING = 3
# So much likelier (natural logarithm) is a word that is very probably right.
_CERTAIN = 9


def shape_confusion(document: Document) -> Iterator[Finding]:
    """OCR009: a character in whose place one of similar shape makes the words far likelier."""
    text = document.text
    if is_old_prose(text):
        return
    found = [*frequent_misreadings(text), *(likely_misreadings(text) if is_misread(document) else ())]
    readings = list(_apart(sorted(found, key=lambda r: (not r.often, -r.gain, r.at))))
    pairs = [(text[r.start : r.end], text[r.start : r.at] + r.right + text[r.at + 1 : r.end]) for r in readings]
    terms = {pair for pair, count in Counter(pairs).items() if count >= _RECURRING and pair[1] not in text}
    for reading, (seen, right) in zip(readings, pairs, strict=True):
        if (reading.often or (seen, right) not in terms) and not _is_in_misread_phrase(text, reading.at):
            variant = "default" if reading.gain >= _CERTAIN else "likely"
            edit = Edit(reading.at, reading.at + 1, reading.right)
            yield Finding(reading.start, reading.end, {"found": seen, "right": right}, variant, (edit,))


def _apart(readings: list[Misreading]) -> Iterator[Misreading]:
    """The readings that do not touch a better one; in the order of the text."""
    taken: set[int] = set()
    kept: list[Misreading] = []
    for reading in readings:
        places = range(reading.start, reading.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(reading)
    return iter(sorted(kept, key=lambda r: r.start))


def _is_in_misread_phrase(text: str, at: int) -> bool:
    """Whether the place belongs to a fixed phrase, which has a rule of its own (TRM001)."""
    start = max(0, at - _LONGEST_PHRASE)
    spans = misread_phrases(text[start : at + _LONGEST_PHRASE])
    return any(first <= at - start < end for first, end in spans)
