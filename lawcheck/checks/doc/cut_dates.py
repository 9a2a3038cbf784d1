"""Dates that lost their signs (DOC051)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.vocabulary.damaged_dates import (
    DATE_OF_FIGURES,
    DATE_OF_POINTS_AND_SIGNS,
    DATE_WITH_TWO_DAY_SIGNS,
    DATE_WITHOUT_DAY_SIGN,
    DATE_WITHOUT_MONTH_SIGN,
    DATE_WITHOUT_YEAR_SIGN,
    DAY_WITHOUT_MONTH_SIGN,
    LINE_OF_FIGURES,
    LINE_OF_YEAR,
)
from lawcheck.text.vocabulary.offices import ends_as_office

_LOST = (
    ("年", DATE_WITHOUT_YEAR_SIGN),
    ("月", DATE_WITHOUT_MONTH_SIGN),
    ("日", DATE_WITHOUT_DAY_SIGN),
    ("年、月", DATE_OF_FIGURES),
    ("月", DAY_WITHOUT_MONTH_SIGN),
)
_MIXED = (("twice", DATE_WITH_TWO_DAY_SIGNS), ("points", DATE_OF_POINTS_AND_SIGNS))
# The name of an office in a signature is no longer than this.
_LONGEST_NAME = 40
# So far to the right stands what signs.
_INDENT = 8
_POINTS = frozenset("，。；：、？！,;:")


def cut_date(document: Document) -> Iterator[Finding]:
    """DOC051: a date without its 年, 月 or 日: 20191月27日, 2019年1225日, 11月1起施行, 20151231日, 613日下午;
    or with signs that do not belong together: 2024年5日6日, 2024.5.6日."""
    text = document.text
    for sign, pattern in _LOST:
        for match in pattern.finditer(text):
            yield Finding(*match.span(), {"found": match[0], "sign": sign})
    for variant, mixed in _MIXED:
        for match in mixed.finditer(text):
            yield Finding(*match.span(), {"found": match[0]}, variant)
    for match in LINE_OF_FIGURES.finditer(text):
        signer, _ = _lines_before(text, match.start())
        is_set_apart = match.start("date") - match.start() >= _INDENT and not signer.isdecimal()
        if (_is_signer(signer) or is_set_apart) and not document.is_in_cell(match.start("date")):
            yield _of_signature(match)
    for match in LINE_OF_YEAR.finditer(text):
        signer, last = _lines_before(text, match.start())
        # The cover of a report has its year alone below an office too: only what follows a sentence is a signature.
        if _is_signer(signer) and last.endswith("。"):
            yield _of_signature(match)


def _of_signature(match: re.Match[str]) -> Finding:
    return Finding(*match.span("date"), {"found": match["date"]}, "figures")


def _is_signer(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_NAME and _POINTS.isdisjoint(line) and ends_as_office(line)


def _lines_before(text: str, at: int) -> tuple[str, str]:
    """The two lines before a place that are not empty, the nearer one first."""
    before = [line.strip() for line in text[max(0, at - 4 * _LONGEST_NAME) : at].split("\n") if line.strip()]
    nearer, farther = ([*reversed(before), "", ""])[:2]
    return nearer, farther
