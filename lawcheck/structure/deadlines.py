"""Time limits as they are written, and the last day that each allows."""

import re
from calendar import monthrange
from datetime import date

from lawcheck.structure.document import Deadline
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, GAP, MONTH, YEAR, dates_in, value_of

_YEAR_PART = f"(?P<to>[到至])?(?P<year>{YEAR}){GAP}年{GAP}|(?P<each>每年){GAP}|(?P<this>年)(?=[底末内])"
_MONTH_PART = f"(?<![0-9０-９])(?P<month>{MONTH}){GAP}月(?:{GAP}(?P<day>{DAY}){GAP}日|(?P<month_end>份?[底末]))?"
_DEADLINE = Pattern(
    r"(?P<label>(?:完成|办结|办理|整改|落实|截止)?(?:时限|期限|时间|日期)(?:要求|节点|安排)?[^\S\n]?[：:][^\S\n]?)?"
    rf"(?:{_YEAR_PART})?(?:{_MONTH_PART}|(?P<half>[上下]半年)|第?(?P<quarter>[一二三四1-4])季度"
    r"|(?P<year_end>年?[底末])|(?P<within>年?内))?"
    r"(?P<before>[之以]?前)?(?P<done>(?=完成|办结|实现))?"
)
_BEGINNING = (
    f"[到至]?{YEAR}{GAP}年|每年|年[底末内]|{MONTH}{GAP}月"
    "|(?:完成|办结|办理|整改|落实|截止)?(?:时限|期限|时间|日期)|长期|持续"
)
# Its first character is looked for before the rest is tried: that takes an eighth of the time.
_START = Pattern(f"[到至每年0-9０-９一二三四五六七八九十完办整落截时期日长持](?<=(?={_BEGINNING}).)")
_STANDING = Pattern(r"(?:长期|持续)(?:坚持|推进|实施|开展|进行|落实)?(?=[^\S\n]*(?:[。；;）)〕\]\n]|$))")
_STANDING_AFTER = Pattern(r"[，,；;：:（(。\n]\s?$")
_LOOKS_BACK = Pattern(r"(?:截至|截止|截止到|较|比|自|从|同比|基数|[—－\-–～~])\s?$")
_RANGE = Pattern(r"[年截\d]$")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def find_deadlines(text: str, start: int, end: int, year: int | None = None) -> tuple[Deadline, ...]:
    """The time limits in a span of a text; `year` is meant where neither they nor their sentence name one."""
    found = []
    at = start
    while (candidate := _START.search(text, at, end)) is not None:
        deadline, at = _deadline(text, candidate.start(), end, start, year)
        if deadline is not None:
            found.append(deadline)
    return tuple(found)


def deadline_of(text: str, start: int, end: int, year: int | None = None) -> Deadline | None:
    """The time limit that fills a span: its label makes it one, whether or not its words bound the time.

    `year` is the one of the label, which is meant where the span names none.
    """
    if start >= end:
        return None
    found = find_deadlines(text, start, end, year)
    if found and found[0].end == end:
        return found[0]
    match = _DEADLINE.match(text, start, end)
    day = None
    named = value_of(match["year"]) if match and match["year"] else year
    if match and named and match.end() == end:
        day = _last_day(match, named)
    return Deadline(text[start:end], day, start, end)


def _deadline(text: str, at: int, end: int, floor: int, meant: int | None) -> tuple[Deadline | None, int]:
    """The time limit that begins at a candidate, if it is one, and where to search on."""
    before = text[max(floor, at - 12) : at]
    standing = _STANDING.match(text, at, end)
    if standing is not None:
        after = _STANDING_AFTER.search(before) or not before
        return (Deadline(standing[0], None, at, standing.end()) if after else None), standing.end()
    match = _DEADLINE.match(text, at, end)
    if match is None or match.end() == at:
        return None, at + 1
    begin = match.end("label") if match["label"] else at
    if not _is_limit(match, before):
        return None, match.end()
    year = value_of(match["year"]) if match["year"] else _year_in_sentence(text, max(floor, at - 80), at) or meant
    day = None if match["each"] or year is None else _last_day(match, year)
    return Deadline(text[begin : match.end()], day, begin, match.end()), match.end()


def _is_limit(match: re.Match[str], before: str) -> bool:
    """Whether the words bound the time: a bare year or month does so only after 到 or a label."""
    if _LOOKS_BACK.search(before) or (match["to"] and _RANGE.search(before)):
        return False
    part = any(match[name] for name in ("half", "quarter", "year_end", "month_end", "within"))
    dated = match["month"] or match["year"] or match["this"]
    if match["label"]:
        return bool(dated or part)
    bounded = match["before"] is not None or match["done"] is not None
    if match["year"]:
        return bool(part or bounded or (match["to"] and not match["month"]))
    if match["this"]:
        return bounded or match["within"] is not None
    return bounded and bool(match["month"]) and bool(match["day"] or match["month_end"])


def _last_day(match: re.Match[str], year: int) -> str | None:
    """The last day that is allowed; None where the words leave it open (2025年前, 6月前)."""
    month, day = 12, 31
    if match["month"]:
        month = value_of(match["month"])
        if not 1 <= month <= 12 or (match["before"] and not match["day"] and not match["month_end"]):
            return None
        day = value_of(match["day"]) if match["day"] else monthrange(year, month)[1]
    elif match["quarter"]:
        month = _QUARTERS[match["quarter"]]
        day = monthrange(year, month)[1]
    elif match["half"] == "上半年":
        month, day = 6, 30
    elif match["before"] and not match["year_end"] and not match["half"]:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_in_sentence(text: str, start: int, at: int) -> int | None:
    """The year that was named last in the sentence before a place."""
    sentence = text[max(text.rfind("。", start, at), text.rfind("\n", start, at), start - 1) + 1 : at]
    years = [found.year for found in dates_in(sentence) if found.year]
    return years[-1] if years else None
