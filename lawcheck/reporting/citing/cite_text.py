"""Every reference of documents with its state, as text."""

from collections.abc import Iterable, Iterator

from lawcheck.reporting.citing.cite_convert import known_as, summary_of
from lawcheck.reporting.citing.cite_report import CitedPlace, CitingFile, State
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.text import Style

_COLOURS = {
    State.RIGHT: "32",
    State.DIFFERENT: "31",
    State.REPEALED: "31",
    State.NEWER: "31",
    State.MISSING: "2",
    State.UNKNOWN: "2",
}
_WIDTH = 80


def cite_text(files: Iterable[CitingFile], language: str, colours: bool = False) -> str:
    """The whole report."""
    style = Style(language, colours)
    return "".join(f"{line}\n" for file in files for line in _file(file, style))


def _file(file: CitingFile, style: Style) -> Iterator[str]:
    yield visible(summary_of(file, style.language))
    for entry in file.references:
        yield from _entry(entry, style)


def _entry(entry: CitedPlace, style: Style) -> Iterator[str]:
    state = style.paint(style.word(f"state-{entry.state}"), _COLOURS[entry.state])
    yield f"  {state}  {entry.start.line}:{entry.start.column}  {clipped(visible(entry.text), _WIDTH)}"
    for remark in entry.message.splitlines():
        yield f"      {visible(remark)}"
    if entry.state is not State.RIGHT and (known := known_as(entry, style.language)):
        yield f"      {visible(known)}"
