"""Findings as a page of one file: the text with its findings, the outline and the tasks; it can be printed."""

from collections.abc import Sequence

from markupsafe import Markup

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.display.display import display, named
from lawcheck.reporting.display.shown import Display
from lawcheck.reporting.display.views import Views
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.page import page, rendered
from lawcheck.reporting.text import Style, Tally, summary
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity

FOLDER = "lawcheck.reporting.display"


class HtmlReporter:
    """Keeps each document as the part of the page that it becomes."""

    def __init__(self) -> None:
        self._desks: list[Markup] = []
        self._names: list[tuple[str, str, str]] = []
        self._tally = Tally()
        self._views = Views()

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        prefix = f"d{len(self._desks) + 1}-"
        doc = display(checked, named(checked), language, prefix, self._views)
        self._tally.add(checked)
        self._names.append((prefix, doc.name, _counts(doc, language)))
        self._desks.append(Markup(rendered([FOLDER], "desk.html", language, doc=doc, prefix=prefix)))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The whole page, with a table of contents where there are several documents."""
        return page(
            FOLDER,
            "report.html",
            "display.css",
            language,
            "display.js",
            summary=summary(self._tally, len(errors), Style(language)),
            names=self._names,
            errors=[visible(str(error)) for error in errors],
            desks=self._desks,
        )


def _counts(doc: Display, language: str) -> str:
    return " · ".join(f"{word(severity, language)} {doc.counts[severity]}" for severity in Severity)
