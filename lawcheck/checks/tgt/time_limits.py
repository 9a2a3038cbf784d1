"""Years and days by which something is to be done (TGT002–TGT005)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.tgt.stages import overlapping_stages
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.compared_tables import compared_tables
from lawcheck.structure.deadlines import deadline_of
from lawcheck.structure.document import Deadline, Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, DAY, GAP, MONTH, YEAR, date_at, dates_in, periods_in, value_of
from lawcheck.text.vocabulary.genres import SPOKEN_GENRE
from lawcheck.text.vocabulary.sentences import sentence_before

# Done by then, as against 到2035年…基本实现 (the distant goal) and 较2020年 (the past).
_DUE = Pattern(
    r"(?:[上下]半年)?(?:年?[底末])?(?:之?前|以前)"
    "(?=[，,]?(?:全部|全面|基本|要|须|应|必须|力争|确保)?(?:完成|建成|办结|落实|出台|制定|实现|达到|取得|整改))"
)
_NOT_DUE = frozenset("—－–～~较比自从截于在")
_LABEL = Pattern(r"(?:完成时限|完成时间|办结时限|整改时限|时间节点)[：:]\s?")
_LABELLED = Pattern("[底末]?前?")
# 到2035年前 is a distant goal, which may lie beyond the plan.
_GOAL_STEP = 5
_DATED = Pattern(f"{YEAR}{GAP}年|每年|当年|次年|同年|历年|本年")
_NAMES_YEAR = Pattern(f"{YEAR}|年度")
_SENTENCE_REACH = 120
# 今年5月底前2个问题已整改 tells what was done.
_TOLD_REACH = 15
_YEAR_END = Pattern(
    r"(?<![\d年每次当本今明去同前])年(?:底|末)(?:之?前|以前)?"
    "(?=[，,]?(?:完成|全部|全面|基本|建成|出台|实现|力争|达到|取得|落实)|[。；）)])"
)
_VAGUE = Pattern(
    "(?:尽快|适时|近期内?|择机|待条件成熟时?)(?=完成|出台|制定|印发|修订|启动|推出|建成|建立|上报|报送|整改)"
    # 近期上报的项目 were sent; plans for emergencies are set off when they are needed.
    "(?!..[的了过]|启动.{0,6}(?:应急|预案|响应))"
)
# What fills a cell for the time limit by itself.
_YEAR_END_CELL = Pattern("年(?:底|末)(?:之?前|以前)?|年内")
_VAGUE_CELL = Pattern("尽快|适时|近期内?|择机|待条件成熟时?")
_RELATIVE = Pattern(
    f"(?:今年|明年)(?:(?:年?底|上半年|下半年|{MONTH}月(?:{DAY}日前|[底末]))(?:之?前|以前)?|年?内)(?!以来)"
    f"|(?:本月|下月|下个月)(?:底|{DAY}日)?(?:之?前|以前)",
    needs=("今年", "明年", "本月", "下月", "下个月"),
)
_SPOKEN = Pattern(SPOKEN_GENRE)


_NO_PERIOD = frozenset("-")
# 自9月1日起至6月30日止
_JOINT = Pattern(f"起?{GAP}{CONNECTOR}{GAP}")
# The second of two days of one month: 4月15日至10日.
_LAST_DAY = Pattern(f"{GAP}{CONNECTOR}{GAP}(?P<day>{DAY})日(?![内后前])")


# 2024.5.3-2024.5.1: whole days divided by points, which no date is read from where another follows.
_DOTTED_DAY = rf"{YEAR}(?:[.．][0-9]{{1,2}}[.．]|/[0-9]{{1,2}}/)[0-9]{{1,2}}"
_DOTTED = Pattern(rf"(?P<first>{_DOTTED_DAY})[—－–～~-]{{1,2}}(?P<last>{_DOTTED_DAY})(?![0-9.．/])", first="12")


def reversed_period(document: Document) -> Iterator[Finding]:
    """TGT004: a period that ends before it begins."""
    text = document.text
    for period in periods_in(text):
        is_whole = period.gap < period.second and text[period.end - 1] == "年" and not text.startswith("代", period.end)
        if is_whole and period.first > period.last and text[period.start - 1 : period.start] not in _NO_PERIOD:
            yield Finding(period.start, period.end, {"first": period.first, "last": period.last})
    for one, other in pairwise(dates_in(text)):
        if one.month and other.month and _JOINT.fullmatch(text, one.end, other.start):
            if one.year and other.year:
                # Where one of the ends has no day, the months decide.
                days = (one.day or 0, other.day or 0) if one.day and other.day else (0, 0)
                if (one.year, one.month, days[0]) > (other.year, other.month, days[1]):
                    values = {"first": f"{one.year}年{one.month}月", "last": f"{other.year}年{other.month}月"}
                    yield Finding(one.start, other.end, values)
            elif one.month == other.month and other.year is None and one.day and other.day and one.day > other.day:
                yield Finding(one.start, other.end, _days(one.month, one.day, other.day))
    for match in _DOTTED.finditer(text):
        first, last_day = _dotted(match["first"]), _dotted(match["last"])
        if first > last_day:
            yield Finding(*match.span(), {"first": match["first"], "last": match["last"]})
    yield from _reversed_rows(document)
    yield from overlapping_stages(document)
    for one in dates_in(text):
        last = _LAST_DAY.match(text, one.end) if one.month and one.day else None
        if last and one.month and one.day and value_of(last["day"]) < one.day:
            yield Finding(one.start, last.end(), _days(one.month, one.day, value_of(last["day"])))


# The columns of one row that say when a thing begins and when it ends.
_BEGINS, _ENDS = (
    Pattern("(?:开工|开始|启动|起始)(?:时间|日期)?"),
    Pattern("(?:完工|竣工|完成|结束|截止)(?:时间|日期|时限)?"),
)


def _reversed_rows(document: Document) -> Iterator[Finding]:
    """The rows of a table whose work is to end before it begins."""
    text = document.text
    for table in compared_tables(document):
        columns = [[n for n, name in enumerate(table.names) if each.fullmatch(name)] for each in (_BEGINS, _ENDS)]
        if [len(found) for found in columns] != [1, 1]:
            continue
        for row in table.rows:
            one, other = (row[found[0]] for found in columns)
            first, last = deadline_of(text, one.start, one.end), deadline_of(text, other.start, other.end)
            if first and last and first.date and last.date and first.date > last.date:
                yield Finding(other.start, other.end, {"first": one.words, "last": other.words})


def _dotted(day: str) -> list[int]:
    """The year, month and day of a date that is divided by points or strokes."""
    return [int(part) for part in re.split("[.．/]", day)]


def _days(month: int, first: int, last: int) -> dict[str, object]:
    """The values of a finding on two days of one month."""
    return {"first": f"{month}月{first}日", "last": f"{month}月{last}日"}


def deadline_out_of_period(document: Document) -> Iterator[Finding]:
    """TGT003: something that has to be done by a year that lies outside the period that the title gives."""
    title = document.title
    period = next(iter(periods_in(title.text)), None) if title else None
    if title is None or period is None or period.first > period.last:
        return
    text = document.text
    own = title.text[period.start : period.end]
    for start, end, year in _due(text, title.end):
        if year > period.last and (year % _GOAL_STEP or text[start - 1] != "到"):
            yield Finding(start, end, {"deadline": text[start:end], "period": own})
    for start, end, year in _labelled(text, title.end):
        if not period.first <= year <= period.last:
            yield Finding(start, end, {"deadline": text[start:end], "period": own})
    for limit in _limits(document):
        if limit.date and not period.first <= int(limit.date[:4]) <= period.last:
            yield Finding(limit.start, limit.end, {"deadline": limit.text, "period": own})


def _due(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Each time by which something is to be done, with its year."""
    for found in dates_in(text, start):
        limit = _DUE.match(text, found.end)
        if limit and found.year and text[found.start - 1] not in _NOT_DUE:
            yield found.start, limit.end(), found.year


def _labelled(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Each time after the label of a time limit, with its year."""
    for label in _LABEL.finditer(text, start):
        found = date_at(text, label.end())
        if found and found.year and (limit := _LABELLED.match(text, found.end)):
            yield found.start, limit.end(), found.year


def vague_deadline(document: Document) -> Iterator[Finding]:
    """TGT002: 年底前 in a document and a sentence without a year; 尽快, 适时 before what has to be done."""
    text = document.text
    if not _title_names_year(document):
        for match in _YEAR_END.finditer(text):
            if not _DATED.search(sentence_before(text, match.start(), _SENTENCE_REACH)):
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
    """TGT005: 今年, 去年, 下月 in a document whose title does not say which year it is; not in a speech or report."""
    if _title_names_year(document) or (document.title and _SPOKEN.search(document.title.text)):
        return
    for match in _RELATIVE.finditer(document.text):
        told = document.text.find("已", match.end(), match.end() + _TOLD_REACH) >= 0
        if not told and not _DATED.search(sentence_before(document.text, match.start(), _SENTENCE_REACH)):
            yield Finding(*match.span(), {"found": match[0]})


def _limits(document: Document) -> Iterator[Deadline]:
    """The time limits in the cells of tables; one that goes over several rows once."""
    yield from {limit.start: limit for row in document.rows for limit in row.deadlines}.values()


def _title_names_year(document: Document) -> bool:
    return document.title is not None and _NAMES_YEAR.search(document.title.text) is not None
