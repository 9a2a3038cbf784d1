"""How superior documents are taken up, as a page: their measures on the left, what takes them up on the right."""

from collections.abc import Sequence

from lawcheck.comparing.coverage.cover import Coverage
from lawcheck.comparing.coverage.measures import Measure
from lawcheck.records import dataclass
from lawcheck.reporting.coverage.cover_convert import differences, reason, summary_line
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.page import page
from lawcheck.text.source import LineIndex, Position


@dataclass(frozen=True, slots=True)
class CoverCell:
    """A measure: its ordinals, where it begins (`at` in the source), what it says and who carries it out."""

    name: str
    place: Position
    at: int
    text: str
    units: str


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A measure of a superior with those that take it up."""

    superior: CoverCell
    own: Sequence[CoverCell]
    degree: str
    notes: Sequence[str]
    reason: str
    is_less: bool


def cover_html(coverage: Coverage, language: str) -> str:
    """The whole page."""
    files = (*coverage.superiors, coverage.file)
    lines = {file.path: LineIndex(file.document.view.source_text) for file in files}

    def cell(measure: Measure) -> CoverCell:
        at = measure.source_span[0]
        place = lines[measure.file.path].position(at)
        return CoverCell(visible(measure.label), place, at, visible(measure.text), visible("、".join(measure.units)))

    rows = [
        CoverRow(
            cell(coverage.superior[link.superior]),
            [cell(coverage.own[index]) for index in link.own],
            link.degree,
            [visible(note) for note in differences(link, language)],
            visible(reason(link, language)),
            link.is_less,
        )
        for link in coverage.links
    ]
    return page(
        "lawcheck.reporting.coverage",
        "cover.html",
        "cover.css",
        language,
        superiors=[visible(file.path) for file in coverage.superiors],
        own=visible(coverage.file.path),
        summary=summary_line(coverage, language),
        rows=rows,
        only=[cell(coverage.own[index]) for index in coverage.own_only],
    )
