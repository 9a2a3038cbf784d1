"""Bounds and time limits in statutes: what falls into two brackets or none, and mixed units (LAW005, LAW006)."""

import re
from collections.abc import Iterator

from lawcheck.diagnostics import Finding
from lawcheck.structure.model import Document

_AMOUNT = r"[一二三四五六七八九十百千万亿零两半0-9.]{1,8}[^一二三四五六七八九十百千万亿0-9，。；：、以不超的\n]{1,4}"
# A condition ends in 的; 处三年以下有期徒刑…处三年以上… are penalties and may share their bound.
_ABOVE = re.compile(f"(?P<amount>{_AMOUNT})以上的(?=[，、；])")
_BELOW = re.compile(f"(?P<amount>{_AMOUNT})(?:以下|以内)的(?=[，、；])")
_LESS = re.compile(f"(?:不足|不满|未满|少于|低于)(?P<amount>{_AMOUNT})(?:或者[^，。；\n]{{1,20}})?的(?=[，、；])")
_MORE = re.compile(f"(?:超过|多于|高于|大于)(?P<amount>{_AMOUNT})的(?=[，、；])")
_SETTLED = re.compile("不(?:包括|包含|含)本[数级日]")
_DAYS = re.compile(r"(?P<place>(?<![每\d])[一二三四五六七八九十\d]{1,4}个?天)(?=内|以内|之内|前)")
_CALENDAR_DAYS = re.compile(r"[一二三四五六七八九十\d](?P<unit>个?工作日|日)(?=内|以内|之内|前)")


def inclusive_bounds(document: Document) -> Iterator[Finding]:
    """Two brackets of one article that both hold their common bound, or that both leave it out."""
    text = document.text
    if _SETTLED.search(text):
        return
    for node in document.walk():
        if node.level != "article":
            continue
        yield from _pairs(text, node.start, node.end, _ABOVE, _BELOW, "default")
        yield from _pairs(text, node.start, node.end, _LESS, _MORE, "gap")


def _pairs(
    text: str, start: int, end: int, one: re.Pattern[str], other: re.Pattern[str], variant: str
) -> Iterator[Finding]:
    """Each bracket of the one form whose bound is also one of the other form; the second place is the related one."""
    firsts = {match["amount"]: match for match in one.finditer(text, start, end)}
    if not firsts:
        return
    for match in other.finditer(text, start, end):
        if first := firsts.pop(match["amount"], None):
            early, late = sorted((first, match), key=re.Match.start)
            values = {"bound": match["amount"]}
            yield Finding(late.start(), late.end(), values, variant, related=((early.start(), early.end(), "related"),))


def workday_ambiguity(document: Document) -> Iterator[Finding]:
    """A time limit in 天 in a statute whose other limits are in 日 or 工作日."""
    text = document.text
    days = list(_DAYS.finditer(text))
    if days and (other := _CALENDAR_DAYS.search(text)):
        for match in days:
            values = {"found": match["place"], "unit": other["unit"].removeprefix("个")}
            yield Finding(*match.span("place"), values)
