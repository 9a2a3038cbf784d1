"""Tables that stand in the lines of a plain text: a line of names, and lines of as many cells below it.

The cells are parted by pipes, tabs or wide blanks; or each has a line of its own, and the first of a row its number.
Only those that divide work are looked for.
"""

from collections.abc import Iterator, Sequence

from lawcheck.records import dataclass
from lawcheck.structure.table_columns import TableColumns, columns_of
from lawcheck.structure.units import is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell, Table
from lawcheck.text.view import View
from lawcheck.text.vocabulary.numerals import parse_numeral

# The name of a column of units, where a cell ends behind it. Few lines end so, and few words before wide blanks.
_CELL_END = Pattern(r"[\n\t|｜ \u3000\xa0](?<=[位门体构室工人导）)][\n\t|｜ \u3000\xa0])")
_GAP = "[ \u3000]?"
_UNITS = Pattern(
    rf"(?:单{_GAP}位|部{_GAP}门|主{_GAP}体|机{_GAP}构|[科处股]{_GAP}室|分{_GAP}工|责{_GAP}任{_GAP}人|负{_GAP}责{_GAP}人|牵头人|责任领导)"
    r"(?:[（(][^（()）\n]{1,12}[）)])?$"
)
_LONGEST_NAME = 20
_BEHIND = Pattern(r"[ \u3000\xa0]*[\t|｜\n]|[ \u3000\xa0]{2}")
_PIPE = Pattern("[|｜]")
_TAB = Pattern("\t")
_BLANK = Pattern(r"[ \u3000\xa0]{2,}")
_RULE = Pattern(r"[\s|｜:：+＋—=-]+")
_NOTE = Pattern(r"[（(][^（()）]{0,20}[）)]|\s")
_REACH = 200
_LONGEST_ROW = 2000
_MOST_COLUMNS, _FEWEST_ALONE = 12, 3
_MOST_BROKEN = 6

_Span = tuple[int, int]
_Row = list[_Span]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a text that are not blank, from a place on or up to it."""

    text: str

    def at(self, place: int) -> _Span:
        """The line that a place stands in; one that goes on for too long is cut."""
        start = self.text.rfind("\n", max(0, place - _REACH), place) + 1
        end = self.text.find("\n", place, place + _LONGEST_ROW)
        return start or max(0, place - _REACH), end if end >= 0 else min(len(self.text), place + _LONGEST_ROW)

    def after(self, end: int) -> Iterator[_Span]:
        """The lines behind one that ends here."""
        while end < len(self.text):
            start = end + 1
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            if not self.text[start:end].isspace() and start < end:
                yield start, end

    def before(self, start: int) -> Iterator[_Span]:
        """The lines before one that begins here, the nearest first."""
        while start > 0:
            end = start - 1
            start = self.text.rfind("\n", 0, end) + 1
            if start < end and not self.text[start:end].isspace():
                yield start, end


def written_tables(view: View, cells: Sequence[_Span]) -> Iterator[Table]:
    """The tables in the lines of a view whose names say that they divide work, with offsets of its source.

    What stands in the cells of its other tables is none.
    """
    text = view.text
    lines = _Lines(text)
    covered = index = 0
    for cell_end in _CELL_END.finditer(text):
        at = cell_end.start()
        while index < len(cells) and cells[index][1] < at:
            index += 1
        if at < covered or (index < len(cells) and cells[index][0] <= at) or not _ends_units(text, at):
            continue
        start, end = lines.at(at)
        rows = _parted(lines, start, end) or _alone(lines, start, end)
        if len(rows) > 1:
            covered = rows[-1][-1][1]
            yield Table(tuple(tuple(_cells(view, row, len(rows[0]))) for row in rows))
        else:
            covered = end


def _ends_units(text: str, at: int) -> bool:
    """Whether the name of a column of units ends here, and a cell."""
    return _BEHIND.match(text, at) is not None and _UNITS.search(text, max(0, at - _LONGEST_NAME), at) is not None


def _parted(lines: _Lines, start: int, end: int) -> list[_Row]:
    """The rows of a table whose names stand in this line; none where there is none."""
    for parting in (_PIPE, _TAB, _BLANK):
        names = _split(lines.text, start, end, parting)
        if parting is _BLANK:
            names = _closed(names)
        if len(names) > 1:
            columns = _columns(lines.text, names)
            return [names, *_rows_below(lines, end, parting, names, columns)] if columns else []
    return []


def _closed(names: _Row) -> _Row:
    """The names without the blanks in 任    务."""
    closed: _Row = []
    opened = False
    for start, end in names:
        if opened and end - start == 1:
            closed[-1] = closed[-1][0], end
            opened = False
        else:
            closed.append((start, end))
            opened = end - start == 1
    return closed


def _rows_below(lines: _Lines, end: int, parting: Pattern, names: _Row, columns: TableColumns) -> Iterator[_Row]:
    """The lines below the names that are parted as they are. One that is not is a heading between two that are."""
    heading: _Row = []
    begun: _Row = []
    broken = 0
    for start, stop in lines.after(end):
        if stop - start > _LONGEST_ROW:
            return
        if _RULE.fullmatch(lines.text, start, stop):
            continue
        row = _split(lines.text, start, stop, parting)
        if begun and len(begun) + len(row) - 1 <= len(names) and broken < _MOST_BROKEN:
            # A line break in a cell: the next line begins with the rest of it.
            row = [*begun[:-1], (begun[-1][0], row[0][1]), *row[1:]]
            broken += 1
        else:
            broken = 0
        begun = []
        if len(row) == 1:
            if heading:
                return
            heading = row
        elif len(row) > len(names):
            return
        # Which cells are missing is not to be seen: they are the last where the units stand in their columns.
        elif len(row) < len(names) and not _has_units(lines.text, row, columns):
            begun = row
        else:
            if heading:
                yield heading
                heading = []
            yield row


def _has_units(text: str, row: _Row, columns: TableColumns) -> bool:
    """Whether units stand in all their columns, and something in those of the tasks."""
    places = [column for column, _, _ in columns.units]
    return max(*places, *columns.tasks) < len(row) and all(is_name(_name(text, row[place])) for place in places)


def _alone(lines: _Lines, start: int, end: int) -> list[_Row]:
    """The rows of a table each cell of which is a line: the first of its names is that of the numbers."""
    names = [_stripped(lines.text, start, end)]
    for line in lines.before(start):
        if line[1] - line[0] > _REACH or len(names) == _MOST_COLUMNS:
            return []
        names.insert(0, _stripped(lines.text, *line))
        if _name(lines.text, names[0]) in ("序号", "编号"):
            break
    else:
        return []
    below = lines.after(end)
    row: _Row = []
    for line in below:
        if parse_numeral(_number(lines.text, line)) == 1:
            row = [_stripped(lines.text, *line)]
            break
        if line[1] - line[0] > _REACH or len(names) == _MOST_COLUMNS:
            return []
        names.append(_stripped(lines.text, *line))
    if not row or len(names) < _FEWEST_ALONE or _columns(lines.text, names) is None:
        return []
    rows = [names]
    for line in below:
        if len(row) == len(names):
            rows.append(row)
            row = []
            if parse_numeral(_number(lines.text, line)) != len(rows):
                return rows
        row.append(_stripped(lines.text, *line))
    return [*rows, row] if len(row) == len(names) else rows


def _columns(text: str, names: Sequence[_Span]) -> TableColumns | None:
    written = [_name(text, name) for name in names]
    return columns_of(enumerate(written)) if len(written) <= _MOST_COLUMNS else None


def _name(text: str, span: _Span) -> str:
    return _NOTE.compiled.sub("", text[span[0] : span[1]])


def _number(text: str, span: _Span) -> str:
    """What a line says that may be a number by itself."""
    return text[span[0] : min(span[1], span[0] + 12)].strip(" \t\u3000.．、（）()")


def _split(text: str, start: int, end: int, parting: Pattern) -> _Row:
    """The cells of a line; what parts them may stand at its ends too."""
    if parting is not _TAB:
        start, end = _stripped(text, start, end)
    if parting is _PIPE:
        start += start < end and text[start] in "|｜"
        end -= start < end and text[end - 1] in "|｜"
    spans: _Row = []
    at = start
    for found in parting.finditer(text, start, end):
        spans.append((at, found.start()))
        at = found.end()
    return [_stripped(text, *span) for span in (*spans, (at, end))]


def _stripped(text: str, start: int, end: int) -> _Span:
    written = text[start:end]
    first = start + len(written) - len(written.lstrip())
    return first, max(first, end - len(written) + len(written.rstrip()))


def _cells(view: View, row: _Row, width: int) -> Iterator[Cell]:
    """The cells of a row; one alone goes over all columns, and those that are missing at its end are empty."""
    if len(row) == 1:
        start, end = view.source_span(*row[0])
        yield Cell(0, width, start, end, at=start)
        return
    last = row[-1][1]
    for column, span in enumerate((*row, *[(last, last)] * (width - len(row)))):
        start, end = view.source_span(*span)
        yield Cell(column, 1, start, end, at=start)
