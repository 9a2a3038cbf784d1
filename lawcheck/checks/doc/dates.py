"""Years and dates: NUM001, NUM007, DOC006–DOC008."""

import re
from collections.abc import Iterator
from datetime import date

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_YEAR = Pattern("年")
_SPAN = Pattern("(?P<century>19|20)(?P<first>[0-9]{2})年?[—－–～~至到-]$")
_LONGEST = 8
# What makes two digits before 年 a year and no length of time.
_DATED = Pattern("[0-9]{1,2}月(?!龄)|[底初末](?=[前，。、；）)])")
# 民国21年3月, 昭和12年3月: counted from another beginning.
_COUNTED = Pattern(
    "[.第满近前后]$|民国$|康德$|昭和$|大正$|明治$|平成$|令和$|[宣光同咸道嘉乾雍康顺][统绪治丰光庆隆正熙]$"
)
_CENTURY_TURN = 50


def abbreviated_year(document: Document) -> Iterator[Finding]:
    """A year of two digits behind a whole one (2021—25年), or in a date (21年3月5日)."""
    text = document.text
    for match in _YEAR.finditer(text):
        at = match.start()
        before = text[max(0, at - 3) : max(0, at - 2)]
        # A letter before the two digits may be a misread one of the four.
        if not text[max(0, at - 2) : at].isdecimal() or (before.isascii() and before.isalnum()) or before.isdecimal():
            continue
        short = text[at - 2 : at]
        span = _SPAN.search(text, max(0, at - _LONGEST), at - 2)
        if span:
            if short > span["first"]:
                yield _lengthened(at, span["century"] + short)
        elif _DATED.match(text, at + 1) and not _COUNTED.search(text[max(0, at - 4) : at - 2]):
            yield _lengthened(at, ("20" if int(short) < _CENTURY_TURN else "19") + short)


def _lengthened(at: int, year: str) -> Finding:
    """The finding for the two digits before the 年 that stands at this place."""
    return Finding(at - 2, at + 1, {"year": year}, edits=(Edit(at - 2, at - 2, year[:2]),))


_ZEROS = "○OＯo0零"
_CHINESE_YEAR = Pattern(f"[一二][一二三四五六七八九〇{_ZEROS}]{{3}}(?=年)", first="一二")
_TO_ZERO = str.maketrans(_ZEROS, "〇" * len(_ZEROS))
_NUMERALS = frozenset("一二三四五六七八九十百千〇0123456789")


def circle_zero(document: Document) -> Iterator[Finding]:
    """A year in Chinese numerals whose zero is a letter, a digit, a circle or 零."""
    text = document.text
    for match in _CHINESE_YEAR.finditer(text):
        start, end = match.span()
        right = match[0].translate(_TO_ZERO)
        if right != match[0] and text[start - 1 : start] not in _NUMERALS:
            yield Finding(start, end + 1, {"right": right}, edits=(Edit(start, end, right),))


_PADDED_MONTH = Pattern("年(?P<zero>[0０])[1-9１-９]月")
_PADDED_DAY = Pattern("月(?P<zero>[0０])[1-9１-９]日")


def date_zero_padded(document: Document) -> Iterator[Finding]:
    """A zero before the month or the day of a date."""
    text = document.text
    for pattern in (_PADDED_MONTH, _PADDED_DAY):
        for match in pattern.finditer(text):
            if text[match.start() - 1 : match.start()].isdecimal():
                at = match.start("zero")
                yield Finding(at, at + 1, edits=(Edit(at, at + 1, ""),))


_CHINESE_DATE = Pattern(
    f"(?P<year>二[一二三四五六七八九〇{_ZEROS}]{{3}})年(?P<month>[一二三四五六七八九十]{{1,2}})月(?P<day>[一二三四五六七八九十]{{1,3}})日"
)
_LONGEST_SIGNATURE = 40
_DIGITS = {numeral: str(value) for value, numeral in enumerate("〇一二三四五六七八九")}
# GB/T 9704—2012 took effect on 1 July 2012; until then dates were written in Chinese numerals.
_IN_FORCE = (2012, 7)


def cjk_numeral_date(document: Document) -> Iterator[Finding]:
    """A date in Chinese numerals where a document is signed: at the end of a short line of its own."""
    for paragraph in document.paragraphs:
        if paragraph.end - paragraph.start > _LONGEST_SIGNATURE or document.text[paragraph.end - 1] != "日":
            continue
        match = _CHINESE_DATE.search(document.text, paragraph.start, paragraph.end)
        if match is None or match.end() != paragraph.end:
            continue
        year, month, day = _chinese_date(match)
        if (year, month) >= _IN_FORCE:
            right = f"{year}年{month}月{day}日"
            yield Finding(*match.span(), {"right": right}, edits=(Edit(*match.span(), right),))


def _chinese_date(match: re.Match[str]) -> tuple[int, int, int]:
    year = "".join(_DIGITS[c] for c in match["year"].translate(_TO_ZERO))
    return int(year), parse_numeral(match["month"]) or 0, parse_numeral(match["day"]) or 0


_MONTH = Pattern("月(?: ?(?P<day>[0-9０-９]{1,2}) ?日)?")
_BEFORE_MONTH = Pattern("(?:(?P<year>[12１２][0-9０-９]{3}) ?年 ?)?(?P<month>[0-9０-９]{1,2}) ?$")
_LONGEST_YEAR = 10
# Months of the old calendar have a day more or less.
_OLD_CALENDAR = Pattern("[农阴夏]历|旧历|腊月|正月")
_NEAR = 8
_LEAP_YEAR = 2000


def invalid_date(document: Document) -> Iterator[Finding]:
    """A day that the calendar does not have: 2023年2月29日, 4月31日, 2023年13月."""
    text = document.text
    for match in _MONTH.finditer(text):
        if not text[match.start() - 1 : match.start()].strip().isdecimal() and not match["day"]:
            continue
        first = max(0, match.start() - _LONGEST_YEAR)
        before = _BEFORE_MONTH.search(text[first : match.start()])
        if before is None:
            continue
        start, year, month = first + before.start(), before["year"], int(before["month"])
        # Without a day only a month beyond the year is certainly wrong: 0月 may be a template, 24月 a length of time.
        if not match["day"] and not (year and month):
            continue
        if not _exists(int(year or _LEAP_YEAR), month, int(match["day"] or 1)) and not _is_old(text, start):
            yield Finding(start, match.end(), {"date": text[start : match.end()]})
    for match in _CHINESE_DATE.finditer(text):
        if not _exists(*_chinese_date(match)) and not _is_old(text, match.start()):
            yield Finding(*match.span(), {"date": match[0]})


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_old(text: str, at: int) -> bool:
    return bool(_OLD_CALENDAR.search(text, max(0, at - _NEAR), at))
