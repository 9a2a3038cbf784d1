"""Years of too many or too few figures, and hours that are not in the part of the day named (NUM033, NUM034)."""

from collections.abc import Iterator

from lawcheck.checks.num.counted_days import days_against_dates
from lawcheck.checks.num.spans_of_time import spans_against_lengths
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, DAY, MONTH, YEAR
from lawcheck.text.vocabulary.numerals import parse_numeral

# 20000年前 and 约20100年 are lengths of time; no length is told as 20244年.
_YEAR = Pattern(
    f"(?<![0-9０-９.．,〔（(A-Za-z—～~-])(?P<year>(?:19|20)[0-9]{{3}}(?=年(?:{MONTH}月|[底初末]|度|以来|[上下]半年))"
    f"|[0-9]{{3}}(?=年{MONTH}月{DAY}日))年"
    f"|(?<![0-9０-９.．,〔A-Za-z—～~约近号-])(?P<long>(?:19|20)[0-9]{{2}}[1-9](?=年(?![前间来]|以[前上来]|左右|历史|{MONTH}月|[底初末度期]|[上下]半年))"
    "|20[1-4]00(?=年(?:[，、）]|[修发印公颁]|的[0-9])))年",
    needs=("年",),
)
# Counted from another beginning, or long ago.
_COUNTED = Pattern("(?:民国|元前?|康德|前|汉|唐|晋|宋|魏|隋|[统绪治丰光庆隆正熙和安帝])[ ]?\\Z")
_BEFORE = 4
_TIME = Pattern(
    "(?P<part>凌晨|早上|早晨|上午|中午) ?(?P<hour>[0-9]{1,2})(?:[:：][0-9]{2}(?![0-9:：])|[时点](?!以上|[0-9]{3}))",
    needs=("晨", "早上", "上午", "中午"),
)
# The hours that a part of the day has, as people say; what no clock shows is told of elsewhere (DOC042).
_PARTS = {"凌晨": range(7), "早上": range(4, 12), "早晨": range(4, 12), "上午": range(13), "中午": range(10, 16)}
_HOURS = 24


def impossible_year(document: Document) -> Iterator[Finding]:
    """NUM033: a year of five figures, or of three in a date of day and month."""
    text = document.text
    for match in _YEAR.finditer(text):
        if not _COUNTED.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield Finding(*match.span(), {"found": match["year"] or match["long"]})


# 一季度（1—4月）, 下半年（6—12月）
_PERIOD = Pattern(
    f"(?P<named>[一二三四]季度|[上下]半年)[（(](?P<first>{MONTH})月?{CONNECTOR}(?P<last>{MONTH})月份?[）)]",
    needs=("季度（", "季度(", "半年（", "半年("),
)
_MONTHS = {
    **{f"{name}季度": (3 * index + 1, 3 * index + 3) for index, name in enumerate("一二三四")},
    "上半年": (1, 6),
    "下半年": (7, 12),
}
# 35周岁以下（1991年1月1日以前出生）: who is younger was born later.
_BORN = Pattern(
    f"(?:(?:周岁|岁)(?P<young>以下|以内)|(?:周岁|岁)以上)[（(][^（）()0-9]{{0,6}}{YEAR}年{MONTH}月(?:{DAY}日)?"
    "(?P<place>(?P<before>以前|之前|前)|以后|之后|后)出生",
    needs=("出生",),
)


# 9:00—8:30; a watch may last until the next morning.
_SPAN = Pattern(
    "(?<![0-9:：.])(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-5][0-9]) ?[-－—–～~至]{1,2} ?"
    "(?P<last>[0-9]{1,2})[:：](?P<end>[0-5][0-9])(?![0-9:：])",
    needs=(":", "："),
)
_NEXT_DAY = Pattern("次日|翌日|第二天|值班|值守|夜|凌晨|24小时")
_AROUND = 30
_MORNING, _NOON = 6 * 60, 12 * 60


def _ends_before(text: str) -> Iterator[Finding]:
    """A span of time that begins in the morning and ends earlier that morning."""
    for match in _SPAN.finditer(text):
        first = int(match["hour"]) * 60 + int(match["minute"])
        last = int(match["last"]) * 60 + int(match["end"])
        if _MORNING <= last < first < _NOON and not _NEXT_DAY.search(
            text, max(0, match.start() - _AROUND), match.end() + _AROUND
        ):
            yield Finding(*match.span(), {"found": match[0]})


def contradictory_time(document: Document) -> Iterator[Finding]:
    """NUM034: an hour that is not in the part of the day named (上午14:00), and other times that contradict
    what stands before their bracket."""
    text = document.text
    for match in _TIME.finditer(text):
        hour = int(match["hour"])
        if hour <= _HOURS and hour not in _PARTS[match["part"]]:
            yield Finding(*match.span(), {"found": match[0]})
    for match in _PERIOD.finditer(text):
        if (parse_numeral(match["first"]), parse_numeral(match["last"])) != _MONTHS[match["named"]]:
            yield Finding(*match.span(), {"found": match[0]})
    yield from days_against_dates(text)
    yield from spans_against_lengths(text)
    yield from _ends_before(text)
    for match in _BORN.finditer(text):
        if (match["young"] is not None) == (match["before"] is not None):
            yield Finding(*match.span("place"), {"found": match[0]}, "born")
