"""Years of too many or too few figures, and times of day that there are not (NUM033, NUM034)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_YEAR = Pattern(
    "(?<![0-9０-９.．,〔（(A-Za-z—～~-])(?P<year>(?:19|20)[0-9]{3}(?=年(?:[0-9]{1,2}月|[底初末]|度|以来|[上下]半年))|[0-9]{3}(?=年[0-9]{1,2}月[0-9]{1,2}日))年",
    needs=("年",),
)
# Counted from another beginning, or long ago.
_COUNTED = Pattern("(?:民国|元前?|康德|前|汉|唐|晋|宋|魏|隋|[统绪治丰光庆隆正熙和安帝])[ ]?$")
_BEFORE = 4
# What says that a time of day follows.
_TIME = Pattern(
    "(?P<part>凌晨|早上|早晨|上午|中午|下午|晚上|夜间|[日号于] ?)(?P<hour>[0-9]{1,2})"
    "(?:[:：](?P<minute>[0-9]{2})(?![0-9:：])|[时点](?!以上|[0-9]{3}))",
    needs=(":", "：", "时", "点"),
)
_HOURS, _MINUTES = 24, 59
# The hours that a part of the day has, as people say.
_PARTS = {"凌晨": range(7), "早上": range(4, 12), "早晨": range(4, 12), "上午": range(13), "中午": range(10, 16)}


def impossible_year(document: Document) -> Iterator[Finding]:
    """NUM033: a year of five figures, or of three in a date of day and month."""
    text = document.text
    for match in _YEAR.finditer(text):
        start, end = match.span("year")
        if not _COUNTED.search(text, max(0, start - _BEFORE), start):
            yield Finding(start, end + 1, {"found": match["year"]})


def impossible_time(document: Document) -> Iterator[Finding]:
    """NUM034: an hour beyond 24, a minute beyond 59, 上午 with an hour of the afternoon."""
    text = document.text
    for match in _TIME.finditer(text):
        part, hour = match["part"].strip(), int(match["hour"])
        minute = int(match["minute"] or 0)
        start, end = match.start("hour"), match.end()
        # 3日78:65 may be a score.
        if (hour > _HOURS and (minute <= _MINUTES or part in _PARTS)) or (hour <= _HOURS and minute > _MINUTES):
            if hour <= _HOURS or len(part) > 1:
                yield Finding(start, end, {"found": text[start:end]})
        elif part in _PARTS and hour not in _PARTS[part]:
            yield Finding(match.start(), end, {"found": match[0]}, "part")
