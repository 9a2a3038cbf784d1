"""How long something lasts, and from when to when: 租期三年，自2024年1月1日起至2027年12月31日止 (NUM034)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, GAP, PERIOD, WrittenDate, dates_in, period_at
from lawcheck.text.vocabulary.genres import OF_YEARS
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral

_COUNT = "(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[两半])"
_UNIT = "(?P<unit>年|个?月|周年|个?工作日)"
_LASTS = "(?:期限?|时间|时限|为期|历时|持续|连续|[用共])"
# Between the two days of a span: 起至, —, 到.
_JOINT = Pattern(f"(?:起|日|开始)?{GAP}(?:{CONNECTOR}|截至|直?至){GAP}")
# 租期三年，自, 公示期为7个工作日（
_BEFORE = Pattern(
    f"{_LASTS}(?:限|共计?|一般|[为是：:]){{0,2}}{GAP}{_COUNT}{GAP}{_UNIT}(?:的?时间)?[，,（(：:；]{{0,2}}"
    r"(?:即|从|自|起止时间|起止日期|具体时间|时间|公示时间|期限|[为是：:]){0,3}\Z"
)
# 止，聘期三年
_AFTER = Pattern(
    f"[止，,（(）)。]{{0,2}}(?:共计?|合计|为期|历时|[租聘任工公]?[示赁用期]期?限?|服务期限?|合同期限?|期限)(?:共计?|[为是：:]){{0,2}}"
    f"{_COUNT}{_UNIT}(?![{HAN}])"
)
_REACH = 30
# 三年行动方案（2023—2026年）: what is named by its years counts the first and the last of them.
_NAMED = Pattern(
    f"(?<![0-9第—－-])(?P<count>10|[2-9]|[十九八七六五四三两二])年"
    f"(?P<matter>(?:{OF_YEARS})[{HAN}]{{0,10}}(?<![和与及年]))》?[（(](?={PERIOD})",
    needs=tuple(f"年{word}" for word in OF_YEARS.split("|")),
)
_LONGEST_NAMED = 30
# Around these days people work, or do not, as each year's notice says.
_HOLIDAYS = (((1, 1), (2, 29)), ((4, 1), (5, 10)), ((5, 25), (6, 30)), ((9, 8), (10, 15)), ((12, 25), (12, 31)))
_FRIDAY = 4


def spans_against_lengths(text: str) -> Iterator[Finding]:
    """Where two dates are not as far from each other as is said beside them."""
    for match in _NAMED.finditer(text):
        period = period_at(text, match.end())
        count = 2 if match["count"] == "两" else parse_numeral(match["count"])
        if period and period.last - period.first < _LONGEST_NAMED and period.last - period.first + 1 != count:
            yield Finding(match.start(), period.end, {"found": text[match.start() : period.end]})
    for first, last in pairwise(dates_in(text)):
        if not last.start - first.end <= 8 or not _JOINT.fullmatch(text, first.end, last.start):
            continue
        said = _said(text, first, last)
        if said and _contradicts(first, last, said):
            start, end = min(said.start("count"), first.start), max(said.end(), last.end)
            yield Finding(start, end, {"found": text[start:end]})


def _said(text: str, first: WrittenDate, last: WrittenDate) -> re.Match[str] | None:
    """How long it is said to be, before the two days or behind them."""
    line = text.rfind("\n", 0, first.start) + 1
    return _BEFORE.search(text, max(line, first.start - _REACH), first.start) or _AFTER.match(text, last.end)


def _contradicts(first: WrittenDate, last: WrittenDate, said: re.Match[str]) -> bool:
    year = last.year or first.year
    if first.year is None or year is None or not first.exists or not last.exists or first.month is None:
        return False
    written = said["count"]
    if said["unit"].endswith("工作日"):
        return _is_other_week(first, last, year, parse_numeral(written) or 0)
    if last.month is None or (first.day is None) != (last.day is None):
        return False
    months = 6 if written == "半" else (2 if written == "两" else parse_numeral(written) or 0) * 12
    if said["unit"].endswith("月"):
        if written == "半":
            return False
        months //= 12
    if months == 0:
        return False
    passed = (year - first.year) * 12 + last.month - first.month
    if first.day is None or last.day is None:
        return passed > 0 and months not in (passed, passed + 1)
    # From the first of a month to the last of another, or to the day before, or the same day.
    behind = date(year, last.month, last.day) + timedelta(days=1)
    ends = {_months_from(first, each) for each in (behind, behind - timedelta(days=1), behind + timedelta(days=1))}
    return behind > date(first.year, first.month, first.day) and months not in ends


def _months_from(first: WrittenDate, end: date) -> int | None:
    """How many whole months lie before a day; None where it is not that many to the day."""
    assert first.year is not None and first.month is not None
    if end.day != first.day:
        return None
    return (end.year - first.year) * 12 + end.month - first.month


def _is_other_week(first: WrittenDate, last: WrittenDate, year: int, count: int) -> bool:
    """Whether two days far from all holidays have another number of working days between them than is said."""
    if None in (first.year, first.month, first.day, last.month, last.day):
        return False
    start = date(first.year or year, first.month or 1, first.day or 1)
    end = date(year, last.month or 1, last.day or 1)
    if not timedelta() < end - start < timedelta(days=60) or any(
        begin <= (day.month, day.day) <= until for begin, until in _HOLIDAYS for day in (start, end)
    ):
        return False
    days = sum((start + timedelta(days=n)).weekday() <= _FRIDAY for n in range((end - start).days + 1))
    return not days - 1 <= count <= days
