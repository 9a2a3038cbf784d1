"""Dates that lost one of their signs (DOC051)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.vocabulary.dates import DATE_WITHOUT_DAY_SIGN, DATE_WITHOUT_MONTH_SIGN, DATE_WITHOUT_YEAR_SIGN

_LOST = (("年", DATE_WITHOUT_YEAR_SIGN), ("月", DATE_WITHOUT_MONTH_SIGN), ("日", DATE_WITHOUT_DAY_SIGN))


def cut_date(document: Document) -> Iterator[Finding]:
    """DOC051: a date without its 年, 月 or 日: 20191月27日, 2019年1225日, 11月1起施行."""
    for sign, pattern in _LOST:
        for match in pattern.finditer(document.text):
            yield Finding(*match.span(), {"found": match[0], "sign": sign})
