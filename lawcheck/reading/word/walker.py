"""Walks the XML of a story (the body, a header, a footnote) and writes down what Word shows of it."""

from collections.abc import Iterator

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.automatic_numbers import Numbering
from lawcheck.reading.word.content import ALTERNATIVES, WRAPPERS, Run, RunContent, chosen
from lawcheck.reading.word.styles import Styles
from lawcheck.reading.word.xml import child, is_on, value, w
from lawcheck.records import dataclass
from lawcheck.text.source import Cell, Table

__all__ = ["Run", "Walker", "WordParagraph"]
_VAL = w("val")


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A `w:p` and its place in the text: the automatic label (virtual), what is typed, up to the paragraph mark.

    `runs` are the spans of the typed text with the elements that hold them: `w:t` (`w:delText` in the original of a
    revised document), or an element that stands for one character (`w:tab`, `w:br`, `w:cr`, `w:sym`, …).
    """

    start: int
    body_start: int
    end: int
    element: Element
    part: str
    runs: tuple[Run, ...]


class Walker:
    """The text of one document as it grows, story by story. `original` undoes tracked changes instead of accepting."""

    def __init__(self, styles: Styles, numbering: Numbering, original: bool) -> None:
        self.paragraphs: list[WordParagraph] = []
        self.tables: list[Table] = []
        self.content = RunContent(styles, original)
        self._numbering = numbering
        self._original = original
        self._part = ""
        self._pending = ""
        # Where the label of the next paragraph stands, when it is written already.
        self._label_at: int | None = None

    def story(self, part: str, root: Element) -> None:
        """Writes all paragraphs below an element of a part, the last one ended too."""
        self._part = part
        self.content.forget_fields()
        self._numbering.restart()
        self._label_at = None
        self._blocks(root)
        self._flush()

    def blank_line(self) -> None:
        """Keeps the next story apart."""
        self.content.put("\n")

    def _flush(self) -> None:
        if self._pending:
            self.content.put(self._pending)
            self._pending = ""

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            tag = element.tag
            if tag == _P:
                self._paragraph(element)
            elif tag == _TBL:
                self._table(element)
            elif tag in WRAPPERS or tag in self.content.seen:
                self._blocks(element)
            elif tag == ALTERNATIVES:
                self._blocks(chosen(element))

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        mark = child(properties, "rPr")
        deleted = self._is_unseen(mark)
        self._flush()
        start = self.content.size if self._label_at is None else self._label_at
        if self._label_at is None:
            self.content.put(self._label(element, deleted))
        body_start = self.content.size
        self.content.style = value(properties, "pStyle")
        self.content.runs = []
        self.content.inline(element)
        self.content.end_codes()
        self._pending = "" if deleted or is_on(mark, "vanish") else "\n"
        end = self.content.size
        # The label of what is joined belongs to the first paragraph that has text.
        self._label_at = None if not deleted else end if end > body_start else start
        if deleted and end == body_start:
            body_start = end = start
        runs = tuple(self.content.runs)
        self.paragraphs.append(WordParagraph(start, body_start, end, element, self._part, runs))

    def _label(self, element: Element, deleted: bool) -> str:
        """The automatic number; where marks are deleted, that of the paragraph whose mark ends them all."""
        last: Element | None = element
        if deleted:
            following = element.itersiblings(_P)
            last = next((p for p in following if not self._is_unseen(child(child(p, "pPr"), "rPr"))), None)
        properties = child(last, "pPr")
        if self._original and (changed := child(child(properties, "pPrChange"), "pPr")) is not None:
            properties = changed
        return "" if last is None else self._numbering.label(properties)

    def _is_unseen(self, properties: Element | None) -> bool:
        """Whether a tracked change takes away what has these properties: a paragraph mark, a row."""
        return properties is not None and any(e.tag in self.content.unseen for e in properties)

    def _table(self, table: Element) -> None:
        rows: list[tuple[Cell, ...]] = []
        above: dict[int, Cell] = {}
        for row in self._rows(table):
            cells = self._row(row, above)
            above = {cell.column: cell for cell in cells}
            rows.append(cells)
        self.tables.append(Table(tuple(rows)))

    def _rows(self, parent: Element) -> Iterator[Element]:
        for element in parent:
            if element.tag == _TR:
                if not self._is_unseen(child(element, "trPr")):
                    yield element
            elif element.tag in WRAPPERS or element.tag in self.content.seen:
                yield from self._rows(element)

    def _cells(self, parent: Element) -> Iterator[Element]:
        for element in parent:
            if element.tag == _TC:
                yield element
            elif element.tag in WRAPPERS:
                yield from self._cells(element)

    def _row(self, row: Element, above: dict[int, Cell]) -> tuple[Cell, ...]:
        """Writes a row; `above` are the cells of the row before, which merged cells continue."""
        cells: list[Cell] = []
        column = number(child(row, "trPr"), "gridBefore", 0)
        for element in self._cells(row):
            properties = child(element, "tcPr")
            span = max(1, number(properties, "gridSpan", 1))
            if cells:
                self._pending = "\t"
            merge = child(properties, "vMerge")
            master = above.get(column)
            if merge is not None and merge.get(_VAL) != "restart" and master is not None:
                self._flush()
                self._pending = "\n"
                cells.append(Cell(column, span, master.start, master.end, continued=True, at=self.content.size))
            else:
                self._flush()
                start = self.content.size
                self._blocks(element)
                cells.append(Cell(column, span, start, self.content.size, at=start))
            self._pending = "\n"
            column += span
        return tuple(cells)


_P, _TBL, _TR, _TC = (w(name) for name in ("p", "tbl", "tr", "tc"))


def number(properties: Element | None, name: str, default: int) -> int:
    """A small number of a property."""
    said = value(properties, name) or ""
    return min(int(said), 1000) if said.isascii() and said.isdigit() and len(said) < 10 else default
