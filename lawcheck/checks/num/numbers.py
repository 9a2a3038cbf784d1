"""NUM: numbers and years (GB/T 15835)."""

from collections.abc import Iterator
from string import ascii_letters, digits

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

# The second four digits begin with 19 or 20, so the eight can be no date (month 19 or 20).
_GLUED = Pattern("([12][09][0-9]{2})([12][09][0-9]{2})[年)）]", first="12")
_CENTURIES = ("19", "20")
# A letter, digit or sign before it makes it part of a code.
_CODE = frozenset(ascii_letters + digits + "./_-")
_LONGEST = 60


def glued_year_range(document: Document) -> Iterator[Finding]:
    """Two years run together because the dash between them was lost: 20212025年."""
    text = document.text
    for match in _GLUED.finditer(text):
        first, last = match.groups()
        before = text[match.start() - 1] if match.start() else ""
        bracketed = before in ("(", "（")
        if not (first.startswith(_CENTURIES) and last.startswith(_CENTURIES)) or before in _CODE:
            continue
        if not int(first) <= int(last) <= int(first) + _LONGEST or not (bracketed or match[0].endswith("年")):
            continue
        end = match.end(2) + match[0].endswith("年")
        gap = match.end(1)
        yield Finding(match.start(), end, {"first": first, "last": last}, edits=(Edit(gap, gap, "—"),))
