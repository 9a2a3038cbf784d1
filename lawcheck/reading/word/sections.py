"""The pages of a document: their size, margins, grid and numbers, section by section."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.formatting import Formats, twips
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import child, is_on, value, w
from lawcheck.text.layout import Grid, PageNumber, Section, TextFormat

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CODES = (w("instrText"), w("fldSimple"))
_INSTRUCTION = w("instr")
_NUMBER = re.compile(r"\bPAGE\b")
_P, _TAB = w("p"), w("tab")
# A grid counts in 4096ths of a point what it adds to the characters of the default style.
_GRID_UNITS = 4096
_KINDS = ("header", "footer")
# No header or footer of a document counts its pages more often.
_MOST_EACH = 9
_ANEW = w("start")
_PAGES = ("default", "even", "first")


def read_sections(
    package: Package, paragraphs: Sequence[WordParagraph], body_end: int, formats: Formats
) -> Iterator[Section]:
    """Every section, in order, with the page numbers that its pages show."""
    body = child(package.xml(package.main), "body")
    numbers = _Numbers(package, paragraphs, formats)
    start = 0
    for paragraph in paragraphs:
        properties = child(child(paragraph.element, "pPr"), "sectPr")
        if properties is not None and paragraph.part == package.main and paragraph.end <= body_end:
            yield _section(properties, start, paragraph.end, numbers, formats)
            start = min(paragraph.end + 1, body_end)
    last = child(body, "sectPr")
    if last is not None:
        yield _section(last, start, body_end, numbers, formats)


def _section(element: Element, start: int, end: int, numbers: "_Numbers", formats: Formats) -> Section:
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    width, height = _millimetres(size, "w"), _millimetres(size, "h")
    left, gutter = _millimetres(margins, "left"), _millimetres(margins, "gutter")
    turned = size is not None and size.get(w("orient")) == "landscape"
    return Section(
        start,
        end,
        width,
        height,
        top=_millimetres(margins, "top"),
        bottom=_millimetres(margins, "bottom"),
        left=None if left is None else left + (gutter or 0.0),
        right=_millimetres(margins, "right"),
        landscape=turned or bool(width and height and width > height),
        grid=_grid(child(element, "docGrid"), formats),
        columns=_columns(child(element, "cols")),
        restarts=_ANEW in (() if (pages := child(element, "pgNumType")) is None else pages.keys()),
        page_numbers=tuple(numbers.of(element)),
    )


def _millimetres(element: Element | None, name: str) -> float | None:
    """A length of the page; a negative margin means one that nothing may push away."""
    points = None if element is None else twips(element.get(w(name)))
    return None if points is None else abs(points) * 25.4 / 72


def _columns(element: Element | None) -> int:
    said = "" if element is None else element.get(w("num"), "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < _MOST_EACH else 1


def _grid(element: Element | None, formats: Formats) -> Grid | None:
    if element is None or element.get(w("type")) not in ("lines", "linesAndChars", "snapToChars"):
        return None
    line = twips(element.get(w("linePitch")))
    if not line or line < 0:
        return None
    if element.get(w("type")) == "lines":
        return Grid(line, None)
    added = twips(element.get(w("charSpace"))) or 0.0
    return Grid(line, max(1.0, formats.default_size + added * 20 / _GRID_UNITS))


class _Numbers:
    """The paragraphs with page numbers, and which of them each section shows."""

    def __init__(self, package: Package, paragraphs: Sequence[WordParagraph], formats: Formats) -> None:
        self._parts = {kind: package.relationships(package.main, kind) for kind in _KINDS}
        self._two_sided = bool(is_on(package.only("settings"), "evenAndOddHeaders"))
        self._formats = formats
        # What a section does not name itself it has from the one before.
        self._current: dict[tuple[str, str], str] = {}
        self._found: dict[str, list[WordParagraph]] = {}
        margins = {part for parts in self._parts.values() for part in parts.values()}
        for paragraph in paragraphs:
            if paragraph.part in margins and _shows_number(paragraph.element):
                self._found.setdefault(paragraph.part, []).append(paragraph)

    def of(self, section: Element) -> Iterator[PageNumber]:
        """Those of a section; sections are to be asked for in their order."""
        for kind in _KINDS:
            for reference in section.iterchildren(w(f"{kind}Reference")):
                part = self._parts[kind].get(reference.get(_RELATION, ""))
                if part:
                    self._current[kind, reference.get(w("type"), "default")] = part
        shown = {"default": True, "even": self._two_sided, "first": bool(is_on(section, "titlePg"))}
        for kind in _KINDS:
            for pages in _PAGES:
                part = self._current.get((kind, pages), "")
                for paragraph in self._found.get(part, [])[:_MOST_EACH] if shown[pages] else ():
                    yield PageNumber(
                        paragraph.start, paragraph.end, pages, self._alignment(paragraph), self._format(paragraph)
                    )

    def _alignment(self, paragraph: WordParagraph) -> str:
        """Where the number stands: in its frame or text box, or by its alignment; "" where something else decides."""
        properties = child(paragraph.element, "pPr")
        frame = child(properties, "framePr")
        if frame is not None and (aligned := frame.get(w("xAlign"))):
            return aligned
        for parent in paragraph.element.iterancestors(_ANCHOR + "anchor"):
            return parent.findtext(f"{_ANCHOR}positionH/{_ANCHOR}align") or ""
        in_shape = next(paragraph.element.iterancestors(w("pict")), None) is not None
        if in_shape or next(paragraph.element.iter(w("ptab"), _TAB), None) is not None:
            return ""
        return self._formats.alignment(properties).value

    def _format(self, paragraph: WordParagraph) -> TextFormat:
        """That of the number itself, which has figures; else of the whole paragraph."""
        texts = self._formats.texts(paragraph)
        if texts:
            return texts[len(texts) // 2].format
        return self._formats.text(value(child(paragraph.element, "pPr"), "pStyle"), None)


def _shows_number(paragraph: Element) -> bool:
    """Whether a field of this very paragraph, not of a text box in it, is the number of the page."""
    codes = (
        element.get(_INSTRUCTION, "") if element.tag == w("fldSimple") else element.text or ""
        for element in paragraph.iter(*_CODES)
        if next(element.iterancestors(_P)) is paragraph
    )
    return _NUMBER.search("".join(codes)) is not None
