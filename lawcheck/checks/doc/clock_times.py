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

# 5月6日25时: without minutes 30时 may be so many hours.
_HOUR_ALONE = Pattern(
    rf"(?:{_PART_OF_DAY}|[0-9]日)(?P<first>(?P<hour>2[5-9]|[3-9][0-9])[时点](?P<minute>)(?![0-9间分代速效限段位名数球]))",
    needs=("时", "点"),
)
# 8:60开会
_BEFORE_WHAT = Pattern(
    rf"(?<![0-9:：.比以])(?P<first>{_CLOCK})(?=(?:准时)?(?:开会|召开|开始|结束|出发|集合|集中|报到|上班|下班|签到|到达|入场|开馆|闭馆|发车|开幕))",
    first="0123456789",
)
# 10:20—11:75, 延至25:00: a span, and what is put off.
_SPAN = Pattern(
    rf"(?<![0-9:：.比以/])(?P<first>{_CLOCK})[ ]?[—–~～-]{{1,2}}[ ]?(?P<second>{_OTHER})(?![0-9:：%％])",
    first="0123456789",
)
_PUT_OFF = Pattern(
    rf"(?:延长?[至到]|推迟[至到]|提前[至到]|截至|截止|不[晚迟]于)[ ]?(?P<first>{_CLOCK})(?![0-9:：%％])",
    needs=("延", "推迟", "提前", "截", "晚于", "迟于"),
)
# 星期八, 第五季度
_WEEKDAY = Pattern(
    "第[五六七八九十5-9]季度|(?:星期|礼拜)[七八九十0-9７-９](?![0-9天个])|每周[七八九](?![日天次个人])",
    needs=("星期", "礼拜", "每周", "季度"),
)


_PARTS = {"first": ("hour", "minute"), "second": ("second_hour", "second_minute")}


def impossible_time(document: Document) -> Iterator[Finding]:
    """DOC042: a time of day beyond 24 hours or 59 minutes (上午9:75, 25:30), or what no week or year has.

    No week has 星期八, no year 第五季度.
    """
    text = document.text
    for match in _WEEKDAY.finditer(text):
        yield Finding(*match.span(), {"found": match[0]})
    told: set[int] = set()
    for pattern in (*([_TIME, _BEFORE_WHAT, _SPAN, _PUT_OFF] if _PAIR.search(text) else []), _SPOKEN, _HOUR_ALONE):
        for match in pattern.finditer(text):
            for name, (hour, minute) in _PARTS.items():
                if name not in match.re.groupindex or not match[name] or match.start(name) in told:
                    continue
                # 78:65—80:72 is a score.
                if pattern is _SPAN and not any(_exists(match[h], match[m]) for h, m in _PARTS.values()):
                    continue
                if not _exists(match[hour], match[minute]):
                    told.add(match.start(name))
                    yield Finding(*match.span(name), {"found": match[name]})


def _exists(hour: str, minute: str) -> bool:
    return int(hour) * 60 + int(minute or 0) <= 24 * 60 and int(minute or 0) < 60
