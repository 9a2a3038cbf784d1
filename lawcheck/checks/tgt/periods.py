"""The years that plans are for: those of cited national documents (CIT005) and of the document itself (TGT008)."""

import re
from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms

Years = tuple[int, int]

_YEARS = "(?P<first>(?:19|20)[0-9]{2})年?[—–－~～至-]{0,2}(?P<last>(?:19|20)[0-9]{2})年?"
_PERIOD = Pattern(_YEARS)
_AFTER_NAME = Pattern(f"[（(]?(?P<years>{_YEARS})")
# What may stand before the name of a national document; a place there makes it a local one with years of its own.
_NATIONAL = Pattern(
    "(?:^|[^\u4e00-\u9fff]|国务院|中共中央|党中央|中央|国家|办公厅|落实|执行|贯彻|根据|依据|按照|遵照|实施|印发|发布|[和及与])$"
)
_LONGEST_PREFIX = 4
_SELF = Pattern(f"本(?:方案|规划|纲要|计划|意见)(?:的?实施期限?|的?规划期限?)?(?:为|是|[（(])(?P<years>{_YEARS})")
_SHORTEST_STEM = 6


@cache
def _known() -> tuple[Terms, list[str], dict[str, list[Years]]]:
    periods: dict[str, list[Years]] = {}
    for name, first, last, _ in rows("periods.tsv"):
        periods.setdefault(name, []).append((int(first), int(last)))
    names = list(periods)
    return Terms(names), names, periods


def wrong_document_version(document: Document) -> Iterator[Finding]:
    """A national planning document cited with years that are those of none of its versions."""
    text = document.text
    terms, names, periods = _known()
    for index, start, end in terms.find(text):
        cited = _AFTER_NAME.match(text, end)
        if cited is None or not _NATIONAL.search(text[max(0, start - _LONGEST_PREFIX) : start]):
            continue
        if _years(cited) not in periods[names[index]]:
            known = "、".join(map(_written, periods[names[index]]))
            yield Finding(
                *cited.span("years"), {"name": names[index], "cited": _written(_years(cited)), "known": known}
            )


def inconsistent_plan_period(document: Document) -> Iterator[Finding]:
    """The years in the title differ from those in the file name or in what the document says of itself."""
    title = document.title
    own = title and _PERIOD.search(title.text)
    if title is None or not own:
        return
    start, end = title.start + own.start(), title.start + own.end()
    stem = title.text[: own.start()].rstrip("（( ")
    if len(stem) < _SHORTEST_STEM or document.text[start:end] != own[0]:
        return
    years = _years(own)
    for removed in document.view.removed_as("watermark"):
        line = document.view.source_text[removed.start : removed.end]
        other = _named(line, stem, 0)
        if other and _years(other) != years:
            yield Finding(start, end, {"title": _written(years), "other": _written(_years(other))})
            break
    for match in _elsewhere(document.text, stem, end):
        if _years(match) != years:
            values = {"title": _written(years), "other": _written(_years(match))}
            yield Finding(*match.span("years"), values, "body", related=((start, end, "related"),))


def _elsewhere(text: str, stem: str, start: int) -> Iterator[re.Match[str]]:
    """Where the body names the document with its years, or says what its own years are."""
    at = text.find(stem, start)
    while at >= 0:
        match = _named(text, stem, at)
        if match:
            yield match
        at = text.find(stem, at + len(stem))
    yield from _SELF.finditer(text, start)


def _named(text: str, stem: str, at: int) -> re.Match[str] | None:
    at = text.find(stem, at)
    return _AFTER_NAME.match(text, at + len(stem)) if at >= 0 else None


def _years(match: re.Match[str]) -> Years:
    return int(match["first"]), int(match["last"])


def _written(years: Years) -> str:
    return f"{years[0]}—{years[1]}年"
