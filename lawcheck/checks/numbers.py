"""NUM: numbers and years (GB/T 15835)."""

import re
from collections.abc import Iterator

from lawcheck.diagnostics import Edit, Finding
from lawcheck.structure.model import Document

# The second four digits begin with 19 or 20, so the eight can be no date (month 19 or 20).
_GLUED = re.compile(r"(?<![0-9A-Za-z./_-])((?:19|20)\d\d)((?:19|20)\d\d)(?:年|(?=[)）]))")
_LONGEST = 60


def glued_year_range(document: Document) -> Iterator[Finding]:
    """Two years run together because the dash between them was lost: 20212025年."""
    text = document.text
    for match in _GLUED.finditer(text):
        first, last = int(match[1]), int(match[2])
        in_brackets = match[0].endswith("年") or text[match.start() - 1 : match.start()] in ("(", "（")
        if not in_brackets or not first <= last <= first + _LONGEST:
            continue
        gap = match.end(1)
        yield Finding(match.start(), match.end(), {"first": first, "last": last}, edits=(Edit(gap, gap, "—"),))
