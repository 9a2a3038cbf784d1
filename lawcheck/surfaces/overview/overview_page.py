"""The page: one file that needs nothing else, neither network nor scripts."""

from base64 import b64encode
from collections.abc import Sequence

from lawcheck.errors import SourceError
from lawcheck.records import dataclass
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.page import page
from lawcheck.reporting.words import word
from lawcheck.surfaces.overview.plots import DUTY_COLOURS, MOST_BARS, SEVERITY_COLOURS, bars, time_line
from lawcheck.surfaces.overview.totals import DUTIES, SEVERITIES, Totals, TotalsRow


@dataclass(frozen=True, slots=True)
class _Chart:
    """A plot with its description, and the table of its figures."""

    key: str
    about: str
    header: Sequence[str]
    rows: Sequence[TotalsRow]
    picture: str

    @property
    def has_about(self) -> bool:
        """Whether the rows have more words than their label."""
        return any(row.about for row in self.rows)


def overview_page(totals: Totals, errors: Sequence[SourceError], language: str) -> str:
    """The whole page."""
    by_unit = totals.by_unit()
    return page(
        "lawcheck.surfaces.overview",
        "page.html",
        "page.css",
        language,
        numbers=[
            ("overview-files", totals.files),
            ("overview-findings", totals.findings),
            *((severity, totals.severities[severity]) for severity in SEVERITIES),
            ("overview-tasks", totals.tasks),
            ("overview-units", len(by_unit)),
            ("overview-deadlines", totals.deadlines),
        ],
        errors=[visible(str(error)) for error in errors],
        charts=[
            _bars("by-rule", totals.by_rule(), ("rule", "column-about", *SEVERITIES, "column-total"), language),
            _bars("by-document", totals.by_document(), ("column-file", *SEVERITIES, "column-total"), language),
            _bars("by-unit", by_unit, ("column-unit", *DUTIES, "column-tasks"), language),
            _time_line(totals, language),
        ],
    )


def _bars(key: str, found: Sequence[TotalsRow], columns: Sequence[str], language: str) -> _Chart:
    rows = [TotalsRow(visible(row.label), row.counts, row.total, visible(row.about)) for row in found]
    names = [word(column, language) for column in columns]
    colours = DUTY_COLOURS if DUTIES[0] in columns else SEVERITY_COLOURS
    series = list(zip(names[-1 - len(colours) : -1], colours, strict=True))
    about = [word(f"{key}-about", language)]
    if rest := rows[MOST_BARS:]:
        counts = {"most": MOST_BARS, "count": len(rest), "total": sum(row.total for row in rest)}
        about.append(word("overview-rest", language, **counts))
    return _Chart(key, _sentences(about, language), names, rows, _picture(bars(rows, series)) if rows else "")


def _time_line(totals: Totals, language: str) -> _Chart:
    rows = totals.by_month()
    about = [word("by-month-about", language)]
    if totals.undated:
        about.append(word("overview-undated", language, count=totals.undated))
    names = [word(column, language) for column in ("column-month", "column-limits")]
    return _Chart("by-month", _sentences(about, language), names, rows, _picture(time_line(rows)) if rows else "")


def _sentences(sentences: Sequence[str], language: str) -> str:
    return (" " if language == "en" else "").join(sentences)


def _picture(svg: bytes) -> str:
    """A picture as part of the page; in it, nothing is run or fetched, and its names do not clash with others."""
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"
