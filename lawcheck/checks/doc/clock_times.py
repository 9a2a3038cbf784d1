"""Times of day that no clock shows (DOC042)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_SIGN = "[:：∶]"
_PART_OF_DAY = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜间|晚间|午后|当日|次日|当天|每[日天]"
_DAY = rf"{_PART_OF_DAY}|[0-9]日|(?<=[周期][一二三四五六日天])[）)]|(?:星期|周)[一二三四五六日天]"
_CLOCK = rf"(?P<hour>[0-9]{{1,2}}){_SIGN}(?P<minute>[0-9]{{2}})"
_OTHER = rf"(?P<second_hour>[0-9]{{1,2}}){_SIGN}(?P<second_minute>[0-9]{{2}})"
# Two numbers with a colon are a time after the part of a day, a date or 时间：, or in a span with one that is.
_TIME = Pattern(
    rf"(?:(?:{_DAY})[ \u3000]{{0,2}}|时间[^，。；\n]{{0,12}}?[：:，,][^，。；：:\n0-9]{{0,6}})"
    rf"(?P<first>{_CLOCK})(?![0-9%％])(?:{_SIGN}[0-9]{{2}})?"
    rf"(?:[ ]?[—－–~～至到-]{{1,2}}[ ]?(?:{_PART_OF_DAY})?(?P<second>{_OTHER})(?![0-9%％]))?"
)
# Two numbers with a colon: without any, no text is searched for what stands before them.
_PAIR = Pattern(f"{_SIGN}(?<=[0-9].)[0-9]{{2}}", first=":：∶")
# 上午9时75分
_SPOKEN = Pattern(
    rf"(?:{_PART_OF_DAY}|[0-9]日)(?P<first>(?P<hour>[0-9]{{1,2}})[时点](?P<minute>[0-9]{{2}})分)", needs=("时", "点")
)


def impossible_time(document: Document) -> Iterator[Finding]:
    """DOC042: a time of day beyond 24 hours or 59 minutes: 上午9:75, 25:30."""
    text = document.text
    for pattern in (*([_TIME] if _PAIR.search(text) else []), _SPOKEN):
        for match in pattern.finditer(text):
            for name, hour, minute in (("first", "hour", "minute"), ("second", "second_hour", "second_minute")):
                if name in match.re.groupindex and match[name] and not _exists(match[hour], match[minute]):
                    yield Finding(*match.span(name), {"found": match[name]})


def _exists(hour: str, minute: str) -> bool:
    return int(hour) * 60 + int(minute) <= 24 * 60 and int(minute) < 60
