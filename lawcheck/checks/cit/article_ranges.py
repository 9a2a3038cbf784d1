"""References to several articles (CIT012)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR
from lawcheck.text.vocabulary.numerals import parse_numeral

_NUMERAL = "[零〇一二三四五六七八九十百千0-9]{1,8}"
_RANGE = Pattern(
    f"第(?P<first>{_NUMERAL})(?P<unit>[章节条款项])?{CONNECTOR}第(?P<last>{_NUMERAL})(?P<last_unit>[章节条款项])",
    first="第",
)


def reversed_range(document: Document) -> Iterator[Finding]:
    """CIT012: a range of chapters, articles, paragraphs or items whose first number is not below its last."""
    for match in _RANGE.finditer(document.text):
        first, last = parse_numeral(match["first"]), parse_numeral(match["last"])
        if first and last and first >= last and match["unit"] in (None, match["last_unit"]):
            yield Finding(match.start(), match.end(), {"first": match["first"], "last": match["last"]})
