"""Years and days by which something is to be done (TGT002–TGT005)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Deadline, Document
from lawcheck.text.patterns import Pattern

_YEAR = r"(?:19|20)\d\d"
_TO = "[—－–～~-]{1,2}|[至到]"
# Years begin with a small set of characters and not with a condition, which keeps the search fast.
_PERIOD = Pattern(
    rf"(?P<first>[12][09]\d\d)(?:年?(?:{_TO})(?P<last>{_YEAR})(?=年(?!代))"
    rf"|年(?P<first_month>\d{{1,2}})月(?:(?P<first_day>\d{{1,2}})日)?(?:{_TO})"
    rf"(?P<until>{_YEAR})年(?P<last_month>\d{{1,2}})月(?:(?P<last_day>\d{{1,2}})日)?)",
    first="12",
)
_LONGER_NUMBER = Pattern(r"[\d-]")
_TITLE_PERIOD = Pattern(rf"(?P<first>{_YEAR})年?(?:{_TO})(?P<last>{_YEAR})年?")
# Done by then, as against 到2035年…基本实现 (the distant goal) and 较2020年 (the past).
_DUE = Pattern(
    # The look back comes behind the year, so that a pattern is tried only where one begins.
    rf"(?P<place>(?P<year>{_YEAR})年(?<![\d—－–～~较比自从截于在]\d{{4}}年)(?:\d{{1,2}}月(?:\d{{1,2}}日)?|[上下]半年)?(?:年?[底末])?(?:之?前|以前))"
    "(?=[，,]?(?:全部|全面|基本|要|须|应|必须|力争|确保)?(?:完成|建成|办结|落实|出台|制定|实现|达到|取得|整改))"
)
_LABELLED = Pattern(
    rf"(?:完成时限|完成时间|办结时限|整改时限|时间节点)[：:]\s?(?P<place>(?P<year>{_YEAR})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日|[底末])?前?)"
)
# 到2035年前 is a distant goal, which may lie beyond the plan.
_GOAL_STEP = 5
_SENTENCE = Pattern("[。\n]")
_DATED = Pattern(rf"{_YEAR}年|每年|当年|次年|同年|历年|本年")
_SENTENCE_REACH = 120
# 今年5月底前2个问题已整改 tells what was done.
_TOLD_REACH = 15
_YEAR_END = Pattern(
    r"(?<![\d年每次当本今明去同前])年(?:底|末)(?:之?前|以前)?"
    "(?=[，,]?(?:完成|全部|全面|基本|建成|出台|实现|力争|达到|取得|落实)|[。；）)])"
)
_VAGUE = Pattern(
    "(?:尽快|适时|近期内?|择机|待条件成熟时?)(?=完成|出台|制定|印发|修订|启动|推出|建成|建立|上报|报送|整改)"
)
# What fills a cell for the time limit by itself.
_YEAR_END_CELL = re.compile("年(?:底|末)(?:之?前|以前)?|年内")
_VAGUE_CELL = re.compile("尽快|适时|近期内?|择机|待条件成熟时?")
_RELATIVE = Pattern(
    r"(?:今年|明年)(?:(?:年?底|上半年|下半年|\d{1,2}月(?:\d{1,2}日前|[底末]))(?:之?前|以前)?|年?内)(?!以来)|(?:本月|下月|下个月)(?:底|\d{1,2}日)?(?:之?前|以前)"
)
_SPOKEN = Pattern("讲话|报告|总结|汇报|公报|简报|致辞|通报|工作情况|倡议|公开信")


def reversed_period(document: Document) -> Iterator[Finding]:
    """A period that ends before it begins."""
    text = document.text
    for match in _PERIOD.finditer(text):
        start, end = match.span()
        if _LONGER_NUMBER.match(text, max(0, start - 1), start):
            continue
        if match["last"]:
            if match["first"] > match["last"]:
                yield Finding(start, end + 1, {"first": match["first"], "last": match["last"]})
        elif _first_day(match) > _last_day(match):
            first = f"{match['first']}年{match['first_month']}月"
            last = f"{match['until']}年{match['last_month']}月"
            yield Finding(start, end, {"first": first, "last": last})


def _first_day(match: re.Match[str]) -> tuple[int, int, int]:
    """When a period begins; where one of its ends has no day, the months decide."""
    return int(match["first"]), int(match["first_month"]), int(match["first_day"] or 0) if match["last_day"] else 0


def _last_day(match: re.Match[str]) -> tuple[int, int, int]:
    """When a period ends, as `_first_day`."""
    return int(match["until"]), int(match["last_month"]), int(match["last_day"] or 0) if match["first_day"] else 0


def deadline_out_of_period(document: Document) -> Iterator[Finding]:
    """Something that has to be done by a year that lies outside the period that the title gives."""
    title = document.title
    period = title and _TITLE_PERIOD.search(title.text)
    if title is None or not period:
        return
    first, last = int(period["first"]), int(period["last"])
    if first > last:
        return
    for pattern in (_DUE, _LABELLED):
        for match in pattern.finditer(document.text, title.end):
            year = int(match["year"])
            if year % _GOAL_STEP == 0 and document.text[match.start() - 1] == "到":
                continue
            if year > last or (pattern is _LABELLED and year < first):
                values = {"deadline": match["place"], "period": period[0]}
                yield Finding(*match.span("place"), values)
    for limit in _limits(document):
        if limit.date and not first <= int(limit.date[:4]) <= last:
            yield Finding(limit.start, limit.end, {"deadline": limit.text, "period": period[0]})


def vague_deadline(document: Document) -> Iterator[Finding]:
    """年底前 in a document and a sentence without a year; 尽快, 适时 before what has to be done."""
    text = document.text
    if not _title_names_year(document):
        for match in _YEAR_END.finditer(text):
            if not _DATED.search(_sentence_before(text, match.start())):
                yield Finding(*match.span(), {"found": match[0]})
        for limit in _limits(document):
            if limit.date is None and _YEAR_END_CELL.fullmatch(limit.text):
                yield Finding(limit.start, limit.end, {"found": limit.text})
    for match in _VAGUE.finditer(text):
        yield Finding(*match.span(), {"found": match[0]})
    for limit in _limits(document):
        if _VAGUE_CELL.fullmatch(limit.text):
            yield Finding(limit.start, limit.end, {"found": limit.text})


def relative_date(document: Document) -> Iterator[Finding]:
    """今年, 去年, 下月 in a document whose title does not say which year it is, and that is no speech or report."""
    if _title_names_year(document) or (document.title and _SPOKEN.search(document.title.text)):
        return
    for match in _RELATIVE.finditer(document.text):
        told = document.text.find("已", match.end(), match.end() + _TOLD_REACH) >= 0
        if not told and not _DATED.search(_sentence_before(document.text, match.start())):
            yield Finding(*match.span(), {"found": match[0]})


def _limits(document: Document) -> Iterator[Deadline]:
    """The time limits in the cells of tables; one that goes over several rows once."""
    yield from {limit.start: limit for row in document.rows for limit in row.deadlines}.values()


def _title_names_year(document: Document) -> bool:
    return document.title is not None and re.search(rf"{_YEAR}|年度", document.title.text) is not None


def _sentence_before(text: str, at: int) -> str:
    return _SENTENCE.compiled.split(text[max(0, at - _SENTENCE_REACH) : at])[-1]
