"""Findings as text: `full` with the place in its line, `concise` in one line each, and counts by rule."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.records import dataclass, field
from lawcheck.reporting.excerpt import marked, visible
from lawcheck.reporting.places import listed, on_page, others, position
from lawcheck.reporting.told import told
from lawcheck.reporting.words import why_scanned, word
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import LineIndex, Source

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"


@dataclass(frozen=True, slots=True)
class Style:
    """The language of a report and whether it may use colours."""

    language: str = "zh"
    colours: bool = False

    def paint(self, text: str, colour: str) -> str:
        """The text in a colour, if there are any."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colours else text

    def word(self, key: str, **values: object) -> str:
        """A phrase in the report's language."""
        return word(key, self.language, **values)


@dataclass(slots=True)
class Tally:
    """What is counted of all documents; gathered places count as one finding."""

    files: int = 0
    findings: Counter[tuple[str, str, Severity]] = field(default_factory=Counter)
    encodings: set[str] = field(default_factory=set)

    def add(self, checked: Checked) -> None:
        """Counts one document."""
        self.files += 1
        self.findings.update((d.code, d.name, d.severity) for d in checked.diagnostics)
        self.encodings.add(checked.source.stored_as)

    def severities(self) -> dict[str, int]:
        """How many findings of each severity there are."""
        counts = {str(severity): 0 for severity in Severity}
        for (_, _, severity), count in self.findings.items():
            counts[severity] += count
        return counts


def full(checked: Checked, style: Style) -> Iterator[str]:
    """Each finding with an excerpt of the source text, its other places and what would fix it."""
    lines = LineIndex(checked.source.text)
    for diagnostic in told(checked, style.language):
        yield _headline(checked.source, diagnostic, lines, style)
        yield from _excerpt(diagnostic, lines, style)
        yield from _notes(diagnostic, lines, style)
        yield ""
    if why := why_scanned(checked.scanned, style.language):
        yield style.paint(f"{visible(checked.source.path)}: {why}", _DIM)


def concise(checked: Checked, style: Style) -> Iterator[str]:
    """One line for each finding."""
    lines = LineIndex(checked.source.text)
    for diagnostic in told(checked, style.language):
        yield _headline(checked.source, diagnostic, lines, style)


def _headline(source: Source, diagnostic: Worded, lines: LineIndex, style: Style) -> str:
    place = f"{visible(source.path)}:{position(lines, diagnostic.start)}"
    severity = style.paint(style.word(diagnostic.severity), _COLOURS[diagnostic.severity])
    page = on_page(source.pages, diagnostic.start, style.language)
    where = ("（{}）" if style.language == "zh" else " ({})").format(page) if page else ""
    return f"{style.paint(place, _BOLD)}: {severity} {diagnostic.code} {visible(diagnostic.message)}{where}"


def _excerpt(diagnostic: Worded, lines: LineIndex, style: Style) -> Iterator[str]:
    start = lines.position(diagnostic.start)
    line_start = diagnostic.start - start.column + 1
    line, carets = marked(lines.text, line_start, diagnostic.start, diagnostic.end)
    gutter = f"{start.line:>5} | "
    yield style.paint(gutter, _DIM) + line
    yield style.paint(" " * (len(gutter) - 2) + "| ", _DIM) + style.paint(carets, _COLOURS[diagnostic.severity])


def _notes(diagnostic: Worded, lines: LineIndex, style: Style) -> Iterator[str]:
    if diagnostic.each:
        yield from _each(diagnostic, lines, style)
    elif diagnostic.occurrences:
        yield f"      = {style.word('occurrences')} {others(diagnostic, lines)}"
    for related in diagnostic.related:
        yield f"      = {style.word('related')} {position(lines, related.start)} {visible(related.message)}"
    if diagnostic.fix:
        safety = style.word(diagnostic.fix.safety)
        brackets = "（{}）：" if style.language == "zh" else " ({}): "
        yield f"      = {style.word('fix')}{brackets.format(safety)}{visible(diagnostic.fix.title)}"


def _each(diagnostic: Worded, lines: LineIndex, style: Style) -> Iterator[str]:
    """The places of a finding by what is said of them."""
    said: dict[str, list[int]] = {}
    for (start, _), message in zip(diagnostic.spans, diagnostic.each, strict=True):
        said.setdefault(message, []).append(start)
    for message, starts in said.items():
        yield f"      = {listed(starts, lines)} {visible(message)}"


def statistics(tally: Tally, style: Style) -> Iterator[str]:
    """How many findings of each rule there are, the most frequent first."""
    for (code, name, severity), count in sorted(tally.findings.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6}  {code}  {style.paint(style.word(severity), _COLOURS[severity])}  {name}"


def suppressed(counts: Counter[str], style: Style) -> Iterator[str]:
    """How many findings of each rule the documents asked to hide."""
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6}  {code}  {style.word('suppressed')}"


def summary(tally: Tally, failed: int, style: Style) -> str:
    """The closing line: files and findings by severity, encodings other than UTF-8, what could not be checked."""
    counts = tally.severities()
    key, values = ("summary", counts) if any(counts.values()) else ("clean", {})
    parts = [style.word(key, files=tally.files, **values)]
    if tally.encodings - {"utf-8"}:
        parts.append(style.word("encodings", names=", ".join(sorted(tally.encodings))))
    if failed:
        parts.append(style.word("failed", count=failed))
    return ("；" if style.language == "zh" else "; ").join(parts)


@dataclass(slots=True)
class TextReporter:
    """The findings of many documents, or with `statistics` only how many there are, and a closing line."""

    colours: bool = False
    short: bool = False
    statistics: bool = False
    _lines: list[str] = field(default_factory=list)
    _tally: Tally = field(default_factory=Tally)
    _suppressed: Counter[str] = field(default_factory=Counter)

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._tally.add(checked)
        self._suppressed += checked.suppressed
        if not self.statistics:
            self._lines += (concise if self.short else full)(checked, Style(language, self.colours))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The lines of all documents, then those that count."""
        style = Style(language, self.colours)
        if self.statistics:
            self._lines += statistics(self._tally, style)
            self._lines += suppressed(self._suppressed, style)
        self._lines.append(summary(self._tally, len(errors), style))
        return "\n".join(self._lines) + "\n"
