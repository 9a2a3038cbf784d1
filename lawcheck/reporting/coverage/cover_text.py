"""How superior documents are taken up, as text: each of their measures, and what becomes of it."""

from collections.abc import Iterator

from lawcheck.comparing.coverage.cover import Coverage, CoverageLink, Degree
from lawcheck.comparing.coverage.measures import Measure
from lawcheck.reporting.coverage.cover_convert import differences, reason, summary_line
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.places import position
from lawcheck.reporting.text import Style
from lawcheck.text.source import LineIndex

_WIDTH = 72
_COLOURS = {Degree.FULL: "32", Degree.PARTLY: "33", Degree.NONE: "31"}


def cover_text(coverage: Coverage, language: str, colours: bool = False) -> str:
    """The whole report."""
    return "".join(f"{line}\n" for line in _Report(coverage, Style(language, colours)).lines())


class _Report:
    """Writes one report."""

    def __init__(self, coverage: Coverage, style: Style) -> None:
        self._coverage = coverage
        self._style = style
        files = (*coverage.superiors, coverage.file)
        self._lines = {file.path: LineIndex(file.document.view.source_text) for file in files}

    def lines(self) -> Iterator[str]:
        """Every line."""
        superiors = "、".join(visible(file.path) for file in self._coverage.superiors)
        yield f"{superiors} → {visible(self._coverage.file.path)}"
        yield summary_line(self._coverage, self._style.language)
        for link in self._coverage.links:
            yield ""
            yield from self._link(link)
        if self._coverage.own_only:
            yield ""
            yield self._style.word("cover-only")
            for index in self._coverage.own_only:
                yield f"    {self._measure(self._coverage.own[index])}"

    def _link(self, link: CoverageLink) -> Iterator[str]:
        degree = self._style.paint(self._style.word(f"degree-{link.degree}"), _COLOURS[link.degree])
        yield f"{degree}  {self._measure(self._coverage.superior[link.superior])}"
        for index in link.own:
            yield f"  → {self._measure(self._coverage.own[index])}"
        for note in (*differences(link, self._style.language), reason(link, self._style.language)):
            if note:
                yield f"    {visible(note)}"

    def _measure(self, measure: Measure) -> str:
        """A measure by its ordinals, with line and column, and the beginning of what it says."""
        place = position(self._lines[measure.file.path], measure.source_span[0])
        return f"{measure.label} {place}  {clipped(visible(measure.text), _WIDTH)}"
