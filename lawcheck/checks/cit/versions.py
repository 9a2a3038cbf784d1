"""The years of national planning documents that are cited (CIT005)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.dates import period_at
from lawcheck.text.vocabulary.genres import PLANNED_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral

# “十四五”（2021—2025年）: every plan is five years long, and the tenth began in 2001.
_FIVE_YEARS = Pattern('[“"]十(?P<number>[一二三四五六])?五[”"](?:时期|期间|规划|计划)?(?=[（(])', needs=("五",))
_TENTH = 2001
# “十四五”旅游发展规划（2021—2026年）: a local one may end earlier, or begin later, but does not go on for another year.
_LOCAL = Pattern(
    f'[“"]?十(?P<number>[一二三四五六])五[”"]?(?P<matter>[{HAN}]{{1,24}}(?:{PLANNED_GENRE}))》?(?=[（(])', needs=("五",)
)
_BEYOND = Pattern("中长期|远景|展望|[和及与]")
# What may stand before the name of a national document; a place there makes it a local one with years of its own.
_NATIONAL = Pattern(
    f"(?:^|[^{HAN}]|国务院|中共中央|党中央|中央|国家|办公厅|落实|执行|贯彻|根据|依据|按照|遵照|实施|印发|发布|[和及与])$"
)
_LONGEST_PREFIX = 4


@cache
def _known() -> tuple[Terms, list[str], dict[str, list[str]]]:
    """Every document with the periods of its versions, as they are written."""
    periods: dict[str, list[str]] = {}
    for name, first, last, _ in rows("periods.tsv"):
        periods.setdefault(name, []).append(f"{first}—{last}年")
    names = list(periods)
    return Terms(names), names, periods


def wrong_document_version(document: Document) -> Iterator[Finding]:
    """CIT005: a national planning document, or a five-year plan by its number, with years that are not its own."""
    text = document.text
    yield from _five_year_plans(text)
    yield from _local_plans(text)
    terms, names, periods = _known()
    for index, start, end in terms.find(text):
        cited = period_at(text, end + text.startswith(("（", "("), end))
        if cited is None or not _NATIONAL.search(text[max(0, start - _LONGEST_PREFIX) : start]):
            continue
        if cited.written not in periods[names[index]]:
            values = {"name": names[index], "cited": cited.written, "known": "、".join(periods[names[index]])}
            yield Finding(cited.start, cited.end, values)


def _local_plans(text: str) -> Iterator[Finding]:
    """Years in brackets behind the name of a plan that says of which five years it is."""
    for match in _LOCAL.finditer(text):
        first = _TENTH + 5 * (parse_numeral(match["number"]) or 0)
        cited = period_at(text, match.end() + 1)
        if not cited or _BEYOND.search(match["matter"]):
            continue
        goes_on = cited.first == first and first + 4 < cited.last < first + 9
        if goes_on or (cited.first, cited.last) == (first - 1, first + 4):
            values = {"name": match[0].rstrip("》"), "cited": cited.written, "known": f"{first}—{first + 4}年"}
            yield Finding(cited.start, cited.end, values, "plan")


def _five_year_plans(text: str) -> Iterator[Finding]:
    """Years in brackets behind the number of a five-year plan."""
    for match in _FIVE_YEARS.finditer(text):
        first = _TENTH + 5 * (parse_numeral(match["number"]) or 0 if match["number"] else 0)
        cited = period_at(text, match.end() + 1)
        if cited and (cited.first, cited.last) != (first, first + 4):
            values = {"name": match[0], "cited": cited.written, "known": f"{first}—{first + 4}年"}
            yield Finding(cited.start, cited.end, values, "plan")
