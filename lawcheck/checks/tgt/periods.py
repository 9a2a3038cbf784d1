"""The years that a plan is for (TGT008)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR, YearPeriod, period_at, periods_in
from lawcheck.text.vocabulary.genres import NAMED_GENRE, OWN_AIMS
from lawcheck.text.vocabulary.han import HAN

_SELF = Pattern(f"本(?:{NAMED_GENRE})(?:的?实施期限?|的?规划期限?)?(?:为|是|[（(])", first="本")
_SHORTEST_STEM = 6
_OF_YEAR = Pattern(f"(?<![0-9〔年至—－-])(?P<year>{YEAR})年度?(?![0-9至—－-])")
_FOR_YEAR = Pattern(
    f"(?:为了?|，)(?:切实|进一步|扎实|认真|全力)*(?:做好|搞好|抓好)[我全本]?[镇乡县区市校院村]?"
    f"(?P<year>{YEAR})年度?(?P<what>[{HAN}]{{4}})",
    needs=("做好", "搞好", "抓好"),
)
# 现就开展2023年度职称评审工作, 2023年全区安全生产工作的总体要求是: what the document itself is about.
_OWN_MATTER = Pattern(
    f"(?P<lead>(?:开展|做好|抓好|搞好|组织|实施|举办|召开|推进|申报|参加|报送|就|将)(?:好|了)?[我全本]?[省市县区镇乡校]?)?"
    f"(?P<year>{YEAR})年度?(?:[我全本][省市县区镇乡校])?(?P<what>[{HAN}]{{4}})",
    needs=("年",),
)
_HEART = Pattern(f"[{HAN}]{{0,8}}?的?(?:{OWN_AIMS})[是为：]")

_OF_OLD = Pattern("(?:基础|以来|已|情况|结束|总结|经验|后续|未)")
_OPENING = 300
# Behind what is named it may say that it is over.
_LOOK = 12


def inconsistent_plan_period(document: Document) -> Iterator[Finding]:
    """TGT008: the years in the title differ from those in the file name or in what the document says of itself."""
    yield from _made_for_another_year(document)
    title = document.title
    own = next(iter(periods_in(title.text)), None) if title else None
    if title is None or own is None:
        return
    start, end = title.start + own.start, title.start + own.end
    stem = title.text[: own.start].rstrip("（( ")
    if len(stem) < _SHORTEST_STEM or document.text[start:end] != title.text[own.start : own.end]:
        return
    for removed in document.view.removed_as("watermark"):
        line = document.view.source_text[removed.start : removed.end]
        other = _named(line, stem, 0)
        if other and other.written != own.written:
            yield Finding(start, end, {"title": own.written, "other": other.written})
            break
    for other in _elsewhere(document.text, stem, end):
        if other.written != own.written:
            values = {"title": own.written, "other": other.written}
            yield Finding(other.start, other.end, values, "body", related=((start, end, "related"),))


def _made_for_another_year(document: Document) -> Iterator[Finding]:
    """为做好2025年防汛工作 in the first lines of a plan whose title says 2026年防汛工作."""
    title = document.title
    named = list(_OF_YEAR.finditer(document.text, title.start, title.end)) if title else []
    if title is None or len(named) != 1:
        return
    body = document.frame.body
    said = _FOR_YEAR.search(document.text, title.end, min(body.end, title.end + _OPENING))
    (own,) = named
    said = said or _said_of_itself(document, own["year"], own.end())
    matter = document.text[own.end() : title.end]
    if said and said["year"] != own["year"] and (said["what"] in matter or matter.startswith(said["what"][:2])):
        values = {"title": own["year"], "other": said["year"]}
        yield Finding(*said.span("year"), values, "year", related=((*own.span("year"), "related"),))


def _said_of_itself(document: Document, year: str, at: int) -> re.Match[str] | None:
    """Where the first lines speak of what the title is about, with another year, and never with its own."""
    title, text = document.title, document.text
    if title is None:
        return None
    first = min(document.frame.body.end, title.end + _OPENING)
    matter = text[at : title.end]
    for said in _OWN_MATTER.finditer(text, title.end, first):
        if said["year"] == year or said["what"] not in matter:
            continue
        if not said["lead"] and not _HEART.match(text, said.end()):
            continue
        begin = max(title.end, text.rfind("。", title.end, said.start()))
        sentence = text[begin : said.end() + _LOOK]
        if f"{year}年" not in sentence and not _OF_OLD.search(sentence):
            return said
    return None


def _elsewhere(text: str, stem: str, start: int) -> Iterator[YearPeriod]:
    """Where the body names the document with its years, or says what its own years are."""
    at = text.find(stem, start)
    while at >= 0:
        if period := _named(text, stem, at):
            yield period
        at = text.find(stem, at + len(stem))
    for match in _SELF.finditer(text, start):
        if period := period_at(text, match.end()):
            yield period


def _named(text: str, stem: str, at: int) -> YearPeriod | None:
    """The years after the name of the document, perhaps in a bracket."""
    at = text.find(stem, at)
    behind = at + len(stem)
    return period_at(text, behind + text.startswith(("（", "("), behind)) if at >= 0 else None
