"""Findings as text: `full` with the place in its line, `concise` in one line each, and counts by rule."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lawcheck.diagnostics import Severity
from lawcheck.report import CheckedFile, Diagnostic, Occurrence, RelatedSpan
from lawcheck.reporters.excerpt import marked, visible
from lawcheck.reporters.words import word
from lawcheck.source import LineIndex

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"
_PLACES_SHOWN = 8


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


def full(file: CheckedFile, text: str, style: Style) -> Iterator[str]:
    """Each finding with an excerpt of the source text, its other places and what would mend it."""
    lines = LineIndex(text)
    for diagnostic in file.diagnostics:
        yield _headline(file.path, diagnostic, style)
        yield from _excerpt(diagnostic, text, style)
        yield from _notes(diagnostic, lines, style)
        yield ""


def concise(file: CheckedFile, style: Style) -> Iterator[str]:
    """One line for each finding."""
    for diagnostic in file.diagnostics:
        yield _headline(file.path, diagnostic, style)


def _headline(path: str, diagnostic: Diagnostic, style: Style) -> str:
    place = f"{visible(path)}:{diagnostic.start.line}:{diagnostic.start.column}"
    severity = style.paint(style.word(diagnostic.severity), _COLOURS[diagnostic.severity])
    return f"{style.paint(place, _BOLD)}: {severity} {diagnostic.code} {visible(diagnostic.message)}"


def _excerpt(diagnostic: Diagnostic, text: str, style: Style) -> Iterator[str]:
    line_start = diagnostic.offset - diagnostic.start.column + 1
    line, carets = marked(text, line_start, diagnostic.offset, diagnostic.end_offset)
    gutter = f"{diagnostic.start.line:>5} | "
    yield style.paint(gutter, _DIM) + line
    yield style.paint(" " * (len(gutter) - 2) + "| ", _DIM) + style.paint(carets, _COLOURS[diagnostic.severity])


def _notes(diagnostic: Diagnostic, lines: LineIndex, style: Style) -> Iterator[str]:
    if diagnostic.occurrences:
        yield f"      = {style.word('occurrences')} {_others(diagnostic.occurrences)}"
    for related in diagnostic.related:
        yield f"      = {style.word('related')} {_position(lines, related)} {visible(related.message)}"
    if diagnostic.fix:
        safety = style.word(diagnostic.fix.safety)
        brackets = "（{}）：" if style.language == "zh" else " ({}): "
        yield f"      = {style.word('fix')}{brackets.format(safety)}{visible(diagnostic.fix.title)}"


def _others(occurrences: Sequence[Occurrence]) -> str:
    others = occurrences[1:]
    places = " ".join(f"{o.start.line}:{o.start.column}" for o in others[:_PLACES_SHOWN])
    return places + (" …" if len(others) > _PLACES_SHOWN else "")


def _position(lines: LineIndex, related: RelatedSpan) -> str:
    position = lines.position(related.offset)
    return f"{position.line}:{position.column}"


def statistics(files: Iterable[CheckedFile], style: Style) -> Iterator[str]:
    """How many findings of each rule there are, the most frequent first; gathered places count as one."""
    counts: Counter[tuple[str, str, Severity]] = Counter()
    for file in files:
        counts.update((d.code, d.name, d.severity) for d in file.diagnostics)
    for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6}  {code}  {style.paint(style.word(severity), _COLOURS[severity])}  {name}"


def suppressed(counts: Counter[str], style: Style) -> Iterator[str]:
    """How many findings of each rule the documents asked to hide."""
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6}  {code}  {style.word('suppressed')}"


def summary(files: Sequence[CheckedFile], failed: int, style: Style) -> str:
    """The closing line: files and findings by severity, encodings other than UTF-8, what could not be checked."""
    counts = Counter(str(d.severity) for file in files for d in file.diagnostics)
    if counts:
        values = {severity: counts[severity] for severity in map(str, Severity)}
        parts = [style.word("summary", files=len(files), **values)]
    else:
        parts = [style.word("clean", files=len(files))]
    encodings = sorted({file.encoding for file in files})
    if encodings not in ([], ["utf-8"]):
        parts.append(style.word("encodings", names=", ".join(encodings)))
    if failed:
        parts.append(style.word("failed", count=failed))
    return ("；" if style.language == "zh" else "; ").join(parts)
