"""The years that a plan is for (TGT008)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YearPeriod, period_at, periods_in
from lawcheck.text.vocabulary.genres import NAMED_GENRE

_SELF = Pattern(f"本(?:{NAMED_GENRE})(?:的?实施期限?|的?规划期限?)?(?:为|是|[（(])", first="本")
_SHORTEST_STEM = 6


def inconsistent_plan_period(document: Document) -> Iterator[Finding]:
    """TGT008: the years in the title differ from those in the file name or in what the document says of itself."""
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
