"""Dates and times of day that recognition has left incomplete or impossible (OCR019)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_HAN_YEAR = "二[〇○零OＯ0oО]?[〇○零OＯ0oО一二]?[〇○零一二三四五六七八九]?"
_LINE = (
    r"(?m)^[ \u3000]{0,60}(?P<date>(?P<year>[0-9]{2,4}|" + _HAN_YEAR + r")[ ]?年[ ]?"
    r"(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ ]?"
    r"(?P<rest>月[ ]?(?:(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ ]?(?P<sign>日)?)?)?)[ \u3000]*$"
)
_DATE_LINE = Pattern(_LINE, needs=("年",))
_TIME = Pattern("(?<=[日晚午晨早])(?P<hour>[0-9]{2,3})时(?=[0-9]{1,2}分|许|左右)", needs=("时",))
_WHOLE_YEAR = 4
_HOURS = 24


def lost_figures(document: Document) -> Iterator[Finding]:
    """OCR019: a date on a line of its own whose 日 or a figure of whose year is lost, and an hour beyond 24."""
    text = document.text
    for match in _DATE_LINE.finditer(text):
        start, end = match.span("date")
        short = len(match["year"]) < _WHOLE_YEAR
        # 2024年5月 is the date of a plan, and 24年5月6日 is an abbreviated year.
        cut = (match["rest"] is None and short) or (match["day"] and not match["sign"])
        torn = short and (match["year"].startswith("0") or not match["year"].isdecimal())
        if (cut or torn) and not document.is_in_cell(start):
            yield Finding(start, end, {"found": match["date"]})
    for match in _TIME.finditer(text):
        if int(match["hour"]) > _HOURS:
            start, end = match.span("hour")
            yield Finding(start, end + 1, {"found": text[start : end + 1]}, "time")
