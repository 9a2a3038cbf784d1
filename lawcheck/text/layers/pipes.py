"""The tables of Markdown: a row of names, the rule under it, rows of cells, all parted by pipes."""

from collections.abc import Iterable, Iterator

from lawcheck.text.layers.code import outside
from lawcheck.text.layers.html_tables import MOST_COLUMNS
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell, Table
from lawcheck.text.view import Cut

_RULE = Pattern(r"(?m)^ {0,3}\|?(?:[ \t]{0,20}:?-+:?[ \t]{0,20}\|)+(?:[ \t]{0,20}:?-+:?)?[ \t]*$", needs=("|",))
_PIPE = Pattern(r"(?<!\\)\|")
# What begins here is no row: a quotation, heading, list, code, or HTML.
_OTHER = Pattern(r" {0,3}(?:[>#<]|`{3}|~{3}|[-*+][ \t]|[0-9]{1,9}[.)][ \t])| {4}|\t")
_SPACE = " \t"

Span = tuple[int, int]


def pipe_tables(text: str, code: Iterable[Cut]) -> Iterator[Table]:
    """The tables that do not begin in code or the like; a line without a pipe ends them.

    Where a row has fewer cells than the head, the rest of them are empty; but one cell alone goes over all columns.
    """
    after = 0
    for rule in outside(_RULE.finditer(text), code):
        head_end = rule.start() - 1
        head = text.rfind("\n", 0, max(0, head_end)) + 1
        if head < after or head_end <= head or _OTHER.match(text, head):
            continue
        names = cells_of(text, head, head_end)
        if not 2 <= len(names) <= MOST_COLUMNS or len(names) != len(cells_of(text, *rule.span())):
            continue
        lines = list(_rows(text, rule.end() + 1))
        after = lines[-1][1] if lines else rule.end()
        yield Table((_row(names, len(names), head_end), *(_row(cells_of(text, *s), len(names), s[1]) for s in lines)))


def cells_of(text: str, start: int, end: int) -> list[Span]:
    """The spans of the cells in a line, without the space around them; the pipes at its ends part nothing."""
    start, end = _stripped(text, start, end)
    pipes = [pipe.start() for pipe in _PIPE.finditer(text, start, end)]
    if pipes and pipes[0] == start:
        start = pipes.pop(0) + 1
    if pipes and pipes[-1] == end - 1:
        end = pipes.pop()
    starts, ends = [start, *(pipe + 1 for pipe in pipes)], [*pipes, end]
    return [_stripped(text, *span) for span in zip(starts, ends, strict=True)]


def _rows(text: str, at: int) -> Iterator[Span]:
    """The lines from here on that are rows."""
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if _PIPE.search(text, at, end) is None or _OTHER.match(text, at):
            return
        yield at, end
        at = end + 1


def _row(spans: list[Span], width: int, end: int) -> tuple[Cell, ...]:
    if len(spans) == 1:
        return (Cell(0, width, *spans[0], at=spans[0][0]),)
    padded = [*spans, *[(end, end)] * (width - len(spans))]
    return tuple(Cell(column, 1, *span, at=span[0]) for column, span in enumerate(padded))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _SPACE:
        start += 1
    while start < end and text[end - 1] in _SPACE:
        end -= 1
    return start, end
