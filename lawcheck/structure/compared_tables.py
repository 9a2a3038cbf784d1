"""Tables as rows of cells below the names of their columns, with the kind of value that each cell holds.

Those that the file or its markup has as such, and those of lines whose cells are parted by tabs.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from lawcheck.records import dataclass
from lawcheck.structure.document import Document
from lawcheck.structure.tables import is_dash
from lawcheck.structure.units import split_units
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell
from lawcheck.text.vocabulary.dates import DAY, MONTH, YEAR
from lawcheck.text.vocabulary.offices import ends_as_office

_DATE = Pattern(
    rf"(?:{YEAR}年)?{MONTH}月(?:{DAY}日|[上中下]旬|[底末初])?(?:以?前)?"
    rf"|{YEAR}[./-][0-9]{{1,2}}(?:[./-][0-9]{{1,2}})?"
    rf"|{YEAR}年(?:[底末]|第?[一二三四]季度|[上下]半年)?(?:以?前)?|第[一二三四]季度|[上下]半年"
)
_NUMBER = Pattern("[0-9][0-9,，]{0,12}(?:[.．][0-9]{1,4})?")
_SPACE = Pattern(r"\s")
_LONGEST_OFFICES = 60
_SENTENCE = frozenset("，。；：,;:")
_TOTAL = Pattern("(?:合|总|小|共)计")
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 2
_TAB = "\t"


class ValueKind(StrEnum):
    """What a cell holds."""

    NOTHING = "nothing"
    DASH = "dash"
    DATE = "date"
    NUMBER = "number"
    OFFICES = "offices"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class TableValue:
    """A cell: its place in the text, what it says without the space in it, and what kind of value that is.

    One that goes on from the row above says what stands there.
    """

    start: int
    end: int
    words: str
    value: ValueKind
    continued: bool = False


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """The names of the columns and the rows below; what is missing at the end of a row is an empty cell.

    Totals, headings between the rows and rows of merged cells are left out; `groups` counts them before each row.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[TableValue, ...], ...]
    groups: tuple[int, ...]

    def column(self, number: int) -> tuple[TableValue, ...]:
        """The cells of one column."""
        return tuple(row[number] for row in self.rows)


@lru_cache(maxsize=1)
def compared_tables(document: Document) -> tuple[ComparedTable, ...]:
    """The tables that have a row of names over at least two rows of cells."""
    return (*_of_tables(document), *_of_lines(document))


def _of_tables(document: Document) -> Iterator[ComparedTable]:
    view = document.view
    for table in view.tables:
        merged = [any(cell.width > 1 for cell in row) for row in table.rows]
        yield from _compared(
            [[] if wide else [_cell_of(document, c) for c in row] for row, wide in zip(table.rows, merged, strict=True)]
        )


def _cell_of(document: Document, cell: Cell) -> TableValue:
    view = document.view
    return _cell(document.text, view.view_offset(cell.start), view.view_offset(cell.end), cell.continued)


def _of_lines(document: Document) -> Iterator[ComparedTable]:
    """Lines of cells parted by tabs that follow one another."""
    text = document.text
    if _TAB not in text:
        return
    lines: list[list[TableValue]] = []
    at = 0
    for line in text.split("\n"):
        cells = line.split(_TAB)
        if len(cells) >= _FEWEST_COLUMNS and not document.is_in_cell(at):
            spans, start = [], at
            for words in cells:
                spans.append(_cell(text, start, start + len(words)))
                start += len(words) + 1
            lines.append(spans)
        elif line.strip():
            yield from _compared(lines)
            lines = []
        at += len(line) + 1
    yield from _compared(lines)


def _compared(lines: Sequence[Sequence[TableValue]]) -> Iterator[ComparedTable]:
    """The table of these rows, of which one without cells is a heading between the others."""
    head = next((index for index, line in enumerate(lines) if line), len(lines))
    if len(lines) - head <= _FEWEST_ROWS:
        return
    names = tuple(cell.words for cell in lines[head])
    of_names = all(cell.value in (ValueKind.WORDS, ValueKind.OFFICES) for cell in lines[head])
    if len(names) < _FEWEST_COLUMNS or not of_names or len(set(names)) < len(names):
        return
    rows: list[tuple[TableValue, ...]] = []
    groups: list[int] = []
    group = 0
    for line in lines[head + 1 :]:
        written = [cell.words for cell in line]
        total = any(_TOTAL.match(words) for words in written)
        if not line or total or len(line) > len(names) or written == list(names) or len([w for w in written if w]) < 2:
            group += 1
            continue
        end = line[-1].end
        rows.append((*line, *(TableValue(end, end, "", ValueKind.NOTHING) for _ in range(len(names) - len(line)))))
        groups.append(group)
    if len(rows) >= _FEWEST_ROWS:
        yield ComparedTable(names, tuple(rows), tuple(groups))


def _cell(text: str, start: int, end: int, continued: bool = False) -> TableValue:
    written = text[start:end]
    start += len(written) - len(written.lstrip())
    stop = max(start, end - len(written) + len(written.rstrip()))
    words = _SPACE.compiled.sub("", written)
    return TableValue(start, stop, words, _value(words), continued)


def _value(words: str) -> ValueKind:
    if not words:
        return ValueKind.NOTHING
    if is_dash(words):
        return ValueKind.DASH
    if _DATE.fullmatch(words):
        return ValueKind.DATE
    if _NUMBER.fullmatch(words):
        return ValueKind.NUMBER
    if len(words) > _LONGEST_OFFICES or _SENTENCE.intersection(words):
        return ValueKind.WORDS
    units = split_units(words, 0, len(words))
    return ValueKind.OFFICES if units and all(ends_as_office(unit.name) for unit in units) else ValueKind.WORDS
