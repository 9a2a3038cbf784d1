"""Stages of a plan that overlap: （一）动员阶段（3月1日—3月31日）, （二）检查阶段（3月20日—5月31日） (TGT004)."""

from collections.abc import Iterator
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, GAP, WrittenDate, dates_in

_STAGE = "阶段"
_JOINT = Pattern(f"{GAP}{CONNECTOR}{GAP}")
# The time of a stage stands in its heading or right behind it.
_REACH = 60
_Day = tuple[int, int, int]


def overlapping_stages(document: Document) -> Iterator[Finding]:
    """A stage that begins before the one before it ends."""
    if _STAGE not in document.text:
        return
    for family in document.families:
        stages = [(node, _period(document, node)) for node in family if _STAGE in node.title and not node.inferred]
        for (before, first), (stage, second) in pairwise(stages):
            if first is None or second is None or before.number is None or stage.number != before.number + 1:
                continue
            (opened, closed), (start, end) = first, second
            days = [_day(each, opened.year or closed.year) for each in (opened, closed)]
            begins = _day(start, start.year or opened.year or closed.year)
            # What begins together may be meant so: one of them runs all the time.
            if days[0] < begins < days[1]:
                values = {
                    "first": document.text[opened.start : closed.end],
                    "last": document.text[start.start : end.end],
                }
                related = ((opened.start, closed.end, "before"),)
                yield Finding(start.start, end.end, values, "stages", related=related)


def _period(document: Document, node: Node) -> tuple[WrittenDate, WrittenDate] | None:
    """The first day and the last one of a stage, where both name a day."""
    text = document.text
    dates = dates_in(text, node.body_start, min(node.end, node.body_start + _REACH))
    one, other = next(pairwise(dates), (None, None))
    if one is None or other is None:
        return None
    is_period = one.month and one.day and other.month and other.day and _JOINT.fullmatch(text, one.end, other.start)
    return (one, other) if is_period and "\n" not in text[node.body_start : one.start].strip() else None


def _day(written: WrittenDate, year: int | None) -> _Day:
    return (written.year or year or 0, written.month or 0, written.day or 0)
