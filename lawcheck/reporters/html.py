"""Findings as a page of one file: the text with its findings, the outline and the tasks; it can be printed."""

from collections.abc import Sequence

from markupsafe import Markup

from lawcheck import pipeline
from lawcheck.checked import Checked
from lawcheck.diagnostics import Severity
from lawcheck.errors import SourceError
from lawcheck.reporters.display.display import display, named
from lawcheck.reporters.display.model import Display
from lawcheck.reporters.excerpt import visible
from lawcheck.reporters.page import page, rendered
from lawcheck.reporters.text import Style, Tally, summary
from lawcheck.reporters.words import word

FOLDER = "lawcheck.reporters.display"


class HtmlReporter:
    """Keeps each document as the part of the page that it becomes."""

    def __init__(self) -> None:
        self._desks: list[Markup] = []
        self._names: list[tuple[str, str, str]] = []
        self._tally = Tally()

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        prefix = f"d{len(self._desks) + 1}-"
        document = pipeline.parse(checked.source, checked.kind)
        doc = display(checked, document, named(checked), language, prefix)
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
