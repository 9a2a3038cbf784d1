"""Years: two figures of four, two years run together, the zero of Chinese numerals (NUM001, NUM002, NUM007)."""

from collections.abc import Iterator
from string import ascii_letters, digits

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import (
    CONNECTOR,
    CUT_CENTURY,
    FAR_YEAR,
    LONG_YEAR,
    MONTH,
    SHORT_YEAR,
    YEAR,
    ZEROS,
    YearPeriod,
    dates_in,
    periods_in,
)

_YEAR_SIGN = Pattern("年")
_FIRST_OF_SPAN = Pattern(f"(?P<year>{YEAR})年?{CONNECTOR}$")
_LONGEST = 8
# What makes two digits before 年 a year and no length of time.
_DATED = Pattern(f"{MONTH}月(?!龄)|[底初末](?=[前，。、；）)])")
# 自21年起, 21年度预算; a teacher's 22年以来 and 第21年度 are lengths of time.
_SINCE = Pattern("(?:起(?![码用诉算重草降飞床跑步])|开始)")
_OF_YEAR = Pattern("度(?:[预决]算|计划|目标|任务|考核|报表|总结|工作)")
_EARLIEST, _LATEST = 10, 39
# 民国21年3月, 昭和12年3月: counted from another beginning.
_COUNTED = Pattern(
    "[.第满近前后]$|民国$|康德$|昭和$|大正$|明治$|平成$|令和$|[宣光同咸道嘉乾雍康顺][统绪治丰光庆隆正熙]$"
)
_CENTURY_TURN = 50
_CENTURY = Pattern(rf"{CUT_CENTURY}$")


def abbreviated_year(document: Document) -> Iterator[Finding]:
    """NUM001: a year of two digits after a whole one (2021—25年), or in a date (21年3月5日)."""
    text = document.text
    for match in _YEAR_SIGN.finditer(text):
        at = match.start()
        before = text[max(0, at - 3) : max(0, at - 2)]
        # A letter before the two digits may be a misread one of the four.
        if at < 2 or not text[at - 2 : at].isdecimal() or (before.isascii() and before.isalnum()) or before.isdecimal():
            continue
        # 20 19年: a blank that cuts the year in two is told by itself (NUM032).
        if _CENTURY.search(text, max(0, at - 5), at - 2):
            continue
        short = text[at - 2 : at]
        span = _FIRST_OF_SPAN.search(text, max(0, at - _LONGEST), at - 2)
        if span:
            if int(short) > int(span["year"][2:]):
                yield _lengthened(at, span["year"][:2] + short)
        elif _DATED.match(text, at + 1) and not _COUNTED.search(text[max(0, at - 4) : at - 2]):
            yield _lengthened(at, ("20" if int(short) < _CENTURY_TURN else "19") + short)
        elif _EARLIEST <= int(short) <= _LATEST and _is_of_century(text, at):
            yield _lengthened(at, "20" + short)


def _is_of_century(text: str, at: int) -> bool:
    """Whether 自21年起 or 21年度预算 names a year of this century, by what stands around its 年."""
    before = text[at - 3 : at - 2]
    return (before in ("自", "从") and _SINCE.match(text, at + 1) is not None) or (
        before not in ("第", "满", "近", "前", "后") and _OF_YEAR.match(text, at + 1) is not None
    )


def _lengthened(at: int, year: str) -> Finding:
    """The finding for the two digits before the 年 that stands at this place."""
    return Finding(at - 2, at + 1, {"year": year}, edits=(Edit(at - 2, at - 2, year[:2]),))


# A letter, digit or sign before it makes it part of a code.
_CODE = frozenset(ascii_letters + digits + "./_-")
_LONGEST_PERIOD = 60
_CENTURIES = range(1900, 2100)


def glued_year_range(document: Document) -> Iterator[Finding]:
    """NUM002: two years run together because the dash between them was lost: 20212025年."""
    text = document.text
    for period in periods_in(text):
        first, last, gap = period.first, period.last, period.gap
        if text[period.start - 1 : period.start] in _CODE or first not in _CENTURIES:
            continue
        # Only years of a school follow each other so surely that a blank between them was a dash: 2023 2024学年.
        if gap < period.second and (
            text[gap : period.second].strip() or last != first + 1 or not _is_of_school(text, period)
        ):
            continue
        if first <= last <= first + _LONGEST_PERIOD:
            edits = (Edit(gap, period.second, "—"),)
            yield Finding(period.start, period.end, {"first": first, "last": last}, edits=edits)


def _is_of_school(text: str, period: YearPeriod) -> bool:
    return text[period.end : period.end + len(" 学年")].lstrip().startswith("学年")


_CIRCLE = "○"
_TO_ZERO = str.maketrans(ZEROS, "〇" * len(ZEROS))


def circle_zero(document: Document) -> Iterator[Finding]:
    """NUM007: a year in Chinese numerals whose zero is a letter, a digit, a circle or 零."""
    text = document.text
    for found in dates_in(text):
        start, end = found.start, found.start + len("二〇二四")
        right = text[start:end].translate(_TO_ZERO)
        if text[start] in "一二" and found.year is not None and right != text[start:end]:
            behind = text.index("年", end) + 1
            variant = "circle" if text[start:end].replace(_CIRCLE, "〇") == right else "default"
            yield Finding(start, behind, {"right": right}, variant, (Edit(start, end, right),))


# No plan reaches so far: two figures have changed places (2205年 for 2025年), or one was added or lost.
_BEHIND = f"(?={MONTH}月|[底末初]|上半年|下半年"
_FAR = Pattern(
    rf"(?<![0-9A-Za-z.．,，/—－〔（(\[-])(?P<far>{FAR_YEAR})年{_BEHIND}|[后度内起至到及、，。；）)—\-]|(?<=[到至于在从自].{{5}})前)"
    rf"|(?<=[到至于在从自])(?P<long>{LONG_YEAR})年{_BEHIND}|前)"
    rf"|(?<=[到至于在从自])(?P<short>{SHORT_YEAR})年(?={MONTH}月|[底末初][前，。、；])"
    rf"|(?<=[到至]){SHORT_YEAR}年(?=，)|(?<![0-9A-Za-z.．,—－第-]){SHORT_YEAR}年度",
    first="2",
)


def implausible_year(document: Document) -> Iterator[Finding]:
    """NUM020: a year that no document can mean: 到2205年底, 20255年底前, 202年底."""
    for match in _FAR.finditer(document.text):
        yield Finding(match.start(), match.end(), {"found": match[0]})
