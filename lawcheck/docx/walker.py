"""Walks the XML of a story (the body, a header, a footnote) and writes down what Word shows of it."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lawcheck.docx.numbering import Numbering
from lawcheck.docx.styles import Styles
from lawcheck.docx.symbols import symbol
from lawcheck.docx.xml import Element, child, is_on, value, w
from lawcheck.source import Cell, Table

Run = tuple[int, int, Element]

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATIVES = _COMPATIBILITY + "AlternateContent"
_BOX = w("txbxContent")
_VAL = w("val")
_FIELD_CHARACTER = w("fldCharType")
# What may stand around runs, paragraphs, rows and cells without being seen.
_WRAPPERS = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdt", "sdtContent")
) | {w("ruby"), w("rubyBase"), *(_MATHS + name for name in ("oMath", "oMathPara"))}
_INSERTED = frozenset((w("ins"), w("moveTo")))
_DELETED = frozenset((w("del"), w("moveFrom")))
_WHITE_SPACE = str.maketrans("\t\n\r", "   ")


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
        self.notes: list[tuple[str, str]] = []
        self.boxes: deque[Element] = deque()
        self.size = 0
        self._pieces: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._original = original
        self._seen, self._unseen = (_DELETED, _INSERTED) if original else (_INSERTED, _DELETED)
        self._part = ""
        self._pending = ""
        self._runs: list[Run] = []
        # For each field that is open, whether its result has begun; before that comes its code. How many are at that.
        self._fields: list[bool] = []
        self._codes = 0
        self._style: str | None = None
        self._run_parts: dict[str, Callable[[Element], None]] = self._handlers()

    @property
    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._pieces)

    def story(self, part: str, root: Element) -> None:
        """Writes all paragraphs below an element of a part, the last one ended too."""
        self._part = part
        self._forget_fields()
        self._numbering.restart()
        self._blocks(root)
        self._flush()

    def blank_line(self) -> None:
        """Keeps the next story apart."""
        self._put("\n")

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.size += len(text)

    def _flush(self) -> None:
        if self._pending:
            self._put(self._pending)
            self._pending = ""

    # Blocks

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            tag = element.tag
            if tag == _P:
                self._paragraph(element)
            elif tag == _TBL:
                self._table(element)
            elif tag in _WRAPPERS or tag in self._seen:
                self._blocks(element)
            elif tag == _ALTERNATIVES:
                self._blocks(chosen(element))

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        mark = child(properties, "rPr")
        if self._original and (changed := child(child(properties, "pPrChange"), "pPr")) is not None:
            properties = changed
        self._style = value(properties, "pStyle")
        self._runs = []
        joined = self._is_joined(mark)
        deleted_mark = joined and not is_on(mark, "vanish")
        self._flush()
        start = self.size
        # Where the mark is deleted the paragraph takes the place, and the number, of the next one.
        label = "" if deleted_mark else self._numbering.label(properties)
        self._put(label)
        body_start = self.size
        self._inline(element)
        if self._codes:  # a code that the paragraph does not end is none: the rest of the document is not to vanish
            self._forget_fields()
        self._pending = "" if joined else "\n"
        self.paragraphs.append(
            WordParagraph(start, body_start, self.size, element, self._part, tuple(self._runs)),
        )

    def _is_joined(self, mark: Element | None) -> bool:
        """Whether the paragraph goes on in the next: its mark is deleted (or not yet inserted), or hidden."""
        return bool(is_on(mark, "vanish")) or self._is_unseen(mark)

    def _is_unseen(self, properties: Element | None) -> bool:
        """Whether a tracked change takes away what has these properties: a paragraph mark, a row."""
        return properties is not None and any(e.tag in self._unseen for e in properties)

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
            elif element.tag in _WRAPPERS or element.tag in self._seen:
                yield from self._rows(element)

    def _cells(self, parent: Element) -> Iterator[Element]:
        for element in parent:
            if element.tag == _TC:
                yield element
            elif element.tag in _WRAPPERS:
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
                cells.append(Cell(column, span, master.start, master.end, continued=True, at=self.size))
            else:
                self._flush()
                start = self.size
                self._blocks(element)
                cells.append(Cell(column, span, start, self.size, at=start))
            self._pending = "\n"
            column += span
        return tuple(cells)

    # What stands in a paragraph

    def _inline(self, parent: Element) -> None:
        for element in parent:
            tag = element.tag
            if tag == _R:
                self._run(element)
            elif tag in _WRAPPERS or tag in self._seen:
                self._inline(element)
            elif tag == _ALTERNATIVES:
                self._inline(chosen(element))
            elif tag == _MATHS_RUN:
                for text in element.iterchildren(_MATHS_TEXT):
                    self._text(text)

    def _run(self, run: Element) -> None:
        if self._is_hidden(child(run, "rPr")):
            for mark in run.iterchildren(w("fldChar")):
                self._field(mark)
            return
        self._run_content(run)

    def _run_content(self, parent: Element) -> None:
        for element in parent:
            handler = self._run_parts.get(element.tag)
            if handler:
                handler(element)

    def _is_hidden(self, properties: Element | None) -> bool:
        said = is_on(properties, "vanish")
        return self._styles.hides(self._style, value(properties, "rStyle")) if said is None else said

    def _handlers(self) -> dict[str, Callable[[Element], None]]:
        """What to do with each part of a run; what is not named here is not seen."""
        handlers: dict[str, Callable[[Element], None]] = {
            w("t"): self._text,
            w("tab"): lambda e: self._character(e, "\t"),
            w("ptab"): lambda e: self._character(e, "\t"),
            w("br"): self._break,
            w("cr"): lambda e: self._character(e, "\n"),
            w("noBreakHyphen"): lambda e: self._character(e, "-"),
            w("sym"): lambda e: self._character(e, symbol(e.get(w("font")), e.get(w("char")))),
            w("fldChar"): self._field,
            w("footnoteReference"): lambda e: self.notes.append(("footnotes", e.get(w("id"), ""))),
            w("endnoteReference"): lambda e: self.notes.append(("endnotes", e.get(w("id"), ""))),
            w("ruby"): self._inline,
            _ALTERNATIVES: lambda e: self._run_content(chosen(e)),
        }
        handlers |= dict.fromkeys((w("drawing"), w("pict"), w("object")), self._drawing)
        if self._original:
            handlers[w("delText")] = self._text
        return handlers

    def _text(self, element: Element) -> None:
        # Line ends and tabs in the XML are mere spaces to Word; one for one, so that offsets hold.
        text = (element.text or "").translate(_WHITE_SPACE)
        self._character(element, text)

    def _character(self, element: Element, text: str) -> None:
        if text and not self._codes:
            start = self.size
            self._put(text)
            self._runs.append((start, self.size, element))

    def _break(self, element: Element) -> None:
        if element.get(w("type")) in ("page", "column") and not self._runs:
            return
        self._character(element, "\n")

    def _field(self, element: Element) -> None:
        match element.get(_FIELD_CHARACTER):
            case "begin":
                self._fields.append(False)
                self._codes += 1
            case "separate" if self._fields:
                self._codes -= not self._fields[-1]
                self._fields[-1] = True
            case "end" if self._fields:
                self._codes -= not self._fields.pop()

    def _forget_fields(self) -> None:
        self._fields.clear()
        self._codes = 0

    def _drawing(self, element: Element) -> None:
        """Text boxes are stories of their own."""
        for inner in element:
            if inner.tag == _BOX:
                self.boxes.append(inner)
            elif inner.tag == _ALTERNATIVES:
                self._drawing(chosen(inner))
            elif isinstance(inner.tag, str):
                self._drawing(inner)


_P, _R, _TBL, _TR, _TC = (w(name) for name in ("p", "r", "tbl", "tr", "tc"))
_MATHS_RUN, _MATHS_TEXT = _MATHS + "r", _MATHS + "t"


def chosen(alternatives: Element) -> Element:
    """The one alternative that is shown: the first choice, or what stands in where there is none."""
    found = alternatives.find(_COMPATIBILITY + "Choice")
    if found is None:
        found = alternatives.find(_COMPATIBILITY + "Fallback")
    return alternatives if found is None else found


def number(properties: Element | None, name: str, default: int) -> int:
    """A small number of a property."""
    said = value(properties, name) or ""
    return min(int(said), 1000) if said.isascii() and said.isdigit() and len(said) < 10 else default
