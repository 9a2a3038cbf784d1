"""Years of too many or too few figures, and hours that are not in the part of the day named (NUM033, NUM034)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, MONTH

_YEAR = Pattern(
    f"(?<![0-9０-９.．,〔（(A-Za-z—～~-])(?P<year>(?:19|20)[0-9]{{3}}(?=年(?:{MONTH}月|[底初末]|度|以来|[上下]半年))|[0-9]{{3}}(?=年{MONTH}月{DAY}日))年",
    needs=("年",),
)
# Counted from another beginning, or long ago.
_COUNTED = Pattern("(?:民国|元前?|康德|前|汉|唐|晋|宋|魏|隋|[统绪治丰光庆隆正熙和安帝])[ ]?$")
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
        start, end = match.span("year")
        if not _COUNTED.search(text, max(0, start - _BEFORE), start):
            yield Finding(start, end + 1, {"found": match["year"]})


def contradictory_time(document: Document) -> Iterator[Finding]:
    """NUM034: an hour that is not in the part of the day named: 上午14:00."""
    for match in _TIME.finditer(document.text):
        hour = int(match["hour"])
        if hour <= _HOURS and hour not in _PARTS[match["part"]]:
            yield Finding(*match.span(), {"found": match[0]})
