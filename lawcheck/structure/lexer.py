"""Finds what may be an ordinal. Whether it is one is not decided here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.text.vocabulary.numerals import parse_numeral

# From the outermost to the innermost; a form encloses all behind it.
FORMS = (
    "ANNEX",
    "VOLUME",
    "CHAPTER",
    "DIVISION",
    "SECTION",
    "ARTICLE",
    "SUBSECTION",
    "ITEM",
    "DECIMAL",
    "SUBITEM",
    "POINT",
    "SERIAL",
)
RANK = {form: rank for rank, form in enumerate(FORMS)}

_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百千⼀⼆⼋⼗]+|[0-9０-９]+")
_DASHES = re.compile(r"[-－—–─ー_]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the text that has the form of an ordinal; `value` is None only for an unnumbered annex.

    An inferred one is empty: it stands where an ordinal was lost.
    """

    form: str
    value: int | None
    start: int
    end: int
    inferred: bool = False

    @property
    def rank(self) -> int:
        """0 for the outermost form."""
        return RANK[self.form]


def candidates(text: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[Candidate]:
    """Everything that matches one of the patterns, in order; of two that overlap the one that begins first."""
    found = [(m.start(), -m.end(), form) for form, p in patterns.items() for m in p.finditer(text)]
    found.sort()
    at = 0
    for start, negative_end, form in found:
        if start < at:
            continue
        at = -negative_end
        if form == "DECIMAL":
            start += at - start - len(text[start:at].lstrip())
        value = _value(form, text[start:at])
        if value is not None or form == "ANNEX":
            yield Candidate(form, value, start, at)


def _value(form: str, marker: str) -> int | None:
    """The number that a marker stands for; a dash in brackets is a 一 that lost its shape."""
    first = marker[0]
    if form == "POINT":
        return ord(first) - ord("①") + 1
    if "⑴" <= first <= "⒇":
        return ord(first) - ord("⑴") + 1
    if form == "ANNEX" and first != "附":
        return None
    if form == "DECIMAL":
        return int(re.split(r"[.．]", marker)[-1])
    if form == "SUBSECTION":
        marker = _DASHES.sub("一", marker)
    numeral = _NUMERAL.search(marker)
    return parse_numeral(numeral[0]) if numeral else None
